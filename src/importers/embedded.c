/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the bytes of a picture by the address that the importer of the document gave it. */
#include "importers/embedded.h"

#include "formats/error-private.h"
#include "importers/html-embedded.h"
#include "importers/mhtml.h"
#include "importers/zip-file.h"

/* Returns: (transfer full) (nullable): the entry of that name; @error is set only if the archive cannot be read. */
static GBytes *
find_entry (GBytes *document, const char *address, const char *display_name, GError **error)
{
  const char *const names[] = { address, NULL };
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) entries = purport_zip_read (document, names, display_name, &failure);
  GBytes *found = entries != NULL ? g_hash_table_lookup (entries, address) : NULL;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return found != NULL ? g_bytes_ref (found) : NULL;
}

/**
 * purport_embedded_find:
 * @document: the file of the article, not compressed
 * @format: what it is
 * @address: of a picture, as the article has it
 * @display_name: (nullable): what errors call the picture
 *
 * O(size of the document).
 *
 * Returns: (transfer full): the picture, still encoded; or %NULL with %PURPORT_FORMATS_ERROR_NOT_FOUND or what reading
 * the document came upon
 */
GBytes *
purport_embedded_find (
    GBytes *document, PurportFormat format, const char *address, const char *display_name, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GBytes *found = NULL;

  if (format == PURPORT_FORMAT_EPUB || format == PURPORT_FORMAT_DOCX || format == PURPORT_FORMAT_ODT)
    found = find_entry (document, address, display_name, &failure);
  else if (format == PURPORT_FORMAT_MHTML)
    found = purport_mhtml_find_part (document, address);
  else if (format == PURPORT_FORMAT_HTML)
    found = purport_html_find_embedded (document, address, display_name, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (found == NULL)
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, display_name,
                               "is not in the file of the article.");
  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expands gzip and zstd within bounds, so that a small file cannot fill the memory. */
#include "importers/expand.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/article.h"
#include "formats/error-private.h"
#include "formats/format.h"

#define CHUNK_BYTES (256u * 1024u)
#define LIMIT_MB (PURPORT_TEXT_LIMIT_BYTES / (1024u * 1024u))

static gboolean
set_damaged (const char *display_name, GError **error)
{
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name,
                             "is a compressed file that is damaged or not complete. Copy or download it again.");
  return FALSE;
}

static gboolean
read_all (struct archive *archive, GByteArray *out, const char *display_name, GError **error)
{
  while (out->len <= PURPORT_TEXT_LIMIT_BYTES) {
    guint used = out->len;
    la_ssize_t n;

    g_byte_array_set_size (out, used + CHUNK_BYTES);
    n = archive_read_data (archive, out->data + used, CHUNK_BYTES);
    g_byte_array_set_size (out, used + (n > 0 ? (guint)n : 0));
    if (n < 0)
      return set_damaged (display_name, error);
    if (n == 0)
      return TRUE;
  }
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name,
                             "expands to more than %u MB, which is the limit. Split it.", LIMIT_MB);
  return FALSE;
}

/**
 * purport_expand:
 * @display_name: (nullable): what errors call it
 *
 * Expands what gzip or zstd compressed, once and to at most %PURPORT_TEXT_LIMIT_BYTES. Other bytes are returned as they
 * are.
 *
 * Returns: (transfer full): the bytes, or %NULL with %PURPORT_FORMATS_ERROR_TOO_LARGE or _IO
 */
GBytes *
purport_expand (GBytes *bytes, const char *display_name, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes), *what;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  struct archive_entry *entry;
  struct archive *archive;
  gboolean expanded;

  if (!purport_format_is_compressed (purport_format_detect (data, n_bytes, &what)))
    return g_bytes_ref (bytes);
  archive = archive_read_new ();
  archive_read_support_filter_gzip (archive);
  archive_read_support_filter_zstd (archive);
  archive_read_support_format_raw (archive);
  expanded = archive_read_open_memory (archive, data, n_bytes) == ARCHIVE_OK &&
             archive_read_next_header (archive, &entry) == ARCHIVE_OK;
  expanded = expanded ? read_all (archive, out, display_name, error) : set_damaged (display_name, error);
  archive_read_free (archive);
  return expanded ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is ever written to a file, so that a name with ".." in it is only a name; and what is expanded is bounded. */
#include "importers/zip-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "config.h"
#include "formats/error-private.h"

#define MAX_ENTRIES 20000u
/* Of all entries that are kept, together. */
#define MAX_EXPANDED_BYTES (96u * 1024u * 1024u)
#define CHUNK_BYTES (64u * 1024u)

static gboolean
is_wanted (const char *name, const char *const *suffixes)
{
  for (; *suffixes != NULL; suffixes++) {
    gsize n = strlen (name), n_suffix = strlen (*suffixes);
    if (n >= n_suffix && g_ascii_strcasecmp (name + n - n_suffix, *suffixes) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
set_damaged (const char *display_name, GError **error)
{
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name,
                             "is damaged or not complete. Copy or download it again.");
  return FALSE;
}

static gboolean
read_entry (struct archive *archive, GByteArray *out, gsize left, const char *display_name, GError **error)
{
  while (TRUE) {
    guint used = out->len;
    la_ssize_t n;

    if (used > left) {
      purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name,
                                 "expands to more than %u MB, which is the limit.",
                                 MAX_EXPANDED_BYTES / (1024u * 1024u));
      return FALSE;
    }
    g_byte_array_set_size (out, used + CHUNK_BYTES);
    n = archive_read_data (archive, out->data + used, CHUNK_BYTES);
    g_byte_array_set_size (out, used + (n > 0 ? (guint)n : 0));
    if (n < 0)
      return set_damaged (display_name, error);
    if (n == 0)
      return TRUE;
  }
}

static gboolean
read_entries (
    struct archive *archive, GHashTable *entries, const char *const *suffixes, const char *display_name, GError **error)
{
  gsize n_expanded = 0;
  struct archive_entry *entry;

  for (guint i = 0; i < MAX_ENTRIES; i++) {
    int status = archive_read_next_header (archive, &entry);
    const char *name = status == ARCHIVE_OK || status == ARCHIVE_WARN ? archive_entry_pathname (entry) : NULL;
    g_autoptr (GByteArray) data = g_byte_array_new ();

    if (status == ARCHIVE_EOF)
      return i > 0 || set_damaged (display_name, error);
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      return set_damaged (display_name, error);
    if (archive_entry_is_data_encrypted (entry)) {
      purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PROTECTED, display_name,
                                 "is protected by a password. Open it in the program it was made with and save it "
                                 "without one.");
      return FALSE;
    }
    if (name == NULL || !is_wanted (name, suffixes))
      continue;
    if (!read_entry (archive, data, MAX_EXPANDED_BYTES - n_expanded, display_name, error))
      return FALSE;
    n_expanded += data->len;
    if (!g_hash_table_contains (entries, name))
      g_hash_table_insert (entries, g_strdup (name), g_byte_array_free_to_bytes (g_steal_pointer (&data)));
  }
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name, "has more than %u files in it.",
                             MAX_ENTRIES);
  return FALSE;
}

/**
 * purport_zip_read:
 * @suffixes: how the names end of the entries that are kept; %NULL-terminated
 * @display_name: (nullable): what errors call the archive
 *
 * Reads an archive. O(its size and what is kept of it expanded, which is bounded).
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the entries by their names, perhaps none; or %NULL with
 * %PURPORT_FORMATS_ERROR_IO, _TOO_LARGE or _PROTECTED
 */
GHashTable *
purport_zip_read (GBytes *bytes, const char *const *suffixes, const char *display_name, GError **error)
{
  g_autoptr (GHashTable) entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  struct archive *archive = archive_read_new ();
  gsize n_bytes;
  const void *data = g_bytes_get_data (bytes, &n_bytes);
  gboolean is_read;

  archive_read_support_format_zip (archive);
#if PURPORT_FUZZ
  /* What a fuzzer changes has a wrong sum, and would not come further. */
  archive_read_set_option (archive, "zip", "ignorecrc32", "1");
#endif
  is_read = archive_read_open_memory (archive, data, n_bytes) == ARCHIVE_OK || set_damaged (display_name, error);
  is_read = is_read && read_entries (archive, entries, suffixes, display_name, error);
  archive_read_free (archive);
  return is_read ? g_steal_pointer (&entries) : NULL;
}

/**
 * purport_zip_resolve:
 * @from: the name of the entry in which @address stands
 * @address: a relative address, with escapes and perhaps a fragment
 *
 * Returns: (transfer full) (nullable): the name of the entry; %NULL if the address leads out of the archive
 */
char *
purport_zip_resolve (const char *from, const char *address)
{
  g_autofree char *plain = g_strndup (address, strcspn (address, "#?"));
  g_autofree char *unescaped = g_uri_unescape_string (plain, NULL);
  g_autofree char *folder = g_path_get_dirname (from), *path = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (unescaped == NULL || strstr (unescaped, "://") != NULL || !g_utf8_validate (unescaped, -1, NULL))
    return NULL;
  path = *unescaped == '/' || strcmp (folder, ".") == 0 ? g_strdup (unescaped)
                                                        : g_strconcat (folder, "/", unescaped, NULL);
  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0)
      continue;
    if (strcmp (parts[i], "..") != 0) {
      g_ptr_array_add (kept, parts[i]);
    } else if (kept->len > 0) {
      g_ptr_array_remove_index (kept, kept->len - 1);
    } else {
      return NULL;
    }
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

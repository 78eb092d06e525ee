/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by the library that reads them. */
#include "support/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _PurportTestZip {
  GByteArray *data;
  struct archive *archive;
};

static la_ssize_t
append (struct archive *archive, void *data, const void *buffer, size_t n_bytes)
{
  g_byte_array_append (data, buffer, (guint)n_bytes);
  return (la_ssize_t)n_bytes;
}

/* @media_type: (nullable): stands in the archive as "mimetype", not compressed */
PurportTestZip *
purport_test_zip_new (const char *media_type)
{
  PurportTestZip *self = g_new0 (PurportTestZip, 1);

  self->data = g_byte_array_new ();
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_zip_set_compression_store (self->archive);
  g_assert_cmpint (archive_write_open (self->archive, self->data, NULL, append, NULL), ==, ARCHIVE_OK);
  if (media_type != NULL)
    purport_test_zip_add_text (self, "mimetype", media_type);
  archive_write_zip_set_compression_deflate (self->archive);
  return self;
}

void
purport_test_zip_add (PurportTestZip *self, const char *name, const void *data, gsize n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t)n_bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  g_assert_true (archive_write_data (self->archive, data, n_bytes) == (la_ssize_t)n_bytes);
  archive_entry_free (entry);
}

void
purport_test_zip_add_text (PurportTestZip *self, const char *name, const char *text)
{
  purport_test_zip_add (self, name, text, strlen (text));
}

/* Returns: (transfer full): the archive; @self is gone */
GBytes *
purport_test_zip_finish (PurportTestZip *self)
{
  GByteArray *data = self->data;

  archive_write_close (self->archive);
  archive_write_free (self->archive);
  g_free (self);
  return g_byte_array_free_to_bytes (data);
}

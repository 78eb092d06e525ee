/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A key file: a group per article, named by a checksum of its address so that the addresses do not lie about, and a
 * group with the addresses that were open last, which have to be opened again. The oldest articles are forgotten.
 */
#include "model/history.h"

#include <errno.h>
#include <string.h>

#define SESSION "session"
#define MOST_PLACES 200u

struct _PurportHistory {
  char *path;
  GKeyFile *file;
};

/**
 * purport_history_new:
 * @path: the file; it need not exist, and a damaged one is taken for an empty one
 *
 * Returns: (transfer full): what was kept
 */
PurportHistory *
purport_history_new (const char *path)
{
  PurportHistory *self = g_rc_box_new0 (PurportHistory);

  self->path = g_strdup (path);
  self->file = g_key_file_new ();
  if (!g_key_file_load_from_file (self->file, path, G_KEY_FILE_NONE, NULL)) {
    g_key_file_unref (self->file);
    self->file = g_key_file_new ();
  }
  return self;
}

static void
finalize (gpointer data)
{
  PurportHistory *self = data;

  g_clear_pointer (&self->file, g_key_file_unref);
  g_free (self->path);
}

PurportHistory *
purport_history_ref (PurportHistory *self)
{
  return g_rc_box_acquire (self);
}

void
purport_history_unref (PurportHistory *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, finalize);
}

/* Writes the file anew, with its folder, for the user's eyes only. Fails with a #GFileError. */
gboolean
purport_history_save (PurportHistory *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path), *data = NULL;
  gsize length;

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    int reason = errno;
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (reason), "%s: %s", folder, g_strerror (reason));
    return FALSE;
  }
  data = g_key_file_to_data (self->file, &length, NULL);
  return g_file_set_contents_full (self->path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static char *
dup_group (const char *uri)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

static gboolean
get_number (PurportHistory *self, const char *group, const char *key, guint *number)
{
  g_autoptr (GError) error = NULL;
  guint64 value = g_key_file_get_uint64 (self->file, group, key, &error);

  if (error != NULL || value > G_MAXUINT)
    return FALSE;
  *number = (guint)value;
  return TRUE;
}

/* Returns: whether the place in @uri is known; it is then in @place. */
gboolean
purport_history_get_place (PurportHistory *self, const char *uri, PurportPlace *place)
{
  g_autofree char *group = dup_group (uri);
  PurportPlace found;

  if (!get_number (self, group, "block", &found.block) || !get_number (self, group, "offset", &found.offset) ||
      !get_number (self, group, "check", &found.check))
    return FALSE;
  *place = found;
  return TRUE;
}

static void
forget_oldest (PurportHistory *self)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, &n_groups);
  const char *oldest = NULL;
  gint64 oldest_time = G_MAXINT64;

  if (n_groups <= MOST_PLACES)
    return;
  for (gsize i = 0; i < n_groups; i++) {
    gint64 time = g_key_file_get_int64 (self->file, groups[i], "time", NULL);
    if (g_str_equal (groups[i], SESSION) || time >= oldest_time)
      continue;
    oldest = groups[i];
    oldest_time = time;
  }
  if (oldest != NULL)
    g_key_file_remove_group (self->file, oldest, NULL);
}

/* Remembers the place in @uri; @now is seconds since 1970. O(articles). */
void
purport_history_set_place (PurportHistory *self, const char *uri, const PurportPlace *place, gint64 now)
{
  g_autofree char *group = dup_group (uri);

  g_key_file_set_uint64 (self->file, group, "block", place->block);
  g_key_file_set_uint64 (self->file, group, "offset", place->offset);
  g_key_file_set_uint64 (self->file, group, "check", place->check);
  g_key_file_set_int64 (self->file, group, "time", now);
  forget_oldest (self);
}

/**
 * purport_history_dup_session:
 * @selected: (out): the one that was in front
 *
 * Returns: (transfer full): the addresses that were open last; empty, not %NULL, if there were none
 */
char **
purport_history_dup_session (PurportHistory *self, guint *selected)
{
  char **uris = g_key_file_get_string_list (self->file, SESSION, "articles", NULL, NULL);

  *selected = 0;
  get_number (self, SESSION, "selected", selected);
  return uris != NULL ? uris : g_new0 (char *, 1);
}

void
purport_history_set_session (PurportHistory *self, const char *const *uris, guint selected)
{
  g_key_file_set_string_list (self->file, SESSION, "articles", uris, g_strv_length ((char **)uris));
  g_key_file_set_uint64 (self->file, SESSION, "selected", selected);
}

/* Forgets all of it. Returns: (transfer full): what purport_history_restore() takes to undo that. */
char *
purport_history_clear (PurportHistory *self)
{
  char *data = g_key_file_to_data (self->file, NULL, NULL);

  g_key_file_unref (self->file);
  self->file = g_key_file_new ();
  return data;
}

void
purport_history_restore (PurportHistory *self, const char *cleared)
{
  g_key_file_load_from_data (self->file, cleared, strlen (cleared), G_KEY_FILE_NONE, NULL);
}

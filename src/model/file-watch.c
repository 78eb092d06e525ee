/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Editors save a file by writing into it, or by moving another one to its name: what counts is what is there once they
 * have finished. A file whose tag is still the same was only touched.
 */
#include "model/file-watch.h"

struct _PurportFileWatch {
  GFile *file;
  GFileMonitor *monitor;
  char *tag;
  PurportFileState state;
  PurportFileWatchFunc func;
  gpointer data;
};

/* Returns: (transfer full) (nullable): what tells one content from another; %NULL: there is no file. */
static char *
dup_tag (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  if (info == NULL)
    return NULL;
  return g_strdup_printf ("%s %" G_GOFFSET_FORMAT, etag != NULL ? etag : "", g_file_info_get_size (info));
}

static void
on_changed (PurportFileWatch *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  g_autofree char *tag = NULL;
  PurportFileState state;

  if (event == G_FILE_MONITOR_EVENT_CHANGED || event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  tag = dup_tag (self->file);
  if (tag == NULL)
    state = PURPORT_FILE_GONE;
  else
    state = g_strcmp0 (tag, self->tag) == 0 ? PURPORT_FILE_SAME : PURPORT_FILE_CHANGED;
  if (state == self->state)
    return;
  self->state = state;
  self->func (state, self->data);
}

/**
 * purport_file_watch_new:
 * @file: a file on disk, just opened
 * @func: called on this thread's main context whenever the state is another one
 *
 * Returns: (transfer full) (nullable): the watch; %NULL for a file that cannot be watched
 */
PurportFileWatch *
purport_file_watch_new (GFile *file, PurportFileWatchFunc func, gpointer data)
{
  PurportFileWatch *self;
  g_autoptr (GFileMonitor) monitor = NULL;

  if (!g_file_is_native (file))
    return NULL;
  monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return NULL;
  self = g_new0 (PurportFileWatch, 1);
  self->file = g_object_ref (file);
  self->tag = dup_tag (file);
  self->func = func;
  self->data = data;
  self->monitor = g_steal_pointer (&monitor);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_changed), self);
  return self;
}

void
purport_file_watch_free (PurportFileWatch *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_file_monitor_cancel (self->monitor);
  g_object_unref (self->monitor);
  g_object_unref (self->file);
  g_free (self->tag);
  g_free (self);
}

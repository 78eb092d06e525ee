/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is exported is what shows when it is asked for; it is written in a thread, whole or not at all. */
#include "config.h"

#include "app/exporting.h"

#include <glib/gi18n.h>

#include "app/file-dialog.h"

/* Longer names make trouble elsewhere. */
#define LONGEST_NAME_CHARACTERS 80

typedef struct {
  PurportExport export;
  PurportReading *reading;
  GPtrArray *annotations;
  GtkWidget *widget;
  char *path;
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  purport_reading_unref (exporting->reading);
  g_ptr_array_unref (exporting->annotations);
  g_clear_object (&exporting->widget);
  g_free (exporting->path);
  g_free (exporting);
}

static void
say (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exporting *exporting = data;
  g_autoptr (GString) contents = g_string_new (NULL);
  GError *error = NULL;

  purport_export_write (exporting->export, exporting->reading, exporting->annotations, contents);
  if (purport_export_save (exporting->path, contents, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer unused)
{
  Exporting *exporting = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (exporting->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    text = g_strdup_printf (_ ("Exported to “%s”"), name);
  say (GTK_WIDGET (source), text != NULL ? text : error->message);
}

static void
on_chosen (const char *path, gpointer data)
{
  const Exporting *asked = data;
  Exporting *exporting = g_new (Exporting, 1);
  g_autoptr (GTask) task = g_task_new (asked->widget, NULL, on_written, NULL);

  *exporting = (Exporting){ asked->export, purport_reading_ref (asked->reading), g_ptr_array_ref (asked->annotations),
                            NULL, g_strdup (path) };
  g_task_set_source_tag (task, on_chosen);
  g_task_set_task_data (task, exporting, (GDestroyNotify)free_exporting);
  g_task_run_in_thread (task, write_in_thread);
}

/* Returns: (transfer full): the title as a file's name, with the suffix. */
static char *
dup_name (const char *title, PurportExport export)
{
  g_autofree char *stem = g_strdup (title != NULL ? title : C_ ("file name", "article"));
  g_autofree char *shortened = NULL;

  /* What some filesystem takes for something else; a name may not begin with a dot either. */
  g_strdelimit (stem, "/\\:*?\"<>|\n\t", ' ');
  g_strstrip (stem);
  while (*stem == '.')
    *stem = '_';
  if (g_utf8_strlen (stem, -1) > LONGEST_NAME_CHARACTERS)
    shortened = g_utf8_substring (stem, 0, LONGEST_NAME_CHARACTERS);
  return g_strconcat (shortened != NULL ? shortened : stem, purport_export_get_suffix (export), NULL);
}

/* Asks for a file and writes the export to it. */
void
purport_exporting_ask (GtkWidget *widget, PurportExport export, PurportDocument *document, PurportNotebook *notebook)
{
  g_autoptr (PurportReading) reading = purport_document_dup_reading (document);
  g_autofree char *name = dup_name (purport_document_get_title (document), export);
  Exporting *exporting;

  if (reading == NULL) {
    say (widget, _ ("The article was not read for claims yet: there is nothing to export."));
    return;
  }
  exporting = g_new (Exporting, 1);
  *exporting = (Exporting){ export, g_steal_pointer (&reading), purport_notebook_dup_annotations (notebook),
                            g_object_ref (widget), NULL };
  purport_file_dialog_ask (widget, _ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE, name, on_chosen, exporting,
                           (GDestroyNotify)free_exporting);
}

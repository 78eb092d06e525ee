/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog lives as long as it shows: GTK keeps no reference to a native one. */
#include "config.h"

#include "app/file-dialog.h"

#include <glib/gi18n.h>

#include "app/recent-trace.h"
#include "app/window.h"

typedef struct {
  PurportFileChosenFunc chosen;
  gpointer data;
  GDestroyNotify free_data;
} Question;

static void
free_question (Question *question)
{
  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static void
on_response (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    question->chosen (path, question->data);
  g_object_unref (dialog);
}

/**
 * purport_file_dialog_ask:
 * @widget: in whose window the question is asked
 * @name: (nullable): what a file to be written is called unless something else is asked for
 * @chosen: called once, and only if a file was chosen
 */
void
purport_file_dialog_ask (GtkWidget *widget,
                         const char *title,
                         GtkFileChooserAction action,
                         const char *name,
                         PurportFileChosenFunc chosen,
                         gpointer data,
                         GDestroyNotify free_data)
{
  gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)), action,
                                                              save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  Question *question = g_new (Question, 1);

  *question = (Question){ chosen, data, free_data };
  g_object_set_data_full (G_OBJECT (dialog), "question", question, (GDestroyNotify)free_question);
  if (PURPORT_IS_WINDOW (gtk_widget_get_root (widget)) &&
      purport_window_get_keeper (PURPORT_WINDOW (gtk_widget_get_root (widget))) == NULL)
    purport_recent_trace_prevent (dialog);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

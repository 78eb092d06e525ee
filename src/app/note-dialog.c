/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field keeps what is written as a claim's card does: closing the dialog loses nothing. */
#include "config.h"

#include "app/note-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "app/note-editor.h"

#define WORDS_CHARACTERS 240

typedef struct {
  PurportNotebook *notebook;
  PurportNoteItem *note; /* NULL: nothing was written yet */
  guint start;
  guint end;
  PurportNoteEditor *editor;
} Writing;

static void
free_writing (Writing *writing)
{
  g_signal_handlers_disconnect_by_data (writing->notebook, writing);
  g_object_unref (writing->notebook);
  g_clear_object (&writing->note);
  g_free (writing);
}

static void
update (Writing *writing)
{
  purport_note_editor_set_note (writing->editor, writing->note);
}

static void
on_written (PurportNoteEditor *editor, const char *text, Writing *writing)
{
  if (writing->note == NULL && *text != '\0') {
    PurportNoteItem *note = purport_notebook_write (writing->notebook, PURPORT_ANNOTATION_NOTE, writing->start,
                                                    writing->end, text, NULL, NULL);
    writing->note = note != NULL ? g_object_ref (note) : NULL;
  } else if (writing->note != NULL && *text == '\0') {
    purport_notebook_remove (writing->notebook, writing->note);
    g_clear_object (&writing->note);
  } else if (writing->note != NULL) {
    purport_notebook_change (writing->notebook, writing->note, text, NULL, NULL);
  }
}

/* @writing: (transfer full) */
static void
show (GtkWidget *widget, Writing *writing, const char *words)
{
  g_autofree char *quote = purport_card_dup_quote (words), *excerpt = NULL;
  GtkWidget *dialog;

  if (g_utf8_strlen (quote, -1) > WORDS_CHARACTERS)
    excerpt = g_utf8_substring (quote, 0, WORDS_CHARACTERS);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Your Note"),
                                   excerpt != NULL ? excerpt : quote);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Your Note"));
  writing->editor = purport_note_editor_new ();
  gtk_widget_set_size_request (GTK_WIDGET (writing->editor), 300, -1);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Done"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (writing->editor));
  g_object_set_data_full (G_OBJECT (dialog), "writing", writing, (GDestroyNotify)free_writing);
  g_signal_connect (writing->editor, "written", G_CALLBACK (on_written), writing);
  g_signal_connect_swapped (writing->notebook, "changed", G_CALLBACK (update), writing);
  update (writing);
  purport_accessible_repair (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (writing->editor));
}

/* Asks for a note on @words, the text from the code point @start to before @end. */
void
purport_note_dialog_write (GtkWidget *widget, PurportNotebook *notebook, guint start, guint end, const char *words)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->notebook = g_object_ref (notebook);
  writing->start = start;
  writing->end = end;
  show (widget, writing, words);
}

/* Asks for another wording of @note. */
void
purport_note_dialog_edit (GtkWidget *widget, PurportNotebook *notebook, PurportNoteItem *note)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->notebook = g_object_ref (notebook);
  writing->note = g_object_ref (note);
  show (widget, writing, purport_note_item_get_annotation (note)->quote);
}

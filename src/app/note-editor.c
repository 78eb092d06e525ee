/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view freezes on megabytes in one line: longer notes, which an import may bring, are shown in part. */
#include "config.h"

#include "app/note-editor.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/wording.h"

#define LONGEST_CHARACTERS 100000
#define EXCERPT_CHARACTERS 2000
#define PAUSE_MILLISECONDS 700

struct _PurportNoteEditor {
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkTextView *text;
  GtkLabel *status;
  guint pause_id;
  gboolean changed;
  gboolean setting;
};

static guint written_signal;

G_DEFINE_FINAL_TYPE (PurportNoteEditor, purport_note_editor, GTK_TYPE_WIDGET)

static void
set_status (PurportNoteEditor *self, const char *text)
{
  gtk_label_set_text (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *text != '\0');
}

static char *
dup_text (PurportNoteEditor *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  return text;
}

/* Hands over what was written since the last time. */
void
purport_note_editor_flush (PurportNoteEditor *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->changed)
    return;
  self->changed = FALSE;
  text = dup_text (self);
  g_signal_emit (self, written_signal, 0, text);
}

static gboolean
on_pause (gpointer data)
{
  PurportNoteEditor *self = data;

  self->pause_id = 0;
  purport_note_editor_flush (self);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (PurportNoteEditor *self)
{
  if (self->setting)
    return;
  self->changed = TRUE;
  set_status (self, "");
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MILLISECONDS, on_pause, self);
}

static void
on_insert (GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int n_bytes, PurportNoteEditor *self)
{
  if (self->setting ||
      gtk_text_buffer_get_char_count (buffer) + (int)g_utf8_strlen (text, n_bytes) <= LONGEST_CHARACTERS)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  set_status (self, _ ("This is too long for a note, which has room for 100,000 characters. Nothing was added."));
}

static void
purport_note_editor_unmap (GtkWidget *widget)
{
  purport_note_editor_flush (PURPORT_NOTE_EDITOR (widget));
  GTK_WIDGET_CLASS (purport_note_editor_parent_class)->unmap (widget);
}

static gboolean
purport_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PURPORT_NOTE_EDITOR (widget)->text));
}

static void
purport_note_editor_dispose (GObject *object)
{
  PurportNoteEditor *self = PURPORT_NOTE_EDITOR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (purport_note_editor_parent_class)->dispose (object);
}

static void
purport_note_editor_class_init (PurportNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_note_editor_dispose;
  widget_class->unmap = purport_note_editor_unmap;
  widget_class->grab_focus = purport_note_editor_grab_focus;
  written_signal = g_signal_new ("written", PURPORT_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportNoteEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, PurportNoteEditor, text);
  gtk_widget_class_bind_template_child (widget_class, PurportNoteEditor, status);
}

static void
purport_note_editor_init (PurportNoteEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (self->scroller, FALSE);
  buffer = gtk_text_view_get_buffer (self->text);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (purport_note_editor_flush), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  purport_accessible_set_name (GTK_WIDGET (self->text), _ ("Your note"));
}

/* Returns: (transfer floating): an empty field. */
PurportNoteEditor *
purport_note_editor_new (void)
{
  return g_object_new (PURPORT_TYPE_NOTE_EDITOR, NULL);
}

static void
show_text (PurportNoteEditor *self, const char *body)
{
  gboolean too_long = g_utf8_strlen (body, -1) > LONGEST_CHARACTERS;
  g_autofree char *excerpt = too_long ? g_utf8_substring (body, 0, EXCERPT_CHARACTERS) : NULL;
  g_autofree char *old = dup_text (self);
  const char *text = too_long ? excerpt : body;

  gtk_text_view_set_editable (self->text, !too_long);
  if (g_strcmp0 (old, text) == 0)
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  self->setting = FALSE;
}

/* Shows @note (nullable) and whether it is kept; what was written since is not touched. */
void
purport_note_editor_set_note (PurportNoteEditor *self, PurportNoteItem *note)
{
  const PurportAnnotation *annotation = note != NULL ? purport_note_item_get_annotation (note) : NULL;
  const char *body = annotation != NULL && annotation->body != NULL ? annotation->body : "";

  if (self->changed)
    return;
  show_text (self, body);
  if (!gtk_text_view_get_editable (self->text))
    set_status (self, _ ("This note is too long to be shown whole. It is kept whole, and so are exports of it."));
  else
    set_status (self, note != NULL ? purport_wording_note_state (purport_note_item_get_state (note)) : "");
}

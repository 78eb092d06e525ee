/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything is kept as it is done. The notebook says when something is another, and the part follows it in place: the
 * field that is written in is never taken away.
 */
#include "config.h"

#include "app/claim-notes.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "app/link-list.h"
#include "app/note-editor.h"
#include "app/source-chooser.h"
#include "app/wording.h"

#define N_JUDGEMENTS (PURPORT_JUDGEMENT_TO_CHECK + 1)

struct _PurportClaimNotes {
  GtkWidget parent_instance;
  PurportClaimItem *claim;
  PurportViewState *state;
  PurportNotebook *notebook;
  guint start;
  guint end;
  PurportNoteEditor *editor;
  GtkToggleButton *judgements[N_JUDGEMENTS];
  PurportLinkList *links;
  GtkBox *corrections;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PurportClaimNotes, purport_claim_notes, GTK_TYPE_WIDGET)

static PurportNoteItem *
find (PurportClaimNotes *self, PurportAnnotationKind kind)
{
  return purport_notebook_find (self->notebook, kind, self->start, self->end);
}

static void
on_written (PurportNoteEditor *editor, const char *text, PurportClaimNotes *self)
{
  PurportNoteItem *note = find (self, PURPORT_ANNOTATION_NOTE);

  if (note == NULL && *text != '\0')
    purport_notebook_write (self->notebook, PURPORT_ANNOTATION_NOTE, self->start, self->end, text, NULL, NULL);
  else if (note != NULL && *text == '\0')
    purport_notebook_remove (self->notebook, note);
  else if (note != NULL)
    purport_notebook_change (self->notebook, note, text, NULL, NULL);
}

static void
set_judgement (PurportClaimNotes *self, PurportJudgement judgement, gboolean active)
{
  PurportNoteItem *note = find (self, PURPORT_ANNOTATION_JUDGEMENT);
  const char *value = purport_judgement_to_string (judgement);

  if (note == NULL && active)
    purport_notebook_write (self->notebook, PURPORT_ANNOTATION_JUDGEMENT, self->start, self->end, NULL, value, NULL);
  else if (note != NULL && active)
    purport_notebook_change (self->notebook, note, purport_note_item_get_annotation (note)->body, value, NULL);
  else if (note != NULL)
    purport_notebook_remove (self->notebook, note);
}

static void
on_judgement_toggled (GtkToggleButton *button, PurportClaimNotes *self)
{
  if (self->updating)
    return;
  for (guint i = 0; i < N_JUDGEMENTS; i++)
    if (self->judgements[i] == button)
      set_judgement (self, (PurportJudgement)i, gtk_toggle_button_get_active (button));
}

static void
on_links_changed (PurportLinkList *links, PurportClaimNotes *self)
{
  PurportNoteItem *note = find (self, PURPORT_ANNOTATION_JUDGEMENT);
  const PurportAnnotation *annotation = note != NULL ? purport_note_item_get_annotation (note) : NULL;

  if (annotation != NULL)
    purport_notebook_change (self->notebook, note, annotation->body, annotation->value,
                             purport_link_list_get_links (links));
}

static void
on_not_a_claim (PurportClaimNotes *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.not-a-claim", "(uu)", self->start, self->end);
}

static void
set_speaker (const char *name, gpointer data)
{
  PurportClaimNotes *self = data;
  PurportNoteItem *note = find (self, PURPORT_ANNOTATION_SAID_BY);

  if (note != NULL)
    purport_notebook_change (self->notebook, note, NULL, name, NULL);
  else
    purport_notebook_write (self->notebook, PURPORT_ANNOTATION_SAID_BY, self->start, self->end, NULL, name, NULL);
}

static void
on_said_by (PurportClaimNotes *self)
{
  g_autofree char *words = purport_claim_item_dup_text (self->claim);

  purport_source_chooser_ask (GTK_WIDGET (self), _ ("Who says this?"), words,
                              purport_document_get_sources (purport_view_state_get_document (self->state)), TRUE,
                              set_speaker, g_object_ref (self), g_object_unref);
}

static void
on_take_back (GtkWidget *button, PurportClaimNotes *self)
{
  purport_notebook_remove (self->notebook, g_object_get_data (G_OBJECT (button), "note"));
}

static void
append_correction (PurportClaimNotes *self, PurportNoteItem *note)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_button_new_with_label (_ ("Take Back"));
  g_autofree char *text = purport_wording_dup_annotation (purport_note_item_get_annotation (note));
  GtkWidget *label = purport_card_append_label (GTK_BOX (row), text, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "note", g_object_ref (note), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_back), self, 0);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->corrections, row);
}

static void
update_corrections (PurportClaimNotes *self)
{
  static const PurportAnnotationKind kinds[] = { PURPORT_ANNOTATION_SAID_BY, PURPORT_ANNOTATION_CLAIM };

  purport_card_clear (self->corrections);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    PurportNoteItem *note = find (self, kinds[i]);
    if (note != NULL)
      append_correction (self, note);
  }
}

static void
update (PurportClaimNotes *self)
{
  PurportNoteItem *note = find (self, PURPORT_ANNOTATION_JUDGEMENT);
  const PurportAnnotation *judgement = note != NULL ? purport_note_item_get_annotation (note) : NULL;

  self->updating = TRUE;
  for (guint i = 0; i < N_JUDGEMENTS; i++)
    gtk_toggle_button_set_active (
        self->judgements[i], judgement != NULL && g_strcmp0 (judgement->value, purport_judgement_to_string (i)) == 0);
  purport_link_list_set_links (self->links, judgement != NULL ? (const char *const *)judgement->links : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->links), judgement != NULL);
  self->updating = FALSE;
  purport_note_editor_set_note (self->editor, find (self, PURPORT_ANNOTATION_NOTE));
  update_corrections (self);
}

static void
purport_claim_notes_dispose (GObject *object)
{
  PurportClaimNotes *self = PURPORT_CLAIM_NOTES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->claim);
  g_clear_object (&self->state);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (purport_claim_notes_parent_class)->dispose (object);
}

static gboolean
purport_claim_notes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PURPORT_CLAIM_NOTES (widget)->editor));
}

static void
purport_claim_notes_class_init (PurportClaimNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_claim_notes_dispose;
  widget_class->grab_focus = purport_claim_notes_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
purport_claim_notes_init (PurportClaimNotes *self)
{
}

static void
append_judgements (PurportClaimNotes *self, GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_widget_add_css_class (row, "judgements");
  for (guint i = 0; i < N_JUDGEMENTS; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (purport_wording_judgement ((PurportJudgement)i));
    gtk_widget_set_hexpand (button, TRUE);
    self->judgements[i] = GTK_TOGGLE_BUTTON (button);
    g_signal_connect (button, "toggled", G_CALLBACK (on_judgement_toggled), self);
    gtk_box_append (GTK_BOX (row), button);
  }
  gtk_box_append (box, row);
}

static void
append_button (PurportClaimNotes *self, GtkWidget *row, const char *label, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), button);
}

static void
fill (PurportClaimNotes *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
  purport_card_append_heading (box, _ ("Your note"));
  self->editor = purport_note_editor_new ();
  g_signal_connect_object (self->editor, "written", G_CALLBACK (on_written), self, 0);
  gtk_box_append (box, GTK_WIDGET (self->editor));
  purport_card_append_heading (box, _ ("Your own judgement"));
  append_judgements (self, box);
  self->links = purport_link_list_new ();
  g_signal_connect_object (self->links, "changed", G_CALLBACK (on_links_changed), self, 0);
  gtk_box_append (box, GTK_WIDGET (self->links));
  purport_card_append_heading (box, _ ("Set it right"));
  append_button (self, row, _ ("Not a Claim"), _ ("Take the mark away, here and whenever this article is read"),
                 G_CALLBACK (on_not_a_claim));
  append_button (self, row, _ ("Said by…"), _ ("Say who makes this claim"), G_CALLBACK (on_said_by));
  gtk_box_append (box, row);
  self->corrections = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (box, GTK_WIDGET (self->corrections));
}

/* Returns: (transfer floating): what the reader wrote on @claim, to be written on. */
GtkWidget *
purport_claim_notes_new (PurportClaimItem *claim, PurportViewState *state)
{
  PurportClaimNotes *self = g_object_new (PURPORT_TYPE_CLAIM_NOTES, NULL);

  self->claim = g_object_ref (claim);
  self->state = g_object_ref (state);
  self->notebook = g_object_ref (purport_view_state_get_notebook (state));
  self->start = purport_claim_item_get_start (claim);
  self->end = purport_claim_item_get_end (claim);
  fill (self);
  update (self);
  g_signal_connect_object (self->notebook, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

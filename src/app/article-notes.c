/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The actions are a group called "page" on the page's widget: note, mark-claim, not-a-claim, mark-role,
 * mark-affiliation, edit-note, remove-note, save-notes, keep, forget.
 */
#include "config.h"

#include "app/article-notes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/library-wording.h"
#include "app/note-dialog.h"
#include "app/source-chooser.h"
#include "app/split-view.h"

struct _PurportArticleNotes {
  GtkWidget *page;
  PurportArticleView *view;
  PurportPane *pane;
  PurportViewState *state;
  PurportNotebook *notebook;
  GSimpleActionGroup *actions;
  PurportNoteItem *removed;  /* what undoing restores */
  PurportNoteItem *unmarked; /* what undoing takes back */
};

static void
add_toast (PurportArticleNotes *self, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (self->page, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL) {
    g_object_unref (toast);
    return;
  }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
say (PurportArticleNotes *self, const char *text)
{
  add_toast (self, adw_toast_new (text));
}

/*
 * A toast belongs to the window, where the actions of a page are not known: it calls the page itself. What can be
 * undone comes at once, before what others still have to say.
 */
static void
on_toast_button (AdwToast *toast, GtkWidget *page)
{
  gtk_widget_activate_action (page, g_object_get_data (G_OBJECT (toast), "action"), NULL);
}

static void
say_with_action (PurportArticleNotes *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data (G_OBJECT (toast), "action", (gpointer)action);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_toast_button), self->page, 0);
  add_toast (self, toast);
}

static gboolean
get_words (PurportArticleNotes *self, guint *start, guint *end)
{
  return purport_article_view_get_selection (self->view, start, end);
}

static char *
dup_words (PurportArticleNotes *self)
{
  return purport_article_view_dup_selection (self->view, NULL);
}

static void
note_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  PurportClaimItem *claim = purport_view_state_get_selected (self->state);
  g_autofree char *words = NULL;
  guint start, end;

  if (get_words (self, &start, &end)) {
    words = dup_words (self);
    purport_note_dialog_write (self->page, self->notebook, start, end, words);
  } else if (claim != NULL) {
    purport_split_view_set_show_pane (
        PURPORT_SPLIT_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self->pane), PURPORT_TYPE_SPLIT_VIEW)), TRUE);
    purport_pane_open_card (self->pane, claim);
    purport_pane_focus_note (self->pane);
  } else {
    say (self, _ ("Select the words that your note is about."));
  }
}

static void
mark_claim_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  guint start, end;

  if (get_words (self, &start, &end))
    purport_notebook_write (self->notebook, PURPORT_ANNOTATION_CLAIM, start, end, NULL, NULL, NULL);
  else
    say (self, _ ("Select the words of the claim."));
}

static void
not_a_claim_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  PurportNoteItem *marked;
  guint start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  marked = purport_notebook_find (self->notebook, PURPORT_ANNOTATION_CLAIM, start, end);
  if (marked != NULL) {
    purport_notebook_remove (self->notebook, marked);
    return;
  }
  marked = purport_notebook_write (self->notebook, PURPORT_ANNOTATION_NOT_A_CLAIM, start, end, NULL, NULL, NULL);
  if (marked == NULL)
    return;
  purport_pane_close_card (self->pane);
  g_set_object (&self->unmarked, marked);
  say_with_action (self, _ ("No longer marked as a claim"), _ ("_Undo"), "page.undo-not-a-claim");
}

static void
undo_not_a_claim_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;

  if (self->unmarked != NULL)
    purport_notebook_remove (self->notebook, self->unmarked);
  g_clear_object (&self->unmarked);
}

typedef struct {
  PurportNotebook *notebook;
  PurportAnnotationKind kind;
  guint start;
  guint end;
} Description;

static void
free_description (gpointer data)
{
  g_object_unref (((Description *)data)->notebook);
  g_free (data);
}

static void
describe_source (const char *name, gpointer data)
{
  const Description *description = data;

  purport_notebook_write (description->notebook, description->kind, description->start, description->end, NULL, name,
                          NULL);
}

static void
describe_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  gboolean role = g_str_equal (g_action_get_name (G_ACTION (action)), "mark-role");
  g_autofree char *words = NULL;
  Description *description;
  guint start, end;

  if (!get_words (self, &start, &end)) {
    say (self, role ? _ ("Select the words of the role.") : _ ("Select the words of the affiliation."));
    return;
  }
  words = dup_words (self);
  description = g_new (Description, 1);
  *description = (Description){ g_object_ref (self->notebook),
                                role ? PURPORT_ANNOTATION_ROLE : PURPORT_ANNOTATION_AFFILIATION, start, end };
  purport_source_chooser_ask (self->page, role ? _ ("Whose role is this?") : _ ("Whose affiliation is this?"), words,
                              purport_document_get_sources (purport_view_state_get_document (self->state)), FALSE,
                              describe_source, description, free_description);
}

static PurportNoteItem *
find_note (PurportArticleNotes *self, GVariant *id)
{
  GListModel *notes = purport_notebook_get_notes (self->notebook);
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (notes, i);
    if (g_strcmp0 (purport_note_item_get_annotation (note)->id, g_variant_get_string (id, NULL)) == 0)
      return note; /* the list has it */
  }
  return NULL;
}

static void
edit_note_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  PurportNoteItem *note = find_note (self, parameter);

  if (note != NULL)
    purport_note_dialog_edit (self->page, self->notebook, note);
}

static void
remove_note_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  PurportNoteItem *note = find_note (self, parameter);

  if (note == NULL)
    return;
  g_set_object (&self->removed, note);
  purport_notebook_remove (self->notebook, note);
  say_with_action (self, C_ ("note", "Deleted"), _ ("_Undo"), "page.restore-note");
}

static void
restore_note_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;

  if (self->removed != NULL)
    purport_notebook_restore (self->notebook, self->removed);
  g_clear_object (&self->removed);
}

static void
save_notes_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;
  GListModel *notes = purport_notebook_get_notes (self->notebook);
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (notes, i);
    if (purport_note_item_get_state (note) == PURPORT_NOTE_UNSAVED)
      purport_notebook_save_again (self->notebook, note);
  }
}

static void
keep_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportArticleNotes *self = data;

  if (purport_notebook_get_kept (self->notebook))
    say (self, _ ("This article is in your library."));
  else
    purport_notebook_keep (self->notebook);
}

static void
forget_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  purport_notebook_forget (((PurportArticleNotes *)data)->notebook);
}

static void
on_newly_kept (PurportArticleNotes *self)
{
  say_with_action (self, C_ ("article", "Kept in your library"), _ ("_Undo"), "page.forget");
}

/* Whether there is anything that trying again could help. */
static gboolean
has_unsaved (PurportArticleNotes *self)
{
  GListModel *notes = purport_notebook_get_notes (self->notebook);
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (notes, i);
    if (purport_note_item_get_state (note) == PURPORT_NOTE_UNSAVED)
      return TRUE;
  }
  return FALSE;
}

static void
on_failed (PurportNotebook *notebook, const GError *error, PurportArticleNotes *self)
{
  AdwToast *toast = adw_toast_new (purport_library_wording_problem (error));

  adw_toast_set_timeout (toast, 0); /* until it was read */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (has_unsaved (self)) {
    adw_toast_set_button_label (toast, _ ("_Try Again"));
    g_object_set_data (G_OBJECT (toast), "action", (gpointer) "page.save-notes");
    g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_toast_button), self->page, 0);
  }
  add_toast (self, toast);
}

/* The places of the notes in the text; corrections show as what they correct. */
static void
show_places (PurportArticleNotes *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PurportHitSpan));
  GListModel *notes = purport_notebook_get_notes (self->notebook);
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (notes, i);
    PurportAnnotationKind kind = purport_note_item_get_annotation (note)->kind;
    PurportHitSpan place;
    if ((kind == PURPORT_ANNOTATION_NOTE || kind == PURPORT_ANNOTATION_JUDGEMENT) &&
        purport_note_item_get_span (note, &place.start, &place.end))
      g_array_append_val (places, place);
  }
  purport_article_view_set_notes (self->view, places);
}

static void
add_actions (PurportArticleNotes *self)
{
  static const GActionEntry entries[] = {
    { "note", note_action },
    { "mark-claim", mark_claim_action },
    { "not-a-claim", not_a_claim_action, "(uu)" },
    { "undo-not-a-claim", undo_not_a_claim_action },
    { "mark-role", describe_action },
    { "mark-affiliation", describe_action },
    { "edit-note", edit_note_action, "s" },
    { "remove-note", remove_note_action, "s" },
    { "restore-note", restore_note_action },
    { "save-notes", save_notes_action },
    { "keep", keep_action },
    { "forget", forget_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->page, "page", G_ACTION_GROUP (self->actions));
  if (purport_notebook_get_private (self->notebook))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "keep")),
                                 FALSE);
}

/* Returns: (transfer full): what binds the notes of @state to @page and what is in it, which outlive it. */
PurportArticleNotes *
purport_article_notes_new (GtkWidget *page, PurportArticleView *view, PurportPane *pane, PurportViewState *state)
{
  PurportArticleNotes *self = g_new0 (PurportArticleNotes, 1);

  self->page = page;
  self->view = view;
  self->pane = pane;
  self->state = g_object_ref (state);
  self->notebook = g_object_ref (purport_view_state_get_notebook (state));
  add_actions (self);
  g_signal_connect_swapped (self->notebook, "newly-kept", G_CALLBACK (on_newly_kept), self);
  g_signal_connect (self->notebook, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect_swapped (self->notebook, "changed", G_CALLBACK (show_places), self);
  return self;
}

void
purport_article_notes_free (PurportArticleNotes *self)
{
  g_signal_handlers_disconnect_by_data (self->notebook, self);
  gtk_widget_insert_action_group (self->page, "page", NULL);
  g_clear_object (&self->removed);
  g_clear_object (&self->unmarked);
  g_object_unref (self->actions);
  g_object_unref (self->notebook);
  g_object_unref (self->state);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In order of the text; those whose words are no longer found come last and say so. */
#include "config.h"

#include "app/notes-page.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/list-rows.h"
#include "app/note-row.h"

struct _PurportNotesPage {
  GtkWidget parent_instance;
  GtkWidget *content;
  GtkLabel *kept_label;
  GtkStack *stack;
  GtkListView *list;
  PurportViewState *state;
};

static guint passage_requested_signal;

G_DEFINE_FINAL_TYPE (PurportNotesPage, purport_notes_page, GTK_TYPE_WIDGET)

static PurportNotebook *
get_notebook (PurportNotesPage *self)
{
  return purport_view_state_get_notebook (self->state);
}

static void
update (PurportNotesPage *self)
{
  PurportNotebook *notebook = get_notebook (self);
  const char *text = _ ("This article is not in your library.");

  if (purport_notebook_get_private (notebook))
    text = _ ("Private window: nothing is kept.");
  else if (purport_notebook_get_kept (notebook))
    text = _ ("This article is in your library.");
  gtk_label_set_text (self->kept_label, text);
  gtk_stack_set_visible_child_name (self->stack, purport_notes_page_get_n_notes (self) > 0 ? "list" : "empty");
}

/* What notes say changes without the list changing: the rows are filled anew. */
static void
on_changed (PurportNotesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = purport_list_rows_factory_new (purport_note_row_new, purport_note_row_bind);

  gtk_list_view_set_factory (self->list, factory);
  update (self);
}

static void
on_row_activated (GtkListView *list, guint position, PurportNotesPage *self)
{
  g_autoptr (PurportNoteItem) note = g_list_model_get_item (purport_notebook_get_notes (get_notebook (self)), position);
  guint start, end;

  if (note != NULL && purport_note_item_get_span (note, &start, &end))
    g_signal_emit (self, passage_requested_signal, 0, start, end);
}

static void
purport_notes_page_dispose (GObject *object)
{
  PurportNotesPage *self = PURPORT_NOTES_PAGE (object);

  purport_notes_page_set_state (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_notes_page_parent_class)->dispose (object);
}

static void
purport_notes_page_class_init (PurportNotesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_notes_page_dispose;
  passage_requested_signal = g_signal_new ("passage-requested", PURPORT_TYPE_NOTES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportNotesPage, content);
  gtk_widget_class_bind_template_child (widget_class, PurportNotesPage, kept_label);
  gtk_widget_class_bind_template_child (widget_class, PurportNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportNotesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
purport_notes_page_init (PurportNotesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
}

/* Binds to the notes on a document; %NULL: to nothing. */
void
purport_notes_page_set_state (PurportNotesPage *self, PurportViewState *state)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  if (self->state == state)
    return;
  if (self->state != NULL) {
    g_signal_handlers_disconnect_by_data (get_notebook (self), self);
    if (self->list != NULL)
      gtk_list_view_set_model (self->list, NULL);
  }
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  selection = gtk_no_selection_new (g_object_ref (purport_notebook_get_notes (get_notebook (self))));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_swapped (get_notebook (self), "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (get_notebook (self), "notify::kept", G_CALLBACK (update), self);
  on_changed (self);
}

/* Returns: how many there are. */
guint
purport_notes_page_get_n_notes (PurportNotesPage *self)
{
  return self->state != NULL ? g_list_model_get_n_items (purport_notebook_get_notes (get_notebook (self))) : 0;
}

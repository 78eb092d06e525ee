/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view switcher over the three pages; the counts are part of the titles, so that screen readers say them. */
#include "config.h"

#include "app/pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/claims-page.h"
#include "app/experts-page.h"
#include "app/figures-page.h"
#include "app/glance-page.h"
#include "app/notes-page.h"

struct _PurportPane {
  GtkWidget parent_instance;
  GtkWidget *content;
  GtkWidget *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwViewStack *stack;
  PurportClaimsPage *claims_page;
  PurportExpertsPage *experts_page;
  PurportFiguresPage *figures_page;
  PurportGlancePage *glance_page;
  PurportNotesPage *notes_page;
  PurportViewState *state;
};

enum { CLAIM_ACTIVATED, PASSAGE_REQUESTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportPane, purport_pane, GTK_TYPE_WIDGET)

static void
set_title (PurportPane *self, gpointer page, const char *title, const char *counted, guint n, gboolean ready)
{
  AdwViewStackPage *stack_page = adw_view_stack_get_page (self->stack, GTK_WIDGET (page));
  g_autoptr (GString) text = g_string_new (ready ? counted : title);
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (text, "%u", number, 1);
  adw_view_stack_page_set_title (stack_page, text->str);
}

static void
update_titles (PurportPane *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  gboolean ready = purport_document_get_state (document) == PURPORT_DOCUMENT_READY;

  set_title (self, self->claims_page, _ ("Claims"), C_ ("pane", "Claims %u"),
             g_list_model_get_n_items (purport_document_get_claims (document)), ready);
  set_title (self, self->experts_page, _ ("Experts"), C_ ("pane", "Experts %u"),
             purport_experts_page_get_n_experts (self->experts_page), ready);
  set_title (self, self->figures_page, _ ("Figures"), C_ ("pane", "Figures %u"),
             purport_figures_page_get_n_figures (self->figures_page), ready);
}

/* The page is there as long as there is something on it. */
static void
update_notes (PurportPane *self)
{
  guint n = purport_notes_page_get_n_notes (self->notes_page);
  AdwViewStackPage *page = adw_view_stack_get_page (self->stack, GTK_WIDGET (self->notes_page));

  set_title (self, self->notes_page, _ ("Notes"), C_ ("pane", "Notes %u"), n, n > 0);
  adw_view_stack_page_set_visible (page, n > 0);
  if (n == 0 && adw_view_stack_get_visible_child (self->stack) == GTK_WIDGET (self->notes_page))
    adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->claims_page));
}

static void
on_claim_activated (GtkWidget *page, PurportClaimItem *claim, PurportPane *self)
{
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, claim);
}

static void
on_source_requested (GtkWidget *page, guint index, PurportPane *self)
{
  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->experts_page));
  purport_experts_page_show_source (self->experts_page, index);
}

static void
on_passage_requested (GtkWidget *page, guint start, guint end, PurportPane *self)
{
  g_signal_emit (self, signals[PASSAGE_REQUESTED], 0, start, end);
}

static void
purport_pane_dispose (GObject *object)
{
  PurportPane *self = PURPORT_PANE (object);

  purport_pane_set_state (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_pane_parent_class)->dispose (object);
}

static void
purport_pane_class_init (PurportPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_pane_dispose;
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", PURPORT_TYPE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, PURPORT_TYPE_CLAIM_ITEM);
  signals[PASSAGE_REQUESTED] = g_signal_new ("passage-requested", PURPORT_TYPE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (PURPORT_TYPE_CLAIMS_PAGE);
  g_type_ensure (PURPORT_TYPE_EXPERTS_PAGE);
  g_type_ensure (PURPORT_TYPE_FIGURES_PAGE);
  g_type_ensure (PURPORT_TYPE_GLANCE_PAGE);
  g_type_ensure (PURPORT_TYPE_NOTES_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportPane, content);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, claims_page);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, experts_page);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, figures_page);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, glance_page);
  gtk_widget_class_bind_template_child (widget_class, PurportPane, notes_page);
  gtk_widget_class_bind_template_callback (widget_class, on_claim_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_source_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_passage_requested);
}

static void
purport_pane_init (PurportPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  purport_pane_set_narrow (self, FALSE);
}

/* Binds all pages to what is shown of a document; %NULL: to nothing. */
void
purport_pane_set_state (PurportPane *self, PurportViewState *state)
{
  if (self->state == state)
    return;
  if (self->state != NULL) {
    g_signal_handlers_disconnect_by_data (purport_view_state_get_document (self->state), self);
    g_signal_handlers_disconnect_by_data (purport_view_state_get_notebook (self->state), self);
  }
  g_set_object (&self->state, state);
  purport_claims_page_set_state (self->claims_page, state);
  purport_experts_page_set_state (self->experts_page, state);
  purport_figures_page_set_state (self->figures_page, state);
  purport_glance_page_set_state (self->glance_page, state);
  purport_notes_page_set_state (self->notes_page, state);
  if (state == NULL)
    return;
  g_signal_connect_swapped (purport_view_state_get_document (state), "notify::state", G_CALLBACK (update_titles), self);
  g_signal_connect_data (purport_view_state_get_notebook (state), "changed", G_CALLBACK (update_notes), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_titles (self);
  update_notes (self);
}

/* Shows the claims page with the card of @claim. */
void
purport_pane_open_card (PurportPane *self, PurportClaimItem *claim)
{
  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->claims_page));
  purport_claims_page_open_card (self->claims_page, claim);
}

/* Puts the cursor into the note of the card that is open. */
void
purport_pane_focus_note (PurportPane *self)
{
  purport_claims_page_focus_note (self->claims_page);
}

/* Goes back from the card to the list of claims. Returns: whether a card showed. */
gboolean
purport_pane_close_card (PurportPane *self)
{
  if (adw_view_stack_get_visible_child (self->stack) != GTK_WIDGET (self->claims_page))
    return FALSE;
  return purport_claims_page_close_card (self->claims_page);
}

/* Puts the switcher at the lower edge, within a thumb's reach, where the pane takes the whole window. */
void
purport_pane_set_narrow (PurportPane *self, gboolean narrow)
{
  gtk_widget_set_visible (self->switcher, !narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  purport_accessible_set_hidden (GTK_WIDGET (self->switcher_bar), !narrow);
}

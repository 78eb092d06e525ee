/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list and a card in one stack; Back, Esc and Alt+Left lead from the card to the list. */
#include "config.h"

#include "app/claims-page.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/claim-card.h"
#include "app/claim-row.h"
#include "app/fixed-selection.h"
#include "app/growing-list.h"
#include "app/list-rows.h"
#include "app/speaker-menu.h"

struct _PurportClaimsPage {
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkFlowBox *chip_box;
  GtkWidget *speaker_bar;
  GtkLabel *speaker_label;
  GtkStack *list_stack;
  GtkListView *list;
  GtkLabel *empty_label;
  GtkWidget *clear_button;
  GtkWidget *back_button;
  PurportClaimCard *card;
  GtkLabel *position;
  GtkToggleButton *chips[PURPORT_N_TRAITS];
  GtkWidget *speaker_menu;
  PurportGrowingList *rows;
  PurportFixedSelection *selection; /* of the rows */
  PurportViewState *state;
  gboolean updating;
};

enum { CLAIM_ACTIVATED, SOURCE_REQUESTED, PASSAGE_REQUESTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportClaimsPage, purport_claims_page, GTK_TYPE_WIDGET)

static const char *
get_chip_format (PurportTrait chip)
{
  switch (chip) {
  case PURPORT_TRAIT_DISPUTED:
    return C_ ("chip", "Disputed %u");
  case PURPORT_TRAIT_HEDGED:
    return C_ ("chip", "Hedged %u");
  case PURPORT_TRAIT_NO_EVIDENCE:
    return C_ ("chip", "No evidence %u");
  case PURPORT_TRAIT_FIGURES:
    return C_ ("chip", "With figures %u");
  case PURPORT_TRAIT_OWN_VOICE:
    return C_ ("chip", "Article’s own voice %u");
  case PURPORT_N_TRAITS:
  default:
    g_return_val_if_reached ("%u");
  }
}

static void
update_chips (PurportClaimsPage *self)
{
  self->updating = TRUE;
  for (guint chip = 0; chip < PURPORT_N_TRAITS; chip++) {
    guint n = purport_view_state_count_chip (self->state, chip);
    g_autoptr (GString) text = g_string_new (get_chip_format (chip));
    g_autofree char *number = g_strdup_printf ("%u", n);
    gboolean active = purport_view_state_get_chip (self->state, chip);
    g_string_replace (text, "%u", number, 1);
    gtk_button_set_label (GTK_BUTTON (self->chips[chip]), text->str);
    gtk_toggle_button_set_active (self->chips[chip], active);
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->chips[chip])), n > 0 || active);
  }
  self->updating = FALSE;
}

static void
update_speaker (PurportClaimsPage *self)
{
  PurportSourceItem *speaker = purport_view_state_get_speaker (self->state);
  g_autofree char *text = NULL;

  if (speaker != NULL)
    text = g_strdup_printf (_ ("Only what %s says"), purport_source_item_get_name (speaker));
  gtk_label_set_text (self->speaker_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->speaker_bar, speaker != NULL);
  purport_speaker_menu_update (self->speaker_menu, self->state);
}

static void
update_empty (PurportClaimsPage *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  guint shown = g_list_model_get_n_items (purport_view_state_get_claims (self->state));
  guint all = g_list_model_get_n_items (purport_document_get_claims (document));
  const char *text = _ ("No claims were found in this article.");

  if (purport_document_get_state (document) == PURPORT_DOCUMENT_READING)
    text = _ ("Looking for claims…");
  else if (purport_document_get_state (document) == PURPORT_DOCUMENT_UNREAD)
    text = _ ("This article was not read for claims.");
  else if (!purport_document_is_english (document))
    text = _ ("This article does not seem to be in English, the only language that is read; nothing in it is marked.");
  else if (all > 0)
    text = _ ("No claim passes these filters.");
  gtk_label_set_text (self->empty_label, text);
  gtk_widget_set_visible (self->clear_button, all > 0);
  gtk_stack_set_visible_child_name (self->list_stack, shown > 0 ? "list" : "empty");
}

/* Where the selected claim stands among those that the filters let through, which are in order of the text. */
static guint
find_selected (PurportClaimsPage *self)
{
  PurportClaimItem *selected = purport_view_state_get_selected (self->state);
  GListModel *claims = purport_view_state_get_claims (self->state);
  guint low = 0, n = g_list_model_get_n_items (claims), high = n;
  g_autoptr (PurportClaimItem) found = NULL;

  while (selected != NULL && low < high) {
    guint middle = low + (high - low) / 2;
    g_autoptr (PurportClaimItem) claim = g_list_model_get_item (claims, middle);
    if (purport_claim_item_get_index (claim) < purport_claim_item_get_index (selected))
      low = middle + 1;
    else
      high = middle;
  }
  found = selected != NULL ? g_list_model_get_item (claims, low) : NULL;
  return found != NULL && found == selected ? low : GTK_INVALID_LIST_POSITION;
}

/* A list that begins anew shows the selected claim, as soon as its row has come, or else its beginning. */
static void
on_rows_changed (PurportClaimsPage *self, guint position, guint removed, guint added)
{
  guint selected = find_selected (self);

  if (added == 0 || (selected != GTK_INVALID_LIST_POSITION && selected >= position + added))
    return;
  if (selected != GTK_INVALID_LIST_POSITION && selected >= position) {
    purport_fixed_selection_set_selected (self->selection, selected);
    purport_list_rows_scroll_to (self->list, selected);
  } else if (position == 0) {
    purport_list_rows_scroll_to (self->list, 0);
  }
}

static void
update_selection (PurportClaimsPage *self)
{
  guint position = find_selected (self);

  if (position != GTK_INVALID_LIST_POSITION)
    purport_growing_list_reach (self->rows, position);
  purport_fixed_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    purport_list_rows_scroll_to (self->list, position);
}

/* The label is a status: screen readers say it when another claim is opened. */
static void
update_position (PurportClaimsPage *self)
{
  guint position = find_selected (self), n = g_list_model_get_n_items (purport_view_state_get_claims (self->state));
  g_autofree char *text = NULL;

  if (position != GTK_INVALID_LIST_POSITION)
    text = g_strdup_printf (_ ("Claim %u of %u"), position + 1, n);
  gtk_label_set_text (self->position, text != NULL ? text : "");
}

static void
on_marks_changed (PurportClaimsPage *self)
{
  update_chips (self);
  update_speaker (self);
  update_empty (self);
}

static void
on_selected (PurportClaimsPage *self)
{
  PurportClaimItem *selected = purport_view_state_get_selected (self->state);

  update_selection (self);
  update_position (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "card") != 0)
    return;
  if (selected != NULL)
    purport_claim_card_set_claim (self->card, selected, self->state);
  else
    purport_claims_page_close_card (self);
}

static void
on_chip_toggled (GtkToggleButton *button, PurportClaimsPage *self)
{
  if (self->updating || self->state == NULL)
    return;
  for (guint chip = 0; chip < PURPORT_N_TRAITS; chip++)
    if (self->chips[chip] == button)
      purport_view_state_set_chip (self->state, chip, gtk_toggle_button_get_active (button));
}

static void
on_row_activated (GtkListView *list, guint position, PurportClaimsPage *self)
{
  g_autoptr (PurportClaimItem) claim = g_list_model_get_item (purport_view_state_get_claims (self->state), position);

  if (claim != NULL)
    g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, claim);
}

static void
on_clear_filters (PurportClaimsPage *self)
{
  if (self->state != NULL)
    purport_view_state_clear_filters (self->state);
}

static void
on_clear_speaker (PurportClaimsPage *self)
{
  if (self->state != NULL)
    purport_view_state_set_speaker (self->state, NULL);
}

static void
on_back (PurportClaimsPage *self)
{
  purport_claims_page_close_card (self);
}

static void
on_source_requested (PurportClaimCard *card, guint index, PurportClaimsPage *self)
{
  g_signal_emit (self, signals[SOURCE_REQUESTED], 0, index);
}

static void
on_claim_requested (PurportClaimCard *card, guint index, PurportClaimsPage *self)
{
  g_autoptr (PurportClaimItem) claim = purport_view_state_dup_claim (self->state, index);

  if (claim != NULL)
    g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, claim);
}

static void
on_passage_requested (PurportClaimCard *card, guint start, guint end, PurportClaimsPage *self)
{
  g_signal_emit (self, signals[PASSAGE_REQUESTED], 0, start, end);
}

static void
purport_claims_page_dispose (GObject *object)
{
  PurportClaimsPage *self = PURPORT_CLAIMS_PAGE (object);

  purport_claims_page_set_state (self, NULL);
  if (self->stack != NULL) {
    gtk_widget_unparent (GTK_WIDGET (self->stack));
    self->stack = NULL;
  }
  G_OBJECT_CLASS (purport_claims_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, chip_box);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, speaker_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, list);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, card);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimsPage, position);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_speaker);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_source_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_claim_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_passage_requested);
}

static void
purport_claims_page_class_init (PurportClaimsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_claims_page_dispose;
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", PURPORT_TYPE_CLAIMS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, PURPORT_TYPE_CLAIM_ITEM);
  signals[SOURCE_REQUESTED] = g_signal_new ("source-requested", PURPORT_TYPE_CLAIMS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PASSAGE_REQUESTED] = g_signal_new ("passage-requested", PURPORT_TYPE_CLAIMS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (PURPORT_TYPE_CLAIM_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/claims-page.ui");
  bind_children (widget_class);
}

static void
append_chip (PurportClaimsPage *self, GtkWidget *chip)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->chip_box, child);
}

static void
add_chips (PurportClaimsPage *self)
{
  for (guint chip = 0; chip < PURPORT_N_TRAITS; chip++) {
    GtkWidget *button = gtk_toggle_button_new ();
    gtk_widget_add_css_class (button, "chip");
    g_signal_connect (button, "toggled", G_CALLBACK (on_chip_toggled), self);
    append_chip (self, button);
    self->chips[chip] = GTK_TOGGLE_BUTTON (button);
  }
  self->speaker_menu = purport_speaker_menu_new ();
  append_chip (self, self->speaker_menu);
}

static void
purport_claims_page_init (PurportClaimsPage *self)
{
  g_autoptr (GtkListItemFactory) factory =
      purport_list_rows_factory_new (purport_claim_row_new, purport_claim_row_bind);

  gtk_widget_init_template (GTK_WIDGET (self));
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  purport_accessible_follow_stack (GTK_WIDGET (self->list_stack));
  gtk_list_view_set_factory (self->list, factory);
  add_chips (self);
}

/* Binds to what is shown of a document; %NULL: to nothing. */
void
purport_claims_page_set_state (PurportClaimsPage *self, PurportViewState *state)
{
  if (self->state == state)
    return;
  if (self->state != NULL) {
    g_signal_handlers_disconnect_by_data (self->state, self);
    g_signal_handlers_disconnect_by_data (purport_view_state_get_document (self->state), self);
    if (self->list != NULL)
      gtk_list_view_set_model (self->list, NULL);
    g_clear_object (&self->selection);
    g_clear_object (&self->rows);
    if (self->stack != NULL)
      purport_speaker_menu_update (self->speaker_menu, NULL);
  }
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  self->rows = purport_growing_list_new (purport_view_state_get_claims (state), GTK_WIDGET (self->list));
  self->selection = purport_fixed_selection_new (G_LIST_MODEL (self->rows));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (state, "marks-changed", G_CALLBACK (on_marks_changed), self);
  g_signal_connect_swapped (state, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (purport_view_state_get_document (state), "notify::state", G_CALLBACK (update_empty), self);
  on_marks_changed (self);
}

/* Shows the card of @claim in place of the list. */
void
purport_claims_page_open_card (PurportClaimsPage *self, PurportClaimItem *claim)
{
  purport_claim_card_set_claim (self->card, claim, self->state);
  update_position (self);
  gtk_stack_set_visible_child_name (self->stack, "card");
}

/* Puts the cursor into the note of the card that is open. */
void
purport_claims_page_focus_note (PurportClaimsPage *self)
{
  purport_claim_card_focus_note (self->card);
}

/* Goes back to the list. Returns: whether a card was open. */
gboolean
purport_claims_page_close_card (PurportClaimsPage *self)
{
  gboolean within = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "card") != 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (within)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return TRUE;
}

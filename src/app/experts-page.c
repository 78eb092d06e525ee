/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Experts first, then the other sources that claim something, with a tally of all of them above. */
#include "config.h"

#include "app/experts-page.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/expert-row.h"
#include "app/fixed-selection.h"
#include "app/growing-list.h"
#include "app/list-rows.h"
#include "app/tally-bar.h"
#include "app/wording.h"
#include "model/chosen-list.h"

struct _PurportExpertsPage {
  GtkWidget parent_instance;
  GtkWidget *content;
  PurportTallyBar *tally_bar;
  GtkLabel *tally;
  GtkWidget *speaker_bar;
  GtkLabel *speaker_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *empty_label;
  PurportChosenList *listed;
  PurportGrowingList *rows;         /* of @listed */
  PurportFixedSelection *selection; /* of @rows */
  PurportViewState *state;
  guint mention; /* the one that was shown last, counted from 1; 0: none yet */
};

static guint passage_requested_signal;

G_DEFINE_FINAL_TYPE (PurportExpertsPage, purport_experts_page, GTK_TYPE_WIDGET)

/* Appends @words (transfer full), "2 people" or the like, where there are any. */
static void
append_count (GString *out, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", words);
  g_free (words);
}

static void
append_types (GString *out, const guint *types)
{
  guint people = types[PURPORT_SOURCE_PERSON], organizations = types[PURPORT_SOURCE_ORGANIZATION];
  guint documents = types[PURPORT_SOURCE_DOCUMENT], groups = types[PURPORT_SOURCE_GROUP];

  append_count (out, people, g_strdup_printf (ngettext ("%u person", "%u people", people), people));
  append_count (out, organizations,
                g_strdup_printf (ngettext ("%u organisation", "%u organisations", organizations), organizations));
  append_count (out, documents, g_strdup_printf (ngettext ("%u document", "%u documents", documents), documents));
  append_count (out, groups, g_strdup_printf (ngettext ("%u unnamed group", "%u unnamed groups", groups), groups));
}

static void
append_stands (GString *out, const guint *stands)
{
  guint authors = stands[PURPORT_INDEPENDENCE_AUTHOR], independent = stands[PURPORT_INDEPENDENCE_INDEPENDENT];
  guint interested = stands[PURPORT_INDEPENDENCE_INTERESTED];

  append_count (out, authors,
                g_strdup_printf (ngettext ("%u author of the study", "%u authors of the study", authors), authors));
  /* Translators: so many sources, of all kinds, are independent of what they speak of */
  append_count (out, independent,
                g_strdup_printf (ngettext ("%u independent", "%u independent", independent), independent));
  /* Translators: so many sources, of all kinds, speak on their own behalf */
  append_count (out, interested, g_strdup_printf (ngettext ("%u interested", "%u interested", interested), interested));
}

/* Returns: (transfer none) (nullable): what was found in the article. */
static const PurportReadingContext *
get_context (PurportExpertsPage *self)
{
  return purport_document_get_context (purport_view_state_get_document (self->state));
}

/* How many sources there are of each kind, and how they stand to what the article is about; a document, which is the
 * study or is not, has no stand of its own. */
static void
update_tally (PurportExpertsPage *self)
{
  const PurportReadingContext *context = get_context (self);
  guint types[4] = { 0 }, stands[4] = { 0 }, n = context != NULL ? context->reading->sources->len : 0;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    const PurportSource *source = &g_array_index (context->reading->sources, PurportSource, i);
    types[source->type]++;
    if (source->type != PURPORT_SOURCE_DOCUMENT)
      stands[source->independence]++;
  }
  append_types (out, types);
  append_stands (out, stands);
  purport_tally_bar_set_counts (self->tally_bar, types);
  gtk_widget_set_visible (GTK_WIDGET (self->tally_bar), n > 0);
  gtk_label_set_text (self->tally, out->str);
  gtk_widget_set_visible (GTK_WIDGET (self->tally), out->len > 0);
}

static void
update_empty (PurportExpertsPage *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->listed));
  gboolean reading = purport_document_get_state (document) == PURPORT_DOCUMENT_READING;

  gtk_label_set_text (self->empty_label,
                      reading ? _ ("Looking for experts…") : _ ("No experts were found in this article."));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
on_bind (PurportExpertsPage *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);

  purport_expert_row_set_first_other (gtk_list_item_get_child (item),
                                      position == purport_experts_page_get_n_experts (self));
}

static void
on_sources_changed (PurportExpertsPage *self)
{
  const PurportReadingContext *context = get_context (self);

  purport_chosen_list_choose (self->listed, context != NULL ? g_array_ref (context->listed_sources) : NULL);
  update_tally (self);
  update_empty (self);
}

/* Returns: the row of @source, which is there from now on, or %GTK_INVALID_LIST_POSITION. */
static guint
find_position (PurportExpertsPage *self, PurportSourceItem *source)
{
  const GArray *listed = get_context (self)->listed_sources;

  for (guint i = 0; i < listed->len; i++)
    if (g_array_index (listed, guint32, i) == purport_source_item_get_index (source)) {
      purport_growing_list_reach (self->rows, i);
      return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
on_speaker (PurportExpertsPage *self)
{
  PurportSourceItem *speaker = purport_view_state_get_speaker (self->state);
  g_autofree char *text = NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  self->mention = 0;
  if (speaker != NULL) {
    text = g_strdup_printf (_ ("Marked: only what %s says"), purport_source_item_get_name (speaker));
    position = find_position (self, speaker);
  }
  gtk_label_set_text (self->speaker_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->speaker_bar, speaker != NULL);
  purport_fixed_selection_set_selected (self->selection, position);
}

static void
on_row_activated (GtkListView *list, guint position, PurportExpertsPage *self)
{
  g_autoptr (PurportSourceItem) source = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (source == NULL)
    return;
  purport_view_state_set_speaker (self->state, source);
}

static void
on_clear (PurportExpertsPage *self)
{
  purport_view_state_set_speaker (self->state, NULL);
}

static void
step_mention (PurportExpertsPage *self, int direction)
{
  PurportSourceItem *speaker = purport_view_state_get_speaker (self->state);
  g_autoptr (GPtrArray) mentions = speaker != NULL ? purport_source_item_dup_mentions (speaker) : NULL;
  const PurportPassage *mention;

  if (mentions == NULL || mentions->len == 0)
    return;
  if (direction > 0)
    self->mention = self->mention >= mentions->len ? 1 : self->mention + 1;
  else
    self->mention = self->mention <= 1 ? mentions->len : self->mention - 1;
  mention = g_ptr_array_index (mentions, self->mention - 1);
  g_signal_emit (self, passage_requested_signal, 0, mention->start, mention->end);
}

static void
on_previous (PurportExpertsPage *self)
{
  step_mention (self, -1);
}

static void
on_next (PurportExpertsPage *self)
{
  step_mention (self, 1);
}

static void
purport_experts_page_dispose (GObject *object)
{
  PurportExpertsPage *self = PURPORT_EXPERTS_PAGE (object);

  purport_experts_page_set_state (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_experts_page_parent_class)->dispose (object);
}

static void
purport_experts_page_class_init (PurportExpertsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_experts_page_dispose;
  passage_requested_signal = g_signal_new ("passage-requested", PURPORT_TYPE_EXPERTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (PURPORT_TYPE_TALLY_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/experts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, content);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, tally_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, tally);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, speaker_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, list);
  gtk_widget_class_bind_template_child (widget_class, PurportExpertsPage, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
}

static void
purport_experts_page_init (PurportExpertsPage *self)
{
  g_autoptr (GtkListItemFactory) factory =
      purport_list_rows_factory_new (purport_expert_row_new, purport_expert_row_bind);

  gtk_widget_init_template (GTK_WIDGET (self));
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_factory (self->list, factory);
}

/* Binds to what is shown of a document; %NULL: to nothing. */
void
purport_experts_page_set_state (PurportExpertsPage *self, PurportViewState *state)
{
  PurportDocument *document;

  if (self->state == state)
    return;
  if (self->state != NULL) {
    document = purport_view_state_get_document (self->state);
    g_signal_handlers_disconnect_by_data (self->state, self);
    g_signal_handlers_disconnect_by_data (document, self);
    g_signal_handlers_disconnect_by_data (purport_document_get_sources (document), self);
    gtk_list_view_set_model (self->list, NULL);
    g_clear_object (&self->selection);
    g_clear_object (&self->rows);
    g_clear_object (&self->listed);
  }
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  document = purport_view_state_get_document (state);
  self->listed = purport_chosen_list_new (purport_document_get_sources (document));
  self->rows = purport_growing_list_new (G_LIST_MODEL (self->listed), GTK_WIDGET (self->list));
  self->selection = purport_fixed_selection_new (G_LIST_MODEL (self->rows));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_data (purport_document_get_sources (document), "items-changed", G_CALLBACK (on_sources_changed),
                         self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (update_empty), self);
  g_signal_connect_swapped (state, "notify::speaker", G_CALLBACK (on_speaker), self);
  on_sources_changed (self);
  on_speaker (self);
}

/* Returns: how many of the sources are experts. */
guint
purport_experts_page_get_n_experts (PurportExpertsPage *self)
{
  const PurportReadingContext *context = self->state != NULL ? get_context (self) : NULL;

  return context != NULL ? context->n_experts : 0;
}

/* Brings the row of the source @index into view and focuses it, without filtering. */
void
purport_experts_page_show_source (PurportExpertsPage *self, guint32 index)
{
  g_autoptr (PurportSourceItem) source = purport_view_state_dup_source (self->state, index);
  guint position = source != NULL ? find_position (self, source) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  purport_fixed_selection_set_selected (self->selection, position);
  purport_list_rows_scroll_to (self->list, position);
}

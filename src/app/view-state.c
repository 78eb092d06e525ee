/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters claims by chips and speaker, and decides which of them are marked in the text. */
#include "app/view-state.h"

#include "model/chosen-list.h"

struct _PurportViewState {
  GObject parent_instance;
  PurportDocument *document;
  PurportNotebook *notebook;
  PurportChosenList *claims;
  guint chips; /* bit 1 << PurportTrait for those that are active */
  PurportSourceItem *speaker;
  char *density;
  gboolean show_marks;
  gboolean letter_keys;
  PurportClaimItem *selected;
};

enum { PROP_0, PROP_DENSITY, PROP_SHOW_MARKS, PROP_LETTER_KEYS, PROP_SPEAKER, PROP_SELECTED, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];
static guint marks_changed_signal;

G_DEFINE_FINAL_TYPE (PurportViewState, purport_view_state, G_TYPE_OBJECT)

/* Whether the filters let the claim @claim of the reading through. */
static gboolean
passes (PurportViewState *self, guint32 claim)
{
  const PurportReadingContext *context = purport_document_get_context (self->document);

  if (self->speaker != NULL &&
      purport_reading_context_get_claim (context, claim)->source != purport_source_item_get_index (self->speaker))
    return FALSE;
  return (context->traits[claim] & self->chips) == self->chips;
}

static void
emit_marks_changed (PurportViewState *self)
{
  g_signal_emit (self, marks_changed_signal, 0);
}

static void
filter_changed (PurportViewState *self)
{
  guint n = g_list_model_get_n_items (purport_document_get_claims (self->document));
  GArray *chosen = purport_view_state_is_filtered (self) ? g_array_new (FALSE, FALSE, sizeof (guint32)) : NULL;

  for (guint32 claim = 0; chosen != NULL && claim < n; claim++)
    if (passes (self, claim))
      g_array_append_val (chosen, claim);
  purport_chosen_list_choose (self->claims, chosen);
  emit_marks_changed (self);
}

/* Returns: (transfer full) (nullable): the claim of @claims that shares most words with @old, of a reading before. */
static PurportClaimItem *
dup_same_claim (GListModel *claims, PurportClaimItem *old)
{
  g_autoptr (PurportClaimItem) found = NULL;
  guint n = g_list_model_get_n_items (claims), most = 0;

  for (guint i = 0; old != NULL && i < n; i++) {
    g_autoptr (PurportClaimItem) claim = g_list_model_get_item (claims, i);
    guint start = MAX (purport_claim_item_get_start (claim), purport_claim_item_get_start (old));
    guint end = MIN (purport_claim_item_get_end (claim), purport_claim_item_get_end (old));
    if (end > start && end - start > most) {
      most = end - start;
      g_set_object (&found, claim);
    }
  }
  return g_steal_pointer (&found);
}

/* Returns: (transfer full) (nullable): the source that is called as @old, of a reading before. */
static PurportSourceItem *
dup_same_source (GListModel *sources, PurportSourceItem *old)
{
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; old != NULL && i < n; i++) {
    g_autoptr (PurportSourceItem) source = g_list_model_get_item (sources, i);
    if (g_strcmp0 (purport_source_item_get_name (source), purport_source_item_get_name (old)) == 0)
      return g_steal_pointer (&source);
  }
  return NULL;
}

/* A text that is read again with corrections keeps what was selected and filtered; another text does not. */
static void
on_claims_changed (GListModel *claims, guint position, guint removed, guint added, PurportViewState *self)
{
  guint n = g_list_model_get_n_items (claims);
  g_autoptr (PurportClaimItem) selected = dup_same_claim (claims, self->selected);
  g_autoptr (PurportSourceItem) speaker =
      n > 0 ? dup_same_source (purport_document_get_sources (self->document), self->speaker) : NULL;

  for (guint trait = 0; trait < PURPORT_N_TRAITS; trait++)
    if (purport_view_state_count_chip (self, trait) == 0)
      self->chips &= ~(1u << trait);
  if (g_set_object (&self->speaker, speaker))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKER]);
  filter_changed (self);
  purport_view_state_set_selected (self, selected);
}

static void
purport_view_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PurportViewState *self = PURPORT_VIEW_STATE (object);

  switch (id) {
  case PROP_DENSITY:
    g_value_set_string (value, self->density);
    break;
  case PROP_SHOW_MARKS:
    g_value_set_boolean (value, self->show_marks);
    break;
  case PROP_LETTER_KEYS:
    g_value_set_boolean (value, self->letter_keys);
    break;
  case PROP_SPEAKER:
    g_value_set_object (value, self->speaker);
    break;
  case PROP_SELECTED:
    g_value_set_object (value, self->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_density (PurportViewState *self, const char *density)
{
  if (g_strcmp0 (self->density, density) == 0)
    return;
  g_free (self->density);
  self->density = g_strdup (density);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DENSITY]);
  emit_marks_changed (self);
}

static void
purport_view_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PurportViewState *self = PURPORT_VIEW_STATE (object);

  switch (id) {
  case PROP_DENSITY:
    set_density (self, g_value_get_string (value));
    break;
  case PROP_SHOW_MARKS:
    purport_view_state_set_show_marks (self, g_value_get_boolean (value));
    break;
  case PROP_LETTER_KEYS:
    self->letter_keys = g_value_get_boolean (value);
    break;
  case PROP_SPEAKER:
    purport_view_state_set_speaker (self, g_value_get_object (value));
    break;
  case PROP_SELECTED:
    purport_view_state_set_selected (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
purport_view_state_dispose (GObject *object)
{
  PurportViewState *self = PURPORT_VIEW_STATE (object);

  g_clear_object (&self->claims);
  g_clear_object (&self->speaker);
  g_clear_object (&self->selected);
  g_clear_object (&self->document);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->density, g_free);
  G_OBJECT_CLASS (purport_view_state_parent_class)->dispose (object);
}

static void
purport_view_state_class_init (PurportViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = purport_view_state_get_property;
  object_class->set_property = purport_view_state_set_property;
  object_class->dispose = purport_view_state_dispose;
  properties[PROP_DENSITY] = g_param_spec_string ("density", NULL, NULL, "main", flags);
  properties[PROP_SHOW_MARKS] = g_param_spec_boolean ("show-marks", NULL, NULL, TRUE, flags);
  properties[PROP_LETTER_KEYS] = g_param_spec_boolean ("letter-keys", NULL, NULL, TRUE, flags);
  properties[PROP_SPEAKER] = g_param_spec_object ("speaker", NULL, NULL, PURPORT_TYPE_SOURCE_ITEM, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, PURPORT_TYPE_CLAIM_ITEM, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  marks_changed_signal =
      g_signal_new ("marks-changed", PURPORT_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
purport_view_state_init (PurportViewState *self)
{
  self->density = g_strdup ("main");
  self->show_marks = TRUE;
  self->letter_keys = TRUE;
}

/* Returns: (transfer full): what is shown of @document: everything, marked with the main density; and of the notes on
 * it. */
PurportViewState *
purport_view_state_new (PurportDocument *document, PurportNotebook *notebook)
{
  PurportViewState *self = g_object_new (PURPORT_TYPE_VIEW_STATE, NULL);
  GListModel *claims = purport_document_get_claims (document);

  self->document = g_object_ref (document);
  self->notebook = g_object_ref (notebook);
  self->claims = purport_chosen_list_new (claims);
  g_signal_connect_object (claims, "items-changed", G_CALLBACK (on_claims_changed), self, 0);
  return self;
}

PurportDocument *
purport_view_state_get_document (PurportViewState *self)
{
  return self->document;
}

PurportNotebook *
purport_view_state_get_notebook (PurportViewState *self)
{
  return self->notebook;
}

/* Returns: (transfer none): the claims that the filters let through, in order of the text. */
GListModel *
purport_view_state_get_claims (PurportViewState *self)
{
  return G_LIST_MODEL (self->claims);
}

gboolean
purport_view_state_get_chip (PurportViewState *self, PurportTrait trait)
{
  return (self->chips & (1u << trait)) != 0;
}

void
purport_view_state_set_chip (PurportViewState *self, PurportTrait trait, gboolean active)
{
  guint chips = active ? self->chips | (1u << trait) : self->chips & ~(1u << trait);

  if (chips == self->chips)
    return;
  self->chips = chips;
  filter_changed (self);
}

/* Returns: how many claims of the whole article have @trait. */
guint
purport_view_state_count_chip (PurportViewState *self, PurportTrait trait)
{
  const PurportReadingContext *context = purport_document_get_context (self->document);

  return context != NULL ? context->n_with_trait[trait] : 0;
}

PurportSourceItem *
purport_view_state_get_speaker (PurportViewState *self)
{
  return self->speaker;
}

/* Lets through only what @speaker says; %NULL: what anybody does. */
void
purport_view_state_set_speaker (PurportViewState *self, PurportSourceItem *speaker)
{
  if (!g_set_object (&self->speaker, speaker))
    return;
  filter_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKER]);
}

gboolean
purport_view_state_is_filtered (PurportViewState *self)
{
  return self->chips != 0 || self->speaker != NULL;
}

void
purport_view_state_clear_filters (PurportViewState *self)
{
  gboolean had_speaker = self->speaker != NULL;

  if (!purport_view_state_is_filtered (self))
    return;
  self->chips = 0;
  g_clear_object (&self->speaker);
  filter_changed (self);
  if (had_speaker)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKER]);
}

/**
 * purport_view_state_is_chosen:
 * @claim: index of a claim of the document
 *
 * Who filters asks for all that matches: the density thins the marks out only while nothing is filtered.
 *
 * Returns: whether filters and density choose @claim
 */
gboolean
purport_view_state_is_chosen (PurportViewState *self, guint32 claim)
{
  guint limit = G_MAXUINT;

  if (purport_view_state_is_filtered (self))
    return passes (self, claim);
  if (g_strcmp0 (self->density, "main") == 0)
    limit = purport_document_get_n_main (self->document);
  else if (g_strcmp0 (self->density, "most") == 0)
    limit = purport_document_get_n_most (self->document);
  return purport_document_get_context (self->document)->rank[claim] < limit;
}

/* Returns: whether @claim is marked in the text: it is chosen, and marks are shown. */
gboolean
purport_view_state_is_marked (PurportViewState *self, guint32 claim)
{
  return self->show_marks && purport_view_state_is_chosen (self, claim);
}

void
purport_view_state_set_show_marks (PurportViewState *self, gboolean show_marks)
{
  if (self->show_marks == show_marks)
    return;
  self->show_marks = show_marks;
  emit_marks_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_MARKS]);
}

gboolean
purport_view_state_get_show_marks (PurportViewState *self)
{
  return self->show_marks;
}

/* Returns: whether single letters are keys of the article. */
gboolean
purport_view_state_get_letter_keys (PurportViewState *self)
{
  return self->letter_keys;
}

PurportClaimItem *
purport_view_state_get_selected (PurportViewState *self)
{
  return self->selected;
}

/* Selects @claim in the text and in the list; %NULL: none. */
void
purport_view_state_set_selected (PurportViewState *self, PurportClaimItem *claim)
{
  if (g_set_object (&self->selected, claim))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Returns: (transfer full) (nullable): the claim @index of the reading. */
PurportClaimItem *
purport_view_state_dup_claim (PurportViewState *self, guint32 index)
{
  return g_list_model_get_item (purport_document_get_claims (self->document), index);
}

/* Returns: (transfer full) (nullable): the source @index of the reading. */
PurportSourceItem *
purport_view_state_dup_source (PurportViewState *self, guint32 index)
{
  return g_list_model_get_item (purport_document_get_sources (self->document), index);
}

/**
 * purport_view_state_dup_next:
 * @code_point: a place in the article's text
 * @direction: 1 or -1
 *
 * O(claims).
 *
 * Returns: (transfer full) (nullable): the first marked claim that begins behind @code_point, or the last before it
 */
PurportClaimItem *
purport_view_state_dup_next (PurportViewState *self, guint code_point, int direction)
{
  const PurportReadingContext *context = purport_document_get_context (self->document);
  guint n = context != NULL ? context->reading->claims->len : 0;

  for (guint i = 0; i < n; i++) {
    guint32 claim = direction > 0 ? i : n - 1 - i;
    guint start = purport_reading_context_to_code_point (
        context, purport_reading_context_get_claim (context, claim)->span.start_byte);
    if ((direction > 0 ? start > code_point : start < code_point) && purport_view_state_is_marked (self, claim))
      return purport_view_state_dup_claim (self, claim);
  }
  return NULL;
}

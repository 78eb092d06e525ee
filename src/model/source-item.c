/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source of a reading as an object. */
#include "model/source-item.h"

struct _PurportSourceItem {
  GObject parent_instance;
  PurportReadingContext *context;
  guint32 index;
};

G_DEFINE_FINAL_TYPE (PurportSourceItem, purport_source_item, G_TYPE_OBJECT)

static const PurportSource *
get_source (PurportSourceItem *self)
{
  return &g_array_index (self->context->reading->sources, PurportSource, self->index);
}

static void
purport_source_item_dispose (GObject *object)
{
  g_clear_pointer (&PURPORT_SOURCE_ITEM (object)->context, purport_reading_context_unref);
  G_OBJECT_CLASS (purport_source_item_parent_class)->dispose (object);
}

static void
purport_source_item_class_init (PurportSourceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_source_item_dispose;
}

static void
purport_source_item_init (PurportSourceItem *self)
{
}

/* Returns: (transfer full): the source @index of the reading. */
gpointer
purport_source_item_new (PurportReadingContext *context, guint32 index)
{
  PurportSourceItem *self = g_object_new (PURPORT_TYPE_SOURCE_ITEM, NULL);

  self->context = purport_reading_context_ref (context);
  self->index = index;
  return self;
}

/* Returns: (transfer full): an empty list of sources. */
PurportItemList *
purport_source_list_new (void)
{
  return purport_item_list_new (PURPORT_TYPE_SOURCE_ITEM, purport_source_item_new);
}

guint
purport_source_item_get_index (PurportSourceItem *self)
{
  return self->index;
}

/* Returns: (transfer none): the fullest name that the article gives. */
const char *
purport_source_item_get_name (PurportSourceItem *self)
{
  return get_source (self)->name;
}

PurportSourceType
purport_source_item_get_source_type (PurportSourceItem *self)
{
  return get_source (self)->type;
}

PurportIndependence
purport_source_item_get_independence (PurportSourceItem *self)
{
  return get_source (self)->independence;
}

/* Returns: (transfer full) (nullable): the words that show the independence, or %NULL. */
char *
purport_source_item_dup_independence_words (PurportSourceItem *self)
{
  PurportSpan words = get_source (self)->independence_words;
  return purport_span_is_empty (words) ? NULL : purport_reading_context_dup_text (self->context, words);
}

/* Joins the distinct texts at @spans with commas; NULL if there are none. */
static char *
join_spans (PurportSourceItem *self, const GArray *spans)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spans->len; i++) {
    g_autofree char *text = purport_reading_context_dup_text (self->context, g_array_index (spans, PurportSpan, i));
    g_strdelimit (text, "\n\t", ' ');
    if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
      g_ptr_array_add (texts, g_steal_pointer (&text));
  }
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **)texts->pdata);
}

/* Returns: (transfer full) (nullable): the roles, joined, or %NULL. */
char *
purport_source_item_dup_roles (PurportSourceItem *self)
{
  return join_spans (self, get_source (self)->roles);
}

/* Returns: (transfer full) (nullable): the affiliations, joined, or %NULL. */
char *
purport_source_item_dup_affiliations (PurportSourceItem *self)
{
  return join_spans (self, get_source (self)->affiliations);
}

guint
purport_source_item_get_n_claims (PurportSourceItem *self)
{
  return get_source (self)->claims->len;
}

/* Returns: (transfer full) (element-type PurportPassage): where it is spoken of; the kind is a #PurportMentionKind. */
GPtrArray *
purport_source_item_dup_mentions (PurportSourceItem *self)
{
  const GArray *mentions = get_source (self)->mentions;
  GPtrArray *passages = purport_passages_new ();

  for (guint i = 0; i < mentions->len; i++) {
    const PurportMention *mention = &g_array_index (mentions, PurportMention, i);
    g_ptr_array_add (passages, purport_passage_new (self->context, mention->span, (int)mention->kind, self->index));
  }
  return passages;
}

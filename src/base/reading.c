/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading value: construction, reference counting, and the cross references that follow from its lists. */
#include "base/reading.h"

static void
clear_source (gpointer data)
{
  PurportSource *source = data;
  g_ptr_array_unref (source->aliases);
  g_array_unref (source->roles);
  g_array_unref (source->affiliations);
  g_array_unref (source->mentions);
  g_array_unref (source->claims);
}

static void
clear_attribution (gpointer data)
{
  PurportAttribution *attribution = data;
  purport_span_list_clear (&attribution->source_spans);
  purport_span_list_clear (&attribution->cue_spans);
  purport_span_list_clear (&attribution->content_spans);
}

static void
clear_claim (gpointer data)
{
  PurportClaim *claim = data;
  g_array_unref (claim->hedges);
  g_array_unref (claim->figures);
  g_array_unref (claim->evidence);
  g_array_unref (claim->caveats);
  g_array_unref (claim->disputes);
}

static GArray *
new_list (gsize item_size, GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, TRUE, (guint)item_size);
  if (clear != NULL)
    g_array_set_clear_func (list, clear);
  return list;
}

/**
 * purport_reading_new:
 * @article: the article that is read; the reading keeps a reference
 *
 * Returns: (transfer full): an empty reading, to be filled by the engine
 */
PurportReading *
purport_reading_new (PurportArticle *article)
{
  PurportReading *reading;

  g_return_val_if_fail (article != NULL, NULL);
  reading = g_new0 (PurportReading, 1);
  g_atomic_ref_count_init (&reading->ref_count);
  reading->article = purport_article_ref (article);
  reading->strings = g_string_chunk_new (1024);
  reading->nothing = new_list (1, NULL);
  reading->repairs = new_list (sizeof (PurportRepair), NULL);
  reading->sentences = new_list (sizeof (PurportSentence), NULL);
  reading->names = new_list (sizeof (PurportName), NULL);
  reading->sources = new_list (sizeof (PurportSource), clear_source);
  reading->attributions = new_list (sizeof (PurportAttribution), clear_attribution);
  reading->claims = new_list (sizeof (PurportClaim), clear_claim);
  reading->figures = new_list (sizeof (PurportFigure), NULL);
  reading->evidence = new_list (sizeof (PurportEvidence), NULL);
  reading->caveats = new_list (sizeof (PurportCaveat), NULL);
  reading->checklist = new_list (sizeof (PurportCheck), NULL);
  reading->main_claim = PURPORT_NONE;
  return reading;
}

PurportReading *
purport_reading_ref (PurportReading *reading)
{
  g_return_val_if_fail (reading != NULL, NULL);
  g_atomic_ref_count_inc (&reading->ref_count);
  return reading;
}

void
purport_reading_unref (PurportReading *reading)
{
  if (reading == NULL || !g_atomic_ref_count_dec (&reading->ref_count))
    return;
  g_array_unref (reading->repairs);
  g_array_unref (reading->sentences);
  g_array_unref (reading->names);
  g_array_unref (reading->sources);
  g_array_unref (reading->attributions);
  g_array_unref (reading->claims);
  g_array_unref (reading->figures);
  g_array_unref (reading->evidence);
  g_array_unref (reading->caveats);
  g_array_unref (reading->checklist);
  g_array_unref (reading->nothing);
  g_string_chunk_free (reading->strings);
  purport_article_unref (reading->article);
  g_free (reading);
}

/**
 * purport_reading_add_source:
 * @name: the fullest name, copied
 *
 * Returns: (transfer none): the new, last source; valid until the next one is added
 */
PurportSource *
purport_reading_add_source (PurportReading *reading, PurportSourceType type, const char *name)
{
  PurportSource source = {
    .type = type,
    .name = purport_reading_intern (reading, name, -1),
    .aliases = g_ptr_array_new (),
    .roles = new_list (sizeof (PurportSpan), NULL),
    .affiliations = new_list (sizeof (PurportSpan), NULL),
    .mentions = new_list (sizeof (PurportMention), NULL),
    .claims = new_list (sizeof (guint32), NULL),
  };
  g_array_append_val (reading->sources, source);
  return &g_array_index (reading->sources, PurportSource, reading->sources->len - 1);
}

/* Returns: (transfer none): the new, last attribution, with no source yet; valid until the next one is added. */
PurportAttribution *
purport_reading_add_attribution (PurportReading *reading, PurportMode mode, PurportAct act)
{
  PurportAttribution attribution = {
    .source = PURPORT_NONE,
    .mode = mode,
    .act = act,
    .certain = TRUE,
  };
  g_array_append_val (reading->attributions, attribution);
  return &g_array_index (reading->attributions, PurportAttribution, reading->attributions->len - 1);
}

/* Returns: (transfer none): the new, last claim, in the article's own voice; valid until the next one is added. */
PurportClaim *
purport_reading_add_claim (PurportReading *reading, PurportSpan span, guint32 sentence)
{
  PurportClaim claim = {
    .span = span,
    .sentence = sentence,
    .source = PURPORT_NONE,
    .attribution = PURPORT_NONE,
    .certainty_score = 6,
    .hedges = g_array_ref (reading->nothing),
    .figures = g_array_ref (reading->nothing),
    .evidence = g_array_ref (reading->nothing),
    .caveats = g_array_ref (reading->nothing),
    .disputes = g_array_ref (reading->nothing),
  };
  g_array_append_val (reading->claims, claim);
  return &g_array_index (reading->claims, PurportClaim, reading->claims->len - 1);
}

/**
 * purport_reading_list_append:
 * @list: (inout): a list of a claim
 * @item: (array length=item_size): what to append, copied
 *
 * Most of these lists stay empty, and a book has half a million of them: one empty list stands for them all, until
 * something is appended. So nothing else may append to them. Amortised O(1).
 */
void
purport_reading_list_append (GArray **list, gconstpointer item, guint item_size)
{
  if ((*list)->len == 0) {
    g_array_unref (*list);
    *list = g_array_new (FALSE, FALSE, item_size);
  }
  g_array_append_vals (*list, item, 1);
}

/**
 * purport_reading_intern:
 * @text: the string
 * @n_bytes: its length in bytes, or -1
 *
 * Returns: (transfer none): a copy that lives as long as the reading; equal strings share one copy
 */
const char *
purport_reading_intern (PurportReading *reading, const char *text, gssize n_bytes)
{
  g_autofree char *copy = NULL;

  if (n_bytes < 0)
    return g_string_chunk_insert_const (reading->strings, text);
  copy = g_strndup (text, (gsize)n_bytes);
  return g_string_chunk_insert_const (reading->strings, copy);
}

/* Fills the lists that follow from others (the claims of each source). From here on nobody writes to the reading. */
void
purport_reading_finish (PurportReading *reading)
{
  g_assert (reading->nothing->len == 0);
  for (guint32 i = 0; i < reading->claims->len; i++) {
    guint32 source = g_array_index (reading->claims, PurportClaim, i).source;
    if (source != PURPORT_NONE)
      g_array_append_val (g_array_index (reading->sources, PurportSource, source).claims, i);
  }
}

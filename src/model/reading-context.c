/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derives ranks, densities and reverse references from a reading, once, in the thread that read it. */
#include "model/reading-context.h"

#include "model/density.h"

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer data)
{
  const PurportReading *reading = data;
  guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;
  float left = g_array_index (reading->claims, PurportClaim, i).importance;
  float right = g_array_index (reading->claims, PurportClaim, j).importance;

  if (left > right)
    return -1;
  if (left < right)
    return 1;
  return i < j ? -1 : i > j;
}

static void
rank_claims (PurportReadingContext *self)
{
  guint n = self->reading->claims->len;
  g_autofree guint32 *order = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint)n, sizeof *order, compare_importance, self->reading);
  self->rank = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    self->rank[order[i]] = i;
  self->n_main = purport_density_count_main (self->reading, order);
  self->n_most = purport_density_count_most (n);
}

static int
compare_oppositions (gconstpointer a, gconstpointer b)
{
  const PurportOpposition *left = a, *right = b;

  if (left->claim != right->claim)
    return left->claim < right->claim ? -1 : 1;
  if (left->opponent != right->opponent)
    return left->opponent < right->opponent ? -1 : 1;
  return 0;
}

static void
collect_oppositions (PurportReadingContext *self)
{
  const GArray *claims = self->reading->claims;

  self->oppositions = g_array_new (FALSE, FALSE, sizeof (PurportOpposition));
  for (guint32 i = 0; i < claims->len; i++) {
    const GArray *disputes = g_array_index (claims, PurportClaim, i).disputes;
    for (guint j = 0; j < disputes->len; j++) {
      const PurportDispute *dispute = &g_array_index (disputes, PurportDispute, j);
      PurportOpposition opposition = { dispute->claim, i, dispute->words };
      g_array_append_val (self->oppositions, opposition);
    }
  }
  g_array_sort (self->oppositions, compare_oppositions);
}

static void
find_claims_of_figures (PurportReadingContext *self)
{
  const GArray *claims = self->reading->claims;
  guint n = self->reading->figures->len;

  self->claim_of_figure = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    self->claim_of_figure[i] = PURPORT_NONE;
  for (guint32 i = 0; i < claims->len; i++) {
    const GArray *figures = g_array_index (claims, PurportClaim, i).figures;
    for (guint j = 0; j < figures->len; j++) {
      guint32 figure = g_array_index (figures, guint32, j);
      if (self->claim_of_figure[figure] == PURPORT_NONE)
        self->claim_of_figure[figure] = i;
    }
  }
}

static guint8
find_traits (const PurportReadingContext *self, guint32 index)
{
  const PurportClaim *claim = purport_reading_context_get_claim (self, index);
  guint n;
  gboolean has[PURPORT_N_TRAITS] = {
    [PURPORT_TRAIT_DISPUTED] = purport_reading_context_get_oppositions (self, index, &n) != NULL,
    [PURPORT_TRAIT_HEDGED] = claim->certainty != PURPORT_CERTAINTY_FIRM,
    [PURPORT_TRAIT_NO_EVIDENCE] = claim->evidence->len == 0,
    [PURPORT_TRAIT_FIGURES] = claim->figures->len > 0,
    [PURPORT_TRAIT_OWN_VOICE] = claim->source == PURPORT_NONE && claim->attribution == PURPORT_NONE,
  };
  guint8 traits = 0;

  for (guint trait = 0; trait < PURPORT_N_TRAITS; trait++)
    if (has[trait])
      traits |= (guint8)(1u << trait);
  return traits;
}

/* Every change of a filter asks for them of all claims. */
static void
collect_traits (PurportReadingContext *self)
{
  guint n = self->reading->claims->len;

  self->traits = g_new (guint8, n + 1);
  for (guint32 i = 0; i < n; i++) {
    self->traits[i] = find_traits (self, i);
    for (guint trait = 0; trait < PURPORT_N_TRAITS; trait++)
      if ((self->traits[i] & (1u << trait)) != 0)
        self->n_with_trait[trait]++;
  }
}

static void
append_sources (PurportReadingContext *self, gboolean expert)
{
  const GArray *sources = self->reading->sources;

  for (guint32 i = 0; i < sources->len; i++) {
    const PurportSource *source = &g_array_index (sources, PurportSource, i);
    if (source->expert == expert && (expert || source->claims->len > 0))
      g_array_append_val (self->listed_sources, i);
  }
}

/* What the lists of sources and figures show. */
static void
choose_listed (PurportReadingContext *self)
{
  const GArray *figures = self->reading->figures;

  self->listed_sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  append_sources (self, TRUE);
  self->n_experts = self->listed_sources->len;
  append_sources (self, FALSE);
  self->major_figures = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < figures->len; i++)
    if (!g_array_index (figures, PurportFigure, i).minor)
      g_array_append_val (self->major_figures, i);
}

/**
 * purport_reading_context_new:
 * @reading: a finished reading; the context keeps a reference
 *
 * O(text + claims log claims).
 *
 * Returns: (transfer full): the context
 */
PurportReadingContext *
purport_reading_context_new (PurportReading *reading)
{
  PurportReadingContext *self;

  g_return_val_if_fail (reading != NULL, NULL);
  self = g_new0 (PurportReadingContext, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->reading = purport_reading_ref (reading);
  self->code_points = purport_code_points_new (reading->article->text, reading->article->n_bytes);
  rank_claims (self);
  collect_oppositions (self);
  find_claims_of_figures (self);
  collect_traits (self);
  choose_listed (self);
  return self;
}

/* Returns: (transfer full): @self; whoever may read it may keep it. */
PurportReadingContext *
purport_reading_context_ref (const PurportReadingContext *self)
{
  PurportReadingContext *kept = (PurportReadingContext *)self;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&kept->ref_count);
  return kept;
}

void
purport_reading_context_unref (PurportReadingContext *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  purport_code_points_free (self->code_points);
  g_free (self->rank);
  g_free (self->traits);
  g_array_unref (self->oppositions);
  g_free (self->claim_of_figure);
  g_array_unref (self->listed_sources);
  g_array_unref (self->major_figures);
  purport_reading_unref (self->reading);
  g_free (self);
}

/**
 * purport_reading_context_get_oppositions:
 * @claim: index of a claim
 * @n: (out): how many oppose it
 *
 * O(log oppositions).
 *
 * Returns: (transfer none) (array length=n) (nullable): what opposes @claim
 */
const PurportOpposition *
purport_reading_context_get_oppositions (const PurportReadingContext *self, guint32 claim, guint *n)
{
  guint low = 0, high = self->oppositions->len, end;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (self->oppositions, PurportOpposition, middle).claim < claim)
      low = middle + 1;
    else
      high = middle;
  }
  end = low;
  while (end < self->oppositions->len && g_array_index (self->oppositions, PurportOpposition, end).claim == claim)
    end++;
  *n = end - low;
  return end > low ? &g_array_index (self->oppositions, PurportOpposition, low) : NULL;
}

/* Returns: (transfer none): the claim @claim of the reading. */
const PurportClaim *
purport_reading_context_get_claim (const PurportReadingContext *self, guint32 claim)
{
  return &g_array_index (self->reading->claims, PurportClaim, claim);
}

/* Returns: (transfer full): the article's words at @span. */
char *
purport_reading_context_dup_text (const PurportReadingContext *self, PurportSpan span)
{
  return purport_article_dup_span (self->reading->article, span);
}

/* Returns: the code point at which the byte @byte of the article's text lies. */
guint
purport_reading_context_to_code_point (const PurportReadingContext *self, guint32 byte)
{
  return purport_code_points_from_byte (self->code_points, byte);
}

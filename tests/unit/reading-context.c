/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reading's objects ask again and again: ranks, traits, who opposes whom. */
#include "model/reading-context.h"

#include "model/claim-item.h"
#include "support/reader.h"

static const char text[] =
    "Night Light and Sleep\n\n"
    "Bright lamps in the evening delay sleep by 40 minutes, said Dr. Ivo Marek, a sleep researcher at Tarn University. "
    "Dim red light may help people to fall asleep sooner, said Dr. Ana Belo, a neurologist at the Coast Hospital.\n\n"
    "“Lamps do not delay sleep at all,” said Dr. Olu Dada, a physicist at the Light Institute who disputes Marek’s "
    "work.\n\n"
    "A study of 212 sailors found that lamps were common on all ships. The sea is wide.\n";

static PurportReadingContext *
new_context (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (text);

  g_assert_cmpuint (reading->claims->len, >=, 4);
  return purport_reading_context_new (reading);
}

static gboolean
has (const PurportReadingContext *context, guint32 claim, PurportTrait trait)
{
  return (context->traits[claim] & (1u << trait)) != 0;
}

/* The traits are what the claim's card says. */
static void
test_traits (void)
{
  g_autoptr (PurportReadingContext) context = new_context ();
  guint counts[PURPORT_N_TRAITS] = { 0 };

  for (guint32 i = 0; i < context->reading->claims->len; i++) {
    g_autoptr (PurportClaimItem) claim = purport_claim_item_new (context, i);
    g_assert_cmpint (has (context, i, PURPORT_TRAIT_DISPUTED), ==, purport_claim_item_get_disputed (claim));
    g_assert_cmpint (has (context, i, PURPORT_TRAIT_HEDGED), ==,
                     purport_claim_item_get_certainty (claim) != PURPORT_CERTAINTY_FIRM);
    g_assert_cmpint (has (context, i, PURPORT_TRAIT_NO_EVIDENCE), ==, !purport_claim_item_get_has_evidence (claim));
    g_assert_cmpint (has (context, i, PURPORT_TRAIT_FIGURES), ==, purport_claim_item_get_has_figures (claim));
    g_assert_cmpint (has (context, i, PURPORT_TRAIT_OWN_VOICE), ==, !purport_claim_item_get_has_attribution (claim));
    for (guint trait = 0; trait < PURPORT_N_TRAITS; trait++)
      counts[trait] += has (context, i, trait) ? 1 : 0;
  }
  for (guint trait = 0; trait < PURPORT_N_TRAITS; trait++)
    g_assert_cmpuint (context->n_with_trait[trait], ==, counts[trait]);
  g_assert_cmpuint (counts[PURPORT_TRAIT_HEDGED], >=, 1);
  g_assert_cmpuint (counts[PURPORT_TRAIT_FIGURES], >=, 1);
  g_assert_cmpuint (counts[PURPORT_TRAIT_NO_EVIDENCE], >=, 1);
  g_assert_cmpuint (counts[PURPORT_TRAIT_NO_EVIDENCE], <, context->reading->claims->len);
}

/* The ranks are a permutation, and no claim stands before a more important one. */
static void
test_ranks (void)
{
  g_autoptr (PurportReadingContext) context = new_context ();
  guint n = context->reading->claims->len;
  g_autofree guint32 *order = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    order[i] = PURPORT_NONE;
  for (guint32 i = 0; i < n; i++) {
    g_assert_cmpuint (context->rank[i], <, n);
    g_assert_cmpuint (order[context->rank[i]], ==, PURPORT_NONE);
    order[context->rank[i]] = i;
  }
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (purport_reading_context_get_claim (context, order[i])->importance, <=,
                       purport_reading_context_get_claim (context, order[i - 1])->importance);
}

/* Experts come before the others that claim something, and each source at most once. */
static void
test_listed (void)
{
  g_autoptr (PurportReadingContext) context = new_context ();
  const PurportReading *reading = context->reading;
  g_autofree guint *n_listed = g_new0 (guint, reading->sources->len);
  guint n_minor = 0;

  g_assert_cmpuint (context->n_experts, >=, 3);
  g_assert_cmpuint (context->n_experts, <, context->listed_sources->len);
  for (guint i = 0; i < context->listed_sources->len; i++) {
    guint32 source = g_array_index (context->listed_sources, guint32, i);
    g_assert_cmpint (g_array_index (reading->sources, PurportSource, source).expert, ==, i < context->n_experts);
    g_assert_cmpuint (n_listed[source]++, ==, 0);
  }
  for (guint32 i = 0; i < reading->sources->len; i++)
    g_assert_cmpint (n_listed[i] > 0, ==,
                     g_array_index (reading->sources, PurportSource, i).expert ||
                         g_array_index (reading->sources, PurportSource, i).claims->len > 0);
  for (guint i = 0; i < context->major_figures->len; i++)
    g_assert_false (
        g_array_index (reading->figures, PurportFigure, g_array_index (context->major_figures, guint32, i)).minor);
  for (guint i = 0; i < reading->figures->len; i++)
    n_minor += g_array_index (reading->figures, PurportFigure, i).minor ? 1 : 0;
  g_assert_cmpuint (context->major_figures->len + n_minor, ==, reading->figures->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-context/traits", test_traits);
  g_test_add_func ("/reading-context/ranks", test_ranks);
  g_test_add_func ("/reading-context/listed", test_listed);
  return g_test_run ();
}

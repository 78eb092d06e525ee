/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How claims are graded: each strength, negation and its scope, hedges with their aspect, caveats; on texts written for
 * this test. */
#include "base/vocabulary.h"
#include "support/reader.h"

typedef struct {
  const char *name;
  const char *text;
  PurportStrength strength;
} StrengthCase;

static const StrengthCase strengths[] = {
  { "causal", "Long shifts increase the risk of burnout among nurses.", PURPORT_STRENGTH_CAUSAL },
  { "conditional", "Long shifts may cause burnout among nurses.", PURPORT_STRENGTH_CONDITIONAL },
  { "conditional-could", "Eating more walnuts could reduce the risk of stroke.", PURPORT_STRENGTH_CONDITIONAL },
  { "correlational", "Long shifts were associated with burnout among nurses.", PURPORT_STRENGTH_CORRELATIONAL },
  { "correlational-likely", "Nurses on long shifts were more likely to suffer from burnout.",
    PURPORT_STRENGTH_CORRELATIONAL },
  { "no-relation", "Long shifts do not increase the risk of burnout, the study found.", PURPORT_STRENGTH_NO_RELATION },
  { "no-evidence-that", "The review found no evidence that long shifts increase the risk of burnout.",
    PURPORT_STRENGTH_NO_RELATION },
  { "none", "The hospital employs a great many nurses.", PURPORT_STRENGTH_NONE },
};

static void
test_strength (gconstpointer data)
{
  const StrengthCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);

  g_assert_cmpuint (reading->sentences->len, ==, 1);
  g_assert_cmpstr (purport_strength_to_string (g_array_index (reading->sentences, PurportSentence, 0).strength), ==,
                   purport_strength_to_string (one->strength));
}

typedef struct {
  const char *name;
  const char *text;
  const char *hedge;
  PurportAspect aspect;
} HedgeCase;

static const HedgeCase hedges[] = {
  { "probability", "The new pipes may leak in winter, Mara Quist said.", "may", PURPORT_ASPECT_PROBABILITY },
  { "suggestion", "The figures suggest that the new pipes leak in winter.", "suggest", PURPORT_ASPECT_SUGGESTION },
  { "framing", "Mara Quist believes that the new pipes leak in winter.", "believes", PURPORT_ASPECT_FRAMING },
  { "extent", "The new pipes mainly leak in winter, Mara Quist said.", "mainly", PURPORT_ASPECT_EXTENT },
  { "number", "The new pipes lose about 40 litres a day, Mara Quist said.", "about", PURPORT_ASPECT_NUMBER },
  { "condition", "The drug shrank tumours in mice, Mara Quist said.", "in mice", PURPORT_ASPECT_CONDITION },
};

/* Returns: the aspect of the hedge of those words, or -1. */
static gint
find_aspect (const PurportReading *reading, const char *words)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    const GArray *found = g_array_index (reading->claims, PurportClaim, i).hedges;
    for (guint j = 0; j < found->len; j++) {
      const PurportHedge *hedge = &g_array_index (found, PurportHedge, j);
      g_autofree char *text = purport_test_dup_words (reading, hedge->span);
      if (g_str_equal (text, words))
        return (gint)hedge->aspect;
    }
  }
  return -1;
}

static void
test_hedge (gconstpointer data)
{
  const HedgeCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);

  g_assert_cmpint (find_aspect (reading, one->hedge), ==, one->aspect);
}

static float
certainty_of (const char *text)
{
  g_autoptr (PurportReading) reading = purport_test_read (text);

  g_assert_cmpuint (reading->claims->len, ==, 1);
  return g_array_index (reading->claims, PurportClaim, 0).certainty_score;
}

/* A hedge makes a claim less certain, be it in the claim or in the words that attribute it. */
static void
test_certainty (void)
{
  float flat = certainty_of ("Mara Quist said the new pipes leak in winter.");
  float within = certainty_of ("Mara Quist said the new pipes may leak in winter.");
  float around = certainty_of ("Mara Quist believes the new pipes leak in winter.");

  g_assert_cmpfloat (within, <, flat);
  g_assert_cmpfloat (around, <, flat);
}

static guint
count_caveats (const char *text, PurportCaveatKind kind)
{
  g_autoptr (PurportReading) reading = purport_test_read (text);
  guint n = 0;

  for (guint i = 0; i < reading->caveats->len; i++)
    n += g_array_index (reading->caveats, PurportCaveat, i).kind == kind ? 1 : 0;
  return n;
}

static void
test_caveats (void)
{
  g_assert_cmpuint (count_caveats ("Walkers slept better. But the study was observational and could not prove that "
                                   "walking was the cause of better sleep.",
                                   PURPORT_CAVEAT_NOT_CAUSAL),
                    ==, 1);
  g_assert_cmpuint (count_caveats ("Walkers slept better. The council will build two new paths this year.",
                                   PURPORT_CAVEAT_NOT_CAUSAL),
                    ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (strengths); i++) {
    g_autofree char *path = g_strdup_printf ("/grading/strength/%s", strengths[i].name);
    g_test_add_data_func (path, &strengths[i], test_strength);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (hedges); i++) {
    g_autofree char *path = g_strdup_printf ("/grading/hedge/%s", hedges[i].name);
    g_test_add_data_func (path, &hedges[i], test_hedge);
  }
  g_test_add_func ("/grading/certainty", test_certainty);
  g_test_add_func ("/grading/caveats", test_caveats);
  return g_test_run ();
}

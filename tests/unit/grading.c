/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How claims are graded: each strength and kind, negation and its scope, hedges with their aspect, caveats; on texts
 * written for this test. */
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
  { "not-only", "Smoking not only causes cancer, it also causes heart disease.", PURPORT_STRENGTH_CAUSAL },
  { "double-negation", "In no group was poor sleep not tied to a higher risk of diabetes.",
    PURPORT_STRENGTH_CORRELATIONAL },
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
  const char *text;
  PurportClaimKind kind;
} KindCase;

/* Texts of one claim, and the kind that tells most about it. */
static const KindCase kinds[] = {
  { "Nora Lindqvist said that dirty air causes asthma in children.", PURPORT_CLAIM_CAUSAL },
  { "Poor sleep is linked to a higher risk of diabetes, Nora Lindqvist said.", PURPORT_CLAIM_ASSOCIATION },
  { "A survey found that 43 per cent of nurses had slept badly in the past month.", PURPORT_CLAIM_STATISTIC },
  { "Diabetes occurs when the body's immune system attacks the cells that make insulin.", PURPORT_CLAIM_MECHANISM },
  { "The researchers found that the bats slept in hollow trees during the winter.", PURPORT_CLAIM_FINDING },
  { "The price of bread will rise by the end of the year, Nora Lindqvist said.", PURPORT_CLAIM_PREDICTION },
  { "“Older people should have their blood pressure checked every year,” said Nora Lindqvist.",
    PURPORT_CLAIM_RECOMMENDATION },
  { "“This is an excellent piece of work,” said Nora Lindqvist.", PURPORT_CLAIM_EVALUATION },
  { "“I was in so much pain that I could not get out of bed,” said Nora Lindqvist, a patient from Tarn.",
    PURPORT_CLAIM_EXPERIENCE },
  { "Leptin is a hormone that controls appetite.", PURPORT_CLAIM_DEFINITION },
};

static void
test_kind (gconstpointer data)
{
  const KindCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);
  const PurportClaim *claim;

  g_assert_cmpuint (reading->claims->len, ==, 1);
  claim = &g_array_index (reading->claims, PurportClaim, 0);
  g_assert_cmpuint (claim->n_kinds, >=, 1);
  g_assert_cmpstr (purport_claim_kind_to_string (claim->kinds[0]), ==, purport_claim_kind_to_string (one->kind));
}

/* A negation within a claim denies its relation; a second one takes that back, and one in a relative clause denies
 * nothing else. */
static void
test_denied_claim (void)
{
  static const struct {
    const char *text;
    PurportStrength strength;
  } cases[] = {
    { "Dirty air was linked to asthma at every age, Nora Lindqvist said.", PURPORT_STRENGTH_CORRELATIONAL },
    { "Dirty air was not linked to asthma, Nora Lindqvist said.", PURPORT_STRENGTH_NO_RELATION },
    { "At no age was dirty air not linked to asthma, Nora Lindqvist said.", PURPORT_STRENGTH_CORRELATIONAL },
    { "Poor sleep never fails to increase the risk of stroke, Nora Lindqvist said.", PURPORT_STRENGTH_CAUSAL },
    { "There is no doubt that dirty air causes asthma.", PURPORT_STRENGTH_CAUSAL },
    { "Nobody doubts that dirty air causes asthma, Nora Lindqvist said.", PURPORT_STRENGTH_CAUSAL },
    { "It is no surprise that dirty air harms children, Nora Lindqvist said.", PURPORT_STRENGTH_CAUSAL },
    { "Coffee does not raise blood pressure, Nora Lindqvist said.", PURPORT_STRENGTH_NO_RELATION },
    { "The new pill did not significantly lower blood pressure, Nora Lindqvist said.", PURPORT_STRENGTH_NO_RELATION },
    { "Evening walks had no effect on blood pressure, Nora Lindqvist said.", PURPORT_STRENGTH_NO_RELATION },
    { "Nurses who do not rest have a higher risk of burnout.", PURPORT_STRENGTH_CORRELATIONAL },
    { "Children who never eat breakfast are more likely to be overweight.", PURPORT_STRENGTH_CORRELATIONAL },
    { "The council did not cut the budget of the library.", PURPORT_STRENGTH_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (cases[i].text);
    const PurportClaim *claim;

    g_assert_cmpuint (reading->claims->len, ==, 1);
    claim = &g_array_index (reading->claims, PurportClaim, 0);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (purport_strength_to_string (claim->strength), ==, purport_strength_to_string (cases[i].strength));
  }
}

/* A claim of which the strength is told is one of cause or association, be that denied or not; others have none. */
static void
test_strength_goes_with_kind (void)
{
  static const char *const texts[] = {
    "Long shifts cause burnout among nurses, Nora Lindqvist said.",
    "Coffee does not raise blood pressure, Nora Lindqvist said.",
    "Dirty air was not linked to asthma, Nora Lindqvist said.",
    "The bats slept in hollow trees during the winter, Nora Lindqvist said.",
    "This is an excellent piece of work, Nora Lindqvist said.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (texts[i]);
    const PurportClaim *claim;
    gboolean relates = FALSE;

    g_assert_cmpuint (reading->claims->len, ==, 1);
    claim = &g_array_index (reading->claims, PurportClaim, 0);
    for (guint j = 0; j < claim->n_kinds; j++)
      relates = relates || claim->kinds[j] == PURPORT_CLAIM_CAUSAL || claim->kinds[j] == PURPORT_CLAIM_ASSOCIATION;
    g_test_message ("%s", texts[i]);
    g_assert_cmpint (relates, ==, claim->strength != PURPORT_STRENGTH_NONE);
  }
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

/* The month is no hedge. */
static void
test_month (void)
{
  g_autoptr (PurportReading) reading = purport_test_read ("The clinic in Tarn closed its doors in May.");

  g_assert_cmpuint (reading->claims->len, >, 0);
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    g_assert_cmpuint (claim->hedges->len, ==, 0);
    g_assert_cmpint (claim->certainty, ==, PURPORT_CERTAINTY_FIRM);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (strengths); i++) {
    g_autofree char *path = g_strdup_printf ("/grading/strength/%s", strengths[i].name);
    g_test_add_data_func (path, &strengths[i], test_strength);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *path = g_strdup_printf ("/grading/kind/%s", purport_claim_kind_to_string (kinds[i].kind));
    g_test_add_data_func (path, &kinds[i], test_kind);
  }
  g_test_add_func ("/grading/denied-claim", test_denied_claim);
  g_test_add_func ("/grading/strength-goes-with-kind", test_strength_goes_with_kind);
  for (gsize i = 0; i < G_N_ELEMENTS (hedges); i++) {
    g_autofree char *path = g_strdup_printf ("/grading/hedge/%s", hedges[i].name);
    g_test_add_data_func (path, &hedges[i], test_hedge);
  }
  g_test_add_func ("/grading/certainty", test_certainty);
  g_test_add_func ("/grading/caveats", test_caveats);
  g_test_add_func ("/grading/month", test_month);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What limits a claim: for each kind sentences that do and sentences that only look like it; on texts written for this
 * test. And the patterns themselves. */
#include <string.h>

#include "base/claim-limit.h"
#include "base/vocabulary.h"
#include "reading/patterns.h"
#include "support/reader.h"

#define NONE G_MAXUINT

typedef struct {
  const char *text;
  guint kind; /* PurportCaveatKind of the only caveat, or NONE */
} CaveatCase;

static const CaveatCase cases[] = {
  { "The study could not prove that evening walks were the cause of better sleep.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "The survey doesn’t show that walking itself causes better sleep, Dr Quist said.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "No firm conclusions can be drawn about cause and effect, the authors write.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "Cause-and-effect could not be established from these records.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "The team found only an association between walking and sleep.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "It is unclear whether poor sleep is to blame for the falls.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "Reverse causality is possible: good sleepers may walk more.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "The data do not prove that walking prevents strokes.", PURPORT_CAVEAT_NOT_CAUSAL },
  { "It is not known what causes the illness.", NONE },
  { "Walkers had a lower risk of death from any cause, not counting accidents.", NONE },
  { "The storm did not cause any damage.", NONE },

  { "It was a small study, Dr Quist warned.", PURPORT_CAVEAT_SMALL_SAMPLE },
  { "The trial involved only 14 patients.", PURPORT_CAVEAT_SMALL_SAMPLE },
  { "The sample size was too low to say more.", PURPORT_CAVEAT_SMALL_SAMPLE },
  { "They looked at a small number of people in one town.", PURPORT_CAVEAT_SMALL_SAMPLE },
  { "A small group of protesters stood outside the town hall.", NONE },
  { "Only 14 people live on the island.", NONE },

  { "The tests were carried out in mice, and the results may not apply to humans.", PURPORT_CAVEAT_ANIMALS },
  { "So far the drug has only been tried in rats.", PURPORT_CAVEAT_ANIMALS },
  { "The drug has not yet been tested in people.", PURPORT_CAVEAT_ANIMALS },
  { "Mice eat the corn that is left in the field.", NONE },

  { "More research is needed, said Dr Quist.", PURPORT_CAVEAT_EARLY },
  { "Larger studies are now needed to confirm the result.", PURPORT_CAVEAT_EARLY },
  { "These preliminary findings have not been peer-reviewed.", PURPORT_CAVEAT_EARLY },
  { "The work was presented at a medical conference in Tarn.", PURPORT_CAVEAT_EARLY },
  { "It is too early to say whether the effect lasts.", PURPORT_CAVEAT_EARLY },
  { "She was treated at an early stage of the illness.", NONE },
  { "Smoking is a cause of premature death.", NONE },

  { "The study had several limitations.", PURPORT_CAVEAT_LIMITS },
  { "The researchers did not take into account what the walkers ate.", PURPORT_CAVEAT_LIMITS },
  { "Other factors could explain the difference.", PURPORT_CAVEAT_LIMITS },
  { "The results should be interpreted with caution, she said.", PURPORT_CAVEAT_LIMITS },
  { "The team could not rule out that the walkers were healthier to begin with.", PURPORT_CAVEAT_LIMITS },
  { "The findings may not apply to younger people.", PURPORT_CAVEAT_LIMITS },
  { "The difference may be due to chance.", PURPORT_CAVEAT_LIMITS },
  { "It remains unclear how long the effect lasts.", PURPORT_CAVEAT_LIMITS },
  { "It relied on what the walkers remembered about their sleep.", PURPORT_CAVEAT_LIMITS },
  { "The effect of diet had not been measured, she warned.", PURPORT_CAVEAT_LIMITS },
  { "The town relies on what the river brings.", NONE },
  { "The effect of the storm on the bridge was measured.", NONE },
  { "Drivers should pass the school with caution.", NONE },
  { "The council did not include the bridge in its plans.", NONE },

  { "The study was funded by Creamworks, which makes the drug.", PURPORT_CAVEAT_CONFLICT },
  { "Two of the authors declared a conflict of interest.", PURPORT_CAVEAT_CONFLICT },
  { "The authors have no conflicts of interest.", NONE },
  { "The playground was paid for by the council.", NONE },

  { "Experts are divided over the findings.", PURPORT_CAVEAT_DISAGREEMENT },
  { "The council disagreed with the mayor.", NONE },
  { "Critics say the agency has been slow to act.", NONE },

  { "The council will build two new paths this year.", NONE },
};

static void
test_case (gconstpointer data)
{
  const CaveatCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);

  if (one->kind == NONE) {
    g_assert_cmpuint (reading->caveats->len, ==, 0);
    return;
  }
  g_assert_cmpuint (reading->caveats->len, ==, 1);
  g_assert_cmpstr (purport_caveat_kind_to_string (g_array_index (reading->caveats, PurportCaveat, 0).kind), ==,
                   purport_caveat_kind_to_string (one->kind));
}

/* A caveat is the whole sentence; the claims that stand in it have it, and the main claim that the study is of. */
static void
test_link (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("Evening walks reduce the risk of stroke, researchers found. The study could not prove that "
                         "evening walks cause better sleep.");
  const PurportCaveat *caveat;

  g_assert_cmpuint (reading->caveats->len, ==, 1);
  caveat = &g_array_index (reading->caveats, PurportCaveat, 0);
  g_assert_cmpuint (caveat->span.start_byte, ==,
                    g_array_index (reading->sentences, PurportSentence, 1).span.start_byte);
  g_assert_cmpuint (caveat->span.end_byte, ==, g_array_index (reading->sentences, PurportSentence, 1).span.end_byte);
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    g_assert_cmpuint (claim->caveats->len, ==, claim->sentence == 1 || i == reading->main_claim ? 1 : 0);
  }
}

typedef struct {
  const char *text;  /* its second sentence is a caveat */
  const char *words; /* in a claim of that sentence */
  gboolean limits;   /* whether the sentence tells more than that claim */
} ItselfCase;

static const ItselfCase itself[] = {
  { "Evening walks reduce the risk of stroke, Dr Ada Quist said. She cautioned that the trial was short and does not "
    "show that walks prevent strokes.",
    "was short", FALSE },
  { "Evening walks reduce the risk of stroke, researchers found. “The study could not prove that walks prevent "
    "strokes,” "
    "said Dr Ada Quist, a physician at Tarn University.",
    "prevent strokes", FALSE },
  { "The weather was mild on Monday. Evening walks may reduce the risk of stroke, but more research is needed to "
    "confirm "
    "it, Dr Ada Quist said.",
    "risk of stroke", TRUE },
  { "The weather was mild on Monday. The drug reduced tumours by half in mice, not in people.", "tumours by half",
    TRUE },
};

/* The card of a claim that is a limit does not say that it is limited by itself. */
static void
test_itself (gconstpointer data)
{
  const ItselfCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);
  gsize at = (gsize)(strstr (one->text, one->words) - one->text);
  guint n = 0;

  g_assert_cmpuint (reading->caveats->len, ==, 1);
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    if (claim->span.start_byte > at || claim->span.end_byte <= at || claim->caveats->len == 0)
      continue;
    g_assert_cmpint (purport_claim_limit_is_other (reading, claim, &g_array_index (reading->caveats, PurportCaveat, 0)),
                     ==, one->limits);
    n++;
  }
  g_assert_cmpuint (n, ==, 1);
}

typedef struct {
  const char *text; /* its main claim is in the first sentence */
  guint n_limits;   /* sentences that limit it */
} MainCase;

static const MainCase mains[] = {
  { "Evening walks reduce the risk of stroke, researchers found. The weather was mild. The research does not prove "
    "that walks prevent "
    "strokes.",
    1 },
  { "Evening walks reduce the risk of stroke, researchers found. The weather was mild. The study was funded by "
    "Creamworks, which makes shoes. “It was a small study,” Dr Quist said.",
    2 },
  /* said of something else, or of other studies */
  { "Evening walks reduce the risk of stroke, researchers found. Earlier studies of bread were not peer-reviewed.", 0 },
  { "The council will build two new bridges for £4 million, it said. The weather was mild. The cause of the fire is "
    "unclear.",
    0 },
  { "The council will build two new bridges for £4 million, it said. The trial of the mint had too small a sample "
    "size.",
    0 },
};

static void
test_main (gconstpointer data)
{
  const MainCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);
  const PurportClaim *claim;

  g_assert_cmpuint (reading->main_claim, !=, PURPORT_NONE);
  claim = &g_array_index (reading->claims, PurportClaim, reading->main_claim);
  g_assert_cmpuint (claim->sentence, ==, 0);
  g_assert_cmpuint (claim->caveats->len, ==, one->n_limits);
}

static GBytes *
look_up (const char *name, gpointer user_data)
{
  return g_str_equal (name, "lexicons/made-up.tsv") && user_data != NULL ? g_bytes_new (user_data, strlen (user_data))
                                                                         : NULL;
}

static PurportPatterns *
load (const char *text, GError **error)
{
  return purport_patterns_new (look_up, (gpointer)text, "lexicons/made-up.tsv",
                               (PurportPatternNameFunc)purport_caveat_kind_to_string, PURPORT_CAVEAT_DISAGREEMENT + 1,
                               error);
}

static void
test_damaged (void)
{
  static const char *const damaged[] = {
    "limits",                                  /* one field */
    "\tsmall",                                 /* no kind */
    "unheard-of\tsmall",                       /* no such kind */
    "limits\t<unheard-of>",                    /* no such class */
    "limits\t~2 small",                        /* a gap before the first item */
    "limits\tsmall ~x study",                  /* no number */
    "limits\tsmall ~2?small study",            /* no such gap */
    "limits\tsmall ~2!none study",             /* no such class in a gap */
    "limits\ta b c d e f g h i j k l m n o p", /* too long */
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++) {
    g_autofree char *text = g_strconcat ("# two good lines\n=size\tsmall|big\n", damaged[i], "\n", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (PurportPatterns) patterns = load (text, &error);
    g_assert_null (patterns);
    g_assert_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED);
    g_assert_nonnull (strstr (error->message, "line 3"));
  }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportPatterns) patterns = load (NULL, &error);

  g_assert_null (patterns);
  g_assert_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/caveats/%02zu", i);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (mains); i++) {
    g_autofree char *path = g_strdup_printf ("/caveats/main/%zu", i);
    g_test_add_data_func (path, &mains[i], test_main);
  }
  for (guint i = 0; i < G_N_ELEMENTS (itself); i++) {
    g_autofree char *path = g_strdup_printf ("/caveats/itself/%u", i);
    g_test_add_data_func (path, &itself[i], test_itself);
  }
  g_test_add_func ("/caveats/link", test_link);
  g_test_add_func ("/caveats/patterns/damaged", test_damaged);
  g_test_add_func ("/caveats/patterns/missing", test_missing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What claims rest on: what is named, what is linked, and what authors say of their study; on texts written for this
 * test. */
#include "data/engine-data.h"

#include <string.h>

#include "base/vocabulary.h"
#include "support/reader.h"

static const PurportEvidence *
evidence_at (const PurportReading *reading, const char *words)
{
  for (guint i = 0; i < reading->evidence->len; i++) {
    const PurportEvidence *one = &g_array_index (reading->evidence, PurportEvidence, i);
    g_autofree char *found = purport_test_dup_words (reading, one->span);
    if (g_str_equal (found, words))
      return one;
  }
  return NULL;
}

typedef struct {
  const char *text;
  const char *words; /* NULL: there is no evidence */
  PurportEvidenceKind kind;
} NamedCase;

static const NamedCase named[] = {
  { "A study of 40 nurses found that long shifts cause burnout.", "A study of 40 nurses", PURPORT_EVIDENCE_STUDY },
  { "A trial involving 900 patients showed that the drug lowers blood pressure.", "A trial involving 900 patients",
    PURPORT_EVIDENCE_TRIAL },
  { "The authors used data from more than 40 clinics in Tarn.", "data from more than 40 clinics in Tarn",
    PURPORT_EVIDENCE_STATISTICS },
  { "Recently published studies show that evening walks help people sleep.", "Recently published studies",
    PURPORT_EVIDENCE_STUDY },
  { "Gardeners slept better than others, researchers reported in Soil & Health.", "Soil & Health",
    PURPORT_EVIDENCE_JOURNAL },
  { "Gardeners slept better than others, researchers reported in Paris.", NULL, PURPORT_EVIDENCE_STUDY },
  { "Gardeners slept better than others, researchers reported in May.", NULL, PURPORT_EVIDENCE_STUDY },
  { "More research is needed.", NULL, PURPORT_EVIDENCE_STUDY },
  { "Evening walks help people sleep, research suggests.", NULL, PURPORT_EVIDENCE_STUDY },
  { "The bridge was painted in May.", NULL, PURPORT_EVIDENCE_STUDY },
};

static void
test_named (gconstpointer data)
{
  const NamedCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);
  const PurportEvidence *evidence = one->words != NULL ? evidence_at (reading, one->words) : NULL;

  g_assert_cmpuint (reading->evidence->len, ==, one->words != NULL ? 1 : 0);
  if (one->words == NULL)
    return;
  g_assert_nonnull (evidence);
  g_assert_cmpstr (purport_evidence_kind_to_string (evidence->kind), ==, purport_evidence_kind_to_string (one->kind));
}

/* Authors speak on the study that was named before, in whatever sentence; others do not. */
static void
test_authors (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (
      "A new study of 40 nurses has been published in Tarn.\n"
      "“Long shifts cause burnout among nurses,” said Nora Lindqvist, the lead author of the study.\n"
      "Lindqvist said that “long shifts also lower the quality of care”.\n"
      "“Better pay would reduce burnout,” said Tomas Berg, who was not involved in the study.");
  guint n_author = 0;

  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    g_autofree char *words = purport_test_dup_words (reading, claim->span);
    if (strstr (words, "quality of care") == NULL)
      continue;
    n_author++;
    g_assert_cmpuint (claim->evidence->len, ==, 1);
  }
  g_assert_cmpuint (n_author, ==, 1);
}

typedef struct {
  const char *text;
  gboolean rests; /* the main claim, in the first sentence, rests on what the second names */
} NextCase;

static const NextCase next_cases[] = {
  { "Evening walks reduce the risk of stroke by a third.\nThe randomised trial followed 640 people in Tarn.", TRUE },
  { "Evening walks reduce the risk of stroke by a third.\nEarlier studies of 90 people looked at bread.", FALSE },
  { "Evening walks reduce the risk of stroke by a third, Nora Lindqvist said.\n"
    "The randomised trial followed 640 people in Tarn.",
    FALSE },
};

/* The study behind the lead is often named only in the sentence after it. */
static void
test_next (gconstpointer data)
{
  const NextCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);
  const PurportClaim *claim;

  g_assert_cmpuint (reading->main_claim, ==, 0);
  claim = &g_array_index (reading->claims, PurportClaim, 0);
  g_assert_cmpuint (claim->evidence->len, ==, one->rests ? 1 : 0);
}

static PurportReading *
read_linked (const char *text, const char *linked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (&error);
  g_autoptr (PurportArticle) article = purport_article_new (text, -1);
  gsize start = (gsize)(strstr (text, linked) - text);
  PurportLink link = { purport_span (start, start + strlen (linked)), g_strdup ("https://example.org/a") };
  PurportReading *reading;

  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, strlen (text)));
  g_array_append_val (article->links, link);
  reading = purport_engine_read (engine, article, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

static void
test_link (void)
{
  g_autoptr (PurportReading) reading =
      read_linked ("Long shifts cause burnout among nurses, Nora Lindqvist said. The bridge is old.", "burnout");
  const PurportEvidence *evidence = evidence_at (reading, "burnout");
  const PurportClaim *claim;

  g_assert_nonnull (evidence);
  g_assert_cmpint (evidence->kind, ==, PURPORT_EVIDENCE_LINK);
  g_assert_cmpuint (reading->claims->len, >=, 1);
  claim = &g_array_index (reading->claims, PurportClaim, 0);
  g_assert_cmpuint (claim->evidence->len, ==, 1);
}

/* What is named and linked is shown once, as what it is named; what is all link leads elsewhere. */
static void
test_no_link (void)
{
  g_autoptr (PurportReading) linked =
      read_linked ("A study of 40 nurses found that long shifts cause burnout.", "study");
  g_autoptr (PurportReading) elsewhere =
      read_linked ("Long shifts cause burnout among nurses.", "Long shifts cause burnout among nurses.");

  g_assert_cmpuint (linked->evidence->len, ==, 1);
  g_assert_cmpint (g_array_index (linked->evidence, PurportEvidence, 0).kind, ==, PURPORT_EVIDENCE_STUDY);
  g_assert_cmpuint (elsewhere->evidence->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++) {
    g_autofree char *path = g_strdup_printf ("/evidence/named/%zu", i);
    g_test_add_data_func (path, &named[i], test_named);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (next_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/evidence/next/%zu", i);
    g_test_add_data_func (path, &next_cases[i], test_next);
  }
  g_test_add_func ("/evidence/authors", test_authors);
  g_test_add_func ("/evidence/link", test_link);
  g_test_add_func ("/evidence/no-link", test_no_link);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked as a claim, what it rests on, who opposes it, why it is marked, and what the reader's checklist
 * answers, on texts written for this test. */
#include <string.h>

#include "base/vocabulary.h"
#include "support/reader.h"

typedef struct {
  const char *name;
  const char *text;
  const char *claims[4]; /* the claims there must be, as written, and no others */
} SpanCase;

static const SpanCase span_cases[] = {
  { "one-sentence",
    "Evening walks lowered blood pressure in older adults.",
    { "Evening walks lowered blood pressure in older adults" } },
  { "without-attribution",
    "Nora Lindqvist said that evening walks lowered blood pressure in older adults.",
    { "evening walks lowered blood pressure in older adults" } },
  { "denial-stays",
    "The researchers found no evidence that the vaccine increases the risk of stroke.",
    { "found no evidence that the vaccine increases the risk of stroke" } },
  { "denial-of-truth",
    "It is not true that coffee causes cancer, Professor Mara Quist said.",
    { "It is not true that coffee causes cancer" } },
  { "relative-clause",
    "The injections can weaken the facial muscles, which in some cases may be harmful.",
    { "The injections can weaken the facial muscles, which in some cases may be harmful" } },
  { "without-marks",
    "“Evening walks lowered blood pressure in older adults,” said Nora Lindqvist.",
    { "Evening walks lowered blood pressure in older adults" } },
  { "quoted-part",
    "Nora Lindqvist said that the results of the trial were “very promising”.",
    { "the results of the trial were “very promising”" } },
  { "quoted-part-in-straight-marks",
    "Nora Lindqvist said that the results of the trial were \"very promising\".",
    { "the results of the trial were \"very promising\"" } },
  { "verb-like-a-noun", "Smoking causes lung cancer, Professor Mara Quist said.", { "Smoking causes lung cancer" } },
  { "speaker-of-one-letter", "Smoking causes lung cancer, Professor X said.", { "Smoking causes lung cancer" } },
  { "two-clauses",
    "The walkers lost four kilograms over the year, but the swimmers gained two kilograms over the same period.",
    { "The walkers lost four kilograms over the year", "the swimmers gained two kilograms over the same period" } },
  { "question", "Could an evening walk be the secret of a long life?", { NULL } },
};

static char *
dup_claim (const PurportReading *reading, guint index)
{
  return purport_test_dup_words (reading, g_array_index (reading->claims, PurportClaim, index).span);
}

static void
test_spans (gconstpointer data)
{
  const SpanCase *c = data;
  g_autoptr (PurportReading) reading = purport_test_read (c->text);
  guint n = 0;

  for (; n < G_N_ELEMENTS (c->claims) && c->claims[n] != NULL; n++) {
    g_autofree char *words = NULL;
    g_assert_cmpuint (reading->claims->len, >, n);
    words = dup_claim (reading, n);
    g_assert_cmpstr (words, ==, c->claims[n]);
  }
  g_assert_cmpuint (reading->claims->len, ==, n);
}

typedef struct {
  const char *name;
  const char *text;
  const char *words; /* of the evidence; NULL: none */
  PurportEvidenceKind kind;
} EvidenceCase;

static const EvidenceCase evidence_cases[] = {
  { "study", "A study of 40 gardeners found that digging eases back pain.", "A study of 40 gardeners",
    PURPORT_EVIDENCE_STUDY },
  { "trial", "The drug halved the pain in a clinical trial.", "a clinical trial", PURPORT_EVIDENCE_TRIAL },
  { "review", "A systematic review shows that digging eases back pain.", "A systematic review",
    PURPORT_EVIDENCE_REVIEW },
  { "survey", "A survey of 900 gardeners shows that most of them dig.", "A survey of 900 gardeners",
    PURPORT_EVIDENCE_SURVEY },
  { "statistics", "New figures show that gardeners live longer.", "New figures", PURPORT_EVIDENCE_STATISTICS },
  { "journal", "The results appeared in the journal Garden Medicine.", "the journal Garden Medicine",
    PURPORT_EVIDENCE_JOURNAL },
  { "document", "A report by the Tarn Council says that gardens are shrinking.", "A report by the Tarn Council",
    PURPORT_EVIDENCE_DOCUMENT },
  { "published-in", "The research, published in the journal Garden Medicine, shows that digging helps.",
    "The research, published in the journal Garden Medicine", PURPORT_EVIDENCE_STUDY },
  { "wished-for", "More research is needed, Nora Lindqvist said.", NULL, 0 },
  { "compared-with", "The garden is larger than in previous studies, Nora Lindqvist said.", "previous studies",
    PURPORT_EVIDENCE_STUDY },
  { "at-school", "The girl went on with her studies in the garden.", NULL, 0 },
};

static void
test_evidence (gconstpointer data)
{
  const EvidenceCase *c = data;
  g_autoptr (PurportReading) reading = purport_test_read (c->text);
  const PurportEvidence *evidence;
  g_autofree char *words = NULL;

  if (c->words == NULL) {
    g_assert_cmpuint (reading->evidence->len, ==, 0);
    return;
  }
  g_assert_cmpuint (reading->evidence->len, >, 0);
  evidence = &g_array_index (reading->evidence, PurportEvidence, 0);
  words = purport_test_dup_words (reading, evidence->span);
  g_assert_cmpstr (words, ==, c->words);
  g_assert_cmpstr (purport_evidence_kind_to_string (evidence->kind), ==, purport_evidence_kind_to_string (c->kind));
}

static void
test_evidence_is_linked (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("A study of 40 gardeners found that digging eases back pain.");
  const PurportClaim *claim;

  g_assert_cmpuint (reading->claims->len, ==, 1);
  claim = &g_array_index (reading->claims, PurportClaim, 0);
  g_assert_cmpuint (claim->evidence->len, ==, 1);
  g_assert_true ((claim->reasons & 1u << PURPORT_REASON_STUDY) != 0);
}

static void
test_dispute (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (
      "Researchers at Tarn University said that evening walks prevent heart disease.\n"
      "However, Tomas Berg, a biologist at Moss College, said that evening walks do not prevent heart "
      "disease.");
  guint n = 0;

  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    for (guint j = 0; j < claim->disputes->len; j++, n++) {
      const PurportDispute *dispute = &g_array_index (claim->disputes, PurportDispute, j);
      const PurportClaim *opposed = &g_array_index (reading->claims, PurportClaim, dispute->claim);
      g_autofree char *words = purport_test_dup_words (reading, dispute->words);
      g_autofree char *of = purport_test_dup_words (reading, opposed->span);
      g_assert_cmpstr (words, ==, "However");
      g_assert_cmpstr (of, ==, "evening walks prevent heart disease");
      g_assert_true ((opposed->reasons & 1u << PURPORT_REASON_DISPUTED) != 0);
    }
  }
  g_assert_cmpuint (n, ==, 1);
}

static guint
count_disputes (const PurportReading *reading, guint32 of, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    for (guint j = 0; j < claim->disputes->len; j++) {
      const PurportDispute *dispute = &g_array_index (claim->disputes, PurportDispute, j);
      g_autofree char *found = purport_test_dup_words (reading, dispute->words);
      n += dispute->claim == of && g_str_equal (found, words) ? 1 : 0;
    }
  }
  return n;
}

/* Who disputes the findings disputes what was found, not what was said last. */
static void
test_disputed_findings (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("Evening walks reduce the risk of stroke by a third, researchers at Tarn University said.\n"
                         "The town has many paths. Strokes kill a thousand people a year.\n"
                         "But the Armchair Makers' Union disputed the findings.");

  g_assert_cmpuint (reading->main_claim, ==, 0);
  g_assert_cmpuint (count_disputes (reading, 0, "disputed the findings"), ==, 1);
}

/* A denial says what it denies: it opposes nothing that speaks of other things. */
static void
test_denial_of_else (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("The town is not safe at night, Nora Lindqvist said. The ministry denied it had hidden the "
                         "letter.");

  g_assert_cmpuint (reading->claims->len, >=, 2);
  g_assert_cmpuint (count_disputes (reading, 0, "denied"), ==, 0);
}

/* A sentence may do nothing but object: what follows it then opposes what somebody else said last. */
static void
test_objection_before (void)
{
  static const char *const objections[] = { "Okonski disputes that.", "Okonski disagrees.", "Okonski rejected this." };
  static const char *const words[] = { "disputes that", "disagrees", "rejected this" };

  for (gsize i = 0; i < G_N_ELEMENTS (objections); i++) {
    g_autofree char *text = g_strdup_printf (
        "Evening walks prevent a third of all strokes, said Nora Lindqvist, a biologist at Moss College. “The river "
        "paths explain the rest,” she said.\n\n%s “The rest is explained by milder winters,” said Ula Okonski, a "
        "physician at Tarn University.",
        objections[i]);
    g_autoptr (PurportReading) reading = purport_test_read (text);
    guint32 opposed = PURPORT_NONE;
    for (guint32 claim = 0; claim < reading->claims->len; claim++) {
      g_autofree char *said = dup_claim (reading, claim);
      opposed = g_str_equal (said, "The river paths explain the rest") ? claim : opposed;
    }
    g_assert_cmpuint (opposed, !=, PURPORT_NONE);
    g_assert_cmpuint (count_disputes (reading, opposed, words[i]), ==, 1);
  }
}

/* Nobody who is said not to disagree objects, and who cautions limits a claim and does not oppose it. */
static void
test_no_objection (void)
{
  static const char *const texts[] = {
    "Evening walks prevent strokes, said Nora Lindqvist. Okonski does not dispute that. “The winters are milder, too,” "
    "said Ula Okonski.",
    "Evening walks prevent a third of all strokes, Nora Lindqvist said. She cautioned that the trial was short."
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (texts[i]);
    g_assert_cmpuint (reading->claims->len, >=, 2);
    for (guint j = 0; j < reading->claims->len; j++)
      g_assert_cmpuint (g_array_index (reading->claims, PurportClaim, j).disputes->len, ==, 0);
  }
}

/* Two who say different things do not dispute unless words on the page oppose them. */
static void
test_no_dispute_without_words (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("Nora Lindqvist said that evening walks prevent heart disease.\n"
                         "Tomas Berg said that evening walks ruin the knees of many people.");

  g_assert_cmpuint (reading->claims->len, ==, 2);
  for (guint i = 0; i < reading->claims->len; i++)
    g_assert_cmpuint (g_array_index (reading->claims, PurportClaim, i).disputes->len, ==, 0);
}

static const char article[] =
    "A daily walk in the evening reduces the risk of stroke by a third, a new study has found.\n"
    "The weather in the town was mild, and the shops were open until late on most days of the year.\n"
    "The benches along the river were painted green in spring by volunteers from the school.\n";

static void
test_main_claim (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (article);
  g_autofree char *words = NULL;

  g_assert_cmpuint (reading->main_claim, !=, PURPORT_NONE);
  words = dup_claim (reading, reading->main_claim);
  g_assert_cmpstr (words, ==, "A daily walk in the evening reduces the risk of stroke by a third");
  for (guint i = 0; i < reading->claims->len; i++)
    g_assert_cmpfloat (g_array_index (reading->claims, PurportClaim, i).importance, <=,
                       g_array_index (reading->claims, PurportClaim, reading->main_claim).importance);
}

static void
test_reasons (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (article);

  g_assert_cmpuint (reading->claims->len, >, 0);
  for (guint i = 0; i < reading->claims->len; i++) {
    guint32 reasons = g_array_index (reading->claims, PurportClaim, i).reasons;
    guint n = 0;
    for (guint j = 0; j < PURPORT_N_REASONS; j++)
      n += (reasons >> j) & 1u;
    g_assert_cmpuint (n, >=, 1);
    g_assert_cmpuint (n, <=, 3);
  }
  g_assert_true ((g_array_index (reading->claims, PurportClaim, reading->main_claim).reasons &
                  (1u << PURPORT_REASON_CAUSAL | 1u << PURPORT_REASON_ASSOCIATION)) != 0);
}

/* --- the checklist -------------------------------------------------------------------------------------------------
 */

#define PADDING "Patients with arthritis see their doctor in the hospital for pain and take medicine for the disease.\n"

typedef struct {
  PurportQuestion question;
  const char *answer;
} CheckCase;

static const CheckCase check_cases[] = {
  { PURPORT_QUESTION_COSTS, "The cream costs £12 a month." },
  { PURPORT_QUESTION_BENEFITS, "Joints improved in 14 of the 20 people who used the cream." },
  { PURPORT_QUESTION_HARMS, "Side effects were a rash and an itch." },
  { PURPORT_QUESTION_EVIDENCE_QUALITY, "The work was randomised and had a control group." },
  { PURPORT_QUESTION_SOURCES_CONFLICTS, "The work was funded by Creamworks, which makes the cream." },
  { PURPORT_QUESTION_ALTERNATIVES, "An alternative is to keep the joints warm." },
  { PURPORT_QUESTION_AVAILABILITY, "The cream is not yet available in shops." },
  { PURPORT_QUESTION_NOVELTY, "It is the first time that a cream has been tried." },
  { PURPORT_QUESTION_OVERSELLING, "Stiff joints affect one in 10 people over sixty." },
  { PURPORT_QUESTION_PRESS_RELEASE, "“I would wait,” Ida Moss told reporters." },
};

static PurportSpan
find_answer (const PurportReading *reading, PurportQuestion question)
{
  for (guint i = 0; i < reading->checklist->len; i++)
    if (g_array_index (reading->checklist, PurportCheck, i).question == question)
      return g_array_index (reading->checklist, PurportCheck, i).answer;
  g_assert_not_reached ();
}

static void
test_question (gconstpointer data)
{
  const CheckCase *c = data;
  g_autofree char *with = g_strconcat (PADDING, c->answer, "\n", NULL), *words = NULL;
  g_autoptr (PurportReading) answered = purport_test_read (with), silent = purport_test_read (PADDING);

  words = purport_test_dup_words (answered, find_answer (answered, c->question));
  g_assert_cmpstr (words, ==, c->answer);
  g_assert_true (purport_span_is_empty (find_answer (silent, c->question)));
}

/* A change in per cent tells nobody how many it helps. */
static void
test_relative_is_no_benefit (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (PADDING "The cream reduced stiffness by 40 per cent.\n");

  g_assert_true (purport_span_is_empty (find_answer (reading, PURPORT_QUESTION_BENEFITS)));
}

static void
test_no_checklist (void)
{
  static const char *const texts[] = {
    "The council voted on Monday to widen the road to the harbour.\nShops along the road will close for a year.",
    "The team won the cup after a goal in the last minute.\nThe coach praised the keeper and the crowd.",
    "A patient crowd waited for the king.",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (texts[i]);
    g_assert_cmpuint (reading->checklist->len, ==, 0);
  }
}

/* --- what is no article --------------------------------------------------------------------------------------------
 */

typedef struct {
  const char *name;
  const char *text;
  gboolean may_claim;
} OddCase;

static const OddCase odd_cases[] = {
  { "empty", "", FALSE },
  { "one-word", "Walk", FALSE },
  { "questions", "Who walks?\nWhy do people walk in the evening?\nDoes walking help the heart?", FALSE },
  { "quotes", "“I walk.”\n“You walk too.”\n“We all walk in the evening, whatever the weather is like.”", TRUE },
  { "table", "2019 14 22 31\n2020 15 23 35\n2021 17 29 36\n2022 18 30 38\nTotal 64 104 140", FALSE },
  { "poem",
    "O evening, softly falling light,\nUpon the river, on the stone,\nYou lead the walker through the night\nAnd "
    "never leave him all alone",
    TRUE },
  { "source-code", "int main (void) {\n  for (int i = 0; i < 10; i++)\n    printf (\"%d\\n\", i);\n  return 0;\n}",
    TRUE },
};

static void
test_odd (gconstpointer data)
{
  const OddCase *c = data;
  g_autoptr (PurportReading) reading = purport_test_read (c->text);

  if (!c->may_claim)
    g_assert_cmpuint (reading->claims->len, ==, 0);
  for (guint i = 0; i < reading->claims->len; i++)
    g_assert_cmpfloat (g_array_index (reading->claims, PurportClaim, i).importance, <, 0.7);
}

/* A sentence without end is read in bounded time, whatever could be cut in it. */
static void
test_endless_sentence (void)
{
  GString *text = g_string_new ("He said");
  g_autoptr (PurportReading) reading = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, " that it rained, and");
  g_string_append_c (text, '.');
  reading = purport_test_read (text->str);
  for (guint i = 1; i < reading->claims->len; i++)
    g_assert_cmpuint (g_array_index (reading->claims, PurportClaim, i - 1).span.end_byte, <=,
                      g_array_index (reading->claims, PurportClaim, i).span.start_byte);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (span_cases); i++) {
    g_autofree char *path = g_strconcat ("/claims/spans/", span_cases[i].name, NULL);
    g_test_add_data_func (path, &span_cases[i], test_spans);
  }
  for (guint i = 0; i < G_N_ELEMENTS (evidence_cases); i++) {
    g_autofree char *path = g_strconcat ("/claims/evidence/", evidence_cases[i].name, NULL);
    g_test_add_data_func (path, &evidence_cases[i], test_evidence);
  }
  g_test_add_func ("/claims/evidence/linked", test_evidence_is_linked);
  g_test_add_func ("/claims/disputes/opposed", test_dispute);
  g_test_add_func ("/claims/disputes/findings", test_disputed_findings);
  g_test_add_func ("/claims/disputes/denial", test_denial_of_else);
  g_test_add_func ("/claims/disputes/objection-before", test_objection_before);
  g_test_add_func ("/claims/disputes/no-objection", test_no_objection);
  g_test_add_func ("/claims/disputes/words-needed", test_no_dispute_without_words);
  g_test_add_func ("/claims/main", test_main_claim);
  g_test_add_func ("/claims/reasons", test_reasons);
  for (guint i = 0; i < G_N_ELEMENTS (check_cases); i++) {
    g_autofree char *path =
        g_strconcat ("/claims/checklist/", purport_question_to_string (check_cases[i].question), NULL);
    g_test_add_data_func (path, &check_cases[i], test_question);
  }
  g_test_add_func ("/claims/checklist/relative-is-no-benefit", test_relative_is_no_benefit);
  g_test_add_func ("/claims/checklist/other-articles", test_no_checklist);
  for (guint i = 0; i < G_N_ELEMENTS (odd_cases); i++) {
    g_autofree char *path = g_strconcat ("/claims/odd/", odd_cases[i].name, NULL);
    g_test_add_data_func (path, &odd_cases[i], test_odd);
  }
  g_test_add_func ("/claims/odd/endless-sentence", test_endless_sentence);
  return g_test_run ();
}

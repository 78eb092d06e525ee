/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ten questions to an article about health: each answered by the sentence that does, and not found without it; on
 * an article written for this test, to which the sentence is added. */
#include "base/vocabulary.h"
#include "support/reader.h"

/* About health, and answers none of the questions. */
#define PLAIN                                                                                                          \
  "Doctors in Tarn looked at patients with diabetes. The patients slept in the hospital. Diabetes is an illness that " \
  "doctors treat with insulin.\n"

typedef struct {
  PurportQuestion question;
  const char *answer;
  const char *other; /* looks like an answer and is none */
} QuestionCase;

static const QuestionCase questions[] = {
  { PURPORT_QUESTION_COSTS, "The insulin costs £40 a month.", "The hospital is old." },
  { PURPORT_QUESTION_BENEFITS, "Of 200 patients, 40 recovered.", "The patients recovered." },
  { PURPORT_QUESTION_HARMS, "Side effects were nausea and bleeding.", "The patients ate at seven." },
  { PURPORT_QUESTION_HARMS, "The insulin can leave people dizzy for an hour.", "The insulin was left in a box." },
  { PURPORT_QUESTION_EVIDENCE_QUALITY, "The trial was randomised and double-blind.", "The trial took a year." },
  { PURPORT_QUESTION_SOURCES_CONFLICTS, "The study was funded by Creamworks, which makes the insulin.",
    "Creamworks has its seat in Tarn." },
  { PURPORT_QUESTION_ALTERNATIVES, "Existing treatments work as well.", "The patients were treated in Tarn." },
  { PURPORT_QUESTION_AVAILABILITY, "The insulin is not yet available.", "The insulin was kept cold." },
  { PURPORT_QUESTION_NOVELTY, "This is the first study of its kind.", "The study took a year." },
  { PURPORT_QUESTION_OVERSELLING, "About 4 million people suffer from diabetes.", "People talk about diabetes." },
  { PURPORT_QUESTION_OVERSELLING, "Some 4 million people live with diabetes.", "The patients live with doctors." },
  { PURPORT_QUESTION_PRESS_RELEASE, "“We were careful,” Nora Lindqvist told Reuters.",
    "“We were careful,” a statement said." },
};

static PurportSpan
answer_to (const PurportReading *reading, PurportQuestion question)
{
  g_assert_cmpuint (reading->checklist->len, ==, PURPORT_QUESTION_PRESS_RELEASE + 1);
  for (guint i = 0; i < reading->checklist->len; i++) {
    const PurportCheck *check = &g_array_index (reading->checklist, PurportCheck, i);
    if (check->question == question)
      return check->answer;
  }
  g_assert_not_reached ();
}

static void
test_answered (gconstpointer data)
{
  const QuestionCase *one = data;
  g_autofree char *text = g_strconcat (PLAIN, one->answer, NULL);
  g_autoptr (PurportReading) reading = purport_test_read (text);
  PurportSpan answer = answer_to (reading, one->question);
  g_autofree char *words = NULL;

  g_assert_false (purport_span_is_empty (answer));
  words = purport_test_dup_words (reading, answer);
  g_assert_cmpstr (words, ==, one->answer);
}

static void
test_not_found (gconstpointer data)
{
  const QuestionCase *one = data;
  g_autofree char *text = g_strconcat (PLAIN, one->other, NULL);
  g_autoptr (PurportReading) reading = purport_test_read (text);

  g_assert_true (purport_span_is_empty (answer_to (reading, one->question)));
}

/* Who paid for the study is said, however much someone has to say who did not take part. */
static void
test_interest (void)
{
  static const char paid[] = "The study was funded by the Insulin Makers' Board.";
  g_autofree char *text = g_strconcat (PLAIN,
                                       "“The patients were old,” said Dr Nora Lindqvist, a surgeon at Moss College who "
                                       "was not involved in the study. “They slept badly,” Lindqvist said. Lindqvist "
                                       "said that the hospital was loud.\n",
                                       paid, NULL);
  g_autoptr (PurportReading) reading = purport_test_read (text);
  g_autofree char *words = purport_test_dup_words (reading, answer_to (reading, PURPORT_QUESTION_SOURCES_CONFLICTS));

  g_assert_cmpstr (words, ==, paid);
}

/* Other articles are not asked. */
static void
test_not_about_health (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("The council will build two new bridges. Each costs £4 million, the mayor said.");

  g_assert_cmpuint (reading->checklist->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++) {
    const char *name = purport_question_to_string (questions[i].question);
    g_autofree char *answered = g_strdup_printf ("/checklist/%s/%zu/answered", name, i);
    g_autofree char *not_found = g_strdup_printf ("/checklist/%s/%zu/not-found", name, i);
    g_test_add_data_func (answered, &questions[i], test_answered);
    g_test_add_data_func (not_found, &questions[i], test_not_found);
  }
  g_test_add_func ("/checklist/interest", test_interest);
  g_test_add_func ("/checklist/not-about-health", test_not_about_health);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who said what where news writing is at its tersest, on texts written for this test: leads that end with their source,
 * labels before speech, roles without an article, and who somebody is that was named a sentence before. */
#include <string.h>

#include "base/vocabulary.h"
#include "support/reader.h"

typedef struct {
  const char *name;
  const char *text;
  const char *words;  /* words of a claim */
  const char *source; /* who makes it, NULL: the article */
} Case;

#define INTERVIEW                                                                                                      \
  "INTERVIEWER: Professor Lindqvist, does thin ice harm the fish?\n"                                                   \
  "LINDQVIST: No. We followed 2,000 trout for ten years and saw no harm.\n"                                            \
  "INTERVIEWER: Some of your colleagues disagree.\n"                                                                   \
  "LINDQVIST: They do. Dr Berg thinks that cold water harms the eels. I think the evidence for that is weak.\n"        \
  "INTERVIEWER: What should anglers do?\n"                                                                             \
  "LINDQVIST: Swim if they like it. There is no doubt that cold water keeps the trout healthy.\n"

static const Case cases[] = {
  { "lead-day-and-more",
    "Nearly one in five lakes holds more lead than the law allows, Tarnwatch said on Thursday, and it urged anglers to "
    "stay away.",
    "one in five lakes holds more lead", "Tarnwatch" },
  { "lead-with-dateline",
    "TARN, Oct 3 (Norwire) - Nearly one in five plastic boats sold online contains more tin than the law allows, the "
    "boat safety regulator Tarnwatch said on Thursday, and it urged anglers to stop using 14 brands.",
    "one in five plastic boats", "Tarnwatch" },
  { "lead-apposed-noun",
    "Nearly one in five lakes holds more lead than the law allows, the water safety regulator Tarnwatch said on "
    "Thursday, and it urged anglers to stay away.",
    "one in five lakes holds more lead", "Tarnwatch" },
  { "lead-day", "Cold water can cut the risk of gout by a third, the lake research institute Tarnmere said on Monday.",
    "Cold water can cut the risk", "Tarnmere" },
  { "lead-reported-in",
    "Anglers who swam every day showed a slower loss of memory, researchers reported in Lakes & Ageing.",
    "Anglers who swam every day", "researchers" },
  { "lead-with-a-finding-in-it",
    "Older anglers who swam in the lake every day for two years showed slower decline in hearing than those who did "
    "not, researchers reported in Lakes & Ageing.",
    "Older anglers who swam in the lake every day", "researchers" },
  { "noted-that-knew", "Tomas Berg, an angler, spoke first. Berg noted that swimmers knew which group they were in.",
    "swimmers knew which group", "Tomas Berg" },
  { "next-sentence-has-its-own",
    "Around 2 million people swim in lakes, official figures show. Earlier studies have linked cold water to gout.",
    "cold water to gout", "Earlier studies" },
  { "spokesman-behind-body",
    "The lake authority said that it had drained no water. A spokesman said: \"Towns decide how they spend their "
    "budgets.\"",
    "Towns decide", "lake authority" },
  { "speaker-label", INTERVIEW, "saw no harm", "Lindqvist" },
  { "speaker-label-later-sentence", INTERVIEW, "cold water keeps the trout healthy", "Lindqvist" },
  { "speaker-label-opinion", INTERVIEW, "the evidence for that is weak", "Lindqvist" },
  { "speaker-label-cites", INTERVIEW, "cold water harms the eels", "Berg" },
  { "questions-and-answers",
    "Dr Nora Lindqvist has studied the lake for years. We asked her about the ice.\n"
    "Q: Is the ice thinner than before?\nA: Yes. The ice is two inches thinner than it was in spring.\n"
    "Q: Does that harm the fish?\nA: It does. Trout need cold water to breed in spring.\n",
    "Trout need cold water", "Nora Lindqvist" },
};

static const PurportClaim *
find_claim (const PurportReading *reading, const char *words)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    g_autofree char *text = purport_test_dup_words (reading, claim->span);
    if (strstr (text, words) != NULL)
      return claim;
  }
  return NULL;
}

static const PurportSource *
find_source (const PurportReading *reading, const char *name)
{
  for (guint i = 0; i < reading->sources->len; i++)
    if (g_ascii_strcasecmp (g_array_index (reading->sources, PurportSource, i).name, name) == 0)
      return &g_array_index (reading->sources, PurportSource, i);
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (PurportReading) reading = purport_test_read (c->text);
  const PurportClaim *claim = find_claim (reading, c->words);

  g_assert (claim != NULL);
  if (c->source == NULL) {
    g_assert_cmpuint (claim->source, ==, PURPORT_NONE);
    return;
  }
  g_assert_cmpuint (claim->source, !=, PURPORT_NONE);
  g_assert_cmpstr (g_array_index (reading->sources, PurportSource, claim->source).name, ==, c->source);
}

/* Claims hold what is claimed: no place of the report, no label, both marks of a part in quotes, and the denial. */
static void
test_spans (void)
{
  static const struct {
    const char *text;
    const char *claim;
  } spans[] = {
    { "TARN, Oct 3 (Norwire) - Nearly one in five lakes holds more lead than the law allows.",
      "Nearly one in five lakes holds more lead than the law allows" },
    { "Nora Lindqvist, a hydrologist, said the results were \"worrying but not surprising\".",
      "the results were \"worrying but not surprising\"" },
    { INTERVIEW, "We followed 2,000 trout for ten years and saw no harm" },
    { INTERVIEW, "There is no doubt that cold water keeps the trout healthy" },
    { "The lake authority denied that it had drained the water.", "denied that it had drained the water" },
    { "Nora Lindqvist, a hydrologist, denies that thin ice harms the trout.", "denies that thin ice harms the trout" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (spans[i].text);
    gboolean found = FALSE;
    for (guint j = 0; j < reading->claims->len; j++) {
      g_autofree char *words = purport_test_dup_words (reading, g_array_index (reading->claims, PurportClaim, j).span);
      g_test_message ("%s", words);
      found = found || g_str_equal (words, spans[i].claim);
    }
    g_test_message ("wanted: %s", spans[i].claim);
    g_assert_true (found);
  }
}

/* A question and its label are nobody's claim. */
static void
test_questions (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (INTERVIEW);

  g_assert_null (find_claim (reading, "INTERVIEWER"));
  g_assert_null (find_claim (reading, "LINDQVIST"));
  g_assert_null (find_claim (reading, "does thin ice"));
  g_assert_nonnull (find_claim (reading, "cold water keeps"));
}

/* What sources are called, and what they are. */
static void
test_names (void)
{
  static const struct {
    const char *text;
    const char *name;
    const char *role;        /* NULL: any */
    const char *affiliation; /* NULL: any */
  } people[] = {
    { "The charity Lakes First says that four in ten anglers do not swim.", "Lakes First", NULL, NULL },
    { "Writing in the Annals of Ice, GP Tomas Berg argues that the trials were too short.", "Tomas Berg", "GP", NULL },
    { "\"It is a real step forward,\" says Prof Nora Lindqvist of Tarn University.", "Nora Lindqvist", NULL,
      "Tarn University" },
    { "The Friends of Tarn Lake, a campaign group, said it was considering legal action against the council.",
      "Friends of Tarn Lake", NULL, NULL },
    { "But boat owners say the tolls will drive customers away.", "boat owners", NULL, NULL },
    { "Outside experts say the ice will melt early this year.", "Outside experts", NULL, NULL },
    { "\"The ice is thin,\" said Tomas Berg, a neurologist at St Olga's Hospital who was not part of the team.",
      "Tomas Berg", "neurologist", "St Olga's Hospital" },
    { "Nearly one in five lakes is unsafe, the water safety regulator Tarnwatch said on Thursday.", "Tarnwatch",
      "water safety regulator", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (people[i].text);
    const PurportSource *source = find_source (reading, people[i].name);
    for (guint j = 0; j < reading->sources->len; j++)
      g_test_message ("%s", g_array_index (reading->sources, PurportSource, j).name);
    g_test_message ("wanted: %s", people[i].name);
    g_assert (source != NULL);
    for (guint j = 0; j < 2; j++) {
      const char *wanted = j == 0 ? people[i].role : people[i].affiliation;
      const GArray *list = j == 0 ? source->roles : source->affiliations;
      gboolean found = wanted == NULL;
      for (guint k = 0; k < list->len && !found; k++) {
        g_autofree char *words = purport_test_dup_words (reading, g_array_index (list, PurportSpan, k));
        found = g_str_equal (words, wanted);
      }
      g_test_message ("wanted: %s", wanted);
      g_assert_true (found);
    }
  }
}

/* One source where an apposed noun stands before the name. */
static void
test_apposed_noun (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("Nearly one in five lakes is unsafe, the water safety regulator Tarnwatch said on Thursday.");

  g_assert_cmpuint (reading->sources->len, ==, 1);
}

/* A company by the first word of its name, with what its full name was said of; two that share the word stay apart. */
static void
test_first_word (void)
{
  g_autoptr (PurportReading) one = purport_test_read (
      "A third of the money came from Larkmere Devices, which makes the sensors. A spokesperson for Larkmere said the "
      "company had no part in the analysis.");
  g_autoptr (PurportReading) two = purport_test_read (
      "A third of the money came from Larkmere Devices, which makes the sensors. The rest came from Larkmere Foods. A "
      "spokesperson for Larkmere said the company had no part in the analysis.");
  const PurportSource *source = find_source (one, "Larkmere Devices");

  g_assert (source != NULL);
  g_assert_cmpuint (source->independence, ==, PURPORT_INDEPENDENCE_INTERESTED);
  g_assert (find_source (one, "Larkmere") == NULL);
  g_assert (find_source (two, "Larkmere") != NULL);
}

/* Whoever has advised the maker has an interest. */
static void
test_adviser (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("\"It is a real step forward,\" says Prof Nora Lindqvist of Tarn University, who has advised "
                         "the manufacturer, Icelux.");
  const PurportSource *source = find_source (reading, "Nora Lindqvist");

  g_assert (source != NULL);
  g_assert_cmpint (source->independence, ==, PURPORT_INDEPENDENCE_INTERESTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/who-news/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/who-news/spans", test_spans);
  g_test_add_func ("/who-news/questions", test_questions);
  g_test_add_func ("/who-news/names", test_names);
  g_test_add_func ("/who-news/apposed-noun", test_apposed_noun);
  g_test_add_func ("/who-news/first-word", test_first_word);
  g_test_add_func ("/who-news/adviser", test_adviser);
  return g_test_run ();
}

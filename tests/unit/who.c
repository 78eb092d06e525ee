/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who said what: each way of putting words into a mouth that English news writing knows, on texts written for this
 * test. */
#include <string.h>

#include "base/vocabulary.h"
#include "support/reader.h"

typedef struct {
  const char *name;
  const char *text;
  const char *source;  /* the name of the source, NULL: nobody */
  const char *content; /* what it is said to say; the first content span that begins so */
} Case;

static const Case cases[] = {
  { "direct-before-verb", "“The lake froze early this year,” said Nora Lindqvist, a hydrologist.", "Nora Lindqvist",
    "The lake froze early this year" },
  { "direct-after-verb", "Nora Lindqvist said: “The lake froze early this year.”", "Nora Lindqvist",
    "The lake froze early this year" },
  { "direct-name-verb", "“The lake froze early this year,” Nora Lindqvist said.", "Nora Lindqvist",
    "The lake froze early this year" },
  { "straight-marks", "\"The lake froze early this year,\" said Nora Lindqvist.", "Nora Lindqvist",
    "The lake froze early this year" },
  { "guillemets", "«The lake froze early this year», said Nora Lindqvist.", "Nora Lindqvist",
    "The lake froze early this year" },
  { "opening-mark-swapped", "Winter came.”The lake froze early this year”, said Nora Lindqvist.", "Nora Lindqvist",
    "The lake froze early this year" },
  { "opened-by-dash", "— The lake froze early this year, said Nora Lindqvist.", "Nora Lindqvist",
    "The lake froze early this year" },
  { "interrupted-by-dash",
    "“The lake froze early this year, says hydrologist Nora Lindqvist.— It will thaw late, and the fish will suffer.”",
    "Nora Lindqvist", "It will thaw late" },
  { "quote-goes-on", "“The lake froze early this year,” said Nora Lindqvist. “It will thaw late.”", "Nora Lindqvist",
    "It will thaw late" },
  { "next-paragraph",
    "Nora Lindqvist said: “The lake froze early this year.\n“It will thaw late and the fish will suffer.”",
    "Nora Lindqvist", "It will thaw late" },
  { "indirect-that", "Nora Lindqvist said that the lake had frozen early.", "Nora Lindqvist",
    "the lake had frozen early" },
  { "indirect-bare", "Nora Lindqvist said the lake had frozen early.", "Nora Lindqvist", "the lake had frozen early" },
  { "indirect-trailing", "The lake had frozen early, Nora Lindqvist said.", "Nora Lindqvist",
    "The lake had frozen early" },
  { "according-to-first", "According to Nora Lindqvist, the lake froze early.", "Nora Lindqvist",
    "the lake froze early" },
  { "according-to-last", "The lake froze early, according to Nora Lindqvist.", "Nora Lindqvist",
    "The lake froze early" },
  { "apposition", "Nora Lindqvist, a hydrologist at Tarn University, said the lake had frozen early.", "Nora Lindqvist",
    "the lake had frozen early" },
  { "role-then-name", "The study’s lead author, Nora Lindqvist, said the lake had frozen early.", "Nora Lindqvist",
    "the lake had frozen early" },
  { "told-someone", "Nora Lindqvist told the Tarn Courier that the lake had frozen early.", "Nora Lindqvist",
    "the lake had frozen early" },
  { "pronoun", "Nora Lindqvist has measured the ice. She said it had frozen early this year.", "Nora Lindqvist",
    "it had frozen early this year" },
  { "surname", "Nora Lindqvist has measured the ice. Lindqvist said the ice was thick this year.", "Nora Lindqvist",
    "the ice was thick this year" },
  { "adding", "Nora Lindqvist said the lake froze early, adding that the fish would suffer.", "Nora Lindqvist",
    "the fish would suffer" },
  { "document", "A new study has found that the lake freezes later than before.", "new study",
    "the lake freezes later than before" },
  { "group", "The researchers found that the lake freezes later than before.", "researchers",
    "the lake freezes later than before" },
  { "surname-is-a-cue", "“The lake froze early this year,” said Edward Said, a hydrologist.", "Edward Said",
    "The lake froze early this year" },
  { "closed-in-next-paragraph",
    "Nora Lindqvist said: “The lake froze early this year.\nIt will thaw late and the fish will suffer.” Then she "
    "left.",
    "Nora Lindqvist", "It will thaw late" },
  { "single-marks-over-paragraphs",
    "Nora Lindqvist said: ‘The lake froze early this year.\n‘It will thaw late and the fish will suffer.’",
    "Nora Lindqvist", "It will thaw late" },
  { "straight-single-marks-over-paragraphs",
    "Nora Lindqvist said: 'The lake froze early this year.\n'It will thaw late and the fish will suffer.'",
    "Nora Lindqvist", "'It will thaw late" },
  { "one-of-several", "One of the researchers, Dr Nora Lindqvist, said: “The lake froze early this year.”",
    "Nora Lindqvist", "The lake froze early this year" },
  { "made-to-admit", "Thin ice forced then mayor Nora Lindqvist to admit that the lake was closed too late.",
    "Nora Lindqvist", "the lake was closed too late" },
  { "noun-of-speech", "The Tarn Fishing Agency issued a warning about thin ice on the lake.", "Tarn Fishing Agency",
    "thin ice on the lake" },
  { "number-behind-according-to", "According to the Tarn Interior Ministry over 300 skaters have been hurt.",
    "Tarn Interior Ministry", "over 300 skaters have been hurt" },
  { "team-led-by", "A team led by Dr Nora Lindqvist, of the Tarn Institute of Ice, said the lake had frozen early.",
    "team", "the lake had frozen early" },
  { "first-of-a-list",
    "The Tarn Fishing Agency, the Northern Skating Association and Dr Nora Lindqvist have all called for it to be "
    "closed.",
    "Tarn Fishing Agency", "it to be closed" },
  { "it-is-the-study",
    "The study, published in the journal Lakes, measured 40 lakes. It found that the ice is thinner than before.",
    "study", "the ice is thinner than before" },
  { "headline-order", "Lakes freeze later than they used to, say scientists.", "scientists",
    "Lakes freeze later than they used to" },
  { "organization", "The World Health Organization says that dirty water makes many people ill.",
    "World Health Organization", "dirty water makes many people ill" },
  { "passive-has-no-source", "The lake is said to be bottomless in the middle.", NULL, NULL },
  { "quoted-word", "The lake is “bottomless” in the middle of the bay.", NULL, NULL },
};

static const PurportAttribution *
find_attribution (const PurportReading *reading, const char *content)
{
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    for (guint j = 0; j < said->content_spans.len; j++) {
      g_autofree char *words = purport_test_dup_words (reading, purport_span_list_get (&said->content_spans, j));
      if (content == NULL || g_str_has_prefix (purport_test_skip_that (words), content))
        return said;
    }
  }
  return NULL;
}

/* The attribution with @words in one of its contents. */
static const PurportAttribution *
find_containing (const PurportReading *reading, const char *words)
{
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    for (guint j = 0; j < said->content_spans.len; j++) {
      g_autofree char *content = purport_test_dup_words (reading, purport_span_list_get (&said->content_spans, j));
      if (strstr (content, words) != NULL)
        return said;
    }
  }
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (PurportReading) reading = purport_test_read (c->text);
  const PurportAttribution *said = find_attribution (reading, c->content);

  if (c->source == NULL) {
    g_assert_true (said == NULL || (said->source == PURPORT_NONE && !said->certain));
    return;
  }
  g_assert (said != NULL);
  g_assert_cmpuint (said->source, !=, PURPORT_NONE);
  g_assert_cmpstr (g_array_index (reading->sources, PurportSource, said->source).name, ==, c->source);
  g_assert_true (said->certain);
}

static const PurportSource *
find_source (const PurportReading *reading, const char *name)
{
  for (guint i = 0; i < reading->sources->len; i++)
    if (g_str_equal (g_array_index (reading->sources, PurportSource, i).name, name))
      return &g_array_index (reading->sources, PurportSource, i);
  return NULL;
}

static void
assert_words (const PurportReading *reading, const GArray *spans, guint index, const char *expected)
{
  g_autofree char *words = NULL;

  g_assert_cmpuint (spans->len, >, index);
  words = purport_test_dup_words (reading, g_array_index (spans, PurportSpan, index));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_role_and_affiliation (void)
{
  static const char *const texts[] = {
    "“Ice is rare,” said Nora Lindqvist, director of lake research at Tarn University.",
    "Nora Lindqvist, director of lake research at Tarn University, said ice was rare.",
    "Nora Lindqvist is director of lake research at Tarn University. Lindqvist said ice was rare.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (texts[i]);
    const PurportSource *source = find_source (reading, "Nora Lindqvist");
    g_assert (source != NULL);
    assert_words (reading, source->roles, 0, "director of lake research");
    assert_words (reading, source->affiliations, 0, "Tarn University");
    g_assert_cmpuint (source->roles->len, ==, 1);
    g_assert_cmpuint (source->affiliations->len, ==, 1);
    g_assert_true (source->expert);
  }
}

static void
test_independence (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (
      "“Ice is rare,” said Nora Lindqvist, the study’s lead author.\n"
      "Tomas Berg, a biologist at Tarn University who was not involved in the study, said the data were thin.");
  const PurportSource *author = find_source (reading, "Nora Lindqvist"), *other = find_source (reading, "Tomas Berg");

  g_assert (author != NULL);
  g_assert (other != NULL);
  g_assert_cmpstr (purport_independence_to_string (author->independence), ==, "author");
  g_assert_false (purport_span_is_empty (author->independence_words));
  g_assert_cmpstr (purport_independence_to_string (other->independence), ==, "independent");
}

static void
test_same_surname (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("Nora Lindqvist said the ice was thin.\nPeter Lindqvist said the ice was thick enough.");

  g_assert_nonnull (find_source (reading, "Nora Lindqvist"));
  g_assert_nonnull (find_source (reading, "Peter Lindqvist"));
}

static void
test_patient_is_no_expert (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("“I slept better,” said Anna Moss, a patient from the north of the country.");
  const PurportSource *source = find_source (reading, "Anna Moss");

  g_assert (source != NULL);
  g_assert_false (source->expert);
}

/* Quotation marks that never close, or nest by the thousand, are read in bounded time and without a wrong span. */
static void
test_many_marks (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (PurportReading) reading = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "“a ");
  g_string_append (text, "\n\"");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "said Said said \" ");
  reading = purport_test_read (text->str);
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    for (guint j = 0; j < said->content_spans.len; j++)
      g_assert_cmpuint (purport_span_list_get (&said->content_spans, j).end_byte, <=, text->len);
  }
  g_string_free (text, TRUE);
}

/* One quote from the first to the last word, with and without an end: nobody is said to say it. */
static void
test_all_one_quote (void)
{
  static const char *const ends[] = { "”", "" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (GString) text = g_string_new ("“");
    g_autoptr (PurportReading) reading = NULL;
    for (guint j = 0; j < 3000; j++)
      g_string_append (text, "The lake froze early this year. ");
    g_string_append (text, ends[i]);
    reading = purport_test_read (text->str);
    g_assert_cmpuint (reading->sources->len, ==, 0);
    for (guint j = 0; j < reading->attributions->len; j++)
      g_assert_false (g_array_index (reading->attributions, PurportAttribution, j).certain);
  }
}

/* Each of hundreds of speakers keeps what they say. */
static void
test_many_speakers (void)
{
  static const char *const syllables[] = { "Bal", "Cor", "Dun", "Fen", "Gar", "Hol", "Kin", "Lor", "Mar", "Nor" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PurportReading) reading = NULL;
  guint n_right = 0;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Nora %s%s%s said the lake froze %u times last year.\n\n", syllables[i / 100],
                            &"bal\0cor\0dun\0fen\0gar\0hol\0kin\0lor\0mar\0nor"[i / 10 % 10 * 4],
                            &"ton\0ley\0man\0son\0der\0wig\0rup\0sen\0vik\0dal"[i % 10 * 4], i + 2);
  reading = purport_test_read (text->str);
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    g_autofree char *words = NULL;
    if (said->source == PURPORT_NONE || said->source_spans.len == 0)
      continue;
    words = purport_test_dup_words (reading, purport_span_list_get (&said->source_spans, 0));
    n_right += g_str_equal (words, g_array_index (reading->sources, PurportSource, said->source).name);
  }
  g_assert_cmpuint (n_right, >=, 380);
}

/* In a transcript each paragraph is the words of whose name begins it, with all its sentences. */
static void
test_transcript (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (
      "Hydrologist Nora Lindqvist and angler Tomas Berg met by the lake on Monday to speak about the ice.\n\n"
      "Tomas Berg: The ferry now runs in January. My father walked across.\n\n"
      "Nora Lindqvist: It is bad for the fish. They need cold water in spring.\n\n"
      "Tomas Berg: So what can anglers do?\n\n"
      "Nora Lindqvist: Leave the young ones in the water.");
  static const struct {
    const char *words;
    const char *name;
  } turns[] = { { "My father walked across", "Tomas Berg" },
                { "They need cold water", "Nora Lindqvist" },
                { "Leave the young ones", "Nora Lindqvist" } };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++) {
    const PurportAttribution *said = find_containing (reading, turns[i].words);
    g_assert (said != NULL);
    g_assert_cmpuint (said->source, !=, PURPORT_NONE);
    g_assert_cmpstr (g_array_index (reading->sources, PurportSource, said->source).name, ==, turns[i].name);
  }
}

/* What a heading says is nobody's who speaks before or behind it. */
static void
test_heading (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (
      "The ice of the lake\n\nNora Lindqvist said: “The lake froze early this year and the ferry had to "
      "stay in its harbour for weeks.\n\nWhat comes now\n\n“It will thaw late,” said Tomas Berg, who has "
      "fished in the lake for thirty years and knows every bay of it.");

  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    for (guint j = 0; j < said->content_spans.len; j++) {
      g_autofree char *words = purport_test_dup_words (reading, purport_span_list_get (&said->content_spans, j));
      if (strstr (words, "thaw late") != NULL && said->source != PURPORT_NONE)
        g_assert_cmpstr (g_array_index (reading->sources, PurportSource, said->source).name, ==, "Tomas Berg");
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/who/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/who/role-and-affiliation", test_role_and_affiliation);
  g_test_add_func ("/who/independence", test_independence);
  g_test_add_func ("/who/same-surname", test_same_surname);
  g_test_add_func ("/who/patient-is-no-expert", test_patient_is_no_expert);
  g_test_add_func ("/who/many-marks", test_many_marks);
  g_test_add_func ("/who/all-one-quote", test_all_one_quote);
  g_test_add_func ("/who/many-speakers", test_many_speakers);
  g_test_add_func ("/who/heading", test_heading);
  g_test_add_func ("/who/transcript", test_transcript);
  return g_test_run ();
}

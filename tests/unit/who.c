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
  { "headline-order", "Lakes freeze later than they used to, say scientists.", "scientists",
    "Lakes freeze later than they used to" },
  { "organization", "The World Health Organization says that dirty water makes many people ill.",
    "World Health Organization", "dirty water makes many people ill" },
  { "passive-has-no-source", "The lake is said to be bottomless in the middle.", NULL, NULL },
  { "quoted-word", "The lake is “bottomless” in the middle of the bay.", NULL, NULL },
};

/* What is said, without the mark that opens it. */
static const char *
skip_mark (const char *words)
{
  static const char *const marks[] = { "“", "”", "«", "\"", "‘" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (words, marks[i]))
      return words + strlen (marks[i]);
  return words;
}

/* "the lake froze" is found where "that the lake froze" is content. */
static const char *
skip_that (const char *words)
{
  return g_str_has_prefix (words, "that ") ? words + strlen ("that ") : words;
}

static const PurportAttribution *
find_attribution (const PurportReading *reading, const char *content)
{
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    for (guint j = 0; j < said->content_spans->len; j++) {
      g_autofree char *words = purport_test_dup_words (reading, g_array_index (said->content_spans, PurportSpan, j));
      if (content == NULL || g_str_has_prefix (skip_that (skip_mark (words)), content))
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
    for (guint j = 0; j < said->content_spans->len; j++)
      g_assert_cmpuint (g_array_index (said->content_spans, PurportSpan, j).end_byte, <=, text->len);
  }
  g_string_free (text, TRUE);
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
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who the sources are: what each construction of English news writing tells of a source, and which mentions are one.
 * The texts, and the people in them, are made up for this test. */
#include <string.h>

#include "base/vocabulary.h"
#include "support/reader.h"

#define NOBODY NULL

typedef struct {
  const char *name;
  const char *text;
  const char *source;       /* its name; NOBODY: no source at all */
  const char *roles;        /* joined by | */
  const char *affiliations; /* joined by | */
  const char *independence; /* NULL: not looked at */
  gboolean expert;
} Description;

static const Description descriptions[] = {
  /* before the name */
  { "prefix", "“Ice is rare,” said plastic surgeon Andrew Hale.", "Andrew Hale", "plastic surgeon", "", NULL, TRUE },
  { "prefix-institution", "“Ice is rare,” said Tarn University professor Nora Lindqvist.", "Nora Lindqvist",
    "professor", "Tarn University", NULL, TRUE },
  { "prefix-author-and-title", "Study co-author Professor Nora Lindqvist said ice was rare.", "Nora Lindqvist",
    "Study co-author|Professor", "", "author", TRUE },
  { "doctor-is-no-role", "Dr Nora Lindqvist said ice was rare.", "Nora Lindqvist", "", "", "independent", TRUE },
  { "role-comma-name", "The study’s lead author, Nora Lindqvist from Tarn University, said ice was rare.",
    "Nora Lindqvist", "lead author", "Tarn University", "author", TRUE },
  { "two-roles-one-name", "The academic and professor Nora Lindqvist said that ice was rare this year.",
    "Nora Lindqvist", "academic|professor", "", NULL, TRUE },
  /* behind the name */
  { "of", "Nora Lindqvist of Tarn University said ice was rare.", "Nora Lindqvist", "", "Tarn University", NULL, TRUE },
  { "from-who-led", "Nora Lindqvist, from Tarn University, who led the study, said ice was rare.", "Nora Lindqvist",
    "led the study", "Tarn University", "author", TRUE },
  { "chair-of-at", "Nora Lindqvist, chair of lake studies at the Institute of Water Sciences, said ice was rare.",
    "Nora Lindqvist", "chair of lake studies", "Institute of Water Sciences", NULL, TRUE },
  { "an-x-with-y", "Nora Lindqvist, an epidemiologist with the Lake Research Institute, said ice was rare.",
    "Nora Lindqvist", "epidemiologist", "Lake Research Institute", NULL, TRUE },
  { "two-institutions",
    "Nora Lindqvist, from the Water Research Centre at Tarn University, said ice was rare this winter.",
    "Nora Lindqvist", "", "Water Research Centre|Tarn University", NULL, TRUE },
  { "possessive-institution", "Nora Lindqvist, from Tarn University’s Water Centre, said ice was rare.",
    "Nora Lindqvist", "", "Tarn University|Water Centre", NULL, TRUE },
  { "possessive-land", "Nora Lindqvist, of Sweden’s Tarn Institute, said ice was rare.", "Nora Lindqvist", "",
    "Tarn Institute", NULL, TRUE },
  { "two-roles",
    "Nora Lindqvist, lead author of the new study and professor in residence at Tarn University, said ice "
    "was rare.",
    "Nora Lindqvist", "lead author of the new study|professor in residence", "Tarn University", "author", TRUE },
  { "acronym-behind", "Nora Lindqvist, head of research at the Lake Research Institute (LRI), said ice was rare.",
    "Nora Lindqvist", "head of research", "Lake Research Institute", NULL, TRUE },
  { "charity-uk", "Nora Lindqvist, head of health promotion and training at Winter Cancer UK, said ice was rare.",
    "Nora Lindqvist", "head of health promotion and training", "Winter Cancer UK", "independent", TRUE },
  { "copula", "Nora Lindqvist is a hydrologist at the Tarn Institute. She said ice was rare this winter.",
    "Nora Lindqvist", "hydrologist", "Tarn Institute", NULL, TRUE },
  { "later-sentence",
    "“Ice is rare,” said Nora Lindqvist. Lindqvist, who works at the Tarn Institute, said it would "
    "melt.",
    "Nora Lindqvist", "", "Tarn Institute", NULL, TRUE },
  { "co-directs", "“Ice is rare,” said Nora Lindqvist, who co-directs the Tarn Institute.", "Nora Lindqvist",
    "co-directs", "Tarn Institute", NULL, TRUE },
  { "age-and-home", "Nora Lindqvist, 42, a teacher from Tarnby, said ice was rare.", "Nora Lindqvist", "teacher", "",
    NULL, FALSE },
  { "one-of-the-researchers",
    "One of the researchers, Dr Nora Lindqvist, of Tarn University, said: “Ice is rare this winter.”", "Nora Lindqvist",
    "One of the researchers", "Tarn University", "author", TRUE },
  { "not-from-another",
    "Nora Lindqvist and Tomas Berg, a surgeon at Tarn Hospital, spoke. Lindqvist said ice was rare.", "Nora Lindqvist",
    "", "", NULL, FALSE },
  { "home-town-is-no-institution", "Nora Lindqvist, 68, of Bristol, said ice was rare.", "Nora Lindqvist", "", "", NULL,
    FALSE },
  /* independence */
  { "not-involved", "Nora Lindqvist, a hydrologist who was not involved in the study, said ice was rare.",
    "Nora Lindqvist", "hydrologist", "", "independent", TRUE },
  { "shared-institution",
    "Researchers at Tarn University said lakes freeze late. Dr Nora Lindqvist, of Tarn University, "
    "said ice was rare.",
    "Nora Lindqvist", "", "Tarn University", "author", TRUE },
  { "and-colleagues", "Dr Nora Lindqvist and her colleagues wrote that ice was rare.", "Nora Lindqvist", "", "",
    "author", TRUE },
  { "our-study", "Dr Nora Lindqvist said: “Our study shows that ice is rare.”", "Nora Lindqvist", "", "", "author",
    TRUE },
  { "minister", "Nora Lindqvist, the minister for lakes, said ice was rare.", "Nora Lindqvist", "minister for lakes",
    "", "interested", TRUE },
  { "funder", "Dr Nora Lindqvist, of the Winter Trust, which part-funded the study, said ice was rare.",
    "Nora Lindqvist", "", "Winter Trust", "interested", TRUE },
  { "company", "The drug company Nordfarm said that its pills were safe for children.", "Nordfarm", "drug company", "",
    "interested", TRUE },
  { "presented-not-quoted", "A team led by Nora Lindqvist of Tarn University measured ice. The team said it was thin.",
    "Nora Lindqvist", "", "Tarn University", "author", TRUE },
  /* who is no source, and no expert */
  { "newspaper", "According to the Tarn Gazette, the lake froze early this year.", "Tarn Gazette", "", "", NULL,
    FALSE },
  { "mentioned-only", "Nora Lindqvist swims in the lake every morning before she goes to work in town.", NOBODY, "", "",
    NULL, FALSE },
  { "possibility", "Couples could expect that their children would live in the house for thirty years.", NOBODY, "", "",
    NULL, FALSE },
  { "the-charitys-own",
    "The charity Winter Help said ice was rare. The charity’s Tom Quill said: “Ice melts early now.”", "Tom Quill", "",
    "Winter Help", NULL, TRUE },
  { "student", "“It helps my head,” said Nora Lindqvist, a student at Tarn University.", "Nora Lindqvist", "student",
    "Tarn University", NULL, FALSE },
};

static const PurportSource *
find_source (const PurportReading *reading, const char *name)
{
  for (guint i = 0; i < reading->sources->len; i++)
    if (g_str_equal (g_array_index (reading->sources, PurportSource, i).name, name))
      return &g_array_index (reading->sources, PurportSource, i);
  return NULL;
}

static char *
dup_joined (const PurportReading *reading, const GArray *spans)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    g_autofree char *words = purport_test_dup_words (reading, g_array_index (spans, PurportSpan, i));
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", words);
  }
  return g_string_free (joined, FALSE);
}

static void
test_description (gconstpointer data)
{
  const Description *d = data;
  g_autoptr (PurportReading) reading = purport_test_read (d->text);
  const PurportSource *source;
  g_autofree char *roles = NULL;
  g_autofree char *affiliations = NULL;

  if (d->source == NOBODY) {
    g_assert_cmpuint (reading->sources->len, ==, 0);
    return;
  }
  source = find_source (reading, d->source);
  g_assert (source != NULL);
  roles = dup_joined (reading, source->roles);
  affiliations = dup_joined (reading, source->affiliations);
  g_assert_cmpstr (roles, ==, d->roles);
  g_assert_cmpstr (affiliations, ==, d->affiliations);
  g_assert_cmpint (source->expert, ==, d->expert);
  if (d->independence != NULL)
    g_assert_cmpstr (purport_independence_to_string (source->independence), ==, d->independence);
}

typedef struct {
  const char *name;
  const char *text;
  const char *said;   /* how what is said begins */
  const char *source; /* whose words it is */
  gboolean certain;
} Mention;

static const Mention mentions[] = {
  { "surname", "Nora Lindqvist measured ice. Lindqvist said that winter would be short.", "winter would",
    "Nora Lindqvist", TRUE },
  { "first-name", "Nora Lindqvist said ice was rare. Nora said that winter would be short.", "winter would",
    "Nora Lindqvist", TRUE },
  { "initial", "Nora Lindqvist said ice was rare. N. Lindqvist said that winter would be short.", "winter would",
    "Nora Lindqvist", TRUE },
  { "small-surname", "Dr Nora Lindqvist said ice was rare. Then lindqvist said that winter would be short.",
    "winter would", "Nora Lindqvist", TRUE },
  { "pronoun-by-gender", "Mr Tomas Berg and Mrs Nora Lindqvist measured ice. She said that winter would be short.",
    "winter would", "Nora Lindqvist", TRUE },
  { "pronoun-skips-quotes", "Nora Lindqvist said: “I met Paul Moss on the ice.” She said that winter would be short.",
    "winter would", "Nora Lindqvist", TRUE },
  { "pronoun-takes-subject",
    "Nora Lindqvist spoke to Tarn after a letter to Ann Moss. She said that winter would be "
    "short.",
    "winter would", "Nora Lindqvist", TRUE },
  { "same-surname-by-title",
    "Mr Tomas Berg said ice was rare. Mrs Nora Berg said ice was thick. Mr Berg said that winter "
    "would be short.",
    "winter would", "Tomas Berg", TRUE },
  { "same-surname-open",
    "Tomas Berg said ice was rare. Nora Berg said ice was thick. Berg said that winter would be "
    "short.",
    "winter would", "Nora Berg", FALSE },
  { "acronym-in-brackets",
    "The Lake Research Institute (LRI) said ice was rare. The LRI said that winter would be short.", "winter would",
    "Lake Research Institute", TRUE },
  { "acronym-by-initials", "The Lake Research Institute measured ice. The LRI said that winter would be short.",
    "winter would", "Lake Research Institute", TRUE },
  { "the-charity", "The charity Winter Help said ice was rare. The charity said that winter would be short.",
    "winter would", "Winter Help", TRUE },
  { "spokesman-is-his-body", "A spokesman for the Lake Authority said that winter would be short.", "winter would",
    "Lake Authority", TRUE },
  { "they-are-the-researchers", "The researchers said ice was rare. They said that winter would be short.",
    "winter would", "researchers", TRUE },
  { "the-team", "Researchers at Tarn University said ice was rare. The team said that winter would be short.",
    "winter would", "Researchers", TRUE },
  { "other-researchers",
    "Researchers at Tarn University said ice was rare. Researchers at Moss University said that "
    "winter would be short.",
    "winter would", "Researchers at Moss University", TRUE },
  { "the-findings", "A new study says ice is rare. The findings show that winter is short.", "winter is", "new study",
    TRUE },
  { "previous-studies", "A new study says ice is rare. Previous studies have shown that winter is short.", "winter is",
    "Previous studies", TRUE },
  { "study-by-body", "The study by Tarn University found that winter was short.", "winter was", "study", TRUE },
  { "head-of-relative",
    "The new research, which was carried out at a clinic in the north of Sweden, shows that winter is "
    "short.",
    "winter is", "new research", TRUE },
  { "the-team-of-somebody", "Dr Nora Lindqvist’s team said that winter would be short.", "winter would", "team", TRUE },
  { "figures-from-body", "Winter was short, according to the latest figures from the Lake Research Institute.",
    "Winter was", "Lake Research Institute", TRUE },
  { "speaker-called-said", "Edward Said said that winter would be short.", "winter would", "Edward Said", TRUE },
};

static const PurportAttribution *
find_said (const PurportReading *reading, const char *said)
{
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *attribution = &g_array_index (reading->attributions, PurportAttribution, i);
    for (guint j = 0; j < attribution->content_spans.len; j++) {
      g_autofree char *words = purport_test_dup_words (reading, purport_span_list_get (&attribution->content_spans, j));
      if (g_str_has_prefix (purport_test_skip_that (words), said))
        return attribution;
    }
  }
  return NULL;
}

static void
test_mention (gconstpointer data)
{
  const Mention *m = data;
  g_autoptr (PurportReading) reading = purport_test_read (m->text);
  const PurportAttribution *said = find_said (reading, m->said);

  g_assert (said != NULL);
  g_assert_cmpuint (said->source, !=, PURPORT_NONE);
  g_assert_cmpstr (g_array_index (reading->sources, PurportSource, said->source).name, ==, m->source);
  g_assert_cmpint (said->certain, ==, m->certain);
}

/* Those who speak together are all sources. */
static void
test_list_of_speakers (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("The Lake Authority, the Winter Society and Dr Nora Lindqvist have said that ice is rare.");

  g_assert_nonnull (find_source (reading, "Lake Authority"));
  g_assert_nonnull (find_source (reading, "Winter Society"));
  g_assert_nonnull (find_source (reading, "Nora Lindqvist"));
}

/* Where a transcript has no marks nobody can tell where what is said ends. */
static void
test_run_on (void)
{
  GString *text = g_string_new ("Nora Lindqvist said that the ice");
  g_autoptr (PurportReading) reading = NULL;
  const PurportAttribution *said;

  for (guint i = 0; i < 30; i++)
    g_string_append (text, " is thin and the lake");
  reading = purport_test_read (text->str);
  said = find_said (reading, "the ice");
  g_assert (said != NULL);
  g_assert_false (said->certain);
  g_string_free (text, TRUE);
}

/* Hundreds of people stay apart, each with a role and an institution of their own. */
static void
test_hundreds (void)
{
  static const char *const first[] = { "Nora",  "Tomas", "Anna",  "Peter", "Ruth",
                                       "Simon", "Clara", "Oscar", "Maria", "Jonas" };
  GString *text = g_string_new (NULL);
  g_autoptr (PurportReading) reading = NULL;
  guint n_people = 0;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "%s Berg%c%c%c, a surgeon at Tarn%c%c%c Hospital, said that the ice was thin.\n",
                            first[i % 10], 'a' + (int)(i / 100), 'a' + (int)(i / 10 % 10), 'a' + (int)(i % 10),
                            'a' + (int)(i / 100), 'a' + (int)(i / 10 % 10), 'a' + (int)(i % 10));
  reading = purport_test_read (text->str);
  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    n_people += source->type == PURPORT_SOURCE_PERSON && source->roles->len == 1 && source->affiliations->len == 1;
  }
  g_assert_cmpuint (n_people, ==, 400);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++) {
    g_autofree char *path = g_strconcat ("/sources/", descriptions[i].name, NULL);
    g_test_add_data_func (path, &descriptions[i], test_description);
  }
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++) {
    g_autofree char *path = g_strconcat ("/sources/mention/", mentions[i].name, NULL);
    g_test_add_data_func (path, &mentions[i], test_mention);
  }
  g_test_add_func ("/sources/list-of-speakers", test_list_of_speakers);
  g_test_add_func ("/sources/run-on", test_run_on);
  g_test_add_func ("/sources/hundreds", test_hundreds);
  return g_test_run ();
}

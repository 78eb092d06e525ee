/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notes on articles that are edited at random (words changed, paragraphs moved and deleted): nearly all whose words are
 * still there find them again, and none is put in a wrong place. Every word is known by a number that moves with it.
 */
#include <string.h>

#include "store/anchor.h"

#define N_NOTES 2000
#define NOTES_PER_ARTICLE 20

typedef struct {
  char *word;
  guint identity; /* 0: put there by an edit */
} Word;

/* A paragraph is an array of words, an article one of paragraphs. */
static GArray *
random_paragraph (guint *next_identity)
{
  /* Few different words, so that the same ones stand in many places. */
  static const char *const vocabulary[] = {
    "the",     "of",        "is",    "than",     "it",     "and",    "in",      "a",       "from",    "with",
    "was",     "said",      "less",  "later",    "ice",    "lakes",  "thinner", "rivers",  "carry",   "water",
    "summer",  "years",     "study", "north",    "fish",   "snow",   "cold",    "warm",    "eleven",  "days",
    "Nora",    "Lindqvist", "to",    "that",     "for",    "on",     "as",      "at",      "by",      "be",
    "are",     "were",      "has",   "have",     "had",    "not",    "this",    "but",     "they",    "he",
    "she",     "which",     "when",  "who",      "one",    "two",    "more",    "most",    "some",    "other",
    "people",  "new",       "first", "last",     "after",  "before", "because", "through", "between", "during",
    "under",   "over",      "about", "research", "found",  "show",   "report",  "doctor",  "patient", "heart",
    "risk",    "cause",     "week",  "month",    "winter", "spring", "season",  "weather", "rain",    "wind",
    "forest",  "bird",      "tree",  "field",    "town",   "city",   "road",    "school",  "child",   "parent",
    "teacher", "farm",      "food",  "price",    "cost",   "money",  "market"
  };
  GArray *paragraph = g_array_new (FALSE, FALSE, sizeof (Word));
  guint n = (guint)g_test_rand_int_range (8, 60);

  for (guint i = 0; i < n; i++) {
    Word word = { g_strdup (vocabulary[g_test_rand_int_range (0, G_N_ELEMENTS (vocabulary))]), (*next_identity)++ };
    g_array_append_val (paragraph, word);
  }
  return paragraph;
}

static void
clear_word (gpointer word)
{
  g_free (((Word *)word)->word);
}

static GPtrArray *
random_article (guint *next_identity)
{
  GPtrArray *article = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < 20; i++) {
    GArray *paragraph = random_paragraph (next_identity);
    g_array_set_clear_func (paragraph, clear_word);
    g_ptr_array_add (article, paragraph);
  }
  return article;
}

/* Returns: (transfer full): the text; @starts: (element-type guint): for each identity below @n its byte, or G_MAXUINT
 */
static char *
print_article (const GPtrArray *article, guint n, GArray *starts)
{
  GString *text = g_string_new (NULL);

  g_array_set_size (starts, n);
  for (guint i = 0; i < n; i++)
    g_array_index (starts, guint, i) = G_MAXUINT;
  for (guint i = 0; i < article->len; i++) {
    const GArray *paragraph = g_ptr_array_index (article, i);
    for (guint j = 0; j < paragraph->len; j++) {
      const Word *word = &g_array_index (paragraph, Word, j);
      if (word->identity != 0)
        g_array_index (starts, guint, word->identity) = (guint)text->len;
      g_string_append (text, word->word);
      g_string_append_c (text, j + 1 < paragraph->len ? ' ' : '\n');
    }
  }
  return g_string_free (text, FALSE);
}

static void
edit (GPtrArray *article)
{
  for (guint i = 0; i < article->len / 10; i++)
    g_ptr_array_remove_index (article, (guint)g_test_rand_int_range (0, (gint32)article->len));
  for (guint i = 0; i < 3; i++) {
    gpointer moved = g_ptr_array_steal_index (article, (guint)g_test_rand_int_range (0, (gint32)article->len));
    g_ptr_array_insert (article, g_test_rand_int_range (0, (gint32)article->len), moved);
  }
  for (guint i = 0; i < 20; i++) {
    GArray *paragraph = g_ptr_array_index (article, (guint)g_test_rand_int_range (0, (gint32)article->len));
    Word *word = &g_array_index (paragraph, Word, (guint)g_test_rand_int_range (0, (gint32)paragraph->len));
    g_free (word->word);
    word->word = g_strdup ("changed");
    word->identity = 0;
  }
}

typedef struct {
  PurportAnnotation *annotation;
  guint first; /* identities of the first and the last word */
  guint last;
} Note;

static Note
random_note (const GPtrArray *article, const char *text, const GArray *starts)
{
  g_autoptr (PurportArticle) value = purport_article_new (text, -1);
  const GArray *paragraph = g_ptr_array_index (article, (guint)g_test_rand_int_range (0, (gint32)article->len));
  guint from = (guint)g_test_rand_int_range (0, (gint32)paragraph->len);
  guint more = (guint)g_test_rand_int_range (0, 14), to = MIN (from + more, paragraph->len - 1);
  const Word *first = &g_array_index (paragraph, Word, from), *last = &g_array_index (paragraph, Word, to);
  gsize start = g_array_index (starts, guint, first->identity);
  gsize end = g_array_index (starts, guint, last->identity) + strlen (last->word);

  return (Note){ purport_annotation_new (PURPORT_ANNOTATION_NOTE, value, purport_span (start, end), 0), first->identity,
                 last->identity };
}

/* Whether the words that the note quotes still stand together as they were. */
static gboolean
survives (const Note *note, const char *text, const GArray *starts)
{
  guint start = g_array_index (starts, guint, note->first), last = g_array_index (starts, guint, note->last);

  return start != G_MAXUINT && last != G_MAXUINT && g_str_has_prefix (text + start, note->annotation->quote);
}

static void
test_edited (void)
{
  guint n_surviving = 0, n_found = 0, n_wrong = 0;

  for (guint i = 0; i < N_NOTES / NOTES_PER_ARTICLE; i++) {
    guint n = 1;
    g_autoptr (GPtrArray) article = random_article (&n);
    g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autofree char *before = print_article (article, n, starts);
    g_autofree char *after = NULL;
    Note notes[NOTES_PER_ARTICLE];
    for (guint j = 0; j < NOTES_PER_ARTICLE; j++)
      notes[j] = random_note (article, before, starts);
    edit (article);
    after = print_article (article, n, starts);
    for (guint j = 0; j < NOTES_PER_ARTICLE; j++) {
      gboolean there = survives (&notes[j], after, starts);
      gboolean found = purport_anchor_apply (notes[j].annotation, after, strlen (after));
      n_surviving += there ? 1 : 0;
      n_found += there && found ? 1 : 0;
      if (found && (!there || notes[j].annotation->span.start_byte != g_array_index (starts, guint, notes[j].first)))
        n_wrong++;
      purport_annotation_free (notes[j].annotation);
    }
  }
  g_test_message ("%u of %u notes whose words are there found them, %u in a wrong place", n_found, n_surviving,
                  n_wrong);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_found * 100, >=, n_surviving * 95);
}

static void
test_unchanged (void)
{
  guint n = 1;
  g_autoptr (GPtrArray) article = random_article (&n);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = print_article (article, n, starts);

  for (guint i = 0; i < 500; i++) {
    Note note = random_note (article, text, starts);
    PurportSpan place = note.annotation->span;
    g_assert_true (purport_anchor_apply (note.annotation, text, strlen (text)));
    g_assert_true (purport_span_equal (note.annotation->span, place));
    purport_annotation_free (note.annotation);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anchor/unchanged", test_unchanged);
  g_test_add_func ("/anchor/edited", test_edited);
  return g_test_run ();
}

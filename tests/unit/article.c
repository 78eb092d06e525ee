/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of the base layer: spans, the article, the reading and its cross references, the words of the format. */
#include "base/article.h"
#include "base/reading.h"
#include "base/vocabulary.h"

static void
test_spans (void)
{
  PurportSpan a = purport_span (2, 8), b = purport_span (6, 12), none = PURPORT_SPAN_NONE;

  g_assert_cmpuint (purport_span_length (a), ==, 6);
  g_assert_cmpuint (purport_span_overlap (a, b), ==, 2);
  g_assert_cmpuint (purport_span_overlap (a, purport_span (8, 9)), ==, 0);
  g_assert_true (purport_span_is_empty (none));
  g_assert_cmpuint (purport_span_length (purport_span (5, 3)), ==, 0);
  g_assert_true (purport_span_contains (a, purport_span (2, 8)));
  g_assert_false (purport_span_contains (a, b));
  g_assert_true (purport_span_equal (a, purport_span (2, 8)));
}

static void
test_article (void)
{
  g_autoptr (PurportArticle) article = purport_article_new ("Tea cools.\nSlowly.", -1);
  PurportArticle *same = purport_article_ref (article);
  g_autofree char *word = purport_article_dup_span (article, purport_span (4, 9));

  g_assert_cmpuint (article->n_bytes, ==, 18);
  g_assert_nonnull (article->bylines);
  g_assert_null (article->bylines[0]);
  g_assert_cmpstr (word, ==, "cools");
  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, 10));
  g_assert_cmpuint (article->blocks->len, ==, 1);
  purport_article_unref (same);
  g_assert_cmpstr (article->text, ==, "Tea cools.\nSlowly.");
}

static void
test_reading_cross_references (void)
{
  g_autoptr (PurportArticle) article = purport_article_new ("One. Two. Three.", -1);
  g_autoptr (PurportReading) reading = purport_reading_new (article);
  const PurportSource *first, *second;
  char name[] = "Mira Hale";

  purport_reading_add_source (reading, PURPORT_SOURCE_PERSON, name);
  purport_reading_add_source (reading, PURPORT_SOURCE_GROUP, "doctors");
  name[0] = 'X'; /* the reading has its own copy */
  purport_reading_add_claim (reading, purport_span (0, 4), 0)->source = 1;
  purport_reading_add_claim (reading, purport_span (5, 9), 1);
  purport_reading_add_claim (reading, purport_span (10, 16), 2)->source = 1;
  purport_reading_finish (reading);

  first = &g_array_index (reading->sources, PurportSource, 0);
  second = &g_array_index (reading->sources, PurportSource, 1);
  g_assert_cmpstr (first->name, ==, "Mira Hale");
  g_assert_cmpuint (first->claims->len, ==, 0);
  g_assert_cmpuint (second->claims->len, ==, 2);
  g_assert_cmpuint (g_array_index (second->claims, guint32, 0), ==, 0);
  g_assert_cmpuint (g_array_index (second->claims, guint32, 1), ==, 2);
  g_assert_cmpuint (g_array_index (reading->claims, PurportClaim, 1).source, ==, PURPORT_NONE);
  g_assert_cmpuint (reading->main_claim, ==, PURPORT_NONE);
}

static void
test_intern (void)
{
  g_autoptr (PurportArticle) article = purport_article_new ("x", -1);
  g_autoptr (PurportReading) reading = purport_reading_new (article);

  g_assert_true (purport_reading_intern (reading, "percent", -1) == purport_reading_intern (reading, "percentage", 7));
}

static void
test_vocabulary (void)
{
  g_assert_cmpstr (purport_block_kind_to_string (PURPORT_BLOCK_LIST_ITEM), ==, "list-item");
  g_assert_cmpstr (purport_block_kind_to_string (PURPORT_BLOCK_BOILERPLATE), ==, "boilerplate");
  g_assert_cmpstr (purport_strength_to_string (PURPORT_STRENGTH_NO_RELATION), ==, "no_relation");
  g_assert_cmpstr (purport_comparison_to_string (PURPORT_COMPARISON_AT_LEAST), ==, ">=");
  g_assert_cmpstr (purport_comparison_to_string (PURPORT_COMPARISON_ABOUT), ==, "~");
  g_assert_cmpstr (purport_reason_to_string (PURPORT_REASON_DISPUTED), ==, "disputed");
  g_assert_cmpstr (purport_caveat_kind_to_string (PURPORT_CAVEAT_DISAGREEMENT), ==, "disagreement");
  g_assert_cmpstr (purport_question_to_string (PURPORT_QUESTION_PRESS_RELEASE), ==, "press-release");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/spans", test_spans);
  g_test_add_func ("/base/article", test_article);
  g_test_add_func ("/base/reading/cross-references", test_reading_cross_references);
  g_test_add_func ("/base/reading/intern", test_intern);
  g_test_add_func ("/base/vocabulary", test_vocabulary);
  return g_test_run ();
}

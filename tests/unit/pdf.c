/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents: the order of lines, hyphens, what repeats on each page, notes, captions, and documents that cannot be
 * read. The papers are set here. */
#include "importers-pdf/pdf.h"

#include <string.h>

#include "support/paper.h"

#define N_SENTENCES 220u

static PurportArticle *
import (GBytes *bytes, GError **error)
{
  return purport_pdf_import (bytes, "paper.pdf", error);
}

/* Sentences that tell their place: their words are in order, and some may be hyphenated. */
static char *
make_prose (guint first, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (out,
                            "%sObser\u00adva\u00adtion num\u00adber %u was made at the labo\u00adra\u00adto\u00adry in "
                            "Leith by vol\u00adun\u00adteers who had fallen asleep.",
                            i > first ? " " : "", i);
  return g_string_free (out, FALSE);
}

/* Every sentence is there, whole and in order. */
static void
check_order (const PurportArticle *article, guint n)
{
  const char *at = article->text;

  for (guint i = 0; i < n; i++) {
    g_autofree char *sentence = g_strdup_printf (
        "Observation number %u was made at the laboratory in Leith by volunteers who had fallen asleep.", i);
    const char *found = strstr (at, sentence);
    if (found == NULL)
      g_test_message ("after: %.400s", at);
    g_assert_nonnull (found);
    at = found;
  }
}

static PurportArticle *
make_article (guint n_columns)
{
  g_autofree char *one = make_prose (0, 30), *two = make_prose (30, 40), *three = make_prose (70, 150);
  const PurportPaperPart parts[] = {
    { PURPORT_PAPER_TITLE, "Warm feet and the onset of sleep in a small trial" },
    { PURPORT_PAPER_AUTHORS, "By Mira Hale and Bo Lund" },
    { PURPORT_PAPER_HEADING, "1 Introduction" },
    { PURPORT_PAPER_PARAGRAPH, one },
    { PURPORT_PAPER_FOOTNOTE, "1 The socks were made of wool from the islands." },
    { PURPORT_PAPER_PARAGRAPH, two },
    { PURPORT_PAPER_CAPTION, "Figure 1. Minutes until sleep, with and without socks." },
    { PURPORT_PAPER_HEADING, "2 Results" },
    { PURPORT_PAPER_PARAGRAPH, three },
  };
  g_autoptr (GBytes) bytes = purport_test_make_paper (parts, G_N_ELEMENTS (parts), n_columns);
  g_autoptr (GError) error = NULL;
  PurportArticle *article = import (bytes, &error);

  g_assert_no_error (error);
  return article;
}

static guint
count_kind (const PurportArticle *article, PurportBlockKind kind, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    g_autofree char *words = purport_article_dup_span (article, block->span);
    n += block->kind == kind && strcmp (words, text) == 0 ? 1 : 0;
  }
  return n;
}

static void
check_paper (guint n_columns)
{
  g_autoptr (PurportArticle) article = make_article (n_columns);
  const PurportPicture *picture;
  g_autofree char *caption = NULL;

  check_order (article, N_SENTENCES);
  g_assert_cmpstr (article->title, ==, "Warm feet and the onset of sleep in a small trial");
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_cmpstr (article->bylines[1], ==, "Bo Lund");
  g_assert_null (strstr (article->text, "Journal of Warm Feet"));
  g_assert_cmpuint (count_kind (article, PURPORT_BLOCK_HEADING, "1 Introduction"), ==, 1);
  g_assert_cmpuint (count_kind (article, PURPORT_BLOCK_HEADING, "2 Results"), ==, 1);
  g_assert_cmpuint (
      count_kind (article, PURPORT_BLOCK_CAPTION, "Figure 1. Minutes until sleep, with and without socks."), ==, 1);
  g_assert_true (g_str_has_suffix (article->text, "\n\n1 The socks were made of wool from the islands.\n"));
  g_assert_cmpuint (article->pictures->len, ==, 1);
  picture = &g_array_index (article->pictures, PurportPicture, 0);
  caption = purport_article_dup_span (article, picture->caption);
  g_assert_true (g_str_has_prefix (caption, "Figure 1."));
  /* The title, who wrote it, two headings, three paragraphs, a caption, a note: pages and columns cut nothing. */
  g_assert_cmpuint (article->blocks->len, ==, 9);
}

static void
test_one_column (void)
{
  check_paper (1);
}

static void
test_two_columns (void)
{
  check_paper (2);
}

static void
test_three_columns (void)
{
  check_paper (3);
}

/* A hyphen that the text has elsewhere stays. */
static void
test_hyphens (void)
{
  g_autofree char *filler = make_prose (0, 3);
  g_autofree char *text = g_strconcat ("A well-known effect. ", filler, NULL);
  g_autoptr (PurportArticle) article = NULL;
  PurportPaperPart part = { PURPORT_PAPER_PARAGRAPH, text };
  g_autoptr (GBytes) bytes = purport_test_make_paper (&part, 1, 3);

  article = import (bytes, NULL);
  g_assert_nonnull (strstr (article->text, "A well-known effect. Observation"));
}

static void
check_refused (GBytes *bytes, PurportFormatsError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (import (bytes, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "paper.pdf"));
}

static void
test_scan (void)
{
  g_autoptr (GBytes) bytes = purport_test_make_scan ();
  check_refused (bytes, PURPORT_FORMATS_ERROR_EMPTY, "scanned");
}

static void
check_text_refused (const char *text, PurportFormatsError code, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  check_refused (bytes, code, words);
}

static void
test_damaged (void)
{
  PurportPaperPart part = { PURPORT_PAPER_PARAGRAPH, "Tea cools." };
  g_autoptr (GBytes) whole = purport_test_make_paper (&part, 1, 1);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 200);

  check_text_refused ("%PDF-1.7\n", PURPORT_FORMATS_ERROR_IO, "damaged");
  check_refused (cut, PURPORT_FORMATS_ERROR_IO, "damaged");
}

/* The tree of pages has itself as a child. */
static void
test_page_loop (void)
{
  check_text_refused ("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                      "2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 2000>> endobj\n"
                      "trailer <</Root 1 0 R /Size 3>>\n%%EOF\n",
                      PURPORT_FORMATS_ERROR_EMPTY, "without text");
}

static void
test_encrypted (void)
{
  check_text_refused ("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                      "2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
                      "3 0 obj <</Filter /Standard /V 1 /R 2 /P -4 "
                      "/O <0000000000000000000000000000000000000000000000000000000000000000> "
                      "/U <0000000000000000000000000000000000000000000000000000000000000000>>> endobj\n"
                      "trailer <</Root 1 0 R /Size 4 /Encrypt 3 0 R /ID [<00> <00>]>>\n%%EOF\n",
                      PURPORT_FORMATS_ERROR_PROTECTED, "password");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/one-column", test_one_column);
  g_test_add_func ("/pdf/two-columns", test_two_columns);
  g_test_add_func ("/pdf/three-columns", test_three_columns);
  g_test_add_func ("/pdf/hyphens", test_hyphens);
  g_test_add_func ("/pdf/scan", test_scan);
  g_test_add_func ("/pdf/damaged", test_damaged);
  g_test_add_func ("/pdf/page-loop", test_page_loop);
  g_test_add_func ("/pdf/encrypted", test_encrypted);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One set of models for all tests of a program; paragraphs are parted by blank lines. */
#include "support/words.h"

#include <string.h>

#include "base/vocabulary.h"
#include "data/engine-data.h"

/* Returns: (transfer full): the words of @text, valid UTF-8, with a block for each of its paragraphs. */
PurportWords *
purport_test_read_words (const char *text, gssize n_bytes)
{
  static PurportTextModels *models = NULL;
  g_autoptr (PurportArticle) article = purport_article_new (text, n_bytes);
  g_autoptr (GError) error = NULL;
  PurportWords *words;
  gsize at = 0;

  if (models == NULL)
    models = purport_text_models_new (purport_engine_data_lookup, NULL, &error);
  g_assert_no_error (error);
  while (at < article->n_bytes) {
    const char *blank = g_strstr_len (article->text + at, (gssize)(article->n_bytes - at), "\n\n");
    gsize end = blank != NULL ? (gsize)(blank - article->text) : article->n_bytes;
    if (end > at)
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (at, end));
    at = end + 2;
  }
  words = purport_words_new (models, article, NULL, &error);
  g_assert_no_error (error);
  return words;
}

/* Whether a cluster that a reader sees as one goes on at @at, by the rules for marks and joiners of UAX 29. */
static gboolean
cuts_cluster (const PurportArticle *article, gsize at)
{
  gunichar before, c;

  if (at == 0 || at >= article->n_bytes)
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (article->text + at));
  c = g_utf8_get_char (article->text + at);
  if (g_unichar_iscntrl (before) || before == 0x2028 || before == 0x2029)
    return FALSE;
  return g_unichar_ismark (c) || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

static void
check_span (const PurportWords *words, PurportSpan span, gsize from)
{
  const char *text = words->article->text;

  g_assert_cmpuint (span.start_byte, >=, from);
  g_assert_cmpuint (span.end_byte, >, span.start_byte);
  g_assert_cmpuint (span.end_byte, <=, words->article->n_bytes);
  g_assert_true (((guchar)text[span.start_byte] & 0xC0) != 0x80 && ((guchar)text[span.end_byte] & 0xC0) != 0x80);
  if (cuts_cluster (words->article, span.start_byte) || cuts_cluster (words->article, span.end_byte))
    g_error ("a cluster is cut at %u-%u, near U+%04X, U+%04X and U+%04X", span.start_byte, span.end_byte,
             g_utf8_get_char (text + span.start_byte), g_utf8_get_char (g_utf8_prev_char (text + span.end_byte)),
             g_utf8_get_char (text + span.end_byte));
}

static void
check_sentences (const PurportWords *words)
{
  guint32 token = 0;

  for (guint i = 0; i < words->sentences->len; i++) {
    const PurportTextSentence *sentence = &g_array_index (words->sentences, PurportTextSentence, i);
    g_assert_cmpuint (sentence->first_token, ==, token);
    g_assert_cmpuint (sentence->end_token, >, token);
    g_assert_cmpuint (sentence->span.start_byte, ==, purport_words_get_token (words, token)->span.start_byte);
    token = sentence->end_token;
    g_assert_cmpuint (sentence->span.end_byte, ==, purport_words_get_token (words, token - 1)->span.end_byte);
  }
  g_assert_cmpuint (token, ==, words->tokens->len);
}

static void
check_names (const PurportWords *words)
{
  guint32 token = 0;

  for (guint i = 0; i < words->names->len; i++) {
    const PurportTextName *name = &g_array_index (words->names, PurportTextName, i);
    g_assert_cmpuint (name->first_token, >=, token);
    g_assert_cmpuint (name->end_token, >, name->first_token);
    g_assert_cmpuint (name->end_token, <=, words->tokens->len);
    check_span (words, name->span, 0);
    token = name->end_token;
  }
}

/* Tokens in order, disjoint, whole characters, all that is not white space; sentences of all tokens; names and repairs
 * in order. */
void
purport_test_check_words (const PurportWords *words)
{
  gsize end = 0;

  for (guint i = 0; i < words->tokens->len; i++) {
    const PurportToken *token = purport_words_get_token (words, i);
    check_span (words, token->span, end);
    for (gsize at = end; at < token->span.start_byte;) {
      const char *c = words->article->text + at;
      g_assert_true (*c == '\v' || g_unichar_isspace (g_utf8_get_char (c)));
      at = (gsize)(g_utf8_next_char (c) - words->article->text);
    }
    g_assert_cmpuint (token->tag, <, PURPORT_N_TAGS);
    end = token->span.end_byte;
  }
  check_sentences (words);
  check_names (words);
  end = 0;
  for (guint i = 0; i < words->repairs->len; i++) {
    PurportSpan span = g_array_index (words->repairs, PurportRepair, i).span;
    check_span (words, span, 0);
    g_assert_cmpuint (span.start_byte, >=, end);
    end = span.start_byte;
  }
}

/* Returns: (transfer full): the sentences of @text, with a bar between them and a blank for white space */
char *
purport_test_dup_sentences (const char *text)
{
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->sentences->len; i++) {
    PurportSpan span = g_array_index (words->sentences, PurportTextSentence, i).span;
    if (i > 0)
      g_string_append_c (out, '|');
    for (gsize j = span.start_byte; j < span.end_byte; j++)
      g_string_append_c (out, g_ascii_isspace (text[j]) ? ' ' : text[j]);
  }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): the names of @text, as "person: Ann Lee; place: Rome" */
char *
purport_test_dup_names (const char *text)
{
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->names->len; i++) {
    const PurportTextName *name = &g_array_index (words->names, PurportTextName, i);
    g_autofree char *form = purport_article_dup_span (words->article, name->span);
    g_string_append_printf (out, "%s%s: %s", i > 0 ? "; " : "", purport_name_type_to_string (name->type), form);
  }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): the repairs of @text, as "missing-space: News" */
char *
purport_test_dup_repairs (const char *text)
{
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->repairs->len; i++) {
    const PurportRepair *repair = &g_array_index (words->repairs, PurportRepair, i);
    g_autofree char *form = purport_article_dup_span (words->article, repair->span);
    g_string_append_printf (out, "%s%s: %s", i > 0 ? "; " : "", purport_repair_kind_to_string (repair->kind), form);
  }
  return g_string_free (out, FALSE);
}

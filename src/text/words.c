/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an article to its words: the one place where the steps of this layer are put in order. */
#include "text/words.h"

#include <string.h>

struct _PurportTextModels {
  int unused;
};

/**
 * purport_text_models_new:
 * @lookup: where lexicons and models come from
 *
 * Loads what this layer needs. The result is immutable: threads share it.
 *
 * Returns: (transfer full): the models, or %NULL with a #PurportBaseError
 */
PurportTextModels *
purport_text_models_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  (void)lookup;
  (void)user_data;
  (void)error;
  return g_new0 (PurportTextModels, 1);
}

void
purport_text_models_free (PurportTextModels *models)
{
  g_free (models);
}

/* Whether a word may go on with what stands at @p. */
static gboolean
is_word_byte (const char *p)
{
  guchar c = (guchar)*p;
  return g_ascii_isalnum ((char)c) || (c >= 0xC3 && c != 0xE2);
}
/* Adds the token at those bytes with the flags that follow from its letters. */
static void
add_token (PurportWords *w, gsize a, gsize b, gboolean sp, gboolean nl)
{
  const char *t = w->article->text;
  PurportToken k = { .span = purport_span (a, b) };
  k.flags = (guint8)((sp ? 1 : 0) | (nl ? 2 : 0));
  gboolean L = FALSE, D = FALSE, U = TRUE;
  for (gsize i = a; i < b; i++) {
    if (g_ascii_isalpha (t[i]) || (guchar)t[i] >= 0xC3) {
      if ((guchar)t[i] == 0xE2)
        continue;
      L = TRUE;
      if (!g_ascii_isupper (t[i]))
        U = FALSE;
    }
    if (g_ascii_isdigit (t[i]))
      D = TRUE;
  }

  if (L)
    k.flags |= PURPORT_TOKEN_LETTER;
  if (D)
    k.flags |= PURPORT_TOKEN_DIGIT;
  if (!L && !D)
    k.flags |= PURPORT_TOKEN_PUNCTUATION;
  if (g_ascii_isupper (t[a]))
    k.flags |= PURPORT_TOKEN_CAPITALIZED;
  if (L && U && b - a > 1)
    k.flags |= PURPORT_TOKEN_UPPER;
  g_array_append_val (w->tokens, k);
}
static const struct {
  const char *w;
  int t;
} closed_class[] = {
  { "the", 3 },     { "a", 3 },        { "an", 3 },      { "this", 3 },     { "that", 6 },    { "these", 3 },
  { "those", 3 },   { "some", 3 },     { "any", 3 },     { "no", 3 },       { "every", 3 },   { "each", 3 },
  { "another", 3 }, { "all", 3 },      { "both", 3 },    { "of", 6 },       { "in", 6 },      { "for", 6 },
  { "on", 6 },      { "with", 6 },     { "at", 6 },      { "by", 6 },       { "from", 6 },    { "as", 6 },
  { "about", 6 },   { "than", 6 },     { "after", 6 },   { "before", 6 },   { "if", 6 },      { "because", 6 },
  { "while", 6 },   { "although", 6 }, { "though", 6 },  { "between", 6 },  { "into", 6 },    { "through", 6 },
  { "during", 6 },  { "without", 6 },  { "against", 6 }, { "over", 6 },     { "under", 6 },   { "among", 6 },
  { "since", 6 },   { "until", 6 },    { "despite", 6 }, { "like", 6 },     { "whether", 6 }, { "according", 31 },
  { "and", 1 },     { "or", 1 },       { "but", 1 },     { "nor", 1 },      { "to", 27 },     { "not", 20 },
  { "n't", 20 },    { "n’t", 20 },     { "also", 20 },   { "however", 20 }, { "very", 20 },   { "only", 20 },
  { "more", 7 },    { "most", 7 },     { "still", 20 },  { "now", 20 },     { "then", 20 },   { "often", 20 },
  { "even", 20 },   { "just", 20 },    { "never", 20 },  { "already", 20 }, { "who", 34 },    { "which", 33 },
  { "what", 34 },   { "when", 36 },    { "where", 36 },  { "how", 36 },     { "why", 36 },    { "i", 18 },
  { "you", 18 },    { "he", 18 },      { "she", 18 },    { "it", 18 },      { "we", 18 },     { "they", 18 },
  { "them", 18 },   { "him", 18 },     { "us", 18 },     { "me", 18 },      { "her", 19 },    { "his", 19 },
  { "their", 19 },  { "its", 19 },     { "our", 19 },    { "my", 19 },      { "your", 19 },   { "will", 11 },
  { "would", 11 },  { "can", 11 },     { "could", 11 },  { "may", 11 },     { "might", 11 },  { "should", 11 },
  { "must", 11 },   { "shall", 11 },   { "is", 32 },     { "are", 31 },     { "was", 28 },    { "were", 28 },
  { "be", 26 },     { "been", 30 },    { "being", 29 },  { "has", 32 },     { "have", 31 },   { "had", 28 },
  { "do", 31 },     { "does", 32 },    { "did", 28 },    { "said", 28 },    { "says", 32 },   { "say", 31 },
  { "told", 28 },   { "found", 28 },   { "wrote", 28 },  { "led", 28 },     { "made", 28 },   { "shows", 32 },
  { "show", 31 },   { "believe", 31 }, { "'s", 17 },     { "’s", 17 },      { "there", 4 },   { NULL, 0 }
};
/* A first guess at the tag: closed classes, then shape and suffix. */
static int
guess_tag (PurportWords *w, guint i)
{
  PurportToken *k = &g_array_index (w->tokens, PurportToken, i);
  const char *t = w->article->text + k->span.start_byte;
  gsize n = purport_span_length (k->span);
  if (k->flags & PURPORT_TOKEN_PUNCTUATION) {
    char c = *t;
    if (c == ',')
      return PURPORT_TAG_COMMA;
    if (c == '.' || c == '?' || c == '!')
      return PURPORT_TAG_STOP;
    if (c == '$')
      return PURPORT_TAG_DOLLAR;
    if (c == '%')
      return PURPORT_TAG_NN;
    if (c == '(')
      return PURPORT_TAG_OPEN_BRACKET;
    if (c == ')')
      return PURPORT_TAG_CLOSE_BRACKET;
    if (c == '-')
      return PURPORT_TAG_HYPH;
    return PURPORT_TAG_COLON;
  }
  if (k->flags & PURPORT_TOKEN_DIGIT && !(k->flags & PURPORT_TOKEN_LETTER))
    return PURPORT_TAG_CD;
  for (guint j = 0; closed_class[j].w; j++)
    if (strlen (closed_class[j].w) == n && g_ascii_strncasecmp (closed_class[j].w, t, n) == 0)
      return closed_class[j].t;
  if (k->flags & PURPORT_TOKEN_CAPITALIZED && i > 0 &&
      !(g_array_index (w->tokens, PurportToken, i - 1).flags & PURPORT_TOKEN_PUNCTUATION))
    return PURPORT_TAG_NNP;
#define HAS_SUFFIX(x) (n > strlen (x) + 1 && g_ascii_strncasecmp (t + n - strlen (x), x, strlen (x)) == 0)
  if (HAS_SUFFIX ("ly"))
    return PURPORT_TAG_RB;
  if (HAS_SUFFIX ("ed"))
    return PURPORT_TAG_VBD;
  if (HAS_SUFFIX ("ing"))
    return PURPORT_TAG_VBG;
  if (HAS_SUFFIX ("ous") || HAS_SUFFIX ("ful") || HAS_SUFFIX ("ive") || HAS_SUFFIX ("al") || HAS_SUFFIX ("able") ||
      HAS_SUFFIX ("ic"))
    return PURPORT_TAG_JJ;
  if (k->flags & PURPORT_TOKEN_CAPITALIZED)
    return PURPORT_TAG_NNP;
  if (HAS_SUFFIX ("s") && !HAS_SUFFIX ("ss"))
    return PURPORT_TAG_NNS;
  return PURPORT_TAG_NN;
}
PurportWords *
purport_words_new (const PurportTextModels *models, PurportArticle *article, const gint *cancelled, GError **error)
{
  PurportWords *words = g_new0 (PurportWords, 1);
  words->article = purport_article_ref (article);
  words->tokens = g_array_new (FALSE, TRUE, sizeof (PurportToken));
  words->sentences = g_array_new (FALSE, TRUE, sizeof (PurportTextSentence));
  words->names = g_array_new (FALSE, TRUE, sizeof (PurportTextName));
  words->repairs = g_array_new (FALSE, TRUE, sizeof (PurportRepair));
  words->language = "en";
  (void)models;
  (void)cancelled;
  (void)error;
  const char *t = article->text;
  for (guint b = 0; b < article->blocks->len; b++) {
    PurportBlock *bl = &g_array_index (article->blocks, PurportBlock, b);
    gsize i = bl->span.start_byte, e = bl->span.end_byte;
    guint first = words->tokens->len;
    gboolean sp = TRUE, nl = FALSE;
    while (i < e) {
      guchar c = (guchar)t[i];
      if (c == ' ' || c == '\n' || c == '\t' || (c == 0xC2 && (guchar)t[i + 1] == 0xA0)) {
        sp = TRUE;
        if (c == '\n')
          nl = TRUE;
        i += c == 0xC2 ? 2 : 1;
        continue;
      }
      gsize a = i;
      if (is_word_byte (t + i)) {
        while (i < e && (is_word_byte (t + i) ||
                         ((t[i] == '.' || t[i] == ',') && i > a && g_ascii_isdigit (t[i - 1]) && i + 1 < e &&
                          g_ascii_isdigit (t[i + 1])) ||
                         (t[i] == '.' && i - a == 1 && g_ascii_isupper (t[a])))) {
          i++;
          while (i < e && ((guchar)t[i] & 0xC0) == 0x80)
            i++;
        }
        gsize len = i - a;
        if ((len == 2 && !g_ascii_strncasecmp (t + a, "dr", 2) && t[i] == '.') ||
            (len == 4 && !g_ascii_strncasecmp (t + a, "prof", 4) && t[i] == '.'))
          i++;
        add_token (words, a, i, sp, nl);
      } else {
        gsize q = 0;
        if (t[i] == '\'')
          q = 1;
        else if (c == 0xE2 && (guchar)t[i + 1] == 0x80 && (guchar)t[i + 2] == 0x99)
          q = 3;
        if (q && !sp && i + q < e && g_ascii_isalpha (t[i + q]) && !g_ascii_isupper (t[i + q])) {
          gsize j = i + q;
          while (j < e && g_ascii_isalpha (t[j]))
            j++;
          if (j - i - q <= 2) {
            add_token (words, a, j, sp, nl);
            i = j;
            sp = FALSE;
            nl = FALSE;
            continue;
          }
        }
        i += (guint)(g_utf8_next_char (t + i) - (t + i));
        add_token (words, a, i, sp, nl);
      }
      sp = FALSE;
      nl = FALSE;
    }
    guint s0 = first;
    for (guint k = first; k < words->tokens->len; k++) {
      PurportToken *x = &g_array_index (words->tokens, PurportToken, k);
      char c = t[x->span.start_byte];
      gboolean last = k + 1 == words->tokens->len;
      gboolean br = last;
      if (!last && (c == '.' || c == '?' || c == '!') && purport_span_length (x->span) == 1) {
        guint m = k + 1;
        PurportToken *y = &g_array_index (words->tokens, PurportToken, m);
        while (m < words->tokens->len && !(y->flags & PURPORT_TOKEN_SPACE_BEFORE) &&
               (y->flags & PURPORT_TOKEN_PUNCTUATION) && (guchar)t[y->span.start_byte] != 0) {
          const char *z = t + y->span.start_byte;
          gsize zl = purport_span_length (y->span);
          gboolean cq = (zl == 1 && (*z == '"' || *z == ')' || *z == '\'')) || (zl == 3 && !memcmp (z, "”", 3)) ||
                        (zl == 3 && !memcmp (z, "’", 3));
          gboolean nx = m + 1 < words->tokens->len && !(g_array_index (words->tokens, PurportToken, m + 1).flags &
                                                        (PURPORT_TOKEN_SPACE_BEFORE | PURPORT_TOKEN_PUNCTUATION));
          if (!cq)
            break;
          (void)nx;
          m++;
          y = &g_array_index (words->tokens, PurportToken, m);
        }
        if (m >= words->tokens->len) {
          br = FALSE;
        } else if (y->flags & (PURPORT_TOKEN_CAPITALIZED | PURPORT_TOKEN_DIGIT) ||
                   (y->flags & PURPORT_TOKEN_PUNCTUATION)) {
          k = m - 1;
          br = TRUE;
        }
      }
      if (br) {
        PurportTextSentence s = { .first_token = s0, .end_token = k + 1, .block = b };
        s.span = purport_span (g_array_index (words->tokens, PurportToken, s0).span.start_byte,
                               g_array_index (words->tokens, PurportToken, k).span.end_byte);
        g_array_append_val (words->sentences, s);
        s0 = k + 1;
      }
    }
  }
  for (guint i = 0; i < words->tokens->len; i++)
    g_array_index (words->tokens, PurportToken, i).tag = (guint8)guess_tag (words, i);

  return words;
}

void
purport_words_free (PurportWords *words)
{
  if (words == NULL)
    return;
  g_array_unref (words->tokens);
  g_array_unref (words->sentences);
  g_array_unref (words->names);
  g_array_unref (words->repairs);
  purport_article_unref (words->article);
  g_free (words);
}

/* Returns: whether the token at @index is @lower_case_ascii, ASCII case ignored. */
gboolean
purport_words_token_is (const PurportWords *words, guint32 index, const char *lower_case_ascii)
{
  const PurportToken *token = purport_words_get_token (words, index);
  gsize length = purport_span_length (token->span);
  return strlen (lower_case_ascii) == length &&
         g_ascii_strncasecmp (purport_words_get_text (words, index), lower_case_ascii, length) == 0;
}

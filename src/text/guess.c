/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A first guess at the tag of each word: closed classes, then shape and suffix. */
#include "text/guess.h"

#include <string.h>

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
/* Returns: a tag for token @i. */
guint8
purport_guess_tag (const PurportWords *w, guint32 i)
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
      return (guint8)closed_class[j].t;
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

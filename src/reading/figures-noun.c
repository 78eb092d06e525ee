/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The noun that a number counts: the head of the noun phrase behind it. */
#include "reading/figures-private.h"

#include <string.h>

/* How far a head noun may stand behind its number, in words. */
#define MAX_WORDS 7

#define FUNCTION_WORDS                                                                                                 \
  "|the|a|an|of|in|on|at|to|for|from|by|with|and|or|but|who|which|that|were|was|are|is|be|been|had|have|has|did|do|"   \
  "does|"                                                                                                              \
  "will|would|could|can|may|might|after|before|than|as|per|each|every|when|where|if|while|because|since|during|into|"  \
  "over|under|between|more|less|later|earlier|ago|out|up|down|said|not|it|he|she|they|we|you|i|this|these|those|"      \
  "their|"                                                                                                             \
  "his|her|its|our|worldwide|globally|annually|so|then|also|about|around|only|just|there|here|through|across|among|"   \
  "within|without|against|until|such|both|whom|them|us|these|"                                                         \
  "all|any|no|nor|yet|whose|what|why|how|dead|alive||"

/* Plurals that go before another noun. */
#define PLURAL_MODIFIERS "|sports|arms|sales|news|systems|goods|savings|various|previous|serious|less|plus|"

#define IRREGULAR_PLURALS                                                                                              \
  "|people|men|women|children|mice|teeth|feet|geese|fish|sheep|cattle|police|personnel|staff|aircraft|"                \
  "spacecraft|offspring|livestock|series|species|salmon|trout|cod|deer|shrimp|bacteria|data|"

/* The index of the first token that ends behind @byte, by bisection. */
static guint
token_at (const PurportWords *words, gsize byte)
{
  guint low = 0, high = words->tokens->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (purport_words_get_token (words, middle)->span.end_byte <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
is_modifier (guint tag)
{
  return tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_JJR || tag == PURPORT_TAG_JJS || tag == PURPORT_TAG_VBN ||
         tag == PURPORT_TAG_VBG || tag == PURPORT_TAG_HYPH || tag == PURPORT_TAG_AFX || tag == PURPORT_TAG_OPEN_QUOTE;
}

/* Whether the token can stand between a number and its noun. A past tense can where a noun follows at once. */
static gboolean
modifies (const FigureText *text, guint index)
{
  const PurportToken *token = purport_words_get_token (text->words, index), *next;

  if (is_modifier (token->tag) ||
      purport_figure_word_is (text, token->span.start_byte, token->span.end_byte,
                              "|weekly|daily|monthly|yearly|hourly|elderly|deadly|early|friendly|"))
    return TRUE;
  if (token->tag != PURPORT_TAG_VBD || index + 1 >= text->words->tokens->len)
    return FALSE;
  next = purport_words_get_token (text->words, index + 1);
  return purport_tag_is_noun ((PurportTag)next->tag);
}

/* Whether a hyphen or apostrophe goes on directly behind token @index. */
static gboolean
next_is_joined (const FigureText *text, guint index)
{
  const PurportToken *next;

  if (index + 1 >= text->words->tokens->len)
    return FALSE;
  next = purport_words_get_token (text->words, index + 1);
  return !(next->flags & PURPORT_TOKEN_SPACE_BEFORE) && (next->tag == PURPORT_TAG_POS || next->tag == PURPORT_TAG_HYPH);
}

/* "police" before "officers". */
static gboolean
next_is_noun (const FigureText *text, guint index)
{
  return index + 1 < text->words->tokens->len &&
         purport_tag_is_noun ((PurportTag)purport_words_get_token (text->words, index + 1)->tag) &&
         purport_words_get_token (text->words, index + 1)->flags & PURPORT_TOKEN_SPACE_BEFORE;
}

/* Whether the noun looks like a plural. */
gboolean
purport_figure_is_plural (const FigureText *text, PurportSpan span)
{
  gsize end = span.end_byte;

  return (span.end_byte - span.start_byte > 2 && text->text[end - 1] == 's' && text->text[end - 2] != 's' &&
          text->text[end - 2] != 'u' && text->text[end - 2] != 'i' &&
          !purport_figure_word_is (text, span.start_byte, end, PLURAL_MODIFIERS)) ||
         purport_figure_word_is (text, span.start_byte, end, IRREGULAR_PLURALS);
}

/* "one serving", "one meeting": what seems a verb and counts, where no noun follows it. */
static PurportSpan
gerund (const FigureText *text, gsize byte, guint first, PurportSpan *head)
{
  const PurportToken *token, *next;

  if (first + 1 >= text->words->tokens->len ||
      purport_figure_match_back (text, purport_figure_skip_space_back (text, byte), "one") == G_MAXSIZE)
    return PURPORT_SPAN_NONE;
  token = purport_words_get_token (text->words, first);
  next = purport_words_get_token (text->words, first + 1);
  if (token->tag != PURPORT_TAG_VBG ||
      (g_ascii_isalnum (text->text[next->span.start_byte]) &&
       !purport_figure_word_is (text, next->span.start_byte, next->span.end_byte, FUNCTION_WORDS)))
    return PURPORT_SPAN_NONE;
  *head = token->span;
  return token->span;
}

/* "a two goal deficit", "a 140 character limit": of nouns that end with a singular, many things can only be the first.
 */
static PurportSpan
counted_modifier (const FigureText *text, gsize byte, guint first, PurportSpan noun, PurportSpan *head)
{
  const PurportToken *token = purport_words_get_token (text->words, first);
  gsize number = purport_figure_skip_space_back (text, byte);

  if (purport_span_length (noun) == 0 || token->span.start_byte != noun.start_byte ||
      token->span.end_byte >= noun.end_byte || token->tag != PURPORT_TAG_NN || purport_figure_is_plural (text, *head) ||
      purport_words_get_token (text->words, token_at (text->words, head->start_byte))->tag != PURPORT_TAG_NN ||
      purport_figure_match_back (text, number, "one") != G_MAXSIZE ||
      purport_figure_match_back (text, number, "1") != G_MAXSIZE)
    return noun;
  *head = token->span;
  return token->span;
}

/* Whether token @index can be no part of the noun phrase that began at token @first. */
static gboolean
ends_phrase (const FigureText *text, guint index, guint first, gboolean joined, gboolean any)
{
  const PurportToken *token = purport_words_get_token (text->words, index);
  gsize start = token->span.start_byte;

  if (token->flags & PURPORT_TOKEN_LINE_BEFORE && index > first)
    return TRUE;
  if (!any && purport_figure_word_end (text, start) == start && !is_modifier (token->tag))
    return TRUE;
  return !joined && ((!(token->flags & PURPORT_TOKEN_UPPER) &&
                      purport_figure_word_is (text, start, token->span.end_byte, FUNCTION_WORDS)) ||
                     (purport_number_may_start (text->text, text->n_bytes, start) && token->tag != PURPORT_TAG_DT));
}

static gboolean
is_noun (const FigureText *text, const PurportToken *token)
{
  gsize start = token->span.start_byte;

  return purport_tag_is_noun ((PurportTag)token->tag) ||
         (token->tag == PURPORT_TAG_DOLLAR && g_ascii_isalpha (text->text[start])) ||
         purport_figure_word_is (text, start, token->span.end_byte, IRREGULAR_PLURALS);
}

/* The noun phrase by tags: modifiers, then the nouns. Its head is the last noun, or the first plural one: what follows
 * a plural without a word between them is a verb more often than a noun. An adjective behind a noun goes on only to a
 * plural: "600 watt equivalent lamps". */
static PurportSpan
noun_by_tags (const FigureText *text, gsize byte, PurportSpan *head)
{
  PurportSpan noun = PURPORT_SPAN_NONE, before_bridge = PURPORT_SPAN_NONE, head_before_bridge = PURPORT_SPAN_NONE;
  guint first = token_at (text->words, byte);

  for (guint i = first; i < text->words->tokens->len && i < first + MAX_WORDS; i++) {
    const PurportToken *token = purport_words_get_token (text->words, i);
    gboolean joined = i > first && !(token->flags & PURPORT_TOKEN_SPACE_BEFORE);
    gboolean any = !purport_span_is_empty (noun);

    if (ends_phrase (text, i, first, joined, any))
      break;
    if (token->tag == PURPORT_TAG_POS && any) {
      noun = PURPORT_SPAN_NONE;
      continue;
    }
    if (is_noun (text, token)) {
      noun = any ? noun : token->span;
      noun.end_byte = token->span.end_byte;
      *head = token->span;
      if (purport_figure_is_plural (text, *head) && !next_is_joined (text, i) &&
          (text->text[head->end_byte - 1] == 's' || !next_is_noun (text, i)))
        break;
    } else if (any && !joined) {
      if (token->tag != PURPORT_TAG_JJ || !purport_span_is_empty (before_bridge))
        break;
      before_bridge = noun;
      head_before_bridge = *head;
    } else if (!modifies (text, i))
      break;
  }
  if (!purport_span_is_empty (before_bridge) && !purport_figure_is_plural (text, *head)) {
    noun = before_bridge;
    *head = head_before_bridge;
  }
  return purport_span_is_empty (noun) ? gerund (text, byte, first, head)
                                      : counted_modifier (text, byte, first, noun, head);
}

/* Without tags: up to the first word that looks like a plural. */
static PurportSpan
noun_by_looks (const FigureText *text, gsize byte, PurportSpan *head)
{
  for (guint i = 0; i < 4; i++) {
    gsize start = purport_figure_skip_space (text, byte), end = purport_figure_word_end (text, start);
    while (end < text->n_bytes && text->text[end] == '-' && purport_figure_word_end (text, end + 1) > end + 1)
      end = purport_figure_word_end (text, end + 1);
    if (end == start || g_ascii_isdigit (text->text[start]) ||
        purport_figure_word_is (text, start, end, FUNCTION_WORDS))
      break;
    if (end - start > 2 && ((text->text[end - 1] == 's' && text->text[end - 2] != 's') ||
                            purport_figure_word_is (text, start, end, IRREGULAR_PLURALS))) {
      *head = purport_span (start, end);
      return *head;
    }
    byte = end;
  }
  return PURPORT_SPAN_NONE;
}

/**
 * purport_figure_noun_after:
 * @byte: where the noun phrase would begin
 * @head: (out): its last noun, where there is one
 *
 * Returns: the nouns that end with the head, without the adjectives before them; empty if none follow
 */
PurportSpan
purport_figure_noun_after (const FigureText *text, gsize byte, PurportSpan *head)
{
  const PurportToken *token;
  guint first;

  byte = purport_figure_skip_space (text, byte);
  if (byte >= text->n_bytes)
    return PURPORT_SPAN_NONE;
  first = token_at (text->words, byte);
  if (first >= text->words->tokens->len)
    return noun_by_looks (text, byte, head);
  token = purport_words_get_token (text->words, first);
  return token->tag == PURPORT_TAG_NONE ? noun_by_looks (text, byte, head) : noun_by_tags (text, byte, head);
}

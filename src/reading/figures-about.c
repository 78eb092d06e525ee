/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure is about: the words beside it in its clause that name what is counted, measured or changed.
 *
 * A number alone says little, and so do the words "from June": which side of a figure tells more depends on its place.
 * What is counted stands behind ("48 nurses on nights"), and so does what a share is a share of; an amount that a verb
 * leads to is told by subject and verb ("the charge would raise about £4m a year"). */
#include "reading/figures-private.h"

/* The most words that are given. */
#define MAX_ABOUT_TOKENS 16

/* The tokens of a figure and of its sentence: [first, end) of the figure's own, the words between the figures before
 * and behind it. */
typedef struct {
  const PurportWords *words;
  guint32 first;
  guint32 end;
  guint32 noun; /* the first of its own tokens behind the number */
  guint32 left;
  guint32 right;
  guint32 sentence_first;
  guint32 sentence_end;
} Place;

/* A run of tokens [first, end). */
typedef struct {
  guint32 first;
  guint32 end;
} Run;

static PurportTag
tag_at (const Place *place, guint32 token)
{
  return (PurportTag)purport_words_get_token (place->words, token)->tag;
}

static gboolean
ends_clause (PurportTag tag)
{
  return (tag >= PURPORT_TAG_COMMA && tag <= PURPORT_TAG_CLOSE_BRACKET) || tag == PURPORT_TAG_NFP;
}

/* Words that name nothing, at the edge of a run. */
static gboolean
joins (const Place *place, guint32 token)
{
  PurportTag tag = tag_at (place, token);

  return tag == PURPORT_TAG_CC || tag == PURPORT_TAG_IN || tag == PURPORT_TAG_TO || tag == PURPORT_TAG_DT ||
         tag == PURPORT_TAG_PDT || tag == PURPORT_TAG_WDT || tag == PURPORT_TAG_RBR || tag == PURPORT_TAG_POS ||
         tag == PURPORT_TAG_HYPH || tag == PURPORT_TAG_NONE || tag == PURPORT_TAG_WP || ends_clause (tag);
}

/* "in the past" leads to "five years" and names nothing either. */
static gboolean
ends_in_joint (const Place *place, Run run)
{
  PurportTag tag = tag_at (place, run.end - 1);

  return joins (place, run.end - 1) || tag == PURPORT_TAG_RB ||
         ((tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_JJS) && run.end - run.first > 1 &&
          tag_at (place, run.end - 2) == PURPORT_TAG_DT);
}

static Run
without_joints (const Place *place, Run run)
{
  while (run.end > run.first && ends_in_joint (place, run))
    run.end--;
  while (run.first < run.end && joins (place, run.first) && tag_at (place, run.first) != PURPORT_TAG_DT)
    run.first++;
  return run;
}

/* "last year", "this week": when it was, not what. */
static gboolean
tells_when (const Place *place, guint32 token)
{
  static const char *const words[] = { "second", "minute",  "hour",  "day",   "week",    "month",  "year",
                                       "decade", "century", "night", "today", "tonight", "morning" };

  if (!purport_tag_is_noun (tag_at (place, token)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (purport_words_token_is (place->words, token, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has (const Place *place, Run run, gboolean (*is) (PurportTag tag))
{
  for (guint32 i = run.first; i < run.end; i++)
    if (is (tag_at (place, i)) && !tells_when (place, i))
      return TRUE;
  return FALSE;
}

static gboolean
is_nominal (PurportTag tag)
{
  return purport_tag_is_noun (tag) || tag == PURPORT_TAG_PRP;
}

static gboolean
is_verbal (PurportTag tag)
{
  return purport_tag_is_verb (tag) || tag == PURPORT_TAG_MD;
}

static gboolean
is_telling (PurportTag tag)
{
  return is_nominal (tag) || is_verbal (tag);
}

static gboolean
names_something (const Place *place, Run run)
{
  return has (place, run, is_telling);
}

/* The rest of the clause from @token on. */
static Run
clause_from (const Place *place, guint32 token, guint32 end)
{
  Run run = { token, token };

  while (run.end < end && run.end - token < MAX_ABOUT_TOKENS && !ends_clause (tag_at (place, run.end)))
    run.end++;
  return run;
}

/* Whether what somebody says begins at @token: behind "that", or at once behind the verb, "she said the toll fell". */
static gboolean
begins_saying (const Place *place, guint32 token, guint32 end)
{
  guint32 verb = token - 1;

  if (purport_words_token_is (place->words, verb, "that"))
    return is_verbal (tag_at (place, verb - 1));
  return (purport_words_token_is (place->words, verb, "said") || purport_words_token_is (place->words, verb, "says")) &&
         has (place, (Run){ token, end }, is_nominal) && has (place, (Run){ token, end }, is_verbal);
}

/* The part of the clause that ends at @token, without the words that say who says it. */
static Run
clause_to (const Place *place, guint32 token, guint32 first)
{
  Run run = { token, token };

  while (run.first > first && token - run.first < MAX_ABOUT_TOKENS && !ends_clause (tag_at (place, run.first - 1)))
    run.first--;
  for (guint32 i = token; i > run.first + 1; i--)
    if (begins_saying (place, i, token)) {
      run.first = i;
      break;
    }
  return run;
}

/* Whether the words behind narrow this figure down as those before do the former one: "11 per cent in the north and by
 * 2 in the south". */
static gboolean
shares_verb (const Place *place, Run behind)
{
  guint32 joint = place->first - 1;

  if (place->left == place->sentence_first || place->left >= joint || tag_at (place, place->left) != PURPORT_TAG_IN ||
      behind.first == behind.end || tag_at (place, behind.first) != PURPORT_TAG_IN ||
      !names_something (place, behind) || has (place, (Run){ place->left, joint }, is_verbal))
    return FALSE;
  return tag_at (place, joint) == PURPORT_TAG_CC ||
         (tag_at (place, joint) == PURPORT_TAG_IN && tag_at (place, joint - 1) == PURPORT_TAG_CC);
}

/* Subject and verb that lead to the figure; over a comma where a verb alone stands behind it: ", killing 107". */
static Run
led_by (const Place *place)
{
  Run run = clause_to (place, place->first, place->left), before;

  if (!names_something (place, run) && place->left > place->sentence_first)
    run = clause_to (place, place->left, place->sentence_first);
  if (!has (place, run, is_nominal) && run.first > place->left && tag_at (place, run.first - 1) == PURPORT_TAG_COMMA) {
    before = clause_to (place, run.first - 1, place->left);
    if (run.end - before.first <= MAX_ABOUT_TOKENS)
      run.first = before.first;
  }
  return without_joints (place, run);
}

/* Whether nothing leads to the figure: it is, or begins, the subject of what follows. */
static gboolean
is_subject (const Place *place)
{
  Run before = clause_to (place, place->first, place->left);
  PurportTag tag;

  if (before.first == before.end)
    return TRUE;
  tag = tag_at (place, before.end - 1);
  return tag != PURPORT_TAG_IN && tag != PURPORT_TAG_TO && !has (place, before, is_verbal);
}

/* Whether the words at @token narrow down the noun before them: "with dementia", "who had played", "taking part". */
static gboolean
modifies (const Place *place, guint32 token)
{
  PurportTag tag = tag_at (place, token);

  return tag == PURPORT_TAG_WP || tag == PURPORT_TAG_WDT || tag == PURPORT_TAG_WPS || tag == PURPORT_TAG_VBG ||
         tag == PURPORT_TAG_VBN || purport_words_token_is (place->words, token, "of") ||
         purport_words_token_is (place->words, token, "with") ||
         purport_words_token_is (place->words, token, "without") ||
         purport_words_token_is (place->words, token, "whose") || purport_words_token_is (place->words, token, "aged");
}

/* Whether what follows the number names what it is a number of. */
static gboolean
is_told_behind (const Place *place, const PurportFigure *figure, Run behind)
{
  PurportTag tag;

  if (!names_something (place, behind) || (behind.end - behind.first > 1 && tells_when (place, behind.first + 1)))
    return FALSE;
  tag = tag_at (place, behind.first);
  if (figure->kind == PURPORT_FIGURE_MONEY &&
      (tag == PURPORT_TAG_TO || purport_words_token_is (place->words, behind.first, "for")))
    return TRUE;
  if (figure->kind == PURPORT_FIGURE_FRACTION && (tag == PURPORT_TAG_DT || tag == PURPORT_TAG_PRPS))
    return TRUE;
  return purport_tag_is_noun (tag) || tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_JJR || tag == PURPORT_TAG_HYPH ||
         purport_words_token_is (place->words, behind.first, "of") || (is_subject (place) && is_verbal (tag));
}

/* What happened then: "Six minutes later, the pump failed". */
static Run
told_next (const Place *place)
{
  guint32 token = place->end;

  while (token < place->right && !ends_clause (tag_at (place, token)))
    token++;
  return token < place->right ? without_joints (place, clause_from (place, token + 1, place->right))
                              : (Run){ token, token };
}

static Run
choose (const Place *place, const PurportFigure *figure)
{
  gboolean counted = figure->kind == PURPORT_FIGURE_COUNT && place->noun < place->end;
  Run behind = clause_from (place, place->end, place->right), led = led_by (place), next;

  if (counted && (is_subject (place) || (behind.first < behind.end && modifies (place, behind.first))))
    return without_joints (place, (Run){ place->noun, behind.end });
  if (!counted && (is_told_behind (place, figure, behind) || shares_verb (place, behind)))
    return without_joints (place, behind);
  if (has (place, led, counted ? is_nominal : is_telling))
    return counted ? (Run){ led.first, place->end } : led;
  behind = without_joints (place, (Run){ counted ? place->noun : behind.first, behind.end });
  if (names_something (place, behind))
    return behind;
  next = told_next (place);
  return names_something (place, next) ? next : (Run){ place->noun, place->end };
}

/* The first token at or behind @byte, in [first, end). O(log n). */
static guint32
token_at (const PurportWords *words, guint32 first, guint32 end, guint32 byte)
{
  while (first < end) {
    guint32 middle = first + (end - first) / 2;
    if (purport_words_get_token (words, middle)->span.end_byte <= byte)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

static PurportSpan
about (const FigureText *text, const PurportFigure *figure, const PurportFigure *former, const PurportFigure *next)
{
  const PurportTextSentence *sentence = &g_array_index (text->words->sentences, PurportTextSentence, figure->sentence);
  guint32 first = sentence->first_token, end = sentence->end_token;
  Place place = { text->words, .sentence_first = first, .sentence_end = end };
  Run run;

  place.first = token_at (text->words, first, end, figure->span.start_byte);
  place.end = token_at (text->words, place.first, end, figure->span.end_byte - 1) + 1;
  place.noun = MIN (token_at (text->words, place.first, end, figure->number.end_byte), place.end);
  place.left = former != NULL && former->sentence == figure->sentence
                   ? MIN (token_at (text->words, first, end, former->span.end_byte), place.first)
                   : first;
  place.right = next != NULL && next->sentence == figure->sentence
                    ? MAX (token_at (text->words, first, end, next->span.start_byte), MIN (place.end, end))
                    : end;
  if (place.end > end)
    return PURPORT_SPAN_NONE;
  run = choose (&place, figure);
  return run.end > run.first ? purport_span (purport_words_get_token (text->words, run.first)->span.start_byte,
                                             purport_words_get_token (text->words, run.end - 1)->span.end_byte)
                             : PURPORT_SPAN_NONE;
}

/* Sets what every figure is about, once all are found. O(log length of its sentence) for each. */
void
purport_figures_read_abouts (const FigureText *text)
{
  PurportFigure *figures = (PurportFigure *)(gpointer)text->reading->figures->data;
  guint n = text->reading->figures->len;

  if (text->words->sentences->len == 0)
    return;
  for (guint i = text->first_figure; i < n; i++)
    figures[i].about =
        about (text, &figures[i], i > text->first_figure ? &figures[i - 1] : NULL, i + 1 < n ? &figures[i + 1] : NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Datelines ("LONDON, Oct 3 (Norwire) - ") and labels of speakers ("SMITH:", "Anna Smith:", "Q:"). */
#include "reading/openings.h"

/* A dateline has at most so many tokens before its dash, and a label before its colon. */
#define DATELINE_LIMIT 14
#define LABEL_LIMIT 6

/* As many paragraphs with a label make a transcript; fewer may be lists or headings. */
#define LEAST_TURNS 3

static gboolean
begins_block (const PurportDraft *draft, guint32 sentence)
{
  return sentence == 0 ||
         purport_draft_sentence (draft, sentence - 1)->block != purport_draft_sentence (draft, sentence)->block;
}

static gboolean
has_flag (const PurportDraft *draft, guint32 token, guint flag)
{
  return (purport_draft_token (draft, token)->flags & flag) != 0;
}

/* A word of two capitals or more, and nothing else: places in datelines are written so, and surnames in labels. */
static gboolean
is_in_capitals (const PurportDraft *draft, guint32 token)
{
  const PurportToken *info = purport_draft_token (draft, token);
  return (info->flags & PURPORT_TOKEN_UPPER) != 0 && info->span.end_byte - info->span.start_byte > 1;
}

static gboolean
is_dash (const PurportDraft *draft, guint32 token)
{
  return (purport_draft_is (draft, token, "-") || purport_draft_is (draft, token, "--") ||
          purport_draft_is (draft, token, "–") || purport_draft_is (draft, token, "—")) &&
         has_flag (draft, token, PURPORT_TOKEN_SPACE_BEFORE);
}

/**
 * purport_openings_dateline_end:
 * @sentence: of the draft
 *
 * A dateline is a place in capitals, what may tell the day and the agency, and a dash, at the start of a paragraph; no
 * word in small letters and no verb stands in it. O(1).
 *
 * Returns: the token behind the dateline that the sentence opens with; its first where it opens with none
 */
guint32
purport_openings_dateline_end (const PurportDraft *draft, guint32 sentence)
{
  const PurportTextSentence *here = purport_draft_sentence (draft, sentence);
  gboolean in_brackets = FALSE;

  if (!begins_block (draft, sentence) || !is_in_capitals (draft, here->first_token))
    return here->first_token;
  for (guint32 i = here->first_token + 1; i + 1 < here->end_token && i < here->first_token + DATELINE_LIMIT; i++) {
    if (is_dash (draft, i))
      return i + 1;
    if (purport_draft_is (draft, i, "(") || purport_draft_is (draft, i, ")"))
      in_brackets = purport_draft_is (draft, i, "(");
    else if (!in_brackets && !has_flag (draft, i, PURPORT_TOKEN_CAPITALIZED | PURPORT_TOKEN_PUNCTUATION) &&
             purport_draft_tag (draft, i) != PURPORT_TAG_CD)
      break;
  }
  return here->first_token;
}

static gboolean
is_name_phrase (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  guint32 index = draft->phrase_of[end_token - 1];
  const PurportPhrase *phrase = index == PURPORT_NONE ? NULL : purport_draft_phrase (draft, index);

  return phrase != NULL && phrase->first_token == first_token &&
         (phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_NAME ||
          phrase->type == PURPORT_PHRASE_ORGANIZATION);
}

static gboolean
is_letter_label (const PurportDraft *draft, guint32 token)
{
  return has_flag (draft, token, PURPORT_TOKEN_CAPITALIZED) &&
         (purport_draft_is (draft, token, "q") || purport_draft_is (draft, token, "a"));
}

/**
 * purport_openings_label_end:
 * @sentence: of the draft
 *
 * Returns: the colon behind the name, the words in capitals or the letter that a paragraph of running text begins with,
 * or %PURPORT_NONE. O(1).
 */
guint32
purport_openings_label_end (const PurportDraft *draft, guint32 sentence)
{
  guint32 first = purport_draft_sentence (draft, sentence)->first_token, n_tokens = purport_draft_n_tokens (draft);
  gboolean capitals = TRUE;

  if (!begins_block (draft, sentence) || purport_draft_block_kind (draft, sentence) != PURPORT_BLOCK_PARAGRAPH)
    return PURPORT_NONE;
  for (guint32 i = first; i < n_tokens && i <= first + LABEL_LIMIT; i++) {
    if (i > first && purport_draft_is (draft, i, ":"))
      return capitals || is_name_phrase (draft, first, i) || (i == first + 1 && is_letter_label (draft, first))
                 ? i
                 : PURPORT_NONE;
    if (draft->quote_of[i] != PURPORT_NONE || (i == first && has_flag (draft, i, PURPORT_TOKEN_PUNCTUATION)))
      return PURPORT_NONE;
    capitals = capitals && (is_in_capitals (draft, i) || purport_draft_is (draft, i, "."));
  }
  return PURPORT_NONE;
}

/* Returns: whether a label is that of whoever asks: "Q", "INTERVIEWER". O(1). */
gboolean
purport_openings_is_question (const PurportDraft *draft, guint32 label_token)
{
  static const char *const askers[] = { "q",    "question",  "interviewer", "reporter", "presenter",
                                        "host", "moderator", "journalist",  NULL };
  return purport_draft_is_any (draft, label_token, askers);
}

static guint32
block_end (const PurportDraft *draft, guint32 sentence)
{
  guint32 block = purport_draft_sentence (draft, sentence)->block;

  while (sentence + 1 < draft->words->sentences->len && purport_draft_sentence (draft, sentence + 1)->block == block)
    sentence++;
  return purport_draft_sentence (draft, sentence)->end_token;
}

/**
 * purport_openings_find_turns:
 *
 * O(sentences).
 *
 * Returns: (transfer full) (element-type PurportTurn): the paragraphs of a transcript that begin with a label, in order
 */
GArray *
purport_openings_find_turns (const PurportDraft *draft)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (PurportTurn));

  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    PurportTurn turn = { .sentence = i, .label_end = purport_openings_label_end (draft, i) };
    if (turn.label_end == PURPORT_NONE)
      continue;
    turn.first_token = purport_draft_sentence (draft, i)->first_token;
    turn.end_token = block_end (draft, i);
    turn.question = purport_openings_is_question (draft, turn.first_token);
    g_array_append_val (turns, turn);
  }
  if (turns->len < LEAST_TURNS)
    g_array_set_size (turns, 0);
  return turns;
}

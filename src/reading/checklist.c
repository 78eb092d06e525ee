/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ten questions after HealthNewsReview's criteria. Each sentence gets points for a question by its words and by what
 * was found in it (figures, caveats, independent sources); the first of those with the most points answers it, if they
 * are enough. Whether the article answers at all is what counts, not whether it answers well.
 */
#include "reading/checklist.h"

/* An article is about health if it has so many words of medicine, and one of them in so many tokens at most. */
#define HEALTH_WORDS_MIN 5
#define HEALTH_DIFFERENT_MIN 3
#define HEALTH_TOKENS_A_WORD 70

/* Points that answer a question. */
#define ANSWERS 2

/* What one of the question's words is worth, and each further one. */
#define WORD_POINTS 2
#define NEXT_WORD_POINTS 1

/* Who paid tells more than that someone stands apart. */
#define INTEREST_POINTS 4

#define N_QUESTIONS (PURPORT_QUESTION_PRESS_RELEASE + 1)

typedef struct {
  guint points[N_QUESTIONS];
} Points;

static gboolean
in_running_text (const PurportDraft *draft, guint32 sentence)
{
  PurportBlockKind kind = purport_draft_block_kind (draft, sentence);
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM;
}

static gboolean
is_about_health (const PurportDraft *draft)
{
  g_autoptr (GHashTable) different = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 n_tokens = purport_draft_n_tokens (draft), n_words = 0;

  for (guint32 i = 0; i < n_tokens; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_HEALTH)) {
      const PurportToken *token = purport_draft_token (draft, i);
      n_words++;
      g_hash_table_add (different, g_ascii_strdown (purport_words_get_text (draft->words, i),
                                                    (gssize)purport_span_length (token->span)));
    }
  return n_words >= HEALTH_WORDS_MIN && g_hash_table_size (different) >= HEALTH_DIFFERENT_MIN &&
         n_tokens <= n_words * HEALTH_TOKENS_A_WORD;
}

static void
count_words (const PurportDraft *draft, Points *points)
{
  for (guint32 i = 0; i < purport_draft_n_tokens (draft); i++) {
    guint *counted = points[draft->sentence_of[i]].points;
    if (!purport_draft_has (draft, i, PURPORT_TERM_QUESTION))
      continue;
    for (guint32 j = draft->terms->first_hit[i]; j < draft->terms->first_hit[i + 1]; j++) {
      const PurportTerm *term = &g_array_index (draft->terms->hits, PurportTerm, j);
      if (term->term_class == PURPORT_TERM_QUESTION)
        counted[term->value] += counted[term->value] == 0 ? WORD_POINTS : NEXT_WORD_POINTS;
    }
  }
}

/* A number of people, a share or a rate: what a benefit is worth to a reader, unlike "40 per cent less". */
static gboolean
is_absolute (const PurportFigure *figure)
{
  if (figure->minor || figure->change == PURPORT_CHANGE_RELATIVE)
    return FALSE;
  switch (figure->kind) {
  case PURPORT_FIGURE_COUNT:
  case PURPORT_FIGURE_PERCENTAGE:
  case PURPORT_FIGURE_FRACTION:
  case PURPORT_FIGURE_RATIO:
  case PURPORT_FIGURE_RATE:
    return TRUE;
  case PURPORT_FIGURE_MONEY:
  case PURPORT_FIGURE_DURATION:
  case PURPORT_FIGURE_MEASURE:
  case PURPORT_FIGURE_AGE:
  case PURPORT_FIGURE_RANGE:
  case PURPORT_FIGURE_TIMES:
  default:
    return FALSE;
  }
}

/* A benefit is given in absolute terms, and how common something is, only by figures; costs are told by money. */
static void
count_figures (const PurportDraft *draft, Points *points)
{
  const GArray *figures = draft->reading->figures;
  guint32 n_sentences = draft->words->sentences->len;
  g_autofree gboolean *absolute = g_new0 (gboolean, n_sentences + 1);

  for (guint i = 0; i < figures->len; i++) {
    const PurportFigure *figure = &g_array_index (figures, PurportFigure, i);
    guint *counted = points[figure->sentence].points;
    if (figure->kind == PURPORT_FIGURE_MONEY && counted[PURPORT_QUESTION_COSTS] > 0)
      counted[PURPORT_QUESTION_COSTS] += NEXT_WORD_POINTS;
    absolute[figure->sentence] = absolute[figure->sentence] || is_absolute (figure);
  }
  for (guint32 i = 0; i < n_sentences; i++)
    if (!absolute[i])
      points[i].points[PURPORT_QUESTION_BENEFITS] = points[i].points[PURPORT_QUESTION_OVERSELLING] = 0;
}

static void
add_points (const PurportDraft *draft, Points *points, PurportSpan span, PurportQuestion question, guint amount)
{
  PurportTokens tokens = purport_draft_tokens_at (draft, span);

  if (tokens.first_token < tokens.end_token)
    points[draft->sentence_of[tokens.first_token]].points[question] += amount;
}

/* Caveats tell of the quality of the evidence, or of a conflict; whoever stands apart from the study is more than a
 * press release. */
static void
count_findings (const PurportDraft *draft, Points *points)
{
  const PurportReading *reading = draft->reading;

  for (guint i = 0; i < reading->caveats->len; i++) {
    const PurportCaveat *caveat = &g_array_index (reading->caveats, PurportCaveat, i);
    add_points (draft, points, caveat->span,
                caveat->kind == PURPORT_CAVEAT_CONFLICT ? PURPORT_QUESTION_SOURCES_CONFLICTS
                                                        : PURPORT_QUESTION_EVIDENCE_QUALITY,
                caveat->kind == PURPORT_CAVEAT_CONFLICT ? INTEREST_POINTS : WORD_POINTS);
  }
  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    if (source->independence == PURPORT_INDEPENDENCE_INDEPENDENT)
      add_points (draft, points, source->independence_words, PURPORT_QUESTION_SOURCES_CONFLICTS, WORD_POINTS);
  }
  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    const PurportSource *source;
    if (said->source == PURPORT_NONE || said->content_spans.len == 0)
      continue;
    source = &g_array_index (reading->sources, PurportSource, said->source);
    if (source->independence != PURPORT_INDEPENDENCE_INDEPENDENT)
      continue;
    add_points (draft, points, purport_span_list_get (&said->content_spans, 0), PURPORT_QUESTION_PRESS_RELEASE,
                WORD_POINTS);
  }
}

static PurportSpan
find_answer (const PurportDraft *draft, const Points *points, PurportQuestion question)
{
  guint most = ANSWERS - 1;
  PurportSpan answer = PURPORT_SPAN_NONE;

  for (guint32 i = 0; i < draft->words->sentences->len; i++)
    if (points[i].points[question] > most && in_running_text (draft, i)) {
      most = points[i].points[question];
      answer = purport_draft_sentence (draft, i)->span;
    }
  return answer;
}

/**
 * purport_checklist_find:
 * @draft: a draft whose reading has its figures, sources, attributions and caveats
 *
 * Adds the ten questions with their answers where the article is about health. O(tokens).
 */
void
purport_checklist_find (PurportDraft *draft)
{
  g_autofree Points *points = NULL;

  if (!is_about_health (draft))
    return;
  points = g_new0 (Points, draft->words->sentences->len + 1);
  count_words (draft, points);
  count_figures (draft, points);
  count_findings (draft, points);
  for (guint i = 0; i < N_QUESTIONS; i++) {
    PurportCheck check = { (PurportQuestion)i, find_answer (draft, points, (PurportQuestion)i) };
    g_array_append_val (draft->reading->checklist, check);
  }
}

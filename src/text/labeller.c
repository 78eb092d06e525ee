/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most features are of one word, and most words of a text are its frequent ones: what a word gives to each label, as
 * the word itself and as a neighbour, is summed up once a type and kept. Only features of several words are looked up
 * for every token. Tags are greedy; names are the best path of all (Viterbi).
 */
#include "text/labeller.h"

#include <string.h>

/* Longer sentences are labelled in pieces, so that memory and the cache are bounded. */
#define MAX_PIECE 512u
#define MAX_TYPES 8192u
#define FIRST_ROOM 512u
#define N_SLOTS (4u * MAX_TYPES)
#define N_NEIGHBOURS (2 * PURPORT_NAMER_REACH + 1)
/* What all votes for a type are worth in its labels' scores. */
#define VOTE_WEIGHT 80
#define IMPOSSIBLE (G_MININT32 / 2)

G_STATIC_ASSERT (PURPORT_TAGGER_LEFT + PURPORT_TAGGER_RIGHT + 1 == N_NEIGHBOURS);

/* A word as written in one kind of sentence: its views, and the sums of its features' weights at each offset. */
typedef struct {
  guint64 key;
  PurportWordView view;
  guint32 length; /* bytes: with the key, what tells types apart */
  gint16 tags[N_NEIGHBOURS][PURPORT_N_TAGS];
  gint16 names[N_NEIGHBOURS][PURPORT_NAMER_N_LABELS];
} Type;

struct _PurportLabeller {
  const PurportLabelModels *models;
  const PurportVotes *votes; /* (nullable) */
  Type *types;
  guint32 n_types, n_room;
  guint16 slots[N_SLOTS]; /* index into types + 1 */
  Type outside;
  const Type *piece[MAX_PIECE + 2 * PURPORT_VIEW_MARGIN];
  const PurportWordView *views[MAX_PIECE + 2 * PURPORT_VIEW_MARGIN];
  guint8 tags[MAX_PIECE + 2 * PURPORT_VIEW_MARGIN];
  guint8 phrases[MAX_PIECE];
  guint8 from[MAX_PIECE][PURPORT_NAMER_N_LABELS]; /* the label before on the best path */
};

/**
 * purport_label_models_init:
 * @namer: (nullable)
 */
void
purport_label_models_init (PurportLabelModels *models,
                           const PurportWordTable *table,
                           const PurportLinearModel *tagger,
                           const PurportLinearModel *namer)
{
  memset (models, 0, sizeof *models);
  models->table = table;
  models->tagger = tagger;
  models->namer = namer;
  for (guint before = 0; namer != NULL && before <= PURPORT_NAMER_N_LABELS; before++) {
    gint32 scores[PURPORT_LINEAR_MODEL_MAX_CLASSES] = { 0 };
    purport_linear_model_add (namer, purport_namer_transition_feature (before), scores);
    for (guint label = 0; label < PURPORT_NAMER_N_LABELS; label++)
      models->transitions[before][label] =
          purport_namer_may_follow (label, before == PURPORT_NAMER_N_LABELS ? 0 : before) ? scores[label] : IMPOSSIBLE;
  }
}

static void
sum_up (const PurportLinearModel *model, const guint32 *features, guint n, gint16 *sums)
{
  gint32 scores[PURPORT_LINEAR_MODEL_MAX_CLASSES] = { 0 };

  for (guint i = 0; i < n; i++)
    purport_linear_model_prefetch (model, features[i]);
  for (guint i = 0; i < n; i++)
    purport_linear_model_add (model, features[i], scores);
  for (guint i = 0; i < model->n_classes; i++)
    sums[i] = (gint16)CLAMP (scores[i], G_MININT16, G_MAXINT16);
}

static void
fill_type (const PurportLabelModels *models, Type *type)
{
  guint32 features[MAX (PURPORT_TAGGER_N_FEATURES, PURPORT_NAMER_N_FEATURES)];

  for (gint i = 0; i < N_NEIGHBOURS; i++) {
    gint offset = i - PURPORT_NAMER_REACH;
    sum_up (models->tagger, features, purport_tagger_word_features (&type->view, offset, features), type->tags[i]);
    if (models->namer != NULL)
      sum_up (models->namer, features, purport_namer_word_features (&type->view, offset, features), type->names[i]);
  }
}

static void
forget (PurportLabeller *self)
{
  self->n_types = 0;
  memset (self->slots, 0, sizeof self->slots);
}

/**
 * purport_labeller_new:
 * @models: immutable while the labeller lives
 *
 * Returns: (transfer full): a labeller for one text; it grows to some megabytes with the text's vocabulary
 */
PurportLabeller *
purport_labeller_new (const PurportLabelModels *models)
{
  PurportLabeller *self = g_new (PurportLabeller, 1);

  self->models = models;
  self->votes = NULL;
  self->n_room = FIRST_ROOM;
  self->types = g_new (Type, self->n_room);
  forget (self);
  self->outside = (Type){ .view = *purport_word_view_outside () };
  fill_type (models, &self->outside);
  return self;
}

void
purport_labeller_free (PurportLabeller *self)
{
  if (self == NULL)
    return;
  g_free (self->types);
  g_free (self);
}

static const Type *
ensure_type (
    PurportLabeller *self, const char *text, const PurportToken *token, PurportCapitals capitals, gboolean first)
{
  guint32 length = (guint32)purport_span_length (token->span), slot;
  guint64 key = purport_word_key (text + token->span.start_byte, length, capitals == PURPORT_CAPITALS_ABSENT) * 8u +
                (guint32)capitals * 2u + (first ? 1u : 0u);
  Type *type;

  for (slot = (guint32)(key >> 20) % N_SLOTS; self->slots[slot] != 0; slot = (slot + 1) % N_SLOTS) {
    type = &self->types[self->slots[slot] - 1];
    if (type->key == key && type->length == length)
      return type;
  }
  type = &self->types[self->n_types++];
  self->slots[slot] = (guint16)self->n_types;
  type->key = key;
  type->length = length;
  type->view = purport_word_view_in (self->models->table, text, token, capitals, first);
  fill_type (self->models, type);
  return type;
}

/* The sums that a token's word and its neighbours give, at @piece. */
#define ADD_NEIGHBOURS(scores, n_labels, field, piece)                                                                 \
  for (guint k = 0; k < (n_labels); k++)                                                                               \
  (scores)[k] = (piece)[-2]->field[0][k] + (piece)[-1]->field[1][k] + (piece)[0]->field[2][k] +                        \
                (piece)[1]->field[3][k] + (piece)[2]->field[4][k]

static PurportTag
best_tag (const gint32 *scores)
{
  guint best = 1;

  for (guint i = 2; i < PURPORT_N_TAGS; i++)
    if (scores[i] > scores[best])
      best = i;
  return (PurportTag)best;
}

/* Returns: the best tag of a token. */
static PurportTag
score_tags (const PurportLabeller *self, guint32 at, PurportTag before, PurportTag before_that)
{
  guint32 features[PURPORT_TAGGER_N_FEATURES];
  const Type *const *piece = self->piece + at;
  gint32 scores[PURPORT_LINEAR_MODEL_MAX_CLASSES];
  guint n = purport_tagger_context_features (self->views + at, before, before_that, features);

  for (guint j = 0; j < n; j++)
    purport_linear_model_prefetch (self->models->tagger, features[j]);
  ADD_NEIGHBOURS (scores, PURPORT_N_TAGS, tags, piece);
  for (guint j = 0; j < n; j++)
    purport_linear_model_add (self->models->tagger, features[j], scores);
  return best_tag (scores);
}

static void
tag_piece (PurportLabeller *self, guint32 n_tokens)
{
  PurportTag before = PURPORT_TAG_NONE, before_that = PURPORT_TAG_NONE;

  for (guint32 i = 0; i < n_tokens; i++) {
    guint32 at = i + PURPORT_VIEW_MARGIN, entry = self->views[at]->entry;
    PurportTag tag = (entry & PURPORT_WORD_SURE) != 0 ? (PurportTag)purport_word_tag (entry)
                                                      : score_tags (self, at, before, before_that);
    before_that = before;
    before = tag;
    self->tags[at] = (guint8)tag;
  }
}

static void
score_names (const PurportLabeller *self, guint32 i, gint32 *scores)
{
  guint32 at = i + PURPORT_VIEW_MARGIN, features[PURPORT_NAMER_N_FEATURES];
  const Type *const *piece = self->piece + at;
  guint n = purport_namer_context_features (self->views + at, self->tags + at, self->phrases + i, features);

  for (guint j = 0; j < n; j++)
    purport_linear_model_prefetch (self->models->namer, features[j]);
  ADD_NEIGHBOURS (scores, PURPORT_NAMER_N_LABELS, names, piece);
  for (guint j = 0; j < n; j++)
    purport_linear_model_add (self->models->namer, features[j], scores);
}

/* Adds to each label what the same word elsewhere in the text was labelled as; the token's own vote does not count. */
static void
add_votes (const PurportLabeller *self, const PurportToken *token, guint32 i, gint32 *scores)
{
  const PurportVote *vote = purport_votes_find (self->votes, self->views[PURPORT_VIEW_MARGIN + i]->word);
  guint own = token->name_place == PURPORT_NAME_OUTSIDE ? PURPORT_VOTES_OUTSIDE : token->name_type;
  gint32 n[PURPORT_VOTES_N_KINDS], n_all = 0;

  if (vote == NULL)
    return;
  for (guint kind = 0; kind < PURPORT_VOTES_N_KINDS; kind++) {
    n[kind] = vote->n[kind] - (kind == own && vote->n[kind] > 0 ? 1 : 0);
    n_all += n[kind];
  }
  scores[0] += VOTE_WEIGHT * n[PURPORT_VOTES_OUTSIDE] / (n_all + 1);
  for (guint label = 1; label < PURPORT_NAMER_N_LABELS; label++)
    scores[label] += VOTE_WEIGHT * n[purport_namer_label_type (label)] / (n_all + 1);
}

/* Whether a name is open behind a label: it must go on. */
static gboolean
is_open (guint label)
{
  return label != 0 && (purport_namer_label_place (label) == PURPORT_NAMER_FIRST ||
                        purport_namer_label_place (label) == PURPORT_NAMER_MIDDLE);
}

/* Takes the way to @label behind @before if it is the best so far. */
static void
try_step (PurportLabeller *self, guint32 i, guint label, guint before, const gint32 *best, gint32 *next)
{
  gint32 path = best[before] + self->models->transitions[before][label];

  if (path > next[label]) {
    next[label] = path;
    self->from[i][label] = (guint8)before;
  }
}

/* One step along all paths: @best holds the score of the best path to each label. */
static void
step_names (PurportLabeller *self, guint32 i, const gint32 *scores, gint32 *best)
{
  gint32 next[PURPORT_NAMER_N_LABELS];

  for (guint label = 0; label < PURPORT_NAMER_N_LABELS; label++) {
    next[label] = IMPOSSIBLE;
    self->from[i][label] = 0;
  }
  for (guint before = 0; before < PURPORT_NAMER_N_LABELS; before++) {
    if (is_open (before)) {
      PurportNameType type = purport_namer_label_type (before);
      try_step (self, i, purport_namer_label (type, PURPORT_NAMER_MIDDLE), before, best, next);
      try_step (self, i, purport_namer_label (type, PURPORT_NAMER_LAST), before, best, next);
      continue;
    }
    try_step (self, i, 0, before, best, next);
    for (guint type = 0; type < PURPORT_NAMER_N_TYPES; type++) {
      try_step (self, i, purport_namer_label ((PurportNameType)type, PURPORT_NAMER_FIRST), before, best, next);
      try_step (self, i, purport_namer_label ((PurportNameType)type, PURPORT_NAMER_ONLY), before, best, next);
    }
  }
  for (guint label = 0; label < PURPORT_NAMER_N_LABELS; label++)
    best[label] = MAX (next[label] + scores[label], IMPOSSIBLE);
}

/* As step_names(), to a token that is in no name. */
static void
step_outside (PurportLabeller *self, guint32 i, gint32 *best)
{
  gint32 next[PURPORT_NAMER_N_LABELS];

  next[0] = IMPOSSIBLE;
  self->from[i][0] = 0;
  for (guint before = 0; before < PURPORT_NAMER_N_LABELS; before++)
    if (!is_open (before))
      try_step (self, i, 0, before, best, next);
  best[0] = next[0];
  for (guint label = 1; label < PURPORT_NAMER_N_LABELS; label++)
    best[label] = IMPOSSIBLE;
}

static void
write_name (PurportToken *token, guint label)
{
  token->name_place = PURPORT_NAME_OUTSIDE;
  token->name_type = 0;
  if (label == 0)
    return;
  token->name_type = (guint8)purport_namer_label_type (label);
  token->name_place = (guint8)(purport_namer_label_place (label) == PURPORT_NAMER_FIRST ||
                                       purport_namer_label_place (label) == PURPORT_NAMER_ONLY
                                   ? PURPORT_NAME_BEGIN
                                   : PURPORT_NAME_INSIDE);
}

static void
name_piece (PurportLabeller *self, PurportToken *tokens, guint32 n_tokens, PurportCapitals capitals)
{
  gint32 best[PURPORT_NAMER_N_LABELS], scores[PURPORT_LINEAR_MODEL_MAX_CLASSES];
  guint label = 0;

  purport_namer_find_phrases (self->models->table, self->views + PURPORT_VIEW_MARGIN, n_tokens, self->phrases);
  for (guint k = 0; k < PURPORT_NAMER_N_LABELS; k++)
    best[k] = 0;
  for (guint32 i = 0; i < n_tokens; i++) {
    if (purport_namer_is_outside (capitals, tokens, n_tokens, i)) {
      step_outside (self, i, best);
      continue;
    }
    score_names (self, i, scores);
    if (self->votes != NULL)
      add_votes (self, &tokens[i], i, scores);
    if (i > 0)
      step_names (self, i, scores, best);
    for (guint k = 0; i == 0 && k < PURPORT_NAMER_N_LABELS; k++)
      best[k] = MAX (scores[k] + self->models->transitions[PURPORT_NAMER_N_LABELS][k], IMPOSSIBLE);
  }
  for (guint k = 1; k < PURPORT_NAMER_N_LABELS; k++)
    if (!is_open (k) && best[k] > best[label])
      label = k;
  for (guint32 i = n_tokens; i > 0; i--) {
    write_name (&tokens[i - 1], label);
    label = self->from[i - 1][label];
  }
}

/* Types are pointed at while a piece is labelled, so that they move and are forgotten only before. */
static void
make_room (PurportLabeller *self, guint32 n_tokens)
{
  if (self->n_types + n_tokens > MAX_TYPES)
    forget (self);
  while (self->n_types + n_tokens > self->n_room) {
    self->n_room *= 2;
    self->types = g_renew (Type, self->types, self->n_room);
  }
}

static void
label_piece (PurportLabeller *self,
             const char *text,
             PurportToken *tokens,
             guint32 n_tokens,
             PurportCapitals capitals,
             gboolean first)
{
  make_room (self, n_tokens);
  for (guint32 i = 0; i < PURPORT_VIEW_MARGIN; i++)
    self->piece[i] = self->piece[PURPORT_VIEW_MARGIN + n_tokens + i] = &self->outside;
  for (guint32 i = 0; i < n_tokens; i++)
    self->piece[PURPORT_VIEW_MARGIN + i] = ensure_type (self, text, &tokens[i], capitals, first && i == 0);
  for (guint32 i = 0; i < n_tokens + 2 * PURPORT_VIEW_MARGIN; i++) {
    self->views[i] = &self->piece[i]->view;
    self->tags[i] = PURPORT_TAG_NONE;
  }
  for (guint32 i = 0; self->votes != NULL && i < n_tokens; i++)
    self->tags[PURPORT_VIEW_MARGIN + i] = tokens[i].tag;
  if (self->votes == NULL)
    tag_piece (self, n_tokens);
  for (guint32 i = 0; i < n_tokens; i++)
    tokens[i].tag = self->tags[PURPORT_VIEW_MARGIN + i];
  if (self->models->namer != NULL)
    name_piece (self, tokens, n_tokens, capitals);
}

/**
 * purport_labeller_label:
 * @tokens: of one sentence; get their tags, their places in names and the names' types
 *
 * O(@n_tokens).
 */
void
purport_labeller_label (PurportLabeller *self, const char *text, PurportToken *tokens, guint32 n_tokens)
{
  PurportCapitals capitals = purport_capitals_find (tokens, n_tokens);

  for (guint32 i = 0; i < n_tokens; i += MAX_PIECE)
    label_piece (self, text, tokens + i, MIN (n_tokens - i, MAX_PIECE), capitals, i == 0);
}

/**
 * purport_labeller_vote:
 * @votes: of the whole text
 * @tokens: of one sentence, labelled; their names are found anew with regard to the votes
 *
 * O(@n_tokens).
 */
void
purport_labeller_vote (
    PurportLabeller *self, const PurportVotes *votes, const char *text, PurportToken *tokens, guint32 n_tokens)
{
  self->votes = votes;
  purport_labeller_label (self, text, tokens, n_tokens);
  self->votes = NULL;
}

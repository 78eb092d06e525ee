/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A run of words is seen as the set of its words, stems and pairs of them, the cues of the lexicon with the modals and
 * negations before them, the words under a negation, and the chain of its chunks, in which a noun phrase is one link:
 * “NP may lower NP”. Words alone would learn the topics of the training texts; chunks and cues carry over to others.
 */
#include "reading/wording.h"

#include <string.h>

#include "text/features.h"

/* A longer run is known by its first words. */
#define RUN_MAX 256

/* A negation reaches so many words behind it, and a modal or negation before a cue counts at this distance. */
#define NEGATION_REACH 8
#define CUE_REACH 6

#define SEEN_SIZE 8192u
#define LIMITS_SIZE 256u

enum {
  WORD = 1,
  STEM,
  WORD_PAIR,
  STEM_PAIR,
  NEGATED,
  CUE_CLASS,
  CUE,
  CUE_PAIR,
  CUE_SET,
  CUE_MODALS,
  CUE_TAGS,
  CHUNK_PAIR,
  CHUNK_TRIPLE,
  FRAME_PAIR,
  FRAME_TRIPLE,
  MAIN_VERB,
  LENGTH,
  HEDGES,
  DENIAL,
  BIAS,
  VERB,
  CLAUSE_VERB,
};

enum { START = 1, END, NOUN_PHRASE, BE };

/* A feature, and the run that it was last seen in. */
typedef struct {
  guint32 feature;
  guint32 run;
} Seen;

struct _PurportWording {
  const PurportDraft *draft;
  guint32 *words; /* of each token */
  guint32 *stems;
  guint8 *limits; /* of each token: whether it negates, is a modal or ends a negation's reach */
  GArray *features;
  Seen seen[SEEN_SIZE]; /* features of the present run, an open-addressing set */
  guint32 run;
};

enum { LIMIT_NEGATES = 1, LIMIT_MODAL = 2, LIMIT_ENDS = 4, LIMIT_BE = 8, LIMIT_SHOWS = 16, LIMIT_CAUSE = 32 };

static guint32
hash_bytes (const char *bytes, gsize n_bytes)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guint8)bytes[i]) * 16777619u;
  return hash;
}

/* Lower case, digits folded to 0, straight apostrophes. Returns: the length. */
static gsize
fold (const char *text, gsize n_bytes, char *folded, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < n_bytes && n < size; i++) {
    if (text[i] == '\xE2' && i + 2 < n_bytes && text[i + 1] == '\x80' && text[i + 2] == '\x99') {
      folded[n++] = '\'';
      i += 2;
    } else {
      folded[n++] = g_ascii_isdigit (text[i]) ? '0' : g_ascii_tolower (text[i]);
    }
  }
  return n;
}

/* Returns: the length of the word without its ending. A light stemmer: it need not be right, only the same each time.
 */
static gsize
stem_length (const char *word, gsize n)
{
  static const char *const endings[] = { "ions", "ing", "ion", "ed", "es", "ly", "s" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = strlen (endings[i]);
    if (n >= length + 4 && memcmp (word + n - length, endings[i], length) == 0) {
      n -= length;
      break;
    }
  }
  return n > 4 && word[n - 1] == 'e' ? n - 1 : n;
}

/* What some words limit, by the hash of the word: an open-addressing table. */
typedef struct {
  guint32 words[LIMITS_SIZE];
  guint8 limits[LIMITS_SIZE]; /* 0: empty */
} Limits;

static void
limits_init (Limits *limits)
{
  static const struct {
    guint8 limit;
    const char *words;
  } lists[] = {
    { LIMIT_NEGATES, "not n't no never nor neither without none cannot nothing hardly lack lacks fail fails failed" },
    { LIMIT_MODAL, "may might could can would will should must to" },
    { LIMIT_SHOWS, "prove proves proved proven show shows showed shown establish established demonstrate "
                   "demonstrated determine determined conclude concluded conclusion conclusions confirm "
                   "confirmed infer inferred imply implies say tell draw drawn proof mean means sure certain" },
    { LIMIT_CAUSE, "cause causes caused causing causation causality causal causative blame responsible reason "
                   "cause-and-effect cause-effect" },
    { LIMIT_ENDS, ", ; but ." },
    { LIMIT_BE, "is are was were be been being am 's 're" },
  };

  memset (limits, 0, sizeof *limits);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *at = lists[i].words; *at != '\0';) {
      gsize length = strcspn (at, " ");
      guint32 word = hash_bytes (at, length), slot = word & (LIMITS_SIZE - 1);
      while (limits->limits[slot] != 0)
        slot = (slot + 1) & (LIMITS_SIZE - 1);
      limits->words[slot] = word;
      limits->limits[slot] = lists[i].limit;
      at += length + (at[length] == ' ');
    }
}

static guint8
limits_of (const Limits *limits, guint32 word)
{
  guint32 slot = word & (LIMITS_SIZE - 1);

  while (limits->limits[slot] != 0 && limits->words[slot] != word)
    slot = (slot + 1) & (LIMITS_SIZE - 1);
  return limits->limits[slot];
}

/**
 * purport_wording_new:
 * @draft: outlives the wording
 *
 * Returns: (transfer full): the words of the draft, ready to be seen run by run. O(length of the text).
 */
PurportWording *
purport_wording_new (const PurportDraft *draft)
{
  PurportWording *self = g_new0 (PurportWording, 1);
  guint32 n_tokens = purport_draft_n_tokens (draft);
  Limits limits;

  limits_init (&limits);
  self->draft = draft;
  self->words = g_new (guint32, n_tokens + 1);
  self->stems = g_new (guint32, n_tokens + 1);
  self->limits = g_new (guint8, n_tokens + 1);
  for (guint32 i = 0; i < n_tokens; i++) {
    char folded[64];
    gsize n = fold (purport_words_get_text (draft->words, i),
                    purport_span_length (purport_draft_token (draft, i)->span), folded, sizeof folded);
    self->words[i] = hash_bytes (folded, n);
    self->stems[i] = hash_bytes (folded, stem_length (folded, n));
    self->limits[i] = limits_of (&limits, self->words[i]);
  }
  return self;
}

void
purport_wording_free (PurportWording *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->stems);
  g_free (self->limits);
  g_free (self);
}

/* Returns: the hash of a word's stem. */
guint32
purport_wording_get_stem (const PurportWording *self, guint32 token)
{
  return self->stems[token];
}

/* Returns: the feature that every run has. */
guint32
purport_wording_get_constant (void)
{
  return purport_feature (BIAS, 0, 0);
}

/* Begins a new set of features, which are appended to @features (element-type guint32), each once. */
void
purport_wording_begin (PurportWording *self, GArray *features)
{
  self->features = features;
  self->run++;
  g_array_set_size (features, 0);
  purport_wording_add (self, BIAS, 0, 0); /* purport_wording_get_constant() */
}

/* Adds one feature of the caller's own; @template_number from 32. */
void
purport_wording_add (PurportWording *self, guint32 template_number, guint32 a, guint32 b)
{
  guint32 feature = purport_feature (template_number, a, b), slot = feature & (SEEN_SIZE - 1);

  if (self->features->len > SEEN_SIZE / 2)
    return;
  while (self->seen[slot].run == self->run) {
    if (self->seen[slot].feature == feature)
      return;
    slot = (slot + 1) & (SEEN_SIZE - 1);
  }
  self->seen[slot] = (Seen){ feature, self->run };
  g_array_append_val (self->features, feature);
}

static void
add_words (PurportWording *self, PurportTokens tokens)
{
  guint32 word_before = START, stem_before = START;
  guint reach = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    guint32 word = self->words[i], stem = self->stems[i];
    purport_wording_add (self, WORD, word, 0);
    if (stem != word)
      purport_wording_add (self, STEM, stem, 0);
    purport_wording_add (self, WORD_PAIR, word_before, word);
    purport_wording_add (self, STEM_PAIR, stem_before, stem);
    word_before = word;
    stem_before = stem;
    if (self->limits[i] & LIMIT_NEGATES) {
      reach = NEGATION_REACH;
    } else if (self->limits[i] & LIMIT_ENDS) {
      reach = 0;
    } else if (reach > 0) {
      purport_wording_add (self, NEGATED, stem, 0);
      reach--;
    }
  }
  purport_wording_add (self, WORD_PAIR, word_before, END);
}

static gboolean
is_cue_class (PurportTermClass term_class)
{
  static const guint64 classes =
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_HEDGE | G_GUINT64_CONSTANT (1) << PURPORT_TERM_CAUSAL |
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_ASSOCIATION | G_GUINT64_CONSTANT (1) << PURPORT_TERM_NO_RELATION |
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_CONDITIONAL | G_GUINT64_CONSTANT (1) << PURPORT_TERM_RECOMMENDATION |
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_PREDICTION | G_GUINT64_CONSTANT (1) << PURPORT_TERM_NEGATION |
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_OPPOSITION | G_GUINT64_CONSTANT (1) << PURPORT_TERM_DEFINITION |
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_EVALUATION | G_GUINT64_CONSTANT (1) << PURPORT_TERM_EXPERIENCE |
      G_GUINT64_CONSTANT (1) << PURPORT_TERM_CAVEAT;
  return (classes >> term_class & 1) != 0;
}

static guint32
hash_words (const PurportWording *self, guint32 first_token, guint32 end_token)
{
  guint32 hash = 1;

  for (guint32 i = first_token; i < end_token; i++)
    hash = purport_feature (hash, self->words[i], 0);
  return hash;
}

/* A cue of a relation with the modals and negations before it, and with the tags that tell a verb from a noun. */
static void
add_relation (PurportWording *self, PurportTokens tokens, guint32 token, PurportTermClass term_class)
{
  guint32 before = 1;
  guint32 start = token - MIN (token - tokens.first_token, CUE_REACH);
  PurportTag tag_before = token > tokens.first_token ? purport_draft_tag (self->draft, token - 1) : PURPORT_TAG_NONE;

  for (guint32 i = start; i < token; i++)
    if (self->limits[i] & (LIMIT_NEGATES | LIMIT_MODAL))
      before = purport_feature (before, self->words[i], 0);
  purport_wording_add (self, CUE_MODALS, term_class, before);
  purport_wording_add (self, CUE_TAGS, term_class,
                       (guint32)purport_draft_tag (self->draft, token) << 8 | (guint32)tag_before);
}

static void
add_cues (PurportWording *self, PurportTokens tokens)
{
  const PurportTerms *terms = self->draft->terms;
  guint32 before = START, classes = 0;
  guint n_hedges = 0, heaviest = 0, total = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token;) {
    guint32 end = i;
    guint32 first_class = 0;
    for (guint32 j = terms->first_hit[i]; j < terms->first_hit[i + 1]; j++) {
      const PurportTerm *term = &g_array_index (terms->hits, PurportTerm, j);
      if (!is_cue_class (term->term_class) || term->end_token > tokens.end_token || term->end_token < end)
        continue;
      end = term->end_token;
      first_class = first_class == 0 ? 1 + (guint32)term->term_class * 8 + term->value : first_class;
      purport_wording_add (self, CUE_CLASS, (guint32)term->term_class * 8 + term->value, 0);
      if (term->term_class == PURPORT_TERM_HEDGE) {
        n_hedges++;
        total += term->weight;
        heaviest = MAX (heaviest, term->weight);
      }
      if (term->term_class == PURPORT_TERM_CAUSAL || term->term_class == PURPORT_TERM_ASSOCIATION)
        add_relation (self, tokens, i, term->term_class);
      if (term->term_class == PURPORT_TERM_CAUSAL || term->term_class == PURPORT_TERM_ASSOCIATION ||
          term->term_class == PURPORT_TERM_NO_RELATION || term->term_class == PURPORT_TERM_CONDITIONAL ||
          term->term_class == PURPORT_TERM_NEGATION || term->term_class == PURPORT_TERM_RECOMMENDATION)
        classes |= 1u << (term->term_class - PURPORT_TERM_CAUSAL);
    }
    if (end == i) {
      i++;
      continue;
    }
    purport_wording_add (self, CUE, hash_words (self, i, end), 0);
    purport_wording_add (self, CUE_PAIR, before, first_class);
    before = first_class;
    i = end;
  }
  purport_wording_add (self, CUE_PAIR, before, 0xFFFFu);
  purport_wording_add (self, CUE_SET, classes, 0);
  purport_wording_add (self, HEDGES, MIN (n_hedges, 3), 1);
  purport_wording_add (self, HEDGES, heaviest / 50, 2);
  purport_wording_add (self, HEDGES, MIN (total / 100, 6), 3);
}

static gboolean
in_noun_phrase (PurportTag tag)
{
  return purport_tag_is_noun (tag) || tag == PURPORT_TAG_DT || tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_CD ||
         tag == PURPORT_TAG_PRPS || tag == PURPORT_TAG_POS || tag == PURPORT_TAG_HYPH || tag == PURPORT_TAG_JJR ||
         tag == PURPORT_TAG_JJS || tag == PURPORT_TAG_PDT || tag == PURPORT_TAG_FW || tag == PURPORT_TAG_SYM ||
         tag == PURPORT_TAG_AFX || tag == PURPORT_TAG_GW;
}

static gboolean
is_adjective (PurportTag tag)
{
  return tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_JJR || tag == PURPORT_TAG_JJS;
}

/* Returns: the end of the noun phrase that begins at @token, or @token where there is none. */
static guint32
noun_phrase_end (const PurportWording *self, guint32 token, guint32 end_token)
{
  guint32 end = token;

  while (end < end_token && in_noun_phrase (purport_draft_tag (self->draft, end)) &&
         !(self->limits[end] & LIMIT_NEGATES) &&
         (end == token || purport_draft_tag (self->draft, end) != PURPORT_TAG_DT))
    end++;
  while (end > token && is_adjective (purport_draft_tag (self->draft, end - 1)))
    end--;
  return end;
}

/* Chunks keep the stem of a noun phrase's head, frames do not. */
static void
add_chunks (PurportWording *self, PurportTokens tokens)
{
  guint32 chunks[3] = { 0, 0, START }, frames[3] = { 0, 0, START };

  for (guint32 i = tokens.first_token; i <= tokens.end_token;) {
    guint32 end = i < tokens.end_token ? noun_phrase_end (self, i, tokens.end_token) : i;
    guint32 chunk = i == tokens.end_token ? END : self->stems[i], frame = chunk;
    if (end > i) {
      chunk = purport_feature (NOUN_PHRASE, self->stems[end - 1], 0);
      frame = NOUN_PHRASE;
    } else if (i < tokens.end_token && self->limits[i] & LIMIT_BE) {
      chunk = frame = BE;
    }
    memmove (chunks, chunks + 1, 2 * sizeof *chunks);
    memmove (frames, frames + 1, 2 * sizeof *frames);
    chunks[2] = chunk;
    frames[2] = frame;
    purport_wording_add (self, CHUNK_PAIR, chunks[1], chunks[2]);
    purport_wording_add (self, FRAME_PAIR, frames[1], frames[2]);
    if (chunks[0] != 0) {
      purport_wording_add (self, CHUNK_TRIPLE, purport_feature (CHUNK_PAIR, chunks[0], chunks[1]), chunks[2]);
      purport_wording_add (self, FRAME_TRIPLE, purport_feature (FRAME_PAIR, frames[0], frames[1]), frames[2]);
    }
    i = MAX (end, i + 1);
  }
}

/* Whether something is denied to be shown, and whether cause is spoken of: “did not prove that it is the cause”. */
static void
add_denial (PurportWording *self, PurportTokens tokens)
{
  gboolean denied = FALSE, denied_cause = FALSE, cause = FALSE, shown = FALSE;
  guint reach = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    if (self->limits[i] & LIMIT_NEGATES)
      reach = NEGATION_REACH;
    shown = shown || (self->limits[i] & LIMIT_SHOWS) != 0;
    denied = denied || (reach > 0 && self->limits[i] & LIMIT_SHOWS);
    cause = cause || (self->limits[i] & LIMIT_CAUSE) != 0;
    denied_cause = denied_cause || (denied && self->limits[i] & LIMIT_CAUSE);
    reach -= MIN (reach, 1);
  }
  purport_wording_add (self, DENIAL, (guint32)(denied + 2 * cause + 4 * denied_cause + 8 * shown), 0);
  if (denied && cause)
    purport_wording_add (self, DENIAL, 1, 1);
  if (denied_cause)
    purport_wording_add (self, DENIAL, 1, 2);
}

/* The first finite verb stands for the main clause. */
static void
add_shape (PurportWording *self, PurportTokens tokens)
{
  guint32 length = tokens.end_token - tokens.first_token;

  purport_wording_add (self, LENGTH, MIN (length / 7, 6), 0);
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    PurportTag tag = purport_draft_tag (self->draft, i);
    if (tag != PURPORT_TAG_VBD && tag != PURPORT_TAG_VBZ && tag != PURPORT_TAG_VBP && tag != PURPORT_TAG_MD)
      continue;
    purport_wording_add (self, MAIN_VERB, tag, 0);
    purport_wording_add (self, MAIN_VERB, self->stems[i], 1);
    if (i + 1 < tokens.end_token)
      purport_wording_add (self, MAIN_VERB, self->stems[i + 1], 2);
    break;
  }
}

/* What stands before a verb. */
typedef struct {
  guint32 modal; /* or "to" */
  gboolean negated;
  gboolean be;
} Auxiliaries;

static void
add_verb (PurportWording *self, guint32 token, Auxiliaries before, gboolean in_clause)
{
  PurportTag tag = purport_draft_tag (self->draft, token);
  guint32 voice = before.be && tag == PURPORT_TAG_VBN ? 1 : before.be && tag == PURPORT_TAG_VBG ? 2 : 3;

  purport_wording_add (self, VERB, self->stems[token], voice + (before.negated ? 4 : 0));
  purport_wording_add (self, VERB, self->stems[token], before.modal);
  if (in_clause)
    purport_wording_add (self, CLAUSE_VERB, self->stems[token], before.modal);
}

/* Verbs with what stands before them; the first behind "that" is what is found, said or believed. */
static void
add_verbs (PurportWording *self, PurportTokens tokens)
{
  Auxiliaries before = { 0 };
  gboolean that = FALSE;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    PurportTag tag = purport_draft_tag (self->draft, i);
    if (self->limits[i] & LIMIT_BE) {
      before.be = TRUE;
    } else if (tag == PURPORT_TAG_MD || tag == PURPORT_TAG_TO) {
      before.modal = self->words[i];
    } else if (self->limits[i] & LIMIT_NEGATES) {
      before.negated = TRUE;
    } else if (purport_tag_is_verb (tag)) {
      add_verb (self, i, before, that);
      that = FALSE;
    } else if (tag != PURPORT_TAG_RB) {
      before = (Auxiliaries){ 0, FALSE, before.be && tag == PURPORT_TAG_IN };
    }
    that = that || purport_draft_is (self->draft, i, "that");
  }
}

/* Adds what is seen of a run of words. O(tokens of the run, at most RUN_MAX). */
void
purport_wording_add_run (PurportWording *self, PurportTokens tokens)
{
  tokens.end_token = MIN (tokens.end_token, tokens.first_token + RUN_MAX);
  add_words (self, tokens);
  add_cues (self, tokens);
  add_chunks (self, tokens);
  add_denial (self, tokens);
  add_shape (self, tokens);
  add_verbs (self, tokens);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading: all that the engine found in an article, as plain values. The public format is written from it. */
#pragma once

#include "base/article.h"
#include "base/span-list.h"

G_BEGIN_DECLS

/* The index that stands for "none" wherever one item names another. */
#define PURPORT_NONE G_MAXUINT32

typedef enum {
  PURPORT_REPAIR_MISSING_SPACE,
  PURPORT_REPAIR_MISSING_BREAK,
  PURPORT_REPAIR_UNBALANCED_QUOTE,
  PURPORT_REPAIR_GLUED_WORDS,
  PURPORT_REPAIR_LETTER_CASE,
  PURPORT_REPAIR_ENCODING,
} PurportRepairKind;

typedef enum {
  PURPORT_NAME_PERSON,
  PURPORT_NAME_ORGANIZATION,
  PURPORT_NAME_PLACE,
  PURPORT_NAME_OTHER,
} PurportNameType;

typedef enum {
  PURPORT_SOURCE_PERSON,
  PURPORT_SOURCE_ORGANIZATION,
  PURPORT_SOURCE_DOCUMENT,
  PURPORT_SOURCE_GROUP,
} PurportSourceType;

typedef enum {
  PURPORT_INDEPENDENCE_UNKNOWN,
  PURPORT_INDEPENDENCE_AUTHOR,
  PURPORT_INDEPENDENCE_INDEPENDENT,
  PURPORT_INDEPENDENCE_INTERESTED,
} PurportIndependence;

typedef enum {
  PURPORT_MENTION_NAME,
  PURPORT_MENTION_NOMINAL,
  PURPORT_MENTION_PRONOUN,
} PurportMentionKind;

typedef enum {
  PURPORT_MODE_NONE, /* the article's own voice */
  PURPORT_MODE_DIRECT,
  PURPORT_MODE_INDIRECT,
  PURPORT_MODE_MIXED,
} PurportMode;

typedef enum {
  PURPORT_ACT_STATEMENT,
  PURPORT_ACT_FINDING,
  PURPORT_ACT_BELIEF,
  PURPORT_ACT_ATTITUDE,
} PurportAct;

typedef enum {
  PURPORT_CLAIM_CAUSAL,
  PURPORT_CLAIM_ASSOCIATION,
  PURPORT_CLAIM_STATISTIC,
  PURPORT_CLAIM_MECHANISM,
  PURPORT_CLAIM_FINDING,
  PURPORT_CLAIM_PREDICTION,
  PURPORT_CLAIM_RECOMMENDATION,
  PURPORT_CLAIM_EVALUATION,
  PURPORT_CLAIM_EXPERIENCE,
  PURPORT_CLAIM_DEFINITION,
} PurportClaimKind;

/* Of the relation that is stated: Sumner et al. 2014; Yu, Li and Wang 2019. */
typedef enum {
  PURPORT_STRENGTH_NONE,
  PURPORT_STRENGTH_NO_RELATION,
  PURPORT_STRENGTH_CORRELATIONAL,
  PURPORT_STRENGTH_CONDITIONAL,
  PURPORT_STRENGTH_CAUSAL,
} PurportStrength;

/* Of the wording, from the score of 1 to 6 of Pei and Jurgens 2021: tentative up to 3.5, firm from 5. */
typedef enum {
  PURPORT_CERTAINTY_FIRM,
  PURPORT_CERTAINTY_QUALIFIED,
  PURPORT_CERTAINTY_TENTATIVE,
} PurportCertainty;

typedef enum {
  PURPORT_ASPECT_NUMBER,
  PURPORT_ASPECT_EXTENT,
  PURPORT_ASPECT_PROBABILITY,
  PURPORT_ASPECT_FRAMING,
  PURPORT_ASPECT_SUGGESTION,
  PURPORT_ASPECT_CONDITION,
} PurportAspect;

/* Why a claim is marked; what shows a reason translates it. */
typedef enum {
  PURPORT_REASON_CAUSAL,
  PURPORT_REASON_ASSOCIATION,
  PURPORT_REASON_FIGURES,
  PURPORT_REASON_RECOMMENDATION,
  PURPORT_REASON_PREDICTION,
  PURPORT_REASON_NAMED_EXPERT,
  PURPORT_REASON_STUDY,
  PURPORT_REASON_IN_LEAD,
  PURPORT_REASON_REPEATED,
  PURPORT_REASON_DISPUTED,
  PURPORT_REASON_LIMITS,
  PURPORT_REASON_JUDGEMENT,
  PURPORT_REASON_EXPERIENCE,
  PURPORT_REASON_FINDING,
  PURPORT_REASON_ATTRIBUTED,
  PURPORT_N_REASONS,
} PurportReason;

typedef enum {
  PURPORT_COMPARISON_EQUAL,
  PURPORT_COMPARISON_MORE,
  PURPORT_COMPARISON_AT_LEAST,
  PURPORT_COMPARISON_LESS,
  PURPORT_COMPARISON_AT_MOST,
  PURPORT_COMPARISON_ABOUT,
} PurportComparison;

typedef enum {
  PURPORT_FIGURE_COUNT,
  PURPORT_FIGURE_PERCENTAGE,
  PURPORT_FIGURE_FRACTION,
  PURPORT_FIGURE_RATIO,
  PURPORT_FIGURE_MONEY,
  PURPORT_FIGURE_DURATION,
  PURPORT_FIGURE_MEASURE,
  PURPORT_FIGURE_AGE,
  PURPORT_FIGURE_RATE,
  PURPORT_FIGURE_RANGE,
  PURPORT_FIGURE_TIMES,
} PurportFigureKind;

typedef enum {
  PURPORT_CHANGE_NONE,
  PURPORT_CHANGE_RELATIVE,
  PURPORT_CHANGE_ABSOLUTE,
} PurportChangeKind;

typedef enum {
  PURPORT_EVIDENCE_STUDY,
  PURPORT_EVIDENCE_TRIAL,
  PURPORT_EVIDENCE_REVIEW,
  PURPORT_EVIDENCE_SURVEY,
  PURPORT_EVIDENCE_STATISTICS,
  PURPORT_EVIDENCE_JOURNAL,
  PURPORT_EVIDENCE_OBSERVATION,
  PURPORT_EVIDENCE_DOCUMENT,
  PURPORT_EVIDENCE_LINK,
} PurportEvidenceKind;

typedef enum {
  PURPORT_CAVEAT_NOT_CAUSAL,
  PURPORT_CAVEAT_SMALL_SAMPLE,
  PURPORT_CAVEAT_ANIMALS,
  PURPORT_CAVEAT_EARLY,
  PURPORT_CAVEAT_LIMITS,
  PURPORT_CAVEAT_CONFLICT,
  PURPORT_CAVEAT_DISAGREEMENT,
} PurportCaveatKind;

typedef enum {
  PURPORT_QUESTION_COSTS,
  PURPORT_QUESTION_BENEFITS,
  PURPORT_QUESTION_HARMS,
  PURPORT_QUESTION_EVIDENCE_QUALITY,
  PURPORT_QUESTION_SOURCES_CONFLICTS,
  PURPORT_QUESTION_ALTERNATIVES,
  PURPORT_QUESTION_AVAILABILITY,
  PURPORT_QUESTION_NOVELTY,
  PURPORT_QUESTION_OVERSELLING,
  PURPORT_QUESTION_PRESS_RELEASE,
} PurportQuestion;

typedef struct {
  PurportSpan span;
  PurportRepairKind kind;
} PurportRepair;

typedef struct {
  PurportSpan span;
  float importance; /* 0 to 1 */
  float certainty;  /* 1 to 6 */
  PurportStrength strength;
} PurportSentence;

typedef struct {
  PurportSpan span;
  PurportNameType type;
} PurportName;

typedef struct {
  PurportSpan span;
  PurportMentionKind kind;
} PurportMention;

typedef struct {
  PurportSourceType type;
  PurportIndependence independence;
  PurportSpan independence_words; /* empty: no words show it */
  gboolean expert;
  const char *name;     /* owned by the reading */
  GPtrArray *aliases;   /* (element-type utf8): owned by the reading */
  GArray *roles;        /* (element-type PurportSpan) */
  GArray *affiliations; /* (element-type PurportSpan) */
  GArray *mentions;     /* (element-type PurportMention) */
  GArray *claims;       /* (element-type guint32): indices of claims; set by purport_reading_finish() */
} PurportSource;

typedef struct {
  guint32 source; /* PURPORT_NONE: nobody could be found */
  PurportMode mode;
  PurportAct act;
  gboolean certain;
  PurportSpanList source_spans;
  PurportSpanList cue_spans;
  PurportSpanList content_spans;
} PurportAttribution;

typedef struct {
  PurportSpan span;
  PurportAspect aspect;
} PurportHedge;

typedef struct {
  guint32 claim; /* the claim that is opposed */
  PurportSpan words;
} PurportDispute;

#define PURPORT_CLAIM_MAX_KINDS 4

typedef struct {
  PurportSpan span;
  guint32 sentence;
  guint32 source;      /* PURPORT_NONE: the article's own voice */
  guint32 attribution; /* PURPORT_NONE: none */
  PurportMode mode;
  PurportStrength strength;
  guint n_kinds;
  PurportClaimKind kinds[PURPORT_CLAIM_MAX_KINDS]; /* the most telling one first */
  PurportCertainty certainty;
  float certainty_score; /* 1 to 6 */
  float importance;      /* 0 to 1 */
  guint32 reasons;       /* bit 1 << PurportReason for each reason */
  GArray *hedges;        /* (element-type PurportHedge) */
  GArray *figures;       /* (element-type guint32) */
  GArray *evidence;      /* (element-type guint32) */
  GArray *caveats;       /* (element-type guint32) */
  GArray *disputes;      /* (element-type PurportDispute) */
} PurportClaim;

typedef struct {
  PurportSpan span;   /* with approximator and unit */
  PurportSpan number; /* the numeric words alone */
  PurportSpan about;  /* empty: not known */
  guint32 sentence;
  double value; /* NAN: none, as for min and max */
  double min;
  double max;
  PurportComparison comparison;
  PurportFigureKind kind;
  const char *unit;           /* as written; nullable, owned by the reading, as the next two */
  const char *unit_canonical; /* nullable */
  const char *unit_base;      /* nullable */
  double value_base;          /* the same amounts in @unit_base; NAN where there is none */
  double min_base;
  double max_base;
  gboolean minor;
  PurportChangeKind change;
  gboolean change_up;
  guint32 change_baseline; /* a figure, or PURPORT_NONE */
} PurportFigure;

typedef struct {
  PurportSpan span;
  PurportEvidenceKind kind;
  guint32 source; /* the source that this evidence is, or PURPORT_NONE */
} PurportEvidence;

typedef struct {
  PurportSpan span;
  PurportCaveatKind kind;
} PurportCaveat;

typedef struct {
  PurportQuestion question;
  PurportSpan answer; /* empty: not found in the article */
} PurportCheck;

/**
 * PurportReading:
 * @article: the article that was read
 * @strings: owns every string of the reading
 *
 * A plain, reference counted value. Lists are in order of start (sources: of first mention) and items name each other
 * by index. It is written to until purport_reading_finish(), and never again: threads share it without locks.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  PurportArticle *article;
  GStringChunk *strings;
  GArray *nothing;      /* stands for all lists of claims that are empty */
  const char *language; /* ISO 639 code, or NULL: not known */
  GArray *repairs;      /* (element-type PurportRepair) */
  GArray *sentences;    /* (element-type PurportSentence) */
  GArray *names;        /* (element-type PurportName) */
  GArray *sources;      /* (element-type PurportSource) */
  GArray *attributions; /* (element-type PurportAttribution) */
  GArray *claims;       /* (element-type PurportClaim) */
  GArray *figures;      /* (element-type PurportFigure) */
  GArray *evidence;     /* (element-type PurportEvidence) */
  GArray *caveats;      /* (element-type PurportCaveat) */
  GArray *checklist;    /* (element-type PurportCheck) */
  guint32 main_claim;   /* PURPORT_NONE: none */
} PurportReading;

PurportReading *purport_reading_new (PurportArticle *article);
PurportReading *purport_reading_ref (PurportReading *reading);
void purport_reading_unref (PurportReading *reading);
PurportSource *purport_reading_add_source (PurportReading *reading, PurportSourceType type, const char *name);
PurportAttribution *purport_reading_add_attribution (PurportReading *reading, PurportMode mode, PurportAct act);
PurportClaim *purport_reading_add_claim (PurportReading *reading, PurportSpan span, guint32 sentence);
void purport_reading_list_append (GArray **list, gconstpointer item, guint item_size);
const char *purport_reading_intern (PurportReading *reading, const char *text, gssize n_bytes);
void purport_reading_finish (PurportReading *reading);

/* Appends the variable @item to @list, a list of a claim. */
#define purport_reading_list_add(list, item) purport_reading_list_append (&(list), &(item), sizeof (item))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportReading, purport_reading_unref)

G_END_DECLS

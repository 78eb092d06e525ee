/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and phrases that reading knows, by class, and where they stand in an article. */
#pragma once

#include "base/error.h"
#include "text/words.h"

G_BEGIN_DECLS

/* The classes of resources/lexicons/reading.tsv, in the order of class_names in lexicon.c. */
typedef enum {
  PURPORT_TERM_REPORT,         /* verb that reports; value: PurportAct */
  PURPORT_TERM_REPORT_PHRASE,  /* "according to" */
  PURPORT_TERM_SPEECH,         /* verb that may stand before its subject: "said X" */
  PURPORT_TERM_TITLE,          /* word before a person's name */
  PURPORT_TERM_HONORIFIC,      /* title that is no role */
  PURPORT_TERM_ROLE,           /* what a person is: "surgeon" */
  PURPORT_TERM_AUTHOR,         /* words that make someone an author of the study */
  PURPORT_TERM_INDEPENDENT,    /* words that set someone apart from the study */
  PURPORT_TERM_INTERESTED,     /* words that show an interest */
  PURPORT_TERM_GROUP,          /* people who speak together: "researchers" */
  PURPORT_TERM_COLLECTIVE,     /* body of people in the singular: "team" */
  PURPORT_TERM_DOCUMENT,       /* "study", "report" */
  PURPORT_TERM_ORG_HEAD,       /* head of an organization's name: "university" */
  PURPORT_TERM_JOURNAL,        /* scientific journal */
  PURPORT_TERM_PRESS,          /* newspaper, agency, broadcaster */
  PURPORT_TERM_HEDGE,          /* value: PurportAspect, weight: how much it takes from the certainty */
  PURPORT_TERM_CAUSAL,         /* says that one thing leads to another */
  PURPORT_TERM_ASSOCIATION,    /* says that two things go together */
  PURPORT_TERM_NO_RELATION,    /* says that they do not */
  PURPORT_TERM_CONDITIONAL,    /* makes a relation possible only */
  PURPORT_TERM_RECOMMENDATION, /* advice */
  PURPORT_TERM_PREDICTION,
  PURPORT_TERM_DEFINITION,
  PURPORT_TERM_MECHANISM,
  PURPORT_TERM_EXPERIENCE,
  PURPORT_TERM_EVALUATION,
  PURPORT_TERM_STATISTIC,
  PURPORT_TERM_FINDING,
  PURPORT_TERM_EVIDENCE, /* value: PurportEvidenceKind */
  PURPORT_TERM_CAVEAT,   /* value: PurportCaveatKind */
  PURPORT_TERM_OPPOSITION,
  PURPORT_TERM_NEGATION,
  PURPORT_TERM_CONNECTIVE,
  PURPORT_TERM_LAY, /* role without expertise: "patient" */
  PURPORT_TERM_WOMAN,
  PURPORT_TERM_MAN,
  PURPORT_TERM_HEALTH,   /* medicine and illness */
  PURPORT_TERM_QUESTION, /* answers a question of the checklist; value: PurportQuestion */
  PURPORT_N_TERM_CLASSES
} PurportTermClass;

/* A term of the lexicon that stands in the article. */
typedef struct {
  guint32 first_token;
  guint32 end_token;
  guint8 term_class; /* PurportTermClass */
  guint8 value;
  guint16 weight;
} PurportTerm;

typedef struct _PurportLexicon PurportLexicon;

/**
 * PurportTerms:
 * @hits: (element-type PurportTerm): by first token, longer ones first
 * @first_hit: for each token, and one more, the index of its first hit
 * @classes: for each token the set of classes (1 << class) of which a term begins there
 */
typedef struct {
  GArray *hits;
  guint32 *first_hit;
  guint64 *classes;
} PurportTerms;

PurportLexicon *purport_lexicon_new (PurportDataFunc lookup, gpointer user_data, GError **error);
void purport_lexicon_free (PurportLexicon *lexicon);

PurportTerms *purport_terms_new (const PurportLexicon *lexicon, const PurportWords *words);
void purport_terms_free (PurportTerms *terms);
const PurportTerm *purport_terms_get (const PurportTerms *terms, guint32 token, PurportTermClass term_class);

/* Returns: whether a term of that class begins at @token. O(1). */
static inline gboolean
purport_terms_has (const PurportTerms *terms, guint32 token, PurportTermClass term_class)
{
  return (terms->classes[token] & (G_GUINT64_CONSTANT (1) << term_class)) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportLexicon, purport_lexicon_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportTerms, purport_terms_free)

G_END_DECLS

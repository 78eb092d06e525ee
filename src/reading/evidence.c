/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence is a noun phrase that names a study, journal or data. */
#include "reading/evidence.h"

#include "reading/phrases.h"

/* What belongs to a phrase is followed so often: "a study of 40 people at the clinic". */
#define ADDITIONS_MAX 3

static gboolean
in_running_text (const PurportDraft *draft, guint32 sentence)
{
  PurportBlockKind kind = purport_draft_block_kind (draft, sentence);
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM;
}

static gboolean
is_one_of (const PurportDraft *draft, guint32 token, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (purport_draft_is (draft, token, words[i]))
      return TRUE;
  return FALSE;
}

/* "the study", "the new study", "it": evidence named before, that says nothing new about itself. */
static gboolean
is_bare_mention (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const determiners[] = { "the", "this", "these", "that", "those" };
  static const char *const empty[] = { "new", "latest", "same", "current", "present" };
  guint32 first = phrase->first_token;

  if (phrase->head_token == first)
    return TRUE;
  if (!is_one_of (draft, first, determiners, G_N_ELEMENTS (determiners)))
    return FALSE;
  return phrase->head_token == first + 1 ||
         (phrase->head_token == first + 2 && is_one_of (draft, first + 1, empty, G_N_ELEMENTS (empty)));
}

/* "more research", "other studies", "medical research", "her studies", "larger than previous studies": what is wished
 * for, a field, what is learned at school, what is compared with. */
static gboolean
is_no_evidence (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const words[] = { "more", "further", "few", "larger", "bigger", "specific", "future",
                                       "such", "her",     "his", "my",     "your",   "other",    "no" };
  static const char *const fields[] = { "medical", "scientific", "clinical" };

  if (purport_draft_is (draft, phrase->head_token, "work") ||
      (phrase->first_token > 0 && purport_draft_is (draft, phrase->first_token - 1, "than")))
    return TRUE;
  for (guint32 i = phrase->first_token; i < phrase->head_token; i++)
    if (is_one_of (draft, i, words, G_N_ELEMENTS (words)))
      return TRUE;
  if (purport_draft_is (draft, phrase->end_token + 1, "needed") ||
      purport_draft_is (draft, phrase->end_token + 1, "required"))
    return TRUE;
  return is_one_of (draft, phrase->first_token, fields, G_N_ELEMENTS (fields)) &&
         (purport_draft_is (draft, phrase->head_token, "research") ||
          purport_draft_is (draft, phrase->head_token, "statistics"));
}

/* The journal that is named in the phrase: "the journal X", or one that is known. */
static gboolean
names_journal (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_is (draft, i, "journal"))
      return TRUE;
  return FALSE;
}

/* Where a noun phrase begins that says more about evidence, from @token on: "of 40 people", ", published in the BMJ";
 * PURPORT_NONE: there is none. */
static guint32
find_addition (const PurportDraft *draft, guint32 token)
{
  static const char *const prepositions[] = { "of", "by", "from", "on", "with", "in", "at", "into" };
  static const char *const participles[] = { "published", "conducted", "reported",  "led",    "released",
                                             "involving", "compiled",  "presented", "carried" };
  guint32 at = token;

  if (purport_draft_is (draft, at, ","))
    at++;
  if (is_one_of (draft, at, participles, G_N_ELEMENTS (participles)))
    at += purport_draft_is (draft, at + 1, "out") ? 2 : 1;
  else if (at > token)
    return PURPORT_NONE;
  if (is_one_of (draft, at, prepositions, G_N_ELEMENTS (prepositions)))
    at++;
  else if (at == token)
    return PURPORT_NONE;
  return at < purport_draft_n_tokens (draft) && draft->phrase_of[at] != PURPORT_NONE ? at : PURPORT_NONE;
}

/* The end of the phrase with what belongs to it. */
static guint32
extend (const PurportDraft *draft, const PurportPhrase *phrase)
{
  guint32 end = phrase->end_token, sentence = draft->sentence_of[phrase->head_token];

  for (guint n = 0; n < ADDITIONS_MAX; n++) {
    guint32 at = find_addition (draft, end);
    if (at == PURPORT_NONE || draft->sentence_of[at] != sentence || draft->quote_of[at] != draft->quote_of[end - 1])
      break;
    end = purport_draft_phrase (draft, draft->phrase_of[at])->end_token;
  }
  return end;
}

/* A claim rests on what its own sentence names, and on the document that makes it. */
static void
link_evidence (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;
  g_autofree guint32 *first_of_source = g_new (guint32, reading->sources->len + 1);
  guint32 first = 0;

  for (guint32 i = 0; i < reading->sources->len; i++)
    first_of_source[i] = PURPORT_NONE;
  for (guint32 i = reading->evidence->len; i > 0; i--) {
    guint32 source = g_array_index (reading->evidence, PurportEvidence, i - 1).source;
    if (source != PURPORT_NONE)
      first_of_source[source] = i - 1;
  }
  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    PurportSpan sentence = g_array_index (reading->sentences, PurportSentence, claim->sentence).span;
    while (first < reading->evidence->len &&
           g_array_index (reading->evidence, PurportEvidence, first).span.end_byte <= sentence.start_byte)
      first++;
    for (guint32 j = first; j < reading->evidence->len; j++) {
      if (g_array_index (reading->evidence, PurportEvidence, j).span.start_byte >= sentence.end_byte)
        break;
      g_array_append_val (claim->evidence, j);
    }
    if (claim->evidence->len == 0 && claim->source != PURPORT_NONE && first_of_source[claim->source] != PURPORT_NONE)
      g_array_append_val (claim->evidence, first_of_source[claim->source]);
  }
}

/* Whether a phrase names evidence, and of which kind; @seen: the heads of the evidence so far. */
static gboolean
find_kind (const PurportDraft *draft, const PurportPhrase *phrase, GHashTable *seen, PurportEvidenceKind *kind)
{
  const PurportTerm *term = purport_terms_get (draft->terms, phrase->head_token, PURPORT_TERM_EVIDENCE);
  g_autofree char *head = NULL;
  gboolean journal = names_journal (draft, phrase), new_head;

  if ((term == NULL && !journal) || (!journal && is_no_evidence (draft, phrase)))
    return FALSE;
  *kind = term == NULL || (journal && term->value != PURPORT_EVIDENCE_STUDY) ? PURPORT_EVIDENCE_JOURNAL
                                                                             : (PurportEvidenceKind)term->value;
  head = g_ascii_strdown (purport_words_get_text (draft->words, phrase->head_token),
                          (gssize)purport_span_length (purport_draft_token (draft, phrase->head_token)->span));
  new_head = g_hash_table_size (seen) == 0;
  if (!new_head && is_bare_mention (draft, phrase) && extend (draft, phrase) == phrase->end_token)
    return FALSE;
  g_hash_table_add (seen, g_steal_pointer (&head));
  return TRUE;
}

/**
 * purport_evidence_find:
 * @draft: a draft whose reading has its sources and claims
 *
 * Adds the evidence and links it to the claims. O(phrases + claims × evidence of their sentence).
 */
void
purport_evidence_find (PurportDraft *draft)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 end_before = 0;

  for (guint32 i = 0; i < draft->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, i);
    PurportEvidence evidence = { .source = PURPORT_NONE };
    guint32 end = phrase->end_token;
    if (phrase->first_token < end_before || !in_running_text (draft, draft->sentence_of[phrase->head_token]) ||
        !find_kind (draft, phrase, seen, &evidence.kind))
      continue;
    if (evidence.kind != PURPORT_EVIDENCE_JOURNAL)
      end = extend (draft, phrase);
    end_before = end;
    evidence.span = purport_draft_span (draft, phrase->first_token, end);
    evidence.source = draft->source_of[i];
    g_array_append_val (draft->reading->evidence, evidence);
  }
  link_evidence (draft);
}

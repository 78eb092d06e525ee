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

static gboolean
is_month_or_day (const PurportDraft *draft, guint32 token)
{
  static const char *const words[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december",
                                       "spring",  "summer",   "autumn",    "winter",  "english",  NULL };
  return purport_draft_is_any (draft, token, words);
}

/* Whether a name that is none of a place or person stands behind words that only a publication has behind them:
 * "published in Soil & Health", "researchers reported in Soil & Health". */
static gboolean
stands_published_in (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const published[] = { "published", "writing", NULL };
  static const char *const reported[] = { "reported", "report", "wrote", "write", "described", NULL };
  guint32 first = phrase->first_token, name = draft->name_of[first];

  if (first < 3 || (purport_draft_token (draft, first)->flags & PURPORT_TOKEN_CAPITALIZED) == 0 ||
      purport_draft_tag (draft, first) == PURPORT_TAG_CD || is_month_or_day (draft, first))
    return FALSE;
  if (name != PURPORT_NONE) {
    const PurportProperName *named = &g_array_index (draft->names, PurportProperName, name);
    if (named->typed && (named->type == PURPORT_NAME_PLACE || named->type == PURPORT_NAME_PERSON))
      return FALSE;
  }
  return purport_draft_is_any (draft, first - 2, published) ||
         (purport_draft_is_any (draft, first - 2, reported) &&
          purport_draft_has (draft, first - 3, PURPORT_TERM_GROUP));
}

/* The journal that is named in the phrase: "the journal X", or one that is known and that something stands in. */
static gboolean
names_journal (const PurportDraft *draft, const PurportPhrase *phrase)
{
  gboolean in_it = phrase->first_token > 0 && purport_draft_is (draft, phrase->first_token - 1, "in");

  if (in_it && stands_published_in (draft, phrase))
    return TRUE;
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_is (draft, i, "journal") || (in_it && purport_draft_has (draft, i, PURPORT_TERM_JOURNAL)))
      return TRUE;
  return FALSE;
}

/* Where a noun phrase begins that says more about evidence, from @token on: "of 40 people", ", published in the BMJ";
 * PURPORT_NONE: there is none. */
static guint32
find_addition (const PurportDraft *draft, guint32 token)
{
  static const char *const prepositions[] = { "of", "by", "from", "on", "with", "in", "at", "for" };
  static const char *const amounts[] = {
    "more", "fewer", "less", "about", "almost", "nearly", "around", "over", "some"
  };
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
  if (is_one_of (draft, at, amounts, G_N_ELEMENTS (amounts))) /* "data from more than 40 clinics" */
    at += purport_draft_is (draft, at + 1, "than") ? 2 : 1;
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

/* The end of a journal's name, of which the phrase may hold only a part: "the journal Annals of Metabolism". */
static guint32
extend_journal (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const joints[] = { "of", "and", "&", "for", "in" };
  guint32 end = phrase->end_token;

  for (;;) {
    guint32 at = end + (is_one_of (draft, end, joints, G_N_ELEMENTS (joints)) ? 1 : 0);
    if (at >= purport_draft_n_tokens (draft) || draft->sentence_of[at] != draft->sentence_of[phrase->head_token] ||
        draft->phrase_of[at] == PURPORT_NONE ||
        (purport_draft_token (draft, at)->flags & PURPORT_TOKEN_CAPITALIZED) == 0)
      return end;
    end = purport_draft_phrase (draft, draft->phrase_of[at])->end_token;
  }
}

/* Whether those who make the claim have done the study that the article is about. */
static gboolean
made_by_authors (const PurportReading *reading, const PurportClaim *claim)
{
  return claim->source != PURPORT_NONE &&
         g_array_index (reading->sources, PurportSource, claim->source).independence == PURPORT_INDEPENDENCE_AUTHOR;
}

static gboolean
is_study (PurportEvidenceKind kind)
{
  return kind == PURPORT_EVIDENCE_STUDY || kind == PURPORT_EVIDENCE_TRIAL || kind == PURPORT_EVIDENCE_REVIEW ||
         kind == PURPORT_EVIDENCE_SURVEY;
}

/* A claim rests on what its own sentence names, on the document that makes it, and what authors claim on their study,
 * named last before. */
static void
link_evidence (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;
  g_autofree guint32 *first_of_source = g_new (guint32, reading->sources->len + 1);
  guint32 first = 0, study = PURPORT_NONE;

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
           g_array_index (reading->evidence, PurportEvidence, first).span.end_byte <= sentence.start_byte) {
      study = is_study (g_array_index (reading->evidence, PurportEvidence, first).kind) ? first : study;
      first++;
    }
    for (guint32 j = first; j < reading->evidence->len; j++) {
      if (g_array_index (reading->evidence, PurportEvidence, j).span.start_byte >= sentence.end_byte)
        break;
      purport_reading_list_add (claim->evidence, j);
    }
    if (claim->evidence->len == 0 && claim->source != PURPORT_NONE && first_of_source[claim->source] != PURPORT_NONE)
      purport_reading_list_add (claim->evidence, first_of_source[claim->source]);
    else if (claim->evidence->len == 0 && study != PURPORT_NONE && made_by_authors (reading, claim))
      purport_reading_list_add (claim->evidence, study);
  }
}

/* Where the phrase begins with the participle before it that the phrase itself does not hold: "recently published
 * studies". */
static guint32
extend_back (const PurportDraft *draft, const PurportPhrase *phrase)
{
  guint32 start = phrase->first_token, sentence = purport_draft_sentence_of (draft, start)->first_token;

  if (start == sentence || purport_draft_tag (draft, start - 1) != PURPORT_TAG_VBN)
    return start;
  start--;
  if (start > sentence && purport_draft_tag (draft, start - 1) == PURPORT_TAG_RB)
    start--;
  return start > sentence && purport_tag_is_verb (purport_draft_tag (draft, start - 1)) ? phrase->first_token : start;
}

static gint
compare_evidence (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const PurportEvidence *)a)->span.start_byte, second = ((const PurportEvidence *)b)->span.start_byte;
  return first < second ? -1 : first > second;
}

/* A link in the running text shows where its sentence comes from; its words are evidence where none is there yet. What
 * is all link is not text: it leads to another article. */
static void
add_links (PurportDraft *draft)
{
  const GArray *links = draft->words->article->links;
  GArray *evidence = draft->reading->evidence;
  guint next = 0, n_named = evidence->len;

  for (guint i = 0; i < links->len; i++) {
    PurportEvidence link = { .span = g_array_index (links, PurportLink, i).span,
                             .kind = PURPORT_EVIDENCE_LINK,
                             .source = PURPORT_NONE };
    PurportTokens tokens = purport_draft_tokens_at (draft, link.span);
    const PurportTextSentence *sentence;
    if (tokens.first_token >= tokens.end_token || !in_running_text (draft, draft->sentence_of[tokens.first_token]))
      continue;
    sentence = purport_draft_sentence_of (draft, tokens.first_token);
    while (next < n_named && g_array_index (evidence, PurportEvidence, next).span.end_byte <= link.span.start_byte)
      next++;
    if ((next < n_named &&
         purport_span_overlap (g_array_index (evidence, PurportEvidence, next).span, link.span) > 0) ||
        (tokens.first_token == sentence->first_token && tokens.end_token >= sentence->end_token))
      continue;
    g_array_append_val (evidence, link);
  }
  g_array_sort (evidence, compare_evidence);
}

/* The noun that tells what the phrase is: the phrase may hold a participle with what belongs to it, "a trial involving
 * 900 patients". */
static guint32
find_head (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->head_token; i++)
    if (purport_draft_is (draft, i + 1, "involving"))
      return i;
  return phrase->head_token;
}

/* Whether a phrase names evidence, and of which kind; @seen: the heads of the evidence so far. */
static gboolean
find_kind (const PurportDraft *draft, const PurportPhrase *phrase, GHashTable *seen, PurportEvidenceKind *kind)
{
  guint32 head_token = find_head (draft, phrase);
  const PurportTerm *term = purport_terms_get (draft->terms, head_token, PURPORT_TERM_EVIDENCE);
  g_autofree char *head = NULL;
  gboolean journal = names_journal (draft, phrase), alone;

  if ((term == NULL && !journal) || (!journal && is_no_evidence (draft, phrase)))
    return FALSE;
  *kind = term == NULL || (journal && term->value != PURPORT_EVIDENCE_STUDY) ? PURPORT_EVIDENCE_JOURNAL
                                                                             : (PurportEvidenceKind)term->value;
  head = g_ascii_strdown (purport_words_get_text (draft->words, head_token),
                          (gssize)purport_span_length (purport_draft_token (draft, head_token)->span));
  alone = !journal && extend (draft, phrase) == phrase->end_token;
  if (alone && extend_back (draft, phrase) == phrase->first_token && is_bare_mention (draft, phrase) &&
      (g_hash_table_size (seen) > 0 || phrase->head_token == phrase->first_token))
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
    end = evidence.kind != PURPORT_EVIDENCE_JOURNAL ? extend (draft, phrase) : extend_journal (draft, phrase);
    end_before = end;
    evidence.span = purport_draft_span (draft, extend_back (draft, phrase), end);
    evidence.source = draft->source_of[i];
    g_array_append_val (draft->reading->evidence, evidence);
  }
  add_links (draft);
  link_evidence (draft);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes sources of the entities that speak, and attributions of the utterances. */
#include "reading/sources.h"

#include <string.h>

#include "reading/descriptions.h"
#include "reading/entities.h"
#include "reading/independence.h"
#include "reading/phrases.h"
#include "reading/proper-names.h"

/* At most so many people speak together. */
#define LIST_LIMIT 6

/* A sentence of as many tokens with fewer than two marks runs on. */
#define RUN_ON 60

typedef struct {
  PurportDraft *draft;
  const GArray *utterances;
  PurportEntities *entities;
  guint32 *speaker_of; /* for each utterance its entity, or PURPORT_NONE */
  gboolean *guessed;   /* for each utterance whether that is a guess */
  guint32 *source_of;  /* for each entity its source, or PURPORT_NONE */
  guint32 counted;     /* the first token of the sentence that was last looked at for marks, or PURPORT_NONE */
  gboolean runs_on;    /* whether that one does */
} Maker;

static PurportMentionKind
mention_kind (const PurportPhrase *phrase)
{
  switch (phrase->type) {
  case PURPORT_PHRASE_PERSON:
  case PURPORT_PHRASE_ORGANIZATION:
  case PURPORT_PHRASE_NAME:
    return PURPORT_MENTION_NAME;
  case PURPORT_PHRASE_PRONOUN:
    return PURPORT_MENTION_PRONOUN;
  case PURPORT_PHRASE_ROLE:
  case PURPORT_PHRASE_GROUP:
  case PURPORT_PHRASE_DOCUMENT:
  case PURPORT_PHRASE_OTHER:
  default:
    return PURPORT_MENTION_NOMINAL;
  }
}

/* The name as a list would show it: a noun without its determiner. */
static char *
dup_name (const PurportDraft *draft, PurportTokens name)
{
  while (name.first_token + 1 < name.end_token && (purport_draft_tag (draft, name.first_token) == PURPORT_TAG_DT ||
                                                   purport_draft_tag (draft, name.first_token) == PURPORT_TAG_PRPS))
    name.first_token++;
  return purport_draft_dup_text (draft, name.first_token, name.end_token);
}

static void
add_alias (PurportReading *reading, PurportSource *source, const char *alias)
{
  const char *shared;

  if (g_str_equal (alias, source->name))
    return;
  shared = purport_reading_intern (reading, alias, -1);
  if (!g_ptr_array_find (source->aliases, shared, NULL))
    g_ptr_array_add (source->aliases, (gpointer)shared);
}

static void
add_mentions (Maker *maker, const PurportEntity *entity, PurportSource *source)
{
  const PurportDraft *draft = maker->draft;

  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    PurportMention mention = { .kind = mention_kind (phrase) };
    gboolean name = mention.kind == PURPORT_MENTION_NAME;
    PurportTokens tokens = name ? (PurportTokens){ phrase->name_first_token, phrase->name_end_token }
                                : (PurportTokens){ phrase->first_token, phrase->end_token };
    g_autofree char *alias = dup_name (draft, tokens);
    mention.span = purport_draft_span (draft, tokens.first_token, tokens.end_token);
    g_array_append_val (source->mentions, mention);
    if (mention.kind != PURPORT_MENTION_PRONOUN && (name || !entity->named))
      add_alias (draft->reading, source, alias);
  }
}

static void
add_source (Maker *maker, guint32 index)
{
  const PurportEntity *entity = purport_entities_get (maker->entities, index);
  g_autofree char *name = dup_name (maker->draft, entity->name);
  PurportSource *source = purport_reading_add_source (maker->draft->reading, entity->type, name);

  maker->source_of[index] = maker->draft->reading->sources->len - 1;
  add_mentions (maker, entity, source);
  purport_descriptions_read (maker->draft, maker->entities, entity, source);
}

/* "Couples can find out", "fathers could expect": what people may do is not what they say. */
static gboolean
is_mere_possibility (const PurportDraft *draft, const PurportUtterance *utterance, const PurportEntity *entity)
{
  if (entity->named || (entity->type != PURPORT_SOURCE_GROUP && entity->type != PURPORT_SOURCE_PERSON))
    return FALSE;
  for (guint32 i = utterance->cue.first_token; i < utterance->cue.end_token; i++)
    if (purport_draft_tag (draft, i) == PURPORT_TAG_MD)
      return TRUE;
  return FALSE;
}

/* The phrase joined to @index by "and" or a comma, before (@step -1) or behind it (1). *and: whether by "and". */
static guint32
coordinated_phrase (const PurportDraft *draft, guint32 index, int step, gboolean *and)
{
  guint32 other = step < 0 ? index - 1 : index + 1, between, end;
  const PurportPhrase *phrase;
  const PurportProperName *name;

  if ((step < 0 && index == 0) || other >= draft->phrases->len)
    return PURPORT_NONE;
  phrase = purport_draft_phrase (draft, other);
  /* "Malaysia and Indonesia": lands are no speakers for standing beside one */
  name = purport_draft_name_at (draft, phrase->name_first_token);
  if (name != NULL && name->type == PURPORT_NAME_PLACE)
    return PURPORT_NONE;
  between = step < 0 ? phrase->end_token : purport_draft_phrase (draft, index)->end_token;
  end = step < 0 ? purport_draft_phrase (draft, index)->first_token : phrase->first_token;
  if (end <= between || end - between > 2 || draft->sentence_of[between] != draft->sentence_of[end] ||
      draft->quote_of[between] != draft->quote_of[end] ||
      (phrase->type != PURPORT_PHRASE_PERSON && phrase->type != PURPORT_PHRASE_ORGANIZATION))
    return PURPORT_NONE;
  *and = purport_draft_is (draft, end - 1, "and");
  return (purport_draft_is (draft, between, ",") || end - between == 1) &&
                 (*and || purport_draft_is (draft, end - 1, ","))
             ? other
             : PURPORT_NONE;
}

/* Those joined to a phrase on one side, into @list. Returns: whether an "and" is among what joins them. */
static gboolean
collect_coordinated (const PurportDraft *draft, guint32 phrase, int step, GArray *list)
{
  gboolean and = FALSE, any = FALSE;
  guint32 at = phrase;

  for (guint n = 0; n < LIST_LIMIT && (at = coordinated_phrase (draft, at, step, &and)) != PURPORT_NONE; n++) {
    any = any || and;
    g_array_append_val (list, at);
    /* behind "and" stands the last of a list */
    if (step > 0 && and)
      break;
  }
  return any;
}

/* "The X Agency, the Y Society and Smith have said": the first of them stands for all. */
static guint32
first_of_list (const PurportDraft *draft, guint32 phrase)
{
  g_autoptr (GArray) list = NULL;
  gboolean before, behind;
  guint n_before;

  if (phrase == PURPORT_NONE || phrase == 0 ||
      purport_draft_phrase (draft, phrase)->end_token == purport_draft_n_tokens (draft))
    return phrase;
  list = g_array_new (FALSE, FALSE, sizeof (guint32));
  before = collect_coordinated (draft, phrase, -1, list);
  n_before = list->len;
  behind = collect_coordinated (draft, phrase, 1, list);
  return n_before > 0 && (before || behind) ? g_array_index (list, guint32, n_before - 1) : phrase;
}

static void
find_speakers (Maker *maker)
{
  for (guint i = 0; i < maker->utterances->len; i++) {
    const PurportUtterance *utterance = &g_array_index (maker->utterances, PurportUtterance, i);
    guint32 phrase;
    if (utterance->same_as != PURPORT_NONE) {
      maker->speaker_of[i] = maker->speaker_of[utterance->same_as];
      maker->guessed[i] = maker->guessed[utterance->same_as];
      continue;
    }
    phrase = first_of_list (maker->draft, purport_entities_speaking_phrase (maker->draft, utterance));
    maker->speaker_of[i] = phrase == PURPORT_NONE ? PURPORT_NONE : maker->entities->entity_of[phrase];
    maker->guessed[i] = phrase == PURPORT_NONE || maker->entities->unsure[phrase];
    if (maker->speaker_of[i] != PURPORT_NONE &&
        is_mere_possibility (maker->draft, utterance, purport_entities_get (maker->entities, maker->speaker_of[i])))
      maker->speaker_of[i] = PURPORT_NONE;
  }
}

/* "The X Agency, the Y Society and Smith have said": all of them are sources, whoever of them the words are given to. A
 * comma alone would set off an apposition. */
static void
mark_coordinated (const Maker *maker, guint32 phrase, gboolean *speaks)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean before = collect_coordinated (maker->draft, phrase, -1, list);
  guint n_before = list->len;
  gboolean behind = collect_coordinated (maker->draft, phrase, 1, list);

  for (guint i = 0; i < list->len; i++) {
    guint32 entity = maker->entities->entity_of[g_array_index (list, guint32, i)];
    if (entity != PURPORT_NONE && (behind || (before && i < n_before)))
      speaks[entity] = TRUE;
  }
  if (list->len > 0 && maker->entities->entity_of[phrase] != PURPORT_NONE)
    speaks[maker->entities->entity_of[phrase]] = TRUE;
}

static void
add_span (const PurportDraft *draft, PurportSpanList *spans, PurportTokens tokens)
{
  PurportSpan span = purport_draft_span (draft, tokens.first_token, tokens.end_token);
  if (!purport_span_is_empty (span))
    purport_span_list_append (spans, span);
}

static PurportAct
act_of (const PurportUtterance *utterance, const PurportEntities *entities, guint32 speaker)
{
  if (speaker != PURPORT_NONE && utterance->act == PURPORT_ACT_STATEMENT &&
      purport_entities_get (entities, speaker)->type == PURPORT_SOURCE_DOCUMENT)
    return PURPORT_ACT_FINDING;
  return utterance->act;
}

/* Whether the words run on without marks, as in a transcript: where what is said ends is then anybody's guess. What is
 * said in one sentence comes in a row, so that its marks are counted once. */
static gboolean
runs_on (Maker *maker, guint32 token)
{
  const PurportTextSentence *sentence = purport_draft_sentence_of (maker->draft, token);
  guint32 n_tokens = sentence->end_token - sentence->first_token, n_marks = 0;

  if (n_tokens < RUN_ON)
    return FALSE;
  if (maker->counted != sentence->first_token) {
    for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
      n_marks += (purport_draft_token (maker->draft, i)->flags & PURPORT_TOKEN_PUNCTUATION) != 0;
    maker->counted = sentence->first_token;
    maker->runs_on = n_marks * (RUN_ON / 2) < n_tokens;
  }
  return maker->runs_on;
}

static void
add_attribution (Maker *maker, guint index)
{
  const PurportUtterance *utterance = &g_array_index (maker->utterances, PurportUtterance, index);
  guint32 speaker = maker->speaker_of[index];
  PurportAttribution *attribution = purport_reading_add_attribution (maker->draft->reading, utterance->mode,
                                                                     act_of (utterance, maker->entities, speaker));

  attribution->source = speaker == PURPORT_NONE ? PURPORT_NONE : maker->source_of[speaker];
  attribution->certain = utterance->certain && !maker->guessed[index] && attribution->source != PURPORT_NONE &&
                         utterance->n_contents > 0 && !runs_on (maker, utterance->contents[0].first_token);
  add_span (maker->draft, &attribution->source_spans, utterance->source);
  add_span (maker->draft, &attribution->cue_spans, utterance->cue);
  for (guint i = 0; i < utterance->n_contents; i++)
    add_span (maker->draft, &attribution->content_spans, utterance->contents[i]);
  purport_span_list_sort (&attribution->content_spans);
}

static guint32
attribution_start (const PurportAttribution *attribution)
{
  guint32 start = G_MAXUINT32;
  const PurportSpanList *lists[] = { &attribution->source_spans, &attribution->cue_spans, &attribution->content_spans };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      start = MIN (start, purport_span_list_get (lists[i], j).start_byte);
  return start;
}

static gint
compare_attributions (gconstpointer a, gconstpointer b)
{
  guint32 first = attribution_start (a), second = attribution_start (b);
  return first < second ? -1 : first > second;
}

/**
 * purport_sources_find:
 * @draft: a draft with phrases
 * @utterances: (element-type PurportUtterance): what is said
 *
 * Adds the sources and attributions to the reading, and tells the draft which phrase is which source.
 * O(phrases + utterances × log utterances).
 */
void
purport_sources_find (PurportDraft *draft, const GArray *utterances)
{
  g_autoptr (PurportEntities) entities = purport_entities_new (draft, utterances);
  Maker maker = { .draft = draft, .utterances = utterances, .entities = entities, .counted = PURPORT_NONE };
  g_autofree gboolean *speaks = g_new0 (gboolean, entities->list->len + 1);
  g_autofree guint32 *speaker_of = g_new (guint32, utterances->len + 1);
  g_autofree guint32 *source_of = g_new (guint32, entities->list->len + 1);
  g_autofree gboolean *guessed = g_new0 (gboolean, utterances->len + 1);
  g_autoptr (GArray) institutions = g_array_new (FALSE, FALSE, sizeof (PurportSpan));

  maker.speaker_of = speaker_of;
  maker.source_of = source_of;
  maker.guessed = guessed;
  find_speakers (&maker);
  for (guint i = 0; i < utterances->len; i++) {
    const PurportUtterance *utterance = &g_array_index (utterances, PurportUtterance, i);
    if (speaker_of[i] == PURPORT_NONE || utterance->act == PURPORT_ACT_ATTITUDE)
      continue;
    speaks[speaker_of[i]] = TRUE;
    if (utterance->same_as == PURPORT_NONE)
      mark_coordinated (&maker, purport_entities_speaking_phrase (draft, utterance), speaks);
  }
  for (guint32 i = 0; i < entities->list->len; i++) {
    const PurportEntity *entity = purport_entities_get (entities, i);
    source_of[i] = PURPORT_NONE;
    if (speaks[i] || purport_descriptions_presents (draft, entity))
      add_source (&maker, i);
    else if (entity->of_study)
      purport_descriptions_collect_institutions (draft, entities, entity, institutions);
  }
  for (guint32 i = 0; i < draft->phrases->len; i++)
    draft->source_of[i] = entities->entity_of[i] == PURPORT_NONE ? PURPORT_NONE : source_of[entities->entity_of[i]];
  for (guint i = 0; i < utterances->len; i++)
    add_attribution (&maker, i);
  g_array_sort (draft->reading->attributions, compare_attributions);
  purport_independence_settle (draft, institutions);
}

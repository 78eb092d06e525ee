/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim of a reading as an object: an index and a reference to what it points into. */
#include "model/claim-item.h"

#include <string.h>

#include "base/claim-limit.h"

/* A row shows at most this many bytes of the sentence before and after the claim, and of the claim itself. */
#define EXCERPT_SIDE_BYTES 300u
#define EXCERPT_CLAIM_BYTES 800u

struct _PurportClaimItem {
  GObject parent_instance;
  PurportReadingContext *context;
  guint32 index;
};

G_DEFINE_FINAL_TYPE (PurportClaimItem, purport_claim_item, G_TYPE_OBJECT)

static const PurportClaim *
get_claim (PurportClaimItem *self)
{
  return purport_reading_context_get_claim (self->context, self->index);
}

static const PurportAttribution *
get_attribution (PurportClaimItem *self)
{
  guint32 attribution = get_claim (self)->attribution;

  if (attribution == PURPORT_NONE)
    return NULL;
  return &g_array_index (self->context->reading->attributions, PurportAttribution, attribution);
}

static void
purport_claim_item_dispose (GObject *object)
{
  g_clear_pointer (&PURPORT_CLAIM_ITEM (object)->context, purport_reading_context_unref);
  G_OBJECT_CLASS (purport_claim_item_parent_class)->dispose (object);
}

static void
purport_claim_item_class_init (PurportClaimItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_claim_item_dispose;
}

static void
purport_claim_item_init (PurportClaimItem *self)
{
}

/* Returns: (transfer full): the claim @index of the reading. */
gpointer
purport_claim_item_new (PurportReadingContext *context, guint32 index)
{
  PurportClaimItem *self = g_object_new (PURPORT_TYPE_CLAIM_ITEM, NULL);

  self->context = purport_reading_context_ref (context);
  self->index = index;
  return self;
}

/* Returns: (transfer full): an empty list of claims. */
PurportItemList *
purport_claim_list_new (void)
{
  return purport_item_list_new (PURPORT_TYPE_CLAIM_ITEM, purport_claim_item_new);
}

guint
purport_claim_item_get_index (PurportClaimItem *self)
{
  return self->index;
}

/* Returns: the claim's first code point. */
guint
purport_claim_item_get_start (PurportClaimItem *self)
{
  return purport_reading_context_to_code_point (self->context, get_claim (self)->span.start_byte);
}

/* Returns: one past the claim's last code point. */
guint
purport_claim_item_get_end (PurportClaimItem *self)
{
  return purport_reading_context_to_code_point (self->context, get_claim (self)->span.end_byte);
}

/* Returns: (transfer full): the claim's words. */
char *
purport_claim_item_dup_text (PurportClaimItem *self)
{
  return purport_reading_context_dup_text (self->context, get_claim (self)->span);
}

static PurportSpan
get_sentence_span (PurportClaimItem *self)
{
  const PurportClaim *claim = get_claim (self);
  const GArray *sentences = self->context->reading->sentences;
  PurportSpan span = claim->span;

  if (claim->sentence < sentences->len) {
    PurportSpan sentence = g_array_index (sentences, PurportSentence, claim->sentence).span;
    span.start_byte = MIN (span.start_byte, sentence.start_byte);
    span.end_byte = MAX (span.end_byte, sentence.end_byte);
  }
  return span;
}

/* Appends one line's worth of @span: every white space character becomes one space. */
static void
append_line (GString *out, const char *text, PurportSpan span)
{
  const char *end = text + span.end_byte;

  for (const char *p = text + span.start_byte; p < end; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    if (!g_unichar_isspace (character) && !g_unichar_iscntrl (character))
      g_string_append_unichar (out, character);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
}

static guint32
at_code_point (const char *text, guint32 byte)
{
  while (byte > 0 && ((guchar)text[byte] & 0xC0) == 0x80)
    byte--;
  return byte;
}

/**
 * purport_claim_item_dup_excerpt:
 * @start_byte: (out): where the claim begins in the returned text
 * @end_byte: (out): where it ends
 *
 * The claim's sentence on one line, with nothing reworded; the far ends of a very long one give way to "…".
 *
 * Returns: (transfer full): the sentence
 */
char *
purport_claim_item_dup_excerpt (PurportClaimItem *self, guint *start_byte, guint *end_byte)
{
  const char *text = self->context->reading->article->text;
  PurportSpan claim = get_claim (self)->span, sentence = get_sentence_span (self), shown = claim;
  guint32 from = sentence.start_byte, to = sentence.end_byte;
  g_autoptr (GString) out = g_string_new (NULL);

  if (claim.start_byte - from > EXCERPT_SIDE_BYTES)
    from = at_code_point (text, claim.start_byte - EXCERPT_SIDE_BYTES);
  if (to - claim.end_byte > EXCERPT_SIDE_BYTES)
    to = at_code_point (text, claim.end_byte + EXCERPT_SIDE_BYTES);
  if (purport_span_length (claim) > EXCERPT_CLAIM_BYTES)
    shown.end_byte = to = at_code_point (text, claim.start_byte + EXCERPT_CLAIM_BYTES);
  if (from > sentence.start_byte)
    g_string_append (out, "…");
  append_line (out, text, purport_span (from, shown.start_byte));
  *start_byte = (guint)out->len;
  append_line (out, text, shown);
  *end_byte = (guint)out->len;
  append_line (out, text, purport_span (shown.end_byte, to));
  if (to < sentence.end_byte)
    g_string_append (out, "…");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: the index of the source, or %PURPORT_NONE: the article's own voice. */
guint32
purport_claim_item_get_source (PurportClaimItem *self)
{
  return get_claim (self)->source;
}

/* Returns: (transfer none) (nullable): the speaker's name; %NULL: the article's own voice, or nobody could be found. */
const char *
purport_claim_item_get_speaker (PurportClaimItem *self)
{
  guint32 source = get_claim (self)->source;

  if (source == PURPORT_NONE)
    return NULL;
  return g_array_index (self->context->reading->sources, PurportSource, source).name;
}

/* Returns: whether somebody says it, even where nobody could be found who does. */
gboolean
purport_claim_item_get_has_attribution (PurportClaimItem *self)
{
  return get_claim (self)->attribution != PURPORT_NONE;
}

/* Returns: whether it is certain who says it. */
gboolean
purport_claim_item_get_attribution_certain (PurportClaimItem *self)
{
  const PurportAttribution *attribution = get_attribution (self);
  return attribution == NULL || attribution->certain;
}

static void
add_spans (GPtrArray *passages, const PurportReadingContext *context, const PurportSpanList *spans)
{
  for (guint i = 0; i < spans->len; i++)
    g_ptr_array_add (passages, purport_passage_new (context, purport_span_list_get (spans, i), 0, PURPORT_NONE));
}

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const PurportPassage *left = *(PurportPassage *const *)a, *right = *(PurportPassage *const *)b;
  return left->start < right->start ? -1 : left->start > right->start;
}

/* Returns: (transfer full) (element-type PurportPassage): the words that name the speaker and the words that say so. */
GPtrArray *
purport_claim_item_dup_attribution_words (PurportClaimItem *self)
{
  const PurportAttribution *attribution = get_attribution (self);
  GPtrArray *passages = purport_passages_new ();

  if (attribution != NULL) {
    add_spans (passages, self->context, &attribution->source_spans);
    add_spans (passages, self->context, &attribution->cue_spans);
    g_ptr_array_sort (passages, compare_passages);
  }
  return passages;
}

PurportCertainty
purport_claim_item_get_certainty (PurportClaimItem *self)
{
  return get_claim (self)->certainty;
}

PurportStrength
purport_claim_item_get_strength (PurportClaimItem *self)
{
  return get_claim (self)->strength;
}

/* Returns: (transfer full) (element-type PurportPassage): the hedging words; the kind is a #PurportAspect. */
GPtrArray *
purport_claim_item_dup_hedges (PurportClaimItem *self)
{
  const GArray *hedges = get_claim (self)->hedges;
  GPtrArray *passages = purport_passages_new ();

  for (guint i = 0; i < hedges->len; i++) {
    const PurportHedge *hedge = &g_array_index (hedges, PurportHedge, i);
    g_ptr_array_add (passages, purport_passage_new (self->context, hedge->span, (int)hedge->aspect, PURPORT_NONE));
  }
  return passages;
}

gboolean
purport_claim_item_get_has_evidence (PurportClaimItem *self)
{
  return get_claim (self)->evidence->len > 0;
}

gboolean
purport_claim_item_get_has_figures (PurportClaimItem *self)
{
  return get_claim (self)->figures->len > 0;
}

/* Returns: (transfer full) (element-type PurportPassage): the evidence; the kind is a #PurportEvidenceKind. */
GPtrArray *
purport_claim_item_dup_evidence (PurportClaimItem *self)
{
  const PurportReading *reading = self->context->reading;
  const GArray *indices = get_claim (self)->evidence;
  GPtrArray *passages = purport_passages_new ();

  for (guint i = 0; i < indices->len; i++) {
    const PurportEvidence *evidence =
        &g_array_index (reading->evidence, PurportEvidence, g_array_index (indices, guint32, i));
    g_ptr_array_add (passages,
                     purport_passage_new (self->context, evidence->span, (int)evidence->kind, evidence->source));
  }
  return passages;
}

/* Returns: (transfer full) (element-type PurportPassage): what limits it, without what says no more than it does
 *   itself; the kind is a #PurportCaveatKind. */
GPtrArray *
purport_claim_item_dup_caveats (PurportClaimItem *self)
{
  const PurportReading *reading = self->context->reading;
  const GArray *indices = get_claim (self)->caveats;
  GPtrArray *passages = purport_passages_new ();

  for (guint i = 0; i < indices->len; i++) {
    const PurportCaveat *caveat = &g_array_index (reading->caveats, PurportCaveat, g_array_index (indices, guint32, i));
    if (purport_claim_limit_is_other (reading, get_claim (self), caveat))
      g_ptr_array_add (passages, purport_passage_new (self->context, caveat->span, (int)caveat->kind, PURPORT_NONE));
  }
  return passages;
}

/* Returns: (transfer full) (element-type PurportPassage): its figures; `other` is the figure's index. */
GPtrArray *
purport_claim_item_dup_figures (PurportClaimItem *self)
{
  const PurportReading *reading = self->context->reading;
  const GArray *indices = get_claim (self)->figures;
  GPtrArray *passages = purport_passages_new ();

  for (guint i = 0; i < indices->len; i++) {
    guint32 index = g_array_index (indices, guint32, i);
    const PurportFigure *figure = &g_array_index (reading->figures, PurportFigure, index);
    g_ptr_array_add (passages, purport_passage_new (self->context, figure->span, (int)figure->kind, index));
  }
  return passages;
}

/* Returns: whether another claim of the text opposes this one. */
gboolean
purport_claim_item_get_disputed (PurportClaimItem *self)
{
  guint n;
  return purport_reading_context_get_oppositions (self->context, self->index, &n) != NULL;
}

/* Returns: (transfer full) (element-type PurportPassage): the words that oppose it; `other` is the opposing claim. */
GPtrArray *
purport_claim_item_dup_opponents (PurportClaimItem *self)
{
  GPtrArray *passages = purport_passages_new ();
  guint n;
  const PurportOpposition *oppositions = purport_reading_context_get_oppositions (self->context, self->index, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (passages, purport_passage_new (self->context, oppositions[i].words, 0, oppositions[i].opponent));
  return passages;
}

/* Returns: (transfer full) (element-type PurportPassage): the claims that this one opposes; `other` is the claim. */
GPtrArray *
purport_claim_item_dup_opposed (PurportClaimItem *self)
{
  const PurportReading *reading = self->context->reading;
  const GArray *disputes = get_claim (self)->disputes;
  GPtrArray *passages = purport_passages_new ();

  for (guint i = 0; i < disputes->len; i++) {
    guint32 other = g_array_index (disputes, PurportDispute, i).claim;
    PurportSpan span = g_array_index (reading->claims, PurportClaim, other).span;
    g_ptr_array_add (passages, purport_passage_new (self->context, span, 0, other));
  }
  return passages;
}

/* Returns: bit 1 << #PurportReason for each reason. */
guint32
purport_claim_item_get_reasons (PurportClaimItem *self)
{
  return get_claim (self)->reasons;
}

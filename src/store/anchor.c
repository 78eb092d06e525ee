/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Anchoring by quotation (the W3C Web Annotation model's TextQuoteSelector): the exact words must stand in the text.
 * Where they stand more than once, what surrounds them decides, then how near the old place they are; when that leaves
 * two places as good as one another, or the place has nothing but short words in common with the old one, the
 * annotation is orphaned: one in a wrong place is worse than one that asks to be placed.
 */
#include "store/anchor.h"

#include <string.h>

/* Quotations shorter than this many bytes stand anywhere: one needs some of its surroundings to be known again. */
#define TELLING_BYTES 24

/* Bytes of context that must agree where the quotation alone does not tell. */
#define TELLING_CONTEXT 8

typedef struct {
  gsize at;      /* byte offset of the quotation */
  gsize context; /* bytes of prefix and suffix that agree */
  gsize away;    /* bytes from the old place */
} Candidate;

static gsize
common_before (const char *text, gsize at, const char *prefix, gsize n_prefix)
{
  gsize n = 0;

  while (n < n_prefix && n < at && text[at - 1 - n] == prefix[n_prefix - 1 - n])
    n++;
  return n;
}

static gsize
common_after (const char *text, gsize n_bytes, gsize end, const char *suffix, gsize n_suffix)
{
  gsize n = 0;

  while (n < n_suffix && end + n < n_bytes && text[end + n] == suffix[n])
    n++;
  return n;
}

static Candidate
look_at (const PurportAnnotation *annotation, const char *text, gsize n_bytes, gsize at, gsize n_quote)
{
  gsize old = annotation->span.start_byte;

  return (Candidate){ at,
                      common_before (text, at, annotation->prefix, strlen (annotation->prefix)) +
                          common_after (text, n_bytes, at + n_quote, annotation->suffix, strlen (annotation->suffix)),
                      at > old ? at - old : old - at };
}

/* Returns: whether @best is surely the place: it agrees, and clearly more than the @second best. */
static gboolean
is_sure (const PurportAnnotation *annotation, const Candidate *best, const Candidate *second, guint n_found)
{
  gsize n_quote = strlen (annotation->quote);
  gsize n_context = strlen (annotation->prefix) + strlen (annotation->suffix);

  if (n_found == 1)
    return n_quote >= TELLING_BYTES || best->context >= MIN (TELLING_CONTEXT, n_context);
  return best->context >= MIN (TELLING_CONTEXT, n_context) && best->context > second->context;
}

/**
 * purport_anchor_find:
 * @annotation: tied to an older state of the text
 * @text: valid UTF-8 of @n_bytes bytes
 * @span: (out): where the words stand now
 *
 * O(@n_bytes × length of the quotation) at worst.
 *
 * Returns: whether there is one sure place
 */
gboolean
purport_anchor_find (const PurportAnnotation *annotation, const char *text, gsize n_bytes, PurportSpan *span)
{
  gsize n_quote = strlen (annotation->quote);
  Candidate best = { 0, 0, G_MAXSIZE }, second = { 0, 0, G_MAXSIZE };
  guint n_found = 0;

  if (n_quote == 0)
    return FALSE;
  for (const char *at = text;
       (at = g_strstr_len (at, (gssize)(n_bytes - (gsize)(at - text)), annotation->quote)) != NULL; at++) {
    Candidate here = look_at (annotation, text, n_bytes, (gsize)(at - text), n_quote);
    n_found++;
    if (n_found == 1 || here.context > best.context || (here.context == best.context && here.away < best.away)) {
      second = best;
      best = here;
    } else if (here.context >= second.context) {
      second = here;
    }
  }
  if (n_found == 0)
    return FALSE;
  /* In an unchanged stretch the words stand where they stood, whatever else looks like them. */
  if (!(best.away == 0 && best.context == strlen (annotation->prefix) + strlen (annotation->suffix)) &&
      !is_sure (annotation, &best, &second, n_found))
    return FALSE;
  *span = purport_span (best.at, best.at + n_quote);
  return TRUE;
}

/* Ties @annotation to its words in @text, or marks it as orphaned and leaves its quotation as it was. Returns: whether
 * it has a place. */
gboolean
purport_anchor_apply (PurportAnnotation *annotation, const char *text, gsize n_bytes)
{
  PurportSpan span;

  if (purport_anchor_find (annotation, text, n_bytes, &span)) {
    purport_annotation_quote (annotation, text, n_bytes, span);
    return TRUE;
  }
  annotation->orphaned = TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Anchoring by quotation (the W3C Web Annotation model's TextQuoteSelector): the exact words must stand in the text.
 * Where they stand more than once, what surrounds them decides, then how near the old place they are; when that leaves
 * two places about as good as one another, or the place has only a few words in common with the old one, the
 * annotation is orphaned: one in a wrong place is worse than one that asks to be placed.
 */
#include "store/anchor.h"

#include <string.h>

/* Bytes of quotation and agreeing context together that tell a place from one that only looks like it: about
 * four words. */
#define TELLING_BYTES 24

/* Bytes of context by which the best place must be ahead of the second best: more than a common word. */
#define TELLING_LEAD 6

typedef struct {
  gsize at;      /* byte offset of the quotation */
  gsize context; /* bytes of prefix and suffix that agree */
  gsize away;    /* bytes from the old place */
} Candidate;

/* Only the words of the same paragraph tell a place: the next one may stay where it is when this one is moved away.
 * Returns: the bytes of the prefix, or of the suffix, that count. */
static gsize
telling_prefix (const char *prefix)
{
  const char *line = strrchr (prefix, '\n');
  return strlen (line != NULL ? line : prefix);
}

static gsize
telling_suffix (const char *suffix)
{
  const char *line = strchr (suffix, '\n');
  return line != NULL ? (gsize)(line - suffix) + 1 : strlen (suffix);
}

static gsize
common_before (const char *text, gsize at, const char *prefix)
{
  gsize n = 0, n_telling = telling_prefix (prefix);
  const char *end = prefix + strlen (prefix);

  while (n < n_telling && n < at && text[at - 1 - n] == end[-1 - (gssize)n])
    n++;
  return n;
}

static gsize
common_after (const char *text, gsize n_bytes, gsize end, const char *suffix)
{
  gsize n = 0, n_telling = telling_suffix (suffix);

  while (n < n_telling && end + n < n_bytes && text[end + n] == suffix[n])
    n++;
  return n;
}

static gsize
telling_context (const PurportAnnotation *annotation)
{
  return telling_prefix (annotation->prefix) + telling_suffix (annotation->suffix);
}

static Candidate
look_at (const PurportAnnotation *annotation, const char *text, gsize n_bytes, gsize at, gsize n_quote)
{
  gsize old = annotation->span.start_byte;

  return (Candidate){ at,
                      common_before (text, at, annotation->prefix) +
                          common_after (text, n_bytes, at + n_quote, annotation->suffix),
                      at > old ? at - old : old - at };
}

/* Returns: whether @best is surely the place: enough agrees, and clearly more than with the @second best. */
static gboolean
is_sure (const PurportAnnotation *annotation, const Candidate *best, const Candidate *second, guint n_found)
{
  gsize n_quote = strlen (annotation->quote);

  return n_quote + best->context >= TELLING_BYTES && (n_found == 1 || best->context >= second->context + TELLING_LEAD);
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
  if (!(best.away == 0 && best.context == telling_context (annotation)) &&
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

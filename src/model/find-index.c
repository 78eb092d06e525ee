/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folded text is a string of its own; every STEP bytes of it a checkpoint says where in the original it came from,
 * and what lies between is folded again when a hit is mapped back. That costs half the text instead of
 * four times it.
 */
#define _GNU_SOURCE
#include "model/find-index.h"

#include <string.h>

#define STEP 32u

/* The state of folding before one original character. */
typedef struct {
  guint32 byte;         /* where the character begins */
  guint32 code_point;   /* how many come before it */
  guint32 folded;       /* where its folding begins */
  gboolean after_space; /* the folding so far ends with a space, or is empty */
} Cursor;

struct _PurportFindIndex {
  const char *text; /* borrowed */
  guint32 n_bytes;
  PurportFindFlags flags;
  GString *folded;
  GArray *checkpoints; /* (element-type Cursor): the last cursor at or before each STEP bytes of the folding */
};

/* Moves over one character. Returns how many bytes of @out it folds to, runs of spaces joined. */
static guint
advance (const PurportFindIndex *self, Cursor *cursor, char out[PURPORT_FIND_MAX_FOLDED])
{
  const char *p = self->text + cursor->byte;
  gunichar character = g_utf8_get_char (p);
  guint n = purport_find_fold (character, self->flags, out);

  if (n == 1 && out[0] == ' ' && cursor->after_space)
    n = 0;
  if (n > 0)
    cursor->after_space = out[n - 1] == ' ';
  cursor->byte = (guint32)(g_utf8_next_char (p) - self->text);
  cursor->code_point++;
  cursor->folded += n;
  return n;
}

/**
 * purport_find_index_new:
 * @text: valid UTF-8 of @n_bytes bytes; borrowed, it must outlive the index
 * @flags: what is told apart
 *
 * O(@n_bytes); about 1.2 times the text in memory.
 *
 * Returns: (transfer full): the index
 */
PurportFindIndex *
purport_find_index_new (const char *text, gsize n_bytes, PurportFindFlags flags)
{
  PurportFindIndex *self = g_new0 (PurportFindIndex, 1);
  Cursor cursor = { 0, 0, 0, FALSE };
  char out[PURPORT_FIND_MAX_FOLDED];

  self->text = text;
  self->n_bytes = (guint32)n_bytes;
  self->flags = flags;
  self->folded = g_string_sized_new (n_bytes + 1);
  self->checkpoints = g_array_new (FALSE, FALSE, sizeof (Cursor));
  while (cursor.byte < self->n_bytes) {
    Cursor before = cursor;
    guint n = advance (self, &cursor, out);
    while (n > 0 && self->checkpoints->len * STEP < cursor.folded)
      g_array_append_val (self->checkpoints, before);
    g_string_append_len (self->folded, out, (gssize)n);
  }
  return self;
}

void
purport_find_index_free (PurportFindIndex *self)
{
  if (self == NULL)
    return;
  g_string_free (self->folded, TRUE);
  g_array_unref (self->checkpoints);
  g_free (self);
}

/* Between two checkpoints, where all characters are bytes that fold to a byte each, places are counted. Returns: the
 * checkpoint before them, if they are so from the folded byte @at to before @end, else %NULL. */
static inline const Cursor *
find_plain (const PurportFindIndex *self, guint32 at, guint32 end)
{
  const Cursor *cursor = &g_array_index (self->checkpoints, Cursor, at / STEP), *next = cursor + 1;
  guint32 n_folded;

  if (at / STEP + 1 >= self->checkpoints->len || end > next->folded)
    return NULL;
  n_folded = next->folded - cursor->folded;
  return next->byte - cursor->byte == n_folded && next->code_point - cursor->code_point == n_folded ? cursor : NULL;
}

static gboolean
locate_plain (const PurportFindIndex *self, guint32 at, Cursor *before, Cursor *behind)
{
  const Cursor *cursor = find_plain (self, at, at + 1);
  guint32 offset;

  if (cursor == NULL)
    return FALSE;
  offset = at - cursor->folded;
  *before =
      (Cursor){ cursor->byte + offset, cursor->code_point + offset, at, at > 0 && self->folded->str[at - 1] == ' ' };
  *behind = (Cursor){ before->byte + 1, before->code_point + 1, at + 1, self->folded->str[at] == ' ' };
  return TRUE;
}

/* Where the character stands whose folding has the folded byte @at: before it, and behind it. @from is any place that
 * is known, the nearer before it the better. */
static void
locate (const PurportFindIndex *self, guint32 at, const Cursor *from, Cursor *before, Cursor *behind)
{
  Cursor cursor = g_array_index (self->checkpoints, Cursor, at / STEP);
  char out[PURPORT_FIND_MAX_FOLDED];

  if (locate_plain (self, at, before, behind))
    return;
  if (from->byte > cursor.byte && from->folded <= at)
    cursor = *from;
  do {
    *before = cursor;
    advance (self, &cursor, out);
  } while (cursor.folded <= at);
  *behind = cursor;
}

static char *
fold_query (const char *query, PurportFindFlags flags)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  char out[PURPORT_FIND_MAX_FOLDED];

  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p)) {
    guint n = purport_find_fold (g_utf8_get_char (p), flags, out);
    gboolean second_space = n == 1 && out[0] == ' ' && folded->len > 0 && folded->str[folded->len - 1] == ' ';
    if (!second_space)
      g_string_append_len (folded, out, (gssize)n);
  }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_word_at (const PurportFindIndex *self, guint32 byte)
{
  return byte < self->n_bytes && g_unichar_isalnum (g_utf8_get_char (self->text + byte));
}

static gboolean
is_whole_word (const PurportFindIndex *self, guint32 start, guint32 end)
{
  const char *text = self->text;
  gboolean word_before = start > 0 && g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (text, text + start)));

  return !(word_before && is_word_at (self, start)) &&
         !(is_word_at (self, end) && g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (text, text + end))));
}

/* Behind a hit, combining marks belong to its last letter. */
static void
take_marks (const PurportFindIndex *self, Cursor *end)
{
  char out[PURPORT_FIND_MAX_FOLDED];

  while (end->byte < self->n_bytes && g_unichar_ismark (g_utf8_get_char (self->text + end->byte)))
    advance (self, end, out);
}

/* Where the folded bytes from @at to before @end stand in the text, with the marks that belong to them. @last is where
 * the hit before them ended. */
static void
locate_hit (const PurportFindIndex *self, guint32 at, guint32 end, Cursor *first, Cursor *last)
{
  const Cursor *plain = find_plain (self, at, end);
  Cursor unused;

  if (plain != NULL) {
    guint32 offset = at - plain->folded, length = end - at;
    *first = (Cursor){ plain->byte + offset, plain->code_point + offset, at, FALSE };
    *last = (Cursor){ first->byte + length, first->code_point + length, end, self->folded->str[end - 1] == ' ' };
    if (last->byte >= self->n_bytes || (guchar)self->text[last->byte] < 0x80)
      return; /* no mark is a single byte */
  } else {
    locate (self, at, last, first, &unused);
    locate (self, end - 1, first, &unused, last);
  }
  take_marks (self, last);
}

static const char *
find_bytes (const char *p, const char *end, const char *bytes, gsize length)
{
  return length == 1 ? memchr (p, bytes[0], (gsize)(end - p)) : memmem (p, (gsize)(end - p), bytes, length);
}

/**
 * purport_find_index_search:
 * @query: what was typed
 *
 * O(text) with the C library's memmem(), and a few dozen steps for each hit.
 *
 * Returns: (transfer full) (element-type PurportFindHit): all hits in order, disjoint; none for a query of nothing
 */
GArray *
purport_find_index_search (const PurportFindIndex *self, const char *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (PurportFindHit));
  g_autofree char *folded = fold_query (query, self->flags);
  gsize length = strlen (folded);
  const char *start = self->folded->str, *p = start, *end = start + self->folded->len;
  Cursor first, last = { 0, 0, 0, FALSE };

  if (length == 0)
    return hits;
  while ((p = find_bytes (p, end, folded, length)) != NULL) {
    locate_hit (self, (guint32)(p - start), (guint32)(p - start + (gssize)length), &first, &last);
    if ((self->flags & PURPORT_FIND_WHOLE_WORDS) == 0 || is_whole_word (self, first.byte, last.byte)) {
      PurportFindHit hit = { first.code_point, last.code_point };
      if (hits->len == 0 || g_array_index (hits, PurportFindHit, hits->len - 1).end <= hit.start)
        g_array_append_val (hits, hit);
    }
    p += length;
  }
  return hits;
}

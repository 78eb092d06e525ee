/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives each paragraph its kind: first the head, then the body from top to bottom, then the end. */
#include "formats/text-blocks.h"

#include <string.h>

#include "formats/clutter.h"
#include "formats/dates.h"
#include "formats/text-head.h"
#include "formats/text-letter.h"
#include "formats/text-lines.h"
#include "formats/text-transcript.h"

/* Headings are not longer than this. */
#define MAX_HEADING_BYTES 90u
#define MAX_HEADING_WORDS 12u
#define MAX_QUESTION_WORDS 6u
/* A teaser is a headline; a sentence longer than this ends the list of them. In bytes. */
#define MAX_TEASER_BYTES 80u

/* Longer texts are books and archives, in which a long line is prose: the first frame waits for the blocks. In bytes.
 */
#define BOOK_BYTES (1024u * 1024u)
#define MAX_BOOK_CLUTTER_BYTES 120u

typedef struct {
  const char *text;
  gsize max_clutter_bytes; /* longer lines are paragraphs */
  GArray *paragraphs;
  gboolean in_teasers;
  gboolean in_signature;
  gboolean is_transcript;
} Body;

static PurportParagraph *
get (const Body *self, guint i)
{
  return &g_array_index (self->paragraphs, PurportParagraph, i);
}

static guint
count_words (const char *at, gsize n_bytes)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *end = at + n_bytes; at < end; at++) {
    n += !g_ascii_isspace (*at) && !inside ? 1 : 0;
    inside = !g_ascii_isspace (*at);
  }
  return n;
}

static gboolean
is_prose (const Body *self, guint i)
{
  PurportSpan span = get (self, i)->span;

  return purport_text_ends_sentence (self->text, span) && purport_span_length (span) > MAX_TEASER_BYTES / 2;
}

/* Whether the line has the marks of a table's row: tabs, or bars with something on both sides. */
static gboolean
is_row (const Body *self, guint i)
{
  PurportSpan span = get (self, i)->span;
  guint n_tabs = 0, n_bars = 0;

  for (gsize at = span.start_byte; at < span.end_byte; at++) {
    n_tabs += self->text[at] == '\t' ? 1 : 0;
    n_bars += self->text[at] == '|' ? 1 : 0;
  }
  return n_tabs >= 2 || n_bars >= 3 || (n_tabs == 1 && purport_span_length (span) < MAX_HEADING_BYTES);
}

static gboolean
is_table (const Body *self, guint i)
{
  return is_row (self, i) &&
         ((i > 0 && is_row (self, i - 1)) || (i + 1 < self->paragraphs->len && is_row (self, i + 1)));
}

static gboolean
starts_item (const Body *self, guint i)
{
  return i < self->paragraphs->len && purport_text_starts_item (self->text, get (self, i)->span);
}

/* A hyphen may open speech as well: it is a bullet where there are several. */
static gboolean
is_list_item (const Body *self, guint i)
{
  if (!starts_item (self, i))
    return FALSE;
  return self->text[get (self, i)->span.start_byte] != '-' || starts_item (self, i + 1) ||
         (i > 0 && starts_item (self, i - 1));
}

/* A short line without a full stop, over a paragraph that is one. */
static gboolean
is_heading (const Body *self, guint i)
{
  PurportSpan span = get (self, i)->span;
  const char *line = self->text + span.start_byte;
  gsize n = purport_span_length (span);
  gunichar first = g_utf8_get_char (line), last = g_utf8_get_char (g_utf8_prev_char (line + n));
  guint n_words = count_words (line, n);

  if (n > MAX_HEADING_BYTES || n_words > MAX_HEADING_WORDS || i + 1 >= self->paragraphs->len || !is_prose (self, i + 1))
    return FALSE;
  if (!g_unichar_isupper (first) && !g_unichar_isdigit (first))
    return FALSE;
  if (last == '?' || last == '!')
    return n_words <= MAX_QUESTION_WORDS;
  if (purport_text_ends_sentence (self->text, span))
    return last == ':' && n_words <= MAX_QUESTION_WORDS;
  return last != ',' && last != ';' && last != '-' && last != 0x2013 && last != 0x2014;
}

/* Lines of the body that say when: a time stamp is clutter, a day alone heads what happened on it. */
static PurportBlockKind
find_date_kind (const char *line, gsize n_bytes)
{
  for (gsize i = 1; i + 1 < n_bytes; i++)
    if (line[i] == ':' && g_ascii_isdigit (line[i - 1]) && g_ascii_isdigit (line[i + 1]))
      return PURPORT_BLOCK_BOILERPLATE;
  return PURPORT_BLOCK_HEADING;
}

/* Whether it is what nobody says in a transcript. */
static gboolean
is_note (const Body *self, guint i)
{
  PurportSpan span = get (self, i)->span;
  return self->is_transcript && purport_transcript_is_note (self->text + span.start_byte, purport_span_length (span));
}

static PurportBlockKind
find_kind (Body *self, guint i)
{
  PurportSpan span = get (self, i)->span;
  const char *line = self->text + span.start_byte;
  gsize n = purport_span_length (span);
  PurportClutter clutter;

  if (self->is_transcript && purport_transcript_starts_turn (line, n))
    return PURPORT_BLOCK_PARAGRAPH;
  if (is_note (self, i))
    return PURPORT_BLOCK_BOILERPLATE;
  if (n > self->max_clutter_bytes)
    return PURPORT_BLOCK_PARAGRAPH;
  clutter = purport_clutter_classify (line, n);
  self->in_signature = self->in_signature || (n == 2 && strncmp (line, "--", 2) == 0);
  self->in_teasers = clutter == PURPORT_CLUTTER_TEASERS ||
                     (self->in_teasers && !(purport_text_ends_sentence (self->text, span) && n > MAX_TEASER_BYTES));
  if (self->in_signature || self->in_teasers || clutter == PURPORT_CLUTTER_LINE)
    return PURPORT_BLOCK_BOILERPLATE;
  if (clutter == PURPORT_CLUTTER_CAPTION)
    return PURPORT_BLOCK_CAPTION;
  if (purport_date_is_line (line, n))
    return find_date_kind (line, n);
  if (line[0] == '>')
    return PURPORT_BLOCK_QUOTATION;
  if (is_table (self, i))
    return PURPORT_BLOCK_TABLE;
  if (is_list_item (self, i))
    return PURPORT_BLOCK_LIST_ITEM;
  return is_heading (self, i) ? PURPORT_BLOCK_HEADING : PURPORT_BLOCK_PARAGRAPH;
}

/**
 * purport_text_find_blocks:
 * @article: a new article, with its text alone
 *
 * Finds the blocks and the metadata of a plain text. O(length of the text).
 */
void
purport_text_find_blocks (PurportArticle *article)
{
  g_autoptr (GArray) paragraphs = purport_text_split_paragraphs (article->text, article->n_bytes);
  Body body = { .text = article->text,
                .max_clutter_bytes = article->n_bytes > BOOK_BYTES ? MAX_BOOK_CLUTTER_BYTES : G_MAXSIZE,
                .paragraphs = paragraphs,
                .is_transcript = purport_transcript_detect (article->text, article->n_bytes) };

  guint n_head = purport_text_read_letter (article, paragraphs);

  if (n_head == 0)
    n_head = purport_text_read_head (article, paragraphs);
  for (guint i = 0; body.is_transcript && i < n_head; i++)
    if (get (&body, i)->kind == PURPORT_BLOCK_HEADING && is_note (&body, i))
      get (&body, i)->kind = PURPORT_BLOCK_BOILERPLATE;
  for (guint i = n_head; i < paragraphs->len; i++)
    get (&body, i)->kind = find_kind (&body, i);
  purport_text_read_tail (article, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    purport_article_add_block (article, get (&body, i)->kind, get (&body, i)->span);
}

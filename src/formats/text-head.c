/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the head of a plain text as pages, agencies and archives write it. The head ends with the last line near the
 * beginning that only heads have (a date, "By …"); without one it is at most a title. Then the article itself begins
 * with the first line of prose.
 */
#include "formats/text-head.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/clutter.h"
#include "formats/dates.h"

/* Heads are not longer than this, in paragraphs. */
#define MAX_HEAD 16u
/* Summaries in full sentences that may stand in a head, above the line that says who wrote it. */
#define MAX_SUMMARIES 3u
/* A full sentence from this length on is prose, and any line beyond the second one. In bytes. */
#define MIN_PROSE 60u
#define MAX_TITLE 300u
/* A name behind the last sentence is looked for in texts of at least so many bytes. */
#define MIN_SIGNED_BYTES 200u

/* What a line of the head could be. */
typedef struct {
  PurportSpan span;
  gboolean is_date;
  gboolean is_prose;
  gboolean is_publisher;
  gboolean is_label; /* a job, a place on the net: what stands beside a name */
  gboolean ends_sentence;
  PurportClutter clutter;
  PurportBylineForm form;
  guint n_words;
} Fact;

typedef struct {
  PurportArticle *article;
  GArray *paragraphs;
  Fact facts[MAX_HEAD];
  guint n;     /* of facts */
  guint end;   /* of the head */
  guint title; /* G_MAXUINT: none */
  GPtrArray *bylines;
  GPtrArray *agencies;
} Head;

static PurportParagraph *
get (const Head *self, guint i)
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
is_all_capitals (const char *at, gsize n_bytes)
{
  for (const char *end = at + n_bytes; at < end; at = g_utf8_next_char (at))
    if (g_unichar_islower (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/* Whether every word begins with a capital, but for "of" and the like. */
static gboolean
is_capitalized (const char *at, gsize n_bytes)
{
  const char *end = at + n_bytes;
  gboolean begins = TRUE;

  for (; at < end; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (begins && g_unichar_islower (c)) {
      const char *space = memchr (at, ' ', (gsize)(end - at));
      if ((space != NULL ? space : end) - at > 3)
        return FALSE;
    }
    begins = c == ' ';
  }
  return TRUE;
}

/* A headline may be a question; one that is followed by more in the same line is prose. */
static gboolean
looks_like_prose (const char *text, PurportSpan span, gboolean ends_sentence)
{
  const char *line = text + span.start_byte;
  gsize n = purport_span_length (span);
  const char *last = line + n - 1;

  while (last > line && (*last == '"' || *last == '\'' || *last == ')' || (guchar)*last >= 0x80))
    last--;
  if (n > MAX_TITLE || (n >= MIN_PROSE && purport_text_starts_lower (text, span)))
    return TRUE;
  if (!ends_sentence || n < MIN_PROSE)
    return FALSE;
  return *last == '.' || *last == ':' || g_strstr_len (line, (gssize)n, ". ") != NULL;
}

static Fact
find_fact (const char *text, PurportSpan span)
{
  const char *line = text + span.start_byte;
  gsize n = purport_span_length (span);
  PurportByline byline;
  Fact fact = {
    .span = span,
    .is_date = purport_date_is_line (line, n),
    .is_publisher = purport_byline_is_publisher (line, n),
    .is_label = purport_byline_is_role (line, n) || purport_byline_is_handle (line, n),
    .ends_sentence = purport_text_ends_sentence (text, span),
    .clutter = purport_clutter_classify (line, n),
    .n_words = count_words (line, n),
  };

  fact.form = purport_byline_parse (line, n, &byline);
  purport_byline_clear (&byline);
  if (fact.is_date && fact.form == PURPORT_BYLINE_BARE)
    fact.form = PURPORT_BYLINE_NONE;
  fact.is_prose = fact.form != PURPORT_BYLINE_SAID && fact.clutter == PURPORT_CLUTTER_NONE && !fact.is_date &&
                  looks_like_prose (text, span, fact.ends_sentence);
  return fact;
}

static gboolean
is_anchor (const Fact *fact)
{
  return fact->is_date || fact->form == PURPORT_BYLINE_SAID;
}

/* The nearest line before (@step -1) or after @i (+1) that is not clutter. */
static const Fact *
neighbour (const Head *self, guint i, int step)
{
  for (gint64 at = (gint64)i + step; at >= 0 && at < self->n; at += step)
    if (self->facts[at].clutter == PURPORT_CLUTTER_NONE)
      return &self->facts[at];
  return NULL;
}

/* Whether a line of the head stands beside @i, so that a bare name there is the author's. */
static gboolean
has_head_neighbour (const Head *self, guint i)
{
  const Fact *before = neighbour (self, i, -1), *after = neighbour (self, i, 1);

  return (before != NULL && (is_anchor (before) || before->is_label || before->is_publisher)) ||
         (after != NULL && (is_anchor (after) || after->is_label || after->is_publisher));
}

static gboolean
is_byline (const Head *self, guint i)
{
  const Fact *fact = &self->facts[i], *before = neighbour (self, i, -1);

  if (fact->form == PURPORT_BYLINE_SAID)
    return TRUE;
  if (fact->form == PURPORT_BYLINE_NONE || fact->is_date)
    return fact->form == PURPORT_BYLINE_AGENCY;
  return has_head_neighbour (self, i) || (before == &self->facts[0] && !before->is_prose && self->end > 1);
}

static gboolean
is_publisher (const Head *self, guint i)
{
  const Fact *fact = &self->facts[i];

  return fact->is_publisher && fact->form != PURPORT_BYLINE_AGENCY && !is_byline (self, i) &&
         has_head_neighbour (self, i);
}

/* The end of the head: behind the last line that only heads have, and what belongs to it. */
static guint
find_end (const Head *self)
{
  guint end = 0, n_prose = 0;

  for (guint i = 0; i < self->n && n_prose <= MAX_SUMMARIES; i++) {
    if (is_anchor (&self->facts[i]))
      end = i + 1;
    n_prose += self->facts[i].is_prose ? 1 : 0;
  }
  while (end < self->n && !self->facts[end].is_prose)
    end++;
  /* Nothing but short lines: a list, a poem, a table; not the head of anything. */
  return end < self->n || self->paragraphs->len > self->n ? end : 0;
}

static gboolean
could_be_title (const Head *self, guint i)
{
  const Fact *fact = &self->facts[i];
  const char *line = self->article->text + fact->span.start_byte;
  gsize n = purport_span_length (fact->span);
  gboolean stops = fact->ends_sentence && line[n - 1] != '?' && line[n - 1] != '!' && line[n - 1] != '\'' &&
                   line[n - 1] != '"' && (guchar)line[n - 1] < 0x80;

  return !fact->is_prose && !stops && !fact->is_date && fact->clutter == PURPORT_CLUTTER_NONE && !fact->is_label &&
         !is_byline (self, i) && !is_publisher (self, i) && fact->n_words >= (i == 0 ? 2 : 3) &&
         !g_unichar_islower (g_utf8_get_char (line)) && !purport_text_starts_item (self->article->text, fact->span);
}

/* A line above the title that says what kind of article it is: "LIFE AND STYLE". */
static gboolean
is_kicker (const Head *self, guint i)
{
  const Fact *fact = &self->facts[i];
  const char *line = self->article->text + fact->span.start_byte;

  return fact->n_words <= 4 && is_all_capitals (line, purport_span_length (fact->span)) && i + 1 < self->end &&
         (could_be_title (self, i + 1) ||
          (i + 2 < self->end && is_anchor (&self->facts[i + 1]) && could_be_title (self, i + 2)));
}

/* Archives write publisher, date, then the headline with the summary behind a semicolon. */
static gboolean
is_archive_head (const Head *self)
{
  const char *line = self->article->text + self->facts[0].span.start_byte;

  return self->n > 2 && self->facts[1].is_date && !self->facts[0].is_date && self->facts[0].n_words <= 6 &&
         (self->facts[0].form == PURPORT_BYLINE_NONE || self->facts[0].is_publisher) &&
         self->facts[0].clutter == PURPORT_CLUTTER_NONE &&
         is_capitalized (line, purport_span_length (self->facts[0].span)) && !self->facts[0].ends_sentence;
}

static const char *
find_summary (const Head *self, guint i)
{
  const char *line = self->article->text + self->facts[i].span.start_byte;
  const char *semicolon = g_strstr_len (line, purport_span_length (self->facts[i].span), "; ");

  return semicolon != NULL && semicolon - line >= 20 && !g_unichar_islower (g_utf8_get_char (semicolon + 2)) ? semicolon
                                                                                                             : NULL;
}

static void
take_byline (Head *self, guint i)
{
  const char *line = self->article->text + self->facts[i].span.start_byte;
  PurportByline byline;
  PurportBylineForm form = purport_byline_parse (line, purport_span_length (self->facts[i].span), &byline);

  for (guint k = 0; k < byline.names->len; k++)
    g_ptr_array_add (form == PURPORT_BYLINE_AGENCY ? self->agencies : self->bylines, g_strdup (byline.names->pdata[k]));
  if (byline.publisher != NULL && self->article->publisher == NULL)
    self->article->publisher = g_steal_pointer (&byline.publisher);
  purport_byline_clear (&byline);
}

static void
take_date (Head *self, guint i)
{
  PurportDate date;

  if (self->article->published == NULL && purport_date_find (self->article->text + self->facts[i].span.start_byte,
                                                             purport_span_length (self->facts[i].span), &date))
    self->article->published = purport_date_to_iso (&date);
}

static void
take_publisher (Head *self, guint i)
{
  const char *line = self->article->text + self->facts[i].span.start_byte;

  if (self->article->publisher == NULL)
    self->article->publisher = g_strndup (line, purport_span_length (self->facts[i].span));
}

/* What the line is, once the place of the title is known. */
static PurportBlockKind
find_kind (Head *self, guint i)
{
  const Fact *fact = &self->facts[i];

  if (is_byline (self, i)) {
    take_byline (self, i);
    take_date (self, i);
    return fact->is_date ? PURPORT_BLOCK_DATE : PURPORT_BLOCK_BYLINE;
  }
  if (fact->is_date) {
    take_date (self, i);
    return PURPORT_BLOCK_DATE;
  }
  if (purport_date_is_word (self->article->text + fact->span.start_byte, purport_span_length (fact->span)))
    return PURPORT_BLOCK_DATE;
  if (fact->clutter != PURPORT_CLUTTER_NONE)
    return fact->clutter == PURPORT_CLUTTER_CAPTION ? PURPORT_BLOCK_CAPTION : PURPORT_BLOCK_BOILERPLATE;
  if (i == self->title)
    return PURPORT_BLOCK_TITLE;
  if (is_publisher (self, i))
    take_publisher (self, i);
  if (is_publisher (self, i) || fact->is_label)
    return PURPORT_BLOCK_BYLINE;
  if (i + 1 < self->end && self->facts[i + 1].clutter == PURPORT_CLUTTER_CAPTION && self->facts[i + 1].n_words <= 4)
    return PURPORT_BLOCK_CAPTION;
  return fact->ends_sentence ? PURPORT_BLOCK_PARAGRAPH : PURPORT_BLOCK_HEADING;
}

static void
find_title (Head *self)
{
  guint i = 0;

  self->title = G_MAXUINT;
  if (is_archive_head (self) &&
      (self->facts[0].is_publisher || find_summary (self, 2) != NULL || could_be_title (self, 2))) {
    take_publisher (self, 0);
    self->facts[0].is_label = TRUE;
    i = 2;
    if (find_summary (self, 2) != NULL) {
      self->facts[2].is_prose = FALSE;
      self->end = MAX (self->end, 3);
      self->title = 2;
      return;
    }
  }
  for (; i < self->end && self->title == G_MAXUINT; i++)
    if (could_be_title (self, i) && !is_kicker (self, i))
      self->title = i;
}

/* Archives put labels behind the summary: "BYLINE: By Ann Lee SECTION: NEWS". */
static void
split_archive_labels (Head *self, guint i)
{
  const char *text = self->article->text;
  PurportSpan span = get (self, i)->span;
  const char *line = text + span.start_byte, *label, *names, *end;
  PurportByline byline;

  label = g_strstr_len (line, purport_span_length (span), " BYLINE: ");
  if (label == NULL)
    return;
  names = label + strlen (" BYLINE: ");
  end = g_strstr_len (names, text + span.end_byte - names, " SECTION: ");
  if (end == NULL)
    end = g_strstr_len (names, text + span.end_byte - names, " LENGTH: ");
  end = end != NULL ? end : text + span.end_byte;
  if (purport_byline_parse (names, (gsize)(end - names), &byline) != PURPORT_BYLINE_NONE)
    for (guint k = 0; k < byline.names->len; k++)
      g_ptr_array_add (self->bylines, g_strdup (byline.names->pdata[k]));
  purport_byline_clear (&byline);
  purport_text_split_paragraph (self->paragraphs, text, i, (gsize)(label - text), PURPORT_BLOCK_BYLINE);
  self->end++;
}

static void
set_title (Head *self)
{
  const char *text = self->article->text, *summary;
  PurportSpan span;
  g_auto (GStrv) words = NULL;
  g_autofree char *title = NULL;

  if (self->title == G_MAXUINT)
    return;
  summary = find_summary (self, self->title);
  span = self->facts[self->title].span;
  if (summary != NULL) {
    purport_text_split_paragraph (self->paragraphs, text, self->title, (gsize)(summary + 1 - text),
                                  PURPORT_BLOCK_HEADING);
    span = purport_span (span.start_byte, (gsize)(summary - text));
    self->end++;
    split_archive_labels (self, self->title + 1);
  }
  title = purport_article_dup_span (self->article, span);
  words = g_strsplit (title, "\n", -1);
  for (char **word = words; *word != NULL; word++)
    g_strstrip (*word);
  self->article->title = g_strjoinv (" ", words);
}

/* A date at the beginning of the first paragraph, with the line break behind it lost. */
static void
split_leading_date (Head *self)
{
  const char *text = self->article->text, *line, *end, *after;
  PurportSpan span;
  PurportDate date;

  if (self->title == G_MAXUINT || self->end >= self->paragraphs->len || self->article->published != NULL)
    return;
  span = get (self, self->end)->span;
  line = text + span.start_byte;
  end = line + MIN (purport_span_length (span), 48u);
  while (end > line && ((guchar)*end & 0xC0) == 0x80)
    end--;
  if (!purport_date_find (line, (gsize)(end - line), &date) || date.year == 0 || date.day == 0)
    return;
  for (gsize i = 0; i < date.start_byte; i++)
    if (line[i] == ' ' && !purport_date_is_word (line, i - (i > 0 && line[i - 1] == ',' ? 1 : 0)))
      return;
  after = line + date.end_byte;
  if (after + 1 >= end || *after != ' ' || !g_ascii_isupper (after[1]))
    return;
  self->article->published = purport_date_to_iso (&date);
  purport_text_split_paragraph (self->paragraphs, text, self->end, (gsize)(after - text), PURPORT_BLOCK_PARAGRAPH);
  get (self, self->end)->kind = PURPORT_BLOCK_DATE;
  self->end++;
}

/* "GENEVA (AFP) - …": the agency that a report begins with. */
static void
read_dateline (Head *self)
{
  const char *line, *open, *close;
  PurportSpan span;

  if (self->end >= self->paragraphs->len || self->article->publisher != NULL)
    return;
  span = get (self, self->end)->span;
  line = self->article->text + span.start_byte;
  open = memchr (line, '(', MIN (purport_span_length (span), 48u));
  close = open != NULL ? memchr (open, ')', MIN ((gsize)(line + purport_span_length (span) - open), 32u)) : NULL;
  if (close == NULL || !purport_byline_is_agency_name (open + 1, (gsize)(close - open - 1)))
    return;
  if (g_str_has_prefix (close, ") -") || g_str_has_prefix (close, ") —") || g_str_has_prefix (close, ") –"))
    self->article->publisher = g_strndup (open + 1, (gsize)(close - open - 1));
}

/* A news agency is the author where no person is named, and else the publisher. */
static void
set_bylines (Head *self)
{
  if (self->bylines->len > 0 && self->agencies->len > 0 && self->article->publisher == NULL)
    self->article->publisher = g_strdup (self->agencies->pdata[0]);
  if (self->bylines->len == 0)
    for (guint i = 0; i < self->agencies->len; i++)
      g_ptr_array_add (self->bylines, g_strdup (self->agencies->pdata[i]));
  for (guint i = 0; i < self->bylines->len; i++)
    for (guint k = i + 1; k < self->bylines->len;)
      if (strcmp (self->bylines->pdata[i], self->bylines->pdata[k]) == 0)
        g_ptr_array_remove_index (self->bylines, k);
      else
        k++;
  g_ptr_array_add (self->bylines, NULL);
  g_strfreev (self->article->bylines);
  self->article->bylines = (char **)g_ptr_array_steal (self->bylines, NULL);
}

/**
 * purport_text_read_head:
 * @article: gets title, bylines, publisher and date
 * @paragraphs: (element-type PurportParagraph): those of the head get their kinds; some are split
 *
 * Reads the head of a text. O(length of its first paragraphs).
 *
 * Returns: the index of the first paragraph behind the head
 */
guint
purport_text_read_head (PurportArticle *article, GArray *paragraphs)
{
  Head self = { .article = article, .paragraphs = paragraphs, .n = MIN (paragraphs->len, MAX_HEAD) };

  if (paragraphs->len < 2)
    return 0;
  self.bylines = g_ptr_array_new_with_free_func (g_free);
  self.agencies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self.n; i++)
    self.facts[i] = find_fact (article->text, get (&self, i)->span);
  self.end = find_end (&self);
  if (self.end > 0)
    find_title (&self);
  else
    self.title = G_MAXUINT;
  for (guint i = 0; i < self.end; i++)
    get (&self, i)->kind = find_kind (&self, i);
  set_title (&self);
  split_leading_date (&self);
  read_dateline (&self);
  set_bylines (&self);
  g_ptr_array_unref (self.bylines);
  g_ptr_array_unref (self.agencies);
  return self.end;
}

/* Where the words behind the last full sentence begin; @span's end if there are none. */
static gsize
find_last_words (const char *text, PurportSpan span)
{
  for (gsize at = span.end_byte; at > span.start_byte; at--) {
    const char *p = text + at - 1;
    if (*p != ' ' && *p != '\n')
      continue;
    if (purport_text_ends_sentence (text, purport_span (span.start_byte, at - 1)))
      return at;
    if (span.end_byte - at > 60)
      break;
  }
  return span.end_byte;
}

static void
set_only_byline (PurportArticle *article, gsize start, gsize end)
{
  g_strfreev (article->bylines);
  article->bylines = g_new0 (char *, 2);
  article->bylines[0] = purport_article_dup_span (article, purport_span (start, end));
}

/* Skips a dash before a signature. */
static gsize
skip_dash (const char *text, gsize start, gsize end)
{
  while (start < end && (text[start] == '-' || text[start] == ' '))
    start++;
  if (end - start > 3 && (strncmp (text + start, "—", 3) == 0 || strncmp (text + start, "–", 3) == 0))
    start += 3;
  while (start < end && text[start] == ' ')
    start++;
  return start;
}

/**
 * purport_text_read_tail:
 * @article: gets the byline, if it has none
 * @paragraphs: (element-type PurportParagraph): all kinds are set; the last may be split
 *
 * Looks for the author's name at the end: as the last line, or as the last words behind the last sentence.
 */
void
purport_text_read_tail (PurportArticle *article, GArray *paragraphs)
{
  const char *text = article->text;
  guint i = paragraphs->len;
  PurportParagraph *last;
  gsize start;

  if (article->bylines[0] != NULL || article->n_bytes < MIN_SIGNED_BYTES)
    return;
  while (i > 0 && g_array_index (paragraphs, PurportParagraph, i - 1).kind == PURPORT_BLOCK_BOILERPLATE)
    i--;
  if (i == 0)
    return;
  last = &g_array_index (paragraphs, PurportParagraph, i - 1);
  start = skip_dash (text, last->span.start_byte, last->span.end_byte);
  if (i > 1 && purport_byline_is_name (text + start, last->span.end_byte - start)) {
    last->kind = PURPORT_BLOCK_BYLINE;
    set_only_byline (article, start, last->span.end_byte);
    return;
  }
  start = find_last_words (text, last->span);
  if (last->kind == PURPORT_BLOCK_PARAGRAPH && start < last->span.end_byte) {
    gsize name = skip_dash (text, start, last->span.end_byte), end = last->span.end_byte;
    if (!purport_byline_is_name (text + name, end - name))
      return;
    set_only_byline (article, name, end);
    purport_text_split_paragraph (paragraphs, text, i - 1, start, PURPORT_BLOCK_BYLINE);
  }
}

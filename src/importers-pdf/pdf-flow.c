/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines make a paragraph until one is indented, stands apart, has letters of another size, or follows a short one that
 * ends a sentence. A paragraph goes on in the next column or page if its sentence does. Footnotes, which stand under a
 * column in smaller letters, come behind the text, so that they do not cut it.
 */
#include "importers-pdf/pdf-flow.h"

#include <math.h>
#include <string.h>

/* Letters so much larger than the text's are a heading's, and so much smaller a footnote's. */
#define HEADING_RATIO 1.12
#define SMALL_RATIO 0.93
/* Sizes that differ by more than this are two paragraphs'. */
#define SAME_SIZE_RATIO 1.06
/* A first line is indented by so many times its size, and lines stand apart from so many times the usual distance. */
#define INDENT 0.7
#define APART 1.3
/* A line is short if so much of the column's width is left. */
#define SHORT_SHARE 0.12
#define MAX_HEADING_BYTES 200u
/* A line with so many wide gaps is a table's row. */
#define MIN_CELL_GAPS 3u

typedef struct {
  const GArray *lines;
  GArray *paragraphs;
  gboolean *rows;    /* of each line: whether it is a table's */
  GHashTable *words; /* (element-type utf8): that stand in the text in one piece, in lower case */
  double body_size;
  double leading; /* the usual distance of two baselines */
} Flow;

static const PurportPdfLine *
get (const Flow *self, guint i)
{
  return &g_array_index (self->lines, PurportPdfLine, i);
}

static guint
line_index (const Flow *self, const PurportPdfLine *line)
{
  return (guint)(line - get (self, 0));
}

static guint
count_tabs (const Flow *self, guint i, guint column)
{
  guint n = 0;

  if (i >= self->lines->len || get (self, i)->column != column)
    return 0;
  for (const char *at = strchr (get (self, i)->text, '\t'); at != NULL; at = strchr (at + 1, '\t'))
    n++;
  return n;
}

/* Several gaps, or one above another: a single one may be where a line was stretched. */
static void
find_rows (Flow *self)
{
  for (guint i = 0; i < self->lines->len; i++) {
    guint column = get (self, i)->column, n = count_tabs (self, i, column);
    self->rows[i] =
        n >= MIN_CELL_GAPS ||
        (n > 0 && ((i > 0 && count_tabs (self, i - 1, column) > 0) || count_tabs (self, i + 1, column) > 0));
  }
}

static void
clear_paragraph (gpointer data)
{
  PurportPdfParagraph *paragraph = data;
  if (paragraph->text != NULL)
    g_string_free (g_steal_pointer (&paragraph->text), TRUE);
}

static gunichar
last_character (const char *text)
{
  return *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
}

static gboolean
ends_sentence (const char *text)
{
  gunichar last = last_character (text);
  gsize n = strlen (text);

  /* Behind closing marks and numbers of notes. */
  while (n > 0 && (g_unichar_ispunct (last) || g_unichar_isdigit (last)) && last != '.' && last != '?' && last != '!' &&
         last != ':') {
    const char *at = g_utf8_prev_char (text + n);
    if (at == text)
      return FALSE;
    n = (gsize)(at - text);
    last = g_utf8_get_char (g_utf8_prev_char (text + n));
  }
  return last == '.' || last == '?' || last == '!' || last == ':';
}

static gboolean
starts_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xAD || c == 0x2010;
}

/* Whether a line ends within a word. */
static gboolean
ends_in_hyphen (const char *text)
{
  gsize n = strlen (text);
  const char *hyphen = n > 0 ? g_utf8_prev_char (text + n) : text;

  return n > 2 && is_hyphen (g_utf8_get_char (hyphen)) && hyphen > text &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen)));
}

/* All the words, so that "well-" and "known" can be told from "exam-" and "ple". */
static void
collect_words (Flow *self)
{
  for (guint i = 0; i < self->lines->len; i++) {
    g_autofree char *lower = g_utf8_strdown (get (self, i)->text, -1);
    g_auto (GStrv) words = g_strsplit_set (lower, " ,.;:()[]\"'", -1);
    for (guint k = 0; words[k] != NULL; k++)
      if (*words[k] != '\0' && !ends_in_hyphen (words[k]))
        g_hash_table_add (self->words, g_strdup (words[k]));
  }
}

/* Whether the hyphen at a line's end belongs to the word: the text has it in one piece elsewhere, and not without. */
static gboolean
keeps_hyphen (const Flow *self, const char *before, const char *after)
{
  gsize n = strlen (before);
  const char *from = before + n;
  g_autofree char *head = NULL, *tail = NULL, *joined = NULL, *with_hyphen = NULL, *lower = NULL;
  gsize n_tail = 0;

  while (from > before && from[-1] != ' ')
    from--;
  head = g_strndup (from, (gsize)(g_utf8_prev_char (before + n) - from));
  while (after[n_tail] != '\0' && (g_ascii_isalpha (after[n_tail]) || (guchar)after[n_tail] >= 0x80))
    n_tail++;
  tail = g_strndup (after, n_tail);
  lower = g_strconcat (head, tail, NULL);
  joined = g_utf8_strdown (lower, -1);
  g_free (lower);
  lower = g_strconcat (head, "-", tail, NULL);
  with_hyphen = g_utf8_strdown (lower, -1);
  return g_hash_table_contains (self->words, with_hyphen) && !g_hash_table_contains (self->words, joined);
}

/* Appends a line to the paragraph, with a space or, at a hyphen, without one. */
static void
append_line (const Flow *self, PurportPdfParagraph *paragraph, const PurportPdfLine *line)
{
  GString *text = paragraph->text;
  gsize n_before;

  if (text->len > 0 && ends_in_hyphen (text->str)) {
    gboolean soft = last_character (text->str) == 0xAD;
    if (soft || (starts_lower (line->text) && !keeps_hyphen (self, text->str, line->text)))
      g_string_truncate (text, (gsize)(g_utf8_prev_char (text->str + text->len) - text->str));
  } else if (text->len > 0) {
    g_string_append_c (text, ' ');
  }
  n_before = text->len;
  g_string_append (text, line->text);
  if (paragraph->kind != PURPORT_BLOCK_TABLE)
    g_strdelimit (text->str + n_before, "\t", ' ');
  if (paragraph->page == line->page) {
    paragraph->x0 = MIN (paragraph->x0, line->x0);
    paragraph->y0 = MIN (paragraph->y0, line->y0);
    paragraph->x1 = MAX (paragraph->x1, line->x1);
    paragraph->y1 = MAX (paragraph->y1, line->y1);
  }
}

static gboolean
is_caption (const char *text)
{
  static const char *const labels[] = { "Figure ", "Fig. ", "FIGURE ", "Fig ", "Table ", "TABLE ", "Box ", "Chart " };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (text, labels[i]) && g_ascii_isdigit (text[strlen (labels[i])])) {
      const char *at = text + strlen (labels[i]);
      while (g_ascii_isalnum (*at))
        at++;
      return *at == '.' || *at == ':' || *at == '|' || (*at == ' ' && !starts_lower (at + 1)) || (guchar)*at >= 0x80;
    }
  return FALSE;
}

static gboolean
is_list_item (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  const char *next = g_utf8_next_char (text);

  if (first == 0x2022 || first == 0x25AA || first == 0x25CF || first == 0x2043 || first == 0x25E6 || first == 0xB7)
    return TRUE;
  if ((first == '-' || first == 0x2013 || first == '*') && *next == ' ')
    return TRUE;
  if (first == '(' && g_ascii_isalnum (*next) && next[1] == ')')
    return TRUE;
  return g_ascii_isdigit ((char)first) && (next[0] == '.' || next[0] == ')') && next[1] == ' ' &&
         !g_ascii_isdigit (next[2]);
}

/* "2 Methods", "2.1 The trial": a number, and a line in bold or larger letters. */
static gboolean
is_heading (const Flow *self, const PurportPdfLine *line)
{
  gboolean is_large = line->size >= self->body_size * HEADING_RATIO;

  if (strlen (line->text) > MAX_HEADING_BYTES || is_caption (line->text))
    return FALSE;
  return is_large || (line->is_bold && line->size >= self->body_size * SMALL_RATIO && !ends_sentence (line->text));
}

static gboolean
is_small (const Flow *self, const PurportPdfLine *line)
{
  return line->size < self->body_size * SMALL_RATIO;
}

static gboolean
same_size (const PurportPdfLine *a, const PurportPdfLine *b)
{
  return MAX (a->size, b->size) <= MIN (a->size, b->size) * SAME_SIZE_RATIO;
}

typedef struct {
  double x0;
  double x1;
} Extent;

/* How far the lines of @i's column reach. */
static Extent
find_extent (const Flow *self, guint i)
{
  Extent extent = { get (self, i)->x0, get (self, i)->x1 };

  for (guint k = i; k-- > 0 && get (self, k)->column == get (self, i)->column;) {
    extent.x0 = MIN (extent.x0, get (self, k)->x0);
    extent.x1 = MAX (extent.x1, get (self, k)->x1);
  }
  for (guint k = i + 1; k < self->lines->len && get (self, k)->column == get (self, i)->column; k++) {
    extent.x0 = MIN (extent.x0, get (self, k)->x0);
    extent.x1 = MAX (extent.x1, get (self, k)->x1);
  }
  return extent;
}

/* Whether the paragraph of @before goes on at the head of the next column: its sentence does, or its last line is full
 * and the first one there is not indented. */
static gboolean
goes_on_in_column (
    const Flow *self, const PurportPdfLine *before, Extent old, const PurportPdfLine *line, Extent extent)
{
  if (is_heading (self, line) || is_list_item (line->text))
    return FALSE;
  if (!ends_sentence (before->text) || starts_lower (line->text))
    return TRUE;
  return before->x1 >= old.x1 - INDENT * before->size && line->x0 < extent.x0 + INDENT * line->size / 2;
}

/* Whether @line goes on with the paragraph of @before, which is the line before it in the flow. */
static gboolean
goes_on (const Flow *self, const PurportPdfLine *before, Extent old, const PurportPdfLine *line, Extent extent)
{
  double distance = line->y1 - before->y1, width = extent.x1 - extent.x0;
  gboolean is_title = is_heading (self, line);

  if (!same_size (before, line) || is_caption (line->text) || is_heading (self, before) != is_title ||
      self->rows[line_index (self, before)] || self->rows[line_index (self, line)])
    return FALSE;
  if (ends_in_hyphen (before->text) && starts_lower (line->text))
    return TRUE;
  /* A title may be set across columns, its last line in one of them. */
  if (is_title && before->page == line->page && distance > 0)
    return distance <= line->size * 1.6 && before->is_bold == line->is_bold;
  if (before->column != line->column || before->page != line->page)
    return goes_on_in_column (self, before, old, line, extent);
  if (is_list_item (line->text) && !starts_lower (line->text))
    return FALSE;
  if (distance > self->leading * APART * MAX (1.0, line->size / MAX (self->body_size, 1.0)) || distance < 0)
    return FALSE;
  if (line->x0 > before->x0 + INDENT * line->size && !is_list_item (before->text) &&
      line->x0 > extent.x0 + INDENT * line->size)
    return FALSE;
  return !(ends_sentence (before->text) && before->x1 < extent.x1 - SHORT_SHARE * width);
}

static PurportBlockKind
find_kind (const Flow *self, const PurportPdfLine *line)
{
  if (is_caption (line->text))
    return PURPORT_BLOCK_CAPTION;
  if (self->rows[line_index (self, line)])
    return PURPORT_BLOCK_TABLE;
  if (is_heading (self, line))
    return PURPORT_BLOCK_HEADING;
  return is_list_item (line->text) ? PURPORT_BLOCK_LIST_ITEM : PURPORT_BLOCK_PARAGRAPH;
}

static void
begin_paragraph (Flow *self, GArray *paragraphs, const PurportPdfLine *line)
{
  PurportPdfParagraph paragraph = {
    find_kind (self, line), g_string_new (NULL), line->page, line->x0, line->y0, line->x1, line->y1
  };

  append_line (self, &paragraph, line);
  g_array_append_val (paragraphs, paragraph);
}

static int
compare_doubles (const void *one, const void *two)
{
  double a = *(const double *)one, b = *(const double *)two;
  return a < b ? -1 : a > b;
}

/* The median distance of the baselines of two lines that follow each other in a column. */
static double
find_leading (const Flow *self)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->lines->len; i++) {
    double distance = get (self, i)->y1 - get (self, i - 1)->y1;
    if (get (self, i)->column == get (self, i - 1)->column && same_size (get (self, i), get (self, i - 1)) &&
        distance > 0.5 * get (self, i)->size && !is_small (self, get (self, i)))
      g_array_append_val (distances, distance);
  }
  if (distances->len == 0)
    return self->body_size * 1.4;
  qsort (distances->data, distances->len, sizeof (double), compare_doubles);
  return g_array_index (distances, double, distances->len / 2);
}

/* Marks the lines under each column that are set smaller than the text and stand apart from it: its footnotes. */
static gboolean *
find_footnotes (const Flow *self)
{
  gboolean *marks = g_new0 (gboolean, self->lines->len + 1u);

  for (guint end = self->lines->len; end > 0;) {
    guint first = end, note = end;
    while (first > 0 && get (self, first - 1)->column == get (self, end - 1)->column)
      first--;
    while (note > first && is_small (self, get (self, note - 1)) && !is_caption (get (self, note - 1)->text))
      note--;
    /* A column of small letters alone is a table or a box, no footnote. */
    for (guint i = note; note > first && i < end; i++)
      marks[i] = TRUE;
    end = first;
  }
  return marks;
}

static void
make_paragraphs (Flow *self, const gboolean *footnotes, gboolean of_footnotes)
{
  const PurportPdfLine *before = NULL;
  guint extent_column = G_MAXUINT;
  Extent extent = { 0 }, old = { 0 };

  for (guint i = 0; i < self->lines->len; i++) {
    const PurportPdfLine *line = get (self, i);
    if (footnotes[i] != of_footnotes)
      continue;
    old = extent;
    if (line->column != extent_column) {
      extent = find_extent (self, i);
      extent_column = line->column;
    }
    /* A footnote begins with its mark. */
    if (before != NULL && goes_on (self, before, old, line, extent) &&
        !(of_footnotes && g_ascii_isdigit (line->text[0]) && line->page != before->page))
      append_line (self, &g_array_index (self->paragraphs, PurportPdfParagraph, self->paragraphs->len - 1), line);
    else
      begin_paragraph (self, self->paragraphs, line);
    before = line;
  }
}

/**
 * purport_pdf_make_paragraphs:
 * @lines: (element-type PurportPdfLine): in reading order
 * @body_size: of most letters, in points
 *
 * O(number of lines).
 *
 * Returns: (transfer full) (element-type PurportPdfParagraph): the paragraphs, the footnotes last
 */
GArray *
purport_pdf_make_paragraphs (const GArray *lines, double body_size)
{
  Flow self = { .lines = lines, .body_size = body_size };
  g_autofree gboolean *footnotes = NULL;

  self.paragraphs = g_array_new (FALSE, FALSE, sizeof (PurportPdfParagraph));
  g_array_set_clear_func (self.paragraphs, clear_paragraph);
  self.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.leading = find_leading (&self);
  self.rows = g_new0 (gboolean, lines->len + 1u);
  find_rows (&self);
  collect_words (&self);
  footnotes = find_footnotes (&self);
  make_paragraphs (&self, footnotes, FALSE);
  make_paragraphs (&self, footnotes, TRUE);
  g_free (self.rows);
  g_hash_table_unref (self.words);
  return self.paragraphs;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page is cut at its gutter: the strip in its middle that the fewest rows of words cross. The rows that cross it (a
 * title, a wide figure's caption), or that have no more than a space there, part the page into bands; within a band the
 * left column comes before the right one, and each may have a gutter of its own. (After the recursive XY cut of Nagy
 * and Seth 1984, with rows that span columns.)
 */
#include "importers-pdf/pdf-order.h"

#include <math.h>
#include <string.h>

#include "importers-pdf/pdf-words.h"

/* A column has so many rows at least. */
#define MIN_ROWS 3u
/* The gutter lies between these shares of the width. */
#define FIRST_SHARE 0.2
#define LAST_SHARE 0.8
#define STEP_POINTS 1.5
/* So many of the rows may cross it, in per cent. */
#define MAX_CROSSING_PERCENT 40u
/* Columns stand beside one another for so much of the height of the lower one. */
#define MIN_BESIDE 0.3
/* A gutter is so wide, in sizes of the letters; and what is narrower than so much of it is a space. */
#define MIN_GUTTER 0.6
#define MIN_GUTTER_SHARE 0.7
/* A gap as between the cells of a table, in sizes. */
#define CELL_GAP 2.6
#define MAX_DEPTH 4u

/* Words on one line, from left to right. */
typedef struct {
  GPtrArray *words; /* (element-type PurportPdfWord): borrowed */
  double y;         /* of their middle */
} Row;

typedef struct {
  GArray *lines;
  guint page;
  guint column; /* the next one's number */
  const PurportPdfOrder *before;
  PurportPdfOrder after;
} Order;

static void
clear_row (gpointer data)
{
  Row *row = data;
  g_clear_pointer (&row->words, g_ptr_array_unref);
}

static double
middle (const PurportPdfWord *word)
{
  return (word->y0 + word->y1) / 2;
}

static int
compare_heights (gconstpointer one, gconstpointer two)
{
  double a = middle (*(PurportPdfWord *const *)one), b = middle (*(PurportPdfWord *const *)two);
  return a < b ? -1 : a > b;
}

static int
compare_sides (gconstpointer one, gconstpointer two)
{
  const PurportPdfWord *a = *(PurportPdfWord *const *)one, *b = *(PurportPdfWord *const *)two;
  return a->x0 < b->x0 ? -1 : a->x0 > b->x0;
}

/* Returns: (element-type Row): from top to bottom. */
static GArray *
make_rows (GPtrArray *words)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  g_ptr_array_sort (words, compare_heights);
  for (guint i = 0; i < words->len; i++) {
    PurportPdfWord *word = words->pdata[i];
    Row *last = rows->len > 0 ? &g_array_index (rows, Row, rows->len - 1) : NULL;
    if (last == NULL || middle (word) - last->y > 0.5 * word->size) {
      Row row = { g_ptr_array_new (), middle (word) };
      g_array_append_val (rows, row);
      last = &g_array_index (rows, Row, rows->len - 1);
    }
    g_ptr_array_add (last->words, word);
  }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_sort (g_array_index (rows, Row, i).words, compare_sides);
  return rows;
}

/* What a row has at a place: how far its words reach towards it from both sides. */
typedef struct {
  gboolean crosses;
  gboolean has_left;
  gboolean has_right;
  double left_end;
  double right_start;
} Meeting;

static Meeting
meet (const Row *row, double x)
{
  Meeting meeting = { .left_end = -G_MAXDOUBLE, .right_start = G_MAXDOUBLE };

  for (guint i = 0; i < row->words->len; i++) {
    const PurportPdfWord *word = row->words->pdata[i];
    if (word->x1 <= x) {
      meeting.has_left = TRUE;
      meeting.left_end = MAX (meeting.left_end, word->x1);
    } else if (word->x0 >= x) {
      meeting.has_right = TRUE;
      meeting.right_start = MIN (meeting.right_start, word->x0);
    } else {
      meeting.crosses = TRUE;
    }
  }
  return meeting;
}

typedef struct {
  guint n_left;
  guint n_right;
  guint n_crossing;
  double left_top, left_bottom, right_top, right_bottom;
} Sides;

static Sides
count_sides (const GArray *rows, double x)
{
  Sides sides = { .left_top = G_MAXDOUBLE, .right_top = G_MAXDOUBLE };

  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index (rows, Row, i);
    Meeting meeting = meet (row, x);
    sides.n_crossing += meeting.crosses ? 1 : 0;
    if (!meeting.crosses && meeting.has_left) {
      sides.n_left++;
      sides.left_top = MIN (sides.left_top, row->y);
      sides.left_bottom = MAX (sides.left_bottom, row->y);
    }
    if (!meeting.crosses && meeting.has_right) {
      sides.n_right++;
      sides.right_top = MIN (sides.right_top, row->y);
      sides.right_bottom = MAX (sides.right_bottom, row->y);
    }
  }
  return sides;
}

static gboolean
are_columns (Sides sides, guint n_rows)
{
  double beside = MIN (sides.left_bottom, sides.right_bottom) - MAX (sides.left_top, sides.right_top);
  double lower = MIN (sides.left_bottom - sides.left_top, sides.right_bottom - sides.right_top);

  return sides.n_left >= MIN_ROWS && sides.n_right >= MIN_ROWS &&
         sides.n_crossing * 100 <= n_rows * MAX_CROSSING_PERCENT && beside >= MIN_BESIDE * lower;
}

static int
compare_doubles (gconstpointer one, gconstpointer two)
{
  double a = *(const double *)one, b = *(const double *)two;
  return a < b ? -1 : a > b;
}

/* How wide the strip is in the rows that have words on both sides of it: most have at least so much. */
static double
find_width (const GArray *rows, double x)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rows->len; i++) {
    Meeting meeting = meet (&g_array_index (rows, Row, i), x);
    double gap = meeting.right_start - meeting.left_end;
    if (!meeting.crosses && meeting.has_left && meeting.has_right)
      g_array_append_val (gaps, gap);
  }
  g_array_sort (gaps, compare_doubles);
  return gaps->len > 0 ? g_array_index (gaps, double, gaps->len / 4) : G_MAXDOUBLE;
}

static double
find_size (const GPtrArray *words)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < words->len; i++)
    g_array_append_val (sizes, ((PurportPdfWord *)words->pdata[i])->size);
  g_array_sort (sizes, compare_doubles);
  return g_array_index (sizes, double, sizes->len / 2);
}

/* Returns: whether there is a gutter that the words show. */
static gboolean
find_gutter (const GPtrArray *words, const GArray *rows, PurportPdfGutter *gutter)
{
  double x0 = G_MAXDOUBLE, x1 = 0, first = 0, last = -G_MAXDOUBLE;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < words->len; i++) {
    x0 = MIN (x0, ((PurportPdfWord *)words->pdata[i])->x0);
    x1 = MAX (x1, ((PurportPdfWord *)words->pdata[i])->x1);
  }
  for (double x = x0 + (x1 - x0) * FIRST_SHARE; x <= x0 + (x1 - x0) * LAST_SHARE; x += STEP_POINTS) {
    Sides sides = count_sides (rows, x);
    if (sides.n_crossing > fewest || !are_columns (sides, rows->len))
      continue;
    if (sides.n_crossing < fewest)
      first = x;
    else if (x - last > STEP_POINTS * 1.5)
      continue; /* the first of several */
    fewest = sides.n_crossing;
    last = x;
  }
  if (fewest == G_MAXUINT)
    return FALSE;
  gutter->x = (first + last) / 2;
  gutter->width = find_width (rows, gutter->x);
  return gutter->width >= MIN_GUTTER * find_size (words);
}

/* The last page of a paper may have a line or two in its last column: they stand where the page before had it. */
static gboolean
find_old_gutter (const Order *self, const GArray *rows, PurportPdfGutter *gutter)
{
  for (guint i = 0; i < self->before->n_gutters; i++) {
    guint n_crossing = 0, n_right = 0;

    *gutter = self->before->gutters[i];
    for (guint k = 0; k < rows->len; k++) {
      Meeting meeting = meet (&g_array_index (rows, Row, k), gutter->x);
      gboolean is_narrow = meeting.has_left && meeting.has_right &&
                           meeting.right_start - meeting.left_end < MIN_GUTTER_SHARE * gutter->width;
      n_crossing += meeting.crosses || is_narrow ? 1 : 0;
      n_right += !meeting.crosses && meeting.has_right ? 1 : 0;
    }
    if (n_right > 0 && n_crossing < rows->len && n_crossing * 100 <= rows->len * MAX_CROSSING_PERCENT / 2)
      return TRUE;
  }
  return FALSE;
}

/* --- from rows to lines ----------------------------------------------------------------------------------------- */

static PurportPdfLine
make_line (const Order *self, const Row *row)
{
  PurportPdfLine line = { .page = self->page, .column = self->column };
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_letters = 0, n_bold = 0;

  for (guint i = 0; i < row->words->len; i++) {
    const PurportPdfWord *word = row->words->pdata[i];
    gsize n = strlen (word->text);
    if (i > 0)
      g_string_append_c (text, word->x0 - line.x1 > CELL_GAP * word->size ? '\t' : ' ');
    g_string_append (text, word->text);
    line.x0 = i == 0 ? word->x0 : MIN (line.x0, word->x0);
    line.y0 = i == 0 ? word->y0 : MIN (line.y0, word->y0);
    line.x1 = MAX (line.x1, word->x1);
    line.y1 = MAX (line.y1, word->y1);
    line.size += word->size * (double)n;
    n_letters += n;
    n_bold += word->is_bold ? n : 0;
  }
  line.size /= (double)MAX (n_letters, 1u);
  line.is_bold = n_bold * 2 > n_letters;
  line.text = g_string_free (g_steal_pointer (&text), FALSE);
  return line;
}

/* Makes a column of the words. */
static void
take (Order *self, GPtrArray *words)
{
  g_autoptr (GArray) rows = make_rows (words);

  for (guint i = 0; i < rows->len; i++) {
    PurportPdfLine line = make_line (self, &g_array_index (rows, Row, i));
    g_array_append_val (self->lines, line);
  }
  if (rows->len > 0)
    self->column++;
  g_ptr_array_set_size (words, 0);
}

static void order (Order *self, GPtrArray *words, guint depth);

/* The columns of a band; a new band begins. */
static void
order_band (Order *self, GPtrArray *left, GPtrArray *right, guint depth)
{
  if (left->len > 0)
    order (self, left, depth + 1);
  if (right->len > 0)
    order (self, right, depth + 1);
  g_ptr_array_set_size (left, 0);
  g_ptr_array_set_size (right, 0);
}

static void
order (Order *self, GPtrArray *words, guint depth)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new (), right = g_ptr_array_new (), across = g_ptr_array_new ();
  g_autoptr (GArray) rows = make_rows (words);
  PurportPdfGutter gutter = { 0 };

  if (depth == MAX_DEPTH ||
      !((rows->len >= MIN_ROWS && find_gutter (words, rows, &gutter)) || find_old_gutter (self, rows, &gutter))) {
    take (self, words);
    return;
  }
  if (self->after.n_gutters < PURPORT_PDF_MAX_GUTTERS)
    self->after.gutters[self->after.n_gutters++] = gutter;
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index (rows, Row, i);
    Meeting meeting = meet (row, gutter.x);
    gboolean spans = meeting.crosses || (meeting.has_left && meeting.has_right &&
                                         meeting.right_start - meeting.left_end < MIN_GUTTER_SHARE * gutter.width);

    if (spans)
      order_band (self, left, right, depth);
    else if (across->len > 0)
      take (self, across);
    for (guint k = 0; k < row->words->len; k++) {
      PurportPdfWord *word = row->words->pdata[k];
      g_ptr_array_add (spans ? across : word->x1 <= gutter.x ? left : right, word);
    }
  }
  take (self, across);
  order_band (self, left, right, depth);
}

/**
 * purport_pdf_order_page:
 * @words: (element-type PurportPdfWord): of one page
 * @lines: (element-type PurportPdfLine): to which the page's lines are appended
 *
 * O(number of words times the width of the page).
 */
void
purport_pdf_order_page (PurportPdfOrder *self, const GArray *words, guint page, GArray *lines)
{
  g_autoptr (GPtrArray) pointers = g_ptr_array_sized_new (words->len);
  Order work = { .lines = lines, .page = page, .column = self->n_columns, .before = self };

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (pointers, &g_array_index (words, PurportPdfWord, i));
  order (&work, pointers, 0);
  if (work.after.n_gutters > 0)
    *self = work.after;
  self->n_columns = work.column;
}

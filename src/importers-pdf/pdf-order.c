/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page is cut at its gutter: the place in its middle that the fewest lines cross. The lines that cross it (a title, a
 * wide figure's caption) part the page into bands; within a band the left column comes before the right one, and each
 * may have a gutter of its own. (After the recursive XY cut of Nagy and Seth 1984, with lines that span columns.)
 */
#include "importers-pdf/pdf-order.h"

#include <math.h>

/* A column has so many lines at least. */
#define MIN_LINES 3u
/* The gutter lies between these shares of the width. */
#define FIRST_SHARE 0.2
#define LAST_SHARE 0.8
/* So many of the lines may cross it, in per cent. */
#define MAX_CROSSING_PERCENT 40u
/* Columns stand beside one another for so much of the height of the lower one. */
#define MIN_BESIDE 0.3
#define MAX_DEPTH 4u

typedef struct {
  GPtrArray *ordered; /* (element-type PurportPdfLine): borrowed */
  guint column;       /* the next one's number */
} Order;

static double
baseline (const PurportPdfLine *line)
{
  return line->y1;
}

/* From top to bottom, on the same line from left to right. */
static int
compare_lines (gconstpointer one, gconstpointer two)
{
  const PurportPdfLine *a = *(PurportPdfLine *const *)one, *b = *(PurportPdfLine *const *)two;

  if (fabs (baseline (a) - baseline (b)) > 0.35 * MIN (a->size, b->size))
    return baseline (a) < baseline (b) ? -1 : 1;
  return a->x0 < b->x0 ? -1 : a->x0 > b->x0;
}

/* What is compared with a tolerance is not transitive, so lines are put in order by insertion. O(n) where they nearly
 * are, which they are as the library gives them. */
static void
sort_lines (GPtrArray *lines)
{
  for (guint i = 1; i < lines->len; i++)
    for (guint k = i; k > 0 && compare_lines (&lines->pdata[k], &lines->pdata[k - 1]) < 0; k--) {
      gpointer line = lines->pdata[k];
      lines->pdata[k] = lines->pdata[k - 1];
      lines->pdata[k - 1] = line;
    }
}

static void
take (Order *self, GPtrArray *lines)
{
  sort_lines (lines);
  for (guint i = 0; i < lines->len; i++) {
    PurportPdfLine *line = lines->pdata[i];
    line->column = self->column;
    g_ptr_array_add (self->ordered, line);
  }
  self->column++;
}

typedef struct {
  guint n_left;
  guint n_right;
  guint n_crossing;
  double left_top, left_bottom, right_top, right_bottom;
} Sides;

static Sides
count_sides (const GPtrArray *lines, double x)
{
  Sides sides = { .left_top = G_MAXDOUBLE, .right_top = G_MAXDOUBLE };

  for (guint i = 0; i < lines->len; i++) {
    const PurportPdfLine *line = lines->pdata[i];
    if (line->x1 <= x) {
      sides.n_left++;
      sides.left_top = MIN (sides.left_top, line->y0);
      sides.left_bottom = MAX (sides.left_bottom, line->y1);
    } else if (line->x0 >= x) {
      sides.n_right++;
      sides.right_top = MIN (sides.right_top, line->y0);
      sides.right_bottom = MAX (sides.right_bottom, line->y1);
    } else {
      sides.n_crossing++;
    }
  }
  return sides;
}

static gboolean
are_columns (Sides sides, guint n_lines)
{
  double beside = MIN (sides.left_bottom, sides.right_bottom) - MAX (sides.left_top, sides.right_top);
  double lower = MIN (sides.left_bottom - sides.left_top, sides.right_bottom - sides.right_top);

  return sides.n_left >= MIN_LINES && sides.n_right >= MIN_LINES &&
         sides.n_crossing * 100 <= n_lines * MAX_CROSSING_PERCENT && beside >= MIN_BESIDE * lower;
}

/* A gutter has full lines on both sides of it; the gap behind the cells of a narrow table's column has not. Returns:
 * whether there is one. */
static gboolean
find_gutter (const GPtrArray *lines, double *gutter)
{
  double x0 = G_MAXDOUBLE, x1 = 0, first = 0, last = 0;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < lines->len; i++) {
    const PurportPdfLine *line = lines->pdata[i];
    x0 = MIN (x0, line->x0);
    x1 = MAX (x1, line->x1);
  }
  for (double x = x0 + (x1 - x0) * FIRST_SHARE; x <= x0 + (x1 - x0) * LAST_SHARE; x += 2) {
    Sides sides = count_sides (lines, x);
    if (!are_columns (sides, lines->len) || sides.n_crossing > fewest)
      continue;
    if (sides.n_crossing < fewest || x - last > 2.5) {
      if (sides.n_crossing == fewest && last - first >= 8)
        continue; /* the first wide one */
      first = x;
    }
    fewest = sides.n_crossing;
    last = x;
  }
  *gutter = (first + last) / 2;
  return fewest != G_MAXUINT;
}

static void order (Order *self, GPtrArray *lines, guint depth);

/* The columns of a band, and a new band. */
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
order (Order *self, GPtrArray *lines, guint depth)
{
  g_autoptr (GPtrArray) left = NULL, right = NULL, across = NULL;
  double gutter;

  if (depth == MAX_DEPTH || lines->len < 2 * MIN_LINES || !find_gutter (lines, &gutter)) {
    take (self, lines);
    return;
  }
  left = g_ptr_array_new ();
  right = g_ptr_array_new ();
  across = g_ptr_array_new ();
  sort_lines (lines);
  for (guint i = 0; i < lines->len; i++) {
    PurportPdfLine *line = lines->pdata[i];
    gboolean crosses = line->x0 < gutter && line->x1 > gutter;

    if (crosses && (left->len > 0 || right->len > 0))
      order_band (self, left, right, depth);
    if (!crosses && across->len > 0) {
      take (self, across);
      g_ptr_array_set_size (across, 0);
    }
    g_ptr_array_add (crosses ? across : line->x1 <= gutter ? left : right, line);
  }
  if (across->len > 0)
    take (self, across);
  order_band (self, left, right, depth);
}

/**
 * purport_pdf_order_lines:
 * @lines: (element-type PurportPdfLine): page by page
 *
 * Puts the lines of each page in reading order and numbers the columns. O(lines of a page times its width) for a page.
 */
void
purport_pdf_order_lines (GArray *lines)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_sized_new (lines->len), page = g_ptr_array_new ();
  g_autofree PurportPdfLine *copy = NULL;
  Order self = { .ordered = ordered };

  for (guint i = 0; i < lines->len; i++) {
    PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    g_ptr_array_add (page, line);
    if (i + 1 == lines->len || line[1].page != line->page) {
      order (&self, page, 0);
      g_ptr_array_set_size (page, 0);
    }
  }
  copy = g_new (PurportPdfLine, lines->len + 1u);
  for (guint i = 0; i < lines->len; i++)
    copy[i] = *(PurportPdfLine *)ordered->pdata[i];
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, PurportPdfLine, i) = copy[i];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing over and under the text of a GtkTextView, in buffer coordinates, of what is in view. Pango's ERROR underline
 * would do for the dots, but screen readers announce it as a misspelling.
 */
#include "app/article-paint.h"

#define BAR_WIDTH 3
#define BAR_GAP 9
#define DOT_SIZE 2
#define DOT_STEP 4

typedef void (*RunFunc) (const GdkRectangle *run, gpointer data);

/* Limits an offset range to what is in view. */
static gboolean
clip_to_view (GtkTextView *view, guint start, guint end, GtkTextIter *from, GtkTextIter *to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter top, bottom;
  GdkRectangle rect;

  gtk_text_view_get_visible_rect (view, &rect);
  gtk_text_view_get_iter_at_location (view, &top, rect.x, rect.y);
  gtk_text_view_get_iter_at_location (view, &bottom, rect.x + rect.width, rect.y + rect.height);
  gtk_text_view_backward_display_line (view, &top);
  gtk_text_view_forward_display_line (view, &bottom);
  gtk_text_buffer_get_iter_at_offset (buffer, from, (int)start);
  gtk_text_buffer_get_iter_at_offset (buffer, to, (int)end);
  if (gtk_text_iter_compare (to, &top) <= 0 || gtk_text_iter_compare (from, &bottom) >= 0)
    return FALSE;
  if (gtk_text_iter_compare (from, &top) < 0)
    *from = top;
  if (gtk_text_iter_compare (to, &bottom) > 0)
    *to = bottom;
  return gtk_text_iter_compare (from, to) < 0;
}

/* Characters that stand side by side make one run; bidirectional text makes several. */
static void
for_each_cell (GtkTextView *view, GtkTextIter from, const GtkTextIter *to, RunFunc func, gpointer data)
{
  GdkRectangle run = { 0 };

  for (; gtk_text_iter_compare (&from, to) < 0; gtk_text_iter_forward_char (&from)) {
    GdkRectangle cell;
    gtk_text_view_get_iter_location (view, &from, &cell);
    if (cell.width < 0) {
      cell.x += cell.width;
      cell.width = -cell.width;
    }
    if (gtk_text_iter_ends_line (&from) || cell.width == 0)
      continue;
    if (run.width > 0 && cell.y == run.y && ABS (cell.x - (run.x + run.width)) <= 1) {
      run.width = cell.x + cell.width - run.x;
      run.height = MAX (run.height, cell.height);
    } else if (run.width > 0 && cell.y == run.y && ABS (cell.x + cell.width - run.x) <= 1) {
      run.width += run.x - cell.x;
      run.x = cell.x;
    } else {
      if (run.width > 0)
        func (&run, data);
      run = cell;
    }
  }
  if (run.width > 0)
    func (&run, data);
}

static gboolean
is_space (gunichar character, gpointer data)
{
  return g_unichar_isspace (character);
}

static gboolean
may_be_right_to_left (gunichar character, gpointer data)
{
  return character >= 0x0590 &&
         (character < 0x0900 || character >= 0xFB1D || (character >= 0x200E && character <= 0x2069));
}

/* Words of one display line; text that runs one way needs only its ends. */
static void
for_line (GtkTextView *view, const GtkTextIter *from, const GtkTextIter *to, RunFunc func, gpointer data)
{
  GtkTextIter last = *to, found = *from;
  GdkRectangle first, end;

  if (may_be_right_to_left (gtk_text_iter_get_char (from), NULL) ||
      gtk_text_iter_forward_find_char (&found, may_be_right_to_left, NULL, to)) {
    for_each_cell (view, *from, to, func, data);
    return;
  }
  do {
    if (!gtk_text_iter_backward_char (&last) || gtk_text_iter_compare (&last, from) < 0)
      return;
  } while (is_space (gtk_text_iter_get_char (&last), NULL));
  gtk_text_view_get_iter_location (view, from, &first);
  gtk_text_view_get_iter_location (view, &last, &end);
  if (first.y != end.y) {
    for_each_cell (view, *from, to, func, data);
    return;
  }
  first.width = end.x + end.width - first.x;
  first.height = MAX (first.height, end.height);
  func (&first, data);
}

/* Calls @func for the words of each display line in view. */
static void
for_each_run (GtkTextView *view, guint start, guint end, RunFunc func, gpointer data)
{
  GtkTextIter from, to;

  if (!clip_to_view (view, start, end, &from, &to))
    return;
  while (gtk_text_iter_compare (&from, &to) < 0) {
    GtkTextIter line_end = from;
    gtk_text_view_forward_display_line_end (view, &line_end);
    if (gtk_text_iter_compare (&line_end, &from) <= 0)
      gtk_text_iter_forward_char (&line_end);
    if (gtk_text_iter_compare (&line_end, &to) > 0)
      line_end = to;
    for_line (view, &from, &line_end, func, data);
    from = line_end;
  }
}

typedef struct {
  GtkSnapshot *snapshot;
  const GdkRGBA *color;
  const GdkRGBA *edge;
  float edge_width;
  guint n_lines;
} Brush;

static void
draw_dots (const GdkRectangle *run, gpointer data)
{
  const Brush *brush = data;
  float y = (float)(run->y + run->height - DOT_SIZE - 1);
  float first = (float)(((run->x + DOT_STEP - 1) / DOT_STEP) * DOT_STEP);

  for (float x = first; x + DOT_SIZE <= (float)(run->x + run->width); x += DOT_STEP)
    gtk_snapshot_append_color (brush->snapshot, brush->color, &GRAPHENE_RECT_INIT (x, y, DOT_SIZE, DOT_SIZE));
}

/* Dots along the bottom of the words; @start and @end are buffer offsets. */
void
purport_article_paint_dots (GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *color)
{
  Brush brush = { .snapshot = snapshot, .color = color };
  for_each_run (view, start, end, draw_dots, &brush);
}

static void
draw_line (const GdkRectangle *run, gpointer data)
{
  const Brush *brush = data;

  for (guint i = 0; i < brush->n_lines; i++)
    gtk_snapshot_append_color (
        brush->snapshot, brush->color,
        &GRAPHENE_RECT_INIT ((float)run->x, (float)(run->y + run->height - 3 - 2 * (int)i), (float)run->width, 1));
}

/*
 * One or two lines along the bottom of the words, each a whole pixel high: Pango's own lie between two pixels, which
 * halves their contrast.
 */
void
purport_article_paint_lines (
    GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, guint n_lines, const GdkRGBA *color)
{
  Brush brush = { .snapshot = snapshot, .color = color, .n_lines = n_lines };
  for_each_run (view, start, end, draw_line, &brush);
}

/* A bar in the margin beside the lines of the words. */
void
purport_article_paint_bar (GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *color)
{
  GtkTextIter from, to;
  GdkRectangle first, last, visible;
  int x;

  if (!clip_to_view (view, start, end, &from, &to))
    return;
  gtk_text_iter_backward_char (&to);
  gtk_text_view_get_iter_location (view, &from, &first);
  gtk_text_view_get_iter_location (view, &to, &last);
  gtk_text_view_get_visible_rect (view, &visible);
  x = gtk_text_view_get_left_margin (view) - BAR_GAP;
  if (gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL)
    x = visible.x + visible.width - gtk_text_view_get_right_margin (view) + BAR_GAP - BAR_WIDTH;
  gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT ((float)x, (float)first.y, BAR_WIDTH, (float)(last.y + last.height - first.y)));
}

static void
draw_box (const GdkRectangle *run, gpointer data)
{
  const Brush *brush = data;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float)run->x - 1, (float)run->y, (float)run->width + 2, (float)run->height);
  GskRoundedRect outline;
  const float widths[4] = { brush->edge_width, brush->edge_width, brush->edge_width, brush->edge_width };
  const GdkRGBA edges[4] = { *brush->edge, *brush->edge, *brush->edge, *brush->edge };

  gtk_snapshot_append_color (brush->snapshot, brush->color, &bounds);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_border (brush->snapshot, &outline, widths, edges);
}

/* A filled box with an edge behind the words. */
void
purport_article_paint_box (GtkTextView *view,
                           GtkSnapshot *snapshot,
                           guint start,
                           guint end,
                           const GdkRGBA *fill,
                           const GdkRGBA *edge,
                           float edge_width)
{
  Brush brush = { .snapshot = snapshot, .color = fill, .edge = edge, .edge_width = edge_width };
  for_each_run (view, start, end, draw_box, &brush);
}

static void
draw_bracket (const GdkRectangle *run, gpointer data)
{
  const Brush *brush = data;
  float x = (float)run->x, y = (float)run->y, width = (float)run->width;

  gtk_snapshot_append_color (brush->snapshot, brush->color, &GRAPHENE_RECT_INIT (x, y, width, 2));
  gtk_snapshot_append_color (brush->snapshot, brush->color, &GRAPHENE_RECT_INIT (x - 1, y, 2, 6));
  gtk_snapshot_append_color (brush->snapshot, brush->color, &GRAPHENE_RECT_INIT (x + width - 1, y, 2, 6));
}

/* A line above the words with a tick at either end. */
void
purport_article_paint_bracket (GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *color)
{
  Brush brush = { .snapshot = snapshot, .color = color };
  for_each_run (view, start, end, draw_bracket, &brush);
}

/* A small arrow that points out of the text, above and behind the character before @end; in text that runs from right
 * to left that is at its left. */
void
purport_article_paint_arrow (GtkTextView *view, GtkSnapshot *snapshot, guint end, const GdkRGBA *color)
{
  GtkTextIter last;
  GdkRectangle cell;
  gboolean leftwards;
  float unit, x, y, step;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &last, (int)end - 1);
  gtk_text_view_get_iter_location (view, &last, &cell);
  leftwards = cell.width < 0;
  unit = (float)MAX (cell.height / 22, 1);
  step = leftwards ? -unit : unit;
  x = (float)(cell.x + cell.width) + (leftwards ? -2 * unit : unit);
  y = (float)cell.y + (float)cell.height * 0.2f;
  for (int i = 0; i < 4; i++)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x + step * (float)i, y + unit * (float)(3 - i), unit, unit));
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (leftwards ? x - 3 * unit : x + unit, y, 3 * unit, unit));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x + 3 * step, y, unit, 3 * unit));
}

/* The offsets between which the text is in view. */
void
purport_article_paint_get_view (GtkTextView *view, guint *top, guint *bottom)
{
  GtkTextIter first, last;
  GdkRectangle rect;

  gtk_text_view_get_visible_rect (view, &rect);
  gtk_text_view_get_iter_at_location (view, &first, rect.x, rect.y);
  gtk_text_view_get_iter_at_location (view, &last, rect.x + rect.width, rect.y + rect.height);
  gtk_text_view_backward_display_line_start (view, &first);
  gtk_text_view_forward_display_line_end (view, &last);
  *top = (guint)gtk_text_iter_get_offset (&first);
  *bottom = (guint)gtk_text_iter_get_offset (&last);
}

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

/* Characters that stand side by side on one display line make one run; bidirectional text makes several. */
static void
for_each_run (GtkTextView *view, guint start, guint end, RunFunc func, gpointer data)
{
  GtkTextIter from, to;
  GdkRectangle run = { 0 };

  if (!clip_to_view (view, start, end, &from, &to))
    return;
  for (; gtk_text_iter_compare (&from, &to) < 0; gtk_text_iter_forward_char (&from)) {
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

typedef struct {
  GtkSnapshot *snapshot;
  const GdkRGBA *color;
  const GdkRGBA *edge;
  float edge_width;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawn in the text colour, so that it is readable in every style: full, striped upright, dotted, and empty segments,
 * with a gap between two of them.
 */
#include "app/tally-bar.h"

#define BAR_HEIGHT 10
#define GAP 2
#define STRIPE 3

struct _PurportTallyBar {
  GtkWidget parent_instance;
  guint counts[PURPORT_TALLY_MAX];
};

G_DEFINE_FINAL_TYPE (PurportTallyBar, purport_tally_bar, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : BAR_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_segment (GtkSnapshot *snapshot, const GdkRGBA *color, guint pattern, float x, float width)
{
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  if (pattern == 0)
    fill (snapshot, color, x, 0, width, BAR_HEIGHT);
  for (float at = x; pattern == 1 && at < x + width; at += 2 * STRIPE)
    fill (snapshot, color, at, 0, MIN (STRIPE, x + width - at), BAR_HEIGHT);
  for (float at = x + STRIPE; pattern == 2 && at + 2 < x + width; at += 2 * STRIPE)
    fill (snapshot, color, at, BAR_HEIGHT / 2 - 1, 2, 2);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, 0, width, BAR_HEIGHT), 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportTallyBar *self = PURPORT_TALLY_BAR (widget);
  float width = (float)gtk_widget_get_width (widget), x = 0;
  guint total = 0, n_segments = 0;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < PURPORT_TALLY_MAX; i++) {
    total += self->counts[i];
    n_segments += self->counts[i] > 0 ? 1 : 0;
  }
  if (total == 0)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) {
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
    gtk_snapshot_scale (snapshot, -1, 1);
  }
  width -= (float)(GAP * (n_segments - 1));
  for (guint i = 0; i < PURPORT_TALLY_MAX; i++) {
    float share = width * (float)self->counts[i] / (float)total;
    if (self->counts[i] == 0)
      continue;
    draw_segment (snapshot, &color, i, x, share);
    x += share + GAP;
  }
}

static void
purport_tally_bar_class_init (PurportTallyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = measure;
  widget_class->snapshot = draw;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
purport_tally_bar_init (PurportTallyBar *self)
{
}

void
purport_tally_bar_set_counts (PurportTallyBar *self, const guint counts[PURPORT_TALLY_MAX])
{
  g_return_if_fail (PURPORT_IS_TALLY_BAR (self));
  for (guint i = 0; i < PURPORT_TALLY_MAX; i++)
    self->counts[i] = counts[i];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

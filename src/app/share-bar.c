/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn in the text colour, so that it is readable in every style; a range ends in a hatched part. */
#include "app/share-bar.h"

#define BAR_HEIGHT 8
#define BAR_WIDTH 180
#define HATCH 3
/* What is drawn of the smallest share that is not nothing */
#define SLIVER 2.0

struct _PurportShareBar {
  GtkWidget parent_instance;
  double low;
  double high;
};

G_DEFINE_FINAL_TYPE (PurportShareBar, purport_share_bar, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : BAR_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : BAR_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, int width, double from, double to)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float)(from * width), 0, (float)((to - from) * width), BAR_HEIGHT));
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportShareBar *self = PURPORT_SHARE_BAR (widget);
  int width = gtk_widget_get_width (widget);
  const float widths[4] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) {
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)width, 0));
    gtk_snapshot_scale (snapshot, -1, 1);
  }
  fill (snapshot, &color, width, 0, self->low);
  if (self->high > 0)
    fill (snapshot, &color, width, 0, MIN (1 + SLIVER, width) / width);
  for (double x = self->low * width; x < self->high * width; x += 2.0 * HATCH)
    fill (snapshot, &color, width, x / width, MIN ((x + HATCH) / width, self->high));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, (float)width, BAR_HEIGHT), 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, (const GdkRGBA[4]){ color, color, color, color });
}

static void
purport_share_bar_class_init (PurportShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = measure;
  widget_class->snapshot = draw;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
purport_share_bar_init (PurportShareBar *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/* Returns: (transfer floating): an empty bar. The words beside it say what it shows. */
GtkWidget *
purport_share_bar_new (void)
{
  return g_object_new (PURPORT_TYPE_SHARE_BAR, NULL);
}

/* Fills the bar from 0 to @low, and hatches it from there to @high; both lie between 0 and 1. */
void
purport_share_bar_set_share (PurportShareBar *self, double low, double high)
{
  g_return_if_fail (PURPORT_IS_SHARE_BAR (self));
  self->low = CLAMP (low, 0, 1);
  self->high = CLAMP (high, self->low, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn in the text colour: full and empty discs are told apart without colours, in every style. */
#include "app/count-picture.h"

#include <math.h>

#define SIZE 13
#define GAP 4

struct _PurportCountPicture {
  GtkWidget parent_instance;
  guint n;
  guint total;
};

G_DEFINE_FINAL_TYPE (PurportCountPicture, purport_count_picture, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  int total = (int)PURPORT_COUNT_PICTURE (widget)->total;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? total * (SIZE + GAP) : SIZE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
draw_disc (GtkSnapshot *snapshot, const GdkRGBA *color, float x, gboolean full)
{
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (x, 0, SIZE, SIZE), SIZE / 2.0f);
  if (full) {
    gtk_snapshot_push_rounded_clip (snapshot, &disc);
    gtk_snapshot_append_color (snapshot, color, &disc.bounds);
    gtk_snapshot_pop (snapshot);
  }
  gtk_snapshot_append_border (snapshot, &disc, widths, colors);
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportCountPicture *self = PURPORT_COUNT_PICTURE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float)gtk_widget_get_width (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < self->total; i++) {
    float x = (float)(i * (SIZE + GAP));
    draw_disc (snapshot, &color, rtl ? width - x - SIZE : x, i < self->n);
  }
}

static void
purport_count_picture_class_init (PurportCountPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = measure;
  widget_class->snapshot = draw;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
purport_count_picture_init (PurportCountPicture *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/* Returns: (transfer floating): an empty picture. The words beside it say what it shows. */
GtkWidget *
purport_count_picture_new (void)
{
  return g_object_new (PURPORT_TYPE_COUNT_PICTURE, NULL);
}

/**
 * purport_count_picture_find:
 * @share: 0 to 1
 * @n: (out): how many
 * @total: (out): of how many, at most %PURPORT_COUNT_PICTURE_MOST
 *
 * Returns: whether @share is so many out of so few, exactly or as nearly as it is written
 */
gboolean
purport_count_picture_find (double share, guint *n, guint *total)
{
  for (guint of = 2; of <= PURPORT_COUNT_PICTURE_MOST; of++) {
    double whole = round (share * of);
    if (fabs (share * of - whole) < 0.005 && whole > 0) {
      *n = (guint)whole;
      *total = of;
      return TRUE;
    }
  }
  return FALSE;
}

void
purport_count_picture_set_count (PurportCountPicture *self, guint n, guint total)
{
  g_return_if_fail (PURPORT_IS_COUNT_PICTURE (self) && n <= total && total <= PURPORT_COUNT_PICTURE_MOST);
  self->n = n;
  self->total = total;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

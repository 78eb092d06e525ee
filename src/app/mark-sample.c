/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn in the text colour of the window it stands in; the words beside it say what it means. */
#include "config.h"

#include "app/mark-sample.h"

#include <glib/gi18n.h>

#define DOT 2
#define DOT_STEP 5
#define LINE_GAP 3
#define BAR_WIDTH 3
#define PADDING 8

struct _PurportMarkSample {
  GtkWidget parent_instance;
  PurportSample sample;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (PurportMarkSample, purport_mark_sample, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (PURPORT_MARK_SAMPLE (widget)->layout, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width + 2 * PADDING : height + 2 * LINE_GAP;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_underline (PurportMarkSample *self, GtkSnapshot *snapshot, const GdkRGBA *color, float width, float y)
{
  switch (self->sample) {
  case PURPORT_SAMPLE_DOTTED:
    for (float x = PADDING; x + DOT <= PADDING + width; x += DOT_STEP)
      fill (snapshot, color, x, y, DOT, DOT);
    break;
  case PURPORT_SAMPLE_DOUBLE:
    fill (snapshot, color, PADDING, y, width, 1);
    fill (snapshot, color, PADDING, y + LINE_GAP, width, 1);
    break;
  case PURPORT_SAMPLE_SOLID:
  case PURPORT_SAMPLE_SELECTED:
    fill (snapshot, color, PADDING, y, width, 1);
    break;
  case PURPORT_SAMPLE_PLAIN:
  default:
    break;
  }
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportMarkSample *self = PURPORT_MARK_SAMPLE (widget);
  GdkRGBA color, tint;
  int width, height;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  tint = color;
  tint.alpha = 0.2f;
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (self->sample == PURPORT_SAMPLE_SELECTED) {
    fill (snapshot, &tint, PADDING, 0, (float)width, (float)height);
    fill (snapshot, &color, 0, 0, BAR_WIDTH, (float)height);
  }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, 0));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
  draw_underline (self, snapshot, &color, (float)width, (float)height);
}

static void
purport_mark_sample_dispose (GObject *object)
{
  g_clear_object (&PURPORT_MARK_SAMPLE (object)->layout);
  G_OBJECT_CLASS (purport_mark_sample_parent_class)->dispose (object);
}

static void
purport_mark_sample_class_init (PurportMarkSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_mark_sample_dispose;
  widget_class->measure = measure;
  widget_class->snapshot = draw;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
purport_mark_sample_init (PurportMarkSample *self)
{
  /* Translators: a word that is underlined in the help to show what marks look like */
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), C_ ("sample of a mark", "claim"));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/* Returns: (transfer floating): a word with the mark @sample. */
GtkWidget *
purport_mark_sample_new (PurportSample sample)
{
  PurportMarkSample *self = g_object_new (PURPORT_TYPE_MARK_SAMPLE, NULL);

  self->sample = sample;
  return GTK_WIDGET (self);
}

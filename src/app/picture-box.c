/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text view gives a child its smallest size and no other, so the smallest size is the one that it should have: the
 * picture's own, made smaller until it fits into the room.
 */
#include "config.h"

#include "app/picture-box.h"

#include <glib/gi18n.h>

#include "app/accessible.h"

#define FRAME_WIDTH 420

struct _PurportPictureBox {
  GtkWidget parent_instance;
  GtkWidget *frame;      /* the description; NULL once there was a picture */
  GtkWidget *note;       /* a label in the frame */
  GdkPaintable *picture; /* NULL: none yet, none that can be shown, or none any more */
  int own_width;         /* of the picture, once there was one */
  int own_height;
  int room_width;
  int room_height;
};

G_DEFINE_FINAL_TYPE (PurportPictureBox, purport_picture_box, GTK_TYPE_WIDGET)

/* The size of the picture in the room, with its own proportions; never larger than it is. */
static void
get_picture_size (PurportPictureBox *self, int *width, int *height)
{
  double scale =
      MIN (1, MIN ((double)self->room_width / self->own_width, (double)self->room_height / self->own_height));

  *width = MAX ((int)(self->own_width * scale), 1);
  *height = MAX ((int)(self->own_height * scale), 1);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  PurportPictureBox *self = PURPORT_PICTURE_BOX (widget);
  int width, height;

  if (self->frame == NULL) {
    get_picture_size (self, &width, &height);
  } else {
    gtk_widget_measure (self->frame, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    width = MAX (width, MIN (self->room_width, FRAME_WIDTH));
    gtk_widget_measure (self->frame, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  }
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum_baseline = *natural_baseline = -1;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PurportPictureBox *self = PURPORT_PICTURE_BOX (widget);

  if (self->frame != NULL)
    gtk_widget_allocate (self->frame, width, height, baseline, NULL);
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportPictureBox *self = PURPORT_PICTURE_BOX (widget);

  if (self->picture != NULL)
    gdk_paintable_snapshot (self->picture, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GTK_WIDGET_CLASS (purport_picture_box_parent_class)->snapshot (widget, snapshot);
}

static void
purport_picture_box_dispose (GObject *object)
{
  PurportPictureBox *self = PURPORT_PICTURE_BOX (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (purport_picture_box_parent_class)->dispose (object);
}

static void
purport_picture_box_class_init (PurportPictureBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_picture_box_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = draw;
  gtk_widget_class_set_css_name (widget_class, "picture-box");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
purport_picture_box_init (PurportPictureBox *self)
{
  self->room_width = FRAME_WIDTH;
  self->room_height = FRAME_WIDTH;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "default");
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * purport_picture_box_new:
 * @description: what the picture shows, in words
 * @note: why it does not show, if that is known
 *
 * Returns: (transfer floating): the description in a frame
 */
GtkWidget *
purport_picture_box_new (const char *description, const char *note)
{
  PurportPictureBox *self = g_object_new (PURPORT_TYPE_PICTURE_BOX, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("image-x-generic-symbolic");

  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->frame, "picture-frame");
  gtk_box_append (GTK_BOX (self->frame), icon);
  gtk_box_append (GTK_BOX (self->frame), new_label (description, "picture-description"));
  self->note = new_label (note, "picture-note");
  gtk_widget_set_visible (self->note, *note != '\0');
  gtk_box_append (GTK_BOX (self->frame), self->note);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  purport_accessible_set_name (GTK_WIDGET (self), description);
  return GTK_WIDGET (self);
}

/* The picture becomes no wider and no higher than this, in pixels. */
void
purport_picture_box_set_room (PurportPictureBox *self, int width, int height)
{
  if (self->room_width == width && self->room_height == height)
    return;
  self->room_width = width;
  self->room_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Says why the picture is not shown. */
void
purport_picture_box_set_note (PurportPictureBox *self, const char *note)
{
  if (self->frame == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, TRUE);
}

/* Shows @picture instead of the description; @width and @height, in pixels, are those it has where there is room. */
void
purport_picture_box_set_picture (PurportPictureBox *self, GdkPaintable *picture, int width, int height)
{
  self->note = NULL;
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_set_object (&self->picture, picture);
  self->own_width = MAX (width, 1);
  self->own_height = MAX (height, 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Gives the picture's memory back and keeps its place free. */
void
purport_picture_box_drop_picture (PurportPictureBox *self)
{
  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

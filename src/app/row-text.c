/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list keeps two hundred rows, and when its filter changes all of them are measured before the next frame. A GtkLabel
 * lays its text out half a dozen times for that: as narrow and as wide as it could be, and again to be drawn. This one
 * says at once how narrow it may be, lays the text out once for the width that it gets, and draws that.
 */
#include "config.h"

#include "app/row-text.h"

/* What it asks for; the pane is wider, and longer words are broken. */
#define MIN_WIDTH 60
#define NATURAL_WIDTH 240

struct _PurportRowText {
  GtkWidget parent_instance;
  char *text;
  PangoAttrList *attributes;
  PangoLayout *layout; /* NULL until somebody asks */
  guint font_serial;   /* of the fonts that @layout was made with */
  int width;           /* the width that @layout has, in pixels */
  int height;          /* of @layout, in pixels */
  int baseline;
};

G_DEFINE_FINAL_TYPE (PurportRowText, purport_row_text, GTK_TYPE_WIDGET)

static void
forget_layout (PurportRowText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The text begins where its language begins a line, whatever the direction of the window: Pango turns the alignment
 * round where the two differ. */
static void
lay_out (PurportRowText *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->layout != NULL && self->width == width)
    return;
  if (self->layout == NULL) {
    self->layout = gtk_widget_create_pango_layout (widget, self->text);
    self->font_serial = pango_context_get_serial (pango_layout_get_context (self->layout));
    pango_layout_set_attributes (self->layout, self->attributes);
    pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment (self->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  }
  self->width = width;
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &self->height);
  self->baseline = PANGO_PIXELS (pango_layout_get_baseline (self->layout));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  PurportRowText *self = PURPORT_ROW_TEXT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  /* Whoever does not say how wide gets an answer without the text being laid out again. */
  if (for_size < 0)
    for_size = self->width > 0 ? self->width : NATURAL_WIDTH;
  lay_out (self, for_size);
  *minimum = *natural = self->height;
  *minimum_baseline = *natural_baseline = self->baseline;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportRowText *self = PURPORT_ROW_TEXT (widget);

  lay_out (self, gtk_widget_get_width (widget));
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, self->layout);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PurportRowText *self = PURPORT_ROW_TEXT (widget);

  GTK_WIDGET_CLASS (purport_row_text_parent_class)->css_changed (widget, change);
  /* A row that comes into view is told so after it has got its place: it is not to ask for another without a reason. */
  if (self->layout != NULL && pango_context_get_serial (pango_layout_get_context (self->layout)) != self->font_serial)
    forget_layout (self);
  else
    gtk_widget_queue_draw (widget);
}

static void
system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (purport_row_text_parent_class)->system_setting_changed (widget, setting);
  forget_layout (PURPORT_ROW_TEXT (widget));
}

static void
direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  forget_layout (PURPORT_ROW_TEXT (widget));
}

static void
purport_row_text_finalize (GObject *object)
{
  PurportRowText *self = PURPORT_ROW_TEXT (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (purport_row_text_parent_class)->finalize (object);
}

static void
purport_row_text_class_init (PurportRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = purport_row_text_finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->css_changed = css_changed;
  widget_class->system_setting_changed = system_setting_changed;
  widget_class->direction_changed = direction_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
purport_row_text_init (PurportRowText *self)
{
  self->text = g_strdup ("");
}

/* Returns: (transfer floating): one without text. */
GtkWidget *
purport_row_text_new (void)
{
  return g_object_new (PURPORT_TYPE_ROW_TEXT, NULL);
}

/* Shows @text with @attributes: (nullable) (transfer none). */
void
purport_row_text_set (PurportRowText *self, const char *text, PangoAttrList *attributes)
{
  g_return_if_fail (PURPORT_IS_ROW_TEXT (self));
  if (g_str_equal (text, self->text) && attributes == self->attributes)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  forget_layout (self);
}

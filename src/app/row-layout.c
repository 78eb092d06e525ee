/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list keeps two hundred rows and measures them all when another part of it comes into view. A GtkBox is asked then
 * how wide it would be for some height, and tries a dozen widths out: each of them lays all text of the row out again.
 * Here the width depends on nothing, and the text is laid out for the width that there is.
 */
#include "app/row-layout.h"

#define ICON_SPACING 10

struct _PurportRowLayout {
  GtkLayoutManager parent_instance;
  int spacing; /* between one and the next below it, in pixels */
};

enum { PROP_0, PROP_SPACING };

G_DEFINE_FINAL_TYPE (PurportRowLayout, purport_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Returns: (nullable): the icon, which comes first if there is one. */
static GtkWidget *
get_icon (GtkWidget *row)
{
  GtkWidget *first = gtk_widget_get_first_child (row);

  return GTK_IS_IMAGE (first) && gtk_widget_should_layout (first) ? first : NULL;
}

/* Returns: (nullable): the first of those that lie below one another, behind @before: (nullable). */
static GtkWidget *
get_next (GtkWidget *row, GtkWidget *before)
{
  GtkWidget *child = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (row);

  while (child != NULL && (child == get_icon (row) || !gtk_widget_should_layout (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Returns: how much of the row's width the icon takes, in pixels. */
static int
get_indent (GtkWidget *row)
{
  GtkWidget *icon = get_icon (row);
  int width;

  if (icon == NULL)
    return 0;
  gtk_widget_measure (icon, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width + ICON_SPACING;
}

static void
measure_width (GtkWidget *row, int *minimum, int *natural)
{
  int indent = get_indent (row);

  for (GtkWidget *child = get_next (row, NULL); child != NULL; child = get_next (row, child)) {
    int least, wished;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wished);
  }
  *minimum += indent;
  *natural += indent;
}

static void
measure_height (PurportRowLayout *self, GtkWidget *row, int width, int *minimum, int *natural)
{
  GtkWidget *icon = get_icon (row);
  int within = width < 0 ? -1 : MAX (width - get_indent (row), 0);

  for (GtkWidget *child = get_next (row, NULL), *next; child != NULL; child = next) {
    int least, wished;
    next = get_next (row, child);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, within, &least, &wished, NULL, NULL);
    *minimum += least + (next != NULL ? self->spacing : 0);
    *natural += wished + (next != NULL ? self->spacing : 0);
  }
  if (icon != NULL) {
    int least, wished;
    gtk_widget_measure (icon, GTK_ORIENTATION_VERTICAL, -1, &least, &wished, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wished);
  }
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (PURPORT_ROW_LAYOUT (manager), widget, for_size, minimum, natural);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  PurportRowLayout *self = PURPORT_ROW_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *icon = get_icon (widget);
  int indent = get_indent (widget);
  GtkAllocation place = { rtl ? 0 : indent, 0, MAX (width - indent, 0), 0 };

  if (icon != NULL) {
    GtkAllocation side = { rtl ? width - indent + ICON_SPACING : 0, 0, indent - ICON_SPACING, height };
    gtk_widget_size_allocate (icon, &side, -1);
  }
  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child)) {
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
    gtk_widget_size_allocate (child, &place, -1);
    place.y += place.height + self->spacing;
  }
}

static void
purport_row_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, PURPORT_ROW_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
purport_row_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    PURPORT_ROW_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
purport_row_layout_class_init (PurportRowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
  object_class->get_property = purport_row_layout_get_property;
  object_class->set_property = purport_row_layout_set_property;
  g_object_class_install_property (
      object_class, PROP_SPACING,
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY));
}

static void
purport_row_layout_init (PurportRowLayout *self)
{
}

/* Returns: (transfer full): a layout with @spacing pixels between what lies below one another. */
GtkLayoutManager *
purport_row_layout_new (int spacing)
{
  return g_object_new (PURPORT_TYPE_ROW_LAYOUT, "spacing", spacing, NULL);
}

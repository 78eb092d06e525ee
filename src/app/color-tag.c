/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a tag says that its foreground is set, GTK 4.8 answers a screen reader that asks for the attributes of the text
 * by reading a property that cannot be read, and crashes. This tag colours the text and does not say so.
 */
#include "app/color-tag.h"

struct _PurportColorTag {
  GtkTextTag parent_instance;
};

enum { PROP_0, PROP_FOREGROUND_SET };

G_DEFINE_FINAL_TYPE (PurportColorTag, purport_color_tag, GTK_TYPE_TEXT_TAG)

static void
purport_color_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOREGROUND_SET)
    g_value_set_boolean (value, FALSE);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
purport_color_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
purport_color_tag_class_init (PurportColorTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = purport_color_tag_get_property;
  object_class->set_property = purport_color_tag_set_property;
  g_object_class_override_property (object_class, PROP_FOREGROUND_SET, "foreground-set");
}

static void
purport_color_tag_init (PurportColorTag *self)
{
}

/* Adds a tag called @name to the table of @buffer, which owns it. */
GtkTextTag *
purport_color_tag_add (GtkTextBuffer *buffer, const char *name)
{
  g_autoptr (GtkTextTag) tag = g_object_new (PURPORT_TYPE_COLOR_TAG, "name", name, NULL);

  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  return tag;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences as properties, bound to GSettings where the schema is installed: without it they last for one run. */
#include "config.h"

#include "app/preferences.h"

#define ZOOM_MIN 0.5
#define ZOOM_MAX 3.0

struct _PurportPreferences {
  GObject parent_instance;
  GSettings *settings; /* NULL: no schema is installed */
  char *style;
  char *density;
  double zoom;
  gboolean show_pane;
  gboolean show_marks;
  int window_width;
  int window_height;
  gboolean window_maximized;
};

enum {
  PROP_0,
  PROP_STYLE,
  PROP_DENSITY,
  PROP_ZOOM,
  PROP_SHOW_PANE,
  PROP_SHOW_MARKS,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PurportPreferences, purport_preferences, G_TYPE_OBJECT)

static void
purport_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PurportPreferences *self = PURPORT_PREFERENCES (object);

  switch (id) {
  case PROP_STYLE:
    g_value_set_string (value, self->style);
    break;
  case PROP_DENSITY:
    g_value_set_string (value, self->density);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, self->zoom);
    break;
  case PROP_SHOW_PANE:
    g_value_set_boolean (value, self->show_pane);
    break;
  case PROP_SHOW_MARKS:
    g_value_set_boolean (value, self->show_marks);
    break;
  case PROP_WINDOW_WIDTH:
    g_value_set_int (value, self->window_width);
    break;
  case PROP_WINDOW_HEIGHT:
    g_value_set_int (value, self->window_height);
    break;
  case PROP_WINDOW_MAXIMIZED:
    g_value_set_boolean (value, self->window_maximized);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
take_string (char **place, const GValue *value)
{
  g_free (*place);
  *place = g_value_dup_string (value);
}

static void
purport_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PurportPreferences *self = PURPORT_PREFERENCES (object);

  switch (id) {
  case PROP_STYLE:
    take_string (&self->style, value);
    break;
  case PROP_DENSITY:
    take_string (&self->density, value);
    break;
  case PROP_ZOOM:
    self->zoom = g_value_get_double (value);
    break;
  case PROP_SHOW_PANE:
    self->show_pane = g_value_get_boolean (value);
    break;
  case PROP_SHOW_MARKS:
    self->show_marks = g_value_get_boolean (value);
    break;
  case PROP_WINDOW_WIDTH:
    self->window_width = g_value_get_int (value);
    break;
  case PROP_WINDOW_HEIGHT:
    self->window_height = g_value_get_int (value);
    break;
  case PROP_WINDOW_MAXIMIZED:
    self->window_maximized = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
purport_preferences_constructed (GObject *object)
{
  PurportPreferences *self = PURPORT_PREFERENCES (object);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  G_OBJECT_CLASS (purport_preferences_parent_class)->constructed (object);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, PURPORT_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  for (guint i = 1; i < N_PROPERTIES; i++)
    if (g_settings_schema_has_key (schema, properties[i]->name))
      g_settings_bind (self->settings, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

static void
purport_preferences_finalize (GObject *object)
{
  PurportPreferences *self = PURPORT_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->style);
  g_free (self->density);
  G_OBJECT_CLASS (purport_preferences_parent_class)->finalize (object);
}

static void
purport_preferences_class_init (PurportPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->get_property = purport_preferences_get_property;
  object_class->set_property = purport_preferences_set_property;
  object_class->constructed = purport_preferences_constructed;
  object_class->finalize = purport_preferences_finalize;

  properties[PROP_STYLE] = g_param_spec_string ("style", NULL, NULL, "system", flags);
  properties[PROP_DENSITY] = g_param_spec_string ("density", NULL, NULL, "main", flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, ZOOM_MIN, ZOOM_MAX, 1, flags);
  properties[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_MARKS] = g_param_spec_boolean ("show-marks", NULL, NULL, TRUE, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1080, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 760, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
purport_preferences_init (PurportPreferences *self)
{
}

/* Returns: (transfer full): the preferences, with what was kept. */
PurportPreferences *
purport_preferences_new (void)
{
  return g_object_new (PURPORT_TYPE_PREFERENCES, NULL);
}

/* Returns: (transfer none): "system", "light", "sepia" or "dark" */
const char *
purport_preferences_get_style (PurportPreferences *self)
{
  return self->style;
}

/* Returns: (transfer none): "main", "most" or "all" */
const char *
purport_preferences_get_density (PurportPreferences *self)
{
  return self->density;
}

/* Returns: the size of the article's text, 1 is its natural size. */
double
purport_preferences_get_zoom (PurportPreferences *self)
{
  return self->zoom;
}

void
purport_preferences_set_zoom (PurportPreferences *self, double zoom)
{
  g_object_set (self, "zoom", CLAMP (zoom, ZOOM_MIN, ZOOM_MAX), NULL);
}

gboolean
purport_preferences_get_show_pane (PurportPreferences *self)
{
  return self->show_pane;
}

void
purport_preferences_get_window_size (PurportPreferences *self, int *width, int *height, gboolean *maximized)
{
  *width = self->window_width;
  *height = self->window_height;
  *maximized = self->window_maximized;
}

void
purport_preferences_set_window_size (PurportPreferences *self, int width, int height, gboolean maximized)
{
  g_object_set (self, "window-width", width, "window-height", height, "window-maximized", maximized, NULL);
}

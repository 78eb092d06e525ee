/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preferences as properties, bound to GSettings where the schema is installed: without it they last for one run. The
 * names of the properties are those of the keys.
 */
#include "config.h"

#include "app/preferences.h"

#define ZOOM_MIN 0.5
#define ZOOM_MAX 3.0

enum {
  PROP_0,
  PROP_STYLE,
  PROP_DENSITY,
  PROP_FONT,
  PROP_LINE_SPACING,
  PROP_TEXT_WIDTH,
  PROP_ZOOM,
  PROP_LETTER_KEYS,
  PROP_KEEP_HISTORY,
  PROP_RESTORE_SESSION,
  PROP_SHOW_PANE,
  PROP_SHOW_MARKS,
  PROP_SHOW_REPAIRS,
  PROP_CARET_BROWSING,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPERTIES
};

struct _PurportPreferences {
  GObject parent_instance;
  GSettings *settings; /* NULL: no schema is installed */
  GValue values[N_PROPERTIES];
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PurportPreferences, purport_preferences, G_TYPE_OBJECT)

static void
purport_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&PURPORT_PREFERENCES (object)->values[id], value);
}

static void
purport_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GValue *place = &PURPORT_PREFERENCES (object)->values[id];

  if (g_param_values_cmp (pspec, place, value) == 0)
    return;
  g_value_copy (value, place);
  g_object_notify_by_pspec (object, pspec);
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
  for (guint i = 1; i < N_PROPERTIES; i++)
    g_value_unset (&self->values[i]);
  G_OBJECT_CLASS (purport_preferences_parent_class)->finalize (object);
}

static void
add_boolean (guint id, const char *name, gboolean value)
{
  properties[id] = g_param_spec_boolean (name, NULL, NULL, value,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
add_string (guint id, const char *name, const char *value)
{
  properties[id] = g_param_spec_string (name, NULL, NULL, value,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
add_int (guint id, const char *name, int least, int most, int value)
{
  properties[id] = g_param_spec_int (name, NULL, NULL, least, most, value,
                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
purport_preferences_class_init (PurportPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = purport_preferences_get_property;
  object_class->set_property = purport_preferences_set_property;
  object_class->constructed = purport_preferences_constructed;
  object_class->finalize = purport_preferences_finalize;

  add_string (PROP_STYLE, "style", "system");
  add_string (PROP_DENSITY, "density", "main");
  add_string (PROP_FONT, "font", "");
  add_string (PROP_LINE_SPACING, "line-spacing", "normal");
  add_int (PROP_TEXT_WIDTH, "text-width", PURPORT_TEXT_WIDTH_MIN, PURPORT_TEXT_WIDTH_MAX, PURPORT_TEXT_WIDTH_MAX);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, ZOOM_MIN, ZOOM_MAX, 1,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  add_boolean (PROP_LETTER_KEYS, "letter-keys", TRUE);
  add_boolean (PROP_KEEP_HISTORY, "keep-history", TRUE);
  add_boolean (PROP_RESTORE_SESSION, "restore-session", TRUE);
  add_boolean (PROP_SHOW_PANE, "show-pane", TRUE);
  add_boolean (PROP_SHOW_MARKS, "show-marks", TRUE);
  add_boolean (PROP_SHOW_REPAIRS, "show-repairs", FALSE);
  add_boolean (PROP_CARET_BROWSING, "caret-browsing", FALSE);
  add_int (PROP_WINDOW_WIDTH, "window-width", 0, G_MAXINT, 1080);
  add_int (PROP_WINDOW_HEIGHT, "window-height", 0, G_MAXINT, 760);
  add_boolean (PROP_WINDOW_MAXIMIZED, "window-maximized", FALSE);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
purport_preferences_init (PurportPreferences *self)
{
  for (guint i = 1; i < N_PROPERTIES; i++) {
    g_value_init (&self->values[i], G_PARAM_SPEC_VALUE_TYPE (properties[i]));
    g_param_value_set_default (properties[i], &self->values[i]);
  }
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
  return g_value_get_string (&self->values[PROP_STYLE]);
}

/* Returns: (transfer none): the family of the article's font; empty: the desktop's serif font. */
const char *
purport_preferences_get_font (PurportPreferences *self)
{
  return g_value_get_string (&self->values[PROP_FONT]);
}

/* Returns: (transfer none): "tight", "normal" or "wide" */
const char *
purport_preferences_get_line_spacing (PurportPreferences *self)
{
  return g_value_get_string (&self->values[PROP_LINE_SPACING]);
}

/* Returns: the most characters in a line of the article. */
guint
purport_preferences_get_text_width (PurportPreferences *self)
{
  return (guint)g_value_get_int (&self->values[PROP_TEXT_WIDTH]);
}

/* Returns: the size of the article's text, 1 is its natural size. */
double
purport_preferences_get_zoom (PurportPreferences *self)
{
  return g_value_get_double (&self->values[PROP_ZOOM]);
}

void
purport_preferences_set_zoom (PurportPreferences *self, double zoom)
{
  g_object_set (self, "zoom", CLAMP (zoom, ZOOM_MIN, ZOOM_MAX), NULL);
}

/* Returns: whether what was opened, and where reading stopped, is kept from run to run. */
gboolean
purport_preferences_get_keep_history (PurportPreferences *self)
{
  return g_value_get_boolean (&self->values[PROP_KEEP_HISTORY]);
}

/* Returns: whether the articles that were open last time are opened again. Nothing to open where no history is kept. */
gboolean
purport_preferences_get_restore_session (PurportPreferences *self)
{
  return g_value_get_boolean (&self->values[PROP_RESTORE_SESSION]) && purport_preferences_get_keep_history (self);
}

void
purport_preferences_get_window_size (PurportPreferences *self, int *width, int *height, gboolean *maximized)
{
  *width = g_value_get_int (&self->values[PROP_WINDOW_WIDTH]);
  *height = g_value_get_int (&self->values[PROP_WINDOW_HEIGHT]);
  *maximized = g_value_get_boolean (&self->values[PROP_WINDOW_MAXIMIZED]);
}

void
purport_preferences_set_window_size (PurportPreferences *self, int width, int height, gboolean maximized)
{
  g_object_set (self, "window-width", width, "window-height", height, "window-maximized", maximized, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept from run to run, with or without an installed settings schema. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_PREFERENCES (purport_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PurportPreferences, purport_preferences, PURPORT, PREFERENCES, GObject)

PurportPreferences *purport_preferences_new (void);

const char *purport_preferences_get_style (PurportPreferences *self);
const char *purport_preferences_get_density (PurportPreferences *self);
double purport_preferences_get_zoom (PurportPreferences *self);
void purport_preferences_set_zoom (PurportPreferences *self, double zoom);
gboolean purport_preferences_get_show_pane (PurportPreferences *self);
void purport_preferences_get_window_size (PurportPreferences *self, int *width, int *height, gboolean *maximized);
void purport_preferences_set_window_size (PurportPreferences *self, int width, int height, gboolean maximized);

G_END_DECLS

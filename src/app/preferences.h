/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept from run to run, with or without an installed settings schema. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In characters: more than the widest is never easy to read. */
#define PURPORT_TEXT_WIDTH_MIN 40
#define PURPORT_TEXT_WIDTH_MAX 66

#define PURPORT_TYPE_PREFERENCES (purport_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PurportPreferences, purport_preferences, PURPORT, PREFERENCES, GObject)

PurportPreferences *purport_preferences_new (void);

/* Properties: style, density, font, line-spacing, text-width, zoom, letter-keys, keep-history, restore-session,
 * show-pane, show-marks, window-width, window-height, window-maximized */
const char *purport_preferences_get_style (PurportPreferences *self);
const char *purport_preferences_get_font (PurportPreferences *self);
const char *purport_preferences_get_line_spacing (PurportPreferences *self);
guint purport_preferences_get_text_width (PurportPreferences *self);
double purport_preferences_get_zoom (PurportPreferences *self);
void purport_preferences_set_zoom (PurportPreferences *self, double zoom);
gboolean purport_preferences_get_keep_history (PurportPreferences *self);
gboolean purport_preferences_get_restore_session (PurportPreferences *self);
void purport_preferences_get_window_size (PurportPreferences *self, int *width, int *height, gboolean *maximized);
void purport_preferences_set_window_size (PurportPreferences *self, int width, int height, gboolean maximized);

G_END_DECLS

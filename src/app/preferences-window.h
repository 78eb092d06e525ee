/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which preferences are changed; every change shows at once in all articles. */
#pragma once

#include <adwaita.h>

#include "app/preferences.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_PREFERENCES_WINDOW (purport_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (PurportPreferencesWindow, purport_preferences_window, PURPORT, PREFERENCES_WINDOW, AdwWindow)

/* Signals: clear-history, undo-clear-history */
GtkWindow *purport_preferences_window_new (PurportPreferences *preferences, GtkWindow *parent);
void purport_preferences_window_say_cleared (PurportPreferencesWindow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main menu, with zoom and style inside it. */
#pragma once

#include <gtk/gtk.h>

#include "app/preferences.h"

G_BEGIN_DECLS

void purport_main_menu_fill (GtkMenuButton *button, PurportPreferences *preferences);

G_END_DECLS

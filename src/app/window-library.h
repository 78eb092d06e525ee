/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does with the library: keep, note, export, open what was kept. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void purport_window_library_install (GtkWidgetClass *widget_class);
void purport_window_library_update (PurportWindow *window, gboolean has_text);

G_END_DECLS

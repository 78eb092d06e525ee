/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that do something, by where they do it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_shortcuts_window_show (GtkWindow *parent);

G_END_DECLS

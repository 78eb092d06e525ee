/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first size of windows that are made of words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_window_size_set (GtkWindow *window, int width, int height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short help: what the marks mean, what they do not, and how to read with them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_help_window_show (GtkWindow *parent);

G_END_DECLS

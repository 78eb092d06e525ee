/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK's own dialogs write what is chosen in them into the desktop's list of recent files: not those of private windows.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_recent_trace_prevent (GtkFileChooserNative *dialog);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says that the file of the article was changed or removed on disk, and offers to read it again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_FILE_BAR (purport_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (PurportFileBar, purport_file_bar, PURPORT, FILE_BAR, GtkWidget)

/* Signal: reload, when the user asks for the new text */
void purport_file_bar_set_file (PurportFileBar *self, GFile *file);

G_END_DECLS

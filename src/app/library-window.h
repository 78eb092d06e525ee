/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: what was kept, to be searched, opened, compared, deleted, backed up. */
#pragma once

#include <adwaita.h>

#include "model/keeper.h"
#include "model/reader.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_LIBRARY_WINDOW (purport_library_window_get_type ())
G_DECLARE_FINAL_TYPE (PurportLibraryWindow, purport_library_window, PURPORT, LIBRARY_WINDOW, AdwApplicationWindow)

/* Signal: open-requested (gint64 article, guint start_byte, guint end_byte), to open an article at a passage, or with
 * an empty one from its beginning. */
PurportLibraryWindow *
purport_library_window_new (GtkApplication *application, PurportKeeper *keeper, PurportReader *reader);
void purport_library_window_show_source (PurportLibraryWindow *self, const char *name);

G_END_DECLS

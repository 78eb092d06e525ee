/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window's tabs come to in the history, and back. */
#pragma once

#include <adwaita.h>

#include "model/history.h"

G_BEGIN_DECLS

void purport_window_session_collect (AdwTabView *tabs, GStrvBuilder *uris, guint *n_uris, guint *selected);
GPtrArray *purport_window_session_list (PurportHistory *history, guint *selected);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles that were opened last, as a menu; the desktop keeps the list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *purport_recent_menu_new (void);
void purport_recent_menu_add (GFile *file);
char **purport_recent_menu_clear (void);

G_END_DECLS

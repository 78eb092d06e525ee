/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some of the items of a lazy list, chosen by position: none of those that are left out is made. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_CHOSEN_LIST (purport_chosen_list_get_type ())
G_DECLARE_FINAL_TYPE (PurportChosenList, purport_chosen_list, PURPORT, CHOSEN_LIST, GObject)

PurportChosenList *purport_chosen_list_new (GListModel *model);
void purport_chosen_list_choose (PurportChosenList *self, GArray *positions);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of sources that the reader gives: a list, and a field for another one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_LINK_LIST (purport_link_list_get_type ())
G_DECLARE_FINAL_TYPE (PurportLinkList, purport_link_list, PURPORT, LINK_LIST, GtkWidget)

/* Signal: changed, when the reader added or removed one. */
PurportLinkList *purport_link_list_new (void);
void purport_link_list_set_links (PurportLinkList *self, const char *const *links);
const char *const *purport_link_list_get_links (PurportLinkList *self);

G_END_DECLS

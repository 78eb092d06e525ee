/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two articles of the library: the claims, sources and figures that only one of them has. */
#pragma once

#include <gtk/gtk.h>

#include "model/shelf.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_COMPARE_PAGE (purport_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportComparePage, purport_compare_page, PURPORT, COMPARE_PAGE, GtkWidget)

void purport_compare_page_show (PurportComparePage *self, const PurportComparing *comparing);

G_END_DECLS

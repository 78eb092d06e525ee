/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrapped text in a row of a long list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_ROW_TEXT (purport_row_text_get_type ())
G_DECLARE_FINAL_TYPE (PurportRowText, purport_row_text, PURPORT, ROW_TEXT, GtkWidget)

GtkWidget *purport_row_text_new (void);
void purport_row_text_set (PurportRowText *self, const char *text, PangoAttrList *attributes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a card with as many lines as the article has it, of which the first are shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Appends the line @index to @box; it can take the focus. */
typedef void (*PurportCardListFunc) (GtkBox *box, guint index, gpointer data);

void
purport_card_append_list (GtkBox *card, guint n, PurportCardListFunc append, gpointer data, GDestroyNotify free_data);

G_END_DECLS

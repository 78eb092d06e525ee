/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pieces that cards of the pane are made of: labels, headings, buttons that read like links or are icons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *purport_card_append_label (GtkBox *box, const char *text, const char *css_class);
void purport_card_append_heading (GtkBox *box, const char *text);
GtkWidget *purport_card_append_link (GtkBox *box, const char *text);
void purport_card_append_icon (GtkBox *box, const char *icon, const char *name, GtkAlign align);
void purport_card_clear (GtkBox *box);
char *purport_card_dup_capitalised (const char *words);
char *purport_card_dup_quote (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines and, for a part of a whole, a bar. */
#include "config.h"

#include "app/figure-row.h"

#include "app/share-bar.h"
#include "app/source-row.h"
#include "app/wording.h"

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_figure_row_new (void)
{
  GtkWidget *row = purport_source_row_new ();

  gtk_box_append (GTK_BOX (row), purport_share_bar_new ());
  return row;
}

/* Shows @figure in @row. Returns: (transfer full): what the row is called. */
char *
purport_figure_row_bind (GtkWidget *row, gpointer figure)
{
  GtkWidget *title = gtk_widget_get_first_child (row);
  GtkWidget *bar = gtk_widget_get_last_child (row);
  g_autofree char *text = purport_figure_item_dup_text (figure);
  g_autofree char *line = purport_wording_dup_figure_line (figure);
  double low = 0, high = 0;
  gboolean share = purport_figure_item_get_share (figure, &low, &high);

  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), line);
  gtk_widget_set_visible (bar, share);
  if (share)
    purport_share_bar_set_share (PURPORT_SHARE_BAR (bar), low, high);
  return g_strdup_printf ("%s. %s", text, line);
}

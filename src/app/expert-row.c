/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 has no headings in lists: the first row behind the experts has one of its own. */
#include "config.h"

#include "app/expert-row.h"

#include <glib/gi18n.h>

#include "app/row-layout.h"
#include "app/source-row.h"

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_expert_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *heading = gtk_label_new (_ ("Other sources"));

  gtk_widget_set_layout_manager (box, purport_row_layout_new (0));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "card-heading");
  gtk_widget_add_css_class (heading, "list-heading");
  gtk_widget_set_visible (heading, FALSE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), purport_source_row_new ());
  return box;
}

/* Shows @source in @row. Returns: (transfer full): what the row is called. */
char *
purport_expert_row_bind (GtkWidget *row, gpointer source)
{
  return purport_source_row_bind (gtk_widget_get_last_child (row), source);
}

/* Whether @row is the first of those that are no experts. */
void
purport_expert_row_set_first_other (GtkWidget *row, gboolean first)
{
  gtk_widget_set_visible (gtk_widget_get_first_child (row), first);
}

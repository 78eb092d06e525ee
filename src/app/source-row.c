/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines: the name, and what the article says about who it is. */
#include "config.h"

#include "app/source-row.h"

#include <glib/gi18n.h>

#include "app/wording.h"

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_source_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "pane-row");
  append_label (box, "row-title");
  append_label (box, "row-line");
  return box;
}

/* Shows @source in @row. Returns: (transfer full): what the row is called. */
char *
purport_source_row_bind (GtkWidget *row, gpointer source)
{
  GtkWidget *name = gtk_widget_get_first_child (row);
  g_autofree char *line = purport_wording_dup_source_line (source);

  gtk_label_set_text (GTK_LABEL (name), purport_source_item_get_name (source));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), line);
  return g_strdup_printf ("%s. %s", purport_source_item_get_name (source), line);
}

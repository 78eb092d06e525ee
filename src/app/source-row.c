/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines: the name, and what the article says about who it is. */
#include "config.h"

#include "app/source-row.h"

#include <glib/gi18n.h>

#include "app/bidi.h"
#include "app/row-layout.h"
#include "app/row-text.h"
#include "app/wording.h"

static void
append_text (GtkWidget *box, const char *css_class)
{
  GtkWidget *text = purport_row_text_new ();

  gtk_widget_add_css_class (text, css_class);
  gtk_box_append (GTK_BOX (box), text);
}

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_source_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (box, purport_row_layout_new (3));
  gtk_widget_add_css_class (box, "pane-row");
  append_text (box, "row-title");
  append_text (box, "row-line");
  return box;
}

/* Shows @source in @row. Returns: (transfer full): what the row is called. */
char *
purport_source_row_bind (GtkWidget *row, gpointer source)
{
  GtkWidget *name = gtk_widget_get_first_child (row);
  g_autofree char *title = purport_bidi_dup_title (purport_source_item_get_name (source));
  g_autofree char *line = purport_wording_dup_source_line (source);

  purport_row_text_set (PURPORT_ROW_TEXT (name), title, NULL);
  purport_row_text_set (PURPORT_ROW_TEXT (gtk_widget_get_next_sibling (name)), line, NULL);
  return g_strdup_printf ("%s. %s", purport_source_item_get_name (source), line);
}

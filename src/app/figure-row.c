/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines and, for a part of a whole, a picture of it with its numbers in words. */
#include "config.h"

#include "app/figure-row.h"

#include <glib/gi18n.h>

#include "app/bidi.h"
#include "app/count-picture.h"
#include "app/row-text.h"
#include "app/share-bar.h"
#include "app/source-row.h"
#include "app/wording.h"

typedef struct {
  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *count;
  GtkWidget *words;
} Picture;

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_figure_row_new (void)
{
  GtkWidget *row = purport_source_row_new ();
  Picture *picture = g_new (Picture, 1);

  picture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  picture->bar = purport_share_bar_new ();
  gtk_widget_set_valign (picture->bar, GTK_ALIGN_CENTER);
  picture->count = purport_count_picture_new ();
  gtk_widget_set_valign (picture->count, GTK_ALIGN_CENTER);
  picture->words = gtk_label_new (NULL);
  gtk_widget_add_css_class (picture->words, "row-line");
  gtk_box_append (GTK_BOX (picture->box), picture->bar);
  gtk_box_append (GTK_BOX (picture->box), picture->count);
  gtk_box_append (GTK_BOX (picture->box), picture->words);
  gtk_box_append (GTK_BOX (row), picture->box);
  g_object_set_data_full (G_OBJECT (row), "picture", picture, g_free);
  return row;
}

/* Percentages are bars; fractions and ratios, which are written as so many out of so many, are counted out. */
static char *
show_share (Picture *picture, PurportFigureItem *figure, double low, double high)
{
  guint n, total;
  gboolean counted = purport_figure_item_get_kind (figure) != PURPORT_FIGURE_PERCENTAGE && high - low < 0.001 &&
                     purport_count_picture_find (low, &n, &total);

  gtk_widget_set_visible (picture->bar, !counted);
  gtk_widget_set_visible (picture->count, counted);
  if (counted) {
    purport_count_picture_set_count (PURPORT_COUNT_PICTURE (picture->count), n, total);
    return purport_wording_dup_n_of (n, total);
  }
  purport_share_bar_set_share (PURPORT_SHARE_BAR (picture->bar), low, high);
  return purport_wording_dup_share (low, high);
}

/* Shows @figure in @row. Returns: (transfer full): what the row is called. */
char *
purport_figure_row_bind (GtkWidget *row, gpointer figure)
{
  GtkWidget *title = gtk_widget_get_first_child (row);
  Picture *picture = g_object_get_data (G_OBJECT (row), "picture");
  g_autofree char *text = purport_figure_item_dup_text (figure), *title_line = purport_bidi_dup_title (text);
  g_autofree char *line = purport_wording_dup_figure_line (figure), *words = NULL;
  double low = 0, high = 0;
  gboolean share = purport_figure_item_get_share (figure, &low, &high);

  purport_row_text_set (PURPORT_ROW_TEXT (title), title_line, NULL);
  purport_row_text_set (PURPORT_ROW_TEXT (gtk_widget_get_next_sibling (title)), line, NULL);
  gtk_widget_set_visible (picture->box, share);
  if (!share)
    return g_strdup_printf ("%s. %s", text, line);
  words = show_share (picture, figure, low, high);
  gtk_label_set_text (GTK_LABEL (picture->words), words);
  return g_strdup_printf ("%s. %s. %s", text, line, words);
}

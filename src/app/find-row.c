/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are strings in Pango's markup, with the hit in bold; a list of thousands would help nobody. */
#include "app/find-row.h"

#include <string.h>

#include "model/find-index.h"

/* Code points before a hit and behind it: the end is cut off where there is no room. */
#define CONTEXT_BEFORE 24u
#define CONTEXT_BEHIND 160u
#define MAX_ROWS 1000u

static char *
dup_between (const PurportDisplayText *text, guint start, guint end)
{
  const PurportArticle *article = purport_display_text_get_article (text);
  const PurportCodePoints *code_points = purport_display_text_get_code_points (text);
  PurportSpan span =
      purport_span (purport_code_points_to_byte (code_points, start), purport_code_points_to_byte (code_points, end));
  g_autofree char *words = purport_article_dup_span (article, span);

  return g_markup_escape_text (g_strdelimit (words, "\n\t", ' '), -1);
}

static char *
dup_row (const PurportDisplayText *text, const PurportFindHit *hit)
{
  guint length = purport_code_points_get_length (purport_display_text_get_code_points (text));
  guint from = hit->start > CONTEXT_BEFORE ? hit->start - CONTEXT_BEFORE : 0,
        to = MIN (hit->end + CONTEXT_BEHIND, length);
  g_autofree char *before = dup_between (text, from, hit->start), *after = dup_between (text, hit->end, to);
  g_autofree char *words = dup_between (text, hit->start, hit->end);
  const char *space = from > 0 ? strchr (before, ' ') : NULL; /* no row begins within a word */

  return g_strdup_printf ("%s%s<b>%s</b>%s%s", from > 0 ? "…" : "", space != NULL ? space + 1 : before, words, after,
                          to < length ? "…" : "");
}

/* Returns: (transfer full): a list of #GtkStringObject, one for each of the first thousand @hits (#PurportFindHit). */
GListModel *
purport_find_rows_new (PurportDisplayText *text, GArray *hits)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < MIN (hits->len, MAX_ROWS); i++)
    gtk_string_list_take (rows, dup_row (text, &g_array_index (hits, PurportFindHit, i)));
  return G_LIST_MODEL (rows);
}

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_find_row_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "find-row");
  return label;
}

/* Shows @item in @row. Returns: (transfer full): what the row is called. */
char *
purport_find_row_bind (GtkWidget *row, gpointer item)
{
  gtk_label_set_markup (GTK_LABEL (row), gtk_string_object_get_string (item));
  return g_strdup (gtk_label_get_text (GTK_LABEL (row)));
}

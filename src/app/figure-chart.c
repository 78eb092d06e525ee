/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures are comparable that have the same base unit: shares of a whole, changes in per cent, durations, money of one
 * currency. Their bars have one scale, which begins at nothing and ends at the whole, or else at the largest of them;
 * the figure stands over its bar as it is written. A book has thousands, of which nobody compares all: the first of
 * each kind are shown, and it is said that there are others.
 */
#include "config.h"

#include "app/figure-chart.h"

#include <glib/gi18n.h>

#include "app/card-box.h"
#include "app/share-bar.h"
#include "app/wording.h"

/* Bars of one kind */
#define MAX_BARS 60u

typedef struct {
  char *dimension;
  GPtrArray *figures; /* (element-type PurportFigureItem) */
  double largest;     /* amount of them */
} Group;

typedef struct {
  PurportFigureFunc chosen;
  gpointer data;
} Chosen;

static void
free_group (Group *group)
{
  g_free (group->dimension);
  g_ptr_array_unref (group->figures);
  g_free (group);
}

static Group *
ensure_group (GPtrArray *groups, const char *dimension)
{
  Group *group;

  for (guint i = 0; i < groups->len; i++) {
    group = g_ptr_array_index (groups, i);
    if (g_str_equal (group->dimension, dimension))
      return group;
  }
  group = g_new0 (Group, 1);
  group->dimension = g_strdup (dimension);
  group->figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (groups, group);
  return group;
}

static void
add_figure (Group *group, PurportFigureItem *figure)
{
  double low, high;

  g_ptr_array_add (group->figures, g_object_ref (figure));
  if (purport_figure_item_get_amount (figure, &low, &high))
    group->largest = MAX (group->largest, high);
}

/* Returns: the value whose bar is as long as the chart is wide; 0: the figures cannot be drawn. */
static double
get_scale (const Group *group)
{
  if (group->figures->len < 2)
    return 0;
  return g_str_equal (group->dimension, "share") ? 1 : group->largest; /* the whole */
}

/* @one_suffices: nothing is done behind the first group that can be drawn. */
static GPtrArray *
group_figures (GListModel *figures, gboolean one_suffices)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)free_group);
  guint n = g_list_model_get_n_items (figures);
  gboolean done = FALSE;

  for (guint i = 0; i < n && !done; i++) {
    g_autoptr (PurportFigureItem) figure = g_list_model_get_item (figures, i);
    const char *dimension = purport_figure_item_get_dimension (figure);
    Group *group = dimension != NULL ? ensure_group (groups, dimension) : NULL;
    if (group != NULL)
      add_figure (group, figure);
    done = one_suffices && group != NULL && get_scale (group) > 0;
  }
  return groups;
}

static void
on_clicked (GtkWidget *link, Chosen *chosen)
{
  chosen->chosen (g_object_get_data (G_OBJECT (link), "figure"), chosen->data);
}

static void
append_bar (GtkBox *box, PurportFigureItem *figure, double largest, const Chosen *chosen)
{
  g_autofree char *text = purport_figure_item_dup_text (figure), *line = purport_wording_dup_figure_line (figure);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *link = purport_card_append_link (GTK_BOX (row), text), *bar = purport_share_bar_new ();
  double low, high;

  purport_figure_item_get_amount (figure, &low, &high);
  gtk_widget_set_margin_top (link, 6);
  g_object_set_data_full (G_OBJECT (link), "figure", g_object_ref (figure), g_object_unref);
  g_signal_connect_data (link, "clicked", G_CALLBACK (on_clicked), g_memdup2 (chosen, sizeof *chosen),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  purport_share_bar_set_share (PURPORT_SHARE_BAR (bar), low / largest, high / largest);
  gtk_widget_set_halign (bar, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (row), bar);
  purport_card_append_label (GTK_BOX (row), line, "card-note");
  gtk_widget_add_css_class (row, "chart-row");
  gtk_box_append (box, row);
}

static void
append_group (GtkBox *box, const Group *group, const Chosen *chosen)
{
  guint n = MIN (group->figures->len, MAX_BARS);
  double largest = get_scale (group);
  g_autofree char *heading = NULL;

  if (largest <= 0)
    return;
  heading = purport_wording_dup_dimension (group->dimension);
  purport_card_append_heading (box, heading);
  for (guint i = 0; i < n; i++)
    append_bar (box, group->figures->pdata[i], largest, chosen);
  if (n < group->figures->len) {
    /* Translators: how many of one kind of figures a chart shows, and how many there are. */
    g_autofree char *rest = g_strdup_printf (_ ("Shown here: the first %u of %u"), n, group->figures->len);
    purport_card_append_label (box, rest, "card-note");
  }
}

/* Returns: whether any two of @figures are comparable. O(figures × dimensions), and no further than the first two. */
gboolean
purport_figure_chart_is_possible (GListModel *figures)
{
  g_autoptr (GPtrArray) groups = group_figures (figures, TRUE);

  for (guint i = 0; i < groups->len; i++)
    if (get_scale (g_ptr_array_index (groups, i)) > 0)
      return TRUE;
  return FALSE;
}

/**
 * purport_figure_chart_fill:
 * @figures: a list of #PurportFigureItem
 * @chosen: called with @data when one is clicked
 *
 * Replaces what is in @box. O(figures × dimensions).
 */
void
purport_figure_chart_fill (GtkBox *box, GListModel *figures, PurportFigureFunc chosen, gpointer data)
{
  g_autoptr (GPtrArray) groups = group_figures (figures, FALSE);
  const Chosen call = { chosen, data };

  purport_card_clear (box);
  for (guint i = 0; i < groups->len; i++)
    append_group (box, g_ptr_array_index (groups, i), &call);
}

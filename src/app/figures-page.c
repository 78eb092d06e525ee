/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in order of the text; minor ones are left out until they are asked for. */
#include "config.h"

#include "app/figures-page.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "app/figure-chart.h"
#include "app/figure-row.h"
#include "app/growing-list.h"
#include "app/list-rows.h"
#include "app/picture-list.h"
#include "model/chosen-list.h"

struct _PurportFiguresPage {
  GtkWidget parent_instance;
  GtkWidget *content;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *empty_label;
  GtkCheckButton *minor_button;
  GtkToggleButton *compare_button;
  GtkToggleButton *pictures_button;
  GtkBox *chart;
  PurportPictureList *pictures;
  PurportChosenList *shown;
  PurportGrowingList *rows; /* of @shown */
  PurportViewState *state;
};

static guint passage_requested_signal;

G_DEFINE_FINAL_TYPE (PurportFiguresPage, purport_figures_page, GTK_TYPE_WIDGET)

static void
update_empty (PurportFiguresPage *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  gboolean reading = purport_document_get_state (document) == PURPORT_DOCUMENT_READING;

  gtk_label_set_text (self->empty_label,
                      reading ? _ ("Looking for figures…") : _ ("No figures were found in this article."));
  if (gtk_toggle_button_get_active (self->compare_button))
    gtk_stack_set_visible_child_name (self->stack, "chart");
  else if (gtk_toggle_button_get_active (self->pictures_button))
    gtk_stack_set_visible_child_name (self->stack, "pictures");
  else
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
on_picture_requested (PurportPictureList *list, guint start, guint end, PurportFiguresPage *self)
{
  g_signal_emit (self, passage_requested_signal, 0, start, end);
}

static void
update_pictures (PurportFiguresPage *self, PurportDocument *document)
{
  guint n = purport_picture_list_set_document (self->pictures, document);
  g_autofree char *label = g_strdup_printf (C_ ("chip", "Pictures %u"), n);

  gtk_button_set_label (GTK_BUTTON (self->pictures_button), label);
  gtk_widget_set_visible (GTK_WIDGET (self->pictures_button), n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (self->pictures_button, FALSE);
}

static void
on_figure_chosen (PurportFigureItem *figure, gpointer self)
{
  g_signal_emit (self, passage_requested_signal, 0, purport_figure_item_get_start (figure),
                 purport_figure_item_get_end (figure));
}

/* The chart is filled only while it shows. */
static void
fill_chart (PurportFiguresPage *self)
{
  GListModel *figures = purport_document_get_figures (purport_view_state_get_document (self->state));

  if (gtk_toggle_button_get_active (self->compare_button))
    purport_figure_chart_fill (self->chart, figures, on_figure_chosen, self);
  else
    purport_card_clear (self->chart);
}

/* Looks through all figures, which a book has tens of thousands of: only where somebody can see it. */
static void
update_chart (PurportFiguresPage *self)
{
  gboolean comparable;

  if (self->state == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  comparable =
      purport_figure_chart_is_possible (purport_document_get_figures (purport_view_state_get_document (self->state)));
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), comparable);
  if (!comparable)
    gtk_toggle_button_set_active (self->compare_button, FALSE);
  fill_chart (self);
}

/* One of the two views, or with neither the list. */
static void
on_view_toggled (GtkToggleButton *button, PurportFiguresPage *self)
{
  GtkToggleButton *other = button == self->compare_button ? self->pictures_button : self->compare_button;

  if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (other, FALSE);
  if (self->state == NULL)
    return;
  fill_chart (self);
  update_empty (self);
}

/* Returns: (transfer none) (nullable): what was found in the article. */
static const PurportReadingContext *
get_context (PurportFiguresPage *self)
{
  return purport_document_get_context (purport_view_state_get_document (self->state));
}

static void
choose_shown (PurportFiguresPage *self)
{
  const PurportReadingContext *context = get_context (self);
  gboolean all = context == NULL || gtk_check_button_get_active (self->minor_button);

  purport_chosen_list_choose (self->shown, all ? NULL : g_array_ref (context->major_figures));
  update_empty (self);
}

static void
on_figures_changed (PurportFiguresPage *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  guint n = g_list_model_get_n_items (purport_document_get_figures (document));

  gtk_widget_set_visible (GTK_WIDGET (self->minor_button), purport_figures_page_get_n_figures (self) < n);
  choose_shown (self);
  update_chart (self);
  update_pictures (self, document);
  update_empty (self);
}

static void
on_minor_toggled (PurportFiguresPage *self)
{
  if (self->state != NULL)
    choose_shown (self);
}

static void
on_row_activated (GtkListView *list, guint position, PurportFiguresPage *self)
{
  g_autoptr (PurportFigureItem) figure = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (figure != NULL)
    g_signal_emit (self, passage_requested_signal, 0, purport_figure_item_get_start (figure),
                   purport_figure_item_get_end (figure));
}

static void
purport_figures_page_dispose (GObject *object)
{
  PurportFiguresPage *self = PURPORT_FIGURES_PAGE (object);

  purport_figures_page_set_state (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_figures_page_parent_class)->dispose (object);
}

static void
purport_figures_page_class_init (PurportFiguresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_figures_page_dispose;
  passage_requested_signal = g_signal_new ("passage-requested", PURPORT_TYPE_FIGURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (PURPORT_TYPE_PICTURE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/figures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, content);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, list);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, minor_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, chart);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, pictures_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFiguresPage, pictures);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_minor_toggled);
}

static void
purport_figures_page_init (PurportFiguresPage *self)
{
  g_autoptr (GtkListItemFactory) factory =
      purport_list_rows_factory_new (purport_figure_row_new, purport_figure_row_bind);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (update_chart), NULL);
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  gtk_list_view_set_factory (self->list, factory);
}

static void
bind_list (PurportFiguresPage *self, GListModel *figures)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->shown = purport_chosen_list_new (figures);
  self->rows = purport_growing_list_new (G_LIST_MODEL (self->shown), GTK_WIDGET (self->list));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/* Binds to what is shown of a document; %NULL: to nothing. */
void
purport_figures_page_set_state (PurportFiguresPage *self, PurportViewState *state)
{
  PurportDocument *document;

  if (self->state == state)
    return;
  if (self->state != NULL) {
    document = purport_view_state_get_document (self->state);
    g_signal_handlers_disconnect_by_data (document, self);
    g_signal_handlers_disconnect_by_data (purport_document_get_figures (document), self);
    gtk_list_view_set_model (self->list, NULL);
    if (self->pictures != NULL)
      purport_picture_list_set_document (self->pictures, NULL);
    g_clear_object (&self->rows);
    g_clear_object (&self->shown);
  }
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  document = purport_view_state_get_document (state);
  bind_list (self, purport_document_get_figures (document));
  g_signal_connect_data (purport_document_get_figures (document), "items-changed", G_CALLBACK (on_figures_changed),
                         self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (update_empty), self);
  on_figures_changed (self);
}

/* Returns: how many figures are shown by default. */
guint
purport_figures_page_get_n_figures (PurportFiguresPage *self)
{
  const PurportReadingContext *context = self->state != NULL ? get_context (self) : NULL;

  return context != NULL ? context->major_figures->len : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article with its pane: connects the one with the other, and both with the preferences. */
#include "config.h"

#include "app/article-page.h"

#include "app/accessible.h"
#include "app/article-actions.h"
#include "app/article-blocks.h"
#include "app/article-page-private.h"
#include "app/article-style.h"
#include "app/browser.h"

G_DEFINE_FINAL_TYPE (PurportArticlePage, purport_article_page, GTK_TYPE_WIDGET)

/* A claim was chosen in the text, the list or a card: it is selected everywhere, and its card opens. */
static void
activate_claim (PurportArticlePage *self, PurportClaimItem *claim, gboolean show_in_text)
{
  purport_view_state_set_selected (self->state, claim);
  purport_pane_open_card (self->pane, claim);
  if (show_in_text)
    purport_article_view_show_passage (self->view, purport_claim_item_get_start (claim),
                                       purport_claim_item_get_end (claim));
  else if (!purport_split_view_get_folded (self->split))
    purport_split_view_set_show_pane (self->split, TRUE);
}

static void
on_view_claim_activated (PurportArticleView *view, PurportClaimItem *claim, PurportArticlePage *self)
{
  activate_claim (self, claim, FALSE);
  purport_split_view_set_show_pane (self->split, TRUE);
}

static void
on_link_activated (PurportArticleView *view, const char *uri, PurportArticlePage *self)
{
  purport_browser_open (GTK_WIDGET (self), uri);
}

static void
on_menu_requested (PurportArticleView *view, const GdkRectangle *place, PurportArticlePage *self)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float)place->x, (float)place->y), &point))
    return;
  purport_article_actions_update (self);
  if (self->menu == NULL) {
    self->menu = purport_article_menu_new (self);
    g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (gtk_widget_grab_focus), view);
  }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int)point.x, (int)point.y, place->width, place->height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_place_changed (PurportArticleView *view, PurportArticlePage *self)
{
  purport_article_actions_update (self);
}

static void
on_pane_claim_activated (PurportPane *pane, PurportClaimItem *claim, PurportArticlePage *self)
{
  activate_claim (self, claim, TRUE);
}

/* Words of the article are to be seen: where the pane lies over them, it goes. */
static void
uncover_text (PurportArticlePage *self)
{
  if (!purport_split_view_get_folded (self->split) || !purport_split_view_get_show_pane (self->split))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  purport_split_view_set_show_pane (self->split, FALSE);
}

static void
on_passage_requested (PurportPane *pane, guint start, guint end, PurportArticlePage *self)
{
  uncover_text (self);
  purport_article_view_select_passage (self->view, start, end);
}

/* What a chosen speaker says may be far away: the first of it is brought into view. */
static void
on_speaker (PurportArticlePage *self)
{
  g_autoptr (PurportClaimItem) claim = NULL;

  if (purport_view_state_get_speaker (self->state) != NULL)
    claim = g_list_model_get_item (purport_view_state_get_claims (self->state), 0);
  if (claim != NULL)
    purport_article_view_show_passage (self->view, purport_claim_item_get_start (claim),
                                       purport_claim_item_get_end (claim));
}

static void
on_folded (PurportArticlePage *self)
{
  purport_pane_set_narrow (self->pane, purport_split_view_get_folded (self->split));
}

static gboolean
close_card_shortcut (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return purport_pane_close_card (PURPORT_ARTICLE_PAGE (widget)->pane);
}

static void
purport_article_page_dispose (GObject *object)
{
  PurportArticlePage *self = PURPORT_ARTICLE_PAGE (object);

  purport_article_page_stop_loading (self);
  if (self->document != NULL) {
    g_signal_handlers_disconnect_by_data (self->document, self);
    purport_document_cancel (self->document);
    g_clear_pointer (&self->notes, purport_article_notes_free);
    purport_article_view_set_state (self->view, NULL);
    purport_pane_set_state (self->pane, NULL);
  }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->state);
  g_clear_object (&self->document);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->history, purport_history_unref);
  if (self->stack != NULL) {
    gtk_widget_unparent (GTK_WIDGET (self->stack));
    self->stack = NULL;
  }
  G_OBJECT_CLASS (purport_article_page_parent_class)->dispose (object);
}

static void
purport_article_page_class_init (PurportArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_article_page_dispose;
  g_type_ensure (PURPORT_TYPE_ARTICLE_STRIP);
  g_type_ensure (PURPORT_TYPE_ARTICLE_VIEW);
  g_type_ensure (PURPORT_TYPE_FILE_BAR);
  g_type_ensure (PURPORT_TYPE_FIND_BAR);
  g_type_ensure (PURPORT_TYPE_PANE);
  g_type_ensure (PURPORT_TYPE_PLACE_BAR);
  g_type_ensure (PURPORT_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, file_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, split);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, view);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, strip);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, place_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, progress);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportArticlePage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_view_claim_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_link_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_claim_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_passage_requested);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_cancel", G_CALLBACK (purport_article_page_cancel));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_reload", G_CALLBACK (purport_article_page_reload));
  purport_article_actions_install (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_card_shortcut, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "page.note", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, close_card_shortcut, NULL);
}

static void
purport_article_page_init (PurportArticlePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  purport_find_bar_set_view (self->find_bar, self->view);
  purport_article_strip_set_view (self->strip, self->view);
  purport_place_bar_set_view (self->place_bar, self->view);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  purport_accessible_repair (GTK_WIDGET (self));
}

/**
 * purport_article_page_new:
 * @history: (nullable): where the place in the article is kept
 *
 * Returns: (transfer floating): a page that shows @document, now and as it changes
 */
PurportArticlePage *
purport_article_page_new (PurportDocument *document,
                          PurportNotebook *notebook,
                          PurportPreferences *preferences,
                          PurportHistory *history)
{
  PurportArticlePage *self = g_object_new (PURPORT_TYPE_ARTICLE_PAGE, NULL);

  self->preferences = g_object_ref (preferences);
  self->history = history != NULL ? purport_history_ref (history) : NULL;
  self->document = g_object_ref (document);
  self->state = purport_view_state_new (document, notebook);
  g_object_bind_property (preferences, "density", self->state, "density", G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "letter-keys", self->state, "letter-keys", G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "show-marks", self->state, "show-marks",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (preferences, "caret-browsing", self->view, "caret-browsing", G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "show-repairs", self->view, "show-repairs", G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "show-pane", self->split, "show-pane",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  purport_article_view_set_state (self->view, self->state);
  purport_pane_set_state (self->pane, self->state);
  self->notes = purport_article_notes_new (GTK_WIDGET (self), self->view, self->pane, self->state);
  g_signal_connect_object (self->state, "notify::speaker", G_CALLBACK (on_speaker), self, G_CONNECT_SWAPPED);
  purport_article_page_follow_document (self);
  purport_article_page_font_changed (self);
  return self;
}

PurportDocument *
purport_article_page_get_document (PurportArticlePage *self)
{
  return self->document;
}

/* Returns: whether it was opened in a private window, and nothing of it is kept. */
gboolean
purport_article_page_is_private (PurportArticlePage *self)
{
  return self->history == NULL;
}

PurportNotebook *
purport_article_page_get_notebook (PurportArticlePage *self)
{
  return purport_view_state_get_notebook (self->state);
}

/* Selects the words at @span of the article's text and brings them into view. */
void
purport_article_page_show_bytes (PurportArticlePage *self, PurportSpan span)
{
  PurportDisplayText *text = purport_document_get_text (self->document);
  const PurportCodePoints *code_points = text != NULL ? purport_display_text_get_code_points (text) : NULL;

  if (code_points != NULL)
    purport_article_view_select_passage (self->view, purport_code_points_from_byte (code_points, span.start_byte),
                                         purport_code_points_from_byte (code_points, span.end_byte));
}

/* Returns: (transfer none): what shows the text. */
PurportArticleView *
purport_article_page_get_view (PurportArticlePage *self)
{
  return self->view;
}

/* Returns: (transfer none): what of the document is shown. */
PurportViewState *
purport_article_page_get_state (PurportArticlePage *self)
{
  return self->state;
}

/* Changes the colours of the article. */
void
purport_article_page_set_page (PurportArticlePage *self, PurportPage page)
{
  purport_article_view_set_page (self->view, page);
}

/* Opens find, or with a direction goes to the next or previous hit. */
void
purport_article_page_find (PurportArticlePage *self, int direction)
{
  if (purport_document_get_text (self->document) == NULL)
    return;
  uncover_text (self);
  if (direction == 0)
    purport_find_bar_open (self->find_bar);
  else
    purport_find_bar_step (self->find_bar, direction);
}

/* Follows the preferences: the page is never wider than so many characters. */
void
purport_article_page_font_changed (PurportArticlePage *self)
{
  PangoFontDescription *font = purport_article_style_new_font (self->preferences);
  guint n_characters = purport_preferences_get_text_width (self->preferences);
  int measure = purport_article_view_get_measure (self->view, n_characters, font);
  int spacing = purport_article_style_get_spacing (self->preferences);

  adw_clamp_scrollable_set_maximum_size (self->clamp, measure);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, measure);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), spacing);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->view), spacing);
  purport_article_blocks_set_spacing (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), spacing);
  pango_font_description_free (font);
}

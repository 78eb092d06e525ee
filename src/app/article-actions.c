/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * They act on the selected words, or where none are selected on the marked claim at the caret. Those for notes and
 * marks of the reader's own are installed elsewhere: the menu has room for them.
 */
#include "config.h"

#include "app/article-actions.h"

#include <glib/gi18n.h>

#include "app/article-view.h"
#include "app/browser.h"
#include "app/citation.h"
#include "app/popover-keys.h"

/* The words that are meant; @speaker, if not %NULL, is who says them, owned by the document. */
static char *
dup_words (PurportArticlePage *page, const char **speaker)
{
  PurportArticleView *view = purport_article_page_get_view (page);
  g_autofree char *selection = purport_article_view_dup_selection (view, NULL);
  g_autoptr (PurportClaimItem) claim = NULL;

  if (selection != NULL && *selection != '\0')
    return g_steal_pointer (&selection);
  claim = purport_article_view_dup_claim (view);
  if (claim == NULL)
    return NULL;
  if (speaker != NULL)
    *speaker = purport_claim_item_get_speaker (claim);
  return purport_claim_item_dup_text (claim);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *words = dup_words (PURPORT_ARTICLE_PAGE (widget), NULL);

  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
}

static void
copy_citation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportArticlePage *page = PURPORT_ARTICLE_PAGE (widget);
  const char *speaker = NULL;
  g_autofree char *words = dup_words (page, &speaker), *markdown = NULL;

  if (words == NULL)
    return;
  markdown = purport_citation_dup_markdown (purport_article_page_get_document (page), words, speaker);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), markdown);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (purport_article_page_get_view (PURPORT_ARTICLE_PAGE (widget)), "select-all", TRUE);
}

static void
search_web_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *words = dup_words (PURPORT_ARTICLE_PAGE (widget), NULL);

  if (words != NULL)
    purport_browser_search (widget, PURPORT_SEARCH_WEB, g_strdelimit (words, "\n\t", ' '));
}

static const char *
get_link (GtkWidget *widget)
{
  return purport_article_view_get_link (purport_article_page_get_view (PURPORT_ARTICLE_PAGE (widget)), FALSE);
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  purport_browser_open (widget, get_link (widget));
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *uri = get_link (widget);

  if (uri != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
}

/* Installs the actions called page.… on the class of the article's page. */
void
purport_article_actions_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "page.copy", NULL, copy_action);
  gtk_widget_class_install_action (page_class, "page.copy-citation", NULL, copy_citation_action);
  gtk_widget_class_install_action (page_class, "page.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (page_class, "page.search-web", NULL, search_web_action);
  gtk_widget_class_install_action (page_class, "page.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (page_class, "page.copy-link", NULL, copy_link_action);
}

/* To be called when the caret or the selection is elsewhere. */
void
purport_article_actions_update (PurportArticlePage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);
  g_autofree char *words = dup_words (page, NULL);
  const char *uri = get_link (widget);

  gtk_widget_action_set_enabled (widget, "page.copy", words != NULL);
  gtk_widget_action_set_enabled (widget, "page.copy-citation", words != NULL);
  gtk_widget_action_set_enabled (widget, "page.search-web", words != NULL);
  gtk_widget_action_set_enabled (widget, "page.open-link", purport_browser_takes (uri));
  gtk_widget_action_set_enabled (widget, "page.copy-link", uri != NULL);
}

/* @hidden: when the item is not there, or %NULL: never */
static void
append (GMenu *section, const char *label, const char *action, const char *hidden)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (hidden != NULL)
    g_menu_item_set_attribute (item, "hidden-when", "s", hidden);
  g_menu_append_item (section, item);
}

static GMenu *
append_section (GMenu *menu)
{
  GMenu *section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return section;
}

/* Returns: (transfer full): the menu of the text, a child of @page that has to be unparented. */
GtkWidget *
purport_article_menu_new (PurportArticlePage *page)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) words = append_section (menu), link = append_section (menu), own = append_section (menu);
  g_autoptr (GMenu) view = append_section (menu);
  GtkWidget *popover;

  append (words, _ ("_Copy"), "page.copy", NULL);
  append (words, _ ("Copy with C_itation"), "page.copy-citation", NULL);
  append (words, _ ("_Search the Web"), "page.search-web", NULL);
  append (words, _ ("Select _All"), "page.select-all", NULL);
  append (link, _ ("_Open Link"), "page.open-link", "action-disabled");
  append (link, _ ("Copy _Link Address"), "page.copy-link", "action-disabled");
  append (own, _ ("Add _Note…"), "page.note", "action-missing");
  append (own, _ ("_Mark as Claim"), "page.mark-claim", "action-missing");
  append (view, _ ("Show _Repairs"), "app.show-repairs", "action-missing");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  purport_popover_keys_guard (popover);
  gtk_widget_set_parent (popover, GTK_WIDGET (page));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line at the foot of the article. For a link at the caret it has a button with the role of a link, which is the way
 * to it for those who do not see the text.
 */
#include "config.h"

#include "app/place-bar.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/browser.h"
#include "app/wording.h"

/* Longer addresses lose their middle. */
#define MAX_CHARACTERS 60

struct _PurportPlaceBar {
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *open;
  GtkWidget *copy;
  PurportArticleView *view; /* weak */
};

G_DEFINE_FINAL_TYPE (PurportPlaceBar, purport_place_bar, GTK_TYPE_WIDGET)

static char *
dup_repair_text (PurportPlaceBar *self, gboolean pointed)
{
  PurportRepairKind kind;
  g_autofree char *words = purport_article_view_dup_repair (self->view, pointed, &kind);

  if (words == NULL)
    return NULL;
  /* Translators: what is wrong with the words, then the words */
  return g_strdup_printf (_ ("%s; the file has “%s”"), purport_wording_repair (kind), words);
}

static void
show (PurportPlaceBar *self, const char *text, const char *link_at_caret)
{
  gboolean link = link_at_caret != NULL;

  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (self->open, link && purport_browser_takes (link_at_caret));
  gtk_widget_set_visible (self->copy, link);
  if (link) {
    g_autofree char *name = g_strdup_printf (_ ("Open %s"), link_at_caret);
    purport_accessible_set_name (self->open, name);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

/* What the pointer is over comes first. */
static void
update (PurportPlaceBar *self)
{
  const char *pointed = purport_article_view_get_link (self->view, TRUE);
  const char *link = purport_article_view_get_link (self->view, FALSE);
  g_autofree char *repair = dup_repair_text (self, TRUE);

  if (pointed != NULL) {
    show (self, pointed, g_strcmp0 (pointed, link) == 0 ? link : NULL);
    return;
  }
  if (repair == NULL && link == NULL)
    repair = dup_repair_text (self, FALSE);
  show (self, repair != NULL ? repair : link, repair == NULL ? link : NULL);
}

static GtkWidget *
append_button (PurportPlaceBar *self, const char *label, const char *action, GtkAccessibleRole role)
{
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "label", label, "action-name", action, "accessible-role", role, NULL);

  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
purport_place_bar_dispose (GObject *object)
{
  PurportPlaceBar *self = PURPORT_PLACE_BAR (object);

  purport_place_bar_set_view (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_place_bar_parent_class)->dispose (object);
}

static void
purport_place_bar_class_init (PurportPlaceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_place_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
purport_place_bar_init (PurportPlaceBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "place-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "max-width-chars", MAX_CHARACTERS,
                              "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  self->open = append_button (self, _ ("Open Link"), "page.open-link", GTK_ACCESSIBLE_ROLE_LINK);
  self->copy = append_button (self, _ ("Copy"), "page.copy-link", GTK_ACCESSIBLE_ROLE_BUTTON);
  purport_accessible_set_name (self->copy, _ ("Copy the link’s address"));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The view whose places are spoken of; only a weak reference is kept. */
void
purport_place_bar_set_view (PurportPlaceBar *self, PurportArticleView *view)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_weak_pointer (&self->view, view);
  if (view != NULL)
    g_signal_connect_swapped (view, "place-changed", G_CALLBACK (update), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim of a book may have thousands of limits, say: nobody wants to wait until a card shows all of them. */
#include "config.h"

#include "app/card-list.h"

#include <glib/gi18n.h>

#include "app/card-box.h"

/* How many lines are shown at first, and how many more with each wish. */
#define FIRST_LINES 10u
#define STEP 50u

typedef struct {
  GtkBox *box;
  guint n;
  guint n_shown;
  PurportCardListFunc append;
  gpointer data;
  GDestroyNotify free_data;
} List;

static void
free_list (List *self)
{
  self->free_data (self->data);
  g_free (self);
}

static void show (List *self, guint n_more);

/* The next ones come in place of the button, and the first of them has the focus. */
static void
on_more (GtkWidget *button, List *self)
{
  GtkWidget *last = gtk_widget_get_prev_sibling (button);

  gtk_widget_grab_focus (last);
  gtk_box_remove (self->box, button);
  show (self, STEP);
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));
}

static void
show (List *self, guint n_more)
{
  guint end = MIN (self->n, self->n_shown + n_more), n_left = self->n - end;
  /* Translators: ends a list that is too long: how many are not shown yet */
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_left), n_left);

  for (; self->n_shown < end; self->n_shown++)
    self->append (self->box, self->n_shown, self->data);
  if (n_left > 0)
    g_signal_connect (purport_card_append_link (self->box, text), "clicked", G_CALLBACK (on_more), self);
}

/* Appends @n lines to @card, which @append makes; @data: (transfer full). */
void
purport_card_append_list (GtkBox *card, guint n, PurportCardListFunc append, gpointer data, GDestroyNotify free_data)
{
  List *self = g_new0 (List, 1);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (card)));
  self->n = n;
  self->append = append;
  self->data = data;
  self->free_data = free_data;
  g_object_set_data_full (G_OBJECT (self->box), "list", self, (GDestroyNotify)free_list);
  gtk_widget_set_visible (GTK_WIDGET (self->box), n > 0);
  gtk_box_append (card, GTK_WIDGET (self->box));
  show (self, FIRST_LINES);
}

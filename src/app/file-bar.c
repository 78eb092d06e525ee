/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text that shows stays as it is until the user asks for another one. */
#include "config.h"

#include "app/file-bar.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "model/file-watch.h"

struct _PurportFileBar {
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *reload;
  PurportFileWatch *watch;
};

static guint reload_signal;

G_DEFINE_FINAL_TYPE (PurportFileBar, purport_file_bar, GTK_TYPE_WIDGET)

static void
on_file_state (PurportFileState state, gpointer data)
{
  PurportFileBar *self = data;

  if (state == PURPORT_FILE_GONE)
    gtk_label_set_text (self->label, _ ("The file is no longer there. Its text still shows."));
  else
    gtk_label_set_text (self->label, _ ("The file was changed on disk."));
  gtk_widget_set_visible (self->reload, state == PURPORT_FILE_CHANGED);
  gtk_widget_set_visible (GTK_WIDGET (self), state != PURPORT_FILE_SAME);
}

static void
on_reload (PurportFileBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, reload_signal, 0);
}

static void
on_close (PurportFileBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
purport_file_bar_dispose (GObject *object)
{
  PurportFileBar *self = PURPORT_FILE_BAR (object);

  g_clear_pointer (&self->watch, purport_file_watch_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_file_bar_parent_class)->dispose (object);
}

static void
purport_file_bar_class_init (PurportFileBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_file_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  reload_signal =
      g_signal_new ("reload", PURPORT_TYPE_FILE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
purport_file_bar_init (PurportFileBar *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "file-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  self->reload = gtk_button_new_with_mnemonic (_ ("_Reload"));
  g_signal_connect_swapped (self->reload, "clicked", G_CALLBACK (on_reload), self);
  gtk_box_append (GTK_BOX (self->box), self->reload);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  purport_accessible_set_name (close, _ ("Hide this message"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_close), self);
  gtk_box_append (GTK_BOX (self->box), close);
  purport_accessible_repair (self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Watches @file, which was just read; %NULL: none. */
void
purport_file_bar_set_file (PurportFileBar *self, GFile *file)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->watch, purport_file_watch_free);
  if (file != NULL)
    self->watch = purport_file_watch_new (file, on_file_state, self);
}

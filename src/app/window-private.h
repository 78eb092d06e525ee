/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window from within: for the files that it is made of. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

struct _PurportWindow {
  AdwApplicationWindow parent_instance;
  PurportReader *reader;
  PurportKeeper *keeper; /* NULL: a private window, which keeps nothing */
  PurportPreferences *preferences;
  PurportHistory *history; /* NULL: nothing is kept */
  gboolean history_failed; /* said once */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkToggleButton *find_button;
  GtkToggleButton *pane_button;
  GtkMenuButton *menu_button;
  GtkWidget *private_bar;
  GtkStack *stack;
  AdwTabBar *tab_bar;
  AdwTabView *tabs;
  GtkFileChooserNative *chooser;
  PurportPage page;
};

/* window.c */
void purport_window_add_document (PurportWindow *self, PurportDocument *document);

/* window-open.c */
void purport_window_open_install (GtkWidgetClass *widget_class);
void purport_window_open_accept_drops (PurportWindow *self);

/* window-session.c */
gboolean purport_window_keeps_history (PurportWindow *self);
void purport_window_remember (PurportWindow *self);
void purport_window_remember_size (PurportWindow *self);

G_END_DECLS

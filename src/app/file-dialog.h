/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where to write a file, or which one to read. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @path: the chosen file, in the filesystem's encoding */
typedef void (*PurportFileChosenFunc) (const char *path, gpointer data);

void purport_file_dialog_ask (GtkWidget *widget,
                              const char *title,
                              GtkFileChooserAction action,
                              const char *name,
                              PurportFileChosenFunc chosen,
                              gpointer data,
                              GDestroyNotify free_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs in which articles are chosen: a file, or an address of the web. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkFileChooserNative *purport_open_dialog_new (GtkWindow *parent);
void purport_address_dialog_show (GtkWindow *parent);

G_END_DECLS

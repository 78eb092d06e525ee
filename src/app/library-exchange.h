/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as one file, back in again, and looked over: with the questions and answers around it. */
#pragma once

#include <adwaita.h>

#include "model/keeper.h"

G_BEGIN_DECLS

void purport_library_exchange_back_up (GtkWidget *widget, PurportKeeper *keeper, AdwToastOverlay *toasts);
void purport_library_exchange_import (GtkWidget *widget, PurportKeeper *keeper, AdwToastOverlay *toasts);
void purport_library_exchange_check (GtkWidget *widget, PurportKeeper *keeper, AdwToastOverlay *toasts);

G_END_DECLS

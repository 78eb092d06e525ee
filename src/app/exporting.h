/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what was read in an article, and what the reader wrote on it, in a format that others read. */
#pragma once

#include <adwaita.h>

#include "formats/export.h"
#include "model/notebook.h"

G_BEGIN_DECLS

void
purport_exporting_ask (GtkWidget *widget, PurportExport export, PurportDocument *document, PurportNotebook *notebook);

G_END_DECLS

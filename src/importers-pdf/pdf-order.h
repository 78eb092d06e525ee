/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which the lines of a page are read. */
#pragma once

#include "importers-pdf/pdf-lines.h"

G_BEGIN_DECLS

void purport_pdf_order_lines (GArray *lines);

G_END_DECLS

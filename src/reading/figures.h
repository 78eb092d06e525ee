/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: the numbers that inform, with value, unit, comparison and what they count. */
#pragma once

#include "base/error.h"
#include "text/words.h"

G_BEGIN_DECLS

typedef struct _PurportUnits PurportUnits;

PurportUnits *purport_units_new (PurportDataFunc lookup, gpointer user_data, GError **error);
void purport_units_free (PurportUnits *units);

void purport_figures_find (const PurportUnits *units, const PurportWords *words, PurportReading *reading);

G_END_DECLS

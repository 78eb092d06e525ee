/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: the numbers that inform, with value, unit, comparison and what they count. */
#pragma once

#include "reading/units.h"
#include "text/words.h"

G_BEGIN_DECLS

void purport_figures_find (const PurportUnits *units, const PurportWords *words, PurportReading *reading);

G_END_DECLS

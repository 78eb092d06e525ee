/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds figures in the words of an article. */
#include "reading/figures.h"

struct _PurportUnits {
  int unused;
};

PurportUnits *
purport_units_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  (void)lookup;
  (void)user_data;
  (void)error;
  return g_new0 (PurportUnits, 1);
}

void
purport_units_free (PurportUnits *units)
{
  g_free (units);
}

void
purport_figures_find (const PurportUnits *units, const PurportWords *words, PurportReading *reading)
{
  (void)units;
  (void)words;
  (void)reading;
}

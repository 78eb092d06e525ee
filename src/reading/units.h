/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of units: what a unit is called, what it measures and what it converts to. */
#pragma once

#include "base/error.h"
#include "reading/rational.h"

G_BEGIN_DECLS

/* What a unit measures, as far as a figure's kind depends on it. */
typedef enum {
  PURPORT_DIMENSION_OTHER,
  PURPORT_DIMENSION_PERCENTAGE,
  PURPORT_DIMENSION_PERCENTAGE_POINTS,
  PURPORT_DIMENSION_DURATION,
  PURPORT_DIMENSION_AGE,
  PURPORT_DIMENSION_CURRENCY,
  PURPORT_DIMENSION_COUNT,
  PURPORT_DIMENSION_TIMES,
  PURPORT_DIMENSION_LENGTH,
} PurportDimension;

/**
 * PurportUnit:
 * @canonical: the one name of the unit: "kilometre", "%", "US dollar"
 * @dimension: as the table names it: "length"
 * @base: (nullable): the unit that values of the dimension convert to
 * @factor: one of this unit in @base, where @converts
 * @offset: added after @factor: 0 but for temperatures
 */
typedef struct {
  const char *canonical;
  const char *dimension;
  const char *base;
  PurportRational factor;
  PurportRational offset;
  gboolean converts;
  PurportDimension kind;
} PurportUnit;

typedef struct _PurportUnits PurportUnits;

PurportUnits *purport_units_new (PurportDataFunc lookup, gpointer user_data, GError **error);
PurportUnits *purport_units_new_from_text (const char *text, gsize n_bytes, GError **error);
void purport_units_free (PurportUnits *units);

const PurportUnit *purport_units_find (const PurportUnits *units, const char *name);
const PurportUnit *
purport_units_match (const PurportUnits *units, const char *text, gsize n_bytes, gsize start_byte, gsize *end_byte);
const PurportUnit *
purport_units_match_before (const PurportUnits *units, const char *text, gsize end_byte, gsize *start_byte);
gboolean purport_unit_to_base (const PurportUnit *unit, PurportRational value, PurportRational *base_value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportUnits, purport_units_free)

G_END_DECLS

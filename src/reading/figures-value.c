/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure amounts to: its values and its unit, as written, by its one name, and converted. */
#include "reading/figures-private.h"

#include <math.h>
#include <string.h>

/* The longest unit name that is composed of two. */
#define MAX_UNIT_BYTES 120

/* How the values of a figure convert: value * factor + offset, in the unit of that name. */
typedef struct {
  char name[MAX_UNIT_BYTES];
  PurportRational factor;
  PurportRational offset;
} Base;

/* Plurals that no rule gives. */
static const char *const irregular[][2] = {
  { "children", "child" },    { "geese", "goose" },        { "mice", "mouse" },
  { "teeth", "tooth" },       { "feet", "foot" },          { "lives", "life" },
  { "wives", "wife" },        { "knives", "knife" },       { "wolves", "wolf" },
  { "calves", "calf" },       { "loaves", "loaf" },        { "leaves", "leaf" },
  { "buses", "bus" },         { "viruses", "virus" },      { "heroes", "hero" },
  { "analyses", "analysis" }, { "crises", "crisis" },      { "potatoes", "potato" },
  { "tomatoes", "tomato" },   { "criteria", "criterion" }, { "phenomena", "phenomenon" },
  { "series", "series" },     { "species", "species" },
};

/* The one name of a counted noun: its singular. */
static const char *
canonical_noun (const FigureText *text, const Figure *figure)
{
  char name[MAX_UNIT_BYTES];
  guint32 length = purport_span_length (figure->unit_head);
  const PurportUnit *unit;

  if (length == 0 || length >= sizeof (name))
    return NULL;
  for (guint32 i = 0; i < length; i++)
    name[i] = g_ascii_tolower (text->text[figure->unit_head.start_byte + i]);
  name[length] = '\0';
  unit = length > 2 ? purport_units_find (text->units, name) : NULL;
  if (unit != NULL && unit->kind == PURPORT_DIMENSION_COUNT)
    return purport_reading_intern (text->reading, unit->canonical, -1);
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (strcmp (name, irregular[i][0]) == 0)
      return purport_reading_intern (text->reading, irregular[i][1], -1);
  if (length > 2 && strcmp (name + length - 3, "men") == 0)
    name[length - 2] = 'a';
  else if (length > 4 && strcmp (name + length - 3, "ies") == 0) {
    name[length - 3] = 'y';
    length -= 2;
  } else if (length > 4 && (strcmp (name + length - 4, "sses") == 0 || strcmp (name + length - 4, "ches") == 0 ||
                            strcmp (name + length - 3, "xes") == 0 || strcmp (name + length - 4, "shes") == 0))
    length -= 2;
  else if (length > 2 && name[length - 1] == 's' && name[length - 2] != 's' && name[length - 2] != 'u' &&
           name[length - 2] != 'i')
    length -= 1;
  return purport_reading_intern (text->reading, name, (gssize)length);
}

static const char *
canonical_unit (const FigureText *text, const Figure *figure)
{
  char name[MAX_UNIT_BYTES];

  if (figure->unit == NULL)
    return figure->kind == PURPORT_FIGURE_AGE && purport_span_is_empty (figure->unit_span)
               ? purport_reading_intern (text->reading, "year", -1)
               : canonical_noun (text, figure);
  if ((figure->per == NULL && !figure->is_inverse) || figure->unit->kind == PURPORT_DIMENSION_CURRENCY)
    return purport_reading_intern (text->reading, figure->unit->canonical, -1);
  if (figure->per == NULL)
    g_snprintf (name, sizeof (name), "inverse %s", figure->unit->canonical);
  else
    g_snprintf (name, sizeof (name), "%s per %s", figure->unit->canonical, figure->per->canonical);
  return purport_reading_intern (text->reading, name, -1);
}

/* Sets @base. Returns: %FALSE where the unit has no one size, or is counted by something that has none. */
static gboolean
find_base (const Figure *figure, Base *base)
{
  const PurportUnit *unit = figure->unit, *per = figure->per;

  base->factor = purport_rational (1);
  base->offset = purport_rational (0);
  if (unit == NULL) {
    g_strlcpy (base->name, "year", sizeof (base->name));
    return figure->kind == PURPORT_FIGURE_AGE && purport_span_is_empty (figure->unit_span);
  }
  if (!unit->converts || unit->base == NULL)
    return FALSE;
  base->factor = unit->factor;
  base->offset = unit->offset;
  g_strlcpy (base->name, unit->base, sizeof (base->name));
  if (!figure->is_rate)
    return TRUE;
  if (per == NULL || per->base == NULL || !per->converts || figure->per_amount || unit->offset.numerator != 0 ||
      unit->kind == PURPORT_DIMENSION_CURRENCY || strcmp (unit->base, per->base) == 0)
    return FALSE;
  g_snprintf (base->name, sizeof (base->name), "%s per %s", unit->base, per->base);
  return purport_rational_divide (unit->factor, per->factor, &base->factor);
}

static double
converted (const Base *base, const PurportNumber *number)
{
  PurportRational value;

  return number->flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
                 !purport_rational_multiply (number->exact, base->factor, &value) ||
                 !purport_rational_add (value, base->offset, &value)
             ? NAN
             : purport_rational_to_double (value);
}

/* @figure's three numbers: the value, and the ends of its range. Those that it does not have are vague. */
static void
find_numbers (const Figure *figure, PurportNumber *value, PurportNumber *min, PurportNumber *max)
{
  const PurportNumber none = { .value = NAN, .flags = PURPORT_NUMBER_VAGUE };
  PurportRational margin = figure->second.exact;
  gboolean falls = figure->first.value > figure->second.value;

  *value = figure->first;
  *min = *max = none;
  switch (figure->form) {
  case FIGURE_RATIO:
    if (purport_rational_divide (figure->first.exact, figure->second.exact, &value->exact))
      value->value = purport_rational_to_double (value->exact);
    break;
  case FIGURE_RANGE:
    *value = none;
    *min = falls ? figure->second : figure->first;
    *max = falls ? figure->first : figure->second;
    break;
  case FIGURE_MARGIN:
    *min = *max = figure->first;
    if (purport_rational_add (figure->first.exact, margin, &max->exact))
      max->value = purport_rational_to_double (max->exact);
    margin.negative = !margin.negative;
    if (purport_rational_add (figure->first.exact, margin, &min->exact))
      min->value = purport_rational_to_double (min->exact);
    break;
  case FIGURE_SINGLE:
  default:
    break;
  }
}

/* Sets the values of @result and its unit, as written, canonical and converted. */
void
purport_figure_set_values (const FigureText *text, const Figure *figure, PurportFigure *result)
{
  PurportNumber value, min, max;
  Base base;

  find_numbers (figure, &value, &min, &max);
  result->value = value.value;
  result->min = min.value;
  result->max = max.value;
  result->value_base = result->min_base = result->max_base = NAN;
  result->unit_canonical = canonical_unit (text, figure);
  if (!purport_span_is_empty (figure->unit_span))
    result->unit = purport_reading_intern (text->reading, text->text + figure->unit_span.start_byte,
                                           (gssize)purport_span_length (figure->unit_span));
  if (!find_base (figure, &base))
    return;
  result->unit_base = purport_reading_intern (text->reading, base.name, -1);
  result->value_base = converted (&base, &value);
  result->min_base = converted (&base, &min);
  result->max_base = converted (&base, &max);
}

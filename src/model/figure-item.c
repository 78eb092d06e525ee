/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure of a reading as an object. */
#include "model/figure-item.h"

#include <math.h>

struct _PurportFigureItem {
  GObject parent_instance;
  PurportReadingContext *context;
  guint32 index;
};

G_DEFINE_FINAL_TYPE (PurportFigureItem, purport_figure_item, G_TYPE_OBJECT)

static const PurportFigure *
get_figure (PurportFigureItem *self)
{
  return &g_array_index (self->context->reading->figures, PurportFigure, self->index);
}

static void
purport_figure_item_dispose (GObject *object)
{
  g_clear_pointer (&PURPORT_FIGURE_ITEM (object)->context, purport_reading_context_unref);
  G_OBJECT_CLASS (purport_figure_item_parent_class)->dispose (object);
}

static void
purport_figure_item_class_init (PurportFigureItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_figure_item_dispose;
}

static void
purport_figure_item_init (PurportFigureItem *self)
{
}

/* Returns: (transfer full): the figure @index of the reading. */
gpointer
purport_figure_item_new (PurportReadingContext *context, guint32 index)
{
  PurportFigureItem *self = g_object_new (PURPORT_TYPE_FIGURE_ITEM, NULL);

  self->context = purport_reading_context_ref (context);
  self->index = index;
  return self;
}

/* Returns: (transfer full): an empty list of figures. */
PurportItemList *
purport_figure_list_new (void)
{
  return purport_item_list_new (PURPORT_TYPE_FIGURE_ITEM, purport_figure_item_new);
}

/* Returns: the figure's first code point. */
guint
purport_figure_item_get_start (PurportFigureItem *self)
{
  return purport_reading_context_to_code_point (self->context, get_figure (self)->span.start_byte);
}

/* Returns: one past the figure's last code point. */
guint
purport_figure_item_get_end (PurportFigureItem *self)
{
  return purport_reading_context_to_code_point (self->context, get_figure (self)->span.end_byte);
}

static char *
dup_on_one_line (PurportFigureItem *self, PurportSpan span)
{
  char *text = purport_reading_context_dup_text (self->context, span);
  return g_strdelimit (text, "\n\t", ' ');
}

/* Returns: (transfer full): the figure as written, on one line. */
char *
purport_figure_item_dup_text (PurportFigureItem *self)
{
  return dup_on_one_line (self, get_figure (self)->span);
}

/* Returns: (transfer full) (nullable): what it counts, or %NULL: not known. */
char *
purport_figure_item_dup_about (PurportFigureItem *self)
{
  PurportSpan about = get_figure (self)->about;
  return purport_span_is_empty (about) ? NULL : dup_on_one_line (self, about);
}

/* Returns: the first claim that has it, or %PURPORT_NONE. */
guint32
purport_figure_item_get_claim (PurportFigureItem *self)
{
  return self->context->claim_of_figure[self->index];
}

/* Returns: (transfer none) (nullable): who says it; %NULL: the article's own voice. */
const char *
purport_figure_item_get_speaker (PurportFigureItem *self)
{
  const PurportReading *reading = self->context->reading;
  guint32 claim = purport_figure_item_get_claim (self), source;

  if (claim == PURPORT_NONE)
    return NULL;
  source = g_array_index (reading->claims, PurportClaim, claim).source;
  return source == PURPORT_NONE ? NULL : g_array_index (reading->sources, PurportSource, source).name;
}

PurportFigureKind
purport_figure_item_get_kind (PurportFigureItem *self)
{
  return get_figure (self)->kind;
}

static gboolean
is_share (double value)
{
  return !isnan (value) && value >= 0 && value <= 1;
}

/**
 * purport_figure_item_get_share:
 * @low: (out): lower end, 0 to 1
 * @high: (out): upper end; equal to @low where it is no range
 *
 * For percentages and fractions of a whole. A change by a percentage is no part of a whole, and a
 * number of percentage points is a difference of two.
 *
 * Returns: whether the figure is a part of a whole that a bar can show
 */
gboolean
purport_figure_item_get_share (PurportFigureItem *self, double *low, double *high)
{
  const PurportFigure *figure = get_figure (self);
  double scale = figure->kind == PURPORT_FIGURE_PERCENTAGE ? 100 : 1;
  double from = figure->value / scale, to = from;

  if (figure->kind != PURPORT_FIGURE_PERCENTAGE && figure->kind != PURPORT_FIGURE_FRACTION &&
      figure->kind != PURPORT_FIGURE_RATIO)
    return FALSE;
  if (figure->change != PURPORT_CHANGE_NONE || g_strcmp0 (figure->unit_canonical, "percentage point") == 0)
    return FALSE;
  if (!isnan (figure->min) && !isnan (figure->max)) {
    from = figure->min / scale;
    to = figure->max / scale;
  }
  if (!is_share (from) || !is_share (to) || from > to)
    return FALSE;
  *low = from;
  *high = to;
  return TRUE;
}

/**
 * purport_figure_item_get_dimension:
 *
 * Figures of one dimension can be compared: "share" for parts of a whole, "change" for changes in per cent, else the
 * base unit, such as "s" or "USD".
 *
 * Returns: (transfer none) (nullable): the dimension; %NULL: the figure has no amount that anything compares with
 */
const char *
purport_figure_item_get_dimension (PurportFigureItem *self)
{
  const PurportFigure *figure = get_figure (self);
  double low, high;

  if (!purport_figure_item_get_amount (self, &low, &high) || figure->minor)
    return NULL;
  if (purport_figure_item_get_share (self, &low, &high))
    return "share";
  if (figure->kind == PURPORT_FIGURE_PERCENTAGE)
    return figure->change == PURPORT_CHANGE_RELATIVE ? "change" : NULL;
  return figure->kind == PURPORT_FIGURE_COUNT ? NULL : figure->unit_base;
}

/**
 * purport_figure_item_get_amount:
 * @low: (out): in the base unit; of a share, 0 to 1; of a change, per cent
 * @high: (out): as @low, unless the figure is a range
 *
 * Returns: whether the figure has an amount that is not negative
 */
gboolean
purport_figure_item_get_amount (PurportFigureItem *self, double *low, double *high)
{
  const PurportFigure *figure = get_figure (self);
  gboolean based = figure->unit_base != NULL && !isnan (figure->value_base);
  double value = based ? figure->value_base : figure->value;
  double min = based ? figure->min_base : figure->min, max = based ? figure->max_base : figure->max;

  if (purport_figure_item_get_share (self, low, high))
    return TRUE;
  if (!isnan (min) && !isnan (max)) {
    *low = min;
    *high = max;
  } else
    *low = *high = value;
  return !isnan (*low) && *low >= 0 && *high >= *low;
}

PurportChangeKind
purport_figure_item_get_change (PurportFigureItem *self)
{
  return get_figure (self)->change;
}

/* Returns: (transfer full) (nullable): what a change is measured from, as written, or %NULL: no baseline is given. */
char *
purport_figure_item_dup_baseline (PurportFigureItem *self)
{
  const PurportFigure *figure = get_figure (self);

  if (figure->change == PURPORT_CHANGE_NONE || figure->change_baseline == PURPORT_NONE)
    return NULL;
  return dup_on_one_line (self,
                          g_array_index (self->context->reading->figures, PurportFigure, figure->change_baseline).span);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Claims are short lines at the left, the selected one goes across, hits of find are squares and notes are corners at
 * the right: shapes, not
 * colours, tell them apart. A place is the share of the text that comes before it. Thousands of claims share pixels:
 * each row of pixels is drawn once.
 */
#include "app/article-strip.h"

#include <math.h>

#include "app/note-paint.h"

#define STRIP_WIDTH 14
#define MARGIN 4
#define CLAIM_WIDTH 6.0f
#define HIT_SIZE 4.0f
#define NOTE_SIZE 6.0f
/* A click finds what is so many pixels away. */
#define REACH 8.0

struct _PurportArticleStrip {
  GtkWidget parent_instance;
  PurportArticleView *view; /* weak */
};

G_DEFINE_FINAL_TYPE (PurportArticleStrip, purport_article_strip, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? STRIP_WIDTH : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static float
to_y (PurportArticleStrip *self, guint offset, guint length)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  return MARGIN + floorf ((float)height * (float)offset / (float)MAX (length, 1u));
}

/* Returns: the first offset whose place is not above @y. */
static guint
to_offset (PurportArticleStrip *self, float y, guint length)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  return (guint)ceil ((double)(y - MARGIN) * MAX (length, 1u) / MAX (height, 1));
}

static void
draw_claims (PurportArticleStrip *self, GtkSnapshot *snapshot, const PurportOverview *overview)
{
  guint next = 0; /* those that begin before it would lie on one another */

  for (guint i = 0; i < overview->n_claims; i++) {
    float y;
    if (overview->claims[i].wanted == PURPORT_MARK_NONE || overview->claims[i].start < next)
      continue;
    y = to_y (self, overview->claims[i].start, overview->length);
    gtk_snapshot_append_color (snapshot, &overview->palette->mark, &GRAPHENE_RECT_INIT (1, y, CLAIM_WIDTH, 2));
    next = to_offset (self, y + 3, overview->length);
  }
}

static void
draw_hits (PurportArticleStrip *self, GtkSnapshot *snapshot, const PurportOverview *overview)
{
  guint next = 0; /* as above; a letter has half a million hits in a book */

  for (guint i = 0; i < overview->n_hits; i++) {
    float y;
    if (overview->hits[i].start < next)
      continue;
    y = to_y (self, overview->hits[i].start, overview->length);
    gtk_snapshot_append_color (snapshot, &overview->palette->hit_edge,
                               &GRAPHENE_RECT_INIT (STRIP_WIDTH - HIT_SIZE - 1, y - 1, HIT_SIZE, HIT_SIZE));
    next = to_offset (self, y + HIT_SIZE + 1, overview->length);
  }
}

static void
draw_notes (PurportArticleStrip *self, GtkSnapshot *snapshot, const PurportOverview *overview)
{
  for (guint i = 0; i < overview->n_notes; i++)
    purport_note_paint_corner (snapshot, STRIP_WIDTH - 1, to_y (self, overview->notes[i].start, overview->length),
                               NOTE_SIZE, &overview->palette->mark);
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PurportArticleStrip *self = PURPORT_ARTICLE_STRIP (widget);
  PurportOverview overview;

  if (self->view == NULL || !purport_article_view_get_overview (self->view, &overview))
    return;
  draw_claims (self, snapshot, &overview);
  if (overview.selected_end > overview.selected_start)
    gtk_snapshot_append_color (
        snapshot, &overview.palette->mark,
        &GRAPHENE_RECT_INIT (0, to_y (self, overview.selected_start, overview.length) - 1, STRIP_WIDTH, 4));
  draw_notes (self, snapshot, &overview);
  draw_hits (self, snapshot, &overview);
}

/* Keeps the offset whose place is nearest to @y. */
static void
choose_nearest (PurportArticleStrip *self, guint offset, guint length, double y, double *distance, guint *chosen)
{
  double away = fabs ((double)to_y (self, offset, length) - y);

  if (away >= *distance)
    return;
  *distance = away;
  *chosen = offset;
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, PurportArticleStrip *self)
{
  PurportOverview overview;
  double distance = REACH;
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN, 1);
  guint chosen;

  if (self->view == NULL || !purport_article_view_get_overview (self->view, &overview))
    return;
  chosen = (guint)(CLAMP ((y - MARGIN) / height, 0, 1) * overview.length);
  for (guint i = 0; i < overview.n_claims; i++)
    if (overview.claims[i].wanted != PURPORT_MARK_NONE)
      choose_nearest (self, overview.claims[i].start, overview.length, y, &distance, &chosen);
  for (guint i = 0; i < overview.n_notes; i++)
    choose_nearest (self, overview.notes[i].start, overview.length, y, &distance, &chosen);
  for (guint i = 0; i < overview.n_hits; i++)
    choose_nearest (self, overview.hits[i].start, overview.length, y, &distance, &chosen);
  purport_article_view_show_offset (self->view, chosen);
}

static void
purport_article_strip_dispose (GObject *object)
{
  purport_article_strip_set_view (PURPORT_ARTICLE_STRIP (object), NULL);
  G_OBJECT_CLASS (purport_article_strip_parent_class)->dispose (object);
}

static void
purport_article_strip_class_init (PurportArticleStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_article_strip_dispose;
  widget_class->measure = measure;
  widget_class->snapshot = draw;
  /* For the pointer alone: the list of claims, J and K are the way for keys and screen readers. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
purport_article_strip_init (PurportArticleStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-surface");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/* The view that is drawn small; only a weak reference is kept. */
void
purport_article_strip_set_view (PurportArticleStrip *self, PurportArticleView *view)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_weak_pointer (&self->view, view);
  if (view != NULL)
    g_signal_connect_swapped (view, "overview-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

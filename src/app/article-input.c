/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and pointer on the article. Single letters live here: as accelerators they would eat typing elsewhere. */
#include "app/article-view-private.h"

#define CLICK_SLOP 6.0
/* M held down for longer only peeks. */
#define PEEK_MICROSECONDS (450 * 1000)

static gboolean
get_iter_at (PurportArticleView *self, double x, double y, GtkTextIter *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), iter, buffer_x, buffer_y);
}

static GtkTextBuffer *
get_buffer (PurportArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_caret (PurportArticleView *self, GtkTextIter *caret)
{
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), caret, gtk_text_buffer_get_insert (get_buffer (self)));
}

/* The place of @event in the view's own pixels. */
static gboolean
get_point (PurportArticleView *self, GdkEvent *event, graphene_point_t *point)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, offset_x, offset_y;

  if (!gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  return gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                   &GRAPHENE_POINT_INIT ((float)(x - offset_x), (float)(y - offset_y)), point);
}

static gboolean
is_selected (PurportArticleView *self, const GtkTextIter *iter)
{
  GtkTextIter from, to;

  return gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to) &&
         gtk_text_iter_compare (&from, iter) <= 0 && gtk_text_iter_compare (iter, &to) < 0;
}

/* What the menu does it does at the caret, so that comes first; a selection under the pointer stays. */
static void
open_menu_at (PurportArticleView *self, double x, double y)
{
  GtkTextIter iter;

  if (get_iter_at (self, x, y, &iter) && !is_selected (self, &iter))
    gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  purport_article_view_ask_for_menu (self, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
}

static void
open_menu_at_caret (PurportArticleView *self)
{
  GtkTextIter caret;
  GdkRectangle place;

  get_caret (self, &caret);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &caret, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  place.y = CLAMP (place.y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  purport_article_view_ask_for_menu (self, &place);
}

static void
click (PurportArticleView *self, GdkEvent *event, double x, double y)
{
  GtkTextIter iter;

  if (ABS (x - self->press_x) >= CLICK_SLOP || ABS (y - self->press_y) >= CLICK_SLOP ||
      !get_iter_at (self, x, y, &iter))
    return;
  if ((gdk_event_get_modifier_state (event) & GDK_CONTROL_MASK) != 0)
    purport_article_view_open_link (self, (guint)gtk_text_iter_get_offset (&iter));
  else if (!gtk_text_buffer_get_has_selection (get_buffer (self)))
    purport_article_view_activate_claim (self, &iter);
}

/* Raw events, because the text view's own gestures claim the sequence before a gesture of ours sees the release. */
static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, PurportArticleView *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  graphene_point_t point;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || !get_point (self, event, &point))
    return GDK_EVENT_PROPAGATE;
  if (gdk_event_triggers_context_menu (event)) {
    open_menu_at (self, (double)point.x, (double)point.y);
    return GDK_EVENT_STOP;
  }
  if (gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS) {
    self->press_x = (double)point.x;
    self->press_y = (double)point.y;
  } else {
    click (self, event, (double)point.x, (double)point.y);
  }
  return GDK_EVENT_PROPAGATE;
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, PurportArticleView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, PurportArticleView *self)
{
  GtkTextIter iter;
  gboolean over = get_iter_at (self, x, y, &iter);
  guint offset = over ? (guint)gtk_text_iter_get_offset (&iter) : 0;
  gboolean active = over && (purport_article_marks_find (self->marks, offset) >= 0 ||
                             purport_article_links_find (self->links, offset) != NULL);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), active ? "pointer" : "text");
  purport_article_view_set_pointed (self, over ? (gint64)offset : -1);
}

static void
on_leave (GtkEventControllerMotion *controller, PurportArticleView *self)
{
  purport_article_view_set_pointed (self, -1);
}

static void
toggle_marks (PurportArticleView *self)
{
  purport_view_state_set_show_marks (self->state, !purport_view_state_get_show_marks (self->state));
}

/* Without caret browsing the arrows move the page, and the caret only as far as it has to go to stay in view. */
static void
scroll (PurportArticleView *self, int direction)
{
  if (self->adjustment == NULL)
    return;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) +
                                                  direction * gtk_adjustment_get_step_increment (self->adjustment));
  gtk_text_view_place_cursor_onscreen (GTK_TEXT_VIEW (self));
}

static gboolean
press_letter (PurportArticleView *self, guint key)
{
  if (!purport_view_state_get_letter_keys (self->state))
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (key)) {
  case GDK_KEY_j:
    purport_article_view_step (self, 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_k:
    purport_article_view_step (self, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_m:
    if (self->peek_since == 0) {
      self->peek_since = g_get_monotonic_time ();
      toggle_marks (self);
    }
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static gboolean
press_plain (PurportArticleView *self, guint key, gboolean shift)
{
  GtkTextIter caret;

  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    if (self->caret_browsing || shift)
      return GDK_EVENT_PROPAGATE;
    scroll (self, key == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_space:
    g_signal_emit_by_name (self, "move-cursor", GTK_MOVEMENT_PAGES, shift ? -1 : 1, FALSE);
    return GDK_EVENT_STOP;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    get_caret (self, &caret);
    if (!purport_article_view_activate_claim (self, &caret))
      purport_article_view_open_link (self, (guint)gtk_text_iter_get_offset (&caret));
    return GDK_EVENT_STOP;
  default:
    return press_letter (self, key);
  }
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, PurportArticleView *self)
{
  GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  GtkTextIter caret;

  if (self->state == NULL)
    return GDK_EVENT_PROPAGATE;
  if (held == 0 && (key == GDK_KEY_Menu || (shift && key == GDK_KEY_F10))) {
    open_menu_at_caret (self);
    return GDK_EVENT_STOP;
  }
  if (held == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_Up)) {
    purport_article_view_step (self, key == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  }
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)) {
    get_caret (self, &caret);
    purport_article_view_open_link (self, (guint)gtk_text_iter_get_offset (&caret));
    return GDK_EVENT_STOP;
  }
  return held == 0 ? press_plain (self, key, shift) : GDK_EVENT_PROPAGATE;
}

static void
on_key_released (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, PurportArticleView *self)
{
  if (gdk_keyval_to_lower (key) != GDK_KEY_m || self->peek_since == 0)
    return;
  if (self->state != NULL && g_get_monotonic_time () - self->peek_since > PEEK_MICROSECONDS)
    toggle_marks (self);
  self->peek_since = 0;
}

/* To be called once, when the view is made. */
void
purport_article_view_add_controllers (PurportArticleView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect (touch, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (touch));
}

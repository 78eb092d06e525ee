/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GtkTextView that shows an article's text as it is in the file, and marks what the reading found. */
#include "config.h"

#include "app/article-view.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/article-blocks.h"
#include "app/article-hits.h"
#include "app/article-marks.h"
#include "app/article-paint.h"
#include "app/note-paint.h"
#include "app/selection-content.h"

#define SIDE_MARGIN 28
#define CLICK_SLOP 6.0
/* M held down for longer only peeks. */
#define PEEK_MICROSECONDS (450 * 1000)

struct _PurportArticleView {
  GtkTextView parent_instance;
  PurportViewState *state;
  PurportDisplayText *text;
  PurportArticleMarks *marks;
  PurportArticleHits *hits;
  GArray *notes; /* (element-type PurportHitSpan): in the buffer */
  const PurportPalette *palette;
  GtkAdjustment *adjustment;
  double press_x;
  double press_y;
  gint64 peek_since; /* 0: M is not held */
};

enum { CLAIM_ACTIVATED, OVERVIEW_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportArticleView, purport_article_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (PurportArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
activate_claim_at (PurportArticleView *self, const GtkTextIter *iter)
{
  gint64 index = purport_article_marks_find (self->marks, (guint)gtk_text_iter_get_offset (iter));
  g_autoptr (PurportClaimItem) claim = NULL;

  if (index < 0 || self->state == NULL)
    return;
  claim = purport_view_state_dup_claim (self->state, (guint32)index);
  if (claim != NULL)
    g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, claim);
}

static gboolean
get_iter_at (PurportArticleView *self, double x, double y, GtkTextIter *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), iter, buffer_x, buffer_y);
}

/* Raw events, because the text view's own gestures claim the sequence before a gesture of ours sees the release. */
static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, PurportArticleView *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, offset_x, offset_y;
  graphene_point_t point;
  GtkTextIter iter;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY || !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float)(x - offset_x), (float)(y - offset_y)), &point))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS) {
    self->press_x = (double)point.x;
    self->press_y = (double)point.y;
  } else if (ABS ((double)point.x - self->press_x) < CLICK_SLOP && ABS ((double)point.y - self->press_y) < CLICK_SLOP &&
             !gtk_text_buffer_get_has_selection (get_buffer (self)) &&
             get_iter_at (self, (double)point.x, (double)point.y, &iter)) {
    activate_claim_at (self, &iter);
  }
  return GDK_EVENT_PROPAGATE;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, PurportArticleView *self)
{
  GtkTextIter iter;
  gboolean over = get_iter_at (self, x, y, &iter) &&
                  purport_article_marks_find (self->marks, (guint)gtk_text_iter_get_offset (&iter)) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : "text");
}

static void
toggle_marks (PurportArticleView *self)
{
  purport_view_state_set_show_marks (self->state, !purport_view_state_get_show_marks (self->state));
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, PurportArticleView *self)
{
  GdkModifierType state = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  GtkTextIter caret;

  if (self->state == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_Up)) {
    purport_article_view_step (self, key == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  }
  if (state != 0 ||
      (g_unichar_isalpha (gdk_keyval_to_unicode (key)) && !purport_view_state_get_letter_keys (self->state)))
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
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
    activate_claim_at (self, &caret);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
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

static void
copy_clipboard (GtkTextView *view)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (view);
  g_autofree char *text = purport_article_view_dup_selection (self, NULL);

  if (text != NULL && *text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
}

static void
paste_clipboard (GtkTextView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.paste", NULL);
}

/* The buffer would offer its own text, with the line feeds that were added to break long lines. */
static void
on_mark_set (GtkTextBuffer *buffer, const GtkTextIter *where, GtkTextMark *mark, PurportArticleView *self)
{
  g_autoptr (GdkContentProvider) content = NULL;
  GdkClipboard *primary;

  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;
  if (!gtk_widget_get_realized (GTK_WIDGET (self)) || !gtk_text_buffer_get_has_selection (buffer))
    return;
  primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (self));
  if (PURPORT_IS_SELECTION_CONTENT (gdk_clipboard_get_content (primary)))
    return;
  content = purport_selection_content_new (self);
  gdk_clipboard_set_content (primary, content);
}

static void
purport_article_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (purport_article_view_parent_class)->realize (widget);
  gtk_text_buffer_remove_selection_clipboard (get_buffer (PURPORT_ARTICLE_VIEW (widget)),
                                              gtk_widget_get_primary_clipboard (widget));
}

static void
purport_article_view_unrealize (GtkWidget *widget)
{
  gtk_text_buffer_add_selection_clipboard (get_buffer (PURPORT_ARTICLE_VIEW (widget)),
                                           gtk_widget_get_primary_clipboard (widget));
  GTK_WIDGET_CLASS (purport_article_view_parent_class)->unrealize (widget);
}

static void
draw_below (PurportArticleView *self, GtkSnapshot *snapshot)
{
  guint start, end;

  if (purport_article_marks_get_selected (self->marks, &start, &end))
    purport_article_paint_bar (GTK_TEXT_VIEW (self), snapshot, start, end, &self->palette->mark);
}

static void
draw_mark (PurportArticleView *self, GtkSnapshot *snapshot, const PurportMarkedSpan *span)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const GdkRGBA *color = &self->palette->mark;

  if (span->shown == PURPORT_MARK_TENTATIVE)
    purport_article_paint_dots (view, snapshot, span->start, span->end, color);
  else if (span->shown != PURPORT_MARK_NONE)
    purport_article_paint_lines (view, snapshot, span->start, span->end, span->shown == PURPORT_MARK_DISPUTED ? 2 : 1,
                                 color);
}

static void
draw_above (PurportArticleView *self, GtkSnapshot *snapshot)
{
  guint first, last;
  const PurportMarkedSpan *spans = purport_article_marks_get_in_view (self->marks, &first, &last);

  for (guint i = first; i < last; i++)
    draw_mark (self, snapshot, &spans[i]);
  purport_note_paint_corners (GTK_TEXT_VIEW (self), snapshot, self->notes, &self->palette->mark);
  purport_article_hits_draw (self->hits, snapshot, &self->palette->hit_edge);
}

static void
snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (view);

  if (self->palette == NULL)
    return;
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    draw_below (self, snapshot);
  else if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    draw_above (self, snapshot);
}

static void
on_scrolled (PurportArticleView *self)
{
  if (self->hits != NULL)
    purport_article_hits_update (self->hits);
}

static void
on_adjustment_set (PurportArticleView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment == self->adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_data (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, NULL,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
purport_article_view_dispose (GObject *object)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (object);

  purport_article_view_set_state (self, NULL);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->marks, purport_article_marks_free);
  g_clear_pointer (&self->hits, purport_article_hits_free);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->text, purport_display_text_unref);
  G_OBJECT_CLASS (purport_article_view_parent_class)->dispose (object);
}

static void
purport_article_view_class_init (PurportArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_article_view_dispose;
  widget_class->realize = purport_article_view_realize;
  widget_class->unrealize = purport_article_view_unrealize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  view_class->snapshot_layer = snapshot_layer;
  view_class->copy_clipboard = copy_clipboard;
  view_class->cut_clipboard = copy_clipboard;
  view_class->paste_clipboard = paste_clipboard;
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", PURPORT_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, PURPORT_TYPE_CLAIM_ITEM);
  signals[OVERVIEW_CHANGED] = g_signal_new ("overview-changed", PURPORT_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (PurportArticleView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
purport_article_view_init (PurportArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "article");
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, SIDE_MARGIN);
  gtk_text_view_set_right_margin (view, SIDE_MARGIN);
  gtk_text_view_set_top_margin (view, 24);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_text_view_set_pixels_inside_wrap (view, 5);
  gtk_text_view_set_pixels_below_lines (view, 5);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  purport_accessible_set_name (GTK_WIDGET (self), _ ("Article"));
  purport_article_blocks_create_tags (get_buffer (self));
  self->marks = purport_article_marks_new (view);
  self->hits = purport_article_hits_new (view);
  self->notes = g_array_new (FALSE, FALSE, sizeof (PurportHitSpan));
  add_controllers (self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (on_adjustment_set), NULL);
  g_signal_connect_object (get_buffer (self), "mark-set", G_CALLBACK (on_mark_set), self, G_CONNECT_AFTER);
}

static void
redraw (PurportArticleView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
}

static void
on_marks_changed (PurportArticleView *self)
{
  purport_article_marks_update (self->marks);
  redraw (self);
}

static void
on_selected (PurportArticleView *self)
{
  purport_article_marks_select (self->marks, purport_view_state_get_selected (self->state));
  redraw (self);
}

static void
on_claims_changed (PurportArticleView *self)
{
  if (self->text != NULL && self->text == purport_document_get_text (purport_view_state_get_document (self->state)))
    purport_article_marks_set_state (self->marks, self->state);
  redraw (self);
}

/* Binds to what is shown of a document; %NULL: to nothing. */
void
purport_article_view_set_state (PurportArticleView *self, PurportViewState *state)
{
  if (self->state == state)
    return;
  if (self->state != NULL) {
    g_signal_handlers_disconnect_by_data (self->state, self);
    g_signal_handlers_disconnect_by_data (purport_document_get_claims (purport_view_state_get_document (self->state)),
                                          self);
    purport_article_marks_set_state (self->marks, NULL);
  }
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  g_signal_connect_swapped (state, "marks-changed", G_CALLBACK (on_marks_changed), self);
  g_signal_connect_swapped (state, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_data (purport_document_get_claims (purport_view_state_get_document (state)), "items-changed",
                         G_CALLBACK (on_claims_changed), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Fills the view with the text of its document, if there is one yet. */
void
purport_article_view_show_text (PurportArticleView *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  PurportDisplayText *text = purport_document_get_text (document);
  const char *words;
  gsize n_bytes;
  GtkTextIter start;

  if (text == NULL || text == self->text)
    return;
  purport_article_hits_set (self->hits, NULL, 0);
  purport_article_marks_set_state (self->marks, NULL);
  g_clear_pointer (&self->text, purport_display_text_unref);
  self->text = purport_display_text_ref (text);
  words = purport_display_text_get_text (text, &n_bytes);
  gtk_text_buffer_set_text (get_buffer (self), words, (int)n_bytes);
  purport_article_blocks_apply (get_buffer (self), text, purport_document_get_blocks (document));
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  purport_article_marks_set_state (self->marks, self->state);
}

/* Changes the colours of everything that is marked. */
void
purport_article_view_set_page (PurportArticleView *self, PurportPage page)
{
  self->palette = purport_palette_get (page);
  purport_article_blocks_set_palette (get_buffer (self), self->palette);
  purport_article_marks_set_palette (self->marks, self->palette);
  purport_article_hits_set_palette (self->hits, self->palette);
  redraw (self);
}

/* Returns: how wide @n_characters of @font are, with the margins, in pixels. */
int
purport_article_view_get_measure (PurportArticleView *self, guint n_characters, const PangoFontDescription *font)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * (int)n_characters) + 2 * SIDE_MARGIN;
}

static gboolean
get_iters (PurportArticleView *self, guint start, guint end, GtkTextIter *from, GtkTextIter *to)
{
  if (self->text == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), from,
                                      (int)purport_display_text_from_article (self->text, start));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), to, (int)purport_display_text_from_article (self->text, end));
  return TRUE;
}

/* Moves the caret to a passage and scrolls it into view. */
void
purport_article_view_show_passage (PurportArticleView *self, guint start, guint end)
{
  GtkTextIter from, to;
  GdkRectangle visible, place;

  if (!get_iters (self, start, end, &from, &to))
    return;
  gtk_text_buffer_place_cursor (get_buffer (self), &from);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &from, &place);
  if (place.y < visible.y || place.y + place.height > visible.y + visible.height)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (get_buffer (self)), 0, TRUE, 0,
                                  0.35);
}

/* As purport_article_view_show_passage(), and selects the words. */
void
purport_article_view_select_passage (PurportArticleView *self, guint start, guint end)
{
  GtkTextIter from, to;

  purport_article_view_show_passage (self, start, end);
  if (get_iters (self, start, end, &from, &to))
    gtk_text_buffer_select_range (get_buffer (self), &from, &to);
}

/* Returns: the code point of the article's text at which the caret stands. */
guint
purport_article_view_get_caret (PurportArticleView *self)
{
  GtkTextIter caret;

  if (self->text == NULL)
    return 0;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  return purport_display_text_to_article (self->text, (guint)gtk_text_iter_get_offset (&caret));
}

/* Returns: whether words are selected; they are then the text from @start to before @end. */
gboolean
purport_article_view_get_selection (PurportArticleView *self, guint *start, guint *end)
{
  GtkTextIter from, to;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return FALSE;
  *start = purport_display_text_to_article (self->text, (guint)gtk_text_iter_get_offset (&from));
  *end = purport_display_text_to_article (self->text, (guint)gtk_text_iter_get_offset (&to));
  return *start < *end;
}

/* @notes: (element-type PurportHitSpan): where notes stand, in code points of the article's text. */
void
purport_article_view_set_notes (PurportArticleView *self, GArray *notes)
{
  g_array_set_size (self->notes, 0);
  for (guint i = 0; self->text != NULL && i < notes->len; i++) {
    const PurportHitSpan *note = &g_array_index (notes, PurportHitSpan, i);
    PurportHitSpan span = { purport_display_text_from_article (self->text, note->start),
                            purport_display_text_from_article (self->text, note->end) };
    g_array_append_val (self->notes, span);
  }
  redraw (self);
}

/* Returns: (transfer full) (nullable): the selected words exactly as in the file; %NULL: nothing is selected. */
char *
purport_article_view_dup_selection (PurportArticleView *self, gsize *n_bytes)
{
  GtkTextIter from, to;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return NULL;
  return purport_display_text_dup_original (self->text, (guint)gtk_text_iter_get_offset (&from),
                                            (guint)gtk_text_iter_get_offset (&to), n_bytes);
}

/**
 * purport_article_view_set_hits:
 * @hits: (nullable) (element-type PurportHitSpan): what find found, in code points of the article's text, in order
 * @current: the one that find stands at
 */
void
purport_article_view_set_hits (PurportArticleView *self, GArray *hits, guint current)
{
  g_autoptr (GArray) shown = NULL;

  if (hits != NULL && self->text != NULL) {
    shown = g_array_sized_new (FALSE, FALSE, sizeof (PurportHitSpan), hits->len);
    for (guint i = 0; i < hits->len; i++) {
      const PurportHitSpan *hit = &g_array_index (hits, PurportHitSpan, i);
      PurportHitSpan span = { purport_display_text_from_article (self->text, hit->start),
                              purport_display_text_from_article (self->text, hit->end) };
      g_array_append_val (shown, span);
    }
  }
  purport_article_hits_set (self->hits, shown, current);
  redraw (self);
}

/* Returns: whether there is a text; its marks are in @overview. */
gboolean
purport_article_view_get_overview (PurportArticleView *self, PurportOverview *overview)
{
  if (self->text == NULL || self->palette == NULL)
    return FALSE;
  overview->palette = self->palette;
  overview->length = (guint)gtk_text_buffer_get_char_count (get_buffer (self));
  overview->claims = purport_article_marks_get_spans (self->marks, &overview->n_claims);
  overview->notes = (const PurportHitSpan *)(gpointer)self->notes->data;
  overview->n_notes = self->notes->len;
  overview->hits = purport_article_hits_get_spans (self->hits, &overview->n_hits);
  purport_article_marks_get_selected (self->marks, &overview->selected_start, &overview->selected_end);
  return TRUE;
}

/* Moves the caret to an offset of the buffer and scrolls it into view. */
void
purport_article_view_show_offset (PurportArticleView *self, guint offset)
{
  guint place = self->text != NULL ? purport_display_text_to_article (self->text, offset) : 0;
  purport_article_view_show_passage (self, place, place);
}

/* Goes to the next marked claim behind the caret, or with -1 to the last before it, and selects it. */
void
purport_article_view_step (PurportArticleView *self, int direction)
{
  g_autoptr (PurportClaimItem) claim = NULL;

  if (self->state == NULL)
    return;
  claim = purport_view_state_dup_next (self->state, purport_article_view_get_caret (self), direction);
  if (claim == NULL) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  purport_article_view_show_passage (self, purport_claim_item_get_start (claim), purport_claim_item_get_end (claim));
  purport_view_state_set_selected (self->state, claim);
}

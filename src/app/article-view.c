/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GtkTextView that shows an article's text as it is in the file, and marks what the reading found. */
#include "config.h"

#include "app/article-view.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/article-blocks.h"
#include "app/article-view-private.h"
#include "app/selection-content.h"

#define SIDE_MARGIN 28

enum { CLAIM_ACTIVATED, LINK_ACTIVATED, MENU_REQUESTED, OVERVIEW_CHANGED, PLACE_CHANGED, N_SIGNALS };

enum { PROP_0, PROP_CARET_BROWSING, PROP_SHOW_REPAIRS, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportArticleView, purport_article_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (PurportArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Opens the claim at @iter. Returns: whether there is a marked one. */
gboolean
purport_article_view_activate_claim (PurportArticleView *self, const GtkTextIter *iter)
{
  gint64 index = purport_article_marks_find (self->marks, (guint)gtk_text_iter_get_offset (iter));
  g_autoptr (PurportClaimItem) claim = NULL;

  if (index < 0 || self->state == NULL)
    return FALSE;
  claim = purport_view_state_dup_claim (self->state, (guint32)index);
  if (claim == NULL)
    return FALSE;
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, claim);
  return TRUE;
}

/* Asks for the link at the buffer's @offset to be opened, if there is one. */
void
purport_article_view_open_link (PurportArticleView *self, guint offset)
{
  const PurportLinkSpan *link = purport_article_links_find (self->links, offset);

  if (link != NULL)
    g_signal_emit (self, signals[LINK_ACTIVATED], 0, link->uri);
}

/* The pointer is over the buffer's @offset; -1: over none. */
void
purport_article_view_set_pointed (PurportArticleView *self, gint64 offset)
{
  if (self->pointed == offset)
    return;
  self->pointed = offset;
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

/* @place: in the view's pixels */
void
purport_article_view_ask_for_menu (PurportArticleView *self, const GdkRectangle *place)
{
  g_signal_emit (self, signals[MENU_REQUESTED], 0, place);
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
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
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

/* In Pango units */
static int
get_character_width (PurportArticleView *self, const PangoFontDescription *font)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return width;
}

/* Pictures ask for the room that they have now; the text takes any. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GTK_WIDGET_CLASS (purport_article_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 3 * SIDE_MARGIN);
}

/* A picture is no wider than the text, and leaves room for some lines of it. */
static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (widget);

  purport_article_pictures_set_room (self->pictures, width - 2 * SIDE_MARGIN, height * 2 / 3);
  purport_article_links_set_gap (self->links, get_character_width (self, NULL));
  GTK_WIDGET_CLASS (purport_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  purport_article_pictures_update (self->pictures);
}

static void
on_scrolled (PurportArticleView *self)
{
  if (self->hits != NULL)
    purport_article_hits_update (self->hits);
  if (self->pictures != NULL)
    purport_article_pictures_update (self->pictures);
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
  g_clear_pointer (&self->links, purport_article_links_free);
  g_clear_pointer (&self->repairs, purport_article_repairs_free);
  g_clear_pointer (&self->pictures, purport_article_pictures_free);
  g_clear_pointer (&self->text, purport_display_text_unref);
  G_OBJECT_CLASS (purport_article_view_parent_class)->dispose (object);
}

/* The caret is there all the while, for those who hear the text; it shows where it is the caret that the arrows move.
 */
static void
set_caret_browsing (PurportArticleView *self, gboolean caret_browsing)
{
  self->caret_browsing = caret_browsing;
  if (caret_browsing)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "no-caret");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "no-caret");
  if (caret_browsing && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_text_view_place_cursor_onscreen (GTK_TEXT_VIEW (self));
}

static void
purport_article_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (object);

  switch (id) {
  case PROP_CARET_BROWSING:
    g_value_set_boolean (value, self->caret_browsing);
    break;
  case PROP_SHOW_REPAIRS:
    g_value_set_boolean (value, self->show_repairs);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
purport_article_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (object);

  switch (id) {
  case PROP_CARET_BROWSING:
    set_caret_browsing (self, g_value_get_boolean (value));
    break;
  case PROP_SHOW_REPAIRS:
    self->show_repairs = g_value_get_boolean (value);
    purport_article_view_update_repairs (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = purport_article_view_get_property;
  object_class->set_property = purport_article_view_set_property;
  properties[PROP_CARET_BROWSING] = g_param_spec_boolean ("caret-browsing", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_REPAIRS] = g_param_spec_boolean ("show-repairs", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static guint
new_signal (const char *name, GType parameter)
{
  return g_signal_new (name, PURPORT_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       parameter != G_TYPE_NONE ? 1 : 0, parameter);
}

static void
purport_article_view_class_init (PurportArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_article_view_dispose;
  widget_class->realize = purport_article_view_realize;
  widget_class->unrealize = purport_article_view_unrealize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  view_class->snapshot_layer = purport_article_view_snapshot_layer;
  view_class->copy_clipboard = copy_clipboard;
  view_class->cut_clipboard = copy_clipboard;
  view_class->paste_clipboard = paste_clipboard;
  install_properties (G_OBJECT_CLASS (klass));
  signals[CLAIM_ACTIVATED] = new_signal ("claim-activated", PURPORT_TYPE_CLAIM_ITEM);
  signals[LINK_ACTIVATED] = new_signal ("link-activated", G_TYPE_STRING);
  signals[MENU_REQUESTED] = new_signal ("menu-requested", GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[OVERVIEW_CHANGED] = new_signal ("overview-changed", G_TYPE_NONE);
  signals[PLACE_CHANGED] = new_signal ("place-changed", G_TYPE_NONE);
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
  self->links = purport_article_links_new (view);
  self->hits = purport_article_hits_new (view);
  self->notes = g_array_new (FALSE, FALSE, sizeof (PurportHitSpan));
  self->repairs = purport_article_repairs_new (view);
  self->pictures = purport_article_pictures_new (view);
  self->pointed = -1;
  set_caret_browsing (self, FALSE);
  purport_article_view_add_controllers (self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (on_adjustment_set), NULL);
  g_signal_connect_object (get_buffer (self), "mark-set", G_CALLBACK (on_mark_set), self, G_CONNECT_AFTER);
}

/* What is marked is different. */
void
purport_article_view_redraw (PurportArticleView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
}

/* Changes the colours of everything that is marked. */
void
purport_article_view_set_page (PurportArticleView *self, PurportPage page)
{
  self->palette = purport_palette_get (page);
  purport_article_blocks_set_palette (get_buffer (self), self->palette);
  purport_article_marks_set_palette (self->marks, self->palette);
  purport_article_hits_set_palette (self->hits, self->palette);
  purport_article_links_set_palette (self->links, self->palette);
  purport_article_view_redraw (self);
}

/* Returns: how wide @n_characters of @font are, with the margins, in pixels. */
int
purport_article_view_get_measure (PurportArticleView *self, guint n_characters, const PangoFontDescription *font)
{
  return PANGO_PIXELS_CEIL (get_character_width (self, font) * (int)n_characters) + 2 * SIDE_MARGIN;
}

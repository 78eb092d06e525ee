/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every claim has a mark that is shown and one that is wanted. Changing what is wanted is cheap; the tags of those that
 * differ follow in slices of a few milliseconds, those in view at once, so that the window answers all the while.
 */
#include "app/article-marks.h"

#include "app/color-tag.h"

#define SLICE_MICROSECONDS 4000
/* How many claims that begin above the view may reach into it. */
#define OVERHANG 8u

struct _PurportArticleMarks {
  GtkTextView *view; /* not owned: it owns this */
  GtkTextBuffer *buffer;
  PurportViewState *state;
  GtkTextTag *tint;
  GtkTextTag *firm;
  GtkTextTag *disputed;
  GtkTextTag *selected;
  GArray *spans; /* (element-type PurportMarkedSpan): one for each claim, in order of start */
  guint next;    /* the idle source has dealt with those before it */
  guint source_id;
  guint selected_start;
  guint selected_end; /* equal to the start: none is selected */
};

/* Returns: (transfer full): marks for @view, which has to outlive them. */
PurportArticleMarks *
purport_article_marks_new (GtkTextView *view)
{
  PurportArticleMarks *self = g_new0 (PurportArticleMarks, 1);

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->spans = g_array_new (FALSE, FALSE, sizeof (PurportMarkedSpan));
  self->tint = purport_color_tag_add (self->buffer, "claim");
  self->firm = gtk_text_buffer_create_tag (self->buffer, "claim-firm", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->disputed =
      gtk_text_buffer_create_tag (self->buffer, "claim-disputed", "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  self->selected = purport_color_tag_add (self->buffer, "claim-selected");
  return self;
}

void
purport_article_marks_free (PurportArticleMarks *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_object (&self->state);
  g_clear_object (&self->buffer);
  g_array_unref (self->spans);
  g_free (self);
}

/* Gives the tags the colours of @palette; GTK's tags do not follow the theme by themselves. */
void
purport_article_marks_set_palette (PurportArticleMarks *self, const PurportPalette *palette)
{
  static const GdkRGBA nothing = { 0, 0, 0, 0 };

  g_object_set (self->tint, "background-rgba", &palette->tint, "foreground-rgba", &palette->text, NULL);
  /* The view draws the lines, on whole pixels; the tags are there for screen readers. */
  g_object_set (self->firm, "underline-rgba", &nothing, NULL);
  g_object_set (self->disputed, "underline-rgba", &nothing, NULL);
  g_object_set (self->selected, "background-rgba", &palette->selected, "foreground-rgba", &palette->text, NULL);
}

static void
get_iters (PurportArticleMarks *self, guint start, guint end, GtkTextIter *from, GtkTextIter *to)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, from, (int)start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, to, (int)end);
}

static void
change_tags (PurportArticleMarks *self, PurportMark mark, const GtkTextIter *from, const GtkTextIter *to, gboolean on)
{
  void (*change) (GtkTextBuffer *, GtkTextTag *, const GtkTextIter *, const GtkTextIter *) =
      on ? gtk_text_buffer_apply_tag : gtk_text_buffer_remove_tag;

  if (mark == PURPORT_MARK_NONE)
    return;
  change (self->buffer, self->tint, from, to);
  if (mark == PURPORT_MARK_FIRM)
    change (self->buffer, self->firm, from, to);
  else if (mark == PURPORT_MARK_DISPUTED)
    change (self->buffer, self->disputed, from, to);
}

/* Spans may lie in one another: what is taken off one is put back on those that share words with it. */
static void
restore_neighbours (PurportArticleMarks *self, guint index)
{
  const PurportMarkedSpan *span = &g_array_index (self->spans, PurportMarkedSpan, index);
  guint first = index > OVERHANG ? index - OVERHANG : 0;

  for (guint i = first; i < self->spans->len; i++) {
    const PurportMarkedSpan *other = &g_array_index (self->spans, PurportMarkedSpan, i);
    GtkTextIter from, to;
    if (other->start >= span->end)
      break;
    if (i == index || other->end <= span->start || other->shown == PURPORT_MARK_NONE)
      continue;
    get_iters (self, other->start, other->end, &from, &to);
    change_tags (self, other->shown, &from, &to, TRUE);
  }
}

static void
apply (PurportArticleMarks *self, guint index)
{
  PurportMarkedSpan *span = &g_array_index (self->spans, PurportMarkedSpan, index);
  guint8 before = span->shown;
  GtkTextIter from, to;

  if (before == span->wanted)
    return;
  get_iters (self, span->start, span->end, &from, &to);
  change_tags (self, before, &from, &to, FALSE);
  span->shown = span->wanted;
  change_tags (self, span->shown, &from, &to, TRUE);
  if (before != PURPORT_MARK_NONE)
    restore_neighbours (self, index);
}

static gboolean
apply_slice (gpointer data)
{
  PurportArticleMarks *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (self->next < self->spans->len) {
    apply (self, self->next++);
    if (self->next % 16 == 0 && g_get_monotonic_time () > end)
      return G_SOURCE_CONTINUE;
  }
  self->source_id = 0;
  return G_SOURCE_REMOVE;
}

/* The index of the first span that begins at @offset or behind it. */
static guint
find_first (PurportArticleMarks *self, guint offset)
{
  guint low = 0, high = self->spans->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (self->spans, PurportMarkedSpan, middle).start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The spans that are in view: claims are rarely longer than a few of them, so a few more before the first suffice. */
static void
find_in_view (PurportArticleMarks *self, guint *first, guint *last)
{
  GdkRectangle rect;
  GtkTextIter top, bottom;

  *first = *last = 0;
  if (self->spans->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  gtk_text_view_get_visible_rect (self->view, &rect);
  gtk_text_view_get_iter_at_location (self->view, &top, rect.x, rect.y);
  gtk_text_view_get_iter_at_location (self->view, &bottom, rect.x + rect.width, rect.y + rect.height);
  *first = find_first (self, (guint)gtk_text_iter_get_offset (&top));
  *first = *first > OVERHANG ? *first - OVERHANG : 0;
  *last = find_first (self, (guint)gtk_text_iter_get_offset (&bottom) + 1);
}

static void
apply_in_view (PurportArticleMarks *self)
{
  guint first, last;

  find_in_view (self, &first, &last);
  for (guint i = first; i < last; i++)
    apply (self, i);
}

static PurportMark
choose_mark (PurportArticleMarks *self, const PurportReadingContext *context, guint32 claim)
{
  if (!purport_view_state_is_marked (self->state, claim))
    return PURPORT_MARK_NONE;
  if ((context->traits[claim] & (1u << PURPORT_TRAIT_DISPUTED)) != 0)
    return PURPORT_MARK_DISPUTED;
  if (purport_reading_context_get_claim (context, claim)->certainty == PURPORT_CERTAINTY_TENTATIVE)
    return PURPORT_MARK_TENTATIVE;
  return PURPORT_MARK_FIRM;
}

/* Asks the view state anew which claims are marked. What is in view changes before this returns. */
void
purport_article_marks_update (PurportArticleMarks *self)
{
  const PurportReadingContext *context;

  if (self->state == NULL)
    return;
  context = purport_document_get_context (purport_view_state_get_document (self->state));
  if (context == NULL || context->reading->claims->len != self->spans->len)
    return; /* the text was read again: purport_article_marks_set_state() follows */
  for (guint i = 0; i < self->spans->len; i++)
    g_array_index (self->spans, PurportMarkedSpan, i).wanted = (guint8)choose_mark (self, context, i);
  apply_in_view (self);
  self->next = 0;
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, apply_slice, self, NULL);
}

/* A text that was read again has the tags of what was found before. */
static void
remove_tags (PurportArticleMarks *self)
{
  GtkTextTag *tags[] = { self->tint, self->firm, self->disputed, self->selected };
  GtkTextIter start, end;
  guint last = 0;

  if (self->spans->len == 0)
    return;
  for (guint i = 0; i < self->spans->len; i++)
    last = MAX (last, g_array_index (self->spans, PurportMarkedSpan, i).end);
  get_iters (self, 0, last, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag (self->buffer, tags[i], &start, &end);
}

/**
 * purport_article_marks_set_state:
 * @state: (nullable): whose claims are marked; its document's text is in the buffer
 *
 * To be called again when the document has other claims.
 */
void
purport_article_marks_set_state (PurportArticleMarks *self, PurportViewState *state)
{
  PurportDocument *document = state != NULL ? purport_view_state_get_document (state) : NULL;
  PurportDisplayText *text = document != NULL ? purport_document_get_text (document) : NULL;
  const PurportReadingContext *context = document != NULL ? purport_document_get_context (document) : NULL;
  guint n = text != NULL && context != NULL ? context->reading->claims->len : 0;

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_set_object (&self->state, state);
  remove_tags (self);
  self->selected_start = self->selected_end = 0;
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < n; i++) {
    PurportSpan bytes = purport_reading_context_get_claim (context, i)->span;
    guint start = purport_reading_context_to_code_point (context, bytes.start_byte);
    guint end = purport_reading_context_to_code_point (context, bytes.end_byte);
    PurportMarkedSpan span = { purport_display_text_from_article (text, start),
                               purport_display_text_end_from_article (text, end), PURPORT_MARK_NONE,
                               PURPORT_MARK_NONE };
    g_array_append_val (self->spans, span);
  }
  if (n > 0)
    purport_article_marks_update (self);
}

/* Gives @claim alone the full tint, also where it is not marked; %NULL: none. */
void
purport_article_marks_select (PurportArticleMarks *self, PurportClaimItem *claim)
{
  const PurportMarkedSpan *span;
  GtkTextIter from, to;

  if (self->selected_end > self->selected_start) {
    get_iters (self, self->selected_start, self->selected_end, &from, &to);
    gtk_text_buffer_remove_tag (self->buffer, self->selected, &from, &to);
  }
  self->selected_start = self->selected_end = 0;
  if (claim == NULL || purport_claim_item_get_index (claim) >= self->spans->len)
    return;
  span = &g_array_index (self->spans, PurportMarkedSpan, purport_claim_item_get_index (claim));
  self->selected_start = span->start;
  self->selected_end = span->end;
  get_iters (self, span->start, span->end, &from, &to);
  gtk_text_buffer_apply_tag (self->buffer, self->selected, &from, &to);
}

/* Returns: (transfer none) (array length=n): the claims' places, in order of start. */
const PurportMarkedSpan *
purport_article_marks_get_spans (PurportArticleMarks *self, guint *n)
{
  *n = self->spans->len;
  return (const PurportMarkedSpan *)(gpointer)self->spans->data;
}

/* Returns: (transfer none): the claims' places, of which those from @first to before @last may be in view. */
const PurportMarkedSpan *
purport_article_marks_get_in_view (PurportArticleMarks *self, guint *first, guint *last)
{
  find_in_view (self, first, last);
  return (const PurportMarkedSpan *)(gpointer)self->spans->data;
}

/* Returns: whether a claim is selected, and where in the buffer. */
gboolean
purport_article_marks_get_selected (PurportArticleMarks *self, guint *start, guint *end)
{
  *start = self->selected_start;
  *end = self->selected_end;
  return self->selected_end > self->selected_start;
}

/* Returns: the index of the shortest marked claim at the buffer's @offset, or -1. */
gint64
purport_article_marks_find (PurportArticleMarks *self, guint offset)
{
  gint64 found = -1;
  guint length = G_MAXUINT;

  for (guint i = 0; i < self->spans->len; i++) {
    const PurportMarkedSpan *span = &g_array_index (self->spans, PurportMarkedSpan, i);
    if (span->start > offset)
      break;
    if (offset < span->end && span->wanted != PURPORT_MARK_NONE && span->end - span->start < length) {
      found = i;
      length = span->end - span->start;
    }
  }
  return found;
}

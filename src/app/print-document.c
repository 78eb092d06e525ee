/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every block of the article is a Pango layout; pages are cut between lines, never between a heading and the line that
 * follows it. All is black on white: the underline says what it says on the screen, and a number in the margin leads
 * to the claim in the appendix.
 */
#include "config.h"

#include "app/print-document.h"

#include <glib/gi18n.h>

#include "app/origin.h"
#include "app/wording.h"

/* In points. */
#define MARGIN_COLUMN 30.0
#define FOOT 24.0
#define TEXT_SIZE 11.0
#define NUMBER_SIZE 7.5
#define LINE_WIDTH 0.6
#define LINE_BELOW 2.0
#define LINE_GAP 1.8

/* A claim in a layout; in bytes of its text. */
typedef struct {
  int start_byte;
  int end_byte;
  gboolean disputed;
  gboolean tentative;
  guint number;
} Mark;

typedef struct {
  PangoLayout *layout;
  GArray *marks; /* (element-type Mark) (nullable) */
  double indent;
  double space_before;
  gboolean keep_with_next;
} Block;

/* Where a line of a block stands. */
typedef struct {
  guint block;
  int line;
  int page;
  double baseline;
} PlacedLine;

struct _PurportPrintDocument {
  PangoContext *context;
  double width;
  double height;
  PurportPrintFlags flags;
  GPtrArray *blocks; /* (element-type Block) */
  GArray *lines;     /* (element-type PlacedLine) */
  int n_pages;
};

static void
free_block (Block *block)
{
  g_object_unref (block->layout);
  g_clear_pointer (&block->marks, g_array_unref);
  g_free (block);
}

static Block *
add_block (PurportPrintDocument *self, const char *text, int n_bytes, double size, double indent, double space_before)
{
  Block *block = g_new0 (Block, 1);
  PangoFontDescription *font = pango_font_description_from_string ("serif");

  pango_font_description_set_size (font, (int)(size * PANGO_SCALE));
  block->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (block->layout, font);
  pango_layout_set_text (block->layout, text, n_bytes);
  pango_layout_set_width (block->layout, (int)((self->width - MARGIN_COLUMN - indent) * PANGO_SCALE));
  pango_layout_set_wrap (block->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (block->layout, 1.25f);
  block->indent = indent;
  block->space_before = space_before;
  g_ptr_array_add (self->blocks, block);
  pango_font_description_free (font);
  return block;
}

static void
set_weight (Block *block, PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (block->layout));

  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (block->layout, font);
  pango_font_description_free (font);
}

static Block *
add_article_block (PurportPrintDocument *self, PurportBlockKind kind, const char *text, int n_bytes)
{
  Block *block;

  switch (kind) {
  case PURPORT_BLOCK_TITLE:
    block = add_block (self, text, n_bytes, TEXT_SIZE * 1.7, 0, 0);
    set_weight (block, PANGO_WEIGHT_BOLD);
    return block;
  case PURPORT_BLOCK_HEADING:
    block = add_block (self, text, n_bytes, TEXT_SIZE * 1.2, 0, 12);
    set_weight (block, PANGO_WEIGHT_BOLD);
    block->keep_with_next = TRUE;
    return block;
  case PURPORT_BLOCK_BYLINE:
  case PURPORT_BLOCK_DATE:
  case PURPORT_BLOCK_CAPTION:
  case PURPORT_BLOCK_BOILERPLATE:
    return add_block (self, text, n_bytes, TEXT_SIZE * 0.85, 0, 6);
  case PURPORT_BLOCK_QUOTATION:
  case PURPORT_BLOCK_LIST_ITEM:
    return add_block (self, text, n_bytes, TEXT_SIZE, 18, 6);
  case PURPORT_BLOCK_PARAGRAPH:
  case PURPORT_BLOCK_TABLE:
  default:
    return add_block (self, text, n_bytes, TEXT_SIZE, 0, 8);
  }
}

/* Returns: (transfer full) (element-type PurportClaimItem): what the view's filters and density choose, in order. */
static GPtrArray *
choose_claims (PurportViewState *state)
{
  GListModel *claims = purport_document_get_claims (purport_view_state_get_document (state));
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (claims);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportClaimItem) claim = g_list_model_get_item (claims, i);
    if (purport_view_state_is_chosen (state, purport_claim_item_get_index (claim)))
      g_ptr_array_add (chosen, g_steal_pointer (&claim));
  }
  return chosen;
}

/* Marks what @claim covers of a block, given in code points of the text as it is shown. */
static void
add_mark (Block *block, PurportClaimItem *claim, guint number, guint start, guint end)
{
  const char *text = pango_layout_get_text (block->layout);
  Mark mark = { (int)(g_utf8_offset_to_pointer (text, start) - text),
                (int)(g_utf8_offset_to_pointer (text, end) - text), purport_claim_item_get_disputed (claim),
                purport_claim_item_get_certainty (claim) == PURPORT_CERTAINTY_TENTATIVE, number };

  if (block->marks == NULL)
    block->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_append_val (block->marks, mark);
}

/* Claims are in order, as blocks are: @next is the first that can reach into this block or a later one. */
static void
mark_block (Block *block, const PurportDisplayText *text, GPtrArray *claims, guint *next, guint start, guint end)
{
  for (guint i = *next; i < claims->len; i++) {
    guint from = purport_display_text_from_article (text, purport_claim_item_get_start (claims->pdata[i]));
    guint to = purport_display_text_from_article (text, purport_claim_item_get_end (claims->pdata[i]));
    if (from >= end)
      return;
    if (to <= start)
      *next = i + 1;
    else
      add_mark (block, claims->pdata[i], i + 1, MAX (from, start) - start, MIN (to, end) - start);
  }
}

static void
add_article (PurportPrintDocument *self, PurportViewState *state, GPtrArray *claims)
{
  PurportDocument *document = purport_view_state_get_document (state);
  const PurportDisplayText *text = purport_document_get_text (document);
  const GArray *blocks = purport_document_get_blocks (document);
  gsize n_bytes;
  const char *at = purport_display_text_get_text (text, &n_bytes);
  guint offset = 0, next = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const PurportDocumentBlock *item = &g_array_index (blocks, PurportDocumentBlock, i);
    guint start = purport_display_text_from_article (text, item->start);
    guint end = purport_display_text_from_article (text, item->end);
    const char *words = g_utf8_offset_to_pointer (at, start - offset);
    const char *words_end = g_utf8_offset_to_pointer (words, end - start);
    Block *block = add_article_block (self, item->kind, words, (int)(words_end - words));
    if ((self->flags & PURPORT_PRINT_MARKS) != 0)
      mark_block (block, text, claims, &next, start, end);
    at = words_end;
    offset = end;
  }
}

static void
add_appendix (PurportPrintDocument *self, GPtrArray *claims)
{
  Block *heading = add_block (self, _ ("Claims"), -1, TEXT_SIZE * 1.4, 0, 30);

  set_weight (heading, PANGO_WEIGHT_BOLD);
  heading->keep_with_next = TRUE;
  add_block (self, _ ("Marks are made automatically and can be wrong. Unmarked text has not been checked."), -1,
             TEXT_SIZE * 0.85, 0, 4)
      ->keep_with_next = TRUE;
  if (claims->len == 0)
    add_block (self, _ ("No claims were found in this article."), -1, TEXT_SIZE, 0, 8);
  for (guint i = 0; i < claims->len; i++) {
    g_autofree char *words = purport_claim_item_dup_text (claims->pdata[i]);
    g_autofree char *line = purport_wording_dup_claim_line (claims->pdata[i]);
    g_autofree char *numbered = g_strdup_printf ("%u. %s", i + 1, g_strdelimit (words, "\n\t", ' '));
    add_block (self, numbered, -1, TEXT_SIZE, 0, 8)->keep_with_next = TRUE;
    add_block (self, line, -1, TEXT_SIZE * 0.85, 18, 1);
  }
}

static void
add_source (PurportPrintDocument *self, PurportDocument *document)
{
  GFile *file = purport_document_get_file (document);
  g_autofree char *origin = purport_origin_dup (document);
  g_autofree char *address = file != NULL && g_file_get_path (file) == NULL ? g_file_get_uri (file) : NULL;

  if (origin != NULL)
    add_block (self, origin, -1, TEXT_SIZE * 0.85, 0, 4);
  if (address != NULL)
    add_block (self, address, -1, TEXT_SIZE * 0.85, 0, 4);
}

static double
get_line_height (Block *block, int line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (block->layout, line), NULL, &logical);
  return (double)logical.height / PANGO_SCALE;
}

/* What must stand on one page from @line on: a heading takes the first line of what follows with it. */
static double
get_unbroken_height (PurportPrintDocument *self, guint index, int line)
{
  Block *block = g_ptr_array_index (self->blocks, index);
  double height = get_line_height (block, line);

  if (!block->keep_with_next)
    return height;
  for (int next = line + 1; next < pango_layout_get_line_count (block->layout); next++)
    height += get_line_height (block, next);
  if (index + 1 < self->blocks->len) {
    Block *following = g_ptr_array_index (self->blocks, index + 1);
    height += following->space_before + get_unbroken_height (self, index + 1, 0);
  }
  return height;
}

static void
paginate (PurportPrintDocument *self)
{
  double y = 0;

  for (guint i = 0; i < self->blocks->len; i++) {
    Block *block = g_ptr_array_index (self->blocks, i);
    int n_lines = pango_layout_get_line_count (block->layout);
    y += y > 0 ? block->space_before : 0;
    for (int line = 0; line < n_lines; line++) {
      PangoRectangle logical;
      PlacedLine placed = { i, line, 0, 0 };
      if (y > 0 && y + get_unbroken_height (self, i, line) > self->height - FOOT) {
        self->n_pages++;
        y = 0;
      }
      pango_layout_line_get_extents (pango_layout_get_line_readonly (block->layout, line), NULL, &logical);
      placed.page = self->n_pages;
      placed.baseline = y - (double)logical.y / PANGO_SCALE;
      y += (double)logical.height / PANGO_SCALE;
      g_array_append_val (self->lines, placed);
    }
  }
  self->n_pages++;
}

/**
 * purport_print_document_new:
 * @context: of the print context
 * @width: of the page without its margins, in points
 * @height: as @width
 * @flags: with or without marks and appendix
 *
 * O(text).
 *
 * Returns: (transfer full): the article in pages; it must have a text
 */
PurportPrintDocument *
purport_print_document_new (
    PurportViewState *state, PangoContext *context, double width, double height, PurportPrintFlags flags)
{
  PurportPrintDocument *self = g_new0 (PurportPrintDocument, 1);
  g_autoptr (GPtrArray) claims = choose_claims (state);

  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->flags = flags;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)free_block);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlacedLine));
  add_article (self, state, claims);
  add_source (self, purport_view_state_get_document (state));
  if ((flags & PURPORT_PRINT_APPENDIX) != 0)
    add_appendix (self, claims);
  paginate (self);
  return self;
}

void
purport_print_document_free (PurportPrintDocument *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_object (&self->context);
  g_free (self);
}

int
purport_print_document_get_n_pages (const PurportPrintDocument *self)
{
  return self->n_pages;
}

static void
draw_underline (cairo_t *cairo, const Mark *mark, double x, double width, double y)
{
  const double dots[] = { 0, 2.2 };

  cairo_save (cairo);
  cairo_set_line_width (cairo, mark->tentative && !mark->disputed ? 1.2 : LINE_WIDTH);
  if (mark->tentative && !mark->disputed) {
    cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash (cairo, dots, G_N_ELEMENTS (dots), 0);
  }
  for (int i = 0; i <= (mark->disputed ? 1 : 0); i++) {
    cairo_move_to (cairo, x, y + LINE_BELOW + i * LINE_GAP);
    cairo_rel_line_to (cairo, width, 0);
  }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_text (const PurportPrintDocument *self, cairo_t *cairo, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("sans");

  pango_font_description_set_size (font, (int)(NUMBER_SIZE * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout_line (cairo, pango_layout_get_line_readonly (layout, 0));
  pango_font_description_free (font);
}

/* Returns: where the line's words begin in the layout, which for Arabic and Hebrew is not its left side. */
static double
get_line_x (const Block *block, PangoLayoutLine *line, double *width)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  *width = (double)logical.width / PANGO_SCALE;
  if (pango_layout_line_get_resolved_direction (line) != PANGO_DIRECTION_RTL)
    return 0;
  return (double)(pango_layout_get_width (block->layout) - logical.width) / PANGO_SCALE;
}

/* Pango lets what goes on in the next line end at the layout's edge, not at the last word. */
static void
draw_mark (cairo_t *cairo, const Block *block, PangoLayoutLine *line, const Mark *mark, double y)
{
  double line_width, line_x = get_line_x (block, line, &line_width);
  int *ranges, n_ranges;

  pango_layout_line_get_x_ranges (line, mark->start_byte, mark->end_byte, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++) {
    double from = MAX ((double)ranges[2 * i] / PANGO_SCALE, line_x);
    double to = MIN ((double)ranges[2 * i + 1] / PANGO_SCALE, line_x + line_width);
    if (to > from)
      draw_underline (cairo, mark, block->indent + from, to - from, y);
  }
  g_free (ranges);
}

/* Numbers lead to the appendix, and mean nothing where there is none. */
static void
draw_numbers (const PurportPrintDocument *self, cairo_t *cairo, const GString *numbers, double y)
{
  if (numbers->len > 0 && (self->flags & PURPORT_PRINT_APPENDIX) != 0)
    draw_text (self, cairo, numbers->str, self->width - MARGIN_COLUMN + 6, y);
}

static void
draw_marks (const PurportPrintDocument *self, cairo_t *cairo, const Block *block, PangoLayoutLine *line, double y)
{
  int start = pango_layout_line_get_start_index (line), end = start + pango_layout_line_get_length (line);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++) {
    const Mark *mark = &g_array_index (block->marks, Mark, i);
    if (mark->end_byte <= start || mark->start_byte >= end)
      continue;
    draw_mark (cairo, block, line, mark, y);
    if (mark->start_byte >= start)
      g_string_append_printf (numbers, numbers->len > 0 ? ", %u" : "%u", mark->number);
  }
  draw_numbers (self, cairo, numbers, y);
}

static void
draw_foot (const PurportPrintDocument *self, cairo_t *cairo, int page)
{
  /* Translators: the number of a printed page */
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), page + 1, self->n_pages);
  draw_text (self, cairo, number, 0, self->height - 4);
}

/* Draws the page @page, counted from 0, at the origin of @cairo. */
void
purport_print_document_draw (const PurportPrintDocument *self, int page, cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < self->lines->len; i++) {
    const PlacedLine *placed = &g_array_index (self->lines, PlacedLine, i);
    const Block *block = g_ptr_array_index (self->blocks, placed->block);
    PangoLayoutLine *line;
    double width;
    if (placed->page != page)
      continue;
    line = pango_layout_get_line_readonly (block->layout, placed->line);
    cairo_move_to (cairo, block->indent + get_line_x (block, line, &width), placed->baseline);
    pango_cairo_show_layout_line (cairo, line);
    draw_marks (self, cairo, block, line, placed->baseline);
  }
  draw_foot (self, cairo, page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The library gives a page's characters with a rectangle for each, and the fonts of runs of them. They are put together
 * to lines again, which are parted where a gap is too wide to be a space: at a gutter or between the cells of a table.
 */
#include "importers-pdf/pdf-lines.h"

#include <math.h>
#include <string.h>

/* Pages have this many characters at most; the rest is not read. */
#define MAX_CHARACTERS 400000u
/* A gap of so many times the letters' size is no space. */
#define MIN_GAP 1.8
/* Running heads and page numbers stand in so much of the page at the top and at the bottom. */
#define MARGIN_SHARE 0.11
/* Pages on which a running head stands at least. */
#define MIN_REPEATED 3u

static void
clear_line (gpointer data)
{
  PurportPdfLine *line = data;
  g_clear_pointer (&line->text, g_free);
}

/* Returns: (transfer full) (element-type PurportPdfLine): an empty list. */
GArray *
purport_pdf_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (PurportPdfLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

/* One page's characters and what is known of them. */
typedef struct {
  const char *text;
  const PopplerRectangle *places;
  guint n;
  double *sizes;   /* of each character */
  gboolean *bolds; /* of each character */
} Characters;

static gboolean
is_bold_name (const char *name)
{
  return name != NULL &&
         (strstr (name, "Bold") != NULL || strstr (name, "bold") != NULL || strstr (name, "Black") != NULL ||
          strstr (name, "Heavy") != NULL || strstr (name, "CMBX") != NULL || strstr (name, "Semibold") != NULL);
}

static void
read_fonts (Characters *self, PopplerPage *page)
{
  GList *attributes = poppler_page_get_text_attributes (page);

  for (GList *item = attributes; item != NULL; item = item->next) {
    const PopplerTextAttributes *attribute = item->data;
    gboolean is_bold = is_bold_name (attribute->font_name);
    for (gint i = MAX (attribute->start_index, 0); i <= attribute->end_index && (guint)i < self->n; i++) {
      self->sizes[i] = attribute->font_size;
      self->bolds[i] = is_bold;
    }
  }
  poppler_page_free_text_attributes (attributes);
}

/* A piece of a line, while it is put together. */
typedef struct {
  GString *text;
  PurportPdfLine line;
  double size_sum;
  guint n;
  guint n_bold;
  gboolean joins_left;
} Piece;

static void
end_piece (Piece *self, GArray *lines, guint page)
{
  while (self->text->len > 0 && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  if (self->text->len > 0 && self->n > 0) {
    self->line.text = g_strdup (self->text->str);
    self->line.page = page;
    self->line.size = self->size_sum / self->n;
    self->line.is_bold = self->n_bold * 2 > self->n;
    self->line.joins_left = self->joins_left;
    g_array_append_val (lines, self->line);
  }
  g_string_truncate (self->text, 0);
  self->line = (PurportPdfLine){ 0 };
  self->size_sum = 0;
  self->n = self->n_bold = 0;
}

static void
add_character (Piece *self, const Characters *characters, guint i, gunichar c)
{
  const PopplerRectangle *place = &characters->places[i];

  g_string_append_unichar (self->text, c);
  if (g_unichar_isspace (c))
    return;
  if (self->n == 0) {
    self->line.x0 = place->x1;
    self->line.y0 = place->y1;
    self->line.x1 = place->x2;
    self->line.y1 = place->y2;
  } else {
    self->line.x0 = MIN (self->line.x0, place->x1);
    self->line.y0 = MIN (self->line.y0, place->y1);
    self->line.x1 = MAX (self->line.x1, place->x2);
    self->line.y1 = MAX (self->line.y1, place->y2);
  }
  self->size_sum += characters->sizes[i] > 0 ? characters->sizes[i] : place->y2 - place->y1;
  self->n_bold += characters->bolds[i] ? 1 : 0;
  self->n++;
}

static gboolean
is_gap (const Piece *piece, const PopplerRectangle *place, double size)
{
  return piece->n > 0 && (place->x1 - piece->line.x1 > MIN_GAP * size || place->x2 < piece->line.x0 - size);
}

static void
split_lines (const Characters *characters, GArray *lines, guint page)
{
  const char *at = characters->text;
  Piece piece = { .text = g_string_new (NULL) };

  for (guint i = 0; i < characters->n && *at != '\0'; i++, at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    const PopplerRectangle *place = &characters->places[i];
    double size = characters->sizes[i] > 0 ? characters->sizes[i] : place->y2 - place->y1;

    if (c == '\n' || c == '\f') {
      end_piece (&piece, lines, page);
      piece.joins_left = FALSE;
      continue;
    }
    if (!g_unichar_isprint (c) && !g_unichar_isspace (c) && c != 0xAD)
      continue;
    if (!g_unichar_isspace (c) && is_gap (&piece, place, size)) {
      end_piece (&piece, lines, page);
      piece.joins_left = TRUE;
    }
    if (piece.text->len > 0 || !g_unichar_isspace (c))
      add_character (&piece, characters, i, g_unichar_isspace (c) ? ' ' : c);
  }
  end_piece (&piece, lines, page);
  g_string_free (piece.text, TRUE);
}

/**
 * purport_pdf_lines_add_page:
 * @number: of the page, from 0
 *
 * Appends the lines of a page as the library orders them. O(number of its characters).
 */
void
purport_pdf_lines_add_page (GArray *lines, PopplerPage *page, guint number)
{
  g_autofree char *text = poppler_page_get_text (page);
  PopplerRectangle *places = NULL;
  guint n_places = 0;
  Characters characters = { .text = text };

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !poppler_page_get_text_layout (page, &places, &n_places))
    return;
  characters.places = places;
  characters.n = MIN (MIN (n_places, (guint)g_utf8_strlen (text, -1)), MAX_CHARACTERS);
  characters.sizes = g_new0 (double, characters.n + 1u);
  characters.bolds = g_new0 (gboolean, characters.n + 1u);
  read_fonts (&characters, page);
  split_lines (&characters, lines, number);
  g_free (characters.sizes);
  g_free (characters.bolds);
  g_free (places);
}

/* "Page 3 of 12", "– iv –", "12": nothing but numbers and the words that go with them. */
static gboolean
is_page_number (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " -–—|·•[]()/.", -1);
  guint n_numbers = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    gsize n = strlen (words[i]);
    if (n == 0 || strcmp (words[i], "page") == 0 || strcmp (words[i], "of") == 0 || (guchar)words[i][0] >= 0x80)
      continue;
    if (strspn (words[i], "0123456789") != n && strspn (words[i], "ivxlc") != n)
      return FALSE;
    n_numbers++;
  }
  return n_numbers >= 1 && n_numbers <= 2;
}

/* The text without what changes from page to page, and roughly where it stands. */
static char *
dup_key (const PurportPdfLine *line)
{
  g_autoptr (GString) key = g_string_new (NULL);

  g_string_printf (key, "%d ", (int)lround (line->y0 / 6));
  for (const char *at = line->text; *at != '\0'; at++) {
    if (!g_ascii_isdigit (*at))
      g_string_append_c (key, *at);
    else if (key->str[key->len - 1] != '#')
      g_string_append_c (key, '#');
  }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
is_in_margin (const PurportPdfLine *line, double height)
{
  return line->y1 < height * MARGIN_SHARE || line->y0 > height * (1 - MARGIN_SHARE);
}

/**
 * purport_pdf_lines_drop_running_heads:
 * @page_heights: in points
 *
 * Takes page numbers out, and what stands at the same place at the top or bottom of several pages. O(number of lines).
 */
void
purport_pdf_lines_drop_running_heads (GArray *lines, const double *page_heights, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint needed = n_pages < MIN_REPEATED ? 2 : MIN_REPEATED, n_kept = 0;

  for (guint i = 0; i < lines->len; i++) {
    const PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    char *key = dup_key (line);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    if (is_in_margin (line, page_heights[line->page]))
      g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
    else
      g_free (key);
  }
  for (guint i = 0; i < lines->len; i++) {
    PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    g_autofree char *key = dup_key (line);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    if (is_in_margin (line, page_heights[line->page]) && (n >= needed || is_page_number (line->text))) {
      g_clear_pointer (&line->text, g_free);
      continue;
    }
    if (n_kept != i) {
      g_array_index (lines, PurportPdfLine, n_kept) = *line;
      line->text = NULL;
    }
    n_kept++;
  }
  g_array_set_size (lines, n_kept);
}

/* Returns: the size of most letters, in points; 0 without lines. */
double
purport_pdf_lines_find_body_size (const GArray *lines)
{
  guint counts[400] = { 0 };
  guint best = 0;

  for (guint i = 0; i < lines->len; i++) {
    const PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    guint half_points = (guint)CLAMP (lround (line->size * 4), 0, (long)G_N_ELEMENTS (counts) - 1);
    counts[half_points] += (guint)strlen (line->text);
    best = counts[half_points] > counts[best] ? half_points : best;
  }
  return best / 4.0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lines tell about a document as a whole: which of them repeat on each page, and how large its letters are. */
#include "importers-pdf/pdf-lines.h"

#include <math.h>
#include <string.h>

/* Running heads and page numbers stand in so much of the page at the top and at the bottom. */
#define MARGIN_SHARE 0.11
/* So much space is between them and the text, in sizes. */
#define MIN_SPACE 0.6
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

/* Whether the line stands in the margin, with some space between it and the text. */
static gboolean
is_in_margin (const GArray *lines, guint index, double height)
{
  const PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, index);
  gboolean at_top = line->y1 < height * MARGIN_SHARE;
  double nearest = G_MAXDOUBLE;

  if (!at_top && line->y0 < height * (1 - MARGIN_SHARE))
    return FALSE;
  for (int step = -1; step <= 1; step += 2)
    for (guint i = index + (guint)step; i < lines->len; i += (guint)step) {
      const PurportPdfLine *other = &g_array_index (lines, PurportPdfLine, i);
      double distance = at_top ? other->y0 - line->y1 : line->y0 - other->y1;
      if (other->page != line->page)
        break;
      if (distance > -line->size / 2 && other->x0 < line->x1 && line->x0 < other->x1)
        nearest = MIN (nearest, distance);
    }
  return nearest > MIN_SPACE * line->size;
}

/**
 * purport_pdf_lines_drop_running_heads:
 * @page_heights: in points
 *
 * Takes page numbers out, and what stands at the same place at the top or bottom of several pages. O(number of lines,
 * those of a page for each in its margins).
 */
void
purport_pdf_lines_drop_running_heads (GArray *lines, const double *page_heights, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *in_margin = g_new0 (gboolean, lines->len + 1u);
  guint needed = n_pages < MIN_REPEATED ? 2 : MIN_REPEATED, n_kept = 0;

  for (guint i = 0; i < lines->len; i++) {
    const PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    char *key = dup_key (line);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    in_margin[i] = is_in_margin (lines, i, page_heights[line->page]);
    if (in_margin[i])
      g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
    else
      g_free (key);
  }
  for (guint i = 0; i < lines->len; i++) {
    PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    g_autofree char *key = dup_key (line);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    if (in_margin[i] && (n >= needed || is_page_number (line->text))) {
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The library gives a page's characters with a rectangle for each, and the fonts of runs of them. How it puts them
 * together to lines is not used: it runs on over a narrow gutter.
 */
#include "importers-pdf/pdf-words.h"

#include <string.h>

/* Pages have this many characters at most; the rest is not read. */
#define MAX_CHARACTERS 400000u
/* Characters of a word are not farther apart than this, in sizes. */
#define MAX_GAP 0.8

static void
clear_word (gpointer data)
{
  PurportPdfWord *word = data;
  g_clear_pointer (&word->text, g_free);
}

/* Returns: (transfer full) (element-type PurportPdfWord): an empty list. */
GArray *
purport_pdf_words_new (void)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (PurportPdfWord));

  g_array_set_clear_func (words, clear_word);
  return words;
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

/* A word, while it is put together. */
typedef struct {
  GString *text;
  PurportPdfWord word;
  double size_sum;
  guint n;
  guint n_bold;
} Piece;

static void
end_word (Piece *self, GArray *words)
{
  if (self->n > 0) {
    self->word.text = g_strdup (self->text->str);
    self->word.size = self->size_sum / self->n;
    self->word.is_bold = self->n_bold * 2 > self->n;
    g_array_append_val (words, self->word);
  }
  g_string_truncate (self->text, 0);
  self->word = (PurportPdfWord){ 0 };
  self->size_sum = 0;
  self->n = self->n_bold = 0;
}

static void
add_character (Piece *self, const Characters *characters, guint i, gunichar c, double size)
{
  const PopplerRectangle *place = &characters->places[i];

  g_string_append_unichar (self->text, c);
  self->word.x0 = self->n == 0 ? place->x1 : MIN (self->word.x0, place->x1);
  self->word.y0 = self->n == 0 ? place->y1 : MIN (self->word.y0, place->y1);
  self->word.x1 = MAX (self->word.x1, place->x2);
  self->word.y1 = MAX (self->word.y1, place->y2);
  self->size_sum += size;
  self->n_bold += characters->bolds[i] ? 1 : 0;
  self->n++;
}

/* Whether a character cannot be the next one of the word. */
static gboolean
is_apart (const Piece *piece, const PopplerRectangle *place, double size)
{
  return piece->n > 0 && (place->x1 - piece->word.x1 > MAX_GAP * size || place->x2 < piece->word.x0 ||
                          place->y1 > piece->word.y1 || place->y2 < piece->word.y0);
}

static void
split_words (const Characters *characters, GArray *words)
{
  const char *at = characters->text;
  Piece piece = { .text = g_string_new (NULL) };

  for (guint i = 0; i < characters->n && *at != '\0'; i++, at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    const PopplerRectangle *place = &characters->places[i];
    double size = characters->sizes[i] > 0 ? characters->sizes[i] : place->y2 - place->y1;

    if (g_unichar_isspace (c) || is_apart (&piece, place, size))
      end_word (&piece, words);
    if (!g_unichar_isspace (c) && (g_unichar_isprint (c) || c == 0xAD))
      add_character (&piece, characters, i, c, size);
  }
  end_word (&piece, words);
  g_string_free (piece.text, TRUE);
}

/**
 * purport_pdf_words_add_page:
 *
 * Appends the words of a page. O(number of its characters).
 */
void
purport_pdf_words_add_page (GArray *words, PopplerPage *page)
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
  split_words (&characters, words);
  g_free (characters.sizes);
  g_free (characters.bolds);
  g_free (places);
}

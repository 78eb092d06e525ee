/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets line by line with Pango and puts the lines into columns. */
#include "support/paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 72.0
#define GUTTER 18.0
#define PICTURE_HEIGHT 60.0

typedef struct {
  GByteArray *data;
  cairo_surface_t *surface;
  cairo_t *cairo;
  guint n_columns;
  guint column;
  guint page;
  double top; /* of the columns on this page */
  double y;
  double foot; /* where the notes of this column begin */
  const char *note;
} Press;

static cairo_status_t
write_data (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static double
column_width (const Press *self)
{
  return (PAGE_WIDTH - 2 * MARGIN - GUTTER * (self->n_columns - 1)) / self->n_columns;
}

static double
column_x (const Press *self)
{
  return MARGIN + self->column * (column_width (self) + GUTTER);
}

static PangoLayout *
make_layout (Press *self, const char *text, const char *font, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cairo);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

static void
show_text (Press *self, const char *text, const char *font, double x, double y, double width)
{
  PangoLayout *layout = make_layout (self, text, font, width);

  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, layout);
  g_object_unref (layout);
}

/* The running head and the number of a page. */
static void
begin_page (Press *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->page + 1);

  show_text (self, "Journal of Warm Feet, volume 7", "DejaVu Serif 7", MARGIN, 36, 300);
  show_text (self, number, "DejaVu Serif 7", PAGE_WIDTH / 2, PAGE_HEIGHT - 48, 60);
  self->top = self->y = MARGIN;
  self->column = 0;
  self->foot = PAGE_HEIGHT - MARGIN;
}

static void
show_note (Press *self)
{
  if (self->note == NULL)
    return;
  show_text (self, self->note, "DejaVu Serif 7", column_x (self), self->foot + 4, column_width (self));
  self->note = NULL;
}

static void
next_column (Press *self)
{
  show_note (self);
  self->column++;
  self->y = self->top;
  self->foot = PAGE_HEIGHT - MARGIN;
  if (self->column < self->n_columns)
    return;
  cairo_show_page (self->cairo);
  self->page++;
  begin_page (self);
}

/* Puts a layout's lines into the columns from where the last one ended. */
static void
flow (Press *self, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
    PangoRectangle extents;
    double height;

    pango_layout_iter_get_line_extents (iter, NULL, &extents);
    height = (double)extents.height / PANGO_SCALE;
    if (self->y + height > self->foot)
      next_column (self);
    cairo_move_to (self->cairo, column_x (self) + (double)extents.x / PANGO_SCALE, self->y + height * 0.8);
    pango_cairo_show_layout_line (self->cairo, line);
    self->y += height;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
set_across (Press *self, const char *text, const char *font)
{
  PangoLayout *layout = make_layout (self, text, font, PAGE_WIDTH - 2 * MARGIN);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (self->cairo, MARGIN, self->y);
  pango_cairo_show_layout (self->cairo, layout);
  self->y += height + 10;
  self->top = self->y;
  g_object_unref (layout);
}

static void
set_in_column (Press *self, const char *text, const char *font, double indent, gboolean justified)
{
  PangoLayout *layout = make_layout (self, text, font, column_width (self));

  pango_layout_set_indent (layout, (int)(indent * PANGO_SCALE));
  pango_layout_set_justify (layout, justified);
  flow (self, layout);
  g_object_unref (layout);
}

static void
set_picture (Press *self)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 32);
  cairo_t *cairo = cairo_create (picture);

  cairo_set_source_rgb (cairo, 0.8, 0.2, 0.2);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  if (self->y + PICTURE_HEIGHT + 40 > self->foot)
    next_column (self);
  cairo_save (self->cairo);
  cairo_translate (self->cairo, column_x (self), self->y + 6);
  cairo_scale (self->cairo, column_width (self) / 64, (PICTURE_HEIGHT - 12) / 32);
  cairo_set_source_surface (self->cairo, picture, 0, 0);
  cairo_paint (self->cairo);
  cairo_restore (self->cairo);
  cairo_surface_destroy (picture);
  self->y += PICTURE_HEIGHT;
}

static void
set_part (Press *self, const PurportPaperPart *part)
{
  switch (part->kind) {
  case PURPORT_PAPER_TITLE:
    set_across (self, part->text, "DejaVu Serif Bold 17");
    break;
  case PURPORT_PAPER_AUTHORS:
    set_across (self, part->text, "DejaVu Serif 10");
    break;
  case PURPORT_PAPER_HEADING:
    self->y += 8;
    set_in_column (self, part->text, "DejaVu Serif Bold 11", 0, FALSE);
    self->y += 4;
    break;
  case PURPORT_PAPER_CAPTION:
    set_picture (self);
    set_in_column (self, part->text, "DejaVu Serif 8", 0, FALSE);
    self->y += 8;
    break;
  case PURPORT_PAPER_FOOTNOTE:
    self->note = part->text;
    self->foot -= 40;
    break;
  default:
    set_in_column (self, part->text, "DejaVu Serif 10", 12, TRUE);
  }
}

static Press
open_press (guint n_columns)
{
  Press press = { .data = g_byte_array_new (), .n_columns = n_columns };

  press.surface = cairo_pdf_surface_create_for_stream (write_data, press.data, PAGE_WIDTH, PAGE_HEIGHT);
  press.cairo = cairo_create (press.surface);
  return press;
}

static GBytes *
close_press (Press *self)
{
  cairo_destroy (self->cairo);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  return g_byte_array_free_to_bytes (self->data);
}

/* Returns: (transfer full): a PDF document of the parts, one after the other. */
GBytes *
purport_test_make_paper (const PurportPaperPart *parts, guint n_parts, guint n_columns)
{
  Press press = open_press (n_columns);

  begin_page (&press);
  for (guint i = 0; i < n_parts; i++)
    set_part (&press, &parts[i]);
  show_note (&press);
  return close_press (&press);
}

/* Returns: (transfer full): a PDF document whose page is a picture. */
GBytes *
purport_test_make_scan (void)
{
  Press press = open_press (1);

  press.foot = PAGE_HEIGHT;
  set_picture (&press);
  return close_press (&press);
}

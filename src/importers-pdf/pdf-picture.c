/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a picture again by the address that the importer gave it: its page and its number there. */
#include "importers-pdf/pdf-picture.h"

#include <cairo.h>
#include <poppler.h>
#include <stdio.h>
#include <string.h>

#include "formats/error-private.h"
#include "importers-pdf/pdf.h"
#include "pictures/bitmap-scaler.h"

#define ADDRESS_FORMAT "#page=%u&image=%d"

/**
 * purport_pdf_dup_picture_address:
 * @page: from 1
 * @image: the number that poppler gives it on the page
 *
 * Returns: (transfer full): an address for purport_pdf_find_picture()
 */
char *
purport_pdf_dup_picture_address (guint page, int image)
{
  return g_strdup_printf (ADDRESS_FORMAT, page, image);
}

/* Cairo's pixels are 32-bit numbers, alpha first, and multiplied by it. */
static void
convert_row (const guint8 *from, guint8 *to, guint width, gboolean has_alpha)
{
  for (guint x = 0; x < width; x++, from += 4, to += 4) {
    guint32 pixel;
    guint alpha;
    memcpy (&pixel, from, sizeof pixel);
    alpha = has_alpha ? pixel >> 24 : 255u;
    for (guint i = 0; i < 3; i++) {
      guint value = pixel >> (16u - 8u * i) & 0xFFu;
      to[i] = (guint8)(alpha > 0 ? MIN (255u, value * 255u / alpha) : 0);
    }
    to[3] = (guint8)alpha;
  }
}

static PurportBitmap *
convert_surface (cairo_surface_t *surface, guint max_width, guint max_height)
{
  cairo_format_t format = cairo_image_surface_get_format (surface);
  int from_width = cairo_image_surface_get_width (surface), from_height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  g_autofree guint8 *row = NULL;
  g_autoptr (PurportBitmapScaler) scaler = NULL;
  guint width, height;

  if (pixels == NULL || from_width <= 0 || from_height <= 0 ||
      (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24))
    return NULL;
  purport_bitmap_fit ((guint)from_width, (guint)from_height, max_width, max_height, &width, &height);
  scaler = purport_bitmap_scaler_new ((guint)from_width, (guint)from_height, width, height);
  row = g_malloc ((gsize)from_width * 4u);
  for (int y = 0; y < from_height; y++) {
    convert_row (pixels + (gsize)y * (gsize)stride, row, (guint)from_width, format == CAIRO_FORMAT_ARGB32);
    purport_bitmap_scaler_add_row (scaler, row);
  }
  return purport_bitmap_scaler_finish (scaler, (guint)from_width, (guint)from_height);
}

static cairo_surface_t *
find_surface (PopplerDocument *document, guint number, int image)
{
  int n_pages = poppler_document_get_n_pages (document);
  PopplerPage *page =
      number >= 1 && (int)number <= n_pages ? poppler_document_get_page (document, (int)number - 1) : NULL;
  cairo_surface_t *surface = NULL;
  GList *images;

  if (page == NULL)
    return NULL;
  images = poppler_page_get_image_mapping (page); /* others are not asked for: poppler would say so on stderr */
  for (GList *item = images; item != NULL && surface == NULL; item = item->next)
    if (((PopplerImageMapping *)item->data)->image_id == image)
      surface = poppler_page_get_image (page, image);
  poppler_page_free_image_mapping (images);
  g_object_unref (page);
  return surface;
}

/**
 * purport_pdf_find_picture:
 * @address: of one of the article's pictures
 * @display_name: (nullable): what errors call the picture
 *
 * O(size of the page and the picture).
 *
 * Returns: (transfer full): the picture, which is not larger than asked for; or %NULL with %PURPORT_FORMATS_ERROR_IO,
 * _PROTECTED or _NOT_FOUND
 */
PurportBitmap *
purport_pdf_find_picture (
    GBytes *document, const char *address, const char *display_name, guint max_width, guint max_height, GError **error)
{
  PopplerDocument *opened = purport_pdf_open (document, display_name, error);
  cairo_surface_t *surface = NULL;
  PurportBitmap *bitmap = NULL;
  guint page;
  int image;

  if (opened == NULL)
    return NULL;
  if (sscanf (address, ADDRESS_FORMAT, &page, &image) == 2)
    surface = find_surface (opened, page, image);
  if (surface != NULL) {
    bitmap = convert_surface (surface, max_width, max_height);
    cairo_surface_destroy (surface);
  }
  g_object_unref (opened);
  if (bitmap == NULL)
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, display_name,
                               "is not in the file of the article, or is damaged there.");
  return bitmap;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the kind of a picture by its first bytes, and bounds what a decoder may be asked for. */
#include "pictures/picture-decode.h"

#include <string.h>

#include "formats/error-private.h"
#include "pictures/decoders.h"

/* Most cameras take less. As many as eight bytes of memory go with each. */
#define MAX_PIXELS (32u * 1000u * 1000u)

/* @second, where there is one, stands at @second_byte. */
typedef struct {
  const char *first;
  const char *second;
  gsize second_byte;
  PurportBitmap *(*decode) (const PurportPictureRequest *request, GError **error);
  const char *what; /* for a message, where it is not decoded */
} Kind;

static const Kind kinds[] = {
  { "\x89PNG\r\n\x1a\n", NULL, 0, purport_picture_decode_png, NULL },
  { "\xff\xd8\xff", NULL, 0, purport_picture_decode_jpeg, NULL },
  { "GIF8", NULL, 0, purport_picture_decode_gif, NULL },
  { "RIFF", "WEBP", 8, purport_picture_decode_webp, NULL },
  { "", "ftypavi", 4, NULL, "an AVIF picture" },
  { "", "ftyphei", 4, NULL, "a HEIF picture" },
  { "", "ftypmif1", 4, NULL, "a HEIF picture" },
  { "BM", NULL, 0, NULL, "a BMP picture" },
  { "II*", NULL, 0, NULL, "a TIFF picture" },
  { "MM", NULL, 0, NULL, "a TIFF picture" },
  { "<svg", NULL, 0, NULL, "an SVG drawing" },
  { "<?xml", NULL, 0, NULL, "an SVG drawing" },
  { "\xff\x0a", NULL, 0, NULL, "a JPEG XL picture" },
  { "\xd7\xcd\xc6\x9a", NULL, 0, NULL, "a Windows metafile" },
  { "\x01", " EMF", 40, NULL, "a Windows metafile" },
  { "<!", NULL, 0, NULL, "a web page and no picture" },
  { "<html", NULL, 0, NULL, "a web page and no picture" },
};

static gboolean
stands_at (const guint8 *data, gsize n_bytes, gsize at_byte, const char *mark)
{
  gsize n = strlen (mark);
  return n_bytes >= at_byte + n && memcmp (data + at_byte, mark, n) == 0;
}

static const Kind *
find_kind (const guint8 *data, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (stands_at (data, n_bytes, 0, kinds[i].first) &&
        (kinds[i].second == NULL || stands_at (data, n_bytes, kinds[i].second_byte, kinds[i].second)))
      return &kinds[i];
  return NULL;
}

/* For a decoder, before it takes memory. Returns: whether so large a picture is decoded. */
gboolean
purport_picture_check_size (const PurportPictureRequest *request, guint64 width, guint64 height, GError **error)
{
  if (width > 0 && height > 0 && width <= G_MAXUINT16 && height <= G_MAXUINT16 && width * height <= MAX_PIXELS)
    return TRUE;
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, request->display_name,
                             "has %" G_GUINT64_FORMAT " × %" G_GUINT64_FORMAT
                             " pixels, and only pictures of 1 to %u million are shown.",
                             width, height, MAX_PIXELS / 1000000u);
  return FALSE;
}

/* For a decoder. Returns: %NULL */
PurportBitmap *
purport_picture_set_damaged (const PurportPictureRequest *request, GError **error)
{
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, request->display_name,
                             "is a picture that is damaged or not complete.");
  return NULL;
}

/**
 * purport_picture_decode:
 * @data: a whole PNG, JPEG, GIF or WebP picture
 * @display_name: (nullable): what errors call it
 * @max_width: of the answer, in pixels; at most %PURPORT_BITMAP_MAX_SIDE. Larger pictures are made smaller
 * @max_height: the same
 *
 * Of a moving picture the first is decoded. O(@n_bytes + its pixels), of which there are 32 million at most.
 *
 * Returns: (transfer full): the picture, or %NULL with %PURPORT_FORMATS_ERROR_UNSUPPORTED, _EMPTY, _TOO_LARGE or _IO
 */
PurportBitmap *
purport_picture_decode (
    const void *data, gsize n_bytes, const char *display_name, guint max_width, guint max_height, GError **error)
{
  PurportPictureRequest request = { data, n_bytes, display_name, max_width, max_height };
  const Kind *kind = find_kind (data, n_bytes);

  g_return_val_if_fail (max_width > 0 && max_width <= PURPORT_BITMAP_MAX_SIDE, NULL);
  g_return_val_if_fail (max_height > 0 && max_height <= PURPORT_BITMAP_MAX_SIDE, NULL);
  if (kind != NULL && kind->decode != NULL)
    return kind->decode (&request, error);
  if (n_bytes == 0)
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name, "is empty.");
  else
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, display_name, "is %s, which is not shown.",
                               kind != NULL ? kind->what : "no picture of a kind that is known here");
  return NULL;
}

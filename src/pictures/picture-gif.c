/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GIF: the first picture, which is the whole of one that does not move. */
#include <gif_lib.h>
#include <string.h>

#include "pictures/bitmap-scaler.h"
#include "pictures/decoders.h"

/* A code has 12 bits at most and stands for 4,096 pixels at most: so few bytes cannot hold more pixels than so many. */
#define MAX_PIXELS_PER_BYTE 4096u

typedef struct {
  const guint8 *at;
  gsize left;
} Source;

static int
read_source (GifFileType *file, GifByteType *to, int n_bytes)
{
  Source *source = file->UserData;
  gsize n = MIN ((gsize)n_bytes, source->left);

  memcpy (to, source->at, n);
  source->at += n;
  source->left -= n;
  return (int)n;
}

/* Goes on to the first picture. @transparent: (out): the colour that is none; -1: all are */
static gboolean
find_picture (GifFileType *file, int *transparent)
{
  GifRecordType type;

  *transparent = NO_TRANSPARENT_COLOR;
  while (DGifGetRecordType (file, &type) == GIF_OK && type != TERMINATE_RECORD_TYPE) {
    GifByteType *block;
    int code;

    if (type == IMAGE_DESC_RECORD_TYPE)
      return DGifGetImageDesc (file) == GIF_OK;
    if (type != EXTENSION_RECORD_TYPE || DGifGetExtension (file, &code, &block) != GIF_OK)
      return FALSE;
    if (code == GRAPHICS_EXT_FUNC_CODE && block != NULL && block[0] >= 4) {
      GraphicsControlBlock control;
      if (DGifExtensionToGCB (block[0], block + 1, &control) == GIF_OK)
        *transparent = control.TransparentColor;
    }
    while (block != NULL)
      if (DGifGetExtensionNext (file, &block) != GIF_OK)
        return FALSE;
  }
  return FALSE;
}

/* Rows that are not there stay 0. */
static void
read_rows (GifFileType *file, guint8 *indices)
{
  static const int starts[] = { 0, 4, 2, 1 }, steps[] = { 8, 8, 4, 2 };
  const GifImageDesc *image = &file->Image;
  guint n_passes = image->Interlace ? G_N_ELEMENTS (starts) : 1;

  for (guint pass = 0; pass < n_passes; pass++) {
    int step = image->Interlace ? steps[pass] : 1;
    for (int y = image->Interlace ? starts[pass] : 0; y < image->Height; y += step)
      if (DGifGetLine (file, indices + (gsize)y * (gsize)image->Width, image->Width) != GIF_OK)
        return;
  }
}

static void
add_row (PurportBitmapScaler *scaler, const GifFileType *file, const guint8 *indices, guint8 *row, int transparent)
{
  const ColorMapObject *colors = file->Image.ColorMap != NULL ? file->Image.ColorMap : file->SColorMap;

  for (int x = 0; x < file->Image.Width; x++, row += 4) {
    int index = indices[x];
    gboolean is_seen = index != transparent && index < colors->ColorCount;
    row[0] = is_seen ? colors->Colors[index].Red : 0;
    row[1] = is_seen ? colors->Colors[index].Green : 0;
    row[2] = is_seen ? colors->Colors[index].Blue : 0;
    row[3] = is_seen ? 255 : 0;
  }
  purport_bitmap_scaler_add_row (scaler, row - (gsize)file->Image.Width * 4u);
}

static PurportBitmap *
decode (const PurportPictureRequest *request, GifFileType *file, int transparent)
{
  guint from_width = (guint)file->Image.Width, from_height = (guint)file->Image.Height, width, height;
  g_autofree guint8 *indices = g_malloc0 ((gsize)from_width * from_height);
  g_autofree guint8 *row = g_malloc ((gsize)from_width * 4u);
  g_autoptr (PurportBitmapScaler) scaler = NULL;

  read_rows (file, indices);
  purport_bitmap_fit (from_width, from_height, request->max_width, request->max_height, &width, &height);
  scaler = purport_bitmap_scaler_new (from_width, from_height, width, height);
  for (guint y = 0; y < from_height; y++)
    add_row (scaler, file, indices + (gsize)y * from_width, row, transparent);
  return purport_bitmap_scaler_finish (scaler, from_width, from_height);
}

static gboolean
may_be_whole (const PurportPictureRequest *request, const GifFileType *file)
{
  return (guint64)file->Image.Width * (guint64)file->Image.Height / MAX_PIXELS_PER_BYTE <= request->n_bytes;
}

/* One that ends too early is shown as far as it goes. */
PurportBitmap *
purport_picture_decode_gif (const PurportPictureRequest *request, GError **error)
{
  Source source = { request->data, request->n_bytes };
  GifFileType *file = DGifOpen (&source, read_source, NULL);
  PurportBitmap *bitmap = NULL;
  int transparent;

  if (file == NULL)
    return purport_picture_set_damaged (request, error);
  if (!find_picture (file, &transparent) || (file->Image.ColorMap == NULL && file->SColorMap == NULL))
    purport_picture_set_damaged (request, error);
  else if (purport_picture_check_size (request, (guint64)file->Image.Width, (guint64)file->Image.Height, error))
    bitmap = may_be_whole (request, file) ? decode (request, file, transparent)
                                          : purport_picture_set_damaged (request, error);
  DGifCloseFile (file, NULL);
  return bitmap;
}

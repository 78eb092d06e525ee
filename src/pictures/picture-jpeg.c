/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JPEG. The library makes a picture smaller by halves while it decodes, which saves most of the work; the scaler does
 * the rest. It reports errors by a jump: all that is to be freed afterwards is in one value, which the jump leaves
 * alone.
 */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include "pictures/bitmap-scaler.h"
#include "pictures/decoders.h"
#include "pictures/picture-orientation.h"

/* A progressive picture is sent in so many scans at most; each costs as much as the whole. */
#define MAX_SCANS 100
#define EXIF_MARKER (JPEG_APP0 + 1)

typedef struct {
  struct jpeg_decompress_struct info;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf failed;
  const PurportPictureRequest *request;
  PurportBitmapScaler *scaler;
  guint8 *row;    /* as the library has it */
  guint8 *pixels; /* as the scaler has it */
  guint orientation;
  GError *error;
} Decoding;

static G_NORETURN void
fail (j_common_ptr info)
{
  Decoding *self = info->client_data;
  longjmp (self->failed, 1);
}

/* What is a little wrong is no reason not to show it. */
static void
ignore_message (j_common_ptr info, int level)
{
}

static void
check_scans (j_common_ptr info)
{
  Decoding *self = info->client_data;

  if (info->is_decompressor && self->info.input_scan_number > MAX_SCANS)
    fail (info);
}

/* The mean colour of four inks; Adobe's programs store how much of each is absent. */
static void
convert_inks (const guint8 *from, guint8 *to, guint width, gboolean is_inverted)
{
  for (guint x = 0; x < width; x++, from += 4, to += 4) {
    for (guint i = 0; i < 3; i++) {
      guint ink = is_inverted ? from[i] : 255u - from[i], black = is_inverted ? from[3] : 255u - from[3];
      to[i] = (guint8)(ink * black / 255u);
    }
    to[3] = 255;
  }
}

/* Half, a quarter or an eighth, where that is still as large as is asked for. */
static void
choose_scale (Decoding *self, guint width, guint height)
{
  guint denominator = 8;

  while (denominator > 1 &&
         (self->info.image_width / denominator < width || self->info.image_height / denominator < height))
    denominator /= 2;
  self->info.scale_num = 1;
  self->info.scale_denom = denominator;
}

static gboolean
prepare (Decoding *self)
{
  struct jpeg_decompress_struct *info = &self->info;
  guint max_width = self->request->max_width, max_height = self->request->max_height, width, height;

  jpeg_save_markers (info, EXIF_MARKER, 0xFFFF);
  jpeg_read_header (info, TRUE);
  if (!purport_picture_check_size (self->request, info->image_width, info->image_height, &self->error))
    return FALSE;
  for (jpeg_saved_marker_ptr marker = info->marker_list; marker != NULL && self->orientation == 1;
       marker = marker->next)
    self->orientation = purport_picture_find_orientation (marker->data, marker->data_length);
  if (purport_picture_orientation_turns (self->orientation)) {
    max_width = self->request->max_height;
    max_height = self->request->max_width;
  }
  purport_bitmap_fit (info->image_width, info->image_height, max_width, max_height, &width, &height);
  choose_scale (self, width, height);
  info->out_color_space =
      info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK ? JCS_CMYK : JCS_EXT_RGBA;
  jpeg_start_decompress (info);
  self->scaler = purport_bitmap_scaler_new (info->output_width, info->output_height, width, height);
  self->row = g_malloc0 ((gsize)info->output_width * 4u);
  self->pixels = g_malloc0 ((gsize)info->output_width * 4u);
  return TRUE;
}

static void
read_rows (Decoding *self)
{
  struct jpeg_decompress_struct *info = &self->info;

  while (info->output_scanline < info->output_height) {
    jpeg_read_scanlines (info, &self->row, 1);
    if (info->out_color_space == JCS_CMYK)
      convert_inks (self->row, self->pixels, info->output_width, info->saw_Adobe_marker);
    purport_bitmap_scaler_add_row (self->scaler, info->out_color_space == JCS_CMYK ? self->pixels : self->row);
  }
}

/* Whatever happens after the header is there leaves a picture, though perhaps not the whole of it. */
static void
run (Decoding *self)
{
  if (setjmp (self->failed) != 0)
    return;
  jpeg_create_decompress (&self->info);
  self->info.progress = &self->progress;
  jpeg_mem_src (&self->info, self->request->data, self->request->n_bytes);
  if (prepare (self))
    read_rows (self);
}

PurportBitmap *
purport_picture_decode_jpeg (const PurportPictureRequest *request, GError **error)
{
  g_autofree Decoding *self = g_new0 (Decoding, 1);
  PurportBitmap *bitmap = NULL;

  self->request = request;
  self->orientation = 1;
  self->info.err = jpeg_std_error (&self->errors);
  self->errors.error_exit = fail;
  self->errors.emit_message = ignore_message;
  self->progress.progress_monitor = check_scans;
  self->info.client_data = self;
  run (self);
  if (self->error != NULL)
    g_propagate_error (error, self->error);
  else if (self->scaler == NULL || self->info.output_scanline == 0)
    purport_picture_set_damaged (request, error);
  else
    bitmap = purport_picture_orient (
        purport_bitmap_scaler_finish (self->scaler, self->info.image_width, self->info.image_height),
        self->orientation);
  jpeg_destroy_decompress (&self->info);
  purport_bitmap_scaler_free (self->scaler);
  g_free (self->row);
  g_free (self->pixels);
  return bitmap;
}

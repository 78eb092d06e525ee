/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a picture smaller, row by row, so that it need not be in memory whole. */
#pragma once

#include "formats/bitmap.h"

G_BEGIN_DECLS

typedef struct _PurportBitmapScaler PurportBitmapScaler;

void
purport_bitmap_fit (guint width, guint height, guint max_width, guint max_height, guint *to_width, guint *to_height);
PurportBitmapScaler *purport_bitmap_scaler_new (guint from_width, guint from_height, guint to_width, guint to_height);
void purport_bitmap_scaler_add_row (PurportBitmapScaler *self, const guint8 *row);
PurportBitmap *purport_bitmap_scaler_finish (PurportBitmapScaler *self, guint original_width, guint original_height);
void purport_bitmap_scaler_free (PurportBitmapScaler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportBitmapScaler, purport_bitmap_scaler_free)

G_END_DECLS

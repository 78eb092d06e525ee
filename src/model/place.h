/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in an article that is found again although the article was changed in the meantime. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * PurportPlace:
 * @block: the number of the block
 * @offset: code points from its start
 * @check: a checksum of the block's words
 */
typedef struct {
  guint block;
  guint offset;
  guint check;
} PurportPlace;

gboolean purport_place_find (PurportDocument *document, guint code_point, PurportPlace *place);
gboolean purport_place_locate (PurportDocument *document, const PurportPlace *place, guint *code_point);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many claims are marked: readers remember more with fewer marks. */
#pragma once

#include "base/reading.h"

G_BEGIN_DECLS

/* Main: the most important claims up to about 150 words or a sixth of the text. Most: three fifths of the claims. */
typedef enum {
  PURPORT_DENSITY_MAIN,
  PURPORT_DENSITY_MOST,
  PURPORT_DENSITY_ALL,
} PurportDensity;

guint purport_density_count_main (const PurportReading *reading, const guint32 *order);
guint purport_density_count_most (guint n_claims);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two articles on one story: what only one of them has. */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What one article has and the other has not: indices into its reading, in order. */
typedef struct {
  GArray *claims;  /* (element-type guint) */
  GArray *sources; /* (element-type guint) */
  GArray *figures; /* (element-type guint) */
} PurportOnlyHere;

void purport_compare_readings (const PurportReading *first,
                               const PurportReading *second,
                               PurportOnlyHere *only_first,
                               PurportOnlyHere *only_second);
void purport_only_here_clear (PurportOnlyHere *only);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PurportOnlyHere, purport_only_here_clear)

G_END_DECLS

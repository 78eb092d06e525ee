/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What find takes for the same: letters without case and accents, quotes, dashes, spaces, ligatures. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is told apart. With none of these, all that readers cannot or do not want to type is folded. */
typedef enum {
  PURPORT_FIND_FOLD_ALL = 0,
  PURPORT_FIND_MATCH_CASE = 1 << 0,
  PURPORT_FIND_WHOLE_WORDS = 1 << 1,
  PURPORT_FIND_DIACRITICS = 1 << 2,
} PurportFindFlags;

#define PURPORT_FIND_MAX_FOLDED 24

guint purport_find_fold (gunichar character, PurportFindFlags flags, char out[PURPORT_FIND_MAX_FOLDED]);

G_END_DECLS

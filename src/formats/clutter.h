/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a copied page that are not the article: share buttons, counts, teasers, credits. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_CLUTTER_NONE,
  PURPORT_CLUTTER_LINE,    /* this line */
  PURPORT_CLUTTER_TEASERS, /* this line, and the headlines behind it */
  PURPORT_CLUTTER_CAPTION, /* the caption or credit of a picture */
} PurportClutter;

PurportClutter purport_clutter_classify (const char *line, gsize n_bytes);

G_END_DECLS

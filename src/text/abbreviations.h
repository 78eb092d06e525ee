/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Abbreviations that are written with a full stop, by what they tell of the next word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_ABBREVIATION_NONE,
  PURPORT_ABBREVIATION_TITLE,  /* a name follows: Mr., Gen., St. */
  PURPORT_ABBREVIATION_NUMBER, /* a number follows, else the stop is a full stop: No., p., Fig. */
  PURPORT_ABBREVIATION_DATE,   /* a month or day, with a capital */
  PURPORT_ABBREVIATION_INNER,  /* never at the end of a sentence: e.g., vs., cf. */
  PURPORT_ABBREVIATION_ANY,    /* at its end or inside: Inc., etc., Jr. */
} PurportAbbreviation;

PurportAbbreviation purport_abbreviation_find (const char *word, gsize n_bytes);

G_END_DECLS

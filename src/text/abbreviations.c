/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of abbreviations, by first letter, without their full stop, in lower case. */
#include "text/abbreviations.h"

#include <string.h>

#define MAX_BYTES 8u

typedef struct {
  PurportAbbreviation kind;
  const char *words; /* each between blanks */
} Group;

static const Group groups[] = {
  { PURPORT_ABBREVIATION_TITLE,
    " mr mrs ms dr prof gen rep reps sen sens gov govs lt col capt sgt maj rev hon supt adm cmdr brig messrs mme mlle "
    "fr pvt cpl insp st mt ft pres amb atty dist det dir pte ald " },
  { PURPORT_ABBREVIATION_NUMBER, " no nos p pp vol vols fig figs sec secs ch eq eqs para paras ver nr ext " },
  { PURPORT_ABBREVIATION_DATE,
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " },
  { PURPORT_ABBREVIATION_INNER, " vs viz cf approx ca esp incl attn resp al eg ie " },
  { PURPORT_ABBREVIATION_ANY,
    " inc ltd co corp jr sr etc bros llc dept univ assn ave blvd rd est ed eds hr hrs min mins oz lb lbs tel intl "
    "natl govt mfg mil calif fla ariz colo conn ill mass mich minn pa tenn tex va vt wash wis md phd esq bldg apt " },
};

static gboolean
has_word (const char *words, const char *word, gsize n_bytes)
{
  char padded[MAX_BYTES + 3];

  padded[0] = ' ';
  for (gsize i = 0; i < n_bytes; i++)
    padded[i + 1] = g_ascii_tolower (word[i]);
  padded[n_bytes + 1] = ' ';
  padded[n_bytes + 2] = '\0';
  return strstr (words, padded) != NULL;
}

/**
 * purport_abbreviation_find:
 * @word: letters, without the full stop
 *
 * Returns: what kind of abbreviation this is with a full stop behind it. O(size of the table).
 */
PurportAbbreviation
purport_abbreviation_find (const char *word, gsize n_bytes)
{
  if (n_bytes == 0 || n_bytes > MAX_BYTES || memchr (word, ' ', n_bytes) != NULL || memchr (word, 0, n_bytes) != NULL)
    return PURPORT_ABBREVIATION_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (has_word (groups[i].words, word, n_bytes))
      return groups[i].kind;
  return PURPORT_ABBREVIATION_NONE;
}

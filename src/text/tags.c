/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the tags. */
#include "text/tags.h"

static const char *const tag_names[PURPORT_N_TAGS] = {
  "",    "CC",  "CD",   "DT",    "EX",    "FW",  "IN",   "JJ",   "JJR", "JJS", "LS",  "MD",  "NN",
  "NNS", "NNP", "NNPS", "PDT",   "POS",   "PRP", "PRP$", "RB",   "RBR", "RBS", "RP",  "SYM", "TO",
  "UH",  "VB",  "VBD",  "VBG",   "VBN",   "VBP", "VBZ",  "WDT",  "WP",  "WP$", "WRB", ",",   ".",
  ":",   "``",  "''",   "-LRB-", "-RRB-", "#",   "$",    "HYPH", "NFP", "ADD", "GW",  "AFX", "XX",
};

/* Returns: (transfer none): the tag as Penn Treebank writes it; "" for %PURPORT_TAG_NONE. */
const char *
purport_tag_to_string (PurportTag tag)
{
  g_return_val_if_fail ((guint)tag < PURPORT_N_TAGS, "");
  return tag_names[tag];
}

/* Returns: the tag of that name, %PURPORT_TAG_NONE if there is none. O(number of tags). */
PurportTag
purport_tag_from_string (const char *name)
{
  for (guint tag = 1; tag < PURPORT_N_TAGS; tag++)
    if (g_strcmp0 (tag_names[tag], name) == 0)
      return (PurportTag)tag;
  return PURPORT_TAG_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Part-of-speech tags: Penn Treebank's, as UD English writes them (XPOS). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_TAG_NONE, /* not tagged: text that is not English */
  PURPORT_TAG_CC,
  PURPORT_TAG_CD,
  PURPORT_TAG_DT,
  PURPORT_TAG_EX,
  PURPORT_TAG_FW,
  PURPORT_TAG_IN,
  PURPORT_TAG_JJ,
  PURPORT_TAG_JJR,
  PURPORT_TAG_JJS,
  PURPORT_TAG_LS,
  PURPORT_TAG_MD,
  PURPORT_TAG_NN,
  PURPORT_TAG_NNS,
  PURPORT_TAG_NNP,
  PURPORT_TAG_NNPS,
  PURPORT_TAG_PDT,
  PURPORT_TAG_POS,
  PURPORT_TAG_PRP,
  PURPORT_TAG_PRPS, /* PRP$ */
  PURPORT_TAG_RB,
  PURPORT_TAG_RBR,
  PURPORT_TAG_RBS,
  PURPORT_TAG_RP,
  PURPORT_TAG_SYM,
  PURPORT_TAG_TO,
  PURPORT_TAG_UH,
  PURPORT_TAG_VB,
  PURPORT_TAG_VBD,
  PURPORT_TAG_VBG,
  PURPORT_TAG_VBN,
  PURPORT_TAG_VBP,
  PURPORT_TAG_VBZ,
  PURPORT_TAG_WDT,
  PURPORT_TAG_WP,
  PURPORT_TAG_WPS, /* WP$ */
  PURPORT_TAG_WRB,
  PURPORT_TAG_COMMA,         /* , */
  PURPORT_TAG_STOP,          /* . */
  PURPORT_TAG_COLON,         /* : */
  PURPORT_TAG_OPEN_QUOTE,    /* `` */
  PURPORT_TAG_CLOSE_QUOTE,   /* '' */
  PURPORT_TAG_OPEN_BRACKET,  /* -LRB- */
  PURPORT_TAG_CLOSE_BRACKET, /* -RRB- */
  PURPORT_TAG_HASH,          /* # */
  PURPORT_TAG_DOLLAR,        /* $ */
  PURPORT_TAG_HYPH,
  PURPORT_TAG_NFP,
  PURPORT_TAG_ADD,
  PURPORT_TAG_GW,
  PURPORT_TAG_AFX,
  PURPORT_TAG_XX,
  PURPORT_N_TAGS
} PurportTag;

const char *purport_tag_to_string (PurportTag tag);
PurportTag purport_tag_from_string (const char *name);

static inline gboolean
purport_tag_is_noun (PurportTag tag)
{
  return tag >= PURPORT_TAG_NN && tag <= PURPORT_TAG_NNPS;
}

static inline gboolean
purport_tag_is_proper_noun (PurportTag tag)
{
  return tag == PURPORT_TAG_NNP || tag == PURPORT_TAG_NNPS;
}

/* VB, VBD, VBG, VBN, VBP, VBZ; not modals. */
static inline gboolean
purport_tag_is_verb (PurportTag tag)
{
  return tag >= PURPORT_TAG_VB && tag <= PURPORT_TAG_VBZ;
}

G_END_DECLS

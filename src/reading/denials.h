/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the relation that some words state is denied in them. Private to the layers reading and learn. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_DENIAL_NONE,     /* no relation is stated, or one that no negation is near */
  PURPORT_DENIAL_AFFIRMED, /* negations stand before it that do not deny it: "nobody doubts that", "never fails to" */
  PURPORT_DENIAL_LOOSE,    /* a negation reaches it: "no evidence that long shifts increase …" */
  PURPORT_DENIAL_DIRECT,   /* the negation stands at its verb or noun: "do not increase", "no link between" */
} PurportDenial;

gboolean purport_denial_is_relation (const PurportDraft *draft, guint32 token);
PurportDenial purport_denial_find (const PurportDraft *draft, PurportTokens tokens, PurportTermClass *relation);

G_END_DECLS

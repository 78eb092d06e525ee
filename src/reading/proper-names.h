/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proper names, whole: what the name model found, mended by what capitals and the words of institutions tell. Private.
 */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_proper_names_find (PurportDraft *draft);

/* Returns: (nullable) (transfer none): the name that the token stands in. */
static inline const PurportProperName *
purport_draft_name_at (const PurportDraft *draft, guint32 token)
{
  guint32 name = token < purport_draft_n_tokens (draft) ? draft->name_of[token] : PURPORT_NONE;
  return name == PURPORT_NONE ? NULL : &g_array_index (draft->names, PurportProperName, name);
}

G_END_DECLS

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

/* Whether the token is a title, or the stop behind one: "Dr", "Prof.". */
static inline gboolean
purport_draft_has_title (const PurportDraft *draft, guint32 token)
{
  return purport_draft_has (draft, token, PURPORT_TERM_TITLE) ||
         (purport_draft_is (draft, token, ".") && token > 0 &&
          purport_draft_has (draft, token - 1, PURPORT_TERM_HONORIFIC));
}

G_END_DECLS

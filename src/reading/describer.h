/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of descriptions: role phrases and names of institutions, added to a source. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

/* What is described, and where its mention stands: descriptions keep to that sentence and quote. */
typedef struct {
  const PurportDraft *draft;
  PurportSource *source;
  guint32 sentence;
  guint32 quote;
} PurportDescriber;

gboolean purport_describer_is_mark (const PurportDraft *draft, guint32 token);
gboolean purport_describer_in_reach (const PurportDescriber *describer, guint32 token);
const PurportPhrase *purport_describer_phrase_at (const PurportDraft *draft, guint32 token);
void purport_describer_add_role_words (PurportDescriber *describer, guint32 first_token, guint32 end_token);
gboolean purport_describer_add_institutions (PurportDescriber *describer, guint32 first_token, guint32 end_token);
gboolean
purport_describer_is_institution_before (const PurportDraft *draft, const PurportProperName *name, guint32 role_token);
gboolean purport_describer_is_affiliation (const PurportDraft *draft, const PurportPhrase *phrase);
guint32 purport_describer_add_affiliation (PurportDescriber *describer, const PurportPhrase *phrase);
gboolean purport_describer_is_role (const PurportDraft *draft, const PurportPhrase *phrase);
gboolean purport_describer_has_capital (const PurportDraft *draft, const PurportPhrase *phrase);
guint32 purport_describer_add_role (PurportDescriber *describer, const PurportPhrase *phrase);
gboolean purport_describer_ends_like_person (const PurportDraft *draft, guint32 token);
gboolean purport_describer_may_be_role (const PurportDescriber *describer, const PurportPhrase *phrase);

G_END_DECLS

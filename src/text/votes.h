/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a text were labelled as, sentence by sentence: the same word elsewhere is evidence. Private to the
 * layer. */
#pragma once

#include "text/features.h"

G_BEGIN_DECLS

/* How often a word was in a name of each type, and in none. */
#define PURPORT_VOTES_OUTSIDE 4
#define PURPORT_VOTES_N_KINDS 5

typedef struct {
  guint16 n[PURPORT_VOTES_N_KINDS];
} PurportVote;

typedef struct _PurportVotes PurportVotes;

PurportVotes *purport_votes_new (const PurportWords *words);
void purport_votes_free (PurportVotes *self);
const PurportVote *purport_votes_find (const PurportVotes *self, guint32 word);
gboolean
purport_votes_are_split (const PurportVotes *self, const char *text, const PurportToken *tokens, guint32 n_tokens);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportVotes, purport_votes_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns of words with gaps, kept in a lexicon: what a class of sentences says in ever other words. Private to the
 * layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

typedef struct _PurportPatterns PurportPatterns;

/* Returns: the name of @value, as vocabulary.h has it. */
typedef const char *(*PurportPatternNameFunc) (guint value);

PurportPatterns *purport_patterns_new (PurportDataFunc lookup,
                                       gpointer user_data,
                                       const char *file,
                                       PurportPatternNameFunc to_string,
                                       guint n_values,
                                       GError **error);
void purport_patterns_free (PurportPatterns *patterns);
gboolean
purport_patterns_find (const PurportPatterns *patterns, const PurportWords *words, PurportTokens tokens, guint *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportPatterns, purport_patterns_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the models of grading see of a run of words, as hashes; the same code serves training and reading. Private to
 * the layers reading and learn. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

typedef struct _PurportWording PurportWording;

PurportWording *purport_wording_new (const PurportDraft *draft);
void purport_wording_free (PurportWording *self);
guint32 purport_wording_get_constant (void);
void purport_wording_begin (PurportWording *self, GArray *features);
void purport_wording_add (PurportWording *self, guint32 template_number, guint32 a, guint32 b);
void purport_wording_add_run (PurportWording *self, PurportTokens tokens);
guint32 purport_wording_get_stem (const PurportWording *self, guint32 token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportWording, purport_wording_free)

G_END_DECLS

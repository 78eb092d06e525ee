/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph may open with that is nobody's words: the place of a report, the label of a speaker. Private to the
 * layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

guint32 purport_openings_dateline_end (const PurportDraft *draft, guint32 sentence);
guint32 purport_openings_label_end (const PurportDraft *draft, guint32 sentence);
gboolean purport_openings_is_question (const PurportDraft *draft, guint32 label_token);
GArray *purport_openings_find_turns (const PurportDraft *draft);

/* A paragraph of a transcript. */
typedef struct {
  guint32 sentence; /* the first of the paragraph */
  guint32 first_token;
  guint32 label_end; /* the token of the colon */
  guint32 end_token; /* of the paragraph */
  gboolean question; /* whether whoever asks speaks */
} PurportTurn;

G_END_DECLS

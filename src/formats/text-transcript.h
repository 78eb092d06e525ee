/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transcripts of talks and broadcasts: who speaks, and what nobody says. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean purport_transcript_detect (const char *text, gsize n_bytes);
gboolean purport_transcript_starts_turn (const char *line, gsize n_bytes);
gboolean purport_transcript_is_cue (const char *line, gsize n_bytes);
gboolean purport_transcript_is_note (const char *line, gsize n_bytes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of an article inside the sentences of the interface, where the two are written in different directions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *purport_bidi_dup_isolated (const char *text);
char *purport_bidi_dup_line (const char *text);
char *purport_bidi_dup_title (const char *text);

G_END_DECLS

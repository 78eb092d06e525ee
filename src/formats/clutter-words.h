/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What buttons, counters, notices and teasers say. All in lower case, NULL-terminated; # stands for a number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const purport_clutter_lines[];      /* whole lines */
extern const char *const purport_clutter_beginnings[]; /* how lines begin */
extern const char *const purport_clutter_teasers[];    /* whole lines before a list of other articles */
extern const char *const purport_clutter_teaser_beginnings[];
extern const char *const purport_clutter_credits[];       /* agencies and archives of pictures */
extern const char *const purport_clutter_credit_labels[]; /* what stands before a photographer's name */

G_END_DECLS

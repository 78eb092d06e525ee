/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article's font, size and spacing as the preferences have them. */
#pragma once

#include <pango/pango.h>

#include "app/preferences.h"

G_BEGIN_DECLS

char *purport_article_style_dup_css (PurportPreferences *preferences);
PangoFontDescription *purport_article_style_new_font (PurportPreferences *preferences);
int purport_article_style_get_spacing (PurportPreferences *preferences);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the page and its marks in each style, chosen by their contrast. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_PAGE_LIGHT,
  PURPORT_PAGE_SEPIA,
  PURPORT_PAGE_DARK,
  PURPORT_PAGE_HIGH_CONTRAST_LIGHT,
  PURPORT_PAGE_HIGH_CONTRAST_DARK,
  PURPORT_N_PAGES
} PurportPage;

/**
 * PurportPalette:
 * @page: behind the text
 * @text: of the text, also on @tint, @selected, @hit and @current_hit: at least 4.5 : 1
 * @dim: of bylines and dates: at least 4.5 : 1 on @page
 * @mark: underlines, dots and bars: at least 3 : 1 on @page and on @tint
 * @tint: behind a claim; faint, the mark carries the meaning
 * @selected: behind the selected claim
 * @hit: behind what find found
 * @current_hit: behind the hit that find stands at
 * @hit_edge: around hits: at least 3 : 1 on @page
 * @link: of links: at least 4.5 : 1 on @page
 *
 * All opaque.
 */
typedef struct {
  GdkRGBA page;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA mark;
  GdkRGBA tint;
  GdkRGBA selected;
  GdkRGBA hit;
  GdkRGBA current_hit;
  GdkRGBA hit_edge;
  GdkRGBA link;
} PurportPalette;

const PurportPalette *purport_palette_get (PurportPage page);
PurportPage purport_palette_choose (gboolean sepia, gboolean dark, gboolean high_contrast);

G_END_DECLS

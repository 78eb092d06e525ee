/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of colours; a UI test measures the contrast of each on the screen. */
#include "app/palette.h"

#define RGB(hex)                                                                                                       \
  {                                                                                                                    \
    (float)(((hex) >> 16) & 0xFF) / 255, (float)(((hex) >> 8) & 0xFF) / 255, (float)((hex)&0xFF) / 255, 1              \
  }

static const PurportPalette palettes[PURPORT_N_PAGES] = {
  [PURPORT_PAGE_LIGHT] = { .page = RGB (0xFFFFFF),
                           .text = RGB (0x2B2B2B),
                           .dim = RGB (0x636363),
                           .mark = RGB (0x1C61BD),
                           .tint = RGB (0xEAF2FC),
                           .selected = RGB (0xB3D2F7),
                           .hit = RGB (0xFFF2B0),
                           .current_hit = RGB (0xFFD75E),
                           .hit_edge = RGB (0x9A6B00),
                           .link = RGB (0x1A5FB4) },
  [PURPORT_PAGE_SEPIA] = { .page = RGB (0xF6ECD9),
                           .text = RGB (0x3A2E20),
                           .dim = RGB (0x695941),
                           .mark = RGB (0x17599C),
                           .tint = RGB (0xE6E5DF),
                           .selected = RGB (0xBACFE3),
                           .hit = RGB (0xFBE38A),
                           .current_hit = RGB (0xF5C648),
                           .hit_edge = RGB (0x8A5A00),
                           .link = RGB (0x17599C) },
  [PURPORT_PAGE_DARK] = { .page = RGB (0x1E1E1E),
                          .text = RGB (0xF2F2F2),
                          .dim = RGB (0xA8A8A8),
                          .mark = RGB (0x78AEED),
                          .tint = RGB (0x27313F),
                          .selected = RGB (0x2E5488),
                          .hit = RGB (0x4E4008),
                          .current_hit = RGB (0x7A5A00),
                          .hit_edge = RGB (0xE5B93C),
                          .link = RGB (0x78AEED) },
  [PURPORT_PAGE_HIGH_CONTRAST_LIGHT] = { .page = RGB (0xFFFFFF),
                                         .text = RGB (0x000000),
                                         .dim = RGB (0x3D3D3D),
                                         .mark = RGB (0x003C8F),
                                         .tint = RGB (0xE6F0FC),
                                         .selected = RGB (0xA8CCF5),
                                         .hit = RGB (0xFFEF99),
                                         .current_hit = RGB (0xFFCE3D),
                                         .hit_edge = RGB (0x6B4700),
                                         .link = RGB (0x003C8F) },
  [PURPORT_PAGE_HIGH_CONTRAST_DARK] = { .page = RGB (0x101010),
                                        .text = RGB (0xFFFFFF),
                                        .dim = RGB (0xD2D2D2),
                                        .mark = RGB (0xA9D1FF),
                                        .tint = RGB (0x1D2A3B),
                                        .selected = RGB (0x26508A),
                                        .hit = RGB (0x463900),
                                        .current_hit = RGB (0x6E5100),
                                        .hit_edge = RGB (0xFFD75E),
                                        .link = RGB (0xA9D1FF) },
};

/* Returns: (transfer none): the colours of @page. */
const PurportPalette *
purport_palette_get (PurportPage page)
{
  g_return_val_if_fail (page < PURPORT_N_PAGES, &palettes[0]);
  return &palettes[page];
}

/* Returns: the page for what the desktop and the user ask for; high contrast comes before sepia. */
PurportPage
purport_palette_choose (gboolean sepia, gboolean dark, gboolean high_contrast)
{
  if (high_contrast)
    return dark ? PURPORT_PAGE_HIGH_CONTRAST_DARK : PURPORT_PAGE_HIGH_CONTRAST_LIGHT;
  if (dark)
    return PURPORT_PAGE_DARK;
  return sepia ? PURPORT_PAGE_SEPIA : PURPORT_PAGE_LIGHT;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Font and size are style sheet, which text views follow; the room between lines is not, in GTK 4.8. */
#include "config.h"

#include "app/article-style.h"

/* The article's natural size in points; a little more than the interface's, as it is read for longer. */
#define NATURAL_POINTS 13.0

/* In pixels at the natural size. */
#define TIGHT 2.0
#define NORMAL 5.0
#define WIDE 10.0

/* Appends @family as a string of CSS. */
static void
append_family (GString *css, const char *family)
{
  g_string_append_c (css, '"');
  for (const char *c = family; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c (css, '\\');
    if ((guchar)*c >= 0x20)
      g_string_append_c (css, *c);
  }
  g_string_append (css, "\", ");
}

/* Returns: (transfer full): the rule for the article's text. */
char *
purport_article_style_dup_css (PurportPreferences *preferences)
{
  double points = NATURAL_POINTS * purport_preferences_get_zoom (preferences);
  const char *family = purport_preferences_get_font (preferences);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GString *css = g_string_new ("textview.article { font-family: ");

  if (*family != '\0')
    append_family (css, family);
  g_string_append_printf (css, "serif; font-size: %spt; }", g_ascii_formatd (number, sizeof number, "%.2f", points));
  return g_string_free (css, FALSE);
}

/* Returns: (transfer full): the font of that rule, which is known before GTK has applied it. */
PangoFontDescription *
purport_article_style_new_font (PurportPreferences *preferences)
{
  const char *family = purport_preferences_get_font (preferences);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, *family != '\0' ? family : "serif");
  pango_font_description_set_size (font,
                                   (int)(NATURAL_POINTS * purport_preferences_get_zoom (preferences) * PANGO_SCALE));
  return font;
}

/* Returns: the pixels between two lines of a paragraph, which grow with the text. */
int
purport_article_style_get_spacing (PurportPreferences *preferences)
{
  const char *spacing = purport_preferences_get_line_spacing (preferences);
  double pixels = NORMAL;

  if (g_strcmp0 (spacing, "tight") == 0)
    pixels = TIGHT;
  else if (g_strcmp0 (spacing, "wide") == 0)
    pixels = WIDE;
  return (int)(pixels * purport_preferences_get_zoom (preferences) + 0.5);
}

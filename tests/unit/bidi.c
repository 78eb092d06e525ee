/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of direction around the words of an article, in interfaces of both directions. */
#include "app/bidi.h"

#include <gtk/gtk.h>

typedef struct {
  GtkTextDirection interface;
  const char *text;
  const char *isolated;
  const char *line;
  const char *title;
} Case;

static void
test_marks (void)
{
  static const Case cases[] = {
    /* The interface's own direction, and what has none, need no marks. */
    { GTK_TEXT_DIR_LTR, "Ana Belo", "Ana Belo", "Ana Belo", "Ana Belo" },
    { GTK_TEXT_DIR_LTR, "12 %", "12 %", "12 %", "12 %" },
    { GTK_TEXT_DIR_LTR, "", "", "", "" },
    { GTK_TEXT_DIR_RTL, "آنا بيلو", "آنا بيلو", "آنا بيلو", "آنا بيلو" },
    { GTK_TEXT_DIR_RTL, "12 %", "12 %", "12 %", "12 %" },
    /* The other direction is kept apart. */
    { GTK_TEXT_DIR_RTL, "Ana Belo.", "\u2068Ana Belo.\u2069", "\u200FAna Belo.", "\u200F\u2068Ana Belo.\u2069" },
    { GTK_TEXT_DIR_RTL, "“Lamps”", "\u2068“Lamps”\u2069", "\u200F“Lamps”", "\u200F\u2068“Lamps”\u2069" },
    { GTK_TEXT_DIR_LTR, "آنا بيلو", "\u2068آنا بيلو\u2069", "\u200Eآنا بيلو", "\u200E\u2068آنا بيلو\u2069" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *isolated = NULL, *line = NULL, *title = NULL;
    gtk_widget_set_default_direction (cases[i].interface);
    isolated = purport_bidi_dup_isolated (cases[i].text);
    line = purport_bidi_dup_line (cases[i].text);
    title = purport_bidi_dup_title (cases[i].text);
    g_assert_cmpstr (isolated, ==, cases[i].isolated);
    g_assert_cmpstr (line, ==, cases[i].line);
    g_assert_cmpstr (title, ==, cases[i].title);
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bidi/marks", test_marks);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The yardstick of the window: a GtkTextView in a scrolled window, given a file's text and nothing else. With a number
 * as second argument, that many spans of the text are tagged, evenly spread, with an underline and a background.
 */
#include <gtk/gtk.h>

static void
tag_spans (GtkTextBuffer *buffer, guint n_spans)
{
  GtkTextTag *tag =
      gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, "background", "#eaf2fc", NULL);
  guint length = (guint)gtk_text_buffer_get_char_count (buffer);

  for (guint i = 0; i < n_spans; i++) {
    GtkTextIter from, to;
    guint start = (guint)((guint64)length * i / n_spans);
    gtk_text_buffer_get_iter_at_offset (buffer, &from, (int)start);
    gtk_text_buffer_get_iter_at_offset (buffer, &to, (int)MIN (start + 80, length));
    gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
  }
}

int
main (int argc, char *argv[])
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window, *scrolled, *view;
  gsize length;

  gtk_init ();
  if (argc < 2 || !g_file_get_contents (argv[1], &text, &length, &error)) {
    g_printerr ("%s\n", error != NULL ? error->message : "usage: bare-view FILE [TAGS]");
    return 1;
  }
  window = gtk_window_new ();
  scrolled = gtk_scrolled_window_new ();
  view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 64);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 64);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, (int)length);
  if (argc > 2)
    tag_spans (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), (guint)g_ascii_strtoull (argv[2], NULL, 10));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 760);
  gtk_window_present (GTK_WINDOW (window));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

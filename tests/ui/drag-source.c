/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window that is one thing to drag: the files that the arguments name, as a file manager offers them, or with --text
 * the text that follows. It lies in the lower right of the screen; the test moves the pointer.
 */
#include <gtk/gtk.h>

static GdkContentProvider *
new_content (int argc, char *argv[])
{
  g_autoptr (GSList) files = NULL;
  GdkFileList *list;

  if (argc == 3 && g_str_equal (argv[1], "--text"))
    return gdk_content_provider_new_typed (G_TYPE_STRING, argv[2]);
  for (int i = argc - 1; i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));
  list = gdk_file_list_new_from_list (files);
  g_slist_foreach (files, (GFunc)(void (*) (void))g_object_unref, NULL);
  return gdk_content_provider_new_union (
      (GdkContentProvider *[]){ gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list) }, 1);
}

int
main (int argc, char *argv[])
{
  GtkWidget *window, *label;
  GtkDragSource *source;

  gtk_init ();
  window = gtk_window_new ();
  label = gtk_label_new ("Drag me");
  source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source, new_content (argc, argv));
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "drag-source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 80);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

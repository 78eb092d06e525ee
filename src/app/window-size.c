/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that the desktop makes twice as large needs a window twice as wide, as far as there is so much of a screen. */
#include "app/window-size.h"

#include <adwaita.h>

/* Text at its natural size: 96 dots per inch, in the desktop's 1024ths */
#define NATURAL_DPI (96 * 1024)

/* What the desktop keeps for its own bars */
#define MOST_OF_SCREEN 0.9

/* Lines may be as much longer as their letters are wider. */
static void
widen_clamps (GtkWidget *widget, double scale)
{
  if (ADW_IS_CLAMP (widget)) {
    AdwClamp *clamp = ADW_CLAMP (widget);
    adw_clamp_set_maximum_size (clamp, (int)(adw_clamp_get_maximum_size (clamp) * scale));
    adw_clamp_set_tightening_threshold (clamp, (int)(adw_clamp_get_tightening_threshold (clamp) * scale));
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widen_clamps (child, scale);
}

/**
 * purport_window_size_set:
 * @width: with text at its natural size
 * @height: the same
 *
 * Sets the default size of @window, and how wide the columns in it may be: once, before it is shown and after it has
 * its content.
 */
void
purport_window_size_set (GtkWindow *window, int width, int height)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  GdkRectangle screen = { 0, 0, width, height };
  double scale;
  int dpi;

  g_object_get (gtk_settings_get_for_display (display), "gtk-xft-dpi", &dpi, NULL);
  scale = MAX (1.0, (double)dpi / NATURAL_DPI);
  widen_clamps (GTK_WIDGET (window), scale);
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_window_set_default_size (window, MAX (width, (int)MIN (width * scale, screen.width * MOST_OF_SCREEN)),
                               MAX (height, (int)MIN (height * scale, screen.height * MOST_OF_SCREEN)));
}

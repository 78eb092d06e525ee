/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is part of the program, so that it is there without a help viewer and in every language. */
#include "config.h"

#include "app/help-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "app/mark-sample.h"
#include "app/window-size.h"

#define WIDTH 560
#define HEIGHT 700

static void
append_mark (GtkBox *box, PurportSample sample, const char *meaning)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *picture = purport_mark_sample_new (sample);
  GtkWidget *label;

  gtk_widget_add_css_class (row, "help-row");
  gtk_box_append (GTK_BOX (row), picture);
  label = purport_card_append_label (GTK_BOX (row), meaning, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (box, row);
}

static void
append_texts (GtkBox *box, const char *heading, const char *const *texts)
{
  purport_card_append_heading (box, heading);
  for (guint i = 0; texts[i] != NULL; i++)
    purport_card_append_label (box, texts[i], "help-text");
}

static void
append_marks (GtkBox *box)
{
  purport_card_append_heading (box, _ ("What the marks mean"));
  append_mark (box, PURPORT_SAMPLE_SOLID, _ ("Solid: a claim, worded firmly or with some reserve."));
  append_mark (box, PURPORT_SAMPLE_DOTTED,
               _ ("Dotted: a tentative claim. The wording itself is unsure, as with “may” or “suggests”."));
  append_mark (box, PURPORT_SAMPLE_DOUBLE, _ ("Double: a claim that somebody in the article disputes."));
  append_mark (box, PURPORT_SAMPLE_SELECTED, _ ("Full tint and a bar in the margin: the claim that is selected."));
  append_mark (box, PURPORT_SAMPLE_PLAIN,
               _ ("No mark: not checked. It was not taken for a claim, or is not among those that are marked."));
}

static void
fill (GtkBox *box)
{
  const char *const no_meaning[] = {
    _ ("A mark is no verdict. A firm claim may be false and a tentative one true."),
    _ ("“No evidence given in the article” means just that; there may be plenty elsewhere."),
    _ ("“Independent” means that the article names nothing that ties the speaker to the matter."),
    _ ("Only English is read, and news about health and science is read best."),
    NULL,
  };
  const char *const reading[] = {
    _ ("Click a mark, or press Enter on it: its card says who claims it, how firmly, on what evidence, what it is "
       "limited by, and who disputes it."),
    _ ("J and K, or Alt with the arrow keys, go from claim to claim. M takes the marks away; held down, only as long."),
    _ ("Choose an expert to mark only what he or she says."),
    _ ("Main, most or all of the claims are marked, as you choose below the list. One remembers more with fewer."),
    NULL,
  };
  const char *const privacy[] = {
    _ ("Nothing leaves your computer. A page of the web is loaded, and a search opened in the browser, only when you "
       "ask for it."),
    NULL,
  };

  purport_card_append_label (
      box, _ ("Marks are made automatically and can be wrong. Unmarked text has not been checked."), "card-claim");
  append_marks (box);
  append_texts (box, _ ("What they do not mean"), no_meaning);
  append_texts (box, _ ("Reading with them"), reading);
  append_texts (box, _ ("Your privacy"), privacy);
}

static gboolean
close_window (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_window, NULL, NULL)));
  gtk_widget_add_controller (window, controller);
}

/* Shows the help over @parent, from its beginning. */
void
purport_help_window_show (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (text, "claim-card");
  gtk_widget_add_css_class (text, "help");
  fill (GTK_BOX (text));
  adw_clamp_set_child (ADW_CLAMP (clamp), text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  purport_window_size_set (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
  purport_accessible_set_name (scroller, _ ("Help"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything wraps, begins at the start of the line, and has a name. */
#include "config.h"

#include "app/card-box.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/bidi.h"

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* Returns: (transfer none): the label, with @css_class unless that is %NULL. */
GtkWidget *
purport_card_append_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = new_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

void
purport_card_append_heading (GtkBox *box, const char *text)
{
  purport_card_append_label (box, text, "card-heading");
}

/* Returns: (transfer none): a flat button that reads like a link; what it leads to is the caller's. */
GtkWidget *
purport_card_append_link (GtkBox *box, const char *text)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), new_label (text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-link");
  purport_accessible_set_name (button, text);
  gtk_box_append (box, button);
  return button;
}

/* A flat button that shows @icon; @name tells what it does. */
void
purport_card_append_icon (GtkBox *box, const char *icon, const char *name, GtkAlign align)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, align);
  purport_accessible_set_name (button, name);
  gtk_box_append (box, button);
}

void
purport_card_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Returns: (transfer full): @words of the interface, which stand in the middle of a line elsewhere, as they begin one.
 */
char *
purport_card_dup_capitalised (const char *words)
{
  char first[7] = { 0 };

  if (*words == '\0')
    return g_strdup (words);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/* Returns: (transfer full): @text on one line, in quotation marks. */
char *
purport_card_dup_quote (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' '), *isolated = purport_bidi_dup_isolated (line);

  return g_strdup_printf (_ ("“%s”"), isolated);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing leaves the computer unless the browser is asked to open a search, which each of those buttons says. */
#include "config.h"

#include "app/claim-actions.h"

#include <glib/gi18n.h>

#include "app/browser.h"
#include "app/card-box.h"
#include "app/citation.h"

typedef struct {
  PurportClaimItem *claim;
  PurportDocument *document;
} Subject;

static void
free_subject (Subject *subject)
{
  g_object_unref (subject->claim);
  g_object_unref (subject->document);
  g_free (subject);
}

static Subject *
get_subject (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_parent (widget)), "subject");
}

static char *
dup_words (PurportClaimItem *claim)
{
  return g_strdelimit (purport_claim_item_dup_text (claim), "\n\t", ' ');
}

static void
on_copy (GtkWidget *button)
{
  g_autofree char *words = dup_words (get_subject (button)->claim);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), words);
}

static void
on_copy_markdown (GtkWidget *button)
{
  Subject *subject = get_subject (button);
  g_autofree char *words = dup_words (subject->claim);
  g_autofree char *markdown =
      purport_citation_dup_markdown (subject->document, words, purport_claim_item_get_speaker (subject->claim));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), markdown);
}

static void
on_search (GtkWidget *button, gpointer where)
{
  g_autofree char *words = dup_words (get_subject (button)->claim);

  purport_browser_search (button, (PurportSearch)GPOINTER_TO_UINT (where), words);
}

static void
append (GtkWidget *box, const char *label, const char *tooltip, GCallback callback, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect (button, "clicked", callback, data);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
append_row (GtkWidget *actions, PurportClaimItem *claim, PurportViewState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Subject *subject = g_new (Subject, 1);

  subject->claim = g_object_ref (claim);
  subject->document = g_object_ref (purport_view_state_get_document (state));
  g_object_set_data_full (G_OBJECT (box), "subject", subject, (GDestroyNotify)free_subject);
  gtk_box_append (GTK_BOX (actions), box);
  return box;
}

/* Returns: (transfer floating): the buttons for @claim. */
GtkWidget *
purport_claim_actions_new (PurportClaimItem *claim, PurportViewState *state)
{
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = append_row (actions, claim, state);
  const char *opens = _ ("Opens the browser and sends it the claim’s words");

  gtk_widget_add_css_class (actions, "card-actions");
  append (row, _ ("Copy"), _ ("Copy the claim’s words"), G_CALLBACK (on_copy), NULL);
  append (row, _ ("Copy with Citation"), _ ("Copy as Markdown, with who says it and where"),
          G_CALLBACK (on_copy_markdown), NULL);
  purport_card_append_heading (GTK_BOX (actions), _ ("Look for it in the browser"));
  row = append_row (actions, claim, state);
  append (row, C_ ("search", "Web"), opens, G_CALLBACK (on_search), GUINT_TO_POINTER (PURPORT_SEARCH_WEB));
  append (row, C_ ("search", "Fact Checks"), opens, G_CALLBACK (on_search),
          GUINT_TO_POINTER (PURPORT_SEARCH_FACT_CHECKS));
  append (row, C_ ("search", "PubMed"), opens, G_CALLBACK (on_search), GUINT_TO_POINTER (PURPORT_SEARCH_PUBMED));
  return actions;
}

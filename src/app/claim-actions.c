/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing leaves the computer unless the browser is asked to open a search, which each of those buttons says. */
#include "config.h"

#include "app/claim-actions.h"

#include <glib/gi18n.h>

#include "app/card-box.h"

#define WEB "https://duckduckgo.com/?q=%s"
#define FACT_CHECKS "https://toolbox.google.com/factcheck/explorer/search/%s"
#define PUBMED "https://pubmed.ncbi.nlm.nih.gov/?term=%s"

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

/* > words
 * — who says it, in “title”, publisher and date. <address> */
static char *
dup_markdown (Subject *subject)
{
  g_autofree char *words = dup_words (subject->claim), *uri = NULL;
  const char *speaker = purport_claim_item_get_speaker (subject->claim);
  const char *title = purport_document_get_title (subject->document);
  const char *origin = purport_document_get_subtitle (subject->document);
  GFile *file = purport_document_get_file (subject->document);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "> %s\n\n— ", words);
  if (speaker != NULL)
    g_string_append_printf (out, _ ("%s, in “%s”"), speaker, title);
  else
    g_string_append_printf (out, _ ("“%s”"), title);
  if (origin != NULL)
    g_string_append_printf (out, ", %s", origin);
  if (file != NULL && g_file_get_path (file) == NULL)
    uri = g_file_get_uri (file);
  if (uri != NULL)
    g_string_append_printf (out, ". <%s>", uri);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static void
on_copy_markdown (GtkWidget *button)
{
  g_autofree char *markdown = dup_markdown (get_subject (button));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), markdown);
}

static void
on_search (GtkWidget *button, const char *format)
{
  g_autofree char *words = dup_words (get_subject (button)->claim);
  g_autofree char *query = g_uri_escape_string (words, NULL, FALSE);
  g_autoptr (GString) uri = g_string_new (format);

  g_string_replace (uri, "%s", query, 1);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (button)), uri->str, GDK_CURRENT_TIME);
}

static void
append (GtkWidget *box, const char *label, const char *tooltip, GCallback callback, const char *data)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect (button, "clicked", callback, (gpointer)data);
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
  append (row, C_ ("search", "Web"), opens, G_CALLBACK (on_search), WEB);
  append (row, C_ ("search", "Fact Checks"), opens, G_CALLBACK (on_search), FACT_CHECKS);
  append (row, C_ ("search", "PubMed"), opens, G_CALLBACK (on_search), PUBMED);
  return actions;
}

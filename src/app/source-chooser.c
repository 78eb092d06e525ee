/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Radio buttons rather than a list that drops down: GTK 4.8 tells screen readers nothing of what is in one of those. */
#include "config.h"

#include "app/source-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "model/source-item.h"

/* The words are there to be recognised, not to be read again. */
#define WORDS_CHARACTERS 160

typedef struct {
  PurportSourceChosenFunc chosen;
  gpointer data;
  GDestroyNotify free_data;
  AdwMessageDialog *dialog;
  GtkWidget *box;
  GtkEditable *other; /* nullable */
  GtkCheckButton *group;
} Question;

static void
free_question (Question *question)
{
  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static const char *
get_name (Question *question)
{
  for (GtkWidget *child = gtk_widget_get_first_child (question->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      return g_object_get_data (G_OBJECT (child), "name");
  return NULL;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  const char *name = get_name (question);
  g_autofree char *other = g_strstrip (g_strdup (gtk_editable_get_text (question->other)));

  if (g_str_equal (response, "apply") && (name != NULL || *other != '\0'))
    question->chosen (name != NULL ? name : other, question->data);
}

static void
update (Question *question)
{
  g_autofree char *other = g_strstrip (g_strdup (gtk_editable_get_text (question->other)));

  adw_message_dialog_set_response_enabled (question->dialog, "apply", get_name (question) != NULL || *other != '\0');
}

static void
append_choice (Question *question, const char *label, const char *name)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  if (question->group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), question->group);
  else
    question->group = GTK_CHECK_BUTTON (button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (update), question);
  gtk_box_append (GTK_BOX (question->box), button);
}

/* Who writes a name means that one. */
static void
on_other_changed (Question *question)
{
  for (GtkWidget *child = gtk_widget_get_first_child (question->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), FALSE);
  update (question);
}

static void
fill (Question *question, GListModel *sources, gboolean with_article)
{
  guint n = g_list_model_get_n_items (sources);

  question->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  question->other = GTK_EDITABLE (gtk_entry_new ());
  if (with_article)
    append_choice (question, _ ("The article itself"), "");
  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportSourceItem) source = g_list_model_get_item (sources, i);
    append_choice (question, purport_source_item_get_name (source), purport_source_item_get_name (source));
  }
}

static GtkWidget *
new_content (Question *question, gboolean with_other)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), question->box);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_box_append (GTK_BOX (content), scroller);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->other), _ ("Somebody else"));
  purport_accessible_set_name (GTK_WIDGET (question->other), _ ("Somebody else"));
  gtk_entry_set_activates_default (GTK_ENTRY (question->other), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (question->other), with_other);
  g_signal_connect_swapped (question->other, "changed", G_CALLBACK (on_other_changed), question);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (question->other));
  return content;
}

/**
 * purport_source_chooser_ask:
 * @widget: in whose window the question is asked
 * @words: what it is about
 * @sources: (element-type PurportSourceItem): who may be chosen
 * @with_article: whether "the article itself" and a name that is not in the list may be
 * @chosen: called once, and only if something was chosen
 */
void
purport_source_chooser_ask (GtkWidget *widget,
                            const char *heading,
                            const char *words,
                            GListModel *sources,
                            gboolean with_article,
                            PurportSourceChosenFunc chosen,
                            gpointer data,
                            GDestroyNotify free_data)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *quote = purport_card_dup_quote (words), *excerpt = NULL;
  AdwMessageDialog *dialog;

  excerpt = g_utf8_strlen (quote, -1) > WORDS_CHARACTERS ? g_utf8_substring (quote, 0, WORDS_CHARACTERS) : NULL;
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, excerpt != NULL ? excerpt : quote));
  *question = (Question){ .chosen = chosen, .data = data, .free_data = free_data, .dialog = dialog };
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "apply", _ ("_Apply"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "apply");
  adw_message_dialog_set_close_response (dialog, "cancel");
  fill (question, sources, with_article);
  adw_message_dialog_set_extra_child (dialog, new_content (question, with_article));
  update (question);
  purport_accessible_repair (GTK_WIDGET (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "question", question, (GDestroyNotify)free_question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

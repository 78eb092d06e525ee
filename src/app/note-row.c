/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row shows the beginning of a note only: notes have no length that a label could be trusted with. */
#include "config.h"

#include "app/note-row.h"

#include <glib/gi18n.h>

#include "app/card-box.h"
#include "app/wording.h"

#define QUOTE_CHARACTERS 160
#define BODY_CHARACTERS 400

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = purport_card_append_label (GTK_BOX (box), "", css_class);
  return GTK_LABEL (label);
}

/* Returns: (transfer floating): an empty row. Its buttons call page.edit-note and page.remove-note with the note's id.
 */
GtkWidget *
purport_note_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "pane-row");
  gtk_widget_set_hexpand (box, TRUE);
  append_label (box, "row-title");
  append_label (box, "row-line");
  append_label (box, NULL);
  append_label (box, "row-line");
  gtk_box_append (GTK_BOX (row), box);
  purport_card_append_icon (GTK_BOX (row), "document-edit-symbolic", _ ("Edit the note"), GTK_ALIGN_START);
  purport_card_append_icon (GTK_BOX (row), "user-trash-symbolic", _ ("Delete the note"), GTK_ALIGN_START);
  return row;
}

static char *
dup_beginning (const char *text, glong n_characters)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, n_characters * 4 + 4) <= n_characters)
    return g_strdup (text);
  beginning = g_utf8_substring (text, 0, n_characters);
  return g_strconcat (beginning, "…", NULL);
}

static void
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* The target first: an action without one would be complained about. */
static void
set_action (GtkWidget *button, const char *action, const char *id, gboolean visible)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_visible (button, visible);
}

/* Only what is not where it should be says so. */
static const char *
get_warning (PurportNoteItem *note)
{
  PurportNoteState state = purport_note_item_get_state (note);

  if (state == PURPORT_NOTE_UNSAVED || state == PURPORT_NOTE_PRIVATE)
    return purport_wording_note_state (state);
  if (purport_note_item_get_annotation (note)->orphaned)
    return _ ("The words it was written on are no longer found in the article.");
  return NULL;
}

/* Shows @note in @row. Returns: (transfer full): what the row is called. */
char *
purport_note_row_bind (GtkWidget *row, gpointer note)
{
  const PurportAnnotation *annotation = purport_note_item_get_annotation (note);
  GtkWidget *box = gtk_widget_get_first_child (row), *title = gtk_widget_get_first_child (box);
  GtkWidget *quote_label = gtk_widget_get_next_sibling (title), *body_label = gtk_widget_get_next_sibling (quote_label);
  GtkWidget *edit = gtk_widget_get_next_sibling (box);
  g_autofree char *kind = purport_wording_dup_annotation (annotation);
  g_autofree char *beginning = dup_beginning (annotation->quote, QUOTE_CHARACTERS);
  g_autofree char *quote = purport_card_dup_quote (beginning);
  g_autofree char *body = annotation->body != NULL ? dup_beginning (annotation->body, BODY_CHARACTERS) : NULL;
  const char *warning = get_warning (note);

  set_line (title, kind);
  set_line (quote_label, quote);
  set_line (body_label, body);
  set_line (gtk_widget_get_next_sibling (body_label), warning);
  set_action (edit, "page.edit-note", annotation->id, annotation->kind == PURPORT_ANNOTATION_NOTE);
  set_action (gtk_widget_get_next_sibling (edit), "page.remove-note", annotation->id, TRUE);
  return g_strdup_printf ("%s. %s. %s %s", kind, quote, body != NULL ? body : "", warning != NULL ? warning : "");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that were looked for stand out in bold; an article can be compared and deleted. */
#include "config.h"

#include "app/shelf-row.h"

#include <glib/gi18n.h>

#include "app/card-box.h"
#include "app/origin.h"

/* Returns: (transfer floating): an empty row. Its buttons call library.compare and library.remove with a number. */
GtkWidget *
purport_shelf_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "pane-row");
  gtk_widget_set_hexpand (box, TRUE);
  purport_card_append_label (GTK_BOX (box), "", "row-title");
  purport_card_append_label (GTK_BOX (box), "", NULL);
  purport_card_append_label (GTK_BOX (box), "", "row-line");
  gtk_box_append (GTK_BOX (row), box);
  purport_card_append_icon (GTK_BOX (row), "view-dual-symbolic", _ ("Compare"), GTK_ALIGN_CENTER);
  purport_card_append_icon (GTK_BOX (row), "user-trash-symbolic", _ ("Delete"), GTK_ALIGN_CENTER);
  return row;
}

static void
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_attributes (GTK_LABEL (label), NULL);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static char *
dup_entry_line (const PurportLibraryEntry *entry)
{
  GString *line = g_string_new (NULL);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", entry->n_claims), entry->n_claims);
  g_autofree char *day = purport_origin_dup_day (entry->published);
  g_autofree char *notes =
      g_strdup_printf (ngettext ("%u note of yours", "%u notes of yours", entry->n_annotations), entry->n_annotations);

  append_part (line, entry->publisher);
  append_part (line, day);
  append_part (line, claims);
  if (entry->n_annotations > 0)
    append_part (line, notes);
  return g_string_free (line, FALSE);
}

static const char *
name_kind (PurportHitKind kind)
{
  switch (kind) {
  case PURPORT_HIT_ARTICLE:
    return _ ("Article");
  case PURPORT_HIT_CLAIM:
    return _ ("Claim");
  case PURPORT_HIT_SOURCE:
    return _ ("Source");
  case PURPORT_HIT_ANNOTATION:
    return _ ("Your note");
  default:
    g_return_val_if_reached (NULL);
  }
}

static void
embolden (GtkWidget *label, const GArray *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++) {
    PurportSpan mark = g_array_index (marks, PurportSpan, i);
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    bold->start_index = mark.start_byte;
    bold->end_index = mark.end_byte;
    pango_attr_list_insert (attributes, bold);
  }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static void
bind_hit (GtkWidget *title, GtkWidget *snippet, GtkWidget *line, const PurportHit *hit)
{
  g_autoptr (GString) heading = g_string_new (name_kind (hit->kind));
  /* Of the same length, so that the marks still fit. */
  g_autofree char *words = g_strdelimit (g_strdup (hit->snippet), "\n\t", ' ');

  append_part (heading, hit->kind == PURPORT_HIT_CLAIM ? hit->source : NULL);
  set_line (title, heading->str);
  set_line (snippet, words);
  embolden (snippet, hit->marks);
  set_line (line, hit->title != NULL ? hit->title : _ ("Untitled article"));
}

/* The target first: an action without one would be complained about. */
static void
set_action (GtkWidget *button, const char *action, gint64 article, gboolean visible)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", article);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_visible (button, visible);
}

/* Shows @item in @row. Returns: (transfer full): what the row is called. */
char *
purport_shelf_row_bind (GtkWidget *row, gpointer item)
{
  GtkWidget *box = gtk_widget_get_first_child (row), *title = gtk_widget_get_first_child (box);
  GtkWidget *snippet = gtk_widget_get_next_sibling (title), *line = gtk_widget_get_next_sibling (snippet);
  GtkWidget *compare = gtk_widget_get_next_sibling (box);
  const PurportLibraryEntry *entry = purport_shelf_item_get_entry (item);
  gint64 article = purport_shelf_item_get_article (item);

  if (entry != NULL) {
    g_autofree char *text = dup_entry_line (entry);
    const char *name = purport_shelf_item_get_title (item);
    set_line (title, name != NULL ? name : _ ("Untitled article"));
    set_line (snippet, "");
    set_line (line, text);
  } else {
    bind_hit (title, snippet, line, purport_shelf_item_get_hit (item));
  }
  set_action (compare, "library.compare", article, entry != NULL);
  set_action (gtk_widget_get_next_sibling (compare), "library.remove", article, entry != NULL);
  return g_strdup_printf ("%s. %s %s", gtk_label_get_text (GTK_LABEL (title)), gtk_label_get_text (GTK_LABEL (snippet)),
                          gtk_label_get_text (GTK_LABEL (line)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row's sentence is dim but for the claim in it; an icon and words say how firm it is. */
#include "config.h"

#include "app/claim-row.h"

#include <string.h>

#include "app/row-layout.h"
#include "app/row-text.h"
#include "app/wording.h"

struct _PurportClaimRow {
  GtkWidget parent_instance;
  GtkImage *icon;
  PurportRowText *sentence;
  PurportRowText *line;
};

G_DEFINE_FINAL_TYPE (PurportClaimRow, purport_claim_row, GTK_TYPE_WIDGET)

static void
purport_claim_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (purport_claim_row_parent_class)->dispose (object);
}

static void
purport_claim_row_class_init (PurportClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PURPORT_TYPE_ROW_LAYOUT);
  g_type_ensure (PURPORT_TYPE_ROW_TEXT);
  G_OBJECT_CLASS (klass)->dispose = purport_claim_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/claim-row.ui");
  /* The list's row has a name that says it all. What is told to screen readers of each part of two hundred rows takes
   * longer than drawing them. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimRow, line);
}

static void
purport_claim_row_init (PurportClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty row. */
GtkWidget *
purport_claim_row_new (void)
{
  return g_object_new (PURPORT_TYPE_CLAIM_ROW, NULL);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
emphasise (gsize length, guint start, guint end)
{
  PangoAttrList *list = pango_attr_list_new ();

  add_attribute (list, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 68), 0, start);
  add_attribute (list, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 68), end, (guint)length);
  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), start, end);
  return list;
}

/* Returns: (transfer none): the icon for how firm @claim is, or that it is disputed. */
const char *
purport_claim_row_get_icon (PurportClaimItem *claim)
{
  if (purport_claim_item_get_disputed (claim))
    return "purport-disputed-symbolic";
  if (purport_claim_item_get_certainty (claim) == PURPORT_CERTAINTY_FIRM)
    return "purport-firm-symbolic";
  return "purport-hedged-symbolic";
}

/* Shows @claim in @row. Returns: (transfer full): what the row is called. */
char *
purport_claim_row_bind (GtkWidget *row, gpointer claim)
{
  PurportClaimRow *self = PURPORT_CLAIM_ROW (row);
  guint start, end;
  g_autofree char *sentence = purport_claim_item_dup_excerpt (claim, &start, &end);
  g_autofree char *line = purport_wording_dup_claim_line (claim);
  g_autofree char *words = g_strndup (sentence + start, end - start);
  PangoAttrList *attributes = emphasise (strlen (sentence), start, end);

  gtk_image_set_from_icon_name (self->icon, purport_claim_row_get_icon (claim));
  purport_row_text_set (self->sentence, sentence, attributes);
  purport_row_text_set (self->line, line, NULL);
  pango_attr_list_unref (attributes);
  return g_strdup_printf ("%s. %s", words, line);
}

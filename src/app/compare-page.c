/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One below the other, so that it reads well in a narrow window and aloud. */
#include "config.h"

#include "app/compare-page.h"

#include <glib/gi18n.h>

#include "app/card-box.h"

struct _PurportComparePage {
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (PurportComparePage, purport_compare_page, GTK_TYPE_WIDGET)

static void
purport_compare_page_dispose (GObject *object)
{
  g_clear_pointer (&PURPORT_COMPARE_PAGE (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_compare_page_parent_class)->dispose (object);
}

static void
purport_compare_page_class_init (PurportComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_compare_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportComparePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PurportComparePage, content);
}

static void
purport_compare_page_init (PurportComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_list (PurportComparePage *self, const char *heading, const GPtrArray *lines)
{
  purport_card_append_heading (self->content, heading);
  if (lines->len == 0)
    purport_card_append_label (self->content, C_ ("claims, sources or figures", "None"), "card-note");
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *line = g_strdup_printf ("• %s", (const char *)g_ptr_array_index (lines, i));
    purport_card_append_label (self->content, line, NULL);
  }
}

/* Shows what only the one and only the other article has. */
void
purport_compare_page_show (PurportComparePage *self, const PurportComparing *comparing)
{
  purport_card_clear (self->content);
  for (guint i = 0; i < G_N_ELEMENTS (comparing->sides); i++) {
    const PurportOnlyIn *side = &comparing->sides[i];
    const char *title = side->title != NULL ? side->title : _ ("Untitled article");
    g_autofree char *heading = g_strdup_printf (_ ("Only in “%s”"), title);
    purport_card_append_label (self->content, heading, "compare-title");
    append_list (self, _ ("Claims"), side->claims);
    append_list (self, _ ("Sources"), side->sources);
    append_list (self, _ ("Figures"), side->figures);
  }
}

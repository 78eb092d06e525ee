/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only addresses of the web: a library that somebody sent may hold others, which are shown and never opened. */
#include "config.h"

#include "app/link-list.h"

#include <glib/gi18n.h>

#include "app/accessible.h"

struct _PurportLinkList {
  GtkWidget parent_instance;
  GtkBox *list;
  GtkEntry *entry;
  GPtrArray *links; /* (element-type utf8): NULL-terminated */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (PurportLinkList, purport_link_list, GTK_TYPE_WIDGET)

static gboolean
is_web_address (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0) && host != NULL && *host != '\0';
}

static void
on_open (GtkWidget *button, PurportLinkList *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (button)), g_object_get_data (G_OBJECT (button), "link"),
                GDK_CURRENT_TIME);
}

static void update (PurportLinkList *self);

static void
on_remove (GtkWidget *button, PurportLinkList *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  g_ptr_array_remove_index (self->links, index);
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_link (PurportLinkList *self, const char *link)
{
  GtkWidget *label = gtk_label_new (link), *button;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (!is_web_address (link))
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-link");
  gtk_widget_set_tooltip_text (button, _ ("Opens the browser"));
  purport_accessible_set_name (button, link);
  g_object_set_data_full (G_OBJECT (button), "link", g_strdup (link), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open), self);
  return button;
}

static void
append_row (PurportLinkList *self, const char *link, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove the link to %s"), link);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, name);
  purport_accessible_set_name (remove, name);
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (row), new_link (self, link));
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (self->list, row);
}

static void
update (PurportLinkList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i + 1 < self->links->len; i++)
    append_row (self, g_ptr_array_index (self->links, i), i);
}

static void
on_activate (GtkEntry *entry, PurportLinkList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *link = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);

  if (*text == '\0')
    return;
  if (!is_web_address (link)) {
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
    gtk_widget_error_bell (GTK_WIDGET (entry));
    gtk_widget_set_tooltip_text (GTK_WIDGET (entry), _ ("This is not the address of a page."));
    return;
  }
  g_ptr_array_insert (self->links, (int)self->links->len - 1, g_steal_pointer (&link));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_entry_changed (GtkEntry *entry)
{
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), NULL);
}

static void
purport_link_list_dispose (GObject *object)
{
  PurportLinkList *self = PURPORT_LINK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  G_OBJECT_CLASS (purport_link_list_parent_class)->dispose (object);
}

static void
purport_link_list_class_init (PurportLinkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_link_list_dispose;
  changed_signal =
      g_signal_new ("changed", PURPORT_TYPE_LINK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
purport_link_list_init (PurportLinkList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  self->links = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->links, NULL);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("Address of a source, then Enter"));
  purport_accessible_set_name (GTK_WIDGET (self->entry), _ ("Address of a source"));
  gtk_widget_set_margin_top (GTK_WIDGET (self->entry), 4);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_entry_changed), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty list. */
PurportLinkList *
purport_link_list_new (void)
{
  return g_object_new (PURPORT_TYPE_LINK_LIST, NULL);
}

/* @links: (nullable): NULL-terminated. */
void
purport_link_list_set_links (PurportLinkList *self, const char *const *links)
{
  static const char *const none[] = { NULL };
  const char *const *wanted = links != NULL ? links : none;

  if (g_strv_equal (wanted, purport_link_list_get_links (self)))
    return;
  g_ptr_array_set_size (self->links, 0);
  for (const char *const *link = wanted; *link != NULL; link++)
    g_ptr_array_add (self->links, g_strdup (*link));
  g_ptr_array_add (self->links, NULL);
  update (self);
}

/* Returns: (transfer none): NULL-terminated. */
const char *const *
purport_link_list_get_links (PurportLinkList *self)
{
  return (const char *const *)self->links->pdata;
}

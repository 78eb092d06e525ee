/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A content provider that asks the article view for its selection at the moment of pasting. */
#include "app/selection-content.h"

struct _PurportSelectionContent {
  GdkContentProvider parent_instance;
  GWeakRef view;
};

G_DEFINE_FINAL_TYPE (PurportSelectionContent, purport_selection_content, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  PurportSelectionContent *self = PURPORT_SELECTION_CONTENT (provider);
  g_autoptr (PurportArticleView) view = g_weak_ref_get (&self->view);

  if (!G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (purport_selection_content_parent_class)->get_value (provider, value, error);
  g_value_take_string (value, view != NULL ? purport_article_view_dup_selection (view, NULL) : g_strdup (""));
  return TRUE;
}

static void
purport_selection_content_finalize (GObject *object)
{
  g_weak_ref_clear (&PURPORT_SELECTION_CONTENT (object)->view);
  G_OBJECT_CLASS (purport_selection_content_parent_class)->finalize (object);
}

static void
purport_selection_content_class_init (PurportSelectionContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = purport_selection_content_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->get_value = get_value;
}

static void
purport_selection_content_init (PurportSelectionContent *self)
{
  g_weak_ref_init (&self->view, NULL);
}

/* Returns: (transfer full): what stands for the selection of @view, of which only a weak reference is kept. */
GdkContentProvider *
purport_selection_content_new (PurportArticleView *view)
{
  PurportSelectionContent *self = g_object_new (PURPORT_TYPE_SELECTION_CONTENT, NULL);

  g_weak_ref_set (&self->view, view);
  return GDK_CONTENT_PROVIDER (self);
}

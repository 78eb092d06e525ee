/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows of AdwFlap, which newer versions of libadwaita replace. */
#include "config.h"

#include "app/split-view.h"

#include <adwaita.h>

#include "app/accessible.h"

struct _PurportSplitView {
  GtkWidget parent_instance;
  AdwFlap *flap;
};

enum { PROP_0, PROP_CONTENT, PROP_PANE, PROP_SHOW_PANE, PROP_FOLDED, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PurportSplitView, purport_split_view, GTK_TYPE_WIDGET)

static void
purport_split_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PurportSplitView *self = PURPORT_SPLIT_VIEW (object);

  switch (id) {
  case PROP_CONTENT:
    g_value_set_object (value, adw_flap_get_content (self->flap));
    break;
  case PROP_PANE:
    g_value_set_object (value, adw_flap_get_flap (self->flap));
    break;
  case PROP_SHOW_PANE:
    g_value_set_boolean (value, purport_split_view_get_show_pane (self));
    break;
  case PROP_FOLDED:
    g_value_set_boolean (value, purport_split_view_get_folded (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
purport_split_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PurportSplitView *self = PURPORT_SPLIT_VIEW (object);

  switch (id) {
  case PROP_CONTENT:
    adw_flap_set_content (self->flap, g_value_get_object (value));
    break;
  case PROP_PANE:
    adw_flap_set_flap (self->flap, g_value_get_object (value));
    break;
  case PROP_SHOW_PANE:
    purport_split_view_set_show_pane (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
purport_split_view_dispose (GObject *object)
{
  PurportSplitView *self = PURPORT_SPLIT_VIEW (object);

  if (self->flap != NULL) {
    g_signal_handlers_disconnect_by_data (self->flap, self);
    gtk_widget_unparent (GTK_WIDGET (self->flap));
    self->flap = NULL;
  }
  G_OBJECT_CLASS (purport_split_view_parent_class)->dispose (object);
}

static void
purport_split_view_class_init (PurportSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = purport_split_view_get_property;
  object_class->set_property = purport_split_view_set_property;
  object_class->dispose = purport_split_view_dispose;
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, TRUE, flags);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
on_reveal_changed (PurportSplitView *self)
{
  if (adw_flap_get_flap (self->flap) != NULL)
    purport_accessible_set_hidden (adw_flap_get_flap (self->flap), !adw_flap_get_reveal_flap (self->flap));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}

static void
on_folded_changed (PurportSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
purport_split_view_init (PurportSplitView *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_separator (self->flap, separator);
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_transition_type (self->flap, ADW_FLAP_TRANSITION_TYPE_OVER);
  gtk_widget_set_parent (GTK_WIDGET (self->flap), GTK_WIDGET (self));
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_changed), self);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_folded_changed), self);
}

gboolean
purport_split_view_get_show_pane (PurportSplitView *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

void
purport_split_view_set_show_pane (PurportSplitView *self, gboolean show_pane)
{
  adw_flap_set_reveal_flap (self->flap, show_pane);
}

/* Returns: whether there is so little room that the pane lies over the article. */
gboolean
purport_split_view_get_folded (PurportSplitView *self)
{
  return adw_flap_get_folded (self->flap);
}

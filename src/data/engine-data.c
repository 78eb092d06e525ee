/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks lexicons and models up in the GResource that the build makes of resources/lexicons and resources/models. */
#include "data/engine-data.h"

#include "engine-data-resource.h"

/* The resource, registered at first use: a constructor in a static library would be dropped by the linker. */
static GResource *
get_resource (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered)) {
    purport_engine_data_register_resource ();
    g_once_init_leave (&registered, 1);
  }
  return purport_engine_data_get_resource ();
}

/* A #PurportDataFunc. The bytes are the program's own, mapped and never copied. */
GBytes *
purport_engine_data_lookup (const char *name, gpointer user_data)
{
  g_autofree char *path = g_strconcat ("/io/github/purport_reader/engine/", name, NULL);

  (void)user_data;
  return g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* Returns: (transfer full): an engine with the built-in data; loads it anew at every call. */
PurportEngine *
purport_engine_new_built_in (GError **error)
{
  return purport_engine_new (purport_engine_data_lookup, NULL, error);
}

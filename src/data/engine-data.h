/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicons and models that come with Purport, built in as a GResource, and the engine made from them. */
#pragma once

#include "reading/engine.h"

G_BEGIN_DECLS

GBytes *purport_engine_data_lookup (const char *name, gpointer user_data);
PurportEngine *purport_engine_new_built_in (GError **error);

G_END_DECLS

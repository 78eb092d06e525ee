/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes models in the format of text/linear-model.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *purport_linear_model_write (const char *kind, guint n_classes, const GArray *slots, const GArray *pairs);
gboolean purport_write_bytes (GBytes *bytes, const char *path, GError **error);

G_END_DECLS

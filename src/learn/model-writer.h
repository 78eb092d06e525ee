/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a linear model in the format of text/linear-model.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *purport_model_to_bytes (const char *kind, guint n_classes, const GArray *features, const gint8 *weights);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From byte offsets to code points and back, in constant time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PurportCodePoints PurportCodePoints;

PurportCodePoints *purport_code_points_new (const char *text, gsize n_bytes);
void purport_code_points_free (PurportCodePoints *self);
guint32 purport_code_points_from_byte (const PurportCodePoints *self, guint32 byte);
guint32 purport_code_points_to_byte (const PurportCodePoints *self, guint32 code_point);
guint32 purport_code_points_get_length (const PurportCodePoints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportCodePoints, purport_code_points_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker of the tests does when a document tells it to. It is in no other program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean purport_misbehave (GBytes *bytes, GError **error);

G_END_DECLS

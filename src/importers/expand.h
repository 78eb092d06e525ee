/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compressed files. */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

GBytes *purport_expand (GBytes *bytes, const char *display_name, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between the reader and the library, in the few words that a toast has room for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *purport_library_wording_problem (const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one instance, its actions and keys, the style. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_APPLICATION (purport_application_get_type ())
G_DECLARE_FINAL_TYPE (PurportApplication, purport_application, PURPORT, APPLICATION, AdwApplication)

PurportApplication *purport_application_new (void);

G_END_DECLS

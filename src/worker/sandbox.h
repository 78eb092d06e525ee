/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shuts the calling process in: what it may use of the machine, and what it may ask of the kernel. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 purport_sandbox_enter (void);
void purport_sandbox_start_clock (void);
void purport_sandbox_stop_clock (void);

G_END_DECLS

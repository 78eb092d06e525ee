/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading for people, in a terminal. */
#pragma once

#include "base/reading.h"

G_BEGIN_DECLS

void purport_summary_write (const PurportReading *reading, GString *out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader set right in an article wins over what the engine found. */
#pragma once

#include "base/annotation.h"
#include "base/reading.h"

G_BEGIN_DECLS

void purport_corrections_apply (const GPtrArray *corrections, PurportReading *reading);

G_END_DECLS

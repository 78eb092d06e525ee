/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an article comes from, in words for readers. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

char *purport_origin_dup_day (const char *iso);
char *purport_origin_dup (PurportDocument *document);

G_END_DECLS

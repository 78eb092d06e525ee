/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents. A library of its own, since what it is linked with takes long to load. */
#pragma once

#include <poppler.h>

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

PurportArticle *purport_pdf_import (GBytes *bytes, const char *display_name, GError **error);
PopplerDocument *purport_pdf_open (GBytes *bytes, const char *display_name, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every importer promises, whatever it is given. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

void purport_fuzz_check_article (PurportArticle *article, const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article of any size, for measurements. */
#pragma once

#include "base/article.h"

PurportArticle *purport_bench_new_article (const GString *text);

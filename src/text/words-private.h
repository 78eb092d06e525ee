/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first steps of reading words, for trainers, who need the tokens of a text before there are models. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

PurportWords *purport_words_cut (PurportArticle *article);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as the bytes that the worker answers with. */
#pragma once

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

/* The longest message that is accepted, in bytes: the largest text and as much again around it. */
#define PURPORT_ARTICLE_MESSAGE_LIMIT_BYTES (2u * PURPORT_TEXT_LIMIT_BYTES)

void purport_article_message_write (const PurportArticle *article, GByteArray *out);
PurportArticle *purport_article_message_read (const guint8 *data, gsize n_bytes);

G_END_DECLS

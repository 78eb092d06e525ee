/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the elements of a page to the text and blocks of an article. */
#pragma once

#include "base/article.h"
#include "formats/html-content.h"

G_BEGIN_DECLS

/* What an article is written into; a plain value. */
typedef struct {
  GString *text;
  GArray *blocks;    /* (element-type PurportBlock) */
  GArray *links;     /* (element-type PurportLink) */
  GArray *pictures;  /* (element-type PurportPicture) */
  const char *base;  /* nullable: what relative addresses start from */
  const char *title; /* nullable: a heading that repeats it is left out */
} PurportHtmlText;

void purport_html_write_line (PurportHtmlText *self, PurportBlockKind kind, const char *line);
void purport_html_write_content (PurportHtmlText *self, const PurportHtmlContent *content);

G_END_DECLS

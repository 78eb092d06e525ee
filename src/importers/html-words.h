/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of pages are called in their classes and ids. All in lower case, NULL-terminated. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const purport_html_article_labels[];   /* the article's own text */
extern const char *const purport_html_surely_not[];       /* never the article */
extern const char *const purport_html_hardly[];           /* not the article, unless much of the text is in it */
extern const char *const purport_html_byline_labels[];    /* who wrote it */
extern const char *const purport_html_furniture_labels[]; /* other things than the article and its head */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as an importer delivers it: its text, never repaired, and what the importer knows about it. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* The largest text that is opened, in bytes. */
#define PURPORT_TEXT_LIMIT_BYTES (64u * 1024u * 1024u)

typedef enum {
  PURPORT_BLOCK_TITLE,
  PURPORT_BLOCK_BYLINE,
  PURPORT_BLOCK_DATE,
  PURPORT_BLOCK_HEADING,
  PURPORT_BLOCK_PARAGRAPH,
  PURPORT_BLOCK_QUOTATION,
  PURPORT_BLOCK_LIST_ITEM,
  PURPORT_BLOCK_CAPTION,
  PURPORT_BLOCK_TABLE,
  PURPORT_BLOCK_BOILERPLATE,
} PurportBlockKind;

typedef struct {
  PurportBlockKind kind;
  PurportSpan span;
} PurportBlock;

typedef struct {
  PurportSpan span;
  char *uri;
} PurportLink;

typedef struct {
  char *uri;
  char *media_type; /* nullable */
  char *alt;        /* nullable */
  char *credit;     /* nullable */
  guint32 at_byte;
  PurportSpan caption; /* empty: none */
} PurportPicture;

/**
 * PurportArticle:
 * @text: valid UTF-8 without NUL bytes, @n_bytes long and NUL-terminated, newlines as \n, no byte order mark
 * @blocks: (element-type PurportBlock): in order, disjoint, together all of @text but white space
 * @links: (element-type PurportLink): in order
 * @pictures: (element-type PurportPicture): in order
 *
 * A plain, reference counted value. An importer fills it before anyone else sees it; from then on nobody writes to it,
 * so threads share it without locks. Strings are owned by the article; all but @text may be %NULL.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  char *uri;
  char *media_type;
  char *language;
  char *title;
  char **bylines; /* NULL-terminated, never NULL */
  char *publisher;
  char *published;
  char *text;
  gsize n_bytes;
  GArray *blocks;
  GArray *links;
  GArray *pictures;
} PurportArticle;

GArray *purport_links_new (void);
GArray *purport_pictures_new (void);
PurportArticle *purport_article_new (const char *text, gssize n_bytes);
PurportArticle *purport_article_new_take (char *text, gsize n_bytes);
PurportArticle *purport_article_ref (PurportArticle *article);
void purport_article_unref (PurportArticle *article);
void purport_article_add_block (PurportArticle *article, PurportBlockKind kind, PurportSpan span);
char *purport_article_dup_span (const PurportArticle *article, PurportSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportArticle, purport_article_unref)

G_END_DECLS

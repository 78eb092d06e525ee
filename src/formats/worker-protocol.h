/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the worker and whoever starts it say to one another over the socket that is the worker's standard input. Both
 * are built from the same sources: the numbers are the machine's own, and there are no versions.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PURPORT_WORKER_MAGIC 0x50555250u
/* No format is named: it is found out by the contents. */
#define PURPORT_WORKER_ANY_FORMAT G_MAXUINT32

/* The argument with which a worker loads the tables of all encodings. */
#define PURPORT_WORKER_ENCODINGS "--encodings"

/* What the worker keeps itself from, beside its limits. */
typedef enum {
  PURPORT_WORKER_HAS_SECCOMP = 1 << 0,
  PURPORT_WORKER_HAS_LANDLOCK = 1 << 1,
} PurportWorkerMeans;

/* The first thing that a worker says. */
typedef struct {
  guint32 magic;
  guint32 means; /* of PurportWorkerMeans */
} PurportWorkerHello;

typedef enum {
  PURPORT_WORKER_IMPORT,  /* the bytes to an article */
  PURPORT_WORKER_PICTURE, /* a picture in the bytes, or the bytes themselves, to pixels */
} PurportWorkerTask;

/* Behind it: the address, the name, the bytes. */
typedef struct {
  guint32 magic;
  guint32 task;   /* of PurportWorkerTask */
  guint32 format; /* of PurportFormat */
  guint32 flags;  /* of PurportImportFlags */
  guint32 n_uri;  /* of the address of what is asked for; length plus one; 0: none */
  guint32 n_name;
  guint32 n_bytes;
  guint32 max_width; /* of a picture */
  guint32 max_height;
} PurportWorkerRequest;

typedef enum {
  PURPORT_WORKER_ARTICLE, /* behind it: an article message */
  PURPORT_WORKER_ERROR,   /* behind it: a message in UTF-8 */
  PURPORT_WORKER_BYTES,   /* behind it: an address, whose length is the code, and what was there */
  PURPORT_WORKER_BITMAP,  /* behind it: a PurportWorkerBitmap and its pixels */
} PurportWorkerReplyKind;

typedef struct {
  guint32 magic;
  guint32 kind;
  guint32 code; /* of PurportFormatsError, if it is one */
  guint32 n_bytes;
} PurportWorkerReply;

/* Behind it: the pixels, as PurportBitmap has them. */
typedef struct {
  guint32 width;
  guint32 height;
  guint32 original_width;
  guint32 original_height;
} PurportWorkerBitmap;

G_END_DECLS

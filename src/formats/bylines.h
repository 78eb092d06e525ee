/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote an article, as its head has it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_BYLINE_NONE,
  PURPORT_BYLINE_SAID,   /* "By Ann Lee", "Ann Lee Health Editor": it says itself what it is */
  PURPORT_BYLINE_BARE,   /* "Ann Lee": could be one; its neighbours tell */
  PURPORT_BYLINE_AGENCY, /* "AFP, Geneva": a news agency alone */
} PurportBylineForm;

/* Who and for whom. The strings are the caller's. */
typedef struct {
  GPtrArray *names;    /* (element-type utf8) */
  char *publisher;     /* nullable */
  gboolean is_certain; /* a job, a newspaper or a date stands behind the names */
} PurportByline;

PurportBylineForm purport_byline_parse (const char *line, gsize n_bytes, PurportByline *byline);
void purport_byline_clear (PurportByline *byline);
gboolean purport_byline_is_role (const char *line, gsize n_bytes);
gboolean purport_byline_is_handle (const char *line, gsize n_bytes);
gboolean purport_byline_is_publisher (const char *line, gsize n_bytes);
gboolean purport_byline_is_agency_name (const char *words, gsize n_bytes);
gboolean purport_byline_is_name (const char *words, gsize n_bytes);

G_END_DECLS

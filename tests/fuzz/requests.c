/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of requests: a request or an error, and in either case an id that is JSON. Files are not opened,
 * and web pages have a target of their own. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "formats/json-reader.h"
#include "formats/request.h"

static void
check_id (const char *id_json)
{
  PurportJsonReader reader;

  if (id_json == NULL)
    return;
  g_assert_true (g_utf8_validate (id_json, -1, NULL) && strchr (id_json, '\n') == NULL);
  purport_json_reader_init (&reader, id_json, strlen (id_json));
  g_assert_true (purport_json_reader_skip (&reader) && purport_json_reader_at_end (&reader));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *id_json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportRequest) request = purport_request_new ((const char *)data, n_bytes, &error, &id_json);

  g_assert_true ((request == NULL) == (error != NULL));
  check_id (request != NULL ? request->id_json : id_json);
  if (request != NULL && request->text != NULL) {
    g_autoptr (PurportArticle) article = purport_request_import (request, NULL, &error);
    g_assert_true ((article == NULL) == (error != NULL));
  }
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads request lines, gets the article that they ask for, and writes the answer to a bad one. */
#include "formats/request.h"

#include <string.h>

#include "formats/import.h"
#include "formats/load.h"
#include "formats/json-reader.h"
#include "formats/json-writer.h"
#include "formats/text.h"

void
purport_request_free (PurportRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->id_json);
  g_clear_pointer (&request->text, g_bytes_unref);
  g_clear_pointer (&request->html, g_bytes_unref);
  g_free (request->uri);
  g_free (request->base);
  g_free (request);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_SYNTAX, message);
  return FALSE;
}

/* The id is copied as it was written, but for the line separators that some readers of lines split at. */
static gboolean
read_id (PurportJsonReader *reader, PurportRequest *request, GError **error)
{
  PurportJsonKind kind = purport_json_reader_peek (reader);
  const char *from = reader->at;
  g_autoptr (GString) out = NULL;

  if (kind == PURPORT_JSON_KIND_OBJECT || kind == PURPORT_JSON_KIND_LIST)
    return refuse (error, "The request's “id” must be a string or a number.");
  if (!purport_json_reader_skip (reader) || !g_utf8_validate_len (from, (gsize)(reader->at - from), NULL))
    return refuse (error, "The request's “id” is no valid JSON.");
  out = g_string_new_len (from, reader->at - from);
  g_string_replace (out, "\xC2\x85", "\\u0085", 0);
  g_string_replace (out, "\xE2\x80\xA8", "\\u2028", 0);
  g_string_replace (out, "\xE2\x80\xA9", "\\u2029", 0);
  g_free (request->id_json);
  request->id_json = g_string_free (g_steal_pointer (&out), FALSE);
  return TRUE;
}

/* Reads a string member; null counts as absent. */
static gboolean
read_string_member (PurportJsonReader *reader, const char *key, char **value, gsize *n_bytes, GError **error)
{
  g_autofree char *message = NULL;

  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_LITERAL && *reader->at == 'n' &&
      purport_json_reader_skip (reader))
    return TRUE;
  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_STRING) {
    *value = purport_json_reader_read_string (reader, n_bytes);
    if (*value == NULL)
      return refuse (error, "The request is no valid JSON: a string does not end or has a wrong escape.");
    return TRUE;
  }
  message = g_strdup_printf ("The request's “%s” must be a string.", key);
  return refuse (error, message);
}

static gboolean
read_bytes_member (PurportJsonReader *reader, const char *key, GBytes **bytes, GError **error)
{
  char *value = NULL;
  gsize n_bytes = 0;

  if (!read_string_member (reader, key, &value, &n_bytes, error))
    return FALSE;
  g_clear_pointer (bytes, g_bytes_unref);
  if (value != NULL)
    *bytes = g_bytes_new_take (value, n_bytes);
  return TRUE;
}

/* Addresses are text of one line. */
static gboolean
read_address_member (PurportJsonReader *reader, const char *key, char **address, GError **error)
{
  char *value = NULL;
  gsize n_bytes = 0;

  if (!read_string_member (reader, key, &value, &n_bytes, error))
    return FALSE;
  g_free (*address);
  *address = value;
  if (value != NULL && (strlen (value) != n_bytes || !g_utf8_validate (value, -1, NULL)))
    return refuse (error, "An address in the request has a NUL or is not UTF-8.");
  return TRUE;
}

static gboolean
read_member (PurportJsonReader *reader, PurportRequest *request, GError **error)
{
  g_autofree char *key = NULL;

  if (!purport_json_reader_read_key (reader, &key))
    return refuse (error, "The request is no valid JSON object.");
  if (strcmp (key, "id") == 0)
    return read_id (reader, request, error);
  if (strcmp (key, "text") == 0)
    return read_bytes_member (reader, key, &request->text, error);
  if (strcmp (key, "html") == 0)
    return read_bytes_member (reader, key, &request->html, error);
  if (strcmp (key, "uri") == 0)
    return read_address_member (reader, key, &request->uri, error);
  if (strcmp (key, "base") == 0)
    return read_address_member (reader, key, &request->base, error);
  if (!purport_json_reader_skip (reader))
    return refuse (error, "The request is no valid JSON object.");
  return TRUE;
}

static gboolean
read_request (PurportJsonReader *reader, PurportRequest *request, GError **error)
{
  gboolean is_first = TRUE, has_item = TRUE;
  int n_inputs;

  if (!purport_json_reader_enter (reader, '{'))
    return refuse (error, "The request is no JSON object. Write one object in each line.");
  while (has_item) {
    if (!purport_json_reader_next (reader, '}', &is_first, &has_item))
      return refuse (error, "The request is no valid JSON object.");
    if (has_item && !read_member (reader, request, error))
      return FALSE;
  }
  if (!purport_json_reader_at_end (reader))
    return refuse (error, "Something stands behind the request's JSON object. Write one object in each line.");
  n_inputs = (request->text != NULL) + (request->html != NULL) + (request->uri != NULL);
  if (n_inputs != 1)
    return refuse (error, n_inputs == 0 ? "The request has none of “text”, “html” and “uri”."
                                        : "The request has more than one of “text”, “html” and “uri”.");
  return TRUE;
}

/**
 * purport_request_new:
 * @line: one line of requests; it need not be valid UTF-8
 * @id_json: (out) (transfer full) (nullable): for a bad request its "id" as JSON text, as far as it was found
 *
 * O(@n_bytes).
 *
 * Returns: (transfer full): the request, or %NULL with %PURPORT_FORMATS_ERROR_SYNTAX
 */
PurportRequest *
purport_request_new (const char *line, gsize n_bytes, GError **error, char **id_json)
{
  g_autoptr (PurportRequest) request = g_new0 (PurportRequest, 1);
  PurportJsonReader reader;

  purport_json_reader_init (&reader, line, n_bytes);
  if (read_request (&reader, request, error))
    return g_steal_pointer (&request);
  *id_json = g_steal_pointer (&request->id_json);
  return NULL;
}

static PurportArticle *
import_address (const PurportRequest *request, PurportImporter *importer, GError **error)
{
  g_autofree char *path = NULL, *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *scheme = g_uri_parse_scheme (request->uri);

  if (g_strcmp0 (scheme, "file") == 0)
    path = g_filename_from_uri (request->uri, NULL, NULL);
  if (path == NULL) {
    g_set_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_UNSUPPORTED,
                 "“%s” is no address of a local file. Only addresses that begin with file:/// are read.", request->uri);
    return NULL;
  }
  name = g_filename_display_name (path);
  bytes = purport_load_file (path, error);
  if (bytes == NULL)
    return NULL;
  return purport_import_article (importer, bytes, request->base != NULL ? request->base : request->uri, NULL, name,
                                 NULL, error);
}

static PurportArticle *
import_text (const PurportRequest *request, GError **error)
{
  PurportArticle *article = purport_text_import (request->text, PURPORT_DECODE_CHARACTERS, NULL, error);

  if (article != NULL)
    article->uri = g_strdup (request->base);
  return article;
}

/**
 * purport_request_import:
 *
 * Loads and imports what the request names or holds.
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_request_import (const PurportRequest *request, PurportImporter *importer, GError **error)
{
  if (request->uri != NULL)
    return import_address (request, importer, error);
  if (request->html != NULL)
    return purport_import_article (importer, request->html, request->base, "text/html", NULL, NULL, error);
  return import_text (request, error);
}

/* Appends the answer to a request that failed, without a newline at its end. */
void
purport_request_write_error (const char *id_json, const GError *error, GString *out)
{
  PurportJsonWriter json;

  purport_json_writer_init (&json, out, FALSE);
  purport_json_begin_object (&json, NULL);
  purport_json_raw (&json, "id", id_json != NULL ? id_json : "null");
  purport_json_begin_object (&json, "error");
  purport_json_string (&json, "code", purport_formats_error_get_code (error));
  purport_json_string (&json, "message", error->message);
  purport_json_end_object (&json);
  purport_json_end_object (&json);
}

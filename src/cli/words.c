/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport-cli words: what the engine takes the words for, token by token. */
#include "cli/verbs.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "base/code-points.h"
#include "base/vocabulary.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "data/engine-data.h"
#include "formats/import.h"
#include "formats/load.h"
#include "formats/request.h"
#include "text/words.h"

static void
append_name (GString *out, const PurportToken *token)
{
  if (token->name_place == PURPORT_NAME_OUTSIDE) {
    g_string_append_c (out, 'O');
    return;
  }
  g_string_append (out, token->name_place == PURPORT_NAME_BEGIN ? "B-" : "I-");
  g_string_append (out, purport_name_type_to_string (token->name_type));
}

/* A tab-separated line per token. Forms hold no white space but what carries a mark, so that lines stay lines. */
static void
append_table (GString *out, const PurportWords *words, const PurportCodePoints *points)
{
  for (guint i = 0; i < words->tokens->len; i++) {
    const PurportToken *token = purport_words_get_token (words, i);
    g_string_append_printf (out, "%u\t%u\t", purport_code_points_from_byte (points, token->span.start_byte),
                            purport_code_points_from_byte (points, token->span.end_byte));
    g_string_append_len (out, purport_words_get_text (words, i), purport_span_length (token->span));
    g_string_append_printf (out, "\t%s\t", purport_tag_to_string (token->tag));
    append_name (out, token);
    g_string_append_c (out, '\n');
  }
}

static void
append_answer (GString *out, const PurportWords *words, const PurportCodePoints *points, const char *id_json)
{
  g_string_append_printf (out, "{\"id\":%s,\"tokens\":[", id_json);
  for (guint i = 0; i < words->tokens->len; i++) {
    const PurportToken *token = purport_words_get_token (words, i);
    g_string_append_printf (out, "%s{\"start\":%u,\"end\":%u,\"tag\":\"%s\",\"name\":\"", i > 0 ? "," : "",
                            purport_code_points_from_byte (points, token->span.start_byte),
                            purport_code_points_from_byte (points, token->span.end_byte),
                            purport_tag_to_string (token->tag));
    append_name (out, token);
    g_string_append (out, "\"}");
  }
  g_string_append (out, "]}\n");
}

/* Reads the words of @article. @id_json: (nullable): the request's; %NULL: write a table */
static gboolean
write_words (const PurportEngine *engine, PurportArticle *article, const char *id_json, GString *out, GError **error)
{
  g_autoptr (PurportCodePoints) points = NULL;
  g_autoptr (PurportWords) words = purport_words_new (purport_engine_get_text_models (engine), article, NULL, error);

  if (words == NULL)
    return FALSE;
  points = purport_code_points_new (article->text, article->n_bytes);
  if (id_json != NULL)
    append_answer (out, words, points, id_json);
  else
    append_table (out, words, points);
  return TRUE;
}

static gboolean
read_file (const PurportEngine *engine, PurportImporter *importer, const char *path, GString *out, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PurportArticle) article = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (strcmp (path, "-") == 0) {
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
    bytes = purport_load_stream (stream, "standard input", NULL, error);
  } else {
    bytes = purport_load_file (path, error);
  }
  if (bytes == NULL)
    return FALSE;
  article = purport_import_article (importer, bytes, NULL, NULL, path, NULL, error);
  return article != NULL && write_words (engine, article, NULL, out, error);
}

static int
run_files (const PurportEngine *engine, PurportImporter *importer, char **paths)
{
  int status = PURPORT_EXIT_ALL_READ;

  for (; *paths != NULL; paths++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    if (!read_file (engine, importer, *paths, out, &error)) {
      purport_output_complain ("%s", error->message);
      status = PURPORT_EXIT_SOME_FAILED;
    } else if (!purport_output_write (out->str, out->len)) {
      return PURPORT_EXIT_SOME_FAILED;
    }
  }
  return status;
}

static gboolean
answer (const PurportEngine *engine, PurportImporter *importer, const GByteArray *line, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id_json = NULL;
  g_autoptr (PurportRequest) request = purport_request_new ((const char *)line->data, line->len, &error, &id_json);
  g_autoptr (PurportArticle) article = request != NULL ? purport_request_import (request, importer, &error) : NULL;

  if (article != NULL &&
      write_words (engine, article, request->id_json != NULL ? request->id_json : "null", out, &error))
    return TRUE;
  purport_request_write_error (request != NULL ? request->id_json : id_json, error, out);
  g_string_append_c (out, '\n');
  return FALSE;
}

static int
run_requests (const PurportEngine *engine, PurportImporter *importer)
{
  int status = PURPORT_EXIT_ALL_READ;
  g_autoptr (GByteArray) line = g_byte_array_new ();
  PurportLines lines;
  PurportLineStatus read_status;

  purport_lines_init (&lines, STDIN_FILENO, PURPORT_REQUEST_LIMIT_BYTES);
  while ((read_status = purport_lines_next (&lines, line)) == PURPORT_LINE_READ ||
         read_status == PURPORT_LINE_TOO_LONG) {
    g_autoptr (GString) out = g_string_new (NULL);
    if (line->len == 0)
      continue;
    if (!answer (engine, importer, line, out))
      status = PURPORT_EXIT_SOME_FAILED;
    if (!purport_output_write (out->str, out->len))
      break;
  }
  if (read_status == PURPORT_LINE_FAILED) {
    purport_output_complain ("Standard input cannot be read: %s", g_strerror (errno));
    status = PURPORT_EXIT_SOME_FAILED;
  }
  purport_lines_clear (&lines);
  return status;
}

/**
 * purport_verb_words:
 *
 * Writes the tokens of each file as a table, or answers requests with them.
 *
 * Returns: the exit status
 */
int
purport_verb_words (int argc, char **argv)
{
  static const char usage[] = "Usage: purport-cli words FILE… | words --jsonl\n\n"
                              "Writes a line per token: start, end, form, tag, name; - is standard input.\n"
                              "With --jsonl it answers requests from standard input, one JSON object per line.\n";
  g_autoptr (PurportEngine) engine = NULL;
  g_autoptr (PurportImporter) importer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean requests = argc == 2 && strcmp (argv[1], "--jsonl") == 0;

  if (argc == 2 && strcmp (argv[1], "--help") == 0)
    return purport_output_write (usage, strlen (usage)) ? PURPORT_EXIT_ALL_READ : PURPORT_EXIT_SOME_FAILED;
  if (argc < 2 || (!requests && argv[1][0] == '-' && argv[1][1] != '\0')) {
    purport_output_complain ("Name the files to read, or give --jsonl. See purport-cli words --help.");
    return PURPORT_EXIT_USAGE;
  }
  engine = purport_engine_new_built_in (&error);
  if (engine == NULL) {
    purport_output_complain ("%s", error->message);
    return PURPORT_EXIT_SOME_FAILED;
  }
  importer = purport_importer_new (1, PURPORT_IMPORT_DEFAULT);
  return requests ? run_requests (engine, importer) : run_files (engine, importer, argv + 1);
}

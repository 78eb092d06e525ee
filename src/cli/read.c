/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport-cli read: files or requests in, readings out. */
#include "cli/verbs.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "cli/lines.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/summary.h"
#include "data/engine-data.h"
#include "formats/import.h"
#include "formats/load.h"
#include "formats/reading-json.h"
#include "formats/request.h"

#define MAX_JOBS 256

typedef enum {
  FORMAT_JSON,
  FORMAT_JSONL,
  FORMAT_TEXT,
} Format;

typedef struct {
  Format format;
  PurportJsonFlags json_flags;
  guint n_jobs;
  gboolean requests;
  gboolean may_fetch;
  PurportImportFlags import_flags;
  char *media_type;
  char **paths; /* NULL-terminated; all that are left, as files are taken from the front */
  PurportEngine *engine;
  PurportImporter *importer;
  PurportLines lines;
  gint some_failed; /* atomic */
  gint cancelled;   /* atomic: the output is gone */
} Run;

/* One file or request line, and what came of it. */
typedef struct {
  const char *path;  /* borrowed; NULL: a request */
  GByteArray *line;  /* the request, as it came */
  gboolean too_long; /* of @line only the beginning is there */
  GString *output;
  char *complaint; /* for standard error; NULL: nothing to complain of */
  gboolean failed;
} Task;

static void
drop_task (gpointer item)
{
  Task *task = item;

  g_clear_pointer (&task->line, g_byte_array_unref);
  g_string_free (task->output, TRUE);
  g_free (task->complaint);
  g_free (task);
}

static Task *
new_task (const char *path)
{
  Task *task = g_new0 (Task, 1);
  task->path = path;
  task->output = g_string_new (NULL);
  return task;
}

/* Reads the article and writes the reading behind the task's output. */
static gboolean
read_article (Run *run, Task *task, PurportArticle *article, const char *id_json, GError **error)
{
  g_autoptr (PurportReading) reading = purport_engine_read (run->engine, article, &run->cancelled, error);

  if (reading == NULL)
    return FALSE;
  if (run->format == FORMAT_TEXT)
    purport_summary_write (reading, task->output);
  else
    purport_reading_json_write (reading, id_json, run->json_flags, task->output);
  g_string_append_c (task->output, '\n');
  return TRUE;
}

/* The net is asked for nothing unless the user says so. */
static GBytes *
fetch (Run *run, const char *address, char **uri, GError **error)
{
  if (run->may_fetch)
    return purport_importer_fetch (run->importer, address, uri, NULL, error);
  g_set_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_UNSUPPORTED,
               "“%s” is a web address. It is loaded only if --fetch is given.", address);
  return NULL;
}

static gboolean
read_file (Run *run, Task *task, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PurportArticle) article = NULL;
  g_autofree char *name = NULL, *uri = NULL;

  if (strcmp (task->path, "-") == 0) {
    g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
    name = g_strdup ("standard input");
    bytes = purport_load_stream (stream, name, NULL, error);
  } else if (purport_import_is_web_address (task->path)) {
    name = g_strdup (task->path);
    bytes = fetch (run, task->path, &uri, error);
  } else {
    g_autoptr (GFile) file = g_file_new_for_path (task->path);
    name = g_filename_display_name (task->path);
    uri = g_file_get_uri (file);
    bytes = purport_load_file (task->path, error);
  }
  if (bytes == NULL)
    return FALSE;
  article = purport_import_article (run->importer, bytes, uri, run->media_type, name, NULL, error);
  return article != NULL && read_article (run, task, article, NULL, error);
}

static void
work_on_file (Run *run, Task *task)
{
  g_autoptr (GError) error = NULL;

  if (read_file (run, task, &error))
    return;
  task->failed = TRUE;
  task->complaint = g_strdup (error->message);
}

/* Returns: (transfer full): the request's "id", even where the request is bad. */
static gboolean
read_request (Run *run, Task *task, char **id_json, GError **error)
{
  g_autoptr (PurportArticle) article = NULL;
  g_autoptr (PurportRequest) request =
      purport_request_new ((const char *)task->line->data, task->line->len, error, id_json);

  if (request == NULL)
    return FALSE;
  *id_json = g_strdup (request->id_json);
  article = purport_request_import (request, run->importer, error);
  return article != NULL && read_article (run, task, article, *id_json, error);
}

static void
work_on_request (Run *run, Task *task)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id_json = NULL;

  if (read_request (run, task, &id_json, &error))
    return;
  task->failed = TRUE;
  if (task->too_long) {
    g_clear_error (&error);
    g_set_error (&error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_TOO_LARGE,
                 "The request is longer than %u MB. Split it, or give the address of a file.",
                 PURPORT_REQUEST_LIMIT_BYTES / (1024u * 1024u));
  }
  g_string_truncate (task->output, 0);
  purport_request_write_error (id_json, error, task->output);
  g_string_append_c (task->output, '\n');
}

static void
work (gpointer item, gpointer user_data)
{
  Task *task = item;

  if (task->path != NULL)
    work_on_file (user_data, task);
  else
    work_on_request (user_data, task);
  g_clear_pointer (&task->line, g_byte_array_unref);
}

static gboolean
emit (gpointer item, gpointer user_data)
{
  Run *run = user_data;
  Task *task = item;
  gboolean written;

  if (task->complaint != NULL)
    purport_output_complain ("%s", task->complaint);
  written = purport_output_write (task->output->str, task->output->len);
  if (task->failed || !written)
    g_atomic_int_set (&run->some_failed, 1);
  if (!written)
    g_atomic_int_set (&run->cancelled, 1);
  drop_task (task);
  return written;
}

static gpointer
next_file (gpointer user_data, gsize *weight)
{
  Run *run = user_data;

  *weight = 0;
  return *run->paths != NULL ? new_task (*run->paths++) : NULL;
}

static gboolean
is_blank (const GByteArray *line)
{
  for (guint i = 0; i < line->len; i++)
    if (!g_ascii_isspace ((char)line->data[i]))
      return FALSE;
  return TRUE;
}

static gpointer
next_request (gpointer user_data, gsize *weight)
{
  Run *run = user_data;
  g_autoptr (GByteArray) line = g_byte_array_new ();
  PurportLineStatus status;
  Task *task;

  do
    status = purport_lines_next (&run->lines, line);
  while (status == PURPORT_LINE_READ && is_blank (line));
  if (status == PURPORT_LINE_FAILED) {
    purport_output_complain ("Standard input cannot be read: %s", g_strerror (errno));
    g_atomic_int_set (&run->some_failed, 1);
  }
  if (status == PURPORT_LINE_FAILED || status == PURPORT_LINE_END)
    return NULL;
  *weight = line->len;
  task = new_task (NULL);
  task->line = g_steal_pointer (&line);
  task->too_long = status == PURPORT_LINE_TOO_LONG;
  return task;
}

static int
run_all (Run *run)
{
  const PurportPipeline pipeline = {
    .next = run->requests ? next_request : next_file,
    .work = work,
    .emit = emit,
    .drop = drop_task,
    .user_data = run,
  };
  g_autoptr (PurportEngine) engine = NULL;
  g_autoptr (PurportImporter) importer = purport_importer_new (run->n_jobs, run->import_flags);
  g_autoptr (GError) error = NULL;

  engine = purport_engine_new_built_in (&error);
  if (engine == NULL) {
    purport_output_complain ("%s", error->message);
    return PURPORT_EXIT_SOME_FAILED;
  }
  run->engine = engine;
  run->importer = importer;
  purport_lines_init (&run->lines, STDIN_FILENO, PURPORT_REQUEST_LIMIT_BYTES);
  purport_pipeline_run (&pipeline, run->n_jobs);
  purport_lines_clear (&run->lines);
  return run->some_failed ? PURPORT_EXIT_SOME_FAILED : PURPORT_EXIT_ALL_READ;
}

static gboolean
refuse (const char *message)
{
  purport_output_complain ("%s See purport-cli read --help.", message);
  return FALSE;
}

static gboolean
check_format (Run *run, const char *name)
{
  if (name == NULL)
    run->format = run->requests ? FORMAT_JSONL : FORMAT_JSON;
  else if (strcmp (name, "json") == 0)
    run->format = FORMAT_JSON;
  else if (strcmp (name, "jsonl") == 0)
    run->format = FORMAT_JSONL;
  else if (strcmp (name, "text") == 0)
    run->format = FORMAT_TEXT;
  else
    return refuse ("The format is json, jsonl or text.");
  if (run->requests && run->format != FORMAT_JSONL)
    return refuse ("The answers to requests are always in the format jsonl.");
  if (run->format == FORMAT_JSON)
    run->json_flags |= PURPORT_JSON_PRETTY;
  return TRUE;
}

static gboolean
check_files (Run *run)
{
  guint n_files = g_strv_length (run->paths), n_standard_inputs = 0;

  for (guint i = 0; i < n_files; i++)
    n_standard_inputs += strcmp (run->paths[i], "-") == 0 ? 1 : 0;
  if (run->requests && n_files > 0)
    return refuse ("With --jsonl requests come from standard input, no files are named.");
  if (!run->requests && n_files == 0)
    return refuse ("Name the files to read, - is standard input.");
  if (n_standard_inputs > 1)
    return refuse ("Standard input can be read only once.");
  if (run->requests && run->may_fetch)
    return refuse ("With --jsonl nothing is fetched: load the pages first, and give them as “html”.");
  if (run->requests && run->media_type != NULL)
    return refuse ("With --jsonl there is no --media-type: a request says itself what it holds.");
  return TRUE;
}

/* Returns: whether there is something to read; else help or a complaint is out, and @status is set. */
static gboolean
parse (Run *run, int argc, char **argv, int *status)
{
  g_autofree char *format = NULL;
  gboolean no_text = FALSE, whole_page = FALSE, help = FALSE;
  int n_jobs = 1;
  GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "How readings are written: json, jsonl or text", "FORMAT" },
    { "no-text", 0, 0, G_OPTION_ARG_NONE, &no_text, "Write null for the article's text", NULL },
    { "media-type", 0, 0, G_OPTION_ARG_STRING, &run->media_type, "What the files are, for example text/plain", "TYPE" },
    { "whole-page", 0, 0, G_OPTION_ARG_NONE, &whole_page, "Keep what is around a web page's article, as boilerplate",
      NULL },
    { "fetch", 0, 0, G_OPTION_ARG_NONE, &run->may_fetch, "Load files that are web addresses from the net", NULL },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &run->requests, "Read requests from standard input, one JSON object per line",
      NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs, "How many threads read at a time (1)", "N" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE… | --jsonl");
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, "Writes a reading for each FILE or request; - is standard input.");
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_set_prgname ("purport-cli read");
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    purport_output_complain ("%s. See purport-cli read --help.", error->message);
    return FALSE;
  }
  if (help) {
    g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
    *status = purport_output_write (text, strlen (text)) ? PURPORT_EXIT_ALL_READ : PURPORT_EXIT_SOME_FAILED;
    return FALSE;
  }
  if (n_jobs < 1 || n_jobs > MAX_JOBS)
    return refuse ("The number of jobs is from 1 to 256.");
  run->n_jobs = (guint)n_jobs;
  run->json_flags = no_text ? PURPORT_JSON_NO_TEXT : PURPORT_JSON_COMPACT;
  run->import_flags = whole_page ? PURPORT_IMPORT_WHOLE_PAGE : PURPORT_IMPORT_DEFAULT;
  run->paths = argv + 1;
  if (*run->paths != NULL && strcmp (*run->paths, "--") == 0)
    run->paths++;
  return check_files (run) && check_format (run, format);
}

int
purport_verb_read (int argc, char **argv)
{
  Run run = { 0 };
  int status = PURPORT_EXIT_USAGE;

  if (parse (&run, argc, argv, &status))
    status = run_all (&run);
  g_free (run.media_type);
  return status;
}

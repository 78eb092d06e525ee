/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport-cli library: what was kept, from the command line. One function per subcommand. */
#include "cli/verbs.h"

#include <gio/gio.h>
#include <string.h>

#include "cli/output.h"
#include "data/engine-data.h"
#include "formats/export.h"
#include "formats/import.h"
#include "formats/load.h"
#include "formats/reading-json.h"
#include "store/backup.h"
#include "store/compare.h"
#include "store/search.h"

#define MOST_HITS 50

static const char usage[] =
    "Usage:\n"
    "  purport-cli library [--library=PATH] add FILE…           read the files and keep them\n"
    "  purport-cli library [--library=PATH] list                number, title, claims and notes of every article\n"
    "  purport-cli library [--library=PATH] search WORDS…       articles, claims, sources and notes with the words\n"
    "  purport-cli library [--library=PATH] show NUMBER         the reading of an article, as JSON\n"
    "  purport-cli library [--library=PATH] said-by NAME        what a source says in all articles\n"
    "  purport-cli library [--library=PATH] compare NUMBER NUMBER  what only one of two articles has\n"
    "  purport-cli library [--library=PATH] remove NUMBER…      forget articles and their notes\n"
    "  purport-cli library [--library=PATH] export KIND NUMBER [FILE]\n"
    "            KIND: claims, sources, figures, page, notes, annotations, claim-markup, reading\n"
    "  purport-cli library [--library=PATH] backup FILE         the whole library in one file\n"
    "  purport-cli library [--library=PATH] import FILE         a backup's articles and notes, merged\n"
    "  purport-cli library [--library=PATH] check               look the file over for damage\n"
    "\n"
    "Fields are separated by tabs. Without --library it is the library of the desktop program.\n";

typedef struct {
  PurportLibrary *library;
  PurportEngine *engine; /* made when first needed */
  PurportImporter *importer;
  GString *out;
} Session;

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static const PurportEngine *
get_engine (Session *session, GError **error)
{
  if (session->engine == NULL)
    session->engine = purport_engine_new_built_in (error);
  return session->engine;
}

/* Tabs and line breaks would end a field. */
static void
append_field (GString *out, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    g_string_append_c (out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
}

static gboolean
parse_number (const char *word, gint64 *number, GError **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (word, 10, 1, G_MAXINT64, &value, NULL)) {
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_INVALID,
                 "“%s” is no number of an article. purport-cli library list shows them.", word);
    return FALSE;
  }
  *number = (gint64)value;
  return TRUE;
}

static gboolean
add_file (Session *session, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file), *name = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = purport_load_file (path, error);
  g_autoptr (PurportArticle) article =
      bytes != NULL ? purport_import_article (session->importer, bytes, uri, NULL, name, NULL, error) : NULL;
  const PurportEngine *engine = article != NULL ? get_engine (session, error) : NULL;
  g_autoptr (PurportReading) reading = engine != NULL ? purport_engine_read (engine, article, NULL, error) : NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;
  gint64 id;

  if (reading == NULL)
    return FALSE;
  /* The text is kept once, beside the reading. */
  purport_reading_json_write (reading, NULL, PURPORT_JSON_NO_TEXT, json);
  packed = g_bytes_new (json->str, json->len);
  id = purport_library_add (session->library, reading, packed, TRUE, now (), error);
  if (id != 0)
    g_string_append_printf (session->out, "%" G_GINT64_FORMAT "\t%s\n", id, name);
  return id != 0;
}

/* A file that cannot be added does not keep the others out. */
static gboolean
run_add (Session *session, char **words, GError **error)
{
  gboolean all = TRUE;

  for (; *words != NULL; words++) {
    g_autoptr (GError) failure = NULL;
    if (!add_file (session, *words, &failure)) {
      purport_output_complain ("%s", failure->message);
      all = FALSE;
    }
  }
  if (!all)
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_INVALID, "Not everything was added.");
  return all;
}

static gboolean
run_list (Session *session, char **words, GError **error)
{
  g_autoptr (GPtrArray) entries = purport_library_list (session->library, 0, G_MAXINT32, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    const PurportLibraryEntry *entry = g_ptr_array_index (entries, i);
    g_string_append_printf (session->out, "%" G_GINT64_FORMAT "\t", entry->id);
    append_field (session->out, entry->title != NULL ? entry->title : "(no title)");
    g_string_append_printf (session->out, "\t%u\t%u\t", entry->n_claims, entry->n_annotations);
    append_field (session->out, entry->uri);
    g_string_append_c (session->out, '\n');
  }
  return entries != NULL;
}

static void
append_hits (Session *session, const char *kind, const GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++) {
    const PurportHit *hit = g_ptr_array_index (hits, i);
    g_string_append_printf (session->out, "%s\t%" G_GINT64_FORMAT "\t", kind, hit->article);
    append_field (session->out, hit->title != NULL ? hit->title : "(no title)");
    g_string_append_c (session->out, '\t');
    append_field (session->out, hit->source);
    g_string_append_c (session->out, '\t');
    append_field (session->out, hit->snippet);
    g_string_append_c (session->out, '\n');
  }
}

static gboolean
run_search (Session *session, char **words, GError **error)
{
  static const char *const kinds[] = { "article", "claim", "source", "note" };
  g_autofree char *query = g_strjoinv (" ", words);

  for (guint kind = PURPORT_HIT_ARTICLE; kind <= PURPORT_HIT_ANNOTATION; kind++) {
    g_autoptr (GPtrArray) hits =
        purport_library_search (session->library, (PurportHitKind)kind, query, MOST_HITS, error);
    if (hits == NULL)
      return FALSE;
    append_hits (session, kinds[kind], hits);
  }
  return TRUE;
}

static gboolean
run_said_by (Session *session, char **words, GError **error)
{
  g_autofree char *name = g_strjoinv (" ", words);
  g_autoptr (GPtrArray) hits = purport_library_get_said_by (session->library, name, G_MAXINT32, error);

  if (hits != NULL)
    append_hits (session, "claim", hits);
  return hits != NULL;
}

/* Returns: (transfer full): the kept article, read by today's engine and corrected as its reader did. */
static PurportReading *
read_kept (Session *session, const char *word, GPtrArray **annotations, GError **error)
{
  gint64 id;
  g_autoptr (PurportArticle) article =
      parse_number (word, &id, error) ? purport_library_get_article (session->library, id, error) : NULL;
  const PurportEngine *engine = article != NULL ? get_engine (session, error) : NULL;

  *annotations = engine != NULL ? purport_library_get_annotations (session->library, id, error) : NULL;
  return *annotations != NULL ? purport_engine_read_corrected (engine, article, *annotations, NULL, error) : NULL;
}

static gboolean
run_export (Session *session, char **words, GError **error)
{
  g_autoptr (PurportReading) reading = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GString) contents = g_string_new (NULL);
  PurportExport export;

  if (!purport_export_from_word (words[0], &export)) {
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_INVALID,
                 "“%s” is no kind of export. See purport-cli library --help.", words[0]);
    return FALSE;
  }
  reading = read_kept (session, words[1], &annotations, error);
  if (reading == NULL)
    return FALSE;
  purport_export_write (export, reading, annotations, contents);
  if (words[2] != NULL)
    return purport_export_save (words[2], contents, error);
  g_string_append_len (session->out, contents->str, (gssize)contents->len);
  return TRUE;
}

static gboolean
run_show (Session *session, char **words, GError **error)
{
  char *arguments[] = { (char *)purport_export_get_word (PURPORT_EXPORT_READING), words[0], NULL };
  return run_export (session, arguments, error);
}

static void
append_only (Session *session, const char *number, const PurportReading *reading, const PurportOnlyHere *only)
{
  for (guint i = 0; i < only->claims->len; i++) {
    guint claim = g_array_index (only->claims, guint, i);
    g_autofree char *words =
        purport_article_dup_span (reading->article, g_array_index (reading->claims, PurportClaim, claim).span);
    g_string_append_printf (session->out, "%s\tclaim\t", number);
    append_field (session->out, words);
    g_string_append_c (session->out, '\n');
  }
  for (guint i = 0; i < only->sources->len; i++) {
    guint source = g_array_index (only->sources, guint, i);
    g_string_append_printf (session->out, "%s\tsource\t", number);
    append_field (session->out, g_array_index (reading->sources, PurportSource, source).name);
    g_string_append_c (session->out, '\n');
  }
  for (guint i = 0; i < only->figures->len; i++) {
    guint figure = g_array_index (only->figures, guint, i);
    g_autofree char *words =
        purport_article_dup_span (reading->article, g_array_index (reading->figures, PurportFigure, figure).span);
    g_string_append_printf (session->out, "%s\tfigure\t", number);
    append_field (session->out, words);
    g_string_append_c (session->out, '\n');
  }
}

static gboolean
run_compare (Session *session, char **words, GError **error)
{
  g_autoptr (GPtrArray) first_annotations = NULL, second_annotations = NULL;
  g_autoptr (PurportReading) first = read_kept (session, words[0], &first_annotations, error);
  g_autoptr (PurportReading) second = first != NULL ? read_kept (session, words[1], &second_annotations, error) : NULL;
  g_auto (PurportOnlyHere) only_first = { NULL }, only_second = { NULL };

  if (second == NULL)
    return FALSE;
  purport_compare_readings (first, second, &only_first, &only_second);
  append_only (session, words[0], first, &only_first);
  append_only (session, words[1], second, &only_second);
  return TRUE;
}

static gboolean
run_remove (Session *session, char **words, GError **error)
{
  for (; *words != NULL; words++) {
    gint64 id;
    if (!parse_number (*words, &id, error) || !purport_library_remove (session->library, id, error))
      return FALSE;
  }
  return purport_library_purge (session->library, error);
}

static gboolean
run_backup (Session *session, char **words, GError **error)
{
  return purport_library_back_up (session->library, words[0], error);
}

static gboolean
run_import (Session *session, char **words, GError **error)
{
  PurportImported imported;

  if (!purport_library_import (session->library, words[0], &imported, error))
    return FALSE;
  g_string_append_printf (session->out, "%u new articles, %u new or newer notes\n", imported.n_articles,
                          imported.n_annotations);
  return TRUE;
}

static gboolean
run_check (Session *session, char **words, GError **error)
{
  g_autoptr (GPtrArray) complaints = purport_library_check (session->library, error);

  if (complaints == NULL)
    return FALSE;
  for (guint i = 0; i < complaints->len; i++)
    g_string_append_printf (session->out, "%s\n", (const char *)g_ptr_array_index (complaints, i));
  if (complaints->len == 0) {
    g_string_append (session->out, "Nothing is wrong with the library.\n");
    return TRUE;
  }
  g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_DAMAGED,
               "The library is damaged. Copy “%s” somewhere safe; then import a backup into a new library, or export "
               "the articles that can still be shown.",
               purport_library_get_path (session->library));
  return FALSE;
}

static const struct {
  const char *word;
  guint n_least;
  guint n_most;
  gboolean (*run) (Session *session, char **words, GError **error);
} commands[] = {
  { "add", 1, G_MAXUINT, run_add },
  { "list", 0, 0, run_list },
  { "search", 1, G_MAXUINT, run_search },
  { "show", 1, 1, run_show },
  { "said-by", 1, G_MAXUINT, run_said_by },
  { "compare", 2, 2, run_compare },
  { "remove", 1, G_MAXUINT, run_remove },
  { "export", 2, 3, run_export },
  { "backup", 1, 1, run_backup },
  { "import", 1, 1, run_import },
  { "check", 0, 0, run_check },
};

static int
run_command (const char *path, guint index, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (PurportLibrary) library = purport_library_open (path, &error);
  g_autoptr (PurportImporter) importer = purport_importer_new (1, PURPORT_IMPORT_DEFAULT);
  Session session = { .library = library, .importer = importer, .out = out };
  gboolean done = library != NULL && commands[index].run (&session, words, &error);

  g_clear_pointer (&session.engine, purport_engine_unref);
  if (!purport_output_write (out->str, out->len))
    return PURPORT_EXIT_SOME_FAILED;
  if (!done)
    purport_output_complain ("%s", error->message);
  return done ? PURPORT_EXIT_ALL_READ : PURPORT_EXIT_SOME_FAILED;
}

static int
refuse (void)
{
  purport_output_complain ("Say what to do with the library. See purport-cli library --help.");
  return PURPORT_EXIT_USAGE;
}

/**
 * purport_verb_library:
 *
 * Returns: the exit status
 */
int
purport_verb_library (int argc, char **argv)
{
  static const char option[] = "--library=";
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "purport", "library.db", NULL);
  char **words = argv + 1;
  guint n_words;

  if (*words != NULL && g_str_has_prefix (*words, option)) {
    g_free (path);
    path = g_strdup (*words + strlen (option));
    words++;
  }
  if (*words == NULL || *path == '\0')
    return refuse ();
  if (strcmp (*words, "--help") == 0 || strcmp (*words, "-h") == 0)
    return purport_output_write (usage, strlen (usage)) ? PURPORT_EXIT_ALL_READ : PURPORT_EXIT_SOME_FAILED;
  n_words = g_strv_length (words) - 1;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (*words, commands[i].word) == 0 && n_words >= commands[i].n_least && n_words <= commands[i].n_most)
      return run_command (path, i, words + 1);
  return refuse ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each released version of the tables is a step here, never changed again: user_version says how many steps a file has
 * had. tests/unit/fixtures holds a file of each.
 *
 * The text of an article stands once. What is searched for in it and its claims are indexes (FTS5 with external
 * content) over views of it; every function that writes a row keeps its index, so that no trigger has to.
 */
#include "store/schema.h"

/* clang-format off */
static const char *const steps[] = {
  "CREATE TABLE article("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE, uri TEXT, media_type TEXT, language TEXT,"
  " title TEXT, bylines TEXT NOT NULL DEFAULT '', publisher TEXT, published TEXT, text TEXT NOT NULL,"
  " layout TEXT NOT NULL DEFAULT '', reading BLOB, kept INTEGER NOT NULL DEFAULT 0,"
  " place_byte INTEGER NOT NULL DEFAULT 0, added_at INTEGER NOT NULL, opened_at INTEGER NOT NULL,"
  " deleted INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX article_uri ON article(uri);"
  "CREATE TABLE source("
  " id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, number INTEGER NOT NULL,"
  " name TEXT NOT NULL, key TEXT NOT NULL, type TEXT NOT NULL, role TEXT, affiliation TEXT,"
  " independence TEXT NOT NULL, expert INTEGER NOT NULL, UNIQUE(article, number));"
  "CREATE INDEX source_key ON source(key);"
  "CREATE TABLE claim("
  " id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, number INTEGER NOT NULL,"
  " start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, source INTEGER, kind TEXT, strength TEXT NOT NULL,"
  " certainty TEXT NOT NULL, importance REAL NOT NULL, main INTEGER NOT NULL, UNIQUE(article, number));"
  "CREATE TABLE figure("
  " id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, number INTEGER NOT NULL,"
  " start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, value REAL, unit TEXT, kind TEXT NOT NULL,"
  " minor INTEGER NOT NULL, UNIQUE(article, number));"
  "CREATE TABLE annotation("
  " id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
  " article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, kind TEXT NOT NULL, body TEXT, value TEXT,"
  " links TEXT NOT NULL DEFAULT '', start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, quote TEXT NOT NULL,"
  " prefix TEXT NOT NULL, suffix TEXT NOT NULL, orphaned INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL,"
  " changed_at INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX annotation_article ON annotation(article);"
  "CREATE TABLE recent("
  " uri TEXT PRIMARY KEY, title TEXT, place_byte INTEGER NOT NULL DEFAULT 0, opened INTEGER NOT NULL,"
  " opened_at INTEGER NOT NULL);"
  "CREATE VIEW claim_words AS SELECT claim.id AS id, CAST(substr(CAST(article.text AS BLOB), claim.start_byte + 1,"
  " claim.end_byte - claim.start_byte) AS TEXT) AS words FROM claim JOIN article ON article.id = claim.article;"
  "CREATE VIEW source_words AS SELECT id, name, role, affiliation FROM source;"
  "CREATE VIEW annotation_words AS SELECT id, body, quote FROM annotation;"
  "CREATE VIRTUAL TABLE article_index USING fts5(title, text, content='article', content_rowid='id',"
  " tokenize='porter unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE claim_index USING fts5(words, content='claim_words', content_rowid='id',"
  " tokenize='porter unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE source_index USING fts5(name, role, affiliation, content='source_words',"
  " content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE annotation_index USING fts5(body, quote, content='annotation_words', content_rowid='id',"
  " tokenize='porter unicode61 remove_diacritics 2');",
};
/* clang-format on */

/* Returns: the version of the tables that this program writes. */
int
purport_schema_get_version (void)
{
  return (int)G_N_ELEMENTS (steps);
}

/* Refuses a database that is another program's, or a later version's. An empty one may become a library. */
gboolean
purport_schema_check (PurportDatabase *database, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id = purport_database_get_number (database, 0, &failure, "PRAGMA application_id", "");
  gint64 version = failure == NULL ? purport_database_get_number (database, 0, &failure, "PRAGMA user_version", "") : 0;
  gint64 n_tables = failure == NULL
                        ? purport_database_get_number (database, 0, &failure, "SELECT count(*) FROM sqlite_schema", "")
                        : 0;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (id != PURPORT_LIBRARY_APPLICATION_ID && (id != 0 || n_tables > 0)) {
    purport_database_set_error (database, SQLITE_NOTADB, error);
    return FALSE;
  }
  if (version > purport_schema_get_version ()) {
    g_autofree char *name = g_filename_display_name (database->path);
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NEWER,
                 "“%s” was written by a newer version of Purport. Nothing was changed; update Purport to open it.",
                 name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
run_steps (PurportDatabase *database, GError **error)
{
  g_autoptr (GError) failure = NULL;
  /* Asked again inside the transaction: another program may have been faster. */
  gint64 version = purport_database_get_number (database, -1, &failure, "PRAGMA user_version", "");
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version=%d; PRAGMA application_id=%d",
                                           purport_schema_get_version (), PURPORT_LIBRARY_APPLICATION_ID);

  if (version < 0) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  for (; version < purport_schema_get_version (); version++)
    if (!purport_database_execute (database, steps[version], error))
      return FALSE;
  return purport_database_execute (database, mark, error);
}

/**
 * purport_schema_migrate:
 *
 * Brings the tables of a library that purport_schema_check() let pass to this program's version: all steps in one
 * transaction, or none.
 */
gboolean
purport_schema_migrate (PurportDatabase *database, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 version = purport_database_get_number (database, -1, &failure, "PRAGMA user_version", "");

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (version == purport_schema_get_version ())
    return TRUE;
  if (!purport_database_execute (database, "PRAGMA journal_mode=WAL", error) ||
      !purport_database_begin (database, error))
    return FALSE;
  if (!run_steps (database, error)) {
    purport_database_roll_back (database);
    return FALSE;
  }
  return purport_database_commit (database, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one article that its reading gives, and the indexes over them. */
#include "store/library-private.h"

#include <math.h>

#include "base/vocabulary.h"

/* Returns: (transfer full): what two articles call the same source by: its name, case and spaces folded. */
char *
purport_source_dup_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_auto (GStrv) words = g_strsplit_set (normal != NULL ? normal : folded, " \t\n\r", -1);
  GString *key = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++) {
    if (**word == '\0')
      continue;
    if (key->len > 0)
      g_string_append_c (key, ' ');
    g_string_append (key, *word);
  }
  return g_string_free (key, FALSE);
}

static char *
dup_first_span (const PurportReading *reading, const GArray *spans)
{
  return spans->len > 0 ? purport_article_dup_span (reading->article, g_array_index (spans, PurportSpan, 0)) : NULL;
}

static gboolean
insert_sources (PurportDatabase *database, gint64 article, const PurportReading *reading, GError **error)
{
  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    g_autofree char *key = purport_source_dup_key (source->name);
    g_autofree char *role = dup_first_span (reading, source->roles);
    g_autofree char *affiliation = dup_first_span (reading, source->affiliations);
    if (!purport_database_run (database, error,
                               "INSERT INTO source(article, number, name, key, type, role, affiliation, independence,"
                               " expert) VALUES(?,?,?,?,?,?,?,?,?)",
                               "iissssssi", article, (gint64)i, source->name, key,
                               purport_source_type_to_string (source->type), role, affiliation,
                               purport_independence_to_string (source->independence), (gint64)source->expert))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_claims (PurportDatabase *database, gint64 article, const PurportReading *reading, GError **error)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    if (!purport_database_run (
            database, error,
            "INSERT INTO claim(article, number, start_byte, end_byte, source, kind, strength, certainty, importance,"
            " main) VALUES(?,?,?,?,nullif(?,-1),?,?,?,?,?)",
            "iiiiisssdi", article, (gint64)i, (gint64)claim->span.start_byte, (gint64)claim->span.end_byte,
            claim->source == PURPORT_NONE ? (gint64)-1 : (gint64)claim->source,
            claim->n_kinds > 0 ? purport_claim_kind_to_string (claim->kinds[0]) : NULL,
            purport_strength_to_string (claim->strength), purport_certainty_to_string (claim->certainty),
            (double)claim->importance, (gint64)(reading->main_claim == i)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_figures (PurportDatabase *database, gint64 article, const PurportReading *reading, GError **error)
{
  for (guint i = 0; i < reading->figures->len; i++) {
    const PurportFigure *figure = &g_array_index (reading->figures, PurportFigure, i);
    /* SQLite stores a NaN as null. */
    if (!purport_database_run (database, error,
                               "INSERT INTO figure(article, number, start_byte, end_byte, value, unit, kind, minor)"
                               " VALUES(?,?,?,?,?,?,?,?)",
                               "iiiidssi", article, (gint64)i, (gint64)figure->span.start_byte,
                               (gint64)figure->span.end_byte, figure->value,
                               figure->unit_canonical != NULL ? figure->unit_canonical : figure->unit,
                               purport_figure_kind_to_string (figure->kind), (gint64)figure->minor))
      return FALSE;
  }
  return TRUE;
}

/* Adds the article's text, claims and sources to the indexes. Their rows must be there. */
gboolean
purport_library_insert_words (PurportDatabase *database, gint64 article, GError **error)
{
  return purport_database_run (database, error,
                               "INSERT INTO article_index(rowid, title, text) SELECT id, title, text FROM article"
                               " WHERE id = ?",
                               "i", article) &&
         purport_database_run (database, error,
                               "INSERT INTO claim_index(rowid, words) SELECT id, words FROM claim_words WHERE id IN"
                               " (SELECT id FROM claim WHERE article = ?)",
                               "i", article) &&
         purport_database_run (database, error,
                               "INSERT INTO source_index(rowid, name, role, affiliation) SELECT id, name, role,"
                               " affiliation FROM source WHERE article = ?",
                               "i", article);
}

/* Takes them out again: before any of the rows changes, since an index with external content must be told the old
 * words. */
gboolean
purport_library_delete_words (PurportDatabase *database, gint64 article, GError **error)
{
  return purport_database_run (database, error,
                               "INSERT INTO article_index(article_index, rowid, title, text) SELECT 'delete', id,"
                               " title, text FROM article WHERE id = ?",
                               "i", article) &&
         purport_database_run (database, error,
                               "INSERT INTO claim_index(claim_index, rowid, words) SELECT 'delete', id, words FROM"
                               " claim_words WHERE id IN (SELECT id FROM claim WHERE article = ?)",
                               "i", article) &&
         purport_database_run (database, error,
                               "INSERT INTO source_index(source_index, rowid, name, role, affiliation) SELECT"
                               " 'delete', id, name, role, affiliation FROM source WHERE article = ?",
                               "i", article);
}

/* Writes what the reading found, as rows. The caller has a transaction. */
gboolean
purport_library_insert_lists (PurportDatabase *database, gint64 article, const PurportReading *reading, GError **error)
{
  return insert_sources (database, article, reading, error) && insert_claims (database, article, reading, error) &&
         insert_figures (database, article, reading, error);
}

gboolean
purport_library_delete_lists (PurportDatabase *database, gint64 article, GError **error)
{
  return purport_database_run (database, error, "DELETE FROM claim WHERE article = ?", "i", article) &&
         purport_database_run (database, error, "DELETE FROM source WHERE article = ?", "i", article) &&
         purport_database_run (database, error, "DELETE FROM figure WHERE article = ?", "i", article);
}

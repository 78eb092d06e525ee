/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full-text search with SQLite's FTS5: words are stemmed, case and diacritics folded; best matches (BM25) first. */
#include "store/search.h"

#include <string.h>

#include "store/library-private.h"
#include "store/similarity.h"

/* What FTS5 puts around the words it found; cannot stand in a text that was imported. */
#define MARK_BEGIN '\001'
#define MARK_END '\002'

/* clang-format off */
#define HIT_ORDER " AND NOT article.deleted ORDER BY rank LIMIT ?"
static const char *const searches[] = {
  [PURPORT_HIT_ARTICLE] =
    "SELECT article.id, article.title, 0, NULL, 0, 0, snippet(article_index, -1, char(1), char(2), '…', 24)"
    " FROM article_index JOIN article ON article.id = article_index.rowid WHERE article_index MATCH ?" HIT_ORDER,
  [PURPORT_HIT_CLAIM] =
    "SELECT article.id, article.title, claim.number,"
    " (SELECT name FROM source WHERE source.article = claim.article AND source.number = claim.source),"
    " claim.start_byte, claim.end_byte, highlight(claim_index, 0, char(1), char(2))"
    " FROM claim_index JOIN claim ON claim.id = claim_index.rowid JOIN article ON article.id = claim.article"
    " WHERE claim_index MATCH ?" HIT_ORDER,
  [PURPORT_HIT_SOURCE] =
    "SELECT article.id, article.title, source.number, source.name, 0, 0,"
    " snippet(source_index, -1, char(1), char(2), '…', 24)"
    " FROM source_index JOIN source ON source.id = source_index.rowid JOIN article ON article.id = source.article"
    " WHERE source_index MATCH ?" HIT_ORDER,
  [PURPORT_HIT_ANNOTATION] =
    "SELECT article.id, article.title, 0, NULL, annotation.start_byte, annotation.end_byte,"
    " snippet(annotation_index, -1, char(1), char(2), '…', 24)"
    " FROM annotation_index JOIN annotation ON annotation.id = annotation_index.rowid"
    " JOIN article ON article.id = annotation.article WHERE annotation_index MATCH ?" HIT_ORDER,
};
/* clang-format on */

void
purport_hit_free (PurportHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->title);
  g_free (hit->source);
  g_free (hit->snippet);
  g_array_unref (hit->marks);
  g_free (hit);
}

/* Takes FTS5's marks out of @marked and remembers where they stood. */
static void
set_snippet (PurportHit *hit, const char *marked)
{
  GString *plain = g_string_new (NULL);
  PurportSpan mark = PURPORT_SPAN_NONE;

  for (; *marked != '\0'; marked++) {
    if (*marked == MARK_BEGIN) {
      mark.start_byte = (guint32)plain->len;
    } else if (*marked == MARK_END) {
      mark.end_byte = (guint32)plain->len;
      g_array_append_val (hit->marks, mark);
    } else {
      g_string_append_c (plain, *marked);
    }
  }
  hit->snippet = g_string_free (plain, FALSE);
}

static PurportHit *
read_hit (sqlite3_stmt *row, PurportHitKind kind)
{
  PurportHit *hit = g_new0 (PurportHit, 1);
  const char *marked = (const char *)sqlite3_column_text (row, 6);

  hit->kind = kind;
  hit->marks = g_array_new (FALSE, FALSE, sizeof (PurportSpan));
  hit->article = sqlite3_column_int64 (row, 0);
  hit->title = purport_column_dup_text (row, 1);
  hit->number = (guint)sqlite3_column_int64 (row, 2);
  hit->source = purport_column_dup_text (row, 3);
  hit->span = purport_span ((gsize)sqlite3_column_int64 (row, 4), (gsize)sqlite3_column_int64 (row, 5));
  set_snippet (hit, marked != NULL ? marked : "");
  return hit;
}

static GPtrArray *
read_hits (PurportDatabase *database, sqlite3_stmt *row, PurportHitKind kind, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_hit_free);
  PurportStep step = PURPORT_STEP_FAILED;

  while (row != NULL && (step = purport_database_step (database, row, error)) == PURPORT_STEP_ROW)
    g_ptr_array_add (hits, read_hit (row, kind));
  return step == PURPORT_STEP_DONE ? g_steal_pointer (&hits) : NULL;
}

static gboolean
has_word (const char *text, gsize n_bytes)
{
  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static void
append_term (GString *query, const char *term, gsize n_bytes)
{
  if (!has_word (term, n_bytes))
    return;
  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append_c (query, '"');
  g_string_append_len (query, term, (gssize)n_bytes);
  g_string_append_c (query, '"');
}

/* Returns: (transfer full): @words as a query of FTS5, in which nothing is an operator: all words must be there, those
 * between quotation marks as a phrase, the last one at least as a beginning. Empty: nothing to look for. */
static char *
dup_query (const char *words)
{
  GString *query = g_string_new (NULL);
  gboolean beginning = FALSE;

  while (*words != '\0') {
    gboolean phrase = *words == '"';
    gsize n = phrase ? strcspn (words + 1, "\"") : strcspn (words, " \t\n\r\"");
    if (phrase)
      words++;
    append_term (query, words, n);
    beginning = n > 0 && !phrase && words[n] == '\0';
    words += n;
    if (*words != '\0' && (phrase || *words != '"'))
      words++;
  }
  if (beginning && query->len > 0)
    g_string_append_c (query, '*');
  return g_string_free (query, FALSE);
}

/**
 * purport_library_search:
 * @words: as somebody types them; "words between quotation marks" are a phrase
 *
 * Returns: (transfer full) (element-type PurportHit): the best matches first; none for no words
 */
GPtrArray *
purport_library_search (PurportLibrary *library, PurportHitKind kind, const char *words, guint n_most, GError **error)
{
  PurportDatabase *database = library->database;
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *query = dup_query (valid);

  if (*query == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify)purport_hit_free);
  return read_hits (database, purport_database_query (database, error, searches[kind], "si", query, (gint64)n_most),
                    kind, error);
}

/* Returns: (transfer full) (element-type PurportHit): what that source says in all articles, the newest article first.
 */
GPtrArray *
purport_library_get_said_by (PurportLibrary *library, const char *source_name, guint n_most, GError **error)
{
  PurportDatabase *database = library->database;
  g_autofree char *key = purport_source_dup_key (source_name);

  return read_hits (database,
                    purport_database_query (
                        database, error,
                        "SELECT article.id, article.title, claim.number, source.name, claim.start_byte,"
                        " claim.end_byte, (SELECT words FROM claim_words WHERE claim_words.id = claim.id)"
                        " FROM source JOIN claim ON claim.article = source.article AND claim.source = source.number"
                        " JOIN article ON article.id = source.article WHERE source.key = ? AND NOT article.deleted"
                        " ORDER BY article.id DESC, claim.number LIMIT ?",
                        "si", key, (gint64)n_most),
                    PURPORT_HIT_CLAIM, error);
}

static char *
dup_claim (PurportDatabase *database, gint64 article, guint claim, GError **error)
{
  char *words = NULL;
  sqlite3_stmt *row = purport_database_query (database, error,
                                              "SELECT words FROM claim JOIN claim_words USING (id)"
                                              " WHERE claim.article = ? AND claim.number = ?",
                                              "ii", article, (gint64)claim);

  if (row != NULL && purport_database_step (database, row, error) == PURPORT_STEP_ROW)
    words = purport_column_dup_text (row, 0);
  if (row != NULL)
    sqlite3_reset (row);
  return words;
}

/* Returns: (transfer full): a query for texts that have any of the telling words of @claim. */
static char *
dup_any_query (const char *claim)
{
  g_auto (GStrv) words = purport_similarity_dup_words (claim);
  GString *query = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    g_string_append_printf (query, "%s\"%s\"", query->len > 0 ? " OR " : "", *word);
  return g_string_free (query, FALSE);
}

/**
 * purport_library_get_similar_to:
 * @words: what a claim says
 * @but_article: an article that is left out; 0: none
 *
 * Returns: (transfer full) (element-type PurportHit): claims that say about the same, the most similar ones first
 */
GPtrArray *
purport_library_get_similar_to (
    PurportLibrary *library, const char *words, gint64 but_article, guint n_most, GError **error)
{
  PurportDatabase *database = library->database;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) similar = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_hit_free);
  g_autofree char *query = dup_any_query (words);

  if (*query == '\0')
    return g_steal_pointer (&similar);
  hits = read_hits (
      database,
      purport_database_query (database, error, searches[PURPORT_HIT_CLAIM], "si", query, (gint64)n_most * 4 + 16),
      PURPORT_HIT_CLAIM, error);
  if (hits == NULL)
    return NULL;
  for (guint i = 0; i < hits->len && similar->len < n_most; i++) {
    PurportHit *hit = g_ptr_array_index (hits, i);
    if (hit->article != but_article && purport_similarity_of (words, hit->snippet) >= PURPORT_SIMILAR) {
      g_ptr_array_add (similar, hit);
      hits->pdata[i] = NULL;
    }
  }
  return g_steal_pointer (&similar);
}

/**
 * purport_library_get_similar:
 * @claim: the claim's index in the reading of @article
 *
 * Returns: (transfer full) (element-type PurportHit): as purport_library_get_similar_to(), in other articles
 */
GPtrArray *
purport_library_get_similar (PurportLibrary *library, gint64 article, guint claim, guint n_most, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *words = dup_claim (library->database, article, claim, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return purport_library_get_similar_to (library, words != NULL ? words : "", article, n_most, error);
}

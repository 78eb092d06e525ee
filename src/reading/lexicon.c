/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lexicon is a trie over folded bytes (ASCII lower case, straight apostrophes, one space for any white space), so
 * that a phrase is found however the words were cut into tokens. It is walked once from the start of every token.
 */
#include "reading/lexicon.h"

#include <string.h>

#include "base/vocabulary.h"

#define LEXICON_FILE "lexicons/reading.tsv"

static const char *const class_names[PURPORT_N_TERM_CLASSES] = {
  "report",      "report-phrase", "speech",     "title",       "honorific",   "role",        "author",
  "independent", "interested",    "group",      "collective",  "document",    "org-head",    "journal",
  "press",       "hedge",         "causal",     "association", "no-relation", "conditional", "recommendation",
  "prediction",  "definition",    "mechanism",  "experience",  "evaluation",  "statistic",   "finding",
  "evidence",    "caveat",        "opposition", "negation",    "connective",  "lay",         "woman",
  "man",         "health",        "question",
};

typedef struct {
  guint8 term_class;
  guint8 value;
  guint16 weight;
  guint32 next; /* the next entry of the same node, 0: none */
} Entry;

typedef struct {
  guint8 byte;
  guint32 first_child; /* 0: none */
  guint32 next_sibling;
  guint32 first_entry; /* 0: none */
} Node;

struct _PurportLexicon {
  GArray *nodes;   /* Node; the first is the root */
  GArray *entries; /* Entry; the first is not used */
  guint32 root_children[256];
};

/* The folded form of what stands at @text: one byte, and how many bytes it took; 0 at the end. */
static inline guint8
fold_at (const char *text, const char *end, guint *n_taken)
{
  guint8 c;

  if (text >= end)
    return 0;
  c = (guint8)*text;
  *n_taken = 1;
  if (c >= 'A' && c <= 'Z')
    return (guint8)(c | 0x20);
  if (c == 0xE2 && end - text >= 3 && (guint8)text[1] == 0x80 && ((guint8)text[2] == 0x99 || (guint8)text[2] == 0x98)) {
    *n_taken = 3;
    return '\'';
  }
  if (c == 0xC2 && end - text >= 2 && (guint8)text[1] == 0xA0) {
    *n_taken = 2;
    c = ' ';
  }
  if (c == ' ' || c == '\n' || c == '\t') {
    while (text + *n_taken < end && (text[*n_taken] == ' ' || text[*n_taken] == '\n' || text[*n_taken] == '\t'))
      (*n_taken)++;
    return ' ';
  }
  return c;
}

static guint32
find_child (const PurportLexicon *lexicon, guint32 node, guint8 byte)
{
  guint32 child;

  if (node == 0)
    return lexicon->root_children[byte];
  child = g_array_index (lexicon->nodes, Node, node).first_child;
  while (child != 0 && g_array_index (lexicon->nodes, Node, child).byte != byte)
    child = g_array_index (lexicon->nodes, Node, child).next_sibling;
  return child;
}

static guint32
add_child (PurportLexicon *lexicon, guint32 node, guint8 byte)
{
  Node child = { .byte = byte };
  guint32 index = find_child (lexicon, node, byte);

  if (index != 0)
    return index;
  index = lexicon->nodes->len;
  if (node == 0) {
    lexicon->root_children[byte] = index;
  } else {
    child.next_sibling = g_array_index (lexicon->nodes, Node, node).first_child;
    g_array_index (lexicon->nodes, Node, node).first_child = index;
  }
  g_array_append_val (lexicon->nodes, child);
  return index;
}

static void
add_form (PurportLexicon *lexicon, const char *form, Entry entry)
{
  const char *end = form + strlen (form);
  guint32 node = 0;
  guint n_taken = 0;

  for (const char *p = form; p < end; p += n_taken)
    node = add_child (lexicon, node, fold_at (p, end, &n_taken));
  if (node == 0)
    return;
  entry.next = g_array_index (lexicon->nodes, Node, node).first_entry;
  g_array_index (lexicon->nodes, Node, node).first_entry = lexicon->entries->len;
  g_array_append_val (lexicon->entries, entry);
}

typedef const char *(*WordFunc) (guint value);

static gboolean
parse_word (WordFunc to_string, guint n_values, const char *word, guint8 *value)
{
  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (to_string (i), word)) {
      *value = (guint8)i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_value (PurportTermClass term_class, const char *text, Entry *entry)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  const char *word = parts[0] != NULL ? parts[0] : "";

  switch ((int)term_class) {
  case PURPORT_TERM_REPORT:
  case PURPORT_TERM_REPORT_PHRASE:
    return parse_word ((WordFunc)purport_act_to_string, PURPORT_ACT_ATTITUDE + 1, word, &entry->value);
  case PURPORT_TERM_EVIDENCE:
    return parse_word ((WordFunc)purport_evidence_kind_to_string, PURPORT_EVIDENCE_LINK + 1, word, &entry->value);
  case PURPORT_TERM_CAVEAT:
    return parse_word ((WordFunc)purport_caveat_kind_to_string, PURPORT_CAVEAT_DISAGREEMENT + 1, word, &entry->value);
  case PURPORT_TERM_QUESTION:
    return parse_word ((WordFunc)purport_question_to_string, PURPORT_QUESTION_PRESS_RELEASE + 1, word, &entry->value);
  case PURPORT_TERM_HEDGE:
    entry->weight = parts[0] != NULL && parts[1] != NULL ? (guint16)g_ascii_strtoull (parts[1], NULL, 10) : 0;
    return entry->weight > 0 &&
           parse_word ((WordFunc)purport_aspect_to_string, PURPORT_ASPECT_CONDITION + 1, word, &entry->value);
  default:
    return *text == '\0';
  }
}

static gboolean
parse_line (PurportLexicon *lexicon, const char *line)
{
  g_auto (GStrv) fields = NULL;
  g_auto (GStrv) forms = NULL;
  Entry entry = { 0 };

  if (*line == '\0' || *line == '#')
    return TRUE;
  fields = g_strsplit (line, "\t", 3);
  if (g_strv_length (fields) != 3)
    return FALSE;
  while (entry.term_class < PURPORT_N_TERM_CLASSES && !g_str_equal (class_names[entry.term_class], fields[0]))
    entry.term_class++;
  if (entry.term_class == PURPORT_N_TERM_CLASSES || !parse_value (entry.term_class, fields[1], &entry))
    return FALSE;
  forms = g_strsplit (fields[2], "|", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    add_form (lexicon, forms[i], entry);
  return TRUE;
}

/**
 * purport_lexicon_new:
 * @lookup: where lexicons come from; asked for "lexicons/reading.tsv"
 *
 * Returns: (transfer full): the lexicon, or %NULL with a #PurportBaseError that names the file and the line
 */
PurportLexicon *
purport_lexicon_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  g_autoptr (PurportLexicon) lexicon = g_new0 (PurportLexicon, 1);
  g_autoptr (GBytes) bytes = lookup (LEXICON_FILE, user_data);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Entry no_entry = { 0 };
  Node root = { 0 };

  lexicon->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  lexicon->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_append_val (lexicon->nodes, root);
  g_array_append_val (lexicon->entries, no_entry);
  if (bytes == NULL) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_MISSING,
                 "%s is missing: Purport is not completely installed", LEXICON_FILE);
    return NULL;
  }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!parse_line (lexicon, lines[i])) {
      g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED, "%s is damaged at line %u", LEXICON_FILE,
                   i + 1);
      return NULL;
    }
  return g_steal_pointer (&lexicon);
}

void
purport_lexicon_free (PurportLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_clear_pointer (&lexicon->nodes, g_array_unref);
  g_clear_pointer (&lexicon->entries, g_array_unref);
  g_free (lexicon);
}

static void
add_hits (PurportTerms *terms, const PurportLexicon *lexicon, guint32 node, guint32 first_token, guint32 end_token)
{
  guint32 entry_index = g_array_index (lexicon->nodes, Node, node).first_entry;

  while (entry_index != 0) {
    const Entry *entry = &g_array_index (lexicon->entries, Entry, entry_index);
    PurportTerm hit = { first_token, end_token, entry->term_class, entry->value, entry->weight };
    g_array_append_val (terms->hits, hit);
    terms->classes[first_token] |= G_GUINT64_CONSTANT (1) << entry->term_class;
    entry_index = entry->next;
  }
}

/* Longer terms first, so that the first hit of a class is its longest. */
static gint
compare_hits (gconstpointer a, gconstpointer b)
{
  const PurportTerm *first = a, *second = b;
  return first->end_token == second->end_token ? 0 : first->end_token > second->end_token ? -1 : 1;
}

static void
find_at_token (PurportTerms *terms, const PurportLexicon *lexicon, const PurportWords *words, guint32 token)
{
  const PurportArticle *article = words->article;
  const char *end = article->text + article->n_bytes;
  const char *p = purport_words_get_text (words, token);
  guint32 node = 0, last = token;
  guint n_taken = 0, first_hit = terms->hits->len;
  guint8 byte;

  while ((byte = fold_at (p, end, &n_taken)) != 0 && (node = find_child (lexicon, node, byte)) != 0) {
    guint32 at;
    p += n_taken;
    at = (guint32)(p - article->text);
    while (last + 1 < words->tokens->len && purport_words_get_token (words, last)->span.end_byte < at)
      last++;
    if (g_array_index (lexicon->nodes, Node, node).first_entry != 0 &&
        purport_words_get_token (words, last)->span.end_byte == at)
      add_hits (terms, lexicon, node, token, last + 1);
  }
  if (terms->hits->len > first_hit + 1)
    qsort (&g_array_index (terms->hits, PurportTerm, first_hit), terms->hits->len - first_hit, sizeof (PurportTerm),
           compare_hits);
}

/**
 * purport_terms_new:
 * @lexicon: the lexicon
 * @words: the words of an article
 *
 * Finds every term that begins and ends with a token. O(tokens × longest term).
 *
 * Returns: (transfer full): the terms
 */
PurportTerms *
purport_terms_new (const PurportLexicon *lexicon, const PurportWords *words)
{
  PurportTerms *terms = g_new0 (PurportTerms, 1);
  guint32 n_tokens = words->tokens->len;

  terms->hits = g_array_new (FALSE, FALSE, sizeof (PurportTerm));
  terms->first_hit = g_new (guint32, n_tokens + 1);
  terms->classes = g_new0 (guint64, n_tokens + 1);
  for (guint32 i = 0; i < n_tokens; i++) {
    terms->first_hit[i] = terms->hits->len;
    find_at_token (terms, lexicon, words, i);
  }
  terms->first_hit[n_tokens] = terms->hits->len;
  return terms;
}

void
purport_terms_free (PurportTerms *terms)
{
  if (terms == NULL)
    return;
  g_array_unref (terms->hits);
  g_free (terms->first_hit);
  g_free (terms->classes);
  g_free (terms);
}

/* Returns: (nullable) (transfer none): the longest term of that class that begins at @token. */
const PurportTerm *
purport_terms_get (const PurportTerms *terms, guint32 token, PurportTermClass term_class)
{
  if (!purport_terms_has (terms, token, term_class))
    return NULL;
  for (guint32 i = terms->first_hit[token]; i < terms->first_hit[token + 1]; i++)
    if (g_array_index (terms->hits, PurportTerm, i).term_class == term_class)
      return &g_array_index (terms->hits, PurportTerm, i);
  return NULL;
}

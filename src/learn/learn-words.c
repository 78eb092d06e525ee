/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learns the word table: lists of names, usual tags and cases, clusters. */
#include "learn/verbs.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "learn/clusters.h"
#include "learn/examples.h"
#include "learn/training.h"

#define N_FINE 400u
#define N_COARSE 56u
#define N_ROUNDS 8u
/* Rarer words are of no cluster. */
#define MIN_CLUSTERED 4u
/* The numbers of what is no word of a cluster: the end of a sentence, a rare word. */
#define SENTENCE_END 0u
#define RARE 1u
#define N_SPECIAL 2u
/* A word has one tag only if it was annotated so often, and hardly ever otherwise. */
#define MIN_SURE 20u
#define MAX_OTHERS 0.003

typedef struct {
  guint32 hash;
  guint32 n_seen;
  guint32 n_small, n_capital; /* inside sentences whose capitals tell */
  guint32 n_tags[PURPORT_N_TAGS];
  guint32 n_gold[PURPORT_N_TAGS]; /* those of people */
  guint32 n_organization, n_tagged;
  guint32 lists;
  guint32 number; /* in the sequence that is clustered */
} Word;

typedef struct {
  GHashTable *words; /* hash → Word */
  GArray *sequence;  /* (element-type guint32): hashes; 0 ends a sentence */
} Vocabulary;

static Word *
ensure_word (Vocabulary *self, guint32 hash)
{
  Word *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (hash));

  if (word == NULL) {
    word = g_new0 (Word, 1);
    word->hash = hash;
    g_hash_table_insert (self->words, GUINT_TO_POINTER (hash), word);
  }
  return word;
}

static void
read_sentence (Vocabulary *self, const PurportExample *example, const PurportTextSentence *sentence)
{
  const PurportToken *tokens = purport_words_get_token (example->words, sentence->first_token);
  guint32 n_tokens = sentence->end_token - sentence->first_token, end = 0;
  PurportCapitals capitals = purport_capitals_find (tokens, n_tokens);

  for (guint32 i = 0; i < n_tokens; i++) {
    PurportWordView view = purport_word_view (example->words->article->text, &tokens[i]);
    Word *word = ensure_word (self, view.word);
    guint8 tag = example->labels[sentence->first_token + i];
    word->n_seen++;
    if (capitals == PURPORT_CAPITALS_TELL && i > 0) {
      word->n_small += (tokens[i].flags & PURPORT_TOKEN_CAPITALIZED) == 0;
      word->n_capital += (tokens[i].flags & PURPORT_TOKEN_CAPITALIZED) != 0;
    }
    if (tag < PURPORT_N_TAGS) {
      word->n_tags[tag]++;
      word->n_gold[tag]++;
    }
    g_array_append_val (self->sequence, view.word);
  }
  g_array_append_val (self->sequence, end);
}

static gboolean
read_texts (Vocabulary *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) examples = g_str_has_suffix (path, ".tsv")
                                       ? purport_examples_read_tags (path, PURPORT_DRESS_AS_IS, error)
                                       : purport_examples_read_texts (path, error);

  for (guint i = 0; examples != NULL && i < examples->len; i++) {
    const PurportExample *example = g_ptr_array_index (examples, i);
    for (guint j = 0; j < example->words->sentences->len; j++)
      read_sentence (self, example, &g_array_index (example->words->sentences, PurportTextSentence, j));
  }
  return examples != NULL;
}

/* Tokens as another program tagged them: "sents" of [start, end, form, tag, name type]. */
static void
read_silver_object (Vocabulary *self, JsonObject *object)
{
  JsonNode *member = json_object_get_member (object, "sents");
  JsonArray *sentences = JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;

  for (guint i = 0; sentences != NULL && i < json_array_get_length (sentences); i++) {
    JsonArray *tokens = json_array_get_array_element (sentences, i);
    for (guint j = 0; j < json_array_get_length (tokens); j++) {
      JsonArray *token = json_array_get_array_element (tokens, j);
      const char *form = json_array_get_string_element (token, 2);
      Word *word = ensure_word (self, purport_word_hash (form, strlen (form)));
      word->n_tags[purport_tag_from_string (json_array_get_string_element (token, 3))]++;
      word->n_tagged++;
      word->n_organization += g_str_equal (json_array_get_string_element (token, 4), "ORGANIZATION");
    }
  }
}

static gboolean
read_silver (Vocabulary *self, const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    if (lines[i][0] == '\0')
      continue;
    if (!json_parser_load_from_data (parser, lines[i], -1, error))
      return FALSE;
    read_silver_object (self, json_node_get_object (json_parser_get_root (parser)));
  }
  return TRUE;
}

/* A line of a list: of one word, or of several, whose phrase then gets the entry. */
static void
read_list_line (Vocabulary *self, char *line, guint32 list)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  guint32 hash = purport_word_hash (parts[0], strlen (parts[0]));

  if (parts[1] != NULL && list != PURPORT_WORD_PLACE)
    return;
  if (parts[1] != NULL)
    ensure_word (self, hash)->lists |= PURPORT_WORD_BEGINS;
  for (guint i = 1; parts[i] != NULL; i++)
    hash = purport_phrase_hash (hash, purport_word_hash (parts[i], strlen (parts[i])));
  ensure_word (self, hash)->lists |= list;
}

static gboolean
read_list (Vocabulary *self, const char *folder, const char *name, guint32 list, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      read_list_line (self, lines[i], list);
  return TRUE;
}

static gboolean
read_lists (Vocabulary *self, const char *folder, GError **error)
{
  return read_list (self, folder, "given", PURPORT_WORD_GIVEN, error) &&
         read_list (self, folder, "given-rare", PURPORT_WORD_GIVEN_RARE, error) &&
         read_list (self, folder, "surname", PURPORT_WORD_SURNAME, error) &&
         read_list (self, folder, "surname-rare", PURPORT_WORD_SURNAME_RARE, error) &&
         read_list (self, folder, "place", PURPORT_WORD_PLACE, error) &&
         read_list (self, folder, "nationality", PURPORT_WORD_PLACE, error) &&
         read_list (self, folder, "organization", PURPORT_WORD_ORGANIZATION, error) &&
         read_list (self, folder, "word", PURPORT_WORD_DICTIONARY, error);
}

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *first = *(const Word *const *)a, *second = *(const Word *const *)b;

  if (first->n_seen != second->n_seen)
    return first->n_seen > second->n_seen ? -1 : 1;
  return first->hash < second->hash ? -1 : first->hash > second->hash;
}

/* Returns: the words in order of their frequency. */
static GPtrArray *
sort_words (Vocabulary *self)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, NULL, &word))
    g_ptr_array_add (sorted, word);
  g_ptr_array_sort (sorted, compare_words);
  return sorted;
}

/* Gives words their numbers and puts them in place of the hashes. Returns: how many there are. */
static guint32
number_sequence (Vocabulary *self, GPtrArray *sorted)
{
  guint32 n_words = N_SPECIAL;

  for (guint i = 0; i < sorted->len; i++) {
    Word *word = g_ptr_array_index (sorted, i);
    word->number = word->n_seen >= MIN_CLUSTERED ? n_words++ : RARE;
  }
  for (guint i = 0; i < self->sequence->len; i++) {
    guint32 *at = &g_array_index (self->sequence, guint32, i);
    *at = *at == 0 ? SENTENCE_END : ensure_word (self, *at)->number;
  }
  return n_words;
}

/* The most frequent of the tags; their number. */
static guint32
most_frequent (const guint32 *n_tags, guint32 *n_all)
{
  guint32 best = 1;

  *n_all = 0;
  for (guint32 i = 1; i < PURPORT_N_TAGS; i++) {
    *n_all += n_tags[i];
    if (n_tags[i] > n_tags[best])
      best = i;
  }
  return best;
}

/* Returns: the usual tag of a word, and whether it is the only one. */
static guint32
usual_tag (const Word *word, gboolean *sure)
{
  guint32 n_gold, n_all, gold = most_frequent (word->n_gold, &n_gold), best = most_frequent (word->n_tags, &n_all);

  *sure = n_gold >= MIN_SURE && n_gold - word->n_gold[gold] <= MAX_OTHERS * n_gold;
  if (*sure)
    return gold;
  return n_all >= 2 ? best : 0;
}

static PurportWordCase
usual_case (const Word *word)
{
  guint32 n = word->n_small + word->n_capital;

  if (n < 2)
    return PURPORT_WORD_CASE_UNKNOWN;
  if (word->n_capital * 10 < n)
    return PURPORT_WORD_CASE_SMALL;
  return word->n_small * 10 < n ? PURPORT_WORD_CASE_CAPITAL : PURPORT_WORD_CASE_EITHER;
}

/* Words that are seen once and stand in no list of names are left out. */
static guint32
make_entry (const Word *word, const guint16 *fine, const guint16 *coarse)
{
  gboolean clustered = word->number >= N_SPECIAL;
  gboolean sure;
  guint32 lists = word->lists, tag = usual_tag (word, &sure);

  if (lists == PURPORT_WORD_DICTIONARY && word->n_seen < 2)
    return 0;
  if (word->n_tagged >= 3 && word->n_organization * 3 >= word->n_tagged)
    lists |= PURPORT_WORD_ORGANIZATION;
  return purport_word_entry (clustered ? fine[word->number] + 1u : 0, clustered ? coarse[word->number] + 1u : 0, tag,
                             usual_case (word), lists | (sure ? PURPORT_WORD_SURE : 0));
}

static GBytes *
make_table (GPtrArray *sorted, const guint16 *fine, const guint16 *coarse)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (PurportLinearModelSlot));

  for (guint i = 0; i < sorted->len; i++) {
    const Word *word = g_ptr_array_index (sorted, i);
    PurportLinearModelSlot slot = { word->hash, make_entry (word, fine, coarse) };
    if (slot.value != 0)
      g_array_append_val (slots, slot);
  }
  g_printerr ("%u of %u words\n", slots->len, sorted->len);
  return purport_linear_model_write (PURPORT_WORD_TABLE_KIND, 1, slots, NULL);
}

/* OUT LISTS SILVER TEXT… */
gboolean
purport_learn_words (int n_arguments, char **arguments, GError **error)
{
  Vocabulary self = { g_hash_table_new_full (NULL, NULL, NULL, g_free), g_array_new (FALSE, FALSE, sizeof (guint32)) };
  gboolean done = read_lists (&self, arguments[1], error) && read_silver (&self, arguments[2], error);

  for (int i = 3; i < n_arguments && done; i++)
    done = read_texts (&self, arguments[i], error);
  if (done) {
    g_autoptr (GPtrArray) sorted = sort_words (&self);
    guint32 n_words = number_sequence (&self, sorted);
    const guint32 *sequence = (const guint32 *)(gpointer)self.sequence->data;
    g_autofree guint16 *coarse = purport_clusters_find (sequence, self.sequence->len, n_words, N_COARSE, N_ROUNDS);
    g_autofree guint16 *fine = purport_clusters_find (sequence, self.sequence->len, n_words, N_FINE, N_ROUNDS);
    g_autoptr (GBytes) bytes = make_table (sorted, fine, coarse);
    done = purport_write_bytes (bytes, arguments[0], error);
  }
  g_hash_table_unref (self.words);
  g_array_unref (self.sequence);
  return done;
}

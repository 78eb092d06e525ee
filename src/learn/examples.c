/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers of the training data: token tables (form, tag, …, name, …, space behind) and JSON lines with name spans. */
#include "learn/examples.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/code-points.h"
#include "text/namer.h"
#include "text/words-private.h"

/* One annotated name in so many loses a capital, if it is a person's of several words. */
#define LOST_CAPITALS 50

/* An annotated stretch of a text, in bytes. */
typedef struct {
  guint32 start_byte;
  guint32 end_byte;
  guint8 tag;
  guint8 name; /* label of text/namer.h, or PURPORT_EXAMPLE_NO_LABEL */
} Mark;

/* ASCII alone changes case, so that offsets stay. */
static void
dress_text (GString *text, PurportDress dress)
{
  for (gsize i = 0; i < text->len; i++)
    if (dress == PURPORT_DRESS_LOWER)
      text->str[i] = g_ascii_tolower (text->str[i]);
    else if (dress == PURPORT_DRESS_UPPER)
      text->str[i] = g_ascii_toupper (text->str[i]);
}

static PurportArticle *
make_article (GString *text, PurportDress dress)
{
  PurportArticle *article;

  dress_text (text, dress);
  article = purport_article_new (text->str, (gssize)text->len);
  for (gsize i = 0; i < text->len;) {
    gsize end = i;
    while (end < text->len && text->str[end] != '\n')
      end++;
    if (end > i)
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (i, end));
    i = end + 1;
  }
  return article;
}

static PurportExample *
new_example (GString *text, PurportDress dress)
{
  g_autoptr (PurportArticle) article = make_article (text, dress);
  PurportExample *example = g_new0 (PurportExample, 1);

  example->words = purport_words_cut (article);
  example->labels = g_malloc (example->words->tokens->len + 1);
  memset (example->labels, PURPORT_EXAMPLE_NO_LABEL, example->words->tokens->len + 1);
  return example;
}

void
purport_example_free (PurportExample *example)
{
  purport_words_free (example->words);
  g_free (example->labels);
  g_free (example);
}

/* Tokens that are cut as the annotators cut them get the tag. */
static void
label_exact (PurportExample *example, const GArray *marks)
{
  guint next = 0;

  for (guint32 i = 0; i < example->words->tokens->len; i++) {
    PurportSpan span = purport_words_get_token (example->words, i)->span;
    while (next < marks->len && g_array_index (marks, Mark, next).start_byte < span.start_byte)
      next++;
    if (next < marks->len && g_array_index (marks, Mark, next).start_byte == span.start_byte &&
        g_array_index (marks, Mark, next).end_byte == span.end_byte)
      example->labels[i] = g_array_index (marks, Mark, next).tag;
  }
}

static gboolean
add_row (GString *text, GArray *marks, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 7);
  Mark mark = { .start_byte = (guint32)text->len };

  if (g_strv_length (fields) < 6)
    return FALSE;
  g_string_append (text, fields[0]);
  mark.end_byte = (guint32)text->len;
  mark.tag = (guint8)purport_tag_from_string (fields[1]);
  if (mark.tag == PURPORT_TAG_NONE)
    mark.tag = PURPORT_EXAMPLE_NO_LABEL;
  if (g_str_equal (fields[5], "1"))
    g_string_append_c (text, ' ');
  g_array_append_val (marks, mark);
  return TRUE;
}

static void
end_document (GPtrArray *examples, GString *text, GArray *marks, PurportDress dress)
{
  PurportExample *example;

  if (text->len > 0) {
    example = new_example (text, dress);
    label_exact (example, marks);
    g_ptr_array_add (examples, example);
  }
  g_string_truncate (text, 0);
  g_array_set_size (marks, 0);
}

/**
 * purport_examples_read_tags:
 * @path: a token table; "# newdoc" and "# newpar" lines begin documents and paragraphs
 *
 * Returns: (transfer full) (element-type PurportExample): the documents, labels are #PurportTag
 */
GPtrArray *
purport_examples_read_tags (const char *path, PurportDress dress, GError **error)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_example_free);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], "# newdoc"))
      end_document (examples, text, marks, dress);
    else if (g_str_has_prefix (lines[i], "# newpar") && text->len > 0)
      g_string_append (text, "\n\n");
    else if (lines[i][0] != '\0' && !g_str_has_prefix (lines[i], "# ") && !add_row (text, marks, lines[i])) {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: line %u is no token", path, i + 1);
      return NULL;
    }
  }
  end_document (examples, text, marks, dress);
  return g_steal_pointer (&examples);
}

static int
name_type (const char *type)
{
  static const struct {
    const char *word;
    int type;
  } types[] = {
    { "PERSON", PURPORT_NAME_PERSON }, { "PER", PURPORT_NAME_PERSON },        { "ORG", PURPORT_NAME_ORGANIZATION },
    { "LOC", PURPORT_NAME_PLACE },     { "GPE", PURPORT_NAME_PLACE },         { "FAC", PURPORT_NAME_PLACE },
    { "NORP", PURPORT_NAME_OTHER },    { "MISC", PURPORT_NAME_OTHER },        { "PRODUCT", PURPORT_NAME_OTHER },
    { "EVENT", PURPORT_NAME_OTHER },   { "WORK_OF_ART", PURPORT_NAME_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].word, type))
      return types[i].type;
  return -1;
}

/* Labels tokens [first, end) of one sentence as a name. */
static void
label_name (PurportExample *example, guint32 first, guint32 end, PurportNameType type)
{
  for (guint32 i = first; i < end; i++) {
    PurportNamerPlace place = end == first + 1 ? PURPORT_NAMER_ONLY
                              : i == first     ? PURPORT_NAMER_FIRST
                              : i + 1 == end   ? PURPORT_NAMER_LAST
                                               : PURPORT_NAMER_MIDDLE;
    example->labels[i] = (guint8)purport_namer_label (type, place);
  }
}

/* Tokens inside an annotated name, in order and not nested, get its label, all others that of no name. */
static void
label_names (PurportExample *example, const GArray *marks)
{
  guint m = 0;

  memset (example->labels, 0, example->words->tokens->len);
  for (guint j = 0; j < example->words->sentences->len; j++) {
    const PurportTextSentence *sentence = &g_array_index (example->words->sentences, PurportTextSentence, j);
    guint32 i = sentence->first_token;
    while (i < sentence->end_token && m < marks->len) {
      const Mark *mark = &g_array_index (marks, Mark, m);
      guint32 end = i;
      if (purport_words_get_token (example->words, i)->span.start_byte >= mark->end_byte) {
        m++;
        continue;
      }
      while (end < sentence->end_token &&
             purport_words_get_token (example->words, end)->span.start_byte >= mark->start_byte &&
             purport_words_get_token (example->words, end)->span.end_byte <= mark->end_byte)
        end++;
      if (end > i)
        label_name (example, i, end, (PurportNameType)mark->name);
      i = MAX (end, i + 1);
    }
  }
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *first = a, *second = b;

  if (first->start_byte != second->start_byte)
    return first->start_byte < second->start_byte ? -1 : 1;
  return first->end_byte > second->end_byte ? -1 : first->end_byte < second->end_byte;
}

/* Now and then a person's last name loses its capital, as scraped texts do to it. */
static void
lose_capitals (GString *text, const GArray *marks)
{
  for (guint m = 0; m < marks->len; m++) {
    const Mark *mark = &g_array_index (marks, Mark, m);
    gsize at = mark->end_byte;
    while (at > mark->start_byte && text->str[at - 1] != ' ')
      at--;
    if (mark->name == PURPORT_NAME_PERSON && at > mark->start_byte && (mark->start_byte + m) % LOST_CAPITALS == 0)
      text->str[at] = g_ascii_tolower (text->str[at]);
  }
}

static PurportExample *
read_names_object (JsonObject *object, PurportDress dress)
{
  const char *plain = json_object_get_string_member (object, "text");
  g_autoptr (GString) text = g_string_new (plain);
  g_autoptr (PurportCodePoints) code_points = purport_code_points_new (plain, strlen (plain));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  JsonArray *entities = json_object_get_array_member (object, "entities");
  PurportExample *example;

  for (guint i = 0; i < json_array_get_length (entities); i++) {
    JsonObject *entity = json_array_get_object_element (entities, i);
    JsonArray *span = json_object_get_array_member (entity, "span");
    int type = name_type (json_object_get_string_member (entity, "type"));
    Mark mark = { 0 };
    if (type < 0)
      continue;
    mark.start_byte = purport_code_points_to_byte (code_points, (guint32)json_array_get_int_element (span, 0));
    mark.end_byte = purport_code_points_to_byte (code_points, (guint32)json_array_get_int_element (span, 1));
    mark.name = (guint8)type;
    g_array_append_val (marks, mark);
  }
  g_array_sort (marks, compare_marks);
  lose_capitals (text, marks);
  example = new_example (text, dress);
  label_names (example, marks);
  return example;
}

/* Name labels of a token table: column 5, "_" where a sentence has none. */
static void
add_name_row (GString *text, GArray *marks, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 7);
  Mark mark = { .start_byte = (guint32)text->len };
  int type;

  if (g_strv_length (fields) < 6)
    return;
  g_string_append (text, fields[0]);
  mark.end_byte = (guint32)text->len;
  if (g_str_equal (fields[5], "1"))
    g_string_append_c (text, ' ');
  type = strlen (fields[4]) > 2 ? name_type (fields[4] + 2) : -1;
  if (type < 0)
    return;
  mark.name = (guint8)type;
  if (fields[4][0] == 'I' && marks->len > 0)
    g_array_index (marks, Mark, marks->len - 1).end_byte = mark.end_byte;
  else
    g_array_append_val (marks, mark);
}

static void
end_named_document (GPtrArray *examples, GString *text, GArray *marks, PurportDress dress)
{
  if (text->len > 0) {
    PurportExample *example = new_example (text, dress);
    label_names (example, marks);
    example->partial = TRUE;
    g_ptr_array_add (examples, example);
  }
  g_string_truncate (text, 0);
  g_array_set_size (marks, 0);
}

static void
read_names_table (GPtrArray *examples, char **lines, PurportDress dress)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], "# newdoc"))
      end_named_document (examples, text, marks, dress);
    else if (g_str_has_prefix (lines[i], "# newpar") && text->len > 0)
      g_string_append (text, "\n\n");
    else if (lines[i][0] != '\0' && !g_str_has_prefix (lines[i], "# "))
      add_name_row (text, marks, lines[i]);
  }
  end_named_document (examples, text, marks, dress);
}

typedef PurportExample *(*ReadObject) (JsonObject *object, PurportDress dress);

static GPtrArray *
read_objects (const char *path, ReadObject read, PurportDress dress, GError **error)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_example_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    if (lines[i][0] == '\0')
      continue;
    if (!json_parser_load_from_data (parser, lines[i], -1, error))
      return NULL;
    g_ptr_array_add (examples, read (json_node_get_object (json_parser_get_root (parser)), dress));
  }
  return g_steal_pointer (&examples);
}

static PurportExample *
read_text_object (JsonObject *object, PurportDress dress)
{
  g_autoptr (GString) text = g_string_new (json_object_get_string_member (object, "text"));
  return new_example (text, dress);
}

/**
 * purport_examples_read_texts:
 * @path: JSON lines with "text"
 *
 * Returns: (transfer full) (element-type PurportExample): the documents, without labels
 */
GPtrArray *
purport_examples_read_texts (const char *path, GError **error)
{
  return read_objects (path, read_text_object, PURPORT_DRESS_AS_IS, error);
}

/**
 * purport_examples_read_names:
 * @path: JSON lines with "text" and "entities", or (.tsv) a token table
 *
 * Returns: (transfer full) (element-type PurportExample): the documents, labels are those of text/namer.h
 */
GPtrArray *
purport_examples_read_names (const char *path, PurportDress dress, GError **error)
{
  g_autoptr (GPtrArray) examples = NULL;
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_str_has_suffix (path, ".tsv"))
    return read_objects (path, read_names_object, dress, error);
  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  examples = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_example_free);
  lines = g_strsplit (contents, "\n", -1);
  read_names_table (examples, lines, dress);
  return g_steal_pointer (&examples);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers of the training data: token tables (form, tag, …, name, …, space behind) and JSON lines with name spans. */
#include "learn/examples.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/code-points.h"
#include "text/namer.h"
#include "text/words-private.h"

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

/* Tokens inside an annotated name get its label, all others that of no name. */
static void
label_names (PurportExample *example, const GArray *marks)
{
  memset (example->labels, 0, example->words->tokens->len);
  for (guint m = 0; m < marks->len; m++) {
    const Mark *mark = &g_array_index (marks, Mark, m);
    gboolean first = TRUE;
    for (guint32 i = 0; i < example->words->tokens->len; i++) {
      PurportSpan span = purport_words_get_token (example->words, i)->span;
      if (span.start_byte < mark->start_byte)
        continue;
      if (span.end_byte > mark->end_byte)
        break;
      example->labels[i] = (guint8)(first ? purport_namer_begin (mark->name) : purport_namer_inside (mark->name));
      first = FALSE;
    }
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

/**
 * purport_examples_read_names:
 * @path: JSON lines with "text" and "entities", or (.tsv) a token table
 *
 * Returns: (transfer full) (element-type PurportExample): the documents, labels are those of text/namer.h
 */
GPtrArray *
purport_examples_read_names (const char *path, PurportDress dress, GError **error)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_example_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  lines = g_strsplit (contents, "\n", -1);
  if (g_str_has_suffix (path, ".tsv")) {
    read_names_table (examples, lines, dress);
    return g_steal_pointer (&examples);
  }
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    if (lines[i][0] == '\0')
      continue;
    if (!json_parser_load_from_data (parser, lines[i], -1, error))
      return NULL;
    g_ptr_array_add (examples, read_names_object (json_node_get_object (json_parser_get_root (parser)), dress));
  }
  return g_steal_pointer (&examples);
}

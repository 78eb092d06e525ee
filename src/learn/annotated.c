/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads annotated articles and finds their claims in the text. */
#include "learn/annotated.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/vocabulary.h"
#include "formats/text.h"

/* Of speech, so many lines run together. */
#define LINES_JOINED 6

static void
claim_clear (gpointer data)
{
  g_clear_pointer (&((PurportAnnotatedClaim *)data)->hedges, g_ptr_array_unref);
}

/**
 * purport_annotated_new:
 * @text: as the importer gets it
 *
 * Returns: (transfer full): the text read up to sources and attributions, without annotation
 */
PurportAnnotated *
purport_annotated_new (const PurportEngine *engine, const char *text, GError **error)
{
  PurportAnnotated *self = g_new0 (PurportAnnotated, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  self->claims = g_array_new (FALSE, FALSE, sizeof (PurportAnnotatedClaim));
  self->disputes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_clear_func (self->claims, claim_clear);
  self->main_claim = PURPORT_NONE;
  self->article = purport_text_import (bytes, PURPORT_DECODE_CHARACTERS, "training text", error);
  if (self->article != NULL)
    self->draft = purport_engine_begin (engine, self->article, &self->words, &self->reading, error);
  if (self->draft == NULL) {
    purport_annotated_free (self);
    return NULL;
  }
  return self;
}

void
purport_annotated_free (PurportAnnotated *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->draft, purport_draft_free);
  g_clear_pointer (&self->reading, purport_reading_unref);
  g_clear_pointer (&self->words, purport_words_free);
  g_clear_pointer (&self->article, purport_article_unref);
  g_array_unref (self->claims);
  g_array_unref (self->disputes);
  g_free (self->id);
  g_free (self);
}

/* The @nth place of @words in the text; empty: there is none. */
static PurportSpan
find_words (const char *text, const char *words, gint64 nth)
{
  const char *found = text - 1;

  for (gint64 i = 0; i < MAX (nth, 1) && found != NULL; i++)
    found = strstr (found + 1, words);
  if (found == NULL)
    return PURPORT_SPAN_NONE;
  return purport_span ((gsize)(found - text), (gsize)(found - text) + strlen (words));
}

typedef const char *(*NameFunc) (guint value);

static guint
find_value (NameFunc to_string, guint n_values, const char *name)
{
  for (guint i = 0; i < n_values; i++)
    if (g_strcmp0 (to_string (i), name) == 0)
      return i;
  return 0;
}

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) && !json_object_get_null_member (object, name)
             ? json_object_get_string_member (object, name)
             : NULL;
}

static gint
find_source_type (JsonArray *sources, const char *id)
{
  for (guint i = 0; i < json_array_get_length (sources); i++) {
    JsonObject *source = json_array_get_object_element (sources, i);
    if (g_strcmp0 (member (source, "id"), id) == 0)
      return (gint)find_value ((NameFunc)purport_source_type_to_string, PURPORT_SOURCE_GROUP + 1,
                               member (source, "type"));
  }
  return -1;
}

static void
read_grades (PurportAnnotatedClaim *claim, JsonObject *object, JsonArray *sources)
{
  JsonArray *kinds = json_object_get_array_member (object, "kind");
  JsonArray *hedges = json_object_get_array_member (object, "hedges");

  for (guint i = json_array_get_length (kinds); i > 0; i--) {
    claim->first_kind = find_value ((NameFunc)purport_claim_kind_to_string, PURPORT_CLAIM_DEFINITION + 1,
                                    json_array_get_string_element (kinds, i - 1));
    claim->kinds |= 1u << claim->first_kind;
  }
  claim->hedges = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (hedges); i++)
    g_ptr_array_add (claim->hedges, g_utf8_strdown (json_array_get_string_element (hedges, i), -1));
  claim->strength =
      find_value ((NameFunc)purport_strength_to_string, PURPORT_STRENGTH_CAUSAL + 1, member (object, "strength"));
  claim->certainty =
      find_value ((NameFunc)purport_certainty_to_string, PURPORT_CERTAINTY_TENTATIVE + 1, member (object, "certainty"));
  claim->context.mode = find_value ((NameFunc)purport_mode_to_string, PURPORT_MODE_MIXED + 1, member (object, "mode"));
  claim->context.source_type = find_source_type (sources, member (object, "source"));
  claim->context.n_figures = json_array_get_length (json_object_get_array_member (object, "figures"));
}

static void
read_disputes (PurportAnnotated *self, JsonObject *object)
{
  JsonArray *disputes = json_object_get_array_member (object, "disputes");

  for (guint i = 0; i < json_array_get_length (disputes); i++) {
    JsonObject *dispute = json_array_get_object_element (disputes, i);
    guint32 pair[] = { (guint32)json_object_get_int_member (dispute, "by"),
                       (guint32)json_object_get_int_member (dispute, "of") };
    g_array_append_vals (self->disputes, pair, 2);
  }
}

static void
read_claims (PurportAnnotated *self, const char *text, JsonObject *object)
{
  JsonArray *claims = json_object_get_array_member (object, "claims");

  for (guint i = 0; i < json_array_get_length (claims); i++) {
    JsonObject *claim = json_array_get_object_element (claims, i);
    PurportAnnotatedClaim one = { .must = json_object_get_boolean_member (claim, "must") };
    one.span = find_words (text, json_object_get_string_member (claim, "text"),
                           json_object_get_int_member_with_default (claim, "nth", 1));
    read_grades (&one, claim, json_object_get_array_member (object, "sources"));
    g_array_append_val (self->claims, one);
  }
  if (!json_object_get_null_member (object, "main_claim"))
    self->main_claim = (guint32)json_object_get_int_member (object, "main_claim");
}

/* What is left of a text that is taken down from speech by a machine: no capitals, no marks, lines that break anywhere.
 * Every byte keeps its place. */
static void
dress_as_speech (char *text)
{
  static const char *const marks[] = { ".", ",", ";", ":", "!", "?", "\"", "“", "”", "—", "–", "(", ")" };
  char *body = strchr (text, '\n');
  guint n_lines = 0;

  for (char *p = body; p != NULL && *p != '\0'; p++) {
    gboolean in_number = p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
    *p = g_ascii_tolower (*p);
    if (*p == '\n' && ++n_lines % LINES_JOINED != 0)
      *p = ' ';
    for (guint i = 0; i < G_N_ELEMENTS (marks) && !in_number; i++)
      if (g_str_has_prefix (p, marks[i]))
        memset (p, ' ', strlen (marks[i]));
  }
}

static PurportAnnotated *
read_article (const PurportEngine *engine, const char *folder, const char *id, gboolean spoken, GError **error)
{
  g_autofree char *text_path = g_strdup_printf ("%s/%s.txt", folder, id);
  g_autofree char *json_path = g_strdup_printf ("%s/%s.json", folder, id);
  g_autofree char *text = NULL, *dressed = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  PurportAnnotated *self;

  if (!g_file_get_contents (text_path, &text, NULL, error) || !json_parser_load_from_file (parser, json_path, error))
    return NULL;
  dressed = g_strdup (text);
  if (spoken)
    dress_as_speech (dressed);
  self = purport_annotated_new (engine, dressed, error);
  if (self == NULL)
    return NULL;
  self->id = g_strdup (id);
  read_claims (self, text, json_node_get_object (json_parser_get_root (parser)));
  read_disputes (self, json_node_get_object (json_parser_get_root (parser)));
  return self;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * purport_annotated_read_folder:
 * @spoken: read them as if they were taken down from speech: without capitals, marks and paragraphs
 *
 * Returns: (transfer full) (element-type PurportAnnotated): the articles of a folder by name, or %NULL
 */
GPtrArray *
purport_annotated_read_folder (const PurportEngine *engine, const char *folder, gboolean spoken, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_annotated_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".json")));
  g_ptr_array_sort (ids, compare_names);
  for (guint i = 0; i < ids->len; i++) {
    PurportAnnotated *article = read_article (engine, folder, g_ptr_array_index (ids, i), spoken, error);
    if (article == NULL)
      return NULL;
    g_ptr_array_add (articles, article);
  }
  return g_steal_pointer (&articles);
}

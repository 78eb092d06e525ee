/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through a JSON-LD document for objects whose type is an article's. What is no JSON ends the search there. */
#include "formats/html-linked-data.h"

#include <string.h>

#include "formats/html-tree.h"
#include "formats/json-reader.h"

#define MAX_DEPTH 24u
#define MAX_AUTHORS 40u

/* One object, while it is read: its type may come last. */
typedef struct {
  gboolean is_article;
  char *name;
  char *headline;
  char *published;
  char *publisher;
  GPtrArray *authors;
} Object;

void
purport_linked_data_init (PurportLinkedData *self)
{
  *self = (PurportLinkedData){ .authors = g_ptr_array_new_with_free_func (g_free) };
}

void
purport_linked_data_clear (PurportLinkedData *self)
{
  g_free (self->headline);
  g_free (self->publisher);
  g_free (self->published);
  g_ptr_array_unref (self->authors);
}

static gboolean read_value (PurportLinkedData *self, PurportJsonReader *reader, guint depth);
static gboolean read_object (PurportLinkedData *self, PurportJsonReader *reader, guint depth, char **name);

static char *
read_text (PurportJsonReader *reader)
{
  g_autofree char *raw = purport_json_reader_read_string (reader, NULL);

  return raw != NULL && g_utf8_validate (raw, -1, NULL) ? purport_html_collapse (raw) : NULL;
}

/* Keeps the first text; other kinds of values are read past. */
static gboolean
take_text (PurportJsonReader *reader, char **text)
{
  g_autofree char *value = NULL;

  if (purport_json_reader_peek (reader) != PURPORT_JSON_KIND_STRING)
    return purport_json_reader_skip (reader);
  value = read_text (reader);
  if (value == NULL)
    return FALSE;
  if (*text == NULL && *value != '\0')
    *text = g_steal_pointer (&value);
  return TRUE;
}

static gboolean
is_article_type (const char *type)
{
  return g_str_has_suffix (type, "Article") || strcmp (type, "BlogPosting") == 0 || strcmp (type, "Report") == 0 ||
         strcmp (type, "SocialMediaPosting") == 0 || strcmp (type, "LiveBlogPosting") == 0 ||
         strcmp (type, "WebPage") == 0;
}

static gboolean
read_type (PurportJsonReader *reader, gboolean *is_article)
{
  gboolean is_first = TRUE, has_item = TRUE;

  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_STRING) {
    g_autofree char *type = read_text (reader);
    *is_article = *is_article || (type != NULL && is_article_type (type));
    return type != NULL;
  }
  if (!purport_json_reader_enter (reader, '['))
    return purport_json_reader_skip (reader);
  while (purport_json_reader_next (reader, ']', &is_first, &has_item) && has_item) {
    g_autofree char *type = NULL;
    if (purport_json_reader_peek (reader) != PURPORT_JSON_KIND_STRING)
      return FALSE;
    type = read_text (reader);
    *is_article = *is_article || (type != NULL && is_article_type (type));
  }
  return !has_item;
}

/* A name, an object with a name, or a list of either. */
static gboolean
read_names (PurportLinkedData *self, PurportJsonReader *reader, guint depth, GPtrArray *names)
{
  gboolean is_first = TRUE, has_item = TRUE;
  char *name = NULL;

  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_LIST && depth < MAX_DEPTH) {
    purport_json_reader_enter (reader, '[');
    while (purport_json_reader_next (reader, ']', &is_first, &has_item) && has_item)
      if (!read_names (self, reader, depth + 1, names))
        return FALSE;
    return !has_item;
  }
  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_OBJECT) {
    if (!read_object (self, reader, depth + 1, &name))
      return FALSE;
  } else if (!take_text (reader, &name)) {
    return FALSE;
  }
  if (name != NULL && *name != '\0' && names->len < MAX_AUTHORS)
    g_ptr_array_add (names, name);
  else
    g_free (name);
  return TRUE;
}

static gboolean
read_publisher (PurportLinkedData *self, PurportJsonReader *reader, guint depth, char **publisher)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!read_names (self, reader, depth, names))
    return FALSE;
  if (names->len > 0 && *publisher == NULL)
    *publisher = g_strdup (names->pdata[0]);
  return TRUE;
}

static gboolean
read_member (PurportLinkedData *self, PurportJsonReader *reader, guint depth, Object *object, const char *key)
{
  if (strcmp (key, "@type") == 0)
    return read_type (reader, &object->is_article);
  if (strcmp (key, "name") == 0)
    return take_text (reader, &object->name);
  if (strcmp (key, "headline") == 0)
    return take_text (reader, &object->headline);
  if (strcmp (key, "datePublished") == 0)
    return take_text (reader, &object->published);
  if (strcmp (key, "author") == 0)
    return read_names (self, reader, depth, object->authors);
  if (strcmp (key, "publisher") == 0)
    return read_publisher (self, reader, depth, &object->publisher);
  return read_value (self, reader, depth + 1);
}

static void
keep_article (PurportLinkedData *self, Object *object)
{
  if (self->headline == NULL)
    self->headline = g_steal_pointer (&object->headline);
  if (self->published == NULL)
    self->published = g_steal_pointer (&object->published);
  if (self->publisher == NULL)
    self->publisher = g_steal_pointer (&object->publisher);
  for (guint i = 0; self->authors->len < MAX_AUTHORS && i < object->authors->len; i++)
    if (!g_ptr_array_find_with_equal_func (self->authors, object->authors->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (self->authors, g_strdup (object->authors->pdata[i]));
}

/* @name gets the object's name. */
static gboolean
read_object (PurportLinkedData *self, PurportJsonReader *reader, guint depth, char **name)
{
  Object object = { .authors = g_ptr_array_new_with_free_func (g_free) };
  gboolean is_first = TRUE, has_item = TRUE, is_json = depth < MAX_DEPTH && purport_json_reader_enter (reader, '{');

  while (is_json && has_item) {
    g_autofree char *key = NULL;
    is_json =
        purport_json_reader_next (reader, '}', &is_first, &has_item) &&
        (!has_item || (purport_json_reader_read_key (reader, &key) && read_member (self, reader, depth, &object, key)));
  }
  if (is_json && object.is_article)
    keep_article (self, &object);
  if (is_json && name != NULL)
    *name = g_steal_pointer (&object.name);
  g_free (object.name);
  g_free (object.headline);
  g_free (object.published);
  g_free (object.publisher);
  g_ptr_array_unref (object.authors);
  return is_json;
}

static gboolean
read_value (PurportLinkedData *self, PurportJsonReader *reader, guint depth)
{
  gboolean is_first = TRUE, has_item = TRUE;

  if (depth >= MAX_DEPTH)
    return purport_json_reader_skip (reader);
  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_OBJECT)
    return read_object (self, reader, depth, NULL);
  if (!purport_json_reader_enter (reader, '['))
    return purport_json_reader_skip (reader);
  while (purport_json_reader_next (reader, ']', &is_first, &has_item) && has_item)
    if (!read_value (self, reader, depth + 1))
      return FALSE;
  return !has_item;
}

/* Adds what @json says about articles. O(@n_bytes). */
void
purport_linked_data_read (PurportLinkedData *self, const char *json, gsize n_bytes)
{
  PurportJsonReader reader;

  purport_json_reader_init (&reader, json, n_bytes);
  read_value (self, &reader, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through a JSON-LD document for objects whose type is an article's. What is no JSON ends the search there. */
#include "importers/html-linked-data.h"

#include <string.h>

#include "importers/html-tree.h"
#include "formats/json-reader.h"

#define MAX_DEPTH 24u
#define MAX_AUTHORS 40u

/* Marks an author that is named by the address of another object. */
#define REFERENCE '\x01'

/* How much an object's word counts. */
enum { RANK_NONE, RANK_PAGE, RANK_WORK, RANK_ARTICLE };

/* One object, while it is read: its type may come last. */
typedef struct {
  guint rank;
  gboolean is_person;
  gboolean in_graph; /* a member of the graph itself, not of another object */
  char *id;
  char *name;
  char *headline;
  char *published;
  char *modified;
  char *publisher;
  GPtrArray *authors;
} Object;

void
purport_linked_data_init (PurportLinkedData *self)
{
  *self = (PurportLinkedData){
    .authors = g_ptr_array_new_with_free_func (g_free),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .persons = g_ptr_array_new_with_free_func (g_free),
  };
}

void
purport_linked_data_clear (PurportLinkedData *self)
{
  g_free (self->headline);
  g_free (self->publisher);
  g_free (self->published);
  g_free (self->modified);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->persons);
  g_hash_table_unref (self->names);
}

static gboolean read_value (PurportLinkedData *self, PurportJsonReader *reader, guint depth, gboolean in_graph);
static gboolean
read_object (PurportLinkedData *self, PurportJsonReader *reader, guint depth, gboolean in_graph, char **name);

/* Many systems write HTML's escapes into JSON. */
static char *
read_text (PurportJsonReader *reader)
{
  g_autofree char *raw = purport_json_reader_read_string (reader, NULL), *plain = NULL;

  if (raw == NULL || !g_utf8_validate (raw, -1, NULL))
    return NULL;
  plain = purport_html_unescape (raw);
  return purport_html_collapse (plain);
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

static guint
find_rank (const char *type)
{
  static const char *const works[] = { "Recipe", "Review", "CreativeWork", "Book", "HowTo", "VideoObject", NULL };

  if (g_str_has_suffix (type, "Article") || strcmp (type, "BlogPosting") == 0 || strcmp (type, "Report") == 0 ||
      strcmp (type, "SocialMediaPosting") == 0 || strcmp (type, "LiveBlogPosting") == 0)
    return RANK_ARTICLE;
  if (g_strv_contains (works, type))
    return RANK_WORK;
  return strcmp (type, "WebPage") == 0 ? RANK_PAGE : RANK_NONE;
}

static gboolean
read_one_type (PurportJsonReader *reader, Object *object)
{
  g_autofree char *type = NULL;

  if (purport_json_reader_peek (reader) != PURPORT_JSON_KIND_STRING)
    return FALSE;
  type = read_text (reader);
  if (type == NULL)
    return FALSE;
  object->rank = MAX (object->rank, find_rank (type));
  object->is_person = object->is_person || strcmp (type, "Person") == 0;
  return TRUE;
}

static gboolean
read_type (PurportJsonReader *reader, Object *object)
{
  gboolean is_first = TRUE, has_item = TRUE;

  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_STRING)
    return read_one_type (reader, object);
  if (!purport_json_reader_enter (reader, '['))
    return purport_json_reader_skip (reader);
  while (purport_json_reader_next (reader, ']', &is_first, &has_item) && has_item)
    if (!read_one_type (reader, object))
      return FALSE;
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
    if (!read_object (self, reader, depth + 1, FALSE, &name))
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
    return read_type (reader, object);
  if (strcmp (key, "@id") == 0)
    return take_text (reader, &object->id);
  if (strcmp (key, "name") == 0)
    return take_text (reader, &object->name);
  if (strcmp (key, "headline") == 0)
    return take_text (reader, &object->headline);
  if (strcmp (key, "datePublished") == 0)
    return take_text (reader, &object->published);
  if (strcmp (key, "dateModified") == 0)
    return take_text (reader, &object->modified);
  if (strcmp (key, "author") == 0)
    return read_names (self, reader, depth, object->authors);
  if (strcmp (key, "publisher") == 0)
    return read_publisher (self, reader, depth, &object->publisher);
  return read_value (self, reader, depth + 1, strcmp (key, "@graph") == 0);
}

/* Keeps @value if nothing of the same or a higher rank has been. */
static void
keep (char **kept, char **value, guint *kept_rank, guint rank)
{
  if (*value == NULL || *kept_rank >= rank)
    return;
  g_free (*kept);
  *kept = g_steal_pointer (value);
  *kept_rank = rank;
}

static void
keep_work (PurportLinkedData *self, Object *object)
{
  guint modified_rank = self->modified != NULL ? RANK_ARTICLE : RANK_NONE;

  keep (&self->headline, &object->headline, &self->headline_rank, object->rank);
  keep (&self->published, &object->published, &self->published_rank, object->rank);
  keep (&self->modified, &object->modified, &modified_rank, object->rank);
  if (self->publisher == NULL)
    self->publisher = g_steal_pointer (&object->publisher);
  if (object->authors->len == 0 || self->authors_rank >= object->rank)
    return;
  self->authors_rank = object->rank;
  g_ptr_array_set_size (self->authors, 0);
  for (guint i = 0; i < object->authors->len; i++)
    if (!g_ptr_array_find_with_equal_func (self->authors, object->authors->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (self->authors, g_strdup (object->authors->pdata[i]));
}

static void
keep_object (PurportLinkedData *self, Object *object)
{
  /* An entry of a live blog, or an article that another one speaks of, counts less than what stands by itself. */
  if (!object->in_graph)
    object->rank = MIN (object->rank, RANK_WORK);
  if (object->rank > RANK_NONE)
    keep_work (self, object);
  if (object->id != NULL && object->name != NULL && !g_hash_table_contains (self->names, object->id))
    g_hash_table_insert (self->names, g_strdup (object->id), g_strdup (object->name));
  if (object->is_person && object->in_graph && object->name != NULL && self->persons->len < MAX_AUTHORS)
    g_ptr_array_add (self->persons, g_strdup (object->name));
}

static void
clear_object (Object *object)
{
  g_free (object->id);
  g_free (object->name);
  g_free (object->headline);
  g_free (object->published);
  g_free (object->modified);
  g_free (object->publisher);
  g_ptr_array_unref (object->authors);
}

/* @name: (nullable): gets the object's name, or a reference to the object that has it. */
static gboolean
read_object (PurportLinkedData *self, PurportJsonReader *reader, guint depth, gboolean in_graph, char **name)
{
  Object object = { .in_graph = in_graph, .authors = g_ptr_array_new_with_free_func (g_free) };
  gboolean is_first = TRUE, has_item = TRUE, is_json = depth < MAX_DEPTH && purport_json_reader_enter (reader, '{');

  while (is_json && has_item) {
    g_autofree char *key = NULL;
    is_json =
        purport_json_reader_next (reader, '}', &is_first, &has_item) &&
        (!has_item || (purport_json_reader_read_key (reader, &key) && read_member (self, reader, depth, &object, key)));
  }
  if (is_json)
    keep_object (self, &object);
  if (is_json && name != NULL && object.name != NULL)
    *name = g_steal_pointer (&object.name);
  else if (is_json && name != NULL && object.id != NULL)
    *name = g_strdup_printf ("%c%s", REFERENCE, object.id);
  clear_object (&object);
  return is_json;
}

static gboolean
read_value (PurportLinkedData *self, PurportJsonReader *reader, guint depth, gboolean in_graph)
{
  gboolean is_first = TRUE, has_item = TRUE;

  if (depth >= MAX_DEPTH)
    return purport_json_reader_skip (reader);
  if (purport_json_reader_peek (reader) == PURPORT_JSON_KIND_OBJECT)
    return read_object (self, reader, depth, in_graph, NULL);
  if (!purport_json_reader_enter (reader, '['))
    return purport_json_reader_skip (reader);
  while (purport_json_reader_next (reader, ']', &is_first, &has_item) && has_item)
    if (!read_value (self, reader, depth + 1, in_graph))
      return FALSE;
  return !has_item;
}

/* Adds what @json says about articles. Line breaks in strings, which JSON forbids, are read as spaces. O(@n_bytes). */
void
purport_linked_data_read (PurportLinkedData *self, const char *json, gsize n_bytes)
{
  g_autofree char *copy = g_memdup2 (json, n_bytes);
  const char *begin = copy;
  PurportJsonReader reader;

  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar)copy[i] < 0x20)
      copy[i] = ' ';
  while (begin < copy + n_bytes && *begin != '{' && (*begin != '[' || (begin > copy && begin[-1] == '!')) &&
         !(*begin == '[' && begin > copy && begin[-1] == 'A'))
    begin++; /* a comment, or "<![CDATA[", around it */
  purport_json_reader_init (&reader, begin, n_bytes - (gsize)(begin - copy));
  read_value (self, &reader, 0, TRUE);
}

/* Follows the references to authors; without an author, the one person that the graph has is it. */
void
purport_linked_data_finish (PurportLinkedData *self)
{
  for (guint i = 0; i < self->authors->len;) {
    const char *author = self->authors->pdata[i], *name;
    if (*author != REFERENCE) {
      i++;
      continue;
    }
    name = g_hash_table_lookup (self->names, author + 1);
    if (name == NULL) {
      g_ptr_array_remove_index (self->authors, i);
      continue;
    }
    g_free (self->authors->pdata[i]);
    self->authors->pdata[i++] = g_strdup (name);
  }
  if (self->authors->len == 0 && self->persons->len == 1)
    g_ptr_array_add (self->authors, g_strdup (self->persons->pdata[0]));
}

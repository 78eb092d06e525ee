/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Either an entry or a hit, as the library gave it. */
#include "model/shelf-item.h"

struct _PurportShelfItem {
  GObject parent_instance;
  PurportLibraryEntry *entry; /* either this */
  PurportHit *hit;            /* or this */
  char *file_name;            /* of an article without a title; nullable */
};

G_DEFINE_FINAL_TYPE (PurportShelfItem, purport_shelf_item, G_TYPE_OBJECT)

static void
purport_shelf_item_finalize (GObject *object)
{
  PurportShelfItem *self = PURPORT_SHELF_ITEM (object);

  g_clear_pointer (&self->entry, purport_library_entry_free);
  g_clear_pointer (&self->hit, purport_hit_free);
  g_free (self->file_name);
  G_OBJECT_CLASS (purport_shelf_item_parent_class)->finalize (object);
}

static void
purport_shelf_item_class_init (PurportShelfItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = purport_shelf_item_finalize;
}

static void
purport_shelf_item_init (PurportShelfItem *self)
{
}

/* @entry: (transfer full). Returns: (transfer full): an article of the library. */
PurportShelfItem *
purport_shelf_item_new_for_entry (PurportLibraryEntry *entry)
{
  PurportShelfItem *self = g_object_new (PURPORT_TYPE_SHELF_ITEM, NULL);

  self->entry = entry;
  if (entry->title == NULL && entry->uri != NULL) {
    g_autoptr (GFile) file = g_file_new_for_uri (entry->uri);
    g_autofree char *name = g_file_get_basename (file);
    self->file_name = name != NULL ? g_filename_display_name (name) : NULL;
  }
  return self;
}

/* @hit: (transfer full). Returns: (transfer full): what was found in one. */
PurportShelfItem *
purport_shelf_item_new_for_hit (PurportHit *hit)
{
  PurportShelfItem *self = g_object_new (PURPORT_TYPE_SHELF_ITEM, NULL);

  self->hit = hit;
  return self;
}

/* Returns: the article's number in the library. */
gint64
purport_shelf_item_get_article (PurportShelfItem *self)
{
  return self->entry != NULL ? self->entry->id : self->hit->article;
}

/* Returns: (transfer none) (nullable): the article's title, or else what its file is called. */
const char *
purport_shelf_item_get_title (PurportShelfItem *self)
{
  if (self->entry == NULL)
    return self->hit->title;
  return self->entry->title != NULL ? self->entry->title : self->file_name;
}

/* Returns: (transfer none) (nullable): the article; %NULL for what was found in one. */
const PurportLibraryEntry *
purport_shelf_item_get_entry (PurportShelfItem *self)
{
  return self->entry;
}

/* Returns: (transfer none) (nullable): what was found. */
const PurportHit *
purport_shelf_item_get_hit (PurportShelfItem *self)
{
  return self->hit;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An annotation is never written to once it is in an item: it is replaced, so that threads may share it. */
#include "model/note-item.h"

struct _PurportNoteItem {
  GObject parent_instance;
  PurportAnnotation *annotation;
  PurportNoteState state;
  guint start; /* code points of the article's text; equal to the end: without a place */
  guint end;
};

enum { PROP_0, PROP_STATE, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PurportNoteItem, purport_note_item, G_TYPE_OBJECT)

static void
purport_note_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_uint (value, PURPORT_NOTE_ITEM (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
purport_note_item_finalize (GObject *object)
{
  g_clear_pointer (&PURPORT_NOTE_ITEM (object)->annotation, purport_annotation_free);
  G_OBJECT_CLASS (purport_note_item_parent_class)->finalize (object);
}

static void
purport_note_item_class_init (PurportNoteItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = purport_note_item_get_property;
  object_class->finalize = purport_note_item_finalize;
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, PURPORT_NOTE_PRIVATE, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
purport_note_item_init (PurportNoteItem *self)
{
}

/* @annotation: (transfer full). Returns: (transfer full): the item, without a place yet. */
PurportNoteItem *
purport_note_item_new (PurportAnnotation *annotation, PurportNoteState state)
{
  PurportNoteItem *self = g_object_new (PURPORT_TYPE_NOTE_ITEM, NULL);

  self->annotation = annotation;
  self->state = state;
  return self;
}

/* Returns: (transfer none): the annotation, until it is replaced. */
const PurportAnnotation *
purport_note_item_get_annotation (PurportNoteItem *self)
{
  return self->annotation;
}

/* Replaces the annotation by a newer state of it: (transfer full), on the same words. */
void
purport_note_item_take_annotation (PurportNoteItem *self, PurportAnnotation *annotation)
{
  g_return_if_fail (annotation != NULL && annotation != self->annotation);
  purport_annotation_free (self->annotation);
  self->annotation = annotation;
}

PurportNoteState
purport_note_item_get_state (PurportNoteItem *self)
{
  return self->state;
}

void
purport_note_item_set_state (PurportNoteItem *self, PurportNoteState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Returns: whether the words stand in the text, from the code point @start to before @end; orphaned ones do not. */
gboolean
purport_note_item_get_span (PurportNoteItem *self, guint *start, guint *end)
{
  *start = self->start;
  *end = self->end;
  return self->end > self->start;
}

/* Finds the place in code points of the text that @code_points is of. */
void
purport_note_item_place (PurportNoteItem *self, const PurportCodePoints *code_points)
{
  PurportSpan span = self->annotation->span;

  self->start = self->end = 0;
  if (self->annotation->orphaned)
    return;
  self->start = purport_code_points_from_byte (code_points, span.start_byte);
  self->end = purport_code_points_from_byte (code_points, span.end_byte);
}

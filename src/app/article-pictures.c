/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each picture has a child of the text view at its place, in a frame until it is loaded. Only those near the view are
 * loaded, and those far from it give their pixels back: an illustrated book has more of them than memory.
 */
#include "config.h"

#include "app/article-pictures.h"

#include <glib/gi18n.h>

#include "app/article-paint.h"
#include "app/picture-box.h"

typedef struct {
  guint offset; /* in the buffer */
  PurportPictureBox *box;
} Place;

struct _PurportArticlePictures {
  GtkTextView *view; /* not owned: it owns this */
  GArray *places;    /* (element-type Place): in order */
  int room_width;
  int room_height;
};

/* Returns: (transfer full): pictures of @view, which has to outlive them; none yet. */
PurportArticlePictures *
purport_article_pictures_new (GtkTextView *view)
{
  PurportArticlePictures *self = g_new0 (PurportArticlePictures, 1);

  self->view = view;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->room_width = self->room_height = 400;
  return self;
}

void
purport_article_pictures_free (PurportArticlePictures *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_free (self);
}

/* The character that stands for the picture gives way to an anchor, which is one character too. */
static void
place_box (PurportArticlePictures *self, Place *place)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextChildAnchor *anchor;
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int)place->offset);
  to = from;
  gtk_text_iter_forward_char (&to);
  gtk_text_buffer_delete (buffer, &from, &to);
  anchor = gtk_text_buffer_create_child_anchor (buffer, &from);
  gtk_text_buffer_get_iter_at_child_anchor (buffer, &from, anchor);
  to = from;
  gtk_text_iter_forward_char (&to);
  gtk_text_buffer_apply_tag_by_name (buffer, "picture", &from, &to);
  gtk_text_view_add_child_at_anchor (self->view, GTK_WIDGET (place->box), anchor);
}

/* Puts a box at the place of each picture of @document, with whose text the buffer was just filled. */
void
purport_article_pictures_set (PurportArticlePictures *self, PurportDocument *document)
{
  PurportDisplayText *text = purport_document_get_text (document);
  const GArray *pictures = purport_display_text_get_article (text)->pictures;

  g_array_set_size (self->places, 0);
  for (guint i = 0; i < pictures->len; i++) {
    const PurportPicture *picture = &g_array_index (pictures, PurportPicture, i);
    const char *description = picture->alt != NULL ? picture->alt : _ ("Picture");
    Place place = { purport_display_text_get_picture (text, i), NULL };
    place.box = PURPORT_PICTURE_BOX (purport_picture_box_new (description, _ ("This picture is not shown.")));
    purport_picture_box_set_room (place.box, self->room_width, self->room_height);
    place_box (self, &place);
    g_array_append_val (self->places, place);
  }
}

/* How much room there is for a picture, in pixels. */
void
purport_article_pictures_set_room (PurportArticlePictures *self, int width, int height)
{
  self->room_width = MAX (width, 1);
  self->room_height = MAX (height, 1);
  for (guint i = 0; i < self->places->len; i++)
    purport_picture_box_set_room (g_array_index (self->places, Place, i).box, self->room_width, self->room_height);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each picture has a child of the text view at its place, in a frame until it is loaded. Only those near the view are
 * loaded, one at a time, and those far from it give their pixels back: an illustrated book has more of them than
 * memory.
 */
#include "config.h"

#include "app/article-pictures.h"

#include <glib/gi18n.h>

#include "app/article-paint.h"
#include "app/picture-box.h"
#include "model/picture-loader.h"

/* In characters of the text before and behind what is in view. */
#define NEAR 4000u
#define FAR 40000u

typedef struct {
  guint offset; /* in the buffer */
  PurportPictureBox *box;
  gboolean loaded;
  gboolean hopeless; /* on the net, missing or damaged */
} Place;

struct _PurportArticlePictures {
  GtkTextView *view; /* not owned: it owns this */
  GArray *places;    /* (element-type Place): in order */
  PurportPictureLoader *loader;
  GCancellable *cancellable; /* while one is being loaded */
  guint loading;             /* which */
  int room_width;
  int room_height;
};

/* Returns: (transfer full): pictures of @view, which has to outlive them; none yet. */
PurportArticlePictures *
purport_article_pictures_new (GtkTextView *view)
{
  PurportArticlePictures *self = g_new0 (PurportArticlePictures, 1);

  self->view = view;
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  self->room_width = self->room_height = 400;
  return self;
}

static void
clear (PurportArticlePictures *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->loader, purport_picture_loader_unref);
  g_array_set_size (self->places, 0);
}

void
purport_article_pictures_free (PurportArticlePictures *self)
{
  if (self == NULL)
    return;
  clear (self);
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

static void
add_place (PurportArticlePictures *self, const PurportDisplayText *text, const PurportPicture *picture, guint index)
{
  gboolean on_net = purport_picture_loader_is_on_net (self->loader, index);
  Place place = { .offset = purport_display_text_get_picture (text, index), .hopeless = on_net };

  place.box = PURPORT_PICTURE_BOX (
      purport_picture_box_new (picture->alt != NULL ? picture->alt : _ ("Picture"),
                               on_net ? _ ("This picture is on the web. Nothing is loaded from there unasked.") : ""));
  purport_picture_box_set_room (place.box, self->room_width, self->room_height);
  place_box (self, &place);
  g_array_append_val (self->places, place);
}

/* Puts a box at the place of each picture of @document, with whose text the buffer was just filled. */
void
purport_article_pictures_set (PurportArticlePictures *self, PurportDocument *document)
{
  PurportDisplayText *text = purport_document_get_text (document);
  const PurportArticle *article = purport_display_text_get_article (text);

  clear (self);
  if (article->pictures->len == 0)
    return;
  self->loader = purport_picture_loader_new (article);
  for (guint i = 0; i < article->pictures->len; i++)
    add_place (self, text, &g_array_index (article->pictures, PurportPicture, i), i);
}

static void
show_loaded (PurportArticlePictures *self, Place *place, const PurportBitmap *bitmap, const GError *error)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->view));
  g_autoptr (GdkTexture) texture = NULL;

  if (bitmap == NULL) {
    place->hopeless = TRUE;
    purport_picture_box_set_note (place->box, error->message);
    return;
  }
  place->loaded = TRUE;
  texture = gdk_memory_texture_new ((int)bitmap->width, (int)bitmap->height, GDK_MEMORY_R8G8B8A8, bitmap->pixels,
                                    (gsize)bitmap->width * 4);
  purport_picture_box_set_picture (place->box, GDK_PAINTABLE (texture), (int)bitmap->original_width / scale,
                                   (int)bitmap->original_height / scale);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  PurportArticlePictures *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = purport_picture_loader_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the text is another one, or gone with all this */
  self = data;
  g_clear_object (&self->cancellable);
  show_loaded (self, &g_array_index (self->places, Place, self->loading), bitmap, error);
  purport_article_pictures_update (self);
}

static void
begin_loading (PurportArticlePictures *self, guint index)
{
  guint scale = (guint)gtk_widget_get_scale_factor (GTK_WIDGET (self->view));

  self->loading = index;
  self->cancellable = g_cancellable_new ();
  purport_picture_loader_load_async (self->loader, index, (guint)self->room_width * scale,
                                     (guint)self->room_height * scale, self->cancellable, on_loaded, self);
}

/* To be called when another part of the text comes into view. O(pictures). */
void
purport_article_pictures_update (PurportArticlePictures *self)
{
  guint top, bottom;

  if (self->places->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  purport_article_paint_get_view (self->view, &top, &bottom);
  for (guint i = 0; i < self->places->len; i++) {
    Place *place = &g_array_index (self->places, Place, i);
    if (place->loaded && (place->offset + FAR < top || place->offset > bottom + FAR)) {
      place->loaded = FALSE;
      purport_picture_box_drop_picture (place->box);
    } else if (!place->loaded && !place->hopeless && self->cancellable == NULL && place->offset + NEAR >= top &&
               place->offset <= bottom + NEAR) {
      begin_loading (self, i);
    }
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

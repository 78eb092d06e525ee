/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures are loaded one after the other, and only once the list shows: most readers never look at it. */
#include "config.h"

#include "app/picture-list.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "app/picture-box.h"
#include "model/picture-loader.h"

#define THUMBNAIL_WIDTH 300
#define THUMBNAIL_HEIGHT 200

struct _PurportPictureList {
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *content;
  PurportArticle *article;
  PurportPictureLoader *loader;
  GPtrArray *boxes; /* (element-type PurportPictureBox): owned by @content */
  guint next;       /* the first that is not loaded */
  GCancellable *cancellable;
};

static guint passage_requested_signal;

G_DEFINE_FINAL_TYPE (PurportPictureList, purport_picture_list, GTK_TYPE_WIDGET)

static void load_next (PurportPictureList *self);

static void
show_loaded (PurportPictureBox *box, const PurportBitmap *bitmap, const GError *error)
{
  g_autoptr (GdkTexture) texture = NULL;

  if (bitmap == NULL) {
    purport_picture_box_set_note (box, error->message);
    return;
  }
  texture = gdk_memory_texture_new ((int)bitmap->width, (int)bitmap->height, GDK_MEMORY_R8G8B8A8, bitmap->pixels,
                                    (gsize)bitmap->width * 4);
  purport_picture_box_set_picture (box, GDK_PAINTABLE (texture), (int)bitmap->width, (int)bitmap->height);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  PurportPictureList *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = purport_picture_loader_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* another article, or the list is gone */
  self = data;
  g_clear_object (&self->cancellable);
  show_loaded (g_ptr_array_index (self->boxes, self->next), bitmap, error);
  self->next++;
  load_next (self);
}

static void
load_next (PurportPictureList *self)
{
  while (self->next < self->boxes->len && purport_picture_loader_is_on_net (self->loader, self->next))
    self->next++;
  if (self->next >= self->boxes->len || self->cancellable != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->cancellable = g_cancellable_new ();
  purport_picture_loader_load_async (self->loader, self->next, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, self->cancellable,
                                     on_loaded, self);
}

static void
clear (PurportPictureList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  purport_card_clear (self->content);
  g_ptr_array_set_size (self->boxes, 0);
  self->next = 0;
  g_clear_pointer (&self->loader, purport_picture_loader_unref);
  g_clear_pointer (&self->article, purport_article_unref);
}

static void
on_clicked (GtkWidget *link, PurportPictureList *self)
{
  g_signal_emit (self, passage_requested_signal, 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (link), "start")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (link), "end")));
}

/* Returns: (transfer full): the caption, or else the description, or else that there is neither. */
static char *
dup_words (const PurportArticle *article, const PurportPicture *picture)
{
  if (!purport_span_is_empty (picture->caption)) {
    char *caption = purport_article_dup_span (article, picture->caption);
    return g_strdelimit (caption, "\n\t", ' ');
  }
  return g_strdup (picture->alt != NULL ? picture->alt : _ ("A picture without a caption"));
}

static void
append_picture (PurportPictureList *self, const PurportCodePoints *code_points, guint index)
{
  const PurportPicture *picture = &g_array_index (self->article->pictures, PurportPicture, index);
  gboolean on_net = purport_picture_loader_is_on_net (self->loader, index);
  g_autofree char *words = dup_words (self->article, picture);
  PurportSpan place =
      purport_span_is_empty (picture->caption) ? (PurportSpan){ picture->at_byte, picture->at_byte } : picture->caption;
  GtkWidget *box, *link;

  box = purport_picture_box_new (words,
                                 on_net ? _ ("This picture is on the web. Nothing is loaded from there unasked.") : "");
  purport_picture_box_set_room (PURPORT_PICTURE_BOX (box), THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 10);
  gtk_box_append (self->content, box);
  g_ptr_array_add (self->boxes, box);
  link = purport_card_append_link (self->content, words);
  g_object_set_data (G_OBJECT (link), "start",
                     GUINT_TO_POINTER (purport_code_points_from_byte (code_points, place.start_byte)));
  g_object_set_data (G_OBJECT (link), "end",
                     GUINT_TO_POINTER (purport_code_points_from_byte (code_points, place.end_byte)));
  g_signal_connect (link, "clicked", G_CALLBACK (on_clicked), self);
  if (picture->credit != NULL)
    purport_card_append_label (self->content, picture->credit, "card-note");
}

static void
purport_picture_list_dispose (GObject *object)
{
  PurportPictureList *self = PURPORT_PICTURE_LIST (object);

  if (self->scroller != NULL) {
    clear (self);
    g_clear_pointer (&self->scroller, gtk_widget_unparent);
  }
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  G_OBJECT_CLASS (purport_picture_list_parent_class)->dispose (object);
}

static void
purport_picture_list_class_init (PurportPictureListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_picture_list_dispose;
  passage_requested_signal = g_signal_new ("passage-requested", PURPORT_TYPE_PICTURE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
purport_picture_list_init (PurportPictureList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "claim-card");
  self->boxes = g_ptr_array_new ();
  self->content = GTK_BOX (box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (load_next), NULL);
}

/**
 * purport_picture_list_set_document:
 * @document: (nullable): whose pictures to list
 *
 * Returns: how many there are
 */
guint
purport_picture_list_set_document (PurportPictureList *self, PurportDocument *document)
{
  const PurportDisplayText *text = document != NULL ? purport_document_get_text (document) : NULL;

  clear (self);
  if (text == NULL)
    return 0;
  self->article = purport_document_dup_article (document);
  if (self->article == NULL || self->article->pictures->len == 0)
    return 0;
  self->loader = purport_picture_loader_new (self->article);
  for (guint i = 0; i < self->article->pictures->len; i++)
    append_picture (self, purport_display_text_get_code_points (text), i);
  load_next (self);
  return self->boxes->len;
}

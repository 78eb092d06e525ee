/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures from wherever an article may have them, and from nowhere else. The worker is the one of the build tree. */
#include "formats/picture-load.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "formats/import.h"
#include "formats/load.h"
#include "support/images.h"
#include "support/paper.h"
#include "support/support.h"
#include "support/zip.h"

#define PROSE "People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found."
#define MANY_WORDS PROSE " " PROSE " " PROSE

static PurportImporter *importer;

typedef struct {
  char *folder; /* with "page" in it, and a picture beside "page" */
  char *page_folder;
} Fixture;

static void
write_bytes (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  g_assert_true (g_file_set_contents (path, data, (gssize)n_bytes, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = purport_test_make_png (80, 60);
  g_autofree char *files = NULL, *link = NULL;

  fixture->folder = g_dir_make_tmp ("purport-pictures-XXXXXX", NULL);
  fixture->page_folder = g_build_filename (fixture->folder, "page", NULL);
  files = g_build_filename (fixture->page_folder, "a b_files", NULL);
  g_assert_cmpint (g_mkdir_with_parents (files, 0700), ==, 0);
  write_bytes (fixture->folder, "secret.png", picture);
  write_bytes (files, "socks.png", picture);
  link = g_build_filename (files, "link.png", NULL);
  g_assert_cmpint (symlink ("../../secret.png", link), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  purport_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->page_folder);
}

/* As the program opens it: the file is written, and the article knows its address. */
static PurportArticle *
open_file (const Fixture *fixture, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (fixture->page_folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PurportArticle *article;

  write_bytes (fixture->page_folder, name, bytes);
  article = purport_import_article (importer, bytes, uri, NULL, name, NULL, &error);
  g_assert_no_error (error);
  return article;
}

static PurportArticle *
open_page (const Fixture *fixture, const char *images)
{
  g_autofree char *html = g_strdup_printf ("<!doctype html><title>Warm feet</title><article><h1>Warm feet</h1><p>%s</p>"
                                           "%s<p>%s</p></article>",
                                           MANY_WORDS, images, MANY_WORDS);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  return open_file (fixture, "page.html", bytes);
}

static PurportBitmap *
load (const PurportArticle *article, guint index, GError **error)
{
  g_assert_cmpuint (index, <, article->pictures->len);
  return purport_picture_load (importer, article, &g_array_index (article->pictures, PurportPicture, index), NULL, 40,
                               40, PURPORT_PICTURE_DEFAULT, NULL, error);
}

static void
check_shown (const PurportArticle *article, guint index, guint width, guint height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = load (article, index, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bitmap->width, ==, width);
  g_assert_cmpuint (bitmap->height, ==, height);
  g_assert_cmpuint (*(const guint8 *)g_bytes_get_data (bitmap->pixels, NULL), >, 180);
}

static void
check_refused (const PurportArticle *article, guint index, PurportFormatsError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (article, index, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PurportArticle) article =
      open_page (fixture, "<figure><img src='a%20b_files/socks.png?x=1' alt='Socks'><figcaption>Two socks."
                          "</figcaption></figure><img srcset='a%20b_files/socks.png 400w, b.png 800w'>");
  const PurportPicture *picture = &g_array_index (article->pictures, PurportPicture, 0);

  g_assert_cmpstr (picture->alt, ==, "Socks");
  g_assert_false (purport_span_is_empty (picture->caption));
  g_assert_false (purport_picture_is_on_net (article, picture));
  check_shown (article, 0, 40, 30);
  check_shown (article, 1, 40, 30);
}

static void
test_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *secret = g_build_filename (fixture->folder, "secret.png", NULL);
  g_autofree char *images = g_strdup_printf ("<img src='../secret.png'><img src='file://%s'>"
                                             "<img src='a%%20b_files/link.png'><img src='a%%20b_files/none.png'>"
                                             "<img src='file:///dev/zero'><img src='a%%20b_files'>",
                                             secret);
  g_autoptr (PurportArticle) article = open_page (fixture, images);

  for (guint i = 0; i < 3; i++)
    check_refused (article, i, PURPORT_FORMATS_ERROR_PERMISSION, "outside");
  check_refused (article, 3, PURPORT_FORMATS_ERROR_NOT_FOUND, "none.png");
  check_refused (article, 4, PURPORT_FORMATS_ERROR_PERMISSION, "outside");
  check_refused (article, 5, PURPORT_FORMATS_ERROR_NOT_A_FILE, "folder");
}

/* A page of the net leads to no file. */
static void
test_from_net (Fixture *fixture, gconstpointer data)
{
  g_autofree char *html = g_strdup_printf ("<title>Warm feet</title><p>%s</p><img src='file:///etc/passwd'>"
                                           "<img src='/socks.png'><p>%s</p>",
                                           MANY_WORDS, MANY_WORDS);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (PurportArticle) article =
      purport_import_article (importer, bytes, "https://example.org/a", "text/html", "a", NULL, NULL);

  check_refused (article, 0, PURPORT_FORMATS_ERROR_NOT_FOUND, "passwd");
  g_assert_true (purport_picture_is_on_net (article, &g_array_index (article->pictures, PurportPicture, 1)));
  check_refused (article, 1, PURPORT_FORMATS_ERROR_UNSUPPORTED, "on the net");
}

static char *
encode (GBytes *bytes)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  return g_base64_encode (data, n_bytes);
}

static void
test_data_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = purport_test_make_jpeg (80, 60, 0, FALSE);
  g_autofree char *base64 = encode (picture);
  g_autofree char *images = g_strdup_printf ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"
                                             "<img src='data:image/jpeg;base64,%s' alt='Socks'>"
                                             "<img src='data:image/svg+xml;base64,%s'>",
                                             base64, base64);
  g_autoptr (PurportArticle) article = open_page (fixture, images);

  g_assert_cmpuint (article->pictures->len, ==, 1); /* neither the one that holds a place nor the drawing */
  check_shown (article, 0, 40, 30);
}

static void
test_mhtml (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = purport_test_make_webp (80, 60), bytes = NULL;
  g_autofree char *base64 = encode (picture);
  g_autofree char *letter = g_strdup_printf (
      "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://example.org/a\r\n"
      "Content-Type: multipart/related; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/html\r\n"
      "Content-Location: https://example.org/a\r\n\r\n<title>Warm feet</title><p>" MANY_WORDS
      "</p><img src='/socks.webp'>"
      "<img src='cid:two@example'><img src='/none.png'><p>" MANY_WORDS "</p>\r\n--xx\r\nContent-Type: image/webp\r\n"
      "Content-Transfer-Encoding: base64\r\nContent-Location: https://example.org/socks.webp\r\n\r\n%s\r\n--xx\r\n"
      "Content-Type: image/webp\r\nContent-ID: <two@example>\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n--xx--",
      base64, base64);
  g_autoptr (PurportArticle) article = NULL;

  bytes = g_bytes_new (letter, strlen (letter));
  article = open_file (fixture, "page.mhtml", bytes);
  g_assert_cmpstr (article->media_type, ==, "multipart/related");
  check_shown (article, 0, 40, 30);
  check_shown (article, 1, 40, 30);
  check_refused (article, 2, PURPORT_FORMATS_ERROR_NOT_FOUND, "none.png");
}

static void
add_picture (PurportTestZip *zip, const char *name)
{
  g_autoptr (GBytes) picture = purport_test_make_png (80, 60);
  gsize n_bytes;
  const void *data = g_bytes_get_data (picture, &n_bytes);

  purport_test_zip_add (zip, name, data, n_bytes);
}

static void
test_epub (Fixture *fixture, gconstpointer data)
{
  PurportTestZip *zip = purport_test_zip_new ("application/epub+zip");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PurportArticle) article = NULL;

  purport_test_zip_add_text (zip, "META-INF/container.xml",
                             "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>");
  purport_test_zip_add_text (zip, "OEBPS/book.opf",
                             "<package><manifest><item id='a' href='text/one.xhtml'/></manifest><spine><itemref "
                             "idref='a'/></spine></package>");
  purport_test_zip_add_text (zip, "OEBPS/text/one.xhtml",
                             "<html><body><p>" PROSE "</p><img src='../pic/a.png'/><img src='../../../b.png'/>"
                             "<img src='https://example.org/c.png'/></body></html>");
  add_picture (zip, "OEBPS/pic/a.png");
  bytes = purport_test_zip_finish (zip);
  article = open_file (fixture, "book.epub", bytes);
  check_shown (article, 0, 40, 30);
  check_refused (article, 1, PURPORT_FORMATS_ERROR_NOT_FOUND, "b.png");
  check_refused (article, 2, PURPORT_FORMATS_ERROR_UNSUPPORTED, "on the net");
}

static void
test_docx (Fixture *fixture, gconstpointer data)
{
  PurportTestZip *zip = purport_test_zip_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PurportArticle) article = NULL;

  purport_test_zip_add_text (zip, "[Content_Types].xml", "<Types/>");
  purport_test_zip_add_text (zip, "word/document.xml",
                             "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                             "xmlns:a='urn:a' xmlns:r='urn:r'><w:body><w:p><w:r><w:t>" PROSE
                             "</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip r:embed='r1'/></w:drawing></w:r></w:p>"
                             "</w:body></w:document>");
  purport_test_zip_add_text (zip, "word/_rels/document.xml.rels",
                             "<Relationships><Relationship Id='r1' Target='media/a.png'/></Relationships>");
  add_picture (zip, "word/media/a.png");
  bytes = purport_test_zip_finish (zip);
  article = open_file (fixture, "text.docx", bytes);
  check_shown (article, 0, 40, 30);
}

/* The picture of the paper is 64 by 32 pixels and red. */
static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  const PurportPaperPart parts[] = {
    { PURPORT_PAPER_TITLE, "Warm feet" },
    { PURPORT_PAPER_PARAGRAPH, PROSE },
    { PURPORT_PAPER_CAPTION, "Figure 1. Socks." },
  };
  g_autoptr (GBytes) bytes = purport_test_make_paper (parts, G_N_ELEMENTS (parts), 1);
  g_autoptr (PurportArticle) article = open_file (fixture, "paper.pdf", bytes);

  g_assert_false (purport_span_is_empty (g_array_index (article->pictures, PurportPicture, 0).caption));
  check_shown (article, 0, 40, 20);
}

/* What the caller has at hand need not be in a file. */
static void
test_bytes_at_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = purport_test_make_jpeg (80, 60, 0, TRUE), bytes = NULL;
  g_autofree char *base64 = encode (picture);
  g_autofree char *html = g_strdup_printf (
      "<title>Warm feet</title><p>%s</p><img src='data:image/jpeg;base64,%s'><p>%s", MANY_WORDS, base64, MANY_WORDS);
  g_autoptr (PurportArticle) article = NULL;
  g_autoptr (PurportBitmap) bitmap = NULL;
  g_autoptr (GError) error = NULL;

  bytes = g_bytes_new (html, strlen (html));
  article = purport_import_article (importer, bytes, NULL, "text/html", "a", NULL, NULL);
  check_refused (article, 0, PURPORT_FORMATS_ERROR_NOT_FOUND, "not at hand");
  bitmap = purport_picture_load (importer, article, &g_array_index (article->pictures, PurportPicture, 0), bytes, 2048,
                                 2048, PURPORT_PICTURE_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bitmap->width, ==, 80);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = purport_test_make_png (80, 60);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (picture, 0, g_bytes_get_size (picture) / 2);
  g_autoptr (PurportArticle) article = NULL;

  write_bytes (fixture->page_folder, "cut.png", cut);
  article = open_page (fixture, "<img src='cut.png'><img src='page.html'>");
  check_refused (article, 0, PURPORT_FORMATS_ERROR_IO, "damaged");
  check_refused (article, 1, PURPORT_FORMATS_ERROR_UNSUPPORTED, "web page");
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  importer = purport_importer_new (1, PURPORT_IMPORT_DEFAULT);
  add ("/picture-load/beside", test_beside);
  add ("/picture-load/outside", test_outside);
  add ("/picture-load/from-net", test_from_net);
  add ("/picture-load/data-address", test_data_address);
  add ("/picture-load/mhtml", test_mhtml);
  add ("/picture-load/epub", test_epub);
  add ("/picture-load/docx", test_docx);
  add ("/picture-load/pdf", test_pdf);
  add ("/picture-load/bytes-at-hand", test_bytes_at_hand);
  add ("/picture-load/damaged", test_damaged);
  status = g_test_run ();
  purport_importer_unref (importer);
  return status;
}

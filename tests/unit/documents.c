/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-books, office documents, Markdown and saved pages: what is read of them, and what is refused. */
#include <string.h>

#include "importers/importers.h"
#include "support/zip.h"

#define PROSE "People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found."
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define O                                                                                                              \
  "xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:style=\"urn:s\" xmlns:table=\"urn:tb\" xmlns:xlink=\"urn:x\""

/* A file of an archive. */
typedef struct {
  const char *name;
  const char *contents;
} File;

/* @media_type: (nullable): stands in the archive as "mimetype"; @zeros: MiB of them in a last file */
static GBytes *
make_zip (const char *media_type, const File *files, guint n_files, guint zeros)
{
  PurportTestZip *zip = purport_test_zip_new (media_type);

  for (guint i = 0; i < n_files; i++)
    purport_test_zip_add_text (zip, files[i].name, files[i].contents);
  if (zeros > 0) {
    g_autofree char *block = g_malloc0 ((gsize)zeros << 20);
    purport_test_zip_add (zip, "word/document.xml", block, (gsize)zeros << 20);
  }
  return purport_test_zip_finish (zip);
}

static PurportArticle *
import (GBytes *bytes, const char *uri, GError **error)
{
  const PurportImportRequest request = { .uri = uri, .display_name = "file" };
  return purport_importers_import (bytes, &request, error);
}

static PurportArticle *
import_zip (const char *media_type, const File *files, guint n_files)
{
  g_autoptr (GBytes) bytes = make_zip (media_type, files, n_files, 0);
  g_autoptr (GError) error = NULL;
  PurportArticle *article = import (bytes, NULL, &error);

  g_assert_no_error (error);
  return article;
}

static void
check_refused (GBytes *bytes, PurportFormatsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (import (bytes, NULL, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, "file"));
}

/* "kind: text" for each block, a line for each. */
static void
check_blocks (const PurportArticle *article, const char *expected)
{
  static const char *const kinds[] = { "title",     "byline",    "date",    "heading", "paragraph",
                                       "quotation", "list-item", "caption", "table",   "boilerplate" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    g_autofree char *text = purport_article_dup_span (article, block->span);
    g_string_append_printf (out, "%s: %s\n", kinds[block->kind], text);
  }
  g_assert_cmpstr (out->str, ==, expected);
}

/* --- e-books ---------------------------------------------------------------------------------------------------- */

#define CONTAINER                                                                                                      \
  "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "                           \
  "full-path='OEBPS/book.opf'/></rootfiles></container>"
#define PACKAGE(manifest, spine)                                                                                       \
  "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Warm Feet</dc:title>"                      \
  "<dc:creator>Mira Hale</dc:creator><dc:creator>Bo Lund</dc:creator><dc:date>2019-03-14</dc:date>"                    \
  "<dc:publisher>Kelp Press</dc:publisher></metadata><manifest>" manifest "</manifest><spine>" spine                   \
  "</spine></package>"

static void
test_epub (void)
{
  const File files[] = {
    { "META-INF/container.xml", CONTAINER },
    { "OEBPS/book.opf", PACKAGE ("<item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='text/one.xhtml'/>"
                                 "<item id='b' href='text/../text/two.xhtml'/><item id='c' href='../../etc/passwd'/>",
                                 "<itemref idref='n'/><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/>") },
    { "OEBPS/nav.xhtml", "<html><body><nav><a href='text/one.xhtml'>One</a><a href='text/two.xhtml#x'>Another "
                         "night</a></nav></body></html>" },
    { "OEBPS/text/one.xhtml",
      "<?xml version='1.0'?><html><head><title/></head><body><h1>One night</h1><p>" PROSE "</p><p><a id='x'/>Tea, <a "
      "href='https://example.org/tea'>they say</a>, <a href='two.xhtml'>helps</a>.</p><img src='../pic/a.png' "
      "alt='Socks'/></body></html>" },
    { "OEBPS/text/two.xhtml", "<html><body><p>" PROSE "</p></body></html>" },
    { "../../outside.xhtml", "<p>Never read.</p>" },
  };
  g_autoptr (PurportArticle) article = import_zip ("application/epub+zip", files, G_N_ELEMENTS (files));

  check_blocks (article, "title: Warm Feet\nbyline: Mira Hale, Bo Lund\nheading: One night\nparagraph: " PROSE
                         "\nparagraph: Tea, they say, helps.\nheading: Another night\nparagraph: " PROSE "\n");
  g_assert_cmpstr (article->bylines[1], ==, "Bo Lund");
  g_assert_cmpstr (article->publisher, ==, "Kelp Press");
  g_assert_cmpstr (article->published, ==, "2019-03-14");
  g_assert_cmpuint (article->links->len, ==, 1);
  g_assert_cmpstr (g_array_index (article->pictures, PurportPicture, 0).uri, ==, "OEBPS/pic/a.png");
}

static void
test_epub_protected (void)
{
  const File files[] = {
    { "META-INF/container.xml", CONTAINER },
    { "META-INF/encryption.xml", "<encryption><EncryptedData><CipherData><CipherReference URI='OEBPS/a.xhtml'/>"
                                 "</CipherData></EncryptedData></encryption>" },
    { "OEBPS/book.opf", PACKAGE ("<item id='a' href='a.xhtml'/>", "<itemref idref='a'/>") },
  };
  g_autoptr (GBytes) bytes = make_zip ("application/epub+zip", files, G_N_ELEMENTS (files), 0);

  check_refused (bytes, PURPORT_FORMATS_ERROR_PROTECTED);
}

static void
test_epub_incomplete (void)
{
  const File files[] = { { "META-INF/container.xml", CONTAINER }, { "OEBPS/book.opf", PACKAGE ("", "") } };
  g_autoptr (GBytes) whole = make_zip ("application/epub+zip", files, G_N_ELEMENTS (files), 0);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, 150);

  check_refused (whole, PURPORT_FORMATS_ERROR_IO);
  check_refused (half, PURPORT_FORMATS_ERROR_IO);
}

/* --- office documents -------------------------------------------------------------------------------------------- */

static void
test_docx (void)
{
  const File files[] = {
    { "word/document.xml",
      "<w:document " W "><w:body><w:p><w:pPr><w:pStyle w:val='Titel'/></w:pPr><w:r><w:t>Warm feet</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>By Mira Hale</w:t></w:r></w:p><w:p><w:r><w:t>14 March 2019</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>The trial</w:t></w:r></w:p>"
      "<w:p><w:r><w:t xml:space='preserve'>Seven </w:t></w:r><w:del><w:r><w:delText>or eight </w:delText></w:r></w:del>"
      "<w:hyperlink id='r1'><w:r><w:t>minutes</w:t></w:r></w:hyperlink><w:r><w:t> earlier.</w:t></w:r></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Socks</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc>"
      "</w:tr></w:tbl><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t></w:r></w:p></w:body></w:document>" },
    { "word/styles.xml", "<w:styles " W "><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style><w:style "
                         "w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>" },
    { "word/_rels/document.xml.rels", "<R><Relationship Id='r1' Target='https://example.org/trial'/></R>" },
    { "word/footnotes.xml", "<w:footnotes " W "><w:footnote w:type='separator'><w:p><w:r><w:t>x</w:t></w:r></w:p>"
                            "</w:footnote><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>"
                            "</w:footnotes>" },
    { "docProps/core.xml", "<c xmlns:dc='x'><dc:creator>user</dc:creator></c>" },
  };
  g_autoptr (PurportArticle) article = import_zip (NULL, files, G_N_ELEMENTS (files));

  check_blocks (article, "title: Warm feet\nbyline: By Mira Hale\ndate: 14 March 2019\nheading: The trial\nparagraph: "
                         "Seven minutes earlier.\ntable: Socks\t7\nlist-item: One\nparagraph: A note.\n");
  g_assert_cmpstr (article->title, ==, "Warm feet");
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_cmpstr (article->published, ==, "2019-03-14");
  g_assert_cmpstr (g_array_index (article->links, PurportLink, 0).uri, ==, "https://example.org/trial");
}

static void
test_odt (void)
{
  const File files[] = {
    { "content.xml",
      "<d " O "><style:style style:name='P1' style:parent-style-name='Title'/><office:text>"
      "<text:p text:style-name='P1'>Warm feet</text:p><text:h>The trial</text:h><text:p>Seven<text:s/>minutes <text:a "
      "xlink:href='https://example.org/x'>earlier</text:a>.<text:note><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:list><text:list-item>"
      "<text:p>One</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Socks"
      "</text:p></table:table-cell><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row>"
      "</table:table></office:text></d>" },
    { "meta.xml", "<m xmlns:meta='m'><meta:initial-creator>Mira Hale</meta:initial-creator></m>" },
  };
  g_autoptr (PurportArticle) article =
      import_zip ("application/vnd.oasis.opendocument.text", files, G_N_ELEMENTS (files));

  check_blocks (article, "title: Warm feet\nheading: The trial\nparagraph: Seven minutes earlier.\nlist-item: One\n"
                         "table: Socks\t7\nparagraph: A note.\n");
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_cmpuint (article->links->len, ==, 1);
}

static void
test_odt_protected (void)
{
  const File files[] = {
    { "META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>" },
    { "content.xml", "not XML: it is encrypted" },
  };
  g_autoptr (GBytes) bytes = make_zip ("application/vnd.oasis.opendocument.text", files, G_N_ELEMENTS (files), 0);

  check_refused (bytes, PURPORT_FORMATS_ERROR_PROTECTED);
}

/* Entities that grow, and a small file that grows to gigabytes. */
static void
test_bombs (void)
{
  const File entities = { "word/document.xml",
                          "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                          "<w:document " W "><w:body><w:p><w:r><w:t>&b;&b;</w:t></w:r></w:p></w:body></w:document>" };
  const File harmless = { "word/styles.xml", "<s/>" };
  g_autoptr (GBytes) first = make_zip (NULL, &entities, 1, 0), second = make_zip (NULL, &harmless, 1, 120);

  check_refused (first, PURPORT_FORMATS_ERROR_IO);
  g_assert_cmpuint (g_bytes_get_size (second), <, 200000);
  check_refused (second, PURPORT_FORMATS_ERROR_TOO_LARGE);
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static PurportArticle *
import_text (const char *text, const char *uri)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PurportArticle *article = import (bytes, uri, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_markdown (void)
{
  g_autoptr (PurportArticle) article =
      import_text ("---\nauthor: \"Mira Hale\"\ndate: 2019-03-14\n---\n# Warm feet\n\nSeven **minutes**, says [a "
                   "trial](trial.html).\n\n* One\n* Two\n\n> Quoted.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
                   "https://example.org/a/");

  check_blocks (article, "title: Warm feet\nparagraph: Seven minutes, says a trial.\nlist-item: One\nlist-item: Two\n"
                         "quotation: Quoted.\ntable: a\tb\ntable: 1\t2\n");
  g_assert_cmpstr (article->media_type, ==, "text/markdown");
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_cmpstr (article->published, ==, "2019-03-14");
  g_assert_cmpstr (g_array_index (article->links, PurportLink, 0).uri, ==, "https://example.org/a/trial.html");
}

static void
test_mhtml (void)
{
  g_autoptr (PurportArticle) article = import_text (
      "From: <Saved>\r\nSnapshot-Content-Location: https://example.org/2019/03/14/a/\r\nSubject: Warm feet\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--xx\"\r\n\r\n----xx\r\n"
      "Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<html><title>Warm feet</title><p>Caf=E9. " PROSE " Earlier, =\r\nand <a href=3D\"b\">more</a>.</p></html>\r\n"
      "----xx\r\nContent-Type: image/png\r\n\r\nx\r\n----xx--\r\n",
      "file:///a.mhtml");

  g_assert_nonnull (strstr (article->text, "Café. " PROSE " Earlier, and more."));
  g_assert_cmpstr (article->uri, ==, "file:///a.mhtml");
  g_assert_cmpstr (article->published, ==, "2019-03-14");
  g_assert_cmpstr (g_array_index (article->links, PurportLink, 0).uri, ==, "https://example.org/2019/03/14/a/b");
}

/* Nothing at all, as each kind of document. */
static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);

  for (guint i = 0; i < PURPORT_FORMAT_UNREADABLE; i++) {
    const PurportImportRequest request = { .display_name = "file", .format = (PurportFormat)i, .has_format = TRUE };
    g_autoptr (GError) error = NULL;
    g_assert_null (purport_importers_import (bytes, &request, &error));
    g_assert_nonnull (error);
  }
}

/* "Tea cools." as zstd compresses it; gzip is tested where files are loaded. */
static void
test_zstd (void)
{
  static const guint8 zstd[] = { 0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x0B, 0x59, 0x00, 0x00, 'T',  'e',  'a',
                                 ' ',  'c',  'o',  'o',  'l',  's',  '.',  '\n', 0xBD, 0x76, 0xFA, 0x4B };
  g_autoptr (GBytes) bytes = g_bytes_new_static (zstd, sizeof zstd);
  g_autoptr (GBytes) cut = g_bytes_new_static (zstd, 15);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = import (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "Tea cools.\n");
  check_refused (cut, PURPORT_FORMATS_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/epub", test_epub);
  g_test_add_func ("/documents/epub-protected", test_epub_protected);
  g_test_add_func ("/documents/epub-incomplete", test_epub_incomplete);
  g_test_add_func ("/documents/docx", test_docx);
  g_test_add_func ("/documents/odt", test_odt);
  g_test_add_func ("/documents/odt-protected", test_odt_protected);
  g_test_add_func ("/documents/bombs", test_bombs);
  g_test_add_func ("/documents/markdown", test_markdown);
  g_test_add_func ("/documents/mhtml", test_mhtml);
  g_test_add_func ("/documents/empty", test_empty);
  g_test_add_func ("/documents/zstd", test_zstd);
  return g_test_run ();
}

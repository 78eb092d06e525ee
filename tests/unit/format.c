/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of file some bytes are. */
#include "formats/format.h"

#include <string.h>

static void
check (const char *data, gsize n_bytes, PurportFormat format)
{
  const char *what;
  g_assert_cmpint (purport_format_detect (data, n_bytes, &what), ==, format);
}

static void
check_text (const char *text, PurportFormat format)
{
  check (text, strlen (text), format);
}

static void
test_pages (void)
{
  check_text ("<!DOCTYPE html>", PURPORT_FORMAT_HTML);
  check_text ("\n <html>", PURPORT_FORMAT_HTML);
  check_text ("<?xml version=\"1.0\"?>\n<!doctype html PUBLIC>", PURPORT_FORMAT_HTML);
  check_text ("\xEF\xBB\xBF<head>", PURPORT_FORMAT_HTML);
  check_text ("<!-- saved -->\n<!-- twice --> <style>a{}</style>", PURPORT_FORMAT_HTML);
  check_text ("<div class=a>Tea</div>", PURPORT_FORMAT_HTML);
  check_text ("From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", PURPORT_FORMAT_MHTML);
}

static void
test_texts (void)
{
  check_text ("", PURPORT_FORMAT_TEXT);
  check_text ("Tea < milk", PURPORT_FORMAT_TEXT);
  check_text ("<em>Tea</em>", PURPORT_FORMAT_TEXT);
  check_text ("doctype html", PURPORT_FORMAT_TEXT);
  check_text ("#1 of the charts\n\nTea (see [1]) is first.\n* one\n* two\n", PURPORT_FORMAT_TEXT);
  check_text ("# Tea\n\nIt **cools**, [they say](https://example.org/).\n", PURPORT_FORMAT_MARKDOWN);
}

static void
test_others (void)
{
  static const char book[] = "PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/epub+zip";
  static const char word[] = "PK\x03\x04\x14\0\0\0\0\0[Content_Types].xml\0\0word/document.xml";
  static const char archive[] = "PK\x03\x04\x14\0\0\0\0\0tea.txt";

  check (book, sizeof book, PURPORT_FORMAT_EPUB);
  check (word, sizeof word, PURPORT_FORMAT_DOCX);
  check (archive, sizeof archive, PURPORT_FORMAT_UNREADABLE);
  check_text ("%PDF-1.7", PURPORT_FORMAT_PDF);
  check_text ("\x1F\x8B\x08", PURPORT_FORMAT_GZIP);
  check_text ("\x28\xB5\x2F\xFD", PURPORT_FORMAT_ZSTD);
  check_text ("GIF89a", PURPORT_FORMAT_UNREADABLE);
}

static void
test_media_types (void)
{
  PurportFormat format;

  g_assert_true (purport_format_from_media_type ("Application/PDF", &format));
  g_assert_cmpint (format, ==, PURPORT_FORMAT_PDF);
  g_assert_false (purport_format_from_media_type ("image/png", &format));
  g_assert_cmpstr (purport_format_get_media_type (PURPORT_FORMAT_MARKDOWN), ==, "text/markdown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/pages", test_pages);
  g_test_add_func ("/format/texts", test_texts);
  g_test_add_func ("/format/others", test_others);
  g_test_add_func ("/format/media-types", test_media_types);
  return g_test_run ();
}

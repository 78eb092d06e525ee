/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports: what stands in them can be read back, and nothing of an article is taken for markup or a formula. */
#include "formats/export.h"

#include <json-glib/json-glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "support/reader.h"

#define TEXT                                                                                                           \
  "=Lakes <b>freeze</b> \"later\" & *more*\n"                                                                          \
  "“The ice may be thinner too,” said Nora Lindqvist, a limnologist at Calder University.\n"                       \
  "=SUM(A1) lakes in the north freeze eleven days later, according to a study.\n"                                      \
  "But Tomas Reyes of the Harwick Institute said the ice is not thinner.\n"

typedef struct {
  PurportReading *reading;
  GPtrArray *annotations;
} Fixture;

static PurportAnnotation *
annotate (const PurportReading *reading, PurportAnnotationKind kind, const char *words, const char *id)
{
  const char *at = strstr (reading->article->text, words);
  gsize start = (gsize)(at - reading->article->text);
  PurportAnnotation *annotation =
      purport_annotation_new (kind, reading->article, purport_span (start, start + strlen (words)), 1700000000);

  annotation->id = g_strdup (id);
  return annotation;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  PurportAnnotation *note, *judgement;

  fixture->reading = purport_test_read (TEXT);
  fixture->reading->article->title = g_strdup ("=Lakes <b>freeze</b> \"later\" & *more*");
  fixture->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_annotation_free);
  note = annotate (fixture->reading, PURPORT_ANNOTATION_NOTE, "thinner too", "00000000-0000-4000-8000-000000000001");
  note->body = g_strdup ("<script>alert(1)</script>\n# not a heading");
  judgement = annotate (fixture->reading, PURPORT_ANNOTATION_JUDGEMENT, "The ice may be thinner too",
                        "00000000-0000-4000-8000-000000000002");
  judgement->value = g_strdup ("doubtful");
  g_ptr_array_add (fixture->annotations, note);
  g_ptr_array_add (fixture->annotations, judgement);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  purport_reading_unref (fixture->reading);
  g_ptr_array_unref (fixture->annotations);
}

static GString *
write_export (Fixture *fixture, PurportExport export)
{
  GString *out = g_string_new (NULL);
  purport_export_write (export, fixture->reading, fixture->annotations, out);
  g_assert_true (g_utf8_validate (out->str, (gssize)out->len, NULL));
  return out;
}

/* Reads one CSV field at *@at after RFC 4180. Returns: (transfer full): it; *@ends_row: whether the row ends there. */
static char *
read_field (const char **at, gboolean *ends_row)
{
  GString *field = g_string_new (NULL);

  if (**at == '"') {
    for ((*at)++; **at != '"' || (*at)[1] == '"'; (*at)++) {
      g_assert_cmpint (**at, !=, '\0');
      g_string_append_c (field, **at);
      *at += **at == '"';
    }
    (*at)++;
  } else {
    while (**at != ',' && **at != '\r') {
      g_assert_cmpint (**at, !=, '\0');
      g_string_append_c (field, *(*at)++);
    }
  }
  *ends_row = **at == '\r';
  g_assert_true (**at == ',' || g_str_has_prefix (*at, "\r\n"));
  *at += *ends_row ? 2 : 1;
  return g_string_free (field, FALSE);
}

static void
test_tables (Fixture *fixture, gconstpointer unused)
{
  const struct {
    PurportExport export;
    guint n_columns;
    guint n_rows;
  } tables[] = { { PURPORT_EXPORT_CLAIMS, 10, fixture->reading->claims->len },
                 { PURPORT_EXPORT_SOURCES, 8, fixture->reading->sources->len },
                 { PURPORT_EXPORT_FIGURES, 9, fixture->reading->figures->len } };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GString) out = write_export (fixture, tables[i].export);
    guint n_rows = 0, n_fields = 0;
    for (const char *at = out->str; *at != '\0';) {
      gboolean ends_row;
      g_autofree char *field = read_field (&at, &ends_row);
      g_assert_true (*field == '\0' || strchr ("=+-@\t\r", *field) == NULL);
      n_fields++;
      if (!ends_row)
        continue;
      g_assert_cmpuint (n_fields, ==, tables[i].n_columns);
      n_fields = 0;
      n_rows++;
    }
    g_assert_cmpuint (n_rows, ==, tables[i].n_rows + 1);
  }
}

/* A source may be called what a spreadsheet would run. */
static void
test_formula (void)
{
  g_autoptr (PurportArticle) article = purport_article_new ("No words.", -1);
  g_autoptr (PurportReading) reading = purport_reading_new (article);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  purport_reading_add_source (reading, PURPORT_SOURCE_GROUP, "=cmd|' /C calc'!A0");
  purport_export_write (PURPORT_EXPORT_SOURCES, reading, annotations, out);
  g_assert_nonnull (strstr (out->str, "\r\n1,\"'=cmd|"));
}

static void
test_page (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) out = write_export (fixture, PURPORT_EXPORT_PAGE);

  g_assert_nonnull (strstr (out->str, "id=\"claim-1\" href=\"#card-1\">"));
  g_assert_nonnull (strstr (out->str, "<article class=\"card\" id=\"card-1\">"));
  g_assert_nonnull (strstr (out->str, "=Lakes &lt;b&gt;freeze&lt;/b&gt; &quot;later&quot; &amp; *more*"));
  g_assert_nonnull (strstr (out->str, "&lt;script&gt;"));
  g_assert_null (strstr (out->str, "<script"));
  g_assert_null (strstr (out->str, "<b>"));
}

static void
test_notes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) out = write_export (fixture, PURPORT_EXPORT_NOTES);

  g_assert_cmpstr (out->str, ==,
                   "# =Lakes \\<b\\>freeze\\</b\\> \"later\" \\& \\*more\\*\n"
                   "\n> thinner too\n"
                   "\n\\<script\\>alert\\(1\\)\\</script\\>\n\\# not a heading\n"
                   "\n> The ice may be thinner too\n"
                   "\n**Judgement:** doubtful\n");
}

static JsonObject *
parse (JsonParser *parser, const GString *json)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json->str, (gssize)json->len, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* The members that the Web Annotation model requires. */
static void
test_annotations (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) out = write_export (fixture, PURPORT_EXPORT_ANNOTATIONS);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *page = parse (parser, out), *item, *target, *quote, *position;
  JsonArray *items = json_object_get_array_member (page, "items"), *selectors;

  g_assert_cmpstr (json_object_get_string_member (page, "@context"), ==, "http://www.w3.org/ns/anno.jsonld");
  g_assert_cmpstr (json_object_get_string_member (page, "type"), ==, "AnnotationPage");
  g_assert_cmpuint (json_array_get_length (items), ==, 2);
  item = json_array_get_object_element (items, 0);
  g_assert_cmpstr (json_object_get_string_member (item, "id"), ==, "urn:uuid:00000000-0000-4000-8000-000000000001");
  g_assert_cmpstr (json_object_get_string_member (item, "type"), ==, "Annotation");
  g_assert_cmpstr (json_object_get_string_member (item, "motivation"), ==, "commenting");
  g_assert_cmpstr (json_object_get_string_member (item, "created"), ==, "2023-11-14T22:13:20Z");
  target = json_object_get_object_member (item, "target");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (target, "source"), "urn:sha256:"));
  selectors = json_object_get_array_member (target, "selector");
  quote = json_array_get_object_element (selectors, 0);
  g_assert_cmpstr (json_object_get_string_member (quote, "exact"), ==, "thinner too");
  position = json_array_get_object_element (selectors, 1);
  g_assert_cmpint (json_object_get_int_member (position, "end") - json_object_get_int_member (position, "start"), ==,
                   g_utf8_strlen ("thinner too", -1));
}

static guint
count_type (JsonArray *graph, const char *type)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (graph); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (graph, i), "@type"), type);
  return n;
}

/* A review stands only where the reader judged, and "to check" is no judgement yet. */
static void
test_claim_markup (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) out = write_export (fixture, PURPORT_EXPORT_CLAIM_MARKUP);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *graph = json_object_get_array_member (parse (parser, out), "@graph");
  PurportAnnotation *judgement = g_ptr_array_index (fixture->annotations, 1);

  g_assert_cmpuint (count_type (graph, "Article"), ==, 1);
  g_assert_cmpuint (count_type (graph, "Claim"), ==, fixture->reading->claims->len);
  g_assert_cmpuint (count_type (graph, "ClaimReview"), ==, 1);
  g_free (judgement->value);
  judgement->value = g_strdup ("to-check");
  g_string_free (g_steal_pointer (&out), TRUE);
  out = write_export (fixture, PURPORT_EXPORT_CLAIM_MARKUP);
  graph = json_object_get_array_member (parse (parser, out), "@graph");
  g_assert_cmpuint (count_type (graph, "ClaimReview"), ==, 0);
}

static void
test_save (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_dir_make_tmp ("purport-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "claims.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "claims.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) out = write_export (fixture, PURPORT_EXPORT_CLAIMS);
  g_autoptr (GError) error = NULL;

  g_assert_true (purport_export_save (path, out, &error));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, out->str);
  g_assert_false (purport_export_save (nowhere, out, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "nowhere"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_words (void)
{
  for (guint i = 0; i < PURPORT_EXPORT_N_KINDS; i++) {
    PurportExport export;
    g_assert_true (purport_export_from_word (purport_export_get_word ((PurportExport)i), &export));
    g_assert_cmpint (export, ==, i);
    g_assert_cmpint (*purport_export_get_suffix (export), ==, '.');
  }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/export/tables", test_tables);
  g_test_add_func ("/export/formula", test_formula);
  ADD ("/export/page", test_page);
  ADD ("/export/notes", test_notes);
  ADD ("/export/annotations", test_annotations);
  ADD ("/export/claim-markup", test_claim_markup);
  ADD ("/export/save", test_save);
  g_test_add_func ("/export/words", test_words);
  return g_test_run ();
}

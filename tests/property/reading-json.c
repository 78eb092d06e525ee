/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random reading is written, read with the JSON reader and written again: the same bytes; and the same each time. */
#include "formats/reading-json.h"

#include <math.h>
#include <string.h>

#include "formats/json-reader.h"
#include "formats/json-writer.h"

#define ROUNDS 300

static const char text[] = "Émilie Hale said: “Socks — warm ones — help.”\nSeven of 60 slept \xF0\x9F\x98\xB4 at "
                           "once.\x01\xE2\x80\xA8 \"End\\\"";

static PurportSpan
random_span (void)
{
  gsize length = sizeof text - 1;
  gsize start = (gsize)g_test_rand_int_range (0, (gint32)length),
        end = (gsize)g_test_rand_int_range (0, (gint32)length);

  while (((guchar)text[start] & 0xC0) == 0x80)
    start--;
  while (((guchar)text[end] & 0xC0) == 0x80)
    end--;
  return purport_span (MIN (start, end), MAX (start, end));
}

static guint32
random_index (guint n)
{
  return n == 0 || g_test_rand_bit () ? PURPORT_NONE : (guint32)g_test_rand_int_range (0, (gint32)n);
}

static double
random_value (void)
{
  return g_test_rand_bit () ? NAN : g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-12, 25));
}

static void
add_spans (GArray *spans)
{
  for (gint32 i = g_test_rand_int_range (0, 3); i > 0; i--) {
    PurportSpan span = random_span ();
    g_array_append_val (spans, span);
  }
}

static void
add_claim (PurportReading *reading)
{
  PurportClaim *claim = purport_reading_add_claim (reading, random_span (), 0);
  PurportHedge hedge = { random_span (), PURPORT_ASPECT_EXTENT };
  PurportDispute dispute = { 0, random_span () };

  claim->source = random_index (reading->sources->len);
  claim->attribution = random_index (reading->attributions->len);
  claim->mode = (PurportMode)g_test_rand_int_range (PURPORT_MODE_NONE, PURPORT_MODE_MIXED + 1);
  claim->n_kinds = (guint)g_test_rand_int_range (1, PURPORT_CLAIM_MAX_KINDS + 1);
  for (guint i = 0; i < claim->n_kinds; i++)
    claim->kinds[i] = (PurportClaimKind)i;
  claim->importance = (float)g_test_rand_double ();
  claim->certainty_score = (float)g_test_rand_double_range (1, 6);
  claim->reasons = (guint32)g_test_rand_int () & 0x3FF;
  purport_reading_list_add (claim->hedges, hedge);
  purport_reading_list_add (claim->disputes, dispute);
}

static void
add_figure (PurportReading *reading)
{
  PurportFigure figure = {
    .span = random_span (),
    .number = random_span (),
    .about = random_span (),
    .value = random_value (),
    .min = random_value (),
    .max = random_value (),
    .value_base = random_value (),
    .min_base = random_value (),
    .max_base = random_value (),
    .unit = g_test_rand_bit () ? purport_reading_intern (reading, "°C \"at night\"", -1) : NULL,
    .change = (PurportChangeKind)g_test_rand_int_range (PURPORT_CHANGE_NONE, PURPORT_CHANGE_ABSOLUTE + 1),
    .change_baseline = PURPORT_NONE,
  };
  g_array_append_val (reading->figures, figure);
}

static PurportReading *
make_reading (void)
{
  g_autoptr (PurportArticle) article = purport_article_new (text, sizeof text - 1);
  PurportReading *reading;
  PurportPicture picture = { .uri = g_strdup ("a.png"), .at_byte = 2, .caption = random_span () };
  PurportLink link = { random_span (), g_strdup ("https://example.org/?a=\"b\"") };

  article->title = g_test_rand_bit () ? g_strdup ("A\ttitle") : NULL;
  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, random_span ());
  g_array_append_val (article->pictures, picture);
  g_array_append_val (article->links, link);
  reading = purport_reading_new (article);
  for (gint32 i = g_test_rand_int_range (0, 4); i > 0; i--) {
    PurportSource *source = purport_reading_add_source (reading, PURPORT_SOURCE_PERSON, "Émilie “Em” Hale");
    PurportAttribution *attribution =
        purport_reading_add_attribution (reading, PURPORT_MODE_DIRECT, PURPORT_ACT_BELIEF);
    add_spans (source->roles);
    source->independence_words = random_span ();
    purport_span_list_append (&attribution->cue_spans, random_span ());
    attribution->source = random_index (reading->sources->len);
    add_claim (reading);
    add_figure (reading);
  }
  reading->main_claim = random_index (reading->claims->len);
  purport_reading_finish (reading);
  return reading;
}

/* Writes again what @reader reads. */
static void
copy_value (PurportJsonReader *reader, PurportJsonWriter *writer, const char *key)
{
  PurportJsonKind kind = purport_json_reader_peek (reader);
  const char *from = reader->at;
  gboolean is_object = kind == PURPORT_JSON_KIND_OBJECT, is_first = TRUE, has_item;

  if (kind == PURPORT_JSON_KIND_STRING) {
    gsize n_bytes;
    g_autofree char *value = purport_json_reader_read_string (reader, &n_bytes);
    g_assert_nonnull (value);
    purport_json_string_n (writer, key, value, n_bytes);
    return;
  }
  if (kind != PURPORT_JSON_KIND_LIST && !is_object) {
    g_autofree char *raw = NULL;
    g_assert_true (purport_json_reader_skip (reader));
    raw = g_strndup (from, (gsize)(reader->at - from));
    if (kind == PURPORT_JSON_KIND_NUMBER)
      purport_json_number (writer, key, g_ascii_strtod (raw, NULL));
    else
      purport_json_raw (writer, key, raw);
    return;
  }
  g_assert_true (purport_json_reader_enter (reader, is_object ? '{' : '['));
  if (is_object)
    purport_json_begin_object (writer, key);
  else
    purport_json_begin_list (writer, key);
  while (purport_json_reader_next (reader, is_object ? '}' : ']', &is_first, &has_item) && has_item) {
    g_autofree char *name = NULL;
    if (is_object)
      g_assert_true (purport_json_reader_read_key (reader, &name));
    copy_value (reader, writer, name);
  }
  if (is_object)
    purport_json_end_object (writer);
  else
    purport_json_end_list (writer);
}

static void
test_identity (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (PurportReading) reading = make_reading ();
    g_autoptr (GString) written = g_string_new (NULL), again = g_string_new (NULL), copied = g_string_new (NULL);
    PurportJsonReader reader;
    PurportJsonWriter writer;

    purport_reading_json_write (reading, "\"id\"", PURPORT_JSON_COMPACT, written);
    purport_reading_json_write (reading, "\"id\"", PURPORT_JSON_COMPACT, again);
    g_assert_cmpstr (written->str, ==, again->str);
    g_assert_null (strpbrk (written->str, "\n\r\x01"));
    purport_json_reader_init (&reader, written->str, written->len);
    purport_json_writer_init (&writer, copied, FALSE);
    copy_value (&reader, &writer, NULL);
    g_assert_true (purport_json_reader_at_end (&reader));
    g_assert_cmpstr (copied->str, ==, written->str);
  }
}

/* Indented or in one line, it is the same document. */
static void
test_layouts_agree (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (PurportReading) reading = make_reading ();
    g_autoptr (GString) compact = g_string_new (NULL), pretty = g_string_new (NULL), copied = g_string_new (NULL);
    PurportJsonReader reader;
    PurportJsonWriter writer;

    purport_reading_json_write (reading, NULL, PURPORT_JSON_COMPACT, compact);
    purport_reading_json_write (reading, NULL, PURPORT_JSON_PRETTY, pretty);
    purport_json_reader_init (&reader, pretty->str, pretty->len);
    purport_json_writer_init (&writer, copied, FALSE);
    copy_value (&reader, &writer, NULL);
    g_assert_cmpstr (copied->str, ==, compact->str);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-json/identity", test_identity);
  g_test_add_func ("/reading-json/layouts-agree", test_layouts_agree);
  return g_test_run ();
}

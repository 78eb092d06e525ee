/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON writer's bytes, and the JSON reader against what is JSON and what is not. */
#include "formats/json-reader.h"
#include "formats/json-writer.h"

#include <math.h>
#include <string.h>

static char *
print_number (double value)
{
  PurportJsonWriter json;
  GString *out = g_string_new (NULL);

  purport_json_writer_init (&json, out, FALSE);
  purport_json_number (&json, NULL, value);
  return g_string_free (out, FALSE);
}

static void
test_numbers (void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 264000000, "264000000" },
    { 1.0 / 3, "0.3333333333333333" },
    { 0.1, "0.1" },
    { -2.5, "-2.5" },
    { 1e21, "1e+21" },
    { 123456789012345680000.0, "123456789012345680000" },
    { 1e-7, "1e-7" },
    { 0.000001, "0.000001" },
    { 1.5e300, "1.5e+300" },
    { 100, "100" },
    { 5e-324, "5e-324" },
    { NAN, "null" },
    { INFINITY, "null" },
    { 0.3, "0.3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = print_number (cases[i].value);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_numbers_read_back (void)
{
  for (guint i = 0; i < 5000; i++) {
    double value = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-30, 30));
    g_autofree char *text = print_number (value);
    g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
  }
}

static void
test_scores (void)
{
  PurportJsonWriter json;
  g_autoptr (GString) out = g_string_new (NULL);

  purport_json_writer_init (&json, out, FALSE);
  purport_json_begin_list (&json, NULL);
  purport_json_score (&json, NULL, (double)0.93f);
  purport_json_score (&json, NULL, 2.0 / 3);
  purport_json_score (&json, NULL, 1);
  purport_json_score (&json, NULL, 0.00004);
  purport_json_score (&json, NULL, NAN);
  purport_json_end_list (&json);
  g_assert_cmpstr (out->str, ==, "[0.93,0.6667,1,0,0]");
}

static void
test_strings (void)
{
  PurportJsonWriter json;
  g_autoptr (GString) out = g_string_new (NULL);

  purport_json_writer_init (&json, out, FALSE);
  purport_json_string (&json, NULL, "a\"b\\c\n\t\r\x01 é “x” \xC2\x85\xE2\x80\xA8\xE2\x80\xA9 Â‧");
  g_assert_cmpstr (out->str, ==, "\"a\\\"b\\\\c\\n\\t\\r\\u0001 é “x” \\u0085\\u2028\\u2029 Â‧\"");
}

static void
write_sample (PurportJsonWriter *json)
{
  purport_json_begin_object (json, NULL);
  purport_json_begin_list (json, "empty");
  purport_json_end_list (json);
  purport_json_begin_list (json, "spans");
  purport_json_begin_flat_object (json, NULL);
  purport_json_unsigned (json, "start", 0);
  purport_json_begin_list (json, "in");
  purport_json_boolean (json, NULL, TRUE);
  purport_json_null (json, NULL);
  purport_json_end_list (json);
  purport_json_end_object (json);
  purport_json_end_list (json);
  purport_json_raw (json, "id", "7");
  purport_json_end_object (json);
}

static void
test_layout (void)
{
  PurportJsonWriter json;
  g_autoptr (GString) compact = g_string_new (NULL), pretty = g_string_new (NULL);

  purport_json_writer_init (&json, compact, FALSE);
  write_sample (&json);
  g_assert_cmpstr (compact->str, ==, "{\"empty\":[],\"spans\":[{\"start\":0,\"in\":[true,null]}],\"id\":7}");
  purport_json_writer_init (&json, pretty, TRUE);
  write_sample (&json);
  g_assert_cmpstr (
      pretty->str, ==,
      "{\n  \"empty\": [],\n  \"spans\": [\n    {\"start\": 0, \"in\": [true, null]}\n  ],\n  \"id\": 7\n}");
}

static gboolean
is_json (const char *text, gsize n_bytes)
{
  PurportJsonReader reader;

  purport_json_reader_init (&reader, text, n_bytes);
  return purport_json_reader_skip (&reader) && purport_json_reader_at_end (&reader);
}

static void
test_reader_accepts (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    " [ ] ",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-1.5e+10",
    "1E2",
    "\"\"",
    "\"\\u00e9\\n\\/\"",
    "{\"a\":[1,{\"b\":null},\"c\"],\"d\":{}}",
    "[[[[]]],{}]",
    "\r\n\t[1 , 2]\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (is_json (texts[i], strlen (texts[i])));
}

static void
test_reader_refuses (void)
{
  static const char *const texts[] = {
    "",      " ",     "{",       "[",           "}",        "[1,]", "[,1]", "{,}", "{\"a\"}", "{\"a\":}",  "{\"a\":1,}",
    "{a:1}", "{1:2}", "[1 2]",   "01",          "-",        "1.",   ".5",   "1e",  "+1",      "tru",       "nul",
    "True",  "\"",    "\"\\x\"", "\"\\u12g4\"", "\"a\nb\"", "[1]x", "'a'",  "NaN", "[1}",     "{\"a\":1]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (is_json (texts[i], strlen (texts[i])));
  g_assert_false (is_json ("\"a\0b\"", 5));
}

/* A million brackets are refused without recursion, and so is a document that never ends. */
static void
test_reader_nesting (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *fine = g_strnfill (2000, '[');
  g_autofree char *ends = g_strnfill (2000, 0x5D);
  g_autofree char *closed = g_strconcat (fine, ends, NULL);

  g_assert_false (is_json (deep, 1000000));
  g_assert_true (is_json (closed, strlen (closed)));
}

static void
check_string (const char *json, const char *text, gsize n_text)
{
  PurportJsonReader reader;
  gsize n_bytes;
  g_autofree char *read = NULL;

  purport_json_reader_init (&reader, json, strlen (json));
  read = purport_json_reader_read_string (&reader, &n_bytes);
  g_assert_nonnull (read);
  g_assert_cmpuint (n_bytes, ==, n_text);
  g_assert_true (memcmp (read, text, n_text) == 0);
}

static void
test_reader_strings (void)
{
  check_string ("\"plain\"", "plain", 5);
  check_string ("\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80", 4);
  check_string ("\"\\ud83d!\"", "\xEF\xBF\xBD!", 4);
  check_string ("\"\\ude00\\ud83d\"", "\xEF\xBF\xBD\xEF\xBF\xBD", 6);
  check_string ("\"\\ud83d\\u0041\"",
                "\xEF\xBF\xBD"
                "A",
                4);
  check_string ("\"a\\u0000b\"", "a\0b", 3);
  check_string ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/writer/numbers", test_numbers);
  g_test_add_func ("/json/writer/numbers-read-back", test_numbers_read_back);
  g_test_add_func ("/json/writer/scores", test_scores);
  g_test_add_func ("/json/writer/strings", test_strings);
  g_test_add_func ("/json/writer/layout", test_layout);
  g_test_add_func ("/json/reader/accepts", test_reader_accepts);
  g_test_add_func ("/json/reader/refuses", test_reader_refuses);
  g_test_add_func ("/json/reader/nesting", test_reader_nesting);
  g_test_add_func ("/json/reader/strings", test_reader_strings);
  return g_test_run ();
}

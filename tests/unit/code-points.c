/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of code points against a naive twin that counts from the start each time. */
#include "base/code-points.h"

#include <string.h>

#define ROUNDS 200

/* Characters of one to four bytes, around the bounds of each length. */
static const gunichar alphabet[] = { 'a',   'Z',   ' ',    '\n',   0x7F,    0x80,   0xE9,
                                     0x7FF, 0x800, 0x201C, 0xFFFD, 0x10000, 0x1F600 };

static guint32
naive_from_byte (const char *text, guint32 byte)
{
  guint32 n = 0;

  for (const char *at = text; at < text + byte; at++)
    n += ((guchar)*at & 0xC0) != 0x80 ? 1 : 0;
  return n;
}

static void
check_against_twin (const char *text, gsize n_bytes)
{
  g_autoptr (PurportCodePoints) points = purport_code_points_new (text, n_bytes);
  guint32 n = (guint32)g_utf8_strlen (text, (gssize)n_bytes);

  g_assert_cmpuint (purport_code_points_get_length (points), ==, n);
  for (guint32 byte = 0; byte <= n_bytes; byte++)
    g_assert_cmpuint (purport_code_points_from_byte (points, byte), ==, naive_from_byte (text, byte));
  for (guint32 i = 0; i <= n; i++)
    g_assert_cmpint (purport_code_points_to_byte (points, i), ==, g_utf8_offset_to_pointer (text, i) - text);
}

static void
test_random (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    gint32 length = g_test_rand_int_range (0, 400);

    for (gint32 i = 0; i < length; i++) {
      gint32 n_choices = round % 3 == 0 ? 5 : (gint32)G_N_ELEMENTS (alphabet); /* every third text is ASCII */
      g_string_append_unichar (text, alphabet[g_test_rand_int_range (0, n_choices)]);
    }
    check_against_twin (text->str, text->len);
  }
}

static void
test_bounds (void)
{
  check_against_twin ("", 0);
  check_against_twin ("é", 2);
  for (guint n = 60; n < 70; n++) {
    g_autofree char *ascii = g_strnfill (n, 'x');
    g_autofree char *wide = g_strconcat (ascii, "\xF0\x9F\x98\x80", ascii, NULL);
    check_against_twin (ascii, n);
    check_against_twin (wide, strlen (wide));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-points/random", test_random);
  g_test_add_func ("/code-points/bounds", test_bounds);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table of units and finds units in text. */
#include "reading/units.h"

#include <string.h>

/* The longest name that is looked for, in words and in bytes. */
#define MAX_WORDS 4
#define MAX_NAME_BYTES 48

struct _PurportUnits {
  GPtrArray *units; /* (element-type PurportUnit) */
  GHashTable *symbols;
  GHashTable *names; /* folded */
  guint32 pairs[256]
               [8]; /* a bit for each two bytes, folded, that a name or symbol begins with; 0 where it has but one */
  GStringChunk *strings;
};

enum {
  COLUMN_CANONICAL,
  COLUMN_DIMENSION,
  COLUMN_BASE,
  COLUMN_FACTOR,
  COLUMN_OFFSET,
  COLUMN_SYMBOLS,
  COLUMN_NAMES,
  N_COLUMNS
};

static PurportDimension
dimension_from_string (const char *name)
{
  static const struct {
    const char *name;
    PurportDimension dimension;
  } dimensions[] = {
    { "percentage", PURPORT_DIMENSION_PERCENTAGE }, { "percentage points", PURPORT_DIMENSION_PERCENTAGE_POINTS },
    { "duration", PURPORT_DIMENSION_DURATION },     { "age", PURPORT_DIMENSION_AGE },
    { "currency", PURPORT_DIMENSION_CURRENCY },     { "count", PURPORT_DIMENSION_COUNT },
    { "times", PURPORT_DIMENSION_TIMES },           { "length", PURPORT_DIMENSION_LENGTH },
  };
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (strcmp (dimensions[i].name, name) == 0)
      return dimensions[i].dimension;
  return PURPORT_DIMENSION_OTHER;
}

/* A decimal with or without exponent, such as "1.6e-19". */
static gboolean
parse_decimal (const char *text, PurportRational *value)
{
  const char *mark = strchr (text, 'e');
  g_autofree char *mantissa = mark != NULL ? g_strndup (text, (gsize)(mark - text)) : g_strdup (text);
  gint64 exponent = mark != NULL ? g_ascii_strtoll (mark + 1, NULL, 10) : 0;
  char *point = strchr (mantissa, '.');

  if (point != NULL) {
    exponent -= (gint64)strlen (point + 1);
    memmove (point, point + 1, strlen (point));
  }
  if (mantissa[0] == '\0' || strspn (mantissa, "0123456789") != strlen (mantissa) || ABS (exponent) > 100)
    return FALSE;
  return purport_rational_from_decimal (mantissa, strlen (mantissa), (int)exponent, value);
}

/* A decimal, or a fraction of two: "5/9". */
static gboolean
parse_rational (const char *text, PurportRational *value)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  PurportRational over, under;

  if (!parse_decimal (parts[0], &over))
    return FALSE;
  if (parts[1] == NULL) {
    *value = over;
    return TRUE;
  }
  return parse_decimal (parts[1], &under) && purport_rational_divide (over, under, value);
}

static guchar
folded (char byte)
{
  return (guchar)g_ascii_tolower (byte);
}

static void
add_pair (PurportUnits *units, const char *name)
{
  guchar second = folded (name[1]);
  units->pairs[folded (name[0])][second / 32] |= 1u << second % 32;
}

/* Whether a name or symbol may begin at @start: a quick no for most words. */
static gboolean
may_match (const PurportUnits *units, const char *text, gsize n_bytes, gsize start)
{
  guchar second = start + 1 < n_bytes ? folded (text[start + 1]) : 0;
  const guint32 *seconds = units->pairs[folded (text[start])];

  return seconds[second / 32] & 1u << second % 32 || (seconds[0] & 1 && !g_ascii_isalpha (second));
}

static void
add_name (PurportUnits *units, char *name, PurportUnit *unit)
{
  gsize length;

  g_strstrip (name);
  length = strlen (name);
  if (length == 0)
    return;
  for (char *c = name; *c != '\0'; c++)
    *c = *c == '-' ? ' ' : g_ascii_tolower (*c);
  g_hash_table_insert (units->names, g_string_chunk_insert_const (units->strings, name), unit);
  add_pair (units, name);
  if (name[length - 1] != 's') {
    g_autofree char *plural = g_strconcat (name, "s", NULL);
    if (!g_hash_table_contains (units->names, plural))
      g_hash_table_insert (units->names, g_string_chunk_insert_const (units->strings, plural), unit);
  }
}

static void
add_words (PurportUnits *units, PurportUnit *unit, const char *symbols, const char *names)
{
  g_auto (GStrv) symbol_list = g_strsplit (symbols, " ", -1);
  g_auto (GStrv) name_list = g_strsplit (names, ",", -1);

  for (guint i = 0; symbol_list[i] != NULL; i++)
    if (symbol_list[i][0] != '\0') {
      g_hash_table_insert (units->symbols, g_string_chunk_insert_const (units->strings, symbol_list[i]), unit);
      add_pair (units, symbol_list[i]);
    }
  for (guint i = 0; name_list[i] != NULL; i++)
    add_name (units, name_list[i], unit);
}

static gboolean
add_row (PurportUnits *units, char **columns, guint line, GError **error)
{
  PurportUnit *unit = g_new0 (PurportUnit, 1);
  const char *base = columns[COLUMN_BASE];

  g_ptr_array_add (units->units, unit);
  unit->canonical = g_string_chunk_insert_const (units->strings, columns[COLUMN_CANONICAL]);
  unit->dimension = g_string_chunk_insert_const (units->strings, columns[COLUMN_DIMENSION]);
  unit->kind = dimension_from_string (unit->dimension);
  unit->factor = purport_rational (1);
  unit->offset = purport_rational (0);
  unit->base = base[0] != '\0' ? g_string_chunk_insert_const (units->strings, base) : NULL;
  unit->converts = columns[COLUMN_FACTOR][0] != '\0';
  if ((unit->converts && !parse_rational (columns[COLUMN_FACTOR], &unit->factor)) ||
      (columns[COLUMN_OFFSET][0] != '\0' && !parse_rational (columns[COLUMN_OFFSET], &unit->offset))) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED, "units.tsv, line %u: this is no number",
                 line);
    return FALSE;
  }
  add_words (units, unit, columns[COLUMN_SYMBOLS], columns[COLUMN_NAMES]);
  return TRUE;
}

/**
 * purport_units_new_from_text:
 * @text: the table: one unit a line, columns as the table's own first lines say
 *
 * Returns: (transfer full): the units, or %NULL with %PURPORT_BASE_ERROR_DATA_DAMAGED. O(@n_bytes).
 */
PurportUnits *
purport_units_new_from_text (const char *text, gsize n_bytes, GError **error)
{
  g_autoptr (PurportUnits) units = g_new0 (PurportUnits, 1);
  g_autofree char *copy = g_strndup (text, n_bytes);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  units->units = g_ptr_array_new_with_free_func (g_free);
  units->symbols = g_hash_table_new (g_str_hash, g_str_equal);
  units->names = g_hash_table_new (g_str_hash, g_str_equal);
  units->strings = g_string_chunk_new (4096);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) columns = NULL;
    if (lines[i][0] == '#' || lines[i][0] == '\0')
      continue;
    columns = g_strsplit (lines[i], "\t", -1);
    if (g_strv_length (columns) != N_COLUMNS) {
      g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED,
                   "units.tsv, line %u: there must be %d columns", i + 1, N_COLUMNS);
      return NULL;
    }
    if (!add_row (units, columns, i + 1, error))
      return NULL;
  }
  return g_steal_pointer (&units);
}

/**
 * purport_units_new:
 * @lookup: where lexicons/units.tsv comes from
 *
 * Returns: (transfer full): the units, or %NULL with a #PurportBaseError. Immutable: threads share it.
 */
PurportUnits *
purport_units_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  g_autoptr (GBytes) bytes = lookup ("lexicons/units.tsv", user_data);
  gsize n_bytes;
  const char *text;

  if (bytes == NULL) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_MISSING, "lexicons/units.tsv is missing");
    return NULL;
  }
  text = g_bytes_get_data (bytes, &n_bytes);
  return purport_units_new_from_text (text, n_bytes, error);
}

void
purport_units_free (PurportUnits *units)
{
  if (units == NULL)
    return;
  g_clear_pointer (&units->names, g_hash_table_unref);
  g_clear_pointer (&units->symbols, g_hash_table_unref);
  g_clear_pointer (&units->units, g_ptr_array_unref);
  g_clear_pointer (&units->strings, g_string_chunk_free);
  g_free (units);
}

/* Returns: (nullable): the unit of this name, in lower case, or of this symbol. */
const PurportUnit *
purport_units_find (const PurportUnits *units, const char *name)
{
  const PurportUnit *unit = g_hash_table_lookup (units->symbols, name);
  return unit != NULL ? unit : g_hash_table_lookup (units->names, name);
}

/* Bytes of letters, and of the signs that units are written with. Dashes, quotes and spaces beyond ASCII are none. */
static gboolean
is_unit_byte (const char *text, gsize n_bytes, gsize byte)
{
  guchar c = (guchar)text[byte];

  if (c == 0xC2)
    return byte + 1 < n_bytes && (guchar)text[byte + 1] != 0xA0 && (guchar)text[byte + 1] != 0xAB &&
           (guchar)text[byte + 1] != 0xBB && (guchar)text[byte + 1] != 0xB7 && (guchar)text[byte + 1] != 0xB1;
  if (c == 0xE2 && n_bytes - byte >= 3 && memcmp (text + byte, "\342\200\260", 3) == 0)
    return TRUE; /* per mille */
  if (c == 0xE2)
    return byte + 1 < n_bytes && (guchar)text[byte + 1] != 0x80 && (guchar)text[byte + 1] != 0x81 &&
           (guchar)text[byte + 1] != 0x88 && (guchar)text[byte + 1] != 0x89;
  return g_ascii_isalpha (c) || c >= 0x80 || c == '$';
}

/* The end of one word of a unit: letters, then digits or "^" too ("m^2"). A percent sign ends it. */
static gsize
unit_word_end (const char *text, gsize n_bytes, gsize start)
{
  gsize byte = start;

  while (byte < n_bytes && byte - start < MAX_NAME_BYTES) {
    if (text[byte] == '%')
      return byte + 1;
    if (!is_unit_byte (text, n_bytes, byte) &&
        !(byte > start &&
          ((g_ascii_isdigit (text[byte]) && (g_ascii_isalnum (text[byte - 1]) || text[byte - 1] == '^')) ||
           (text[byte] == '^' && byte + 1 < n_bytes && g_ascii_isdigit (text[byte + 1])))) &&
        !(byte > start && text[byte] == '.' && byte + 1 < n_bytes &&
          ((g_ascii_isalpha (text[byte + 1]) && byte == start + 1) || text[byte + 1] == '%')))
      break;
    byte++;
  }
  return byte;
}

/* Looks the bytes up, as a symbol and then folded as a name. */
static const PurportUnit *
look_up (const PurportUnits *units, const char *text, gsize start, gsize end, gboolean one_word)
{
  char name[MAX_NAME_BYTES + 1];
  const PurportUnit *unit = NULL;
  gsize length = 0;

  if (end - start > MAX_NAME_BYTES || end == start)
    return NULL;
  if (one_word) {
    memcpy (name, text + start, end - start);
    name[end - start] = '\0';
    unit = g_hash_table_lookup (units->symbols, name);
  }
  if (unit != NULL)
    return unit;
  for (gsize i = start; i < end; i++) {
    char c = text[i] == '-' ? ' ' : text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] | 0x20) : text[i];
    if ((guchar)text[i] == 0xC2 && (guchar)text[i + 1] == 0xA0) {
      c = ' ';
      i++;
    }
    if (c != ' ' || length == 0 || name[length - 1] != ' ')
      name[length++] = c;
  }
  name[length] = '\0';
  return g_hash_table_lookup (units->names, name);
}

/**
 * purport_units_match:
 * @start_byte: where the unit must begin
 * @end_byte: (out): set where there is one
 *
 * The longest unit at @start_byte, of at most four words. O(length of the unit).
 *
 * Returns: (transfer none) (nullable): the unit
 */
const PurportUnit *
purport_units_match (const PurportUnits *units, const char *text, gsize n_bytes, gsize start_byte, gsize *end_byte)
{
  gsize ends[MAX_WORDS];
  guint n_words = 0;

  if (start_byte >= n_bytes || !may_match (units, text, n_bytes, start_byte))
    return NULL;
  for (gsize byte = start_byte; n_words < MAX_WORDS && byte < n_bytes;) {
    gsize end = unit_word_end (text, n_bytes, byte);
    if (end == byte)
      break;
    ends[n_words++] = end;
    byte = end;
    if (byte < n_bytes && (text[byte] == ' ' || text[byte] == '-'))
      byte++;
    else if (n_bytes - byte >= 2 && memcmp (text + byte, "\302\240", 2) == 0)
      byte += 2;
    else if (text[byte - 1] != '%' && byte >= 2 && memcmp (text + byte - 2, "\302\260", 2) != 0)
      break;
  }
  while (n_words-- > 0) {
    const PurportUnit *unit = look_up (units, text, start_byte, ends[n_words], n_words == 0);
    if (unit != NULL) {
      *end_byte = ends[n_words];
      return unit;
    }
  }
  return NULL;
}

/**
 * purport_units_match_before:
 * @end_byte: where the unit must end: before a number
 * @start_byte: (out): set where there is one
 *
 * The longest unit of money that ends at @end_byte, with or without a space behind it.
 *
 * Returns: (transfer none) (nullable): the unit
 */
const PurportUnit *
purport_units_match_before (const PurportUnits *units, const char *text, gsize end_byte, gsize *start_byte)
{
  const PurportUnit *best = NULL;
  gsize end = end_byte, limit;

  if (end > 0 && text[end - 1] == ' ')
    end--;
  else if (end > 1 && memcmp (text + end - 2, "\302\240", 2) == 0)
    end -= 2;
  limit = end > 9 ? end - 9 : 0;
  for (gsize start = end; start > limit;) {
    const PurportUnit *unit;
    start--;
    if (g_ascii_isspace (text[start]) || g_ascii_isdigit (text[start]) || text[start] == '(')
      break;
    if (((guchar)text[start] & 0xC0) == 0x80)
      continue;
    if (start > 0 && g_ascii_isalpha (text[start]) && g_ascii_isalnum (text[start - 1]))
      continue;
    unit = look_up (units, text, start, end, TRUE);
    if (unit != NULL && unit->kind == PURPORT_DIMENSION_CURRENCY) {
      best = unit;
      *start_byte = start;
    }
  }
  return best;
}

/* Returns: %FALSE where the unit has no one size or the result does not fit. */
gboolean
purport_unit_to_base (const PurportUnit *unit, PurportRational value, PurportRational *base_value)
{
  PurportRational product;

  return unit->converts && purport_rational_multiply (value, unit->factor, &product) &&
         purport_rational_add (product, unit->offset, base_value);
}

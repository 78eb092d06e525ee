/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that numbers are made of, and the gaps between them. */
#include "reading/numbers-private.h"

#include <string.h>

typedef struct {
  const char word[13];
  guint8 length;
  guint8 kind;
  guint64 value;
} WordEntry;

#define WORD(text, kind, value)                                                                                        \
  {                                                                                                                    \
    text, sizeof (text) - 1, NUMBER_WORD_##kind, value                                                                 \
  }

#define LETTERS 26
#define LONGEST_WORD 12

/* The words of each first letter, ended by an empty one. */
static const WordEntry *const words_of_letter[LETTERS] = {
  ['a' - 'a'] =
      (const WordEntry[]){
          WORD ("a", ARTICLE, 1),
          WORD ("an", ARTICLE, 1),
          WORD ("and", AND, 0),
          { "", 0, 0, 0 },
      },
  ['b' - 'a'] =
      (const WordEntry[]){
          WORD ("billion", SCALE, 9),
          WORD ("billions", PLURAL, 9),
          WORD ("bln", SCALE, 9),
          WORD ("bn", SCALE, 9),
          WORD ("billionth", DENOMINATOR, 1000000000),
          WORD ("billionths", DENOMINATORS, 1000000000),
          { "", 0, 0, 0 },
      },
  ['c' - 'a'] =
      (const WordEntry[]){
          WORD ("couple", COUPLE, 2),
          WORD ("crore", SCALE, 7),
          WORD ("crores", PLURAL, 7),
          { "", 0, 0, 0 },
      },
  ['d' - 'a'] =
      (const WordEntry[]){
          WORD ("dozen", DOZEN, 12),
          WORD ("dozens", DOZENS, 12),
          WORD ("double", MULTIPLE, 2),
          WORD ("doubled", MULTIPLE, 2),
          WORD ("doubling", MULTIPLE, 2),
          WORD ("doubles", MULTIPLE, 2),
          { "", 0, 0, 0 },
      },
  ['e' - 'a'] =
      (const WordEntry[]){
          WORD ("eight", UNIT, 8),
          WORD ("eighteen", TEEN, 18),
          WORD ("eighteenth", DENOMINATOR, 18),
          WORD ("eighth", DENOMINATOR, 8),
          WORD ("eighths", DENOMINATORS, 8),
          WORD ("eighty", TENS, 80),
          WORD ("eleven", TEEN, 11),
          WORD ("eleventh", DENOMINATOR, 11),
          WORD ("eightfold", MULTIPLE, 8),
          { "", 0, 0, 0 },
      },
  ['f' - 'a'] =
      (const WordEntry[]){
          WORD ("fifteen", TEEN, 15),
          WORD ("fifteenth", DENOMINATOR, 15),
          WORD ("fifth", DENOMINATOR, 5),
          WORD ("fifths", DENOMINATORS, 5),
          WORD ("fiftieth", DENOMINATOR, 50),
          WORD ("fifty", TENS, 50),
          WORD ("five", UNIT, 5),
          WORD ("forty", TENS, 40),
          WORD ("four", UNIT, 4),
          WORD ("fourteen", TEEN, 14),
          WORD ("fourth", DENOMINATOR, 4),
          WORD ("fourths", DENOMINATORS, 4),
          WORD ("fourty", TENS, 40),
          WORD ("fourfold", MULTIPLE, 4),
          WORD ("fivefold", MULTIPLE, 5),
          WORD ("firsts", DENOMINATORS, 1),
          WORD ("few", FEW, 0),
          { "", 0, 0, 0 },
      },
  ['h' - 'a'] =
      (const WordEntry[]){
          WORD ("half", HALF, 2),
          WORD ("halves", DENOMINATORS, 2),
          WORD ("hundred", HUNDRED, 100),
          WORD ("hundreds", PLURAL, 2),
          WORD ("hundredth", DENOMINATOR, 100),
          WORD ("hundredths", DENOMINATORS, 100),
          WORD ("halved", MULTIPLE, 0),
          WORD ("halving", MULTIPLE, 0),
          { "", 0, 0, 0 },
      },
  ['l' - 'a'] =
      (const WordEntry[]){
          WORD ("lac", SCALE, 5),
          WORD ("lacs", PLURAL, 5),
          WORD ("lakh", SCALE, 5),
          WORD ("lakhs", PLURAL, 5),
          { "", 0, 0, 0 },
      },
  ['m' - 'a'] =
      (const WordEntry[]){
          WORD ("million", SCALE, 6),
          WORD ("millions", PLURAL, 6),
          WORD ("millionth", DENOMINATOR, 1000000),
          WORD ("millionths", DENOMINATORS, 1000000),
          WORD ("minus", MINUS, 0),
          WORD ("mln", SCALE, 6),
          WORD ("mn", SCALE, 6),
          { "", 0, 0, 0 },
      },
  ['n' - 'a'] =
      (const WordEntry[]){
          WORD ("naught", UNIT, 0),
          WORD ("negative", MINUS, 0),
          WORD ("nil", UNIT, 0),
          WORD ("nine", UNIT, 9),
          WORD ("nineteen", TEEN, 19),
          WORD ("ninety", TENS, 90),
          WORD ("ninth", DENOMINATOR, 9),
          WORD ("ninths", DENOMINATORS, 9),
          WORD ("nought", UNIT, 0),
          WORD ("ninefold", MULTIPLE, 9),
          { "", 0, 0, 0 },
      },
  ['o' - 'a'] =
      (const WordEntry[]){
          WORD ("of", OF, 0),
          WORD ("one", UNIT, 1),
          { "", 0, 0, 0 },
      },
  ['p' - 'a'] =
      (const WordEntry[]){
          WORD ("point", POINT, 0),
          { "", 0, 0, 0 },
      },
  ['q' - 'a'] =
      (const WordEntry[]){
          WORD ("quadrillion", SCALE, 15),
          WORD ("quarter", HALF, 4),
          WORD ("quarters", DENOMINATORS, 4),
          WORD ("quintillion", SCALE, 18),
          WORD ("quadruple", MULTIPLE, 4),
          WORD ("quadrupled", MULTIPLE, 4),
          { "", 0, 0, 0 },
      },
  ['s' - 'a'] =
      (const WordEntry[]){
          WORD ("several", FEW, 0),
          WORD ("seven", UNIT, 7),
          WORD ("seventeen", TEEN, 17),
          WORD ("seventh", DENOMINATOR, 7),
          WORD ("sevenths", DENOMINATORS, 7),
          WORD ("seventy", TENS, 70),
          WORD ("six", UNIT, 6),
          WORD ("sixteen", TEEN, 16),
          WORD ("sixteenth", DENOMINATOR, 16),
          WORD ("sixteenths", DENOMINATORS, 16),
          WORD ("sixth", DENOMINATOR, 6),
          WORD ("sixths", DENOMINATORS, 6),
          WORD ("sixty", TENS, 60),
          WORD ("sixfold", MULTIPLE, 6),
          WORD ("sevenfold", MULTIPLE, 7),
          { "", 0, 0, 0 },
      },
  ['t' - 'a'] =
      (const WordEntry[]){
          WORD ("ten", TEEN, 10),
          WORD ("tens", PLURAL, 1),
          WORD ("tenth", DENOMINATOR, 10),
          WORD ("tenths", DENOMINATORS, 10),
          WORD ("third", DENOMINATOR, 3),
          WORD ("thirds", DENOMINATORS, 3),
          WORD ("thirteen", TEEN, 13),
          WORD ("thirteenth", DENOMINATOR, 13),
          WORD ("thirtieth", DENOMINATOR, 30),
          WORD ("thirty", TENS, 30),
          WORD ("thousand", SCALE, 3),
          WORD ("thousands", PLURAL, 3),
          WORD ("thousandth", DENOMINATOR, 1000),
          WORD ("thousandths", DENOMINATORS, 1000),
          WORD ("three", UNIT, 3),
          WORD ("tln", SCALE, 12),
          WORD ("tn", SCALE, 12),
          WORD ("trillion", SCALE, 12),
          WORD ("trillions", PLURAL, 12),
          WORD ("trn", SCALE, 12),
          WORD ("twelfth", DENOMINATOR, 12),
          WORD ("twelfths", DENOMINATORS, 12),
          WORD ("twelve", TEEN, 12),
          WORD ("twentieth", DENOMINATOR, 20),
          WORD ("twentieths", DENOMINATORS, 20),
          WORD ("twenty", TENS, 20),
          WORD ("two", UNIT, 2),
          WORD ("twice", MULTIPLE, 2),
          WORD ("thrice", MULTIPLE, 3),
          WORD ("triple", MULTIPLE, 3),
          WORD ("tripled", MULTIPLE, 3),
          WORD ("tripling", MULTIPLE, 3),
          WORD ("treble", MULTIPLE, 3),
          WORD ("trebled", MULTIPLE, 3),
          WORD ("twofold", MULTIPLE, 2),
          WORD ("threefold", MULTIPLE, 3),
          WORD ("tenfold", MULTIPLE, 10),
          WORD ("trillionth", DENOMINATOR, 1000000000000),
          WORD ("trillionths", DENOMINATORS, 1000000000000),
          { "", 0, 0, 0 },
      },
  ['z' - 'a'] =
      (const WordEntry[]){
          WORD ("zero", UNIT, 0),
          { "", 0, 0, 0 },
      },
};

/* How long the words above are that begin with two letters: a quick no for most words of a text. A new word needs its
 * length here; the unit test reads every word. */
#define LENGTH(n) (1u << (n))
const guint16 purport_number_lengths_of_pair[26][26] = {
  ['a' - 'a'] = { ['n' - 'a'] = LENGTH (2) | LENGTH (3) },
  ['b' - 'a'] = { ['i' - 'a'] = LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10),
                  ['l' - 'a'] = LENGTH (3),
                  ['n' - 'a'] = LENGTH (2) },
  ['c' - 'a'] = { ['o' - 'a'] = LENGTH (6), ['r' - 'a'] = LENGTH (5) | LENGTH (6) },
  ['d' - 'a'] = { ['o' - 'a'] = LENGTH (5) | LENGTH (6) | LENGTH (7) | LENGTH (8) },
  ['e' - 'a'] = { ['i' - 'a'] = LENGTH (5) | LENGTH (6) | LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10),
                  ['l' - 'a'] = LENGTH (6) | LENGTH (8) },
  ['f' - 'a'] = { ['e' - 'a'] = LENGTH (3),
                  ['i' - 'a'] = LENGTH (4) | LENGTH (5) | LENGTH (6) | LENGTH (7) | LENGTH (8) | LENGTH (9),
                  ['o' - 'a'] = LENGTH (4) | LENGTH (5) | LENGTH (6) | LENGTH (7) | LENGTH (8) },
  ['h' - 'a'] = { ['a' - 'a'] = LENGTH (4) | LENGTH (6) | LENGTH (7),
                  ['u' - 'a'] = LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10) },
  ['l' - 'a'] = { ['a' - 'a'] = LENGTH (3) | LENGTH (4) | LENGTH (5) },
  ['m' - 'a'] = { ['i' - 'a'] = LENGTH (5) | LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10),
                  ['l' - 'a'] = LENGTH (3),
                  ['n' - 'a'] = LENGTH (2) },
  ['n' - 'a'] = { ['a' - 'a'] = LENGTH (6),
                  ['e' - 'a'] = LENGTH (8),
                  ['i' - 'a'] = LENGTH (3) | LENGTH (4) | LENGTH (5) | LENGTH (6) | LENGTH (8),
                  ['o' - 'a'] = LENGTH (6) },
  ['o' - 'a'] = { ['f' - 'a'] = LENGTH (2), ['n' - 'a'] = LENGTH (3) },
  ['p' - 'a'] = { ['o' - 'a'] = LENGTH (5) },
  ['q' - 'a'] = { ['u' - 'a'] = LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10) | LENGTH (11) },
  ['s' - 'a'] = { ['e' - 'a'] = LENGTH (5) | LENGTH (7) | LENGTH (8) | LENGTH (9),
                  ['i' - 'a'] = LENGTH (3) | LENGTH (5) | LENGTH (6) | LENGTH (7) | LENGTH (9) | LENGTH (10) },
  ['t' - 'a'] = { ['e' - 'a'] = LENGTH (3) | LENGTH (4) | LENGTH (5) | LENGTH (6) | LENGTH (7),
                  ['h' - 'a'] = LENGTH (5) | LENGTH (6) | LENGTH (8) | LENGTH (9) | LENGTH (10) | LENGTH (11),
                  ['l' - 'a'] = LENGTH (3),
                  ['n' - 'a'] = LENGTH (2),
                  ['r' - 'a'] =
                      LENGTH (3) | LENGTH (6) | LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10) | LENGTH (11),
                  ['w' - 'a'] =
                      LENGTH (3) | LENGTH (5) | LENGTH (6) | LENGTH (7) | LENGTH (8) | LENGTH (9) | LENGTH (10) },
  ['z' - 'a'] = { ['e' - 'a'] = LENGTH (4) },
};

/* Returns: the number word that starts at @start_byte and ends at a word boundary; kind %NUMBER_WORD_NONE if none. */
NumberWord
purport_number_word_at (const char *text, gsize n_bytes, gsize start_byte)
{
  char folded[LONGEST_WORD + 1], first;
  gsize length = 0, left = n_bytes - start_byte;
  const WordEntry *entry;

  if (start_byte >= n_bytes || !g_ascii_isalpha (text[start_byte]))
    return (NumberWord){ NUMBER_WORD_NONE, 0, start_byte };
  first = (char)(text[start_byte] | 0x20);
  if (left > 1 && g_ascii_isalpha (text[start_byte + 1]) &&
      purport_number_lengths_of_pair[first - 'a'][(text[start_byte + 1] | 0x20) - 'a'] == 0)
    return (NumberWord){ NUMBER_WORD_NONE, 0, start_byte };
  while (length < left && length <= LONGEST_WORD && g_ascii_isalpha (text[start_byte + length]))
    length++;
  if (length > LONGEST_WORD ||
      (length > 1 &&
       !(purport_number_lengths_of_pair[first - 'a'][(text[start_byte + 1] | 0x20) - 'a'] & LENGTH (length))) ||
      (length < left && purport_number_is_word_byte (text[start_byte + length])))
    return (NumberWord){ NUMBER_WORD_NONE, 0, start_byte };
  for (gsize i = 0; i < length; i++)
    folded[i] = (char)(text[start_byte + i] | 0x20);
  for (entry = words_of_letter[first - 'a']; entry != NULL && entry->length != 0; entry++)
    if (entry->length == length && memcmp (entry->word, folded, length) == 0)
      return (NumberWord){ (NumberWordKind)entry->kind, entry->value, start_byte + length };
  return (NumberWord){ NUMBER_WORD_NONE, 0, start_byte };
}

/* Returns: the first byte from @byte that is no space; line breaks are not crossed, no-break and thin spaces are. */
gsize
purport_number_skip_space (const char *text, gsize n_bytes, gsize byte)
{
  while (byte < n_bytes) {
    if (text[byte] == ' ' || text[byte] == '\t')
      byte++;
    else if (n_bytes - byte >= 2 && memcmp (text + byte, "\302\240", 2) == 0)
      byte += 2;
    else if (n_bytes - byte >= 3 &&
             (memcmp (text + byte, "\342\200\257", 3) == 0 || memcmp (text + byte, "\342\200\211", 3) == 0))
      byte += 3;
    else
      break;
  }
  return byte;
}

/* A hyphen, no-break hyphen or soft one. Returns: its length, or 0. */
static gsize
hyphen_length (const char *text, gsize n_bytes, gsize byte)
{
  if (byte < n_bytes && text[byte] == '-')
    return 1;
  if (n_bytes - byte >= 3 &&
      (memcmp (text + byte, "\342\200\220", 3) == 0 || memcmp (text + byte, "\342\200\221", 3) == 0))
    return 3;
  return 0;
}

/* Moves @byte over what may stand between two words of one number. */
NumberGap
purport_number_skip_gap (const char *text, gsize n_bytes, gsize *byte)
{
  gsize after = purport_number_skip_space (text, n_bytes, *byte);
  gsize hyphen = after <= n_bytes ? hyphen_length (text, n_bytes, after) : 0;
  gboolean spaced = after > *byte;

  if (hyphen == 0) {
    *byte = after;
    return spaced ? NUMBER_GAP_SPACE : NUMBER_GAP_NONE;
  }
  *byte = purport_number_skip_space (text, n_bytes, after + hyphen);
  return spaced || *byte > after + hyphen ? NUMBER_GAP_SPACED_HYPHEN : NUMBER_GAP_HYPHEN;
}

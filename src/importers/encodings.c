/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C library loads an encoding's table when a converter is opened, and keeps it as long as one is. */
#include "importers/encodings.h"

static const char *const charsets[] = {
  "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
  "WINDOWS-1257", "WINDOWS-1258", "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",
  "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-11",  "ISO-8859-13",
  "ISO-8859-14",  "ISO-8859-15",  "ISO-8859-16",  "KOI8-R",       "KOI8-U",       "IBM866",       "MACINTOSH",
  "TIS-620",      "SHIFT_JIS",    "EUC-JP",       "ISO-2022-JP",  "GB2312",       "GBK",          "GB18030",
  "BIG5",         "EUC-KR",       "UHC",          "UTF-16",       "UTF-16LE",     "UTF-16BE",     "UTF-32LE",
  "UTF-32BE",
};

/* Loads the tables of the encodings that web pages have, for the rest of the program: files cannot be opened later. */
void
purport_encodings_load (void)
{
  static GIConv converters[G_N_ELEMENTS (charsets)];

  if (converters[0] != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    converters[i] = g_iconv_open ("UTF-8", charsets[i]);
}

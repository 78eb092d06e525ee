/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON writer of readings. */
#include "formats/reading-json.h"

/**
 * purport_reading_json_write:
 * @id_json: (nullable): the "id" of a JSONL request as JSON text, copied as it is
 * @out: the JSON is appended here, without a newline at its end
 *
 * O(size of the reading).
 */
void
purport_reading_json_write (const PurportReading *reading, const char *id_json, PurportJsonFlags flags, GString *out)
{
  (void)reading;
  (void)id_json;
  (void)flags;
  g_string_append (out, "{}");
}

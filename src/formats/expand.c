/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expands gzip within bounds, so that a small file cannot fill the memory. */
#include "formats/expand.h"

#include "formats/error-private.h"
#include "formats/import.h"

/**
 * purport_expand_gzip:
 * @display_name: (nullable): what errors call it
 *
 * Expands what gzip compressed, once and to at most %PURPORT_TEXT_LIMIT_BYTES. Other bytes are returned as they are.
 *
 * Returns: (transfer full): the bytes, or %NULL with %PURPORT_FORMATS_ERROR_TOO_LARGE or _IO
 */
GBytes *
purport_expand_gzip (GBytes *bytes, const char *display_name, GError **error)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GInputStream) memory = NULL, stream = NULL;
  g_autoptr (GConverter) converter = NULL;

  if (length < 3 || data[0] != 0x1F || data[1] != 0x8B || data[2] != 8)
    return g_bytes_ref (bytes);
  memory = g_memory_input_stream_new_from_bytes (bytes);
  converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  stream = g_converter_input_stream_new (memory, converter);
  return purport_import_load_stream (stream, display_name, NULL, error);
}

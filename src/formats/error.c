/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the formats layer. */
#include "formats/error-private.h"

G_DEFINE_QUARK (purport-formats-error-quark, purport_formats_error);

/* Returns: (transfer none): the word for @error in the answers of the command line; "internal" for other domains. */
const char *
purport_formats_error_get_code (const GError *error)
{
  static const char *const codes[] = { "not-found", "not-a-file",  "permission", "too-large", "empty", "binary",
                                       "encoding",  "unsupported", "protected",  "syntax",    "io",    "worker" };

  if (error->domain == PURPORT_FORMATS_ERROR && (guint)error->code < G_N_ELEMENTS (codes))
    return codes[error->code];
  return "internal";
}

/**
 * purport_formats_set_error:
 * @display_name: (nullable): what the message is about; %NULL: a text that has no name
 * @format: how the sentence goes on behind the name, and what to do about it
 */
void
purport_formats_set_error (GError **error, PurportFormatsError code, const char *display_name, const char *format, ...)
{
  g_autofree char *rest = NULL;
  va_list arguments;

  va_start (arguments, format);
  rest = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (display_name != NULL)
    g_set_error (error, PURPORT_FORMATS_ERROR, (int)code, "“%s” %s", display_name, rest);
  else
    g_set_error (error, PURPORT_FORMATS_ERROR, (int)code, "The text %s", rest);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the formats layer. */
#include "formats/error.h"

G_DEFINE_QUARK (purport - formats - error - quark, purport_formats_error)

/* Returns: (transfer none): the word for @error in the answers of the command line; "internal" for other domains. */
const char *
purport_formats_error_get_code (const GError *error)
{
  static const char *const codes[] = { "not-found", "not-a-file", "permission",  "too-large", "empty",
                                       "binary",    "encoding",   "unsupported", "syntax",    "io" };

  if (error->domain == PURPORT_FORMATS_ERROR && (guint)error->code < G_N_ELEMENTS (codes))
    return codes[error->code];
  return "internal";
}

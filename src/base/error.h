/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the base layer and of the data that the engine is given. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PURPORT_BASE_ERROR (purport_base_error_quark ())
GQuark purport_base_error_quark (void);

/**
 * PurportBaseError:
 * @PURPORT_BASE_ERROR_DATA_MISSING: a lexicon or model was not handed in; reinstall
 * @PURPORT_BASE_ERROR_DATA_DAMAGED: a lexicon or model cannot be used; reinstall
 * @PURPORT_BASE_ERROR_TOO_LARGE: the text is larger than %PURPORT_TEXT_LIMIT_BYTES
 * @PURPORT_BASE_ERROR_ENCODING: the text is not valid UTF-8
 * @PURPORT_BASE_ERROR_CANCELLED: the caller set the flag that it handed in
 */
typedef enum {
  PURPORT_BASE_ERROR_DATA_MISSING,
  PURPORT_BASE_ERROR_DATA_DAMAGED,
  PURPORT_BASE_ERROR_TOO_LARGE,
  PURPORT_BASE_ERROR_ENCODING,
  PURPORT_BASE_ERROR_CANCELLED,
} PurportBaseError;

/**
 * PurportDataFunc:
 * @name: file name of a lexicon or model, for example "lexicons/units.tsv" or "models/tags.bin"
 *
 * How the engine gets its lexicons and models; the caller chooses where they come from.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL if there are none of that name
 */
typedef GBytes *(*PurportDataFunc) (const char *name, gpointer user_data);

G_END_DECLS

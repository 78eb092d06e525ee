/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the formats layer: what is wrong with a file or its bytes. Messages are fit to show. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PURPORT_FORMATS_ERROR (purport_formats_error_quark ())
GQuark purport_formats_error_quark (void);

/**
 * PurportFormatsError:
 * @PURPORT_FORMATS_ERROR_NOT_FOUND: no such file
 * @PURPORT_FORMATS_ERROR_NOT_A_FILE: a folder, pipe, socket or device
 * @PURPORT_FORMATS_ERROR_PERMISSION: the file may not be read
 * @PURPORT_FORMATS_ERROR_TOO_LARGE: larger than %PURPORT_TEXT_LIMIT_BYTES
 * @PURPORT_FORMATS_ERROR_EMPTY: no text at all
 * @PURPORT_FORMATS_ERROR_BINARY: not a text
 * @PURPORT_FORMATS_ERROR_ENCODING: not UTF-8, and not nearly
 * @PURPORT_FORMATS_ERROR_UNSUPPORTED: a format that is not read
 * @PURPORT_FORMATS_ERROR_PROTECTED: encrypted, or protected against copying
 * @PURPORT_FORMATS_ERROR_SYNTAX: a request that is no valid JSON object
 * @PURPORT_FORMATS_ERROR_IO: anything else that reading it came upon
 * @PURPORT_FORMATS_ERROR_WORKER: the program that parses documents cannot be started, died, or was ended
 */
typedef enum {
  PURPORT_FORMATS_ERROR_NOT_FOUND,
  PURPORT_FORMATS_ERROR_NOT_A_FILE,
  PURPORT_FORMATS_ERROR_PERMISSION,
  PURPORT_FORMATS_ERROR_TOO_LARGE,
  PURPORT_FORMATS_ERROR_EMPTY,
  PURPORT_FORMATS_ERROR_BINARY,
  PURPORT_FORMATS_ERROR_ENCODING,
  PURPORT_FORMATS_ERROR_UNSUPPORTED,
  PURPORT_FORMATS_ERROR_PROTECTED,
  PURPORT_FORMATS_ERROR_SYNTAX,
  PURPORT_FORMATS_ERROR_IO,
  PURPORT_FORMATS_ERROR_WORKER,
} PurportFormatsError;

const char *purport_formats_error_get_code (const GError *error);

G_END_DECLS

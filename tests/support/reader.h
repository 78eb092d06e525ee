/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a text with the built-in engine, for tests above the text layer. */
#pragma once

#include "base/reading.h"

G_BEGIN_DECLS

PurportReading *purport_test_read (const char *text);
char *purport_test_dup_words (const PurportReading *reading, PurportSpan span);
const char *purport_test_skip_that (const char *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function of a fuzz target. libFuzzer calls it, or replay.c does with each file of the corpus. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

G_END_DECLS

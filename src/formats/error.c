/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the formats layer. */
#include "formats/error.h"

G_DEFINE_QUARK (purport - formats - error - quark, purport_formats_error)

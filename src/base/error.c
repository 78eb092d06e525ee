/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the base layer. */
#include "base/error.h"

G_DEFINE_QUARK (purport-base-error-quark, purport_base_error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store layer. */
#include "store/error.h"

G_DEFINE_QUARK (purport-store-error-quark, purport_store_error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encoded pictures for the tests: the left half is red, the right half blue, and the lowest row green. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *purport_test_make_png (guint width, guint height);
GBytes *purport_test_make_jpeg (guint width, guint height, guint orientation, gboolean progressive);
GBytes *purport_test_make_gif (guint width, guint height, gboolean interlaced);
GBytes *purport_test_make_webp (guint width, guint height);

G_END_DECLS

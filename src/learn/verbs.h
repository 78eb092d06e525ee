/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of purport-learn, one file each. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @arguments: what stands behind the command's name. Returns: whether the model was written. */
typedef gboolean (*PurportLearnVerb) (int n_arguments, char **arguments, GError **error);

gboolean purport_learn_attribution (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_claims (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_disputes (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_cross_validate (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_grades (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_names (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_ranking (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_words (int n_arguments, char **arguments, GError **error);
gboolean purport_learn_tags (int n_arguments, char **arguments, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing some of a lazy list's items: by position, in one change, and without making the others. */
#include "model/chosen-list.h"

#define N_ITEMS 1000

/* --- a list that counts what it makes ----------------------------------------------------------------------------- */

#define TYPE_LAZY (lazy_get_type ())
G_DECLARE_FINAL_TYPE (Lazy, lazy, TEST, LAZY, GObject)

struct _Lazy {
  GObject parent_instance;
  guint n_items;
  guint n_made;
};

static GType
get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  return TEST_LAZY (list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  GObject *item;

  if (position >= TEST_LAZY (list)->n_items)
    return NULL;
  TEST_LAZY (list)->n_made++;
  item = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data (item, "position", GUINT_TO_POINTER (position));
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Lazy, lazy, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
lazy_class_init (LazyClass *klass)
{
}

static void
lazy_init (Lazy *self)
{
  self->n_items = N_ITEMS;
}

/* --- tests -------------------------------------------------------------------------------------------------------- */

static void
count_change (GListModel *list, guint position, guint removed, guint added, guint *changes)
{
  g_assert_cmpuint (position, ==, 0);
  changes[0]++;
  changes[1] = removed;
  changes[2] = added;
}

static guint
get_position (GListModel *list, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  g_assert_nonnull (item);
  return GPOINTER_TO_UINT (g_object_get_data (item, "position"));
}

static GArray *
choose_every (guint step)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < N_ITEMS; i += step)
    g_array_append_val (positions, i);
  return positions;
}

static void
test_choose (void)
{
  g_autoptr (Lazy) lazy = g_object_new (TYPE_LAZY, NULL);
  g_autoptr (PurportChosenList) chosen = purport_chosen_list_new (G_LIST_MODEL (lazy));
  GListModel *list = G_LIST_MODEL (chosen);
  guint changes[3] = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (count_change), changes);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_ITEMS);
  purport_chosen_list_choose (chosen, choose_every (100));
  g_assert_cmpuint (changes[0], ==, 1);
  g_assert_cmpuint (changes[1], ==, N_ITEMS);
  g_assert_cmpuint (changes[2], ==, N_ITEMS / 100);
  g_assert_cmpuint (lazy->n_made, ==, 0);
  g_assert_cmpuint (get_position (list, 3), ==, 300);
  g_assert_cmpuint (lazy->n_made, ==, 1);
  g_assert_null (g_list_model_get_item (list, N_ITEMS / 100));
  purport_chosen_list_choose (chosen, NULL);
  g_assert_cmpuint (changes[0], ==, 2);
  g_assert_cmpuint (changes[1], ==, N_ITEMS / 100);
  g_assert_cmpuint (changes[2], ==, N_ITEMS);
  g_assert_cmpuint (get_position (list, 3), ==, 3);
}

/* A choice of none is empty; a change from none to none is no change. */
static void
test_none (void)
{
  g_autoptr (Lazy) lazy = g_object_new (TYPE_LAZY, NULL);
  g_autoptr (PurportChosenList) chosen = purport_chosen_list_new (G_LIST_MODEL (lazy));
  guint changes[3] = { 0 };

  g_signal_connect (chosen, "items-changed", G_CALLBACK (count_change), changes);
  purport_chosen_list_choose (chosen, g_array_new (FALSE, FALSE, sizeof (guint32)));
  purport_chosen_list_choose (chosen, g_array_new (FALSE, FALSE, sizeof (guint32)));
  g_assert_cmpuint (changes[0], ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chosen)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (chosen), 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chosen-list/choose", test_choose);
  g_test_add_func ("/chosen-list/none", test_none);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "tl-group-order.h"

/* The order of groups: what is moved stays moved, whatever is filtered out. */

#define MAX_KEYS 9
#define N_ROUNDS 300

typedef struct
{
  const char *name;
  guint       n_keys;
  guint       order[MAX_KEYS];
  guint       n_order;
  guint       expected[MAX_KEYS]; /* n_keys + 1 */
} Case;

static const Case cases[] = {
  { "default", 4, { 0 }, 0, { 0, 1, 2, 3, TL_NONE } },
  { "last-first", 4, { 3, 0, TL_NONE }, 3, { 3, 0, 1, 2, TL_NONE } },
  { "rest-first", 3, { TL_NONE, 0 }, 2, { TL_NONE, 0, 1, 2 } },
  { "run", 5, { 3, 1 }, 2, { 0, 3, 4, TL_NONE, 1, 2 } },
  { "unknown", 3, { 77, 2, 0 }, 3, { 2, TL_NONE, 0, 1 } },
  { "twice", 3, { 2, 0, 2 }, 3, { 2, TL_NONE, 0, 1 } },
  { "no-keys", 0, { 5, TL_NONE }, 2, { TL_NONE } },
};

static void
test_resolve (gconstpointer data)
{
  const Case       *test = data;
  g_autofree guint *keys =
      tl_group_order_resolve (test->n_keys, test->order, test->n_order);

  for (guint i = 0; i <= test->n_keys; i++)
    g_assert_cmpuint (keys[i], ==, test->expected[i]);
}

/* What moving means, done with a plain list. */
static void
move_in_list (GArray *keys, guint key, guint neighbour, gboolean after)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == key)
      {
        g_array_remove_index (keys, i);
        break;
      }
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == neighbour)
      {
        g_array_insert_val (keys, i + (after ? 1 : 0), key);
        break;
      }
}

static guint
random_key (guint n_keys)
{
  guint key = (guint)g_test_rand_int_range (0, (gint32)n_keys + 1);

  return key == n_keys ? TL_NONE : key;
}

static void
test_moves (void)
{
  guint             n_keys = 8;
  guint             none = TL_NONE;
  guint             n_order = 0;
  g_autofree guint *order = NULL;
  g_autoptr (GArray) model = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_keys; i++)
    g_array_append_val (model, i);
  g_array_append_val (model, none);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint             key = random_key (n_keys);
      guint             neighbour = random_key (n_keys);
      gboolean          after = g_test_rand_bit ();
      guint             n_moved;
      guint            *moved;
      g_autofree guint *keys = NULL;

      moved = tl_group_order_move (n_keys, order, n_order, key, neighbour,
                                   after, &n_moved);
      g_free (order);
      order = moved;
      n_order = n_moved;
      if (key != neighbour)
        move_in_list (model, key, neighbour, after);
      keys = tl_group_order_resolve (n_keys, order, n_order);
      for (guint j = 0; j <= n_keys; j++)
        g_assert_cmpuint (keys[j], ==, g_array_index (model, guint, j));
    }
}

/* There and back is the default, of which nothing has to be remembered. */
static void
test_moves_back (void)
{
  guint             n_moved;
  guint             n_back;
  g_autofree guint *moved =
      tl_group_order_move (1000, NULL, 0, 700, 3, FALSE, &n_moved);

  g_free (tl_group_order_move (1000, moved, n_moved, 700, 699, TRUE, &n_back));
  g_assert_cmpuint (n_moved, >, 0);
  g_assert_cmpuint (n_moved, <=, 3);
  g_assert_cmpuint (n_back, ==, 0);
}

/* What is named comes first, the others behind it as ever. */
static void
test_lead (void)
{
  static const guint first[] = { 4, 2, 99, 4 };
  static const guint expected[] = { 4, 2, 0, 1, 3, 5, TL_NONE };
  guint              n_order;
  g_autofree guint  *order =
      tl_group_order_lead (6, first, G_N_ELEMENTS (first), &n_order);
  g_autofree guint *keys = tl_group_order_resolve (6, order, n_order);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (keys[i], ==, expected[i]);
  g_free (order);
  order = tl_group_order_lead (6, NULL, 0, &n_order);
  g_assert_cmpuint (n_order, ==, 0);
}

static void
test_names (void)
{
  g_autoptr (TlDataset) dataset = fixture_new_builtin_dataset ();

  for (guint i = 0; i <= TL_GROUP_BY_NONE; i++)
    {
      TlGroupBy group_by = (TlGroupBy)i;
      guint     n_keys = tl_group_by_count_keys (group_by, dataset);

      for (guint j = 0; j <= n_keys; j++)
        {
          guint            key = j == n_keys ? TL_NONE : j;
          guint            found = 4711;
          g_autofree char *name =
              tl_group_key_to_string (group_by, dataset, key);

          g_assert_true (
              tl_group_key_from_string (group_by, dataset, name, &found));
          g_assert_cmpuint (found, ==, key);
        }
    }
}

static void
test_unknown_names (void)
{
  static const char *const names[] = {
    "kind:party", "kind", "actor:nobody", "", "kinds:talk", "kind:talk", NULL
  };
  g_autoptr (TlDataset) dataset = fixture_new_builtin_dataset ();
  g_autoptr (GArray) keys =
      tl_group_keys_from_strings (TL_GROUP_BY_KIND, dataset, names);
  g_autoptr (GArray) none =
      tl_group_keys_from_strings (TL_GROUP_BY_KIND, dataset, NULL);
  g_autofree char *talk =
      tl_group_key_to_string (TL_GROUP_BY_KIND, dataset, TL_KIND_TALK);

  g_assert_cmpuint (keys->len, ==, 1);
  g_assert_cmpuint (g_array_index (keys, guint, 0), ==, TL_KIND_TALK);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (talk, ==, "kind:talk");
  g_assert_true (tl_group_key_is_of (TL_GROUP_BY_ACTOR, "actor:nobody"));
  g_assert_false (tl_group_key_is_of (TL_GROUP_BY_ACTOR, "kind:talk"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/group-order/resolve/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_resolve);
    }
  g_test_add_func ("/tl/group-order/moves", test_moves);
  g_test_add_func ("/tl/group-order/back", test_moves_back);
  g_test_add_func ("/tl/group-order/lead", test_lead);
  g_test_add_func ("/tl/group-order/names", test_names);
  g_test_add_func ("/tl/group-order/unknown-names", test_unknown_names);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"
#include "tl-calendar.h"
#include "tl-explorer.h"

/* What is selected, while what is shown changes under it. */

typedef struct
{
  TlExplorer *explorer;
  TlDataset  *dataset;
  guint       n_selected; /* notifications */
  guint       n_selection;
} Fixture;

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->explorer = tl_explorer_new ();
  fixture->dataset = gui_load_builtin ();
  tl_explorer_set_dataset (fixture->explorer, fixture->dataset);
  g_signal_connect (fixture->explorer, "notify::selected",
                    G_CALLBACK (count_cb), &fixture->n_selected);
  g_signal_connect (fixture->explorer, "notify::selection",
                    G_CALLBACK (count_cb), &fixture->n_selection);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->explorer);
  g_clear_object (&fixture->dataset);
}

static void
assert_selection (Fixture *fixture, const char *expected)
{
  g_autofree char *ids =
      g_strjoinv (" ", (char **)tl_explorer_get_selection (fixture->explorer));
  const char *last = strrchr (expected, ' ');

  g_assert_cmpstr (ids, ==, expected);
  if (*expected == '\0')
    g_assert_null (tl_explorer_get_selected (fixture->explorer));
  else
    g_assert_cmpstr (tl_explorer_get_selected (fixture->explorer), ==,
                     last != NULL ? last + 1 : expected);
}

static gint64
get_second (const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second;
}

static void
search (Fixture *fixture, const char *text)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, text);
  tl_explorer_set_filter (fixture->explorer, filter);
}

static void
test_alone (Fixture *fixture, gconstpointer data)
{
  tl_explorer_set_selected (fixture->explorer, "asat-test");
  assert_selection (fixture, "asat-test");
  tl_explorer_set_selected (fixture->explorer, "asat-test");
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  g_assert_cmpuint (fixture->n_selection, ==, 1);

  /* What is not there is not selected. */
  tl_explorer_set_selected (fixture->explorer, "nobody");
  assert_selection (fixture, "");
  tl_explorer_set_selected (fixture->explorer, NULL);
  g_assert_cmpuint (fixture->n_selected, ==, 2);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "asat-test", "nobody", "trump-putin-conversation",
                              "asat-test", NULL };

  tl_explorer_set_selection (fixture->explorer, ids);
  assert_selection (fixture, "asat-test trump-putin-conversation");
  g_assert_cmpuint (tl_explorer_get_n_selected (fixture->explorer), ==, 2);
  g_assert_true (tl_explorer_is_selected (fixture->explorer, "asat-test"));

  /* Taking out one that is not the last keeps what was selected last. */
  fixture->n_selected = 0;
  tl_explorer_toggle_selected (fixture->explorer, "asat-test");
  assert_selection (fixture, "trump-putin-conversation");
  g_assert_cmpuint (fixture->n_selected, ==, 0);
  tl_explorer_toggle_selected (fixture->explorer, "asat-test");
  assert_selection (fixture, "trump-putin-conversation asat-test");
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  tl_explorer_toggle_selected (fixture->explorer, "asat-test");
  tl_explorer_toggle_selected (fixture->explorer, "trump-putin-conversation");
  assert_selection (fixture, "");
}

/* What a filter hides is not selected any more; what it dims, is. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "asat-test", "trump-putin-conversation", NULL };

  tl_explorer_set_selection (fixture->explorer, ids);
  tl_explorer_set_dims (fixture->explorer, TRUE);
  search (fixture, "Putin");
  assert_selection (fixture, "asat-test trump-putin-conversation");
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_explorer_get_shown (fixture->explorer)), ==,
      tl_dataset_get_n_records (fixture->dataset));
  tl_explorer_set_dims (fixture->explorer, FALSE);
  assert_selection (fixture, "trump-putin-conversation");
  g_assert_true (tl_explorer_get_shown (fixture->explorer) ==
                 tl_explorer_get_result (fixture->explorer));
  search (fixture, "");
  assert_selection (fixture, "trump-putin-conversation");
}

/* A day on which records have other indices. */
static void
test_known_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlDataset) other = gui_load_fixture ("window.json");
  TlResult *result = NULL;
  guint     record = 0;

  tl_explorer_set_selected (fixture->explorer, "trump-putin-conversation");
  tl_explorer_set_known_on (fixture->explorer, get_second ("2020-07-28"));
  assert_selection (fixture, "trump-putin-conversation");
  result = tl_explorer_get_result (fixture->explorer);
  record =
      tl_dataset_find_record (tl_result_get_dataset (result),
                              tl_explorer_get_selected (fixture->explorer));
  g_assert_true (tl_result_contains (result, record));
  tl_explorer_set_known_on (fixture->explorer, get_second ("1999-01-01"));
  assert_selection (fixture, "");

  /* Nothing is taken over into another dataset. */
  tl_explorer_set_known_on (fixture->explorer, TL_KNOWN_ALWAYS);
  tl_explorer_set_selected (fixture->explorer, "asat-test");
  tl_explorer_set_dataset (fixture->explorer, other);
  assert_selection (fixture, "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tl/selection/alone", test_alone },
    { "/tl/selection/several", test_several },
    { "/tl/selection/filter", test_filter },
    { "/tl/selection/known-on", test_known_on },
  };

  if (!gui_test_init (&argc, &argv))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return gui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"
#include "tl-bookmarks.h"
#include "tl-history.h"
#include "tl-record-link.h"
#include "tl-view-state.h"

/* What a window remembers with, by itself: places, links, files. */

/* --- history --- */

static void
test_history (void)
{
  g_autoptr (TlHistory) history = tl_history_new ();

  g_assert_false (tl_history_can_go (history, -1));
  g_assert_false (tl_history_can_go (history, 1));
  g_assert_null (tl_history_go (history, -1));
  tl_history_visit (history, "timeline", "a");
  tl_history_visit (history, "timeline", "a");
  g_assert_false (tl_history_can_go (history, -1));
  tl_history_visit (history, "timeline", "b");
  tl_history_visit (history, "list", "b");
  g_assert_cmpstr (tl_history_go (history, -1)->view, ==, "timeline");
  g_assert_cmpstr (tl_history_go (history, -1)->record, ==, "a");
  g_assert_null (tl_history_go (history, -1));
  g_assert_cmpstr (tl_history_go (history, 1)->record, ==, "b");

  /* Another way: what lay ahead is forgotten. */
  tl_history_visit (history, "quotes", NULL);
  g_assert_false (tl_history_can_go (history, 1));
  g_assert_cmpstr (tl_history_go (history, -1)->view, ==, "timeline");
  tl_history_clear (history);
  g_assert_false (tl_history_can_go (history, -1));
}

/* However long somebody walks: it ends at the oldest place that is kept. */
static void
test_long_history (void)
{
  g_autoptr (TlHistory) history = tl_history_new ();
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      tl_history_visit (history, "timeline", id);
    }
  while (tl_history_can_go (history, -1))
    {
      g_autofree char *id = g_strdup_printf ("r%u", 998 - n);

      g_assert_cmpstr (tl_history_go (history, -1)->record, ==, id);
      n++;
    }
  g_assert_cmpuint (n, ==, 199);
}

/* --- links --- */

static void
test_links (void)
{
  static const struct
  {
    const char *record;
    const char *dataset;
    const char *link;
  } cases[] = {
    { "asat-test", NULL, "treatyline:asat-test" },
    { "asat-test", "strategic", "treatyline:asat-test?dataset=strategic" },
    { "a b/ü&?#%", "ü=&",
      "treatyline:a%20b%2F%C3%BC%26%3F%23%25"
      "?dataset=%C3%BC%3D%26" },
  };
  static const char *const others[] = {
    "",
    "treatyline",
    "treatyline:",
    "treatyline:%FF",
    "http://example.org/a",
    "asat-test",
    "file:///tmp/a.json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link =
          tl_record_link_new (cases[i].record, cases[i].dataset);
      g_autofree char *record = NULL;
      g_autofree char *dataset = NULL;

      g_assert_cmpstr (link, ==, cases[i].link);
      g_assert_true (tl_record_link_parse (link, &record, &dataset));
      g_assert_cmpstr (record, ==, cases[i].record);
      g_assert_cmpstr (dataset, ==, cases[i].dataset);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (tl_record_link_parse (others[i], NULL, NULL));
}

/* --- files --- */

static void
test_view_state (void)
{
  g_autoptr (TlViewState) state = tl_view_state_new ();
  g_autoptr (TlViewState) read = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const ids[] = { "a", "b;c", NULL };
  const char *const        dataset = "../../an id; of anything\n";

  g_assert_null (tl_view_state_load (dataset));
  state->file = g_strdup ("file:///a.json");
  state->group_by = TL_GROUP_BY_PLACE;
  state->dims = TRUE;
  state->known_on = 1595808000; /* 2020-07-27 */
  state->from = -5;
  state->to = 7;
  g_strfreev (state->selection);
  state->selection = g_strdupv ((char **)ids);
  tl_filter_add_value (state->filter, TL_FACET_TAG, "a;b\"");
  tl_filter_add_value (state->filter, TL_FACET_KIND, "talk");
  tl_filter_set_search (state->filter, "  two words\\");
  tl_filter_set_range (state->filter, G_MININT64, 99);
  tl_filter_set_certainly (state->filter, TRUE);
  tl_filter_set_contested_only (state->filter, TRUE);
  tl_view_state_save (state, dataset, &error);
  g_assert_no_error (error);

  read = tl_view_state_load (dataset);
  g_assert_nonnull (read);
  g_assert_cmpstr (read->file, ==, state->file);
  g_assert_cmpstr (read->view, ==, "timeline");
  g_assert_cmpint (read->group_by, ==, TL_GROUP_BY_PLACE);
  g_assert_true (read->dims);
  g_assert_cmpint (read->known_on, ==, state->known_on);
  g_assert_cmpint (read->from, ==, -5);
  g_assert_cmpint (read->to, ==, 7);
  g_assert_cmpstrv (read->selection, ids);
  g_assert_true (tl_filter_equal (read->filter, state->filter));

  g_assert_true (tl_view_state_forget (dataset, NULL));
  g_assert_null (tl_view_state_load (dataset));
  g_assert_true (tl_view_state_forget (dataset, NULL));
}

static void
test_bookmarks (void)
{
  g_auto (GStrv) ids = NULL;
  static const char *const expected[] = { "b", "a", NULL };

  g_assert_false (tl_bookmarks_contain ("set", "a"));
  g_assert_true (tl_bookmarks_set ("set", "a", TRUE, NULL));
  g_assert_true (tl_bookmarks_set ("set", "b", TRUE, NULL));
  /* Added again: the latest. */
  g_assert_true (tl_bookmarks_set ("set", "a", TRUE, NULL));
  ids = tl_bookmarks_dup ("set");
  g_assert_cmpstrv (ids, expected);
  g_assert_true (tl_bookmarks_set ("set", "a", FALSE, NULL));
  g_assert_false (tl_bookmarks_contain ("set", "a"));
  g_assert_true (tl_bookmarks_contain ("set", "b"));
  g_assert_false (tl_bookmarks_contain ("other", "b"));
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/tl/memory/history", test_history);
  g_test_add_func ("/tl/memory/long-history", test_long_history);
  g_test_add_func ("/tl/memory/links", test_links);
  g_test_add_func ("/tl/memory/view-state", test_view_state);
  g_test_add_func ("/tl/memory/bookmarks", test_bookmarks);
  return gui_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"
#include "tl-calendar.h"
#include "tl-expirations-view.h"

/* On tests/fixtures/expirations.json, seen on 10 March 2024. */

/* Noon of it, UTC. */
#define EPOCH "1710072000"
#define N_ENDS 12

static TlDataset *dataset;

typedef struct
{
  GtkWidget  *window;
  TlExplorer *explorer;
  GtkWidget  *view;
  guint       n_activated;
} Stage;

static void
activated_cb (GtkWidget *view, Stage *stage)
{
  stage->n_activated++;
}

static Stage *
stage_open (int width)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->explorer = tl_explorer_new ();
  tl_explorer_set_dataset (stage->explorer, dataset);
  stage->view =
      g_object_ref_sink (tl_expirations_view_new (stage->explorer, "en"));
  g_signal_connect (stage->view, "activated", G_CALLBACK (activated_cb), stage);
  stage->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->view);
  gtk_window_present (GTK_WINDOW (stage->window));
  gui_wait_for (gtk_widget_get_width (stage->view) > 0);
  gui_settle (50);
  return stage;
}

static void
stage_close (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  gui_settle (10);
  g_assert_finalize_object (stage->view);
  g_assert_finalize_object (stage->explorer);
  g_free (stage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_close)

static GtkListView *
get_list (Stage *stage)
{
  return GTK_LIST_VIEW (gui_find (stage->view, GTK_TYPE_LIST_VIEW));
}

static GtkSelectionModel *
get_model (Stage *stage)
{
  return gtk_list_view_get_model (get_list (stage));
}

static guint
get_size (Stage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (stage)));
}

static void
search (Stage *stage, const char *text)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, text);
  tl_explorer_set_filter (stage->explorer, filter);
}

static void
set_known_on (Stage *stage, const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  tl_explorer_set_known_on (stage->explorer, second);
  gui_settle (50);
}

static void
test_cards (gconstpointer data)
{
  g_autoptr (Stage) stage = stage_open (GPOINTER_TO_INT (data));

  g_assert_cmpuint (get_size (stage), ==, N_ENDS);
  gui_assert_has_text (stage->view, "Counted from today (10 March 2024).");
  gui_assert_has_text (stage->view, "Still to come");
  gui_assert_has_text (stage->view, "Today: expiration");
  gui_assert_has_text (stage->view, "today");
  gui_assert_has_text (stage->view, "The Today Treaty");
  gui_assert_has_text (stage->view, "10 March 2024");
  gui_assert_has_text (stage->view, "Planned");
  gui_assert_has_text (stage->view, "Parties: North, South");
  gui_assert_has_text (stage->view, "Source: Alpha, 1 Jun 2018");
  gui_assert_has_text (stage->view,
                       "at most 9 days ago, or at most 10 days to run");
  g_assert_nonnull (gui_find_named (
      stage->view, "today: Today: expiration, 10 Mar 2024, Expiration, "
                   "Planned, 1 source, 1 of 12"));
}

/* Each group has its heading once, above its first card. */
static void
test_groups (void)
{
  static const struct
  {
    const char *search;
    const char *heading;
    const char *text;
  } groups[] = {
    { "lapsed", "Past", "5,182 days ago" },
    { "torn notice", "Announced, without a day", "no day given" },
    { "kept", "Called off or denied", "Cancelled" },
    { "long expiration", "Still to come", "2,158 days to run" },
  };
  g_autoptr (Stage) stage = stage_open (900);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      search (stage, groups[i].search);
      gui_settle (50);
      gui_assert_has_text (stage->view, groups[i].heading);
      gui_assert_has_text (stage->view, groups[i].text);
      for (gsize j = 0; j < G_N_ELEMENTS (groups); j++)
        if (j != i)
          gui_assert_lacks_text (stage->view, groups[j].heading);
      gui_assert_has_text (stage->view, "are hidden by the filter.");
    }
}

static void
test_known_on (void)
{
  g_autoptr (Stage) stage = stage_open (900);

  set_known_on (stage, "2018-07-01");
  g_assert_cmpuint (get_size (stage), ==, 10);
  gui_assert_has_text (stage->view, "As known on 1 July 2018, and counted from "
                                    "that day.");
  gui_assert_has_text (stage->view, "2,079 days to run");
  gui_assert_lacks_text (stage->view, "The Soon Treaty");

  set_known_on (stage, "2010-01-01");
  g_assert_cmpuint (get_size (stage), ==, 0);
  gui_assert_has_text (stage->view, "Nothing Runs Out");
  gui_assert_has_text (stage->view, "On this day no source had told of a "
                                    "treaty that expires, is terminated, or "
                                    "that a party leaves.");
  gui_assert_lacks_text (stage->view, "Clear Filters");
}

static void
test_empty (void)
{
  g_autoptr (Stage) stage = stage_open (900);
  g_autoptr (TlDataset) none = gui_load_fixture ("one-bad.json");

  search (stage, "meeting");
  gui_settle (50);
  gui_assert_has_text (stage->view,
                       "12 ends of treaties are hidden by the filter.");
  gui_assert_has_text (stage->view, "Clear Filters");
  search (stage, NULL);
  g_assert_cmpuint (get_size (stage), ==, N_ENDS);
  gui_assert_lacks_text (stage->view, "Nothing Runs Out");

  tl_explorer_set_dataset (stage->explorer, NULL);
  g_assert_cmpuint (get_size (stage), ==, 0);
  gui_assert_lacks_text (stage->view, "Nothing Runs Out");
  tl_explorer_set_dataset (stage->explorer, none);
  gui_assert_has_text (stage->view, "This dataset tells of none.");
}

static gboolean
is_in_view (Stage *stage, const char *text)
{
  GtkWidget *label = gui_find_text (stage->view, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_selection (void)
{
  g_autoptr (Stage) stage = stage_open (900);

  g_assert_false (is_in_view (stage, "Kept: expiration"));
  tl_explorer_set_selected (stage->explorer, "kept-end");
  g_assert_true (gtk_selection_model_is_selected (get_model (stage), 11));
  gui_wait_for (is_in_view (stage, "Kept: expiration"));
  gtk_selection_model_select_item (get_model (stage), 0, TRUE);
  g_assert_cmpstr (tl_explorer_get_selected (stage->explorer), ==, "today-end");
  tl_explorer_set_selected (stage->explorer, "meeting");
  g_assert_false (gtk_selection_model_is_selected (get_model (stage), 0));

  g_signal_emit_by_name (get_list (stage), "activate", 1);
  g_assert_cmpuint (stage->n_activated, ==, 1);
  g_assert_cmpstr (tl_explorer_get_selected (stage->explorer), ==, "soon-end");
}

static void
test_hidden (void)
{
  g_autoptr (Stage) stage = stage_open (900);

  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  gtk_widget_set_visible (stage->view, FALSE);
  search (stage, "torn");
  tl_explorer_set_selected (stage->explorer, "torn-north-goes");
  g_assert_cmpuint (get_size (stage), ==, N_ENDS);
  gtk_widget_set_visible (stage->view, TRUE);
  gui_settle (50);
  g_assert_cmpuint (get_size (stage), ==, 2);
  g_assert_true (gtk_selection_model_is_selected (get_model (stage), 0));
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", EPOCH, TRUE);
  if (!gui_test_init (&argc, &argv))
    return 0;
  dataset = gui_load_fixture ("expirations.json");
  g_test_add_data_func ("/tl/expirations-view/cards/wide",
                        GINT_TO_POINTER (900), test_cards);
  g_test_add_data_func ("/tl/expirations-view/cards/narrow",
                        GINT_TO_POINTER (360), test_cards);
  g_test_add_func ("/tl/expirations-view/groups", test_groups);
  g_test_add_func ("/tl/expirations-view/known-on", test_known_on);
  g_test_add_func ("/tl/expirations-view/empty", test_empty);
  g_test_add_func ("/tl/expirations-view/selection", test_selection);
  g_test_add_func ("/tl/expirations-view/hidden", test_hidden);
  status = gui_test_run ();
  g_clear_object (&dataset);
  return status;
}

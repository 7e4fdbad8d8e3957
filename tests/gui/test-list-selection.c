/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-stage.h"

/* What is selected in the list is selected everywhere, and the other way
 * round. */

#define N_MANY 6000

static TlDataset *few;
static TlDataset *many;

static char *
join_selection (ListStage *stage)
{
  return g_strjoinv (" ", (char **)tl_explorer_get_selection (stage->explorer));
}

#define assert_selection(stage, ids)                                           \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *joined = join_selection (stage);                          \
    g_assert_cmpstr (joined, ==, ids);                                         \
  }                                                                            \
  G_STMT_END

/* The positions that are selected, as rows ask. */
static char *
list_selected (ListStage *stage)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < list_stage_get_n_rows (stage); i++)
    if (gtk_selection_model_is_selected (list_stage_get_selection (stage), i))
      g_string_append_printf (list, "%u", i);
  return g_string_free (list, FALSE);
}

#define assert_selected(stage, positions)                                      \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *selected = list_selected (stage);                         \
    g_assert_cmpstr (selected, ==, positions);                                 \
  }                                                                            \
  G_STMT_END

/* By date: pact-signature long-aid ministers-meet missile-test
 * pact-expiration. */
static void
test_select (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);
  GtkSelectionModel *model = list_stage_get_selection (stage);

  gtk_selection_model_select_item (model, 2, TRUE);
  assert_selection (stage, "ministers-meet");
  gtk_selection_model_select_item (model, 0, FALSE);
  assert_selection (stage, "ministers-meet pact-signature");
  assert_selected (stage, "02");
  gtk_selection_model_unselect_item (model, 2);
  assert_selection (stage, "pact-signature");
  gtk_selection_model_select_range (model, 2, 3, FALSE);
  assert_selection (
      stage, "pact-signature ministers-meet missile-test pact-expiration");
  /* Upwards: what was clicked comes last. */
  gtk_selection_model_select_item (model, 4, TRUE);
  gtk_selection_model_select_range (model, 2, 3, TRUE);
  assert_selection (stage, "pact-expiration missile-test ministers-meet");
  gtk_selection_model_select_all (model);
  assert_selected (stage, "01234");
  g_assert_cmpuint (tl_explorer_get_n_selected (stage->explorer), ==, 5);
  gtk_selection_model_unselect_all (model);
  assert_selection (stage, "");
  assert_selected (stage, "");
}

static void
count_cb (GtkSelectionModel *model, guint position, guint n, guint *count)
{
  (*count)++;
}

static void
test_select_elsewhere (void)
{
  const char *const ids[] = { "missile-test", "long-aid", NULL };
  g_autoptr (ListStage) stage = list_stage_open (few);
  guint count = 0;

  g_signal_connect (list_stage_get_selection (stage), "selection-changed",
                    G_CALLBACK (count_cb), &count);
  tl_explorer_set_selection (stage->explorer, ids);
  assert_selected (stage, "13");
  g_assert_cmpuint (count, ==, 1);
  list_stage_sort_by_heading (stage, TL_SORT_DATE, TRUE);
  assert_selected (stage, "13");
  assert_selection (stage, "missile-test long-aid");
  tl_explorer_set_selected (stage->explorer, "pact-signature");
  assert_selected (stage, "4");

  list_stage_search (stage, "missile");
  assert_selected (stage, "");
  list_stage_hide (stage);
  list_stage_search (stage, "");
  tl_explorer_set_selected (stage->explorer, "long-aid");
  gtk_widget_set_visible (GTK_WIDGET (stage->list), TRUE);
  gui_settle (50);
  assert_selected (stage, "3");
}

/* Dimmed records are selected though the list does not have them. */
static void
test_select_dimmed (void)
{
  const char *const ids[] = { "long-aid", "missile-test", NULL };
  g_autoptr (ListStage) stage = list_stage_open (few);

  tl_explorer_set_dims (stage->explorer, TRUE);
  list_stage_search (stage, "missile");
  g_assert_cmpuint (list_stage_get_n_rows (stage), ==, 1);
  tl_explorer_set_selection (stage->explorer, ids);
  assert_selected (stage, "0");
  gtk_selection_model_unselect_item (list_stage_get_selection (stage), 0);
  assert_selection (stage, "long-aid");
  gtk_selection_model_select_item (list_stage_get_selection (stage), 0, FALSE);
  assert_selection (stage, "long-aid missile-test");
  gtk_selection_model_select_item (list_stage_get_selection (stage), 0, TRUE);
  assert_selection (stage, "missile-test");
}

/* What is selected elsewhere comes into view, in any order. */
static void
test_in_view (void)
{
  g_autoptr (ListStage) stage = list_stage_open (many);
  guint n = list_stage_get_n_rows (stage);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id =
          g_strdup (list_stage_get_id (stage, i == 0 ? n - 1 : n / 2));

      tl_explorer_set_selected (stage->explorer, id);
      gui_wait_for (list_stage_find_row (stage, id) != NULL);
      list_stage_sort_by_heading (
          stage, i % 2 == 0 ? TL_SORT_SOURCES : TL_SORT_DATE, i == 0);
      gui_wait_for (list_stage_find_row (stage, id) != NULL);
    }
}

static void
test_activate (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);

  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.activate",
                              NULL);
  g_assert_cmpuint (stage->n_activated, ==, 0);
  g_signal_emit_by_name (stage->list->view, "activate", 3);
  g_assert_cmpuint (stage->n_activated, ==, 1);
  assert_selection (stage, "missile-test");
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.activate",
                              NULL);
  g_assert_cmpuint (stage->n_activated, ==, 2);
}

int
main (int argc, char **argv)
{
  int status;

  if (!gui_test_init (&argc, &argv))
    return 0;
  few = gui_load_fixture ("facets.json");
  many = list_stage_load_made_up (N_MANY);
  g_test_add_func ("/tl/list-selection/here", test_select);
  g_test_add_func ("/tl/list-selection/elsewhere", test_select_elsewhere);
  g_test_add_func ("/tl/list-selection/dimmed", test_select_dimmed);
  g_test_add_func ("/tl/list-selection/in-view", test_in_view);
  g_test_add_func ("/tl/list-selection/activate", test_activate);
  status = gui_test_run ();
  g_clear_object (&few);
  g_clear_object (&many);
  return status;
}

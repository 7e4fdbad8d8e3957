/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-stage.h"
#include "tl-record-item.h"

/* The list in a window of its own, with few records, and with so many that
 * other threads put them in order. */

#define N_MANY 6000
#define N_VERY_MANY 30000
/* More widgets than any window needs for rows. */
#define MAX_ROWS 300

static TlDataset *few;
static TlDataset *many;

/* --- rows --- */

static void
test_rows (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);
  GtkWidget       *root = GTK_WIDGET (stage->list);
  GtkWidget       *row = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (list_stage_get_n_rows (stage), ==, 5);
  row = list_stage_find_row (stage, "ministers-meet");
  g_assert_nonnull (row);
  gui_assert_has_text (row, "Talk");
  gui_assert_has_text (row, "Vienna");
  gui_assert_has_text (row, "Occurred");
  gui_assert_has_text (root, "Participants");
  sentence = gui_dup_name (row);
  g_assert_true (g_str_has_prefix (sentence, "Ministers meet"));
  g_assert_nonnull (strstr (sentence, "Talk"));
  g_assert_true (g_str_has_suffix (sentence, "3 of 5"));
  g_assert_nonnull (gui_find_named (row, "Place: Vienna"));
}

/* Nobody sees the list: it does nothing, and catches up later. */
static void
test_hidden (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);

  list_stage_hide (stage);
  list_stage_search (stage, "minist");
  g_assert_cmpuint (list_stage_get_n_rows (stage), ==, 5);
  gtk_widget_set_visible (GTK_WIDGET (stage->list), TRUE);
  gui_settle (50);
  g_assert_cmpuint (
      list_stage_get_n_rows (stage), ==,
      tl_result_get_n_shown (tl_explorer_get_result (stage->explorer)));
  g_assert_cmpuint (list_stage_get_n_rows (stage), <, 5);

  list_stage_search (stage, "qqqq");
  g_assert_cmpuint (list_stage_get_n_rows (stage), ==, 0);
  gui_assert_has_text (GTK_WIDGET (stage->list),
                       "No record passes the filter.");
  tl_explorer_set_dataset (stage->explorer, NULL);
  gui_assert_lacks_text (GTK_WIDGET (stage->list),
                         "No record passes the filter.");
}

/* What a search matches is marked, and no more once it is over. */
static void
test_matches (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);
  GtkWidget *label = NULL;

  list_stage_search (stage, "vienna");
  gui_settle (50);
  label =
      gui_find_text (list_stage_find_row (stage, "ministers-meet"), "Vienna");
  g_assert_nonnull (gtk_label_get_attributes (GTK_LABEL (label)));
  list_stage_search (stage, NULL);
  gui_settle (50);
  label =
      gui_find_text (list_stage_find_row (stage, "ministers-meet"), "Vienna");
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));
}

/* However many there are, there are widgets for those in view only. */
static void
test_very_many (void)
{
  g_autoptr (TlDataset) dataset = list_stage_load_made_up (N_VERY_MANY);
  ListStage *stage = list_stage_open (dataset);
  g_autoptr (GPtrArray) rows = list_stage_get_rows (stage);

  g_assert_cmpuint (list_stage_get_n_rows (stage), ==,
                    tl_dataset_get_n_records (dataset));
  g_assert_cmpuint (rows->len, >, 5);
  g_assert_cmpuint (rows->len, <, MAX_ROWS);
  tl_explorer_set_selected (stage->explorer,
                            list_stage_get_id (stage, N_VERY_MANY / 2));
  gui_wait_for (list_stage_find_row (
                    stage, tl_explorer_get_selected (stage->explorer)) != NULL);
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = list_stage_get_rows (stage);
  g_assert_cmpuint (rows->len, <, MAX_ROWS);
  list_stage_close (stage);
}

/* Whatever follows whatever: the rows show what the list has. */
static guint
count_rows_right (ListStage *stage)
{
  g_autoptr (GPtrArray) rows = list_stage_get_rows (stage);
  guint n_items = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      TlRecordItem *item =
          tl_list_view_find_item (stage->list, g_ptr_array_index (rows, i));
      g_autoptr (TlRecordItem) same = NULL;

      if (item == NULL)
        continue;
      same = g_list_model_get_item (G_LIST_MODEL (stage->list->records),
                                    tl_record_item_get_position (item));
      g_assert_true (same == item);
      g_assert_cmpstr (
          tl_record_item_get_id (item), ==,
          list_stage_get_id (stage, tl_record_item_get_position (item)));
      n_items++;
    }
  return n_items;
}

static void
test_changes (void)
{
  static const char *const searches[] = { "border", "", "ceasefire", "town",
                                          "border town" };
  g_autoptr (ListStage) stage = list_stage_open (many);

  for (int i = 0; i < 6; i++)
    {
      TlSortKey key =
          g_test_rand_int_range (0, 3) == 0 ? TL_SORT_KIND : TL_SORT_DATE;
      guint n;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          list_stage_search (
              stage,
              searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))]);
          break;
        case 1:
          tl_list_view_sort_by (stage->list, key, g_test_rand_bit ());
          gui_wait_for (stage->list->ranking == NULL);
          break;
        default:
          n = list_stage_get_n_rows (stage);
          if (n > 0)
            tl_explorer_set_selected (
                stage->explorer,
                list_stage_get_id (stage,
                                   (guint)g_test_rand_int_range (0, (int)n)));
        }
      gui_settle (20);
      gui_wait_for (count_rows_right (stage) >=
                    MIN (list_stage_get_n_rows (stage), 5));
    }
}

/* --- sorting --- */

static void
assert_order (ListStage *stage, TlSortKey key, gboolean descending)
{
  TlResult    *result = tl_explorer_get_result (stage->explorer);
  guint        n;
  const guint *records = tl_result_get_records (result, &n);
  g_autoptr (TlRecordRanks) ranks = NULL;
  g_autofree guint *sorted = NULL;

  g_assert_true (tl_record_list_get_result (stage->list->records) == result);
  g_assert_cmpuint (list_stage_get_n_rows (stage), ==, n);
  if (key != TL_SORT_DATE)
    {
      ranks =
          tl_record_ranks_new (tl_result_get_dataset (result), key, "en", NULL);
      sorted = tl_record_ranks_sort (ranks, records, n, descending);
    }
  for (guint i = 0; i < n; i++)
    {
      guint expected =
          sorted != NULL ? sorted[i] : records[descending ? n - 1 - i : i];

      g_assert_cmpuint (tl_record_list_get_record (stage->list->records, i), ==,
                        expected);
      g_assert_cmpuint (tl_record_list_find (stage->list->records,
                                             list_stage_get_id (stage, i)),
                        ==, i);
    }
}

static void
test_sort (gconstpointer data)
{
  TlDataset *dataset = *(TlDataset *const *)data;
  g_autoptr (ListStage) stage = list_stage_open (dataset);

  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1270,
                               LIST_STAGE_HEIGHT);
  gui_settle (50);
  for (int key = 0; key < TL_N_SORT_KEYS * 2; key++)
    {
      g_autofree char *sort = NULL;
      gboolean         descending;

      g_test_message ("%s", tl_sort_key_to_nick ((TlSortKey)(key / 2)));
      list_stage_sort_by_heading (stage, (TlSortKey)(key / 2), key % 2 == 1);
      assert_order (stage, (TlSortKey)(key / 2), key % 2 == 1);
      g_object_get (stage->list, "sort", &sort, "descending", &descending,
                    NULL);
      g_assert_cmpstr (sort, ==, tl_sort_key_to_nick ((TlSortKey)(key / 2)));
      g_assert_cmpint (descending, ==, key % 2 == 1);
    }
}

/* What was there stays until the new order is; a filter keeps the order. */
static void
test_sort_many (void)
{
  g_autoptr (ListStage) stage = list_stage_open (many);
  guint n_all = list_stage_get_n_rows (stage);

  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.sort", "s",
                              "place");
  g_assert_nonnull (stage->list->ranking);
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.sort", "s",
                              "title");
  g_assert_nonnull (stage->list->ranking);
  g_assert_cmpuint (list_stage_get_n_rows (stage), ==, n_all);
  gui_wait_for (stage->list->ranking == NULL);
  assert_order (stage, TL_SORT_TITLE, FALSE);

  list_stage_search (stage, "border");
  g_assert_null (stage->list->ranking);
  assert_order (stage, TL_SORT_TITLE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.descending",
                              NULL);
  assert_order (stage, TL_SORT_TITLE, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.sort", "s",
                              "colour");
  assert_order (stage, TL_SORT_TITLE, TRUE);
}

/* The list goes while its records are being put in order. */
static void
test_closed (void)
{
  ListStage *stage = list_stage_open (many);

  tl_list_view_sort_by (stage->list, TL_SORT_TITLE, FALSE);
  g_assert_nonnull (stage->list->ranking);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_object_add_weak_pointer (G_OBJECT (stage->list), (gpointer *)&stage->list);
  g_object_unref (stage->list);
  gui_wait_for (stage->list == NULL);
  g_assert_finalize_object (stage->explorer);
  g_free (stage);
}

/* --- layout and menu --- */

static void
resize (ListStage *stage, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width,
                               LIST_STAGE_HEIGHT);
  gui_wait_for (gtk_widget_get_width (GTK_WIDGET (stage->list)) == width);
  gui_settle (50);
}

static guint
count_columns (ListStage *stage)
{
  return g_list_model_get_n_items (
      gtk_column_view_get_columns (stage->list->view));
}

static void
test_narrow (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);
  GtkWidget *root = GTK_WIDGET (stage->list);

  resize (stage, 1270);
  g_assert_cmpuint (count_columns (stage), ==, TL_N_SORT_KEYS);
  list_stage_sort_by_heading (stage, TL_SORT_PLACE, FALSE);

  resize (stage, 360);
  g_assert_cmpuint (count_columns (stage), ==, 1);
  assert_order (stage, TL_SORT_PLACE, FALSE);
  gui_assert_has_text (root, "Sorted by: Place");
  gui_assert_lacks_text (root, "Participants");
  gui_assert_has_text (list_stage_find_row (stage, "ministers-meet"),
                       "· Talk · Occurred");

  tl_list_view_sort_by (stage->list, TL_SORT_TITLE, TRUE);
  resize (stage, 800);
  g_assert_cmpuint (count_columns (stage), >, 2);
  assert_order (stage, TL_SORT_TITLE, TRUE);
  gui_assert_lacks_text (root, "Sorted by: Title");
  gui_assert_has_text (root, "Kind");
  gui_assert_lacks_text (list_stage_find_row (stage, "ministers-meet"),
                         "· Talk · Occurred");
}

/* Columns never take more than there is, and leave the title its part. */
static void
test_widths (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);
  GtkColumnViewColumn *place;
  int                  narrow;

  for (int width = 600; width <= 1100; width += 100)
    {
      GListModel *columns = gtk_column_view_get_columns (stage->list->view);
      int         sum = 0;

      resize (stage, width);
      for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
        {
          g_autoptr (GtkColumnViewColumn) column =
              g_list_model_get_item (columns, i);

          sum += MAX (gtk_column_view_column_get_fixed_width (column), 0);
        }
      g_assert_cmpint (sum, >, 0);
      g_assert_cmpint (sum, <, width - 100);
    }
  place = stage->list->columns[TL_SORT_PLACE];
  narrow = gtk_column_view_column_get_fixed_width (place);
  resize (stage, 1270);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (place), >, narrow);
  /* What somebody has dragged a column to stays. */
  gtk_column_view_column_set_fixed_width (place, 321);
  resize (stage, 1200);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (place), ==, 321);
}

static void
test_menu (void)
{
  g_autoptr (ListStage) stage = list_stage_open (few);
  GtkWidget *row = list_stage_find_row (stage, "long-aid");

  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "menu.popup", NULL);
  g_assert_null (stage->list->menu);
  gtk_window_set_focus (GTK_WINDOW (stage->window), row);
  gtk_widget_activate_action (row, "menu.popup", NULL);
  g_assert_nonnull (stage->list->menu);
  gui_wait_for (gtk_widget_get_mapped (stage->list->menu));
  g_assert_cmpstr (tl_explorer_get_selected (stage->explorer), ==, "long-aid");
  gui_assert_has_text (stage->list->menu, "Show Details");
  gtk_popover_popdown (GTK_POPOVER (stage->list->menu));
  gui_settle (50);
}

int
main (int argc, char **argv)
{
  int status;

  if (!gui_test_init (&argc, &argv))
    return 0;
  few = gui_load_fixture ("facets.json");
  many = list_stage_load_made_up (N_MANY);
  g_test_add_func ("/tl/list-view/rows", test_rows);
  g_test_add_func ("/tl/list-view/hidden", test_hidden);
  g_test_add_func ("/tl/list-view/matches", test_matches);
  g_test_add_func ("/tl/list-view/changes", test_changes);
  g_test_add_func ("/tl/list-view/very-many", test_very_many);
  g_test_add_data_func ("/tl/list-view/sort/few", &few, test_sort);
  g_test_add_data_func ("/tl/list-view/sort/many", &many, test_sort);
  g_test_add_func ("/tl/list-view/sort/in-thread", test_sort_many);
  g_test_add_func ("/tl/list-view/sort/closed", test_closed);
  g_test_add_func ("/tl/list-view/narrow", test_narrow);
  g_test_add_func ("/tl/list-view/widths", test_widths);
  g_test_add_func ("/tl/list-view/menu", test_menu);
  status = gui_test_run ();
  g_clear_object (&few);
  g_clear_object (&many);
  return status;
}

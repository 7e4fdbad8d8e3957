/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate-published.h"
#include "gui-test.h"
#include "tl-list-view-private.h"
#include "tl-reader.h"
#include "tl-record-item.h"

/* The list in a window of its own, with few records, and with so many that
 * other threads put them in order. */

#define N_MANY 20000
#define N_VERY_MANY 100000
#define WIDTH 1100
#define HEIGHT 600
/* More widgets than any window needs for rows. */
#define MAX_ROWS 300

static TlDataset *few;
static TlDataset *many;

typedef struct
{
  GtkWidget  *window;
  TlExplorer *explorer;
  TlListView *list;
  guint       n_activated;
} Stage;

static TlDataset *
load_made_up (guint n_events)
{
  const GenerateOptions options = { .n_events = n_events, .lines = TRUE };
  g_autoptr (GBytes) bytes = generate_bytes_published (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset =
      tl_reader_load_bytes (bytes, "made-up", NULL, problems, NULL);

  g_assert_nonnull (dataset);
  return dataset;
}

static void
activated_cb (TlListView *list, Stage *stage)
{
  stage->n_activated++;
}

static Stage *
stage_open (TlDataset *dataset)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->explorer = tl_explorer_new ();
  tl_explorer_set_dataset (stage->explorer, dataset);
  stage->list = g_object_ref_sink (
      TL_LIST_VIEW (tl_list_view_new (stage->explorer, "en")));
  g_signal_connect (stage->list, "activated", G_CALLBACK (activated_cb), stage);
  stage->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->list));
  gtk_window_present (GTK_WINDOW (stage->window));
  gui_wait_for (gtk_widget_get_width (GTK_WIDGET (stage->list)) > 0);
  gui_settle (50);
  return stage;
}

static void
stage_close (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  gui_settle (10);
  g_assert_finalize_object (stage->list);
  g_assert_finalize_object (stage->explorer);
  g_free (stage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_close)

static void
search (Stage *stage, const char *text)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, text);
  tl_explorer_set_filter (stage->explorer, filter);
  gui_wait_for (!tl_explorer_get_busy (stage->explorer));
}

static guint
get_n_rows (Stage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (stage->list->records));
}

static GtkSelectionModel *
get_selection (Stage *stage)
{
  return GTK_SELECTION_MODEL (stage->list->records);
}

static const char *
get_id (Stage *stage, guint position)
{
  TlResult *result = tl_record_list_get_result (stage->list->records);

  return tl_dataset_get_record_id (
      tl_result_get_dataset (result),
      tl_record_list_get_record (stage->list->records, position));
}

/* What the widgets show, from the top down. */
static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "row") &&
         gtk_widget_get_child_visible (widget);
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (is_row (widget))
    g_ptr_array_add (rows, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      collect_rows (child, rows);
}

static GPtrArray *
get_rows (Stage *stage)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (stage->list->scroller, rows);
  return rows;
}

/* The row of a record, when there is a widget for it that can be seen. */
static GtkWidget *
find_row (Stage *stage, const char *id)
{
  g_autoptr (GPtrArray) rows = get_rows (stage);
  graphene_rect_t bounds;

  for (guint i = 0; i < rows->len; i++)
    {
      TlRecordItem *item =
          tl_list_view_find_item (stage->list, g_ptr_array_index (rows, i));

      if (item != NULL && g_str_equal (tl_record_item_get_id (item), id) &&
          gtk_widget_compute_bounds (g_ptr_array_index (rows, i),
                                     stage->list->scroller, &bounds) &&
          bounds.origin.y >= 0 &&
          bounds.origin.y + bounds.size.height <=
              (float)gtk_widget_get_height (stage->list->scroller) + 1)
        return g_ptr_array_index (rows, i);
    }
  return NULL;
}

/* --- rows --- */

static void
test_rows (void)
{
  g_autoptr (Stage) stage = stage_open (few);
  GtkWidget       *root = GTK_WIDGET (stage->list);
  GtkWidget       *row = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (get_n_rows (stage), ==, 5);
  row = find_row (stage, "ministers-meet");
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

/* GTK 4.8 holds on to what is hidden together with the focus. */
static void
hide (Stage *stage)
{
  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  gtk_widget_set_visible (GTK_WIDGET (stage->list), FALSE);
}

/* Nobody sees the list: it does nothing, and catches up later. */
static void
test_hidden (void)
{
  g_autoptr (Stage) stage = stage_open (few);

  hide (stage);
  search (stage, "minist");
  g_assert_cmpuint (get_n_rows (stage), ==, 5);
  gtk_widget_set_visible (GTK_WIDGET (stage->list), TRUE);
  gui_settle (50);
  g_assert_cmpuint (
      get_n_rows (stage), ==,
      tl_result_get_n_shown (tl_explorer_get_result (stage->explorer)));
  g_assert_cmpuint (get_n_rows (stage), <, 5);

  search (stage, "qqqq");
  g_assert_cmpuint (get_n_rows (stage), ==, 0);
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
  g_autoptr (Stage) stage = stage_open (few);
  GtkWidget *label = NULL;

  search (stage, "vienna");
  gui_settle (50);
  label = gui_find_text (find_row (stage, "ministers-meet"), "Vienna");
  g_assert_nonnull (gtk_label_get_attributes (GTK_LABEL (label)));
  search (stage, NULL);
  gui_settle (50);
  label = gui_find_text (find_row (stage, "ministers-meet"), "Vienna");
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));
}

/* However many there are, there are widgets for those in view only. */
static void
test_very_many (void)
{
  g_autoptr (TlDataset) dataset = load_made_up (N_VERY_MANY);
  Stage *stage = stage_open (dataset);
  g_autoptr (GPtrArray) rows = get_rows (stage);

  g_assert_cmpuint (get_n_rows (stage), ==, tl_dataset_get_n_records (dataset));
  g_assert_cmpuint (rows->len, >, 5);
  g_assert_cmpuint (rows->len, <, MAX_ROWS);
  tl_explorer_set_selected (stage->explorer, get_id (stage, N_VERY_MANY / 2));
  gui_wait_for (find_row (stage, tl_explorer_get_selected (stage->explorer)) !=
                NULL);
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = get_rows (stage);
  g_assert_cmpuint (rows->len, <, MAX_ROWS);
  stage_close (stage);
}

/* Whatever follows whatever: the rows show what the list has. */
static guint
count_rows_right (Stage *stage)
{
  g_autoptr (GPtrArray) rows = get_rows (stage);
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
      g_assert_cmpstr (tl_record_item_get_id (item), ==,
                       get_id (stage, tl_record_item_get_position (item)));
      n_items++;
    }
  return n_items;
}

static void
test_changes (void)
{
  static const char *const searches[] = { "border", "", "ceasefire", "town",
                                          "border town" };
  g_autoptr (Stage) stage = stage_open (many);

  for (int i = 0; i < 24; i++)
    {
      TlSortKey key =
          g_test_rand_int_range (0, 3) == 0 ? TL_SORT_KIND : TL_SORT_DATE;
      guint n;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          search (stage,
                  searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))]);
          break;
        case 1:
          tl_list_view_sort_by (stage->list, key, g_test_rand_bit ());
          gui_wait_for (stage->list->ranking == NULL);
          break;
        default:
          n = get_n_rows (stage);
          if (n > 0)
            tl_explorer_set_selected (
                stage->explorer,
                get_id (stage, (guint)g_test_rand_int_range (0, (int)n)));
        }
      gui_settle (20);
      gui_wait_for (count_rows_right (stage) >= MIN (get_n_rows (stage), 5));
    }
}

/* --- sorting --- */

static void
assert_order (Stage *stage, TlSortKey key, gboolean descending)
{
  TlResult    *result = tl_explorer_get_result (stage->explorer);
  guint        n;
  const guint *records = tl_result_get_records (result, &n);
  g_autoptr (TlRecordRanks) ranks = NULL;
  g_autofree guint *sorted = NULL;

  g_assert_true (tl_record_list_get_result (stage->list->records) == result);
  g_assert_cmpuint (get_n_rows (stage), ==, n);
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
      g_assert_cmpuint (
          tl_record_list_find (stage->list->records, get_id (stage, i)), ==, i);
    }
}

/* As a click on the heading does. */
static void
sort_by_heading (Stage *stage, TlSortKey key, gboolean descending)
{
  gtk_column_view_sort_by_column (stage->list->view, stage->list->columns[key],
                                  descending ? GTK_SORT_DESCENDING
                                             : GTK_SORT_ASCENDING);
  gui_wait_for (stage->list->ranking == NULL);
}

static void
test_sort (gconstpointer data)
{
  TlDataset *dataset = *(TlDataset *const *)data;
  g_autoptr (Stage) stage = stage_open (dataset);

  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1270, HEIGHT);
  gui_settle (50);
  for (int key = 0; key < TL_N_SORT_KEYS * 2; key++)
    {
      g_autofree char *sort = NULL;
      gboolean         descending;

      g_test_message ("%s", tl_sort_key_to_nick ((TlSortKey)(key / 2)));
      sort_by_heading (stage, (TlSortKey)(key / 2), key % 2 == 1);
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
  g_autoptr (Stage) stage = stage_open (many);
  guint n_all = get_n_rows (stage);

  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.sort", "s",
                              "place");
  g_assert_nonnull (stage->list->ranking);
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "list-view.sort", "s",
                              "title");
  g_assert_nonnull (stage->list->ranking);
  g_assert_cmpuint (get_n_rows (stage), ==, n_all);
  gui_wait_for (stage->list->ranking == NULL);
  assert_order (stage, TL_SORT_TITLE, FALSE);

  search (stage, "border");
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
  Stage *stage = stage_open (many);

  tl_list_view_sort_by (stage->list, TL_SORT_TITLE, FALSE);
  g_assert_nonnull (stage->list->ranking);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_object_add_weak_pointer (G_OBJECT (stage->list), (gpointer *)&stage->list);
  g_object_unref (stage->list);
  gui_wait_for (stage->list == NULL);
  g_assert_finalize_object (stage->explorer);
  g_free (stage);
}

/* --- selection --- */

static char *
join_selection (Stage *stage)
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
list_selected (Stage *stage)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < get_n_rows (stage); i++)
    if (gtk_selection_model_is_selected (get_selection (stage), i))
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
  g_autoptr (Stage) stage = stage_open (few);
  GtkSelectionModel *model = get_selection (stage);

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
  g_autoptr (Stage) stage = stage_open (few);
  guint count = 0;

  g_signal_connect (get_selection (stage), "selection-changed",
                    G_CALLBACK (count_cb), &count);
  tl_explorer_set_selection (stage->explorer, ids);
  assert_selected (stage, "13");
  g_assert_cmpuint (count, ==, 1);
  sort_by_heading (stage, TL_SORT_DATE, TRUE);
  assert_selected (stage, "13");
  assert_selection (stage, "missile-test long-aid");
  tl_explorer_set_selected (stage->explorer, "pact-signature");
  assert_selected (stage, "4");

  search (stage, "missile");
  assert_selected (stage, "");
  hide (stage);
  search (stage, "");
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
  g_autoptr (Stage) stage = stage_open (few);

  tl_explorer_set_dims (stage->explorer, TRUE);
  search (stage, "missile");
  g_assert_cmpuint (get_n_rows (stage), ==, 1);
  tl_explorer_set_selection (stage->explorer, ids);
  assert_selected (stage, "0");
  gtk_selection_model_unselect_item (get_selection (stage), 0);
  assert_selection (stage, "long-aid");
  gtk_selection_model_select_item (get_selection (stage), 0, FALSE);
  assert_selection (stage, "long-aid missile-test");
  gtk_selection_model_select_item (get_selection (stage), 0, TRUE);
  assert_selection (stage, "missile-test");
}

/* What is selected elsewhere comes into view, in any order. */
static void
test_in_view (void)
{
  g_autoptr (Stage) stage = stage_open (many);
  guint n = get_n_rows (stage);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup (get_id (stage, i == 0 ? n - 1 : n / 2));

      tl_explorer_set_selected (stage->explorer, id);
      gui_wait_for (find_row (stage, id) != NULL);
      sort_by_heading (stage, i % 2 == 0 ? TL_SORT_SOURCES : TL_SORT_DATE,
                       i == 0);
      gui_wait_for (find_row (stage, id) != NULL);
    }
}

static void
test_activate (void)
{
  g_autoptr (Stage) stage = stage_open (few);

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

/* --- layout and menu --- */

static void
resize (Stage *stage, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, HEIGHT);
  gui_wait_for (gtk_widget_get_width (GTK_WIDGET (stage->list)) == width);
  gui_settle (50);
}

static guint
count_columns (Stage *stage)
{
  return g_list_model_get_n_items (
      gtk_column_view_get_columns (stage->list->view));
}

static void
test_narrow (void)
{
  g_autoptr (Stage) stage = stage_open (few);
  GtkWidget *root = GTK_WIDGET (stage->list);

  resize (stage, 1270);
  g_assert_cmpuint (count_columns (stage), ==, TL_N_SORT_KEYS);
  sort_by_heading (stage, TL_SORT_PLACE, FALSE);

  resize (stage, 360);
  g_assert_cmpuint (count_columns (stage), ==, 1);
  assert_order (stage, TL_SORT_PLACE, FALSE);
  gui_assert_has_text (root, "Sorted by: Place");
  gui_assert_lacks_text (root, "Participants");
  gui_assert_has_text (find_row (stage, "ministers-meet"), "· Talk · Occurred");

  tl_list_view_sort_by (stage->list, TL_SORT_TITLE, TRUE);
  resize (stage, 800);
  g_assert_cmpuint (count_columns (stage), >, 2);
  assert_order (stage, TL_SORT_TITLE, TRUE);
  gui_assert_lacks_text (root, "Sorted by: Title");
  gui_assert_has_text (root, "Kind");
  gui_assert_lacks_text (find_row (stage, "ministers-meet"),
                         "· Talk · Occurred");
}

static void
test_menu (void)
{
  g_autoptr (Stage) stage = stage_open (few);
  GtkWidget *row = find_row (stage, "long-aid");

  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (stage->list), "menu.popup", NULL);
  g_assert_null (stage->list->menu);
  gtk_window_set_focus (GTK_WINDOW (stage->window), row);
  gtk_widget_activate_action (row, "menu.popup", NULL);
  g_assert_nonnull (stage->list->menu);
  gui_wait_for (gtk_widget_get_mapped (stage->list->menu));
  assert_selection (stage, "long-aid");
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
  many = load_made_up (N_MANY);
  g_test_add_func ("/tl/list-view/rows", test_rows);
  g_test_add_func ("/tl/list-view/hidden", test_hidden);
  g_test_add_func ("/tl/list-view/matches", test_matches);
  g_test_add_func ("/tl/list-view/changes", test_changes);
  g_test_add_func ("/tl/list-view/very-many", test_very_many);
  g_test_add_data_func ("/tl/list-view/sort/few", &few, test_sort);
  g_test_add_data_func ("/tl/list-view/sort/many", &many, test_sort);
  g_test_add_func ("/tl/list-view/sort/in-thread", test_sort_many);
  g_test_add_func ("/tl/list-view/sort/closed", test_closed);
  g_test_add_func ("/tl/list-view/select/here", test_select);
  g_test_add_func ("/tl/list-view/select/elsewhere", test_select_elsewhere);
  g_test_add_func ("/tl/list-view/select/dimmed", test_select_dimmed);
  g_test_add_func ("/tl/list-view/select/in-view", test_in_view);
  g_test_add_func ("/tl/list-view/activate", test_activate);
  g_test_add_func ("/tl/list-view/narrow", test_narrow);
  g_test_add_func ("/tl/list-view/menu", test_menu);
  status = gui_test_run ();
  g_clear_object (&few);
  g_clear_object (&many);
  return status;
}

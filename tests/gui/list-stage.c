/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-stage.h"

#include "generate-published.h"
#include "tl-reader.h"
#include "tl-record-item.h"

#define WIDTH 1100

TlDataset *
list_stage_load_made_up (guint n_events)
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
activated_cb (TlListView *list, ListStage *stage)
{
  stage->n_activated++;
}

ListStage *
list_stage_open (TlDataset *dataset)
{
  ListStage *stage = g_new0 (ListStage, 1);

  stage->explorer = tl_explorer_new ();
  tl_explorer_set_dataset (stage->explorer, dataset);
  stage->list = g_object_ref_sink (
      TL_LIST_VIEW (tl_list_view_new (stage->explorer, "en")));
  g_signal_connect (stage->list, "activated", G_CALLBACK (activated_cb), stage);
  stage->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH,
                               LIST_STAGE_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->list));
  gtk_window_present (GTK_WINDOW (stage->window));
  gui_wait_for (gtk_widget_get_width (GTK_WIDGET (stage->list)) > 0);
  gui_settle (50);
  return stage;
}

void
list_stage_close (ListStage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  gui_settle (10);
  g_assert_finalize_object (stage->list);
  g_assert_finalize_object (stage->explorer);
  g_free (stage);
}

void
list_stage_search (ListStage *stage, const char *text)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, text);
  tl_explorer_set_filter (stage->explorer, filter);
  gui_wait_for (!tl_explorer_get_busy (stage->explorer));
}

guint
list_stage_get_n_rows (ListStage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (stage->list->records));
}

GtkSelectionModel *
list_stage_get_selection (ListStage *stage)
{
  return GTK_SELECTION_MODEL (stage->list->records);
}

const char *
list_stage_get_id (ListStage *stage, guint position)
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

GPtrArray *
list_stage_get_rows (ListStage *stage)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (stage->list->scroller, rows);
  return rows;
}

/* The row of a record, when there is a widget for it that can be seen. */
GtkWidget *
list_stage_find_row (ListStage *stage, const char *id)
{
  g_autoptr (GPtrArray) rows = list_stage_get_rows (stage);
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

/* GTK 4.8 holds on to what is hidden together with the focus. */
void
list_stage_hide (ListStage *stage)
{
  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  gtk_widget_set_visible (GTK_WIDGET (stage->list), FALSE);
}

/* As a click on the heading does. */
void
list_stage_sort_by_heading (ListStage *stage,
                            TlSortKey  key,
                            gboolean   descending)
{
  gtk_column_view_sort_by_column (stage->list->view, stage->list->columns[key],
                                  descending ? GTK_SORT_DESCENDING
                                             : GTK_SORT_ASCENDING);
  gui_wait_for (stage->list->ranking == NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-view-private.h"

#include "tl-column-sort.h"
#include "tl-column-words.h"
#include "tl-glyph-image.h"
#include "tl-label-direction.h"
#include "tl-pane-parts.h"
#include "tl-record-cells.h"
#include "tl-record-item.h"
#include "tl-row-layout.h"
#include "tl-search-highlight.h"

/* Columns and what is in their cells. A cell is made once for each row in view
 * and then shows one record after another. */

#define ITEM_KEY "tl-record-item"
#define CELL_SPACING 6
/* Left and right of what is in a cell. */
#define CELL_PADDING 20
/* Around a title, with the arrow of the order. */
#define TITLE_PADDING 28
/* Of the mark beside a word. */
#define PICTURE_WIDTH 16

typedef struct
{
  TlSortKey key;
  int       n_least; /* so wide at least, in characters */
  int       n_best;  /* and so wide when there is room; the title gets the rest
                        as well */
} Column;

/* From the start to the end. The least widths together fit beside the details
 * in a window of 1280 pixels; most cells then have one line, and few are cut.
 */
static const Column columns[] = {
  { TL_SORT_DATE, 23, 33 },    { TL_SORT_KIND, 15, 24 },
  { TL_SORT_TITLE, 22, 40 },   { TL_SORT_PARTICIPANTS, 19, 40 },
  { TL_SORT_PLACE, 12, 34 },   { TL_SORT_CERTAINTY, 13, 24 },
  { TL_SORT_SOURCES, 10, 10 },
};

/* Which columns are shown when there is not room for all. */
static const TlSortKey importance[] = {
  TL_SORT_TITLE,        TL_SORT_DATE,    TL_SORT_KIND,  TL_SORT_CERTAINTY,
  TL_SORT_PARTICIPANTS, TL_SORT_SOURCES, TL_SORT_PLACE,
};
/* With fewer than these the list is compact. */
#define N_NEEDED 3

/* Of so many characters. */
static int
get_width (TlListView *self, int n_chars)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (n_chars * char_width) + CELL_PADDING;
}

/* Once: it takes a layout for each. */
static void
measure_words (TlListView *self)
{
  if (self->has_words)
    return;
  self->has_words = TRUE;
  for (int key = 0; key < TL_N_SORT_KEYS; key++)
    self->words[key] =
        tl_column_measure_words (GTK_WIDGET (self->view), (TlSortKey)key);
}

/* What a column needs for its title, and for what stands below. */
static int
get_least_width (TlListView *self, const Column *column)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (
      GTK_WIDGET (self->view), tl_record_cell_get_title (column->key));
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  width += TITLE_PADDING;
  if (self->words[column->key] > 0)
    width = MAX (width, self->words[column->key] + PICTURE_WIDTH +
                            CELL_SPACING + CELL_PADDING);
  return MAX (get_width (self, column->n_least), width);
}

static const Column *
get_column (TlSortKey key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].key == key)
      return &columns[i];
  g_return_val_if_reached (&columns[0]);
}

/* --- cells --- */

static gboolean
query_tooltip_cb (
    GtkLabel *label, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/* Text that has no room ends in an ellipsis, and then a tooltip has it all. */
static GtkWidget *
label_new (int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), n_lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  tl_label_align_to_start (GTK_LABEL (label));
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb),
                    NULL);
  return label;
}

/* Its last child takes the width that is left. */
static GtkWidget *
row_new (int spacing)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, tl_row_layout_new (spacing));
  return row;
}

static GtkWidget *
image_cell_new (GtkWidget *image)
{
  GtkWidget *box = row_new (CELL_SPACING);

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label_new (2));
  return box;
}

static GtkWidget *
contested_image_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", "tl-contested-symbolic",
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "css-classes",
                       (const char *const[]){ "tl-warning", NULL }, NULL);
}

/* In a compact list with the mark beside it and the date below. */
static GtkWidget *
title_cell_new (void)
{
  GtkWidget *box = row_new (12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = g_object_new (TL_TYPE_GLYPH_IMAGE, NULL);
  GtkWidget *detail = label_new (2);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (detail, "tl-detail");
  gtk_box_append (GTK_BOX (lines), label_new (2));
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), lines);
  return box;
}

static GtkWidget *
cell_new (TlSortKey key)
{
  switch (key)
    {
    case TL_SORT_KIND:
      return image_cell_new (g_object_new (TL_TYPE_GLYPH_IMAGE, NULL));
    case TL_SORT_CERTAINTY:
      return image_cell_new (contested_image_new ());
    case TL_SORT_TITLE:
      return title_cell_new ();
    case TL_SORT_SOURCES:
      return g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "css-classes",
                           (const char *const[]){ "numeric", NULL }, NULL);
    case TL_SORT_DATE:
    case TL_SORT_PLACE:
    case TL_SORT_PARTICIPANTS:
    default:
      return label_new (2);
    }
}

static void
show_glyph (GtkWidget *image, const TlEntry *entry)
{
  for (int kind = 0; kind < TL_N_KINDS; kind++)
    gtk_widget_remove_css_class (image, tl_pane_kind_css_class ((TlKind)kind));
  gtk_widget_add_css_class (image,
                            tl_pane_kind_css_class ((TlKind)entry->kind));
  tl_glyph_image_set_entry (TL_GLYPH_IMAGE (image), entry);
}

/* Words that were searched for are marked where a search looks at them. */
static void
mark_matches (GtkWidget *label, TlSortKey key, TlRecordItem *item)
{
  TlQuery *query = tl_result_get_query (tl_record_item_get_result (item));

  if (key == TL_SORT_TITLE || key == TL_SORT_PLACE ||
      key == TL_SORT_PARTICIPANTS)
    tl_search_highlight_label (
        GTK_LABEL (label), tl_filter_get_search (tl_query_get_filter (query)));
}

static void
show_text (GtkWidget    *label,
           TlSortKey     key,
           const char   *text,
           TlRecordItem *item)
{
  g_autofree char *name = tl_record_cell_dup_name (key, text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mark_matches (label, key, item);
}

static TlRecordWords
get_words (TlListView *self, TlRecordItem *item)
{
  TlRecordWords words = { tl_record_item_get_dataset (item), self->formatter,
                          self->language };

  return words;
}

/* The row speaks for its cells: one sentence, as they stand side by side. */
static void
name_row (TlListView *self, GtkWidget *cell, TlRecordItem *item)
{
  GtkWidget       *parent = gtk_widget_get_parent (cell);
  GtkWidget       *row = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autofree char *sentence = NULL;

  if (row == NULL)
    return;
  sentence = tl_record_row_dup_sentence (
      get_words (self, item), tl_record_item_get_record (item),
      tl_record_item_get_position (item),
      g_list_model_get_n_items (G_LIST_MODEL (self->records)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
show_title (TlListView *self, GtkWidget *cell, TlRecordItem *item)
{
  TlRecordWords    words = get_words (self, item);
  guint            record = tl_record_item_get_record (item);
  GtkWidget       *image = gtk_widget_get_first_child (cell);
  GtkWidget       *lines = gtk_widget_get_last_child (cell);
  GtkWidget       *below = gtk_widget_get_last_child (lines);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  title = tl_record_cell_dup_text (words, record, TL_SORT_TITLE);
  show_text (gtk_widget_get_first_child (lines), TL_SORT_TITLE, title, item);
  gtk_widget_set_visible (image, self->is_compact);
  gtk_widget_set_visible (below, self->is_compact);
  if (self->is_compact)
    {
      show_glyph (image, &tl_dataset_get_entries (words.dataset)[record]);
      detail = tl_record_row_dup_detail (words, record);
      gtk_label_set_text (GTK_LABEL (below), detail);
    }
  name_row (self, cell, item);
}

static void
show_record (TlListView   *self,
             TlSortKey     key,
             GtkWidget    *cell,
             TlRecordItem *item)
{
  TlRecordWords    words = get_words (self, item);
  guint            record = tl_record_item_get_record (item);
  const TlEntry   *entry = &tl_dataset_get_entries (words.dataset)[record];
  GtkWidget       *first = gtk_widget_get_first_child (cell);
  g_autofree char *text = NULL;

  if (key == TL_SORT_TITLE)
    {
      show_title (self, cell, item);
      return;
    }
  if (key == TL_SORT_KIND)
    show_glyph (first, entry);
  if (key == TL_SORT_CERTAINTY)
    gtk_widget_set_visible (first, entry->contested);
  text = tl_record_cell_dup_text (words, record, key);
  show_text (GTK_IS_LABEL (cell) ? cell : gtk_widget_get_last_child (cell), key,
             text, item);
}

/* --- factories --- */

static TlSortKey
get_key (GtkSignalListItemFactory *factory)
{
  return (TlSortKey)GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (factory), "tl-key"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          TlListView               *self)
{
  gtk_list_item_set_child (list_item, cell_new (get_key (factory)));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         TlListView               *self)
{
  GtkWidget    *cell = gtk_list_item_get_child (list_item);
  TlRecordItem *item = gtk_list_item_get_item (list_item);

  g_object_set_data_full (G_OBJECT (cell), ITEM_KEY, g_object_ref (item),
                          g_object_unref);
  if (get_key (factory) == TL_SORT_TITLE)
    g_hash_table_add (self->title_cells, cell);
  show_record (self, get_key (factory), cell, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           TlListView               *self)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  g_hash_table_remove (self->title_cells, cell);
  g_object_set_data (G_OBJECT (cell), ITEM_KEY, NULL);
}

static GtkListItemFactory *
factory_new (TlListView *self, TlSortKey key)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "tl-key", GUINT_TO_POINTER (key));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

static gpointer
find_item_below (GtkWidget *widget)
{
  gpointer item = g_object_get_data (G_OBJECT (widget), ITEM_KEY);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       item == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    item = find_item_below (child);
  return item;
}

gpointer
tl_list_view_find_item (TlListView *self, GtkWidget *widget)
{
  /* What holds all rows is no part of a row. */
  for (; widget != NULL && widget != GTK_WIDGET (self) &&
         !GTK_IS_SCROLLABLE (widget);
       widget = gtk_widget_get_parent (widget))
    {
      gpointer item = find_item_below (widget);

      if (item != NULL)
        return item;
    }
  return NULL;
}

/* --- columns --- */

void
tl_list_view_add_columns (TlListView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      TlSortKey            key = columns[i].key;
      GtkColumnViewColumn *column = gtk_column_view_column_new (
          tl_record_cell_get_title (key), factory_new (self, key));
      g_autoptr (GtkSorter) sorter = tl_column_sort_new (key);

      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, key == TL_SORT_TITLE);
      gtk_column_view_append_column (self->view, column);
      self->columns[key] = column;
      self->widths[key] = gtk_column_view_column_get_fixed_width (column);
    }
}

static void
set_compact (TlListView *self, gboolean compact)
{
  GHashTableIter iter;
  gpointer       cell;

  if (self->is_compact == compact)
    return;
  self->is_compact = compact;
  g_hash_table_iter_init (&iter, self->title_cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    show_title (self, cell, g_object_get_data (cell, ITEM_KEY));
  /* The headings. */
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->view)),
                          !compact);
  gtk_widget_set_visible (self->bar, compact);
}

static gboolean
has_column (TlListView *self, TlSortKey key)
{
  return gtk_column_view_column_get_column_view (self->columns[key]) != NULL;
}

/* Columns without room are taken out: hidden ones take part in the layout of
 * GTK 4.8 all the same. */
static void
show_column (TlListView *self, const Column *column, gboolean shown)
{
  GtkColumnViewColumn *object = self->columns[column->key];
  guint                position = 0;

  if (shown == has_column (self, column->key))
    return;
  if (!shown)
    {
      gtk_column_view_remove_column (self->view, object);
      return;
    }
  for (const Column *before = columns; before < column; before++)
    position += has_column (self, before->key) ? 1 : 0;
  gtk_column_view_insert_column (self->view, position, object);
}

void
tl_list_view_show_sort (TlListView *self)
{
  GtkColumnViewColumn *column =
      has_column (self, self->key) ? self->columns[self->key] : NULL;

  self->is_arranging = TRUE;
  gtk_column_view_sort_by_column (self->view, column,
                                  self->descending ? GTK_SORT_DESCENDING
                                                   : GTK_SORT_ASCENDING);
  self->is_arranging = FALSE;
}

/* A width that the user has given a column stays. */
static void
set_width (TlListView *self, TlSortKey key, int width)
{
  GtkColumnViewColumn *column = self->columns[key];

  if (gtk_column_view_column_get_fixed_width (column) != self->widths[key])
    return;
  gtk_column_view_column_set_fixed_width (column, width);
  self->widths[key] = width;
}

/* What the least widths leave goes to all columns, each up to its best. */
static void
share_width (TlListView *self, const gboolean *shown, int left)
{
  int wanted = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (shown[columns[i].key])
      wanted += MAX (0, get_width (self, columns[i].n_best) -
                            get_least_width (self, &columns[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int least = get_least_width (self, &columns[i]);
      int best = MAX (least, get_width (self, columns[i].n_best));

      if (columns[i].key != TL_SORT_TITLE)
        set_width (self, columns[i].key,
                   least + (best - least) * CLAMP (left, 0, wanted) /
                               MAX (wanted, 1));
    }
}

void
tl_list_view_fit_columns (TlListView *self, int width)
{
  int      left = width;
  gboolean shown[TL_N_SORT_KEYS] = { FALSE };

  measure_words (self);

  for (gsize i = 0; i < G_N_ELEMENTS (importance); i++)
    {
      int needed = get_least_width (self, get_column (importance[i]));

      if (needed > left && i < N_NEEDED)
        break;
      shown[importance[i]] = needed <= left;
      if (needed <= left)
        left -= needed;
    }
  set_compact (self, !shown[importance[N_NEEDED - 1]]);
  self->is_arranging = TRUE;
  share_width (self, shown, left);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].key != TL_SORT_TITLE)
      show_column (self, &columns[i],
                   !self->is_compact && shown[columns[i].key]);
  self->is_arranging = FALSE;
  tl_list_view_show_sort (self);
}

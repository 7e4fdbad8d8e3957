/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-column-sort.h"

/* Only GTK 4.10 tells which column is sorted by, and in which direction. What
 * works everywhere: have the view compare two objects that are equal to nobody.
 * It asks the first column first, and turns the answer round where the order is
 * a descending one. */

/* What is compared. */
#define TYPE_PROBE (probe_get_type ())
G_DECLARE_FINAL_TYPE (Probe, probe, TL, PROBE, GObject)

struct _Probe
{
  GObject parent_instance;

  gboolean  is_first;
  gboolean  is_asked;
  TlSortKey key;
};

G_DEFINE_FINAL_TYPE (Probe, probe, G_TYPE_OBJECT)

static void
probe_class_init (ProbeClass *klass)
{
}

static void
probe_init (Probe *self)
{
}

struct _TlColumnSort
{
  GtkSorter parent_instance;

  TlSortKey key;
};

G_DEFINE_FINAL_TYPE (TlColumnSort, tl_column_sort, GTK_TYPE_SORTER)

static GtkOrdering
tl_column_sort_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  Probe *probe = TL_PROBE (a);
  Probe *first = probe->is_first ? probe : TL_PROBE (b);

  if (!first->is_asked)
    first->key = TL_COLUMN_SORT (sorter)->key;
  first->is_asked = TRUE;
  return probe->is_first ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

static GtkSorterOrder
tl_column_sort_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_TOTAL;
}

static void
tl_column_sort_class_init (TlColumnSortClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = tl_column_sort_compare;
  GTK_SORTER_CLASS (klass)->get_order = tl_column_sort_get_order;
}

static void
tl_column_sort_init (TlColumnSort *self)
{
}

/**
 * tl_column_sort_new:
 * @key: what the column is sorted by
 *
 * Returns: (transfer full): the sorter of a column
 */
GtkSorter *
tl_column_sort_new (TlSortKey key)
{
  TlColumnSort *self = g_object_new (TL_TYPE_COLUMN_SORT, NULL);

  self->key = key;
  return GTK_SORTER (self);
}

/**
 * tl_column_sort_find:
 * @view: a view all of whose columns that can be sorted by have such sorters
 * @key: (out): by what it is sorted
 * @descending: (out): in which direction
 *
 * Returns: %FALSE when no column is sorted by
 */
gboolean
tl_column_sort_find (GtkColumnView *view, TlSortKey *key, gboolean *descending)
{
  g_autoptr (Probe) first = NULL;
  g_autoptr (Probe) second = NULL;
  GtkOrdering order;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  first = g_object_new (TYPE_PROBE, NULL);
  second = g_object_new (TYPE_PROBE, NULL);
  first->is_first = TRUE;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), first, second);
  if (!first->is_asked)
    return FALSE;
  *key = first->key;
  *descending = order == GTK_ORDERING_LARGER;
  return TRUE;
}

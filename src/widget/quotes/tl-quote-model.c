/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-quote-model.h"

/* Holds no selection of its own: it asks the explorer whenever it is asked, and
 * tells it what was chosen. */

struct _TlQuoteModel
{
  GObject parent_instance;

  TlExplorer  *explorer;
  TlQuoteRows *rows; /* nullable */
  gboolean     is_selecting;
};

static void init_list_model (GListModelInterface *interface);
static void init_selection_model (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    TlQuoteModel,
    tl_quote_model,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, init_selection_model))

static guint
get_n_rows (TlQuoteModel *self)
{
  return self->rows != NULL ? tl_quote_rows_get_n_rows (self->rows) : 0;
}

/* NULL for what cannot be selected. */
static const char *
get_record_id (TlQuoteModel *self, guint position)
{
  guint record = tl_quote_model_get_record (self, position);

  return record != TL_NONE ? tl_dataset_get_record_id (
                                 tl_quote_rows_get_dataset (self->rows), record)
                           : NULL;
}

static void
select_alone (TlQuoteModel *self, const char *id)
{
  self->is_selecting = TRUE;
  tl_explorer_set_selected (self->explorer, id);
  self->is_selecting = FALSE;
}

static void
toggle (TlQuoteModel *self, const char *id)
{
  self->is_selecting = TRUE;
  tl_explorer_toggle_selected (self->explorer, id);
  self->is_selecting = FALSE;
}

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return get_n_rows (TL_QUOTE_MODEL (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlQuoteModel     *self = TL_QUOTE_MODEL (model);
  const TlQuoteRow *row = NULL;
  const char       *id = "";

  if (position >= get_n_rows (self))
    return NULL;
  row = tl_quote_rows_get (self->rows, position);
  if (row->quote != TL_NONE)
    id = tl_dataset_get_quote (tl_quote_rows_get_dataset (self->rows),
                               row->quote)
             ->id;
  return gtk_string_object_new (id);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  TlQuoteModel *self = TL_QUOTE_MODEL (model);
  const char   *id = get_record_id (self, position);

  return id != NULL && tl_explorer_is_selected (self->explorer, id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *selected = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n_items; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  TlQuoteModel *self = TL_QUOTE_MODEL (model);
  const char   *id = get_record_id (self, position);

  if (id == NULL)
    return FALSE;
  if (unselect_rest)
    select_alone (self, id);
  else if (!tl_explorer_is_selected (self->explorer, id))
    toggle (self, id);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  TlQuoteModel *self = TL_QUOTE_MODEL (model);
  const char   *id = get_record_id (self, position);

  if (id == NULL)
    return FALSE;
  if (tl_explorer_is_selected (self->explorer, id))
    toggle (self, id);
  return TRUE;
}

/* Everything between two rows, or all: the records of the rows in their order,
 * after those that stay selected. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TlQuoteModel *self = TL_QUOTE_MODEL (model);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);
  GtkBitsetIter iter;
  guint         position = 0;

  for (guint i = 0; i < get_n_rows (self); i++)
    if (!gtk_bitset_contains (mask, i) && is_selected (model, i))
      g_ptr_array_add (ids, (char *)get_record_id (self, i));
  gtk_bitset_intersect (wanted, mask);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, wanted, &position);
       more; more = gtk_bitset_iter_next (&iter, &position))
    if (get_record_id (self, position) != NULL)
      g_ptr_array_add (ids, (char *)get_record_id (self, position));
  g_ptr_array_add (ids, NULL);

  self->is_selecting = TRUE;
  tl_explorer_set_selection (self->explorer, (const char *const *)ids->pdata);
  self->is_selecting = FALSE;
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  select_alone (TL_QUOTE_MODEL (model), NULL);
  return TRUE;
}

static void
init_selection_model (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->select_item = select_item;
  interface->unselect_item = unselect_item;
  interface->set_selection = set_selection;
  interface->unselect_all = unselect_all;
}

static void
tl_quote_model_dispose (GObject *object)
{
  TlQuoteModel *self = TL_QUOTE_MODEL (object);

  g_clear_pointer (&self->rows, tl_quote_rows_free);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (tl_quote_model_parent_class)->dispose (object);
}

static void
tl_quote_model_class_init (TlQuoteModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_quote_model_dispose;
}

static void
tl_quote_model_init (TlQuoteModel *self)
{
}

TlQuoteModel *
tl_quote_model_new (TlExplorer *explorer)
{
  TlQuoteModel *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_QUOTE_MODEL, NULL);
  self->explorer = g_object_ref (explorer);
  return self;
}

const TlQuoteRows *
tl_quote_model_get_rows (TlQuoteModel *self)
{
  g_return_val_if_fail (TL_IS_QUOTE_MODEL (self), NULL);

  return self->rows;
}

void
tl_quote_model_set_rows (TlQuoteModel *self, TlQuoteRows *rows)
{
  guint n_before = 0;

  g_return_if_fail (TL_IS_QUOTE_MODEL (self));

  n_before = get_n_rows (self);
  g_clear_pointer (&self->rows, tl_quote_rows_free);
  self->rows = rows;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before,
                              get_n_rows (self));
}

guint
tl_quote_model_get_record (TlQuoteModel *self, guint position)
{
  const TlQuoteRow *row = NULL;

  g_return_val_if_fail (TL_IS_QUOTE_MODEL (self), TL_NONE);

  if (position >= get_n_rows (self))
    return TL_NONE;
  row = tl_quote_rows_get (self->rows, position);
  if (row->quote == TL_NONE)
    return TL_NONE;
  return tl_dataset_get_quote (tl_quote_rows_get_dataset (self->rows),
                               row->quote)
      ->record;
}

guint
tl_quote_model_find_selected (TlQuoteModel *self)
{
  const char *id = NULL;
  guint       record = TL_NONE;

  g_return_val_if_fail (TL_IS_QUOTE_MODEL (self), GTK_INVALID_LIST_POSITION);

  id = tl_explorer_get_selected (self->explorer);
  if (self->rows != NULL && id != NULL)
    record =
        tl_dataset_find_record (tl_quote_rows_get_dataset (self->rows), id);
  if (record == TL_NONE)
    return GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < get_n_rows (self); i++)
    if (tl_quote_model_get_record (self, i) == record)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

void
tl_quote_model_update_selection (TlQuoteModel *self)
{
  g_return_if_fail (TL_IS_QUOTE_MODEL (self));

  if (get_n_rows (self) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0,
                                           get_n_rows (self));
}

gboolean
tl_quote_model_get_selecting (TlQuoteModel *self)
{
  g_return_val_if_fail (TL_IS_QUOTE_MODEL (self), FALSE);

  return self->is_selecting;
}

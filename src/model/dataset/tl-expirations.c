/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-expirations.h"

#include "tl-calendar.h"

/* Made from the acts of the treaties, not from all records, so that it costs
 * little however many events there are. What the dataset knows decides whether
 * an announcement still stands, what passes the filter is shown: a filter never
 * makes an end look as if nobody had told its day. */

struct _TlExpirations
{
  gatomicrefcount reference_count;
  TlResult       *result;
  gint64          today; /* first second of the day */
  GArray         *ends;  /* of TlExpiration */
  guint           n_hidden;
};

static gboolean
is_real (const TlEntry *entry)
{
  return entry->status != TL_STATUS_CANCELLED &&
         entry->status != TL_STATUS_DENIED;
}

static gboolean
is_end (const TlEntry *entry)
{
  return entry->act == TL_ACT_EXPIRATION || entry->act == TL_ACT_TERMINATION ||
         entry->act == TL_ACT_WITHDRAWAL_EFFECTIVE;
}

static gboolean
is_announcement (const TlEntry *entry)
{
  return entry->act == TL_ACT_WITHDRAWAL_ANNOUNCED ||
         entry->act == TL_ACT_WITHDRAWAL_NOTICE;
}

/* Who acts: of an act that is one party, or nobody. As a key of a hash table.
 */
static gpointer
get_party (TlDataset *dataset, guint act)
{
  guint        n_actors;
  const guint *actors = tl_dataset_get_record_actors (dataset, act, &n_actors);

  return GUINT_TO_POINTER (n_actors > 0 ? actors[0] : TL_NONE);
}

/* The parties that have gone, so that their announcements are settled; NULL
 * when that goes for all, since the treaty was terminated. (transfer full) */
static GHashTable *
find_gone (TlDataset *dataset, const TlTreaty *treaty)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < treaty->n_acts; i++)
    {
      guint record = treaty->acts[i];

      if (!is_real (&entries[record]))
        continue;
      if (entries[record].act == TL_ACT_TERMINATION)
        return NULL;
      if (entries[record].act == TL_ACT_WITHDRAWAL_EFFECTIVE)
        g_hash_table_add (gone, get_party (dataset, record));
    }
  return g_steal_pointer (&gone);
}

/* An act that is said to have occurred is past, unless its date cannot be; any
 * other is past when its date is. */
static TlExpirationGroup
choose_group (const TlExpirations *self, const TlEntry *entry)
{
  TlSpan span = entry->span;

  if (!is_real (entry))
    return TL_EXPIRATION_CALLED_OFF;
  if (is_announcement (entry) ||
      (span.earliest == G_MININT64 && span.latest == G_MAXINT64))
    return TL_EXPIRATION_ANNOUNCED;
  if (span.latest < self->today ||
      (entry->status == TL_STATUS_OCCURRED && span.earliest < self->today))
    return TL_EXPIRATION_PAST;
  return TL_EXPIRATION_AHEAD;
}

static void
add_end (TlExpirations *self, guint record)
{
  TlDataset   *dataset = tl_result_get_dataset (self->result);
  TlExpiration end = { .record = record };

  end.group = choose_group (self, &tl_dataset_get_entries (dataset)[record]);
  if (tl_result_contains (self->result, record))
    g_array_append_val (self->ends, end);
  else
    self->n_hidden++;
}

/* Backwards, since of what a party announces the latest counts. */
static void
add_announcements (TlExpirations *self, const TlTreaty *treaty)
{
  TlDataset     *dataset = tl_result_get_dataset (self->result);
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  g_autoptr (GHashTable) settled = find_gone (dataset, treaty);

  if (settled == NULL)
    return;
  for (guint i = treaty->n_acts; i-- > 0;)
    {
      guint record = treaty->acts[i];

      if (is_announcement (&entries[record]) && is_real (&entries[record]) &&
          g_hash_table_add (settled, get_party (dataset, record)))
        add_end (self, record);
    }
}

static void
add_treaty (TlExpirations *self, const TlTreaty *treaty)
{
  const TlEntry *entries =
      tl_dataset_get_entries (tl_result_get_dataset (self->result));

  for (guint i = 0; i < treaty->n_acts; i++)
    if (is_end (&entries[treaty->acts[i]]))
      add_end (self, treaty->acts[i]);
  add_announcements (self, treaty);
}

/* Ahead: by the first day that it can be, then by the last. Past: by the last
 * day that it can have been, backwards. */
static int
compare_spans (TlExpirationGroup group, TlSpan a, TlSpan b, gint64 today)
{
  gint64 left = a.earliest;
  gint64 right = b.earliest;

  if (group == TL_EXPIRATION_AHEAD)
    {
      left = MAX (left, today);
      right = MAX (right, today);
      if (left == right)
        return (a.latest > b.latest) - (a.latest < b.latest);
    }
  else if (group == TL_EXPIRATION_PAST)
    {
      left = MIN (b.latest, today);
      right = MIN (a.latest, today);
      if (left == right)
        return (b.earliest > a.earliest) - (b.earliest < a.earliest);
    }
  return (left > right) - (left < right);
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const TlExpirations *self = data;
  const TlExpiration  *left = a;
  const TlExpiration  *right = b;
  const TlEntry       *entries =
      tl_dataset_get_entries (tl_result_get_dataset (self->result));
  int order = 0;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->group == TL_EXPIRATION_AHEAD || left->group == TL_EXPIRATION_PAST)
    order = compare_spans (left->group, entries[left->record].span,
                           entries[right->record].span, self->today);
  if (order != 0)
    return order;
  return (left->record > right->record) - (left->record < right->record);
}

/**
 * tl_expirations_new:
 * @result: what is shown
 * @today: a civil second of the day that is counted from; see
 *   [func@Expirations.choose_today]
 *
 * Makes the table of the ends that are shown.
 *
 * Returns: (transfer full): the table
 */
TlExpirations *
tl_expirations_new (TlResult *result, gint64 today)
{
  TlExpirations *self = NULL;
  TlDataset     *dataset = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_new0 (TlExpirations, 1);
  g_atomic_ref_count_init (&self->reference_count);
  self->result = tl_result_ref (result);
  self->today = tl_calendar_floor (today, TL_UNIT_DAY, 1);
  self->ends = g_array_new (FALSE, FALSE, sizeof (TlExpiration));
  dataset = tl_result_get_dataset (result);
  for (guint i = 0; i < tl_dataset_get_n_treaties (dataset); i++)
    add_treaty (self, tl_dataset_get_treaty (dataset, i));
  g_array_sort_with_data (self->ends, compare_ends, self);
  return self;
}

/**
 * tl_expirations_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same
 */
TlExpirations *
tl_expirations_ref (TlExpirations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_expirations_unref:
 * @self: (transfer full): a table
 *
 * Drops a reference.
 */
void
tl_expirations_unref (TlExpirations *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;
  tl_result_unref (self->result);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * tl_expirations_get_today:
 * @self: a table
 *
 * Returns: the first civil second of the day that is counted from
 */
gint64
tl_expirations_get_today (const TlExpirations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->today;
}

/**
 * tl_expirations_get_result:
 * @self: a table
 *
 * Returns: (transfer none): what it was made from
 */
TlResult *
tl_expirations_get_result (const TlExpirations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result;
}

/**
 * tl_expirations_get_size:
 * @self: a table
 *
 * Returns: how many ends it has
 */
guint
tl_expirations_get_size (const TlExpirations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ends->len;
}

/**
 * tl_expirations_get:
 * @self: a table
 * @position: less than the number of ends
 *
 * Returns: an end; groups follow each other
 */
TlExpiration
tl_expirations_get (const TlExpirations *self, guint position)
{
  const TlExpiration none = { TL_NONE, TL_EXPIRATION_AHEAD };

  g_return_val_if_fail (self != NULL && position < self->ends->len, none);

  return g_array_index (self->ends, TlExpiration, position);
}

/**
 * tl_expirations_get_n_hidden:
 * @self: a table
 *
 * Returns: how many ends the dataset has that do not pass the filter
 */
guint
tl_expirations_get_n_hidden (const TlExpirations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_hidden;
}

gint64
tl_expirations_choose_today (gint64 known_on)
{
  if (known_on == TL_KNOWN_ALWAYS)
    return tl_calendar_today ();
  return tl_calendar_floor (known_on, TL_UNIT_DAY, 1);
}

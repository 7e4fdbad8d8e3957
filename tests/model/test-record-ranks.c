/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset-fixture.h"
#include "generate.h"
#include "tl-icu-collator.h"
#include "tl-record-ranks.h"

#include <string.h>

/* Orders of made-up records are held against what each two neighbours say. */

#define N_EVENTS 6000

static TlDataset *made_up;

static TlDataset *
load_made_up (void)
{
  const GenerateOptions options = { .n_events = N_EVENTS };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset =
      tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);

  g_assert_nonnull (dataset);
  return dataset;
}

/* --- collation --- */

static const struct
{
  const char *language;
  const char *texts[6]; /* in order */
} orders[] = {
  { "en", { "apple", "Apple", "äpple", "banana", "zebra" } },
  { "sv_SE.UTF-8", { "apple", "Apple", "banana", "zebra", "äpple" } },
  { "en", { "", "Round 2", "Round 10", "Round 100" } },
  { "ru", { "Вена", "Ёлка", "Ельня", "Москва" } },
  { "C", { "a", "B", "c" } },
  { NULL, { "a", "B", "c" } },
  { "no-such-language-at-all-and-far-too-long-to-be-one", { "a", "B", "c" } },
};

static void
test_collation (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (TlIcuCollator) collator =
          tl_icu_collator_new (orders[i].language);
      g_autoptr (GByteArray) keys = g_byte_array_new ();
      guint previous = 0;

      for (int j = 0; orders[i].texts[j] != NULL; j++)
        {
          guint start = keys->len;

          tl_icu_collator_append_key (collator, orders[i].texts[j], keys);
          g_assert_cmpuint (strlen ((char *)keys->data + start) + 1, ==,
                            keys->len - start);
          g_test_message ("%s", orders[i].texts[j]);
          if (j > 0)
            g_assert_cmpint (strcmp ((char *)keys->data + previous,
                                     (char *)keys->data + start),
                             <, 0);
          previous = start;
        }
    }
}

/* The same however long the text. */
static void
test_collation_of_long (void)
{
  g_autoptr (TlIcuCollator) collator = tl_icu_collator_new ("en");

  for (gsize length = 250; length < 262; length++)
    {
      g_autofree char *text = g_strnfill (length, 'a');
      g_autofree char *next = g_strconcat (text, "b", NULL);
      g_autoptr (GByteArray) keys = g_byte_array_new ();
      guint start;

      tl_icu_collator_append_key (collator, text, keys);
      start = keys->len;
      tl_icu_collator_append_key (collator, next, keys);
      g_assert_cmpint (strcmp ((char *)keys->data, (char *)keys->data + start),
                       <, 0);
    }
}

/* --- orders --- */

/* Where a record stands, as text or number; NULL for nowhere. */
typedef struct
{
  char *text; /* nullable */
  guint number;
} Place;

static char *
dup_key (TlIcuCollator *collator, const char *text)
{
  g_autoptr (GByteArray) keys = g_byte_array_new ();

  tl_icu_collator_append_key (collator, text, keys);
  return g_strdup ((char *)keys->data);
}

/* Keys contain no byte 1 but as separators of levels, which sort before all
 * that is in names: names of several participants are told apart by it. */
static char *
dup_participants (TlDataset *dataset, guint i, TlIcuCollator *collator)
{
  guint        n_actors;
  const guint *actors = tl_dataset_get_record_actors (dataset, i, &n_actors);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (n_actors == 0)
    return NULL;
  for (guint j = 0; j < n_actors; j++)
    g_ptr_array_add (
        keys,
        dup_key (collator,
                 tl_text_get (tl_dataset_get_actor (dataset, actors[j])->name,
                              "en")));
  g_ptr_array_add (keys, NULL);
  return g_strjoinv ("\x01", (char **)keys->pdata);
}

static Place
get_place (TlDataset *dataset, guint i, TlSortKey key, TlIcuCollator *collator)
{
  const TlEntry *entry = &tl_dataset_get_entries (dataset)[i];
  guint          place = tl_dataset_get_record_place (dataset, i);
  Place          found = { NULL, 0 };

  switch (key)
    {
    case TL_SORT_KIND:
      found.text =
          dup_key (collator, entry->act != TL_ACT_NONE
                                 ? tl_act_get_label ((TlAct)entry->act)
                                 : tl_kind_get_label ((TlKind)entry->kind));
      break;
    case TL_SORT_TITLE:
      found.text =
          dup_key (collator, tl_dataset_get_record_title (dataset, i, "en"));
      break;
    case TL_SORT_PLACE:
      if (place != TL_NONE)
        found.text = dup_key (
            collator,
            tl_text_get (tl_dataset_get_place (dataset, place)->name, "en"));
      break;
    case TL_SORT_PARTICIPANTS:
      found.text = dup_participants (dataset, i, collator);
      break;
    case TL_SORT_CERTAINTY:
      found.number = entry->status * 2u + entry->contested;
      break;
    case TL_SORT_SOURCES:
      tl_dataset_get_record_sources (dataset, i, &found.number);
      break;
    case TL_SORT_DATE:
    default:
      g_assert_not_reached ();
    }
  return found;
}

/* Less than 0 when a stands before b, by the key alone. */
static int
compare_places (Place a, Place b, gboolean descending)
{
  int order;

  if (a.text == NULL || b.text == NULL)
    order = (a.text == NULL) - (b.text == NULL);
  else
    order = descending ? strcmp (b.text, a.text) : strcmp (a.text, b.text);
  if (order != 0)
    return order;
  order = (a.number > b.number) - (a.number < b.number);
  return descending ? -order : order;
}

static void
assert_in_order (TlDataset   *dataset,
                 const guint *sorted,
                 guint        n,
                 TlSortKey    key,
                 gboolean     descending)
{
  g_autoptr (TlIcuCollator) collator = tl_icu_collator_new ("en");

  for (guint i = 1; i < n; i++)
    {
      Place before = get_place (dataset, sorted[i - 1], key, collator);
      Place after = get_place (dataset, sorted[i], key, collator);
      int   order = compare_places (before, after, descending);

      g_assert_cmpint (order, <=, 0);
      if (order == 0)
        g_assert_cmpuint (sorted[i - 1], <, sorted[i]);
      g_free (before.text);
      g_free (after.text);
    }
}

/* About so many of a hundred records, in time order. */
static GArray *
pick_records (TlDataset *dataset, int percent)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    if (g_test_rand_int_range (0, 100) < percent)
      g_array_append_val (records, i);
  return records;
}

/* Total and stable, in both directions, whatever is sorted; and each record
 * stands in it once. */
static void
test_order (gconstpointer data)
{
  TlSortKey key = (TlSortKey)GPOINTER_TO_SIZE (data);
  g_autoptr (TlRecordRanks) ranks =
      tl_record_ranks_new (made_up, key, "en", NULL);
  const int percents[] = { 100, 60, 5, 0 };

  g_assert_true (tl_record_ranks_are_of (ranks, made_up, key));
  g_assert_false (tl_record_ranks_are_of (ranks, made_up, TL_SORT_DATE));
  for (gsize i = 0; i < G_N_ELEMENTS (percents) * 2; i++)
    {
      g_autoptr (GArray) records = pick_records (made_up, percents[i / 2]);
      g_autofree guint *sorted = tl_record_ranks_sort (
          ranks, (const guint *)records->data, records->len, i % 2 == 1);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      assert_in_order (made_up, sorted, records->len, key, i % 2 == 1);
      for (guint j = 0; j < records->len; j++)
        g_hash_table_add (seen, GUINT_TO_POINTER (sorted[j]));
      for (guint j = 0; j < records->len; j++)
        g_assert_true (g_hash_table_contains (
            seen, GUINT_TO_POINTER (g_array_index (records, guint, j))));
      g_assert_cmpuint (g_hash_table_size (seen), ==, records->len);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TlRecordRanks *ranks = NULL;

  g_cancellable_cancel (cancellable);
  ranks = tl_record_ranks_new (made_up, TL_SORT_TITLE, "en", cancellable);
  g_assert_null (ranks);
}

/* Participants of whom the one list begins with the other, and the language. */
static void
test_facets (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_file (file, NULL, problems, NULL);

  for (int key = TL_SORT_KIND; key < TL_N_SORT_KEYS; key++)
    {
      g_autoptr (TlRecordRanks) ranks =
          tl_record_ranks_new (dataset, (TlSortKey)key, "en", NULL);
      g_autoptr (GArray) records = pick_records (dataset, 100);
      g_autofree guint *sorted = tl_record_ranks_sort (
          ranks, (const guint *)records->data, records->len, FALSE);

      assert_in_order (dataset, sorted, records->len, (TlSortKey)key, FALSE);
    }
}

static void
test_nicks (void)
{
  TlSortKey key = TL_SORT_PLACE;

  for (int i = 0; i < TL_N_SORT_KEYS; i++)
    {
      g_assert_true (
          tl_sort_key_from_nick (tl_sort_key_to_nick ((TlSortKey)i), &key));
      g_assert_cmpint (key, ==, i);
    }
  g_assert_false (tl_sort_key_from_nick ("colour", &key));
  g_assert_cmpint (key, ==, TL_SORT_SOURCES);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  made_up = load_made_up ();
  g_test_add_func ("/tl/icu-collator/order", test_collation);
  g_test_add_func ("/tl/icu-collator/long", test_collation_of_long);
  for (int key = TL_SORT_KIND; key < TL_N_SORT_KEYS; key++)
    {
      g_autofree char *path = NULL;

      path = g_strdup_printf ("/tl/record-ranks/order/%s",
                              tl_sort_key_to_nick ((TlSortKey)key));
      g_test_add_data_func (path, GSIZE_TO_POINTER ((gsize)key), test_order);
    }
  g_test_add_func ("/tl/record-ranks/cancelled", test_cancelled);
  g_test_add_func ("/tl/record-ranks/facets", test_facets);
  g_test_add_func ("/tl/record-ranks/nicks", test_nicks);
  status = g_test_run ();
  g_clear_object (&made_up);
  return status;
}

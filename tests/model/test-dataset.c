/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "dataset-fixture.h"
#include "tl-text-private.h"

#include <math.h>
#include <string.h>

/* --- what is in the file --- */

static void
test_header (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autofree char *path = g_test_build_filename (
      G_TEST_DIST, "fixtures", "reader", "complete.json", NULL);
  g_autofree char *data = NULL;
  g_autofree char *sha256 = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  sha256 =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, data, (gssize)length);
  g_assert_cmpstr (tl_dataset_get_id (dataset), ==, "complete");
  g_assert_cmpstr (tl_text_get (tl_dataset_get_title (dataset), NULL), ==,
                   "Everything");
  g_assert_cmpstr (tl_text_get (tl_dataset_get_title (dataset), "ru"), ==,
                   "Всё");
  g_assert_cmpstr (tl_text_get (tl_dataset_get_description (dataset), NULL), ==,
                   "Every key of the format");
  g_assert_cmpstr (tl_dataset_get_language (dataset), ==, "en");
  g_assert_cmpstr (tl_dataset_get_license (dataset), ==, "CC0-1.0");
  g_assert_cmpstr (tl_dataset_get_sha256 (dataset), ==, sha256);
}

static void
test_sources (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  const TlSource *early = tl_dataset_get_source (dataset, 0);
  const TlSource *late = tl_dataset_get_source (dataset, 1);

  g_assert_cmpuint (tl_dataset_get_n_sources (dataset), ==, 3);
  g_assert_cmpstr (early->id, ==, "early");
  g_assert_cmpstr (tl_text_get (early->title, NULL), ==, "Talks to come");
  g_assert_cmpstr (tl_text_get (early->publisher, "ru"), ==, "Agency");
  g_assert_cmpstr (tl_text_get (early->author, NULL), ==, "A. Writer");
  g_assert_cmpstr (tl_text_get (early->agency, NULL), ==, "Wire");
  g_assert_cmpstr (tl_date_get_edtf (early->published), ==, "2020-07-20");
  g_assert_cmpstr (early->language, ==, "en");
  g_assert_cmpstr (early->url, ==, "https://example.org/1");
  g_assert_cmpstr (early->file, ==, "early.txt");
  g_assert_true (g_str_has_prefix (early->sha256, "391498f2"));
  g_assert_cmpstr (tl_text_get (early->note, NULL), ==, "A note");
  g_assert_cmpstr (tl_text_get (late->publisher, "ru"), ==, "Газета");
  g_assert_null (late->author);
  g_assert_null (late->agency);
  g_assert_null (late->url);
  g_assert_null (late->file);
  g_assert_null (late->sha256);
  g_assert_null (late->note);
}

static void
test_actors_and_places (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  const TlActor *minister = tl_dataset_get_actor (dataset, 0);
  const TlActor *republic = tl_dataset_get_actor (dataset, 1);
  const TlPlace *vienna = tl_dataset_get_place (dataset, 0);
  const TlPlace *elsewhere = tl_dataset_get_place (dataset, 1);

  g_assert_cmpint (minister->kind, ==, TL_ACTOR_PERSON);
  g_assert_cmpstr (tl_text_get (minister->role, NULL), ==, "Foreign Minister");
  g_assert_cmpuint (minister->of, ==, 1);
  g_assert_cmpint (republic->kind, ==, TL_ACTOR_STATE);
  g_assert_null (republic->role);
  g_assert_cmpuint (republic->of, ==, TL_NONE);
  assert_near (vienna->latitude, 48.2, 1e-9);
  assert_near (vienna->longitude, 16.37, 1e-9);
  g_assert_true (isnan (elsewhere->latitude) && isnan (elsewhere->longitude));
}

static void
test_find (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");

  g_assert_cmpuint (tl_dataset_find_source (dataset, "late"), ==, 1);
  g_assert_cmpuint (tl_dataset_find_actor (dataset, "agency"), ==, 2);
  g_assert_cmpuint (tl_dataset_find_place (dataset, "vienna"), ==, 0);
  g_assert_cmpuint (tl_dataset_find_treaty (dataset, "paper"), ==, 1);
  g_assert_cmpuint (tl_dataset_find_quote (dataset, "q-act"), ==, 2);
  /* An id of another sort is not found. */
  g_assert_cmpuint (tl_dataset_find_actor (dataset, "late"), ==, TL_NONE);
  g_assert_cmpuint (tl_dataset_find_record (dataset, "pact"), ==, TL_NONE);
  g_assert_cmpuint (tl_dataset_find_source (dataset, "none"), ==, TL_NONE);
  g_assert_cmpuint (tl_dataset_find_place (dataset, NULL), ==, TL_NONE);
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    g_assert_cmpuint (
        tl_dataset_find_record (dataset, tl_dataset_get_record_id (dataset, i)),
        ==, i);
}

static void
test_event (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlRecord) talks = ref_named (dataset, "talks");
  const TlAccount *accounts = talks->accounts;

  g_assert_cmpint (talks->kind, ==, TL_KIND_TALK);
  g_assert_cmpint (talks->act, ==, TL_ACT_NONE);
  g_assert_cmpuint (talks->treaty, ==, TL_NONE);
  g_assert_cmpint (talks->status, ==, TL_STATUS_OCCURRED);
  g_assert_cmpstr (tl_text_get (talks->title, "de"), ==, "Talks");
  g_assert_cmpstr (tl_text_get (talks->summary, NULL), ==, "They met");
  g_assert_cmpstr (tl_text_get (talks->note, NULL), ==, "Two days are told");
  g_assert_cmpstr (tl_date_get_edtf (talks->date), ==,
                   "[2020-07-27,2020-07-28]");
  g_assert_cmpuint (talks->place, ==, 0);
  g_assert_cmpuint (talks->n_actors, ==, 2);
  g_assert_cmpuint (talks->actors[1], ==, 1);
  g_assert_cmpuint (talks->n_treaties, ==, 1);
  g_assert_cmpuint (talks->treaties[0], ==, 0);
  g_assert_cmpstr (talks->tags[0], ==, "space");
  g_assert_cmpstr (talks->tags[1], ==, "arms");
  g_assert_null (talks->tags[2]);
  g_assert_cmpuint (talks->prominence, ==, 5);

  g_assert_cmpuint (talks->n_accounts, ==, 3);
  g_assert_cmpuint (accounts[0].source, ==, 0);
  g_assert_cmpstr (accounts[0].says, ==, "will meet");
  g_assert_cmpstr (tl_date_get_edtf (accounts[0].date), ==, "2020-07-27");
  g_assert_cmpstr (accounts[0].date_words, ==, "on Monday");
  g_assert_false (accounts[0].has_status);
  g_assert_cmpint (accounts[0].stance, ==, TL_STANCE_SUPPORTS);
  g_assert_null (accounts[0].note);
  g_assert_cmpstr (tl_text_get (accounts[1].note, NULL), ==, "Done");
  g_assert_null (accounts[2].date);
}

static void
test_lists (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  guint        talks = tl_dataset_find_record (dataset, "talks");
  guint        visit = tl_dataset_find_record (dataset, "visit");
  guint        n;
  const guint *list;

  list = tl_dataset_get_record_sources (dataset, talks, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (list[0], ==, 0);
  g_assert_cmpuint (list[1], ==, 1);
  list = tl_dataset_get_record_actors (dataset, talks, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (list[0], ==, 0);
  tl_dataset_get_record_treaties (dataset, talks, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (tl_dataset_get_record_place (dataset, talks), ==, 0);
  tl_dataset_get_record_actors (dataset, visit, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (tl_dataset_get_record_place (dataset, visit), ==, TL_NONE);
}

/* --- what is computed --- */

static void
test_order (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autofree char *order = list_records (dataset);
  const TlEntry   *entries = tl_dataset_get_entries (dataset);

  g_assert_cmpstr (order, ==,
                   "pact-signature same-day-a same-day-b under-way visit talks"
                   " denial pact-expiration pact-cancelled");
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      TlSpan span = tl_date_get_span (record->date);

      g_assert_cmpint (tl_span_compare (entries[i].span, span), ==, 0);
      g_assert_cmpint (entries[i].kind, ==, record->kind);
      g_assert_cmpint (entries[i].act, ==, record->act);
      g_assert_cmpint (entries[i].status, ==, record->status);
      g_assert_cmpuint (entries[i].prominence, ==, record->prominence);
      g_assert_cmpint (entries[i].contested, ==, record->contested);
      g_assert_cmpuint (entries[i].treaty, ==, record->treaty);
      if (i > 0)
        g_assert_cmpint (tl_span_compare (entries[i - 1].span, entries[i].span),
                         <=, 0);
    }
}

static void
test_acts (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlRecord) signature = ref_named (dataset, "pact-signature");
  g_autoptr (TlRecord) expiration = ref_named (dataset, "pact-expiration");
  const TlTreaty *pact = tl_dataset_get_treaty (dataset, 0);
  const TlTreaty *paper = tl_dataset_get_treaty (dataset, 1);

  g_assert_cmpint (signature->kind, ==, TL_KIND_TREATY);
  g_assert_cmpint (signature->act, ==, TL_ACT_SIGNATURE);
  g_assert_cmpuint (signature->treaty, ==, 0);
  g_assert_cmpuint (signature->n_treaties, ==, 1);
  g_assert_cmpuint (signature->treaties[0], ==, 0);
  g_assert_cmpuint (signature->n_actors, ==, 1);
  g_assert_cmpuint (signature->actors[0], ==, 1);
  g_assert_cmpuint (signature->prominence, ==, 3);
  g_assert_null (signature->tags[0]);
  g_assert_cmpuint (expiration->prominence, ==, 5);
  g_assert_cmpuint (expiration->n_actors, ==, 0);
  g_assert_cmpstr (tl_text_get (signature->title, "en"), ==,
                   "Pact: signature (Republic)");
  g_assert_cmpstr (tl_text_get (signature->title, "ru"), ==,
                   "Пакт: signature (Республика)");
  g_assert_cmpstr (tl_text_get (expiration->title, NULL), ==,
                   "Pact: expiration");
  g_assert_cmpstr (
      tl_dataset_get_record_title (
          dataset, tl_dataset_find_record (dataset, "pact-expiration"), "en"),
      ==, "Pact: expiration");

  g_assert_cmpuint (pact->n_acts, ==, 3);
  g_assert_cmpuint (pact->acts[0], ==, 0);
  g_assert_cmpuint (pact->acts[1], ==, 7);
  g_assert_cmpuint (pact->acts[2], ==, 8);
  g_assert_cmpuint (pact->n_parties, ==, 2);
  g_assert_cmpuint (paper->n_acts, ==, 0);
  g_assert_cmpuint (paper->n_parties, ==, 0);
  g_assert_null (paper->summary);
}

static void
test_life (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  TlSpan pact = tl_dataset_get_treaty (dataset, 0)->life;
  TlSpan paper = tl_dataset_get_treaty (dataset, 1)->life;

  g_assert_cmpint (pact.earliest, ==, get_second ("2010-04-08"));
  g_assert_cmpint (pact.latest, ==, get_second ("2021-02-06") - 1);
  g_assert_cmpint (pact.core_start, ==, pact.earliest);
  g_assert_cmpint (pact.core_end, ==, pact.latest);
  g_assert_cmpint (pact.start, ==, TL_BOUND_KNOWN);
  g_assert_cmpint (pact.end, ==, TL_BOUND_KNOWN);
  g_assert_cmpint (pact.shape, ==, TL_SHAPE_INTERVAL);
  g_assert_cmpint (paper.earliest, ==, G_MININT64);
  g_assert_cmpint (paper.latest, ==, G_MAXINT64);
  g_assert_cmpint (paper.start, ==, TL_BOUND_UNKNOWN);
  g_assert_cmpint (paper.end, ==, TL_BOUND_OPEN);
  g_assert_cmpint (paper.core_start, >, paper.core_end);
}

static void
test_related (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlRecord) talks = ref_named (dataset, "talks");
  g_autoptr (TlRecord) expiration = ref_named (dataset, "pact-expiration");
  guint denial = tl_dataset_find_record (dataset, "denial");

  g_assert_cmpuint (talks->n_related, ==, 3);
  g_assert_cmpuint (talks->related[0].record, ==, denial);
  g_assert_cmpint (talks->related[0].relation, ==, TL_RELATION_PRECEDES);
  g_assert_false (talks->related[0].inverse);
  g_assert_cmpint (talks->related[1].relation, ==, TL_RELATION_REFERS_TO);
  g_assert_cmpuint (talks->related[2].record, ==, denial);
  g_assert_cmpint (talks->related[2].relation, ==, TL_RELATION_RESPONDS_TO);
  g_assert_true (talks->related[2].inverse);
  g_assert_cmpuint (expiration->n_related, ==, 1);
  g_assert_true (expiration->related[0].inverse);
}

/* Each relation stands at both ends. */
static void
test_related_both_ways (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_file (file, NULL, problems, NULL);
  guint n_found = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);

      for (guint j = 0; j < record->n_related; j++)
        {
          const TlRelated *related = &record->related[j];
          g_autoptr (TlRecord) other =
              tl_dataset_ref_record (dataset, related->record);
          guint n_back = 0;

          for (guint k = 0; k < other->n_related; k++)
            n_back += other->related[k].record == i &&
                      other->related[k].relation == related->relation &&
                      other->related[k].inverse != related->inverse;
          g_assert_cmpuint (n_back, ==, 1);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, >, 20);
}

static void
test_quotes (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlRecord) talks = ref_named (dataset, "talks");
  g_autoptr (TlRecord) expiration = ref_named (dataset, "pact-expiration");
  const TlQuote *late = tl_dataset_get_quote (dataset, 0);
  const TlQuote *free = tl_dataset_get_quote (dataset, 3);

  g_assert_cmpstr (late->text, ==, "We met");
  g_assert_cmpstr (late->language, ==, "en");
  g_assert_cmpuint (late->speaker, ==, 0);
  g_assert_cmpstr (tl_date_get_edtf (late->said), ==, "2020-07-28");
  g_assert_cmpstr (tl_dataset_get_record_id (dataset, late->record), ==,
                   "talks");
  g_assert_cmpuint (late->source, ==, 1);
  g_assert_cmpstr (late->prefix, ==, "said: ");
  g_assert_cmpstr (late->suffix, ==, " he added");
  g_assert_cmpuint (late->same_as, ==, 1);
  g_assert_cmpuint (tl_text_get_n_languages (late->translation), ==, 2);
  g_assert_null (free->translation);
  g_assert_cmpuint (free->record, ==, TL_NONE);
  g_assert_null (free->said);
  g_assert_cmpuint (talks->n_quotes, ==, 2);
  g_assert_cmpuint (talks->quotes[0], ==, 0);
  g_assert_cmpuint (talks->quotes[1], ==, 1);
  g_assert_cmpuint (expiration->n_quotes, ==, 1);
  g_assert_cmpuint (expiration->quotes[0], ==, 2);
}

/* Whom the words speak to already is shown no translation, nor is anybody one
 * into a third language. */
static void
test_translation (void)
{
  static const struct
  {
    const char *language; /* nullable */
    const char *words;    /* nullable */
    const char *found;    /* nullable */
  } readers[] = {
    { "ru", "Мы встретились", "ru" },
    { "ru_RU.UTF-8", "Мы встретились", "ru" },
    { "zh_CN", "我们见过面", "zh-Hans" },
    { "zh_TW", "我们见过面", "zh-Hans" },
    { "en", NULL, NULL },
    { "en_GB", NULL, NULL },
    { "de", NULL, NULL },
    { "C", NULL, NULL },
    { NULL, NULL, NULL },
  };
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  const TlQuote *late = tl_dataset_get_quote (dataset, 0);
  const TlQuote *plain = tl_dataset_get_quote (dataset, 1);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      const char *found = NULL;

      g_assert_cmpstr (
          tl_quote_get_translation (late, readers[i].language, &found), ==,
          readers[i].words);
      g_assert_cmpstr (found, ==, readers[i].found);
      g_assert_null (
          tl_quote_get_translation (plain, readers[i].language, NULL));
    }
}

static void
test_publisher_name (void)
{
  static const struct
  {
    const char *publisher;
    const char *translated;
    const char *name; /* nullable */
  } names[] = {
    { "Daily", "日报", "日报" },
    { "(publisher not named)", "（发布者未注明）", NULL },
    { "(not named)", "nicht genannt", NULL },
    { "（未注明）", "not named", NULL },
    { "[unknown]", "[unbekannt]", NULL },
    { "(ISC)² News", "(ISC)² News", "(ISC)² News" },
    { "Daily (Vienna)", "Daily (Wien)", "Daily (Wien)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TlArena) arena = tl_arena_new (NULL);
      const TlTextEntry entries[] = { { "en", names[i].publisher },
                                      { "zh-Hans", names[i].translated } };
      const TlSource    source = {
           .publisher = tl_text_new (arena, entries, 2, "en"),
      };

      g_assert_cmpstr (tl_source_get_publisher_name (&source, "zh_CN"), ==,
                       names[i].name);
    }
}

static const struct
{
  const char *id;
  gboolean    contested;
} contested[] = {
  { "talks", TRUE },       /* two days that do not overlap */
  { "denial", TRUE },      /* denied by an account */
  { "same-day-a", TRUE },  /* disputed by an account */
  { "same-day-b", FALSE }, /* a day within the month */
  { "visit", TRUE },       { "under-way", FALSE }, { "pact-signature", FALSE },
};

static void
test_contested (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");

  for (guint i = 0; i < G_N_ELEMENTS (contested); i++)
    {
      g_autoptr (TlRecord) record = ref_named (dataset, contested[i].id);

      g_assert_cmpint (record->contested, ==, contested[i].contested);
    }
}

/* --- lifetimes --- */

static void
test_record_outlives_dataset (void)
{
  TlDataset *dataset = load_fixture ("complete.json");
  TlDataset *then = tl_dataset_known_on (dataset, get_second ("2020-08-30"));
  g_autoptr (TlRecord) talks = ref_named (dataset, "talks");
  g_autoptr (TlRecord) denial = NULL;

  /* What is derived from a dataset goes on without anybody else's help. */
  g_object_unref (dataset);
  denial = ref_named (then, "denial");
  g_assert_finalize_object (then);
  g_assert_cmpstr (tl_text_get (talks->title, NULL), ==, "Talks");
  g_assert_cmpstr (tl_text_get (denial->title, NULL), ==, "Denial");
  g_assert_cmpstr (tl_date_get_edtf (denial->date), ==, "2020-07-29");
}

static gpointer
read_everything (gpointer data)
{
  TlDataset *dataset = data;
  gsize      n_bytes = 0;

  for (guint round = 0; round < 50; round++)
    for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
      {
        g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);

        n_bytes += strlen (tl_text_get (record->title, "en"));
      }
  return GSIZE_TO_POINTER (n_bytes);
}

static void
test_threads (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  GThread *threads[4];
  gsize    expected = GPOINTER_TO_SIZE (read_everything (dataset));

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_everything, dataset);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==,
                      expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tl/dataset/header/all", test_header);
  g_test_add_func ("/tl/dataset/sources/all", test_sources);
  g_test_add_func ("/tl/dataset/actors/all", test_actors_and_places);
  g_test_add_func ("/tl/dataset/find/ids", test_find);
  g_test_add_func ("/tl/dataset/record/event", test_event);
  g_test_add_func ("/tl/dataset/record/lists", test_lists);
  g_test_add_func ("/tl/dataset/record/acts", test_acts);
  g_test_add_func ("/tl/dataset/record/related", test_related);
  g_test_add_func ("/tl/dataset/record/both-ways", test_related_both_ways);
  g_test_add_func ("/tl/dataset/record/quotes", test_quotes);
  g_test_add_func ("/tl/dataset/quote/translation", test_translation);
  g_test_add_func ("/tl/dataset/source/publisher-name", test_publisher_name);
  g_test_add_func ("/tl/dataset/record/contested", test_contested);
  g_test_add_func ("/tl/dataset/entries/order", test_order);
  g_test_add_func ("/tl/dataset/treaty/life", test_life);
  g_test_add_func ("/tl/dataset/lifetime/record", test_record_outlives_dataset);
  g_test_add_func ("/tl/dataset/lifetime/threads", test_threads);
  return g_test_run ();
}

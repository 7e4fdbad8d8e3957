/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-private.h"

static const struct
{
  const char *name;
  const char *languages; /* of the map, in its order */
  const char *dataset_language;
  const char *wanted;
  const char *found;
} cases[] = {
  { "exact", "en ru fr", "en", "ru", "ru" },
  { "no-wish", "en ru", "ru", NULL, "ru" },
  { "empty-wish", "en ru", "ru", "", "ru" },
  { "base", "en pt", "en", "pt-BR", "pt" },
  { "exact-before-base", "pt pt-BR en", "en", "pt-BR", "pt-BR" },
  { "two-steps-up", "en zh", "en", "zh-Hant-TW", "zh" },
  { "one-step-up", "en zh zh-Hant", "en", "zh-Hant-TW", "zh-Hant" },
  { "sister", "en pt-BR", "en", "pt-PT", "pt-BR" },
  { "child", "en pt-BR", "en", "pt", "pt-BR" },
  { "dataset-language", "fr en", "en", "ru", "en" },
  { "first", "fr de", "en", "ru", "fr" },
  { "letter-case", "en pt-br", "en", "PT-BR", "pt-br" },
  { "posix", "en pt-BR pt", "en", "pt_BR.UTF-8", "pt-BR" },
  { "posix-variant", "en ca", "en", "ca_ES@valencia", "ca" },
  { "posix-c", "fr en", "en", "C", "en" },
  { "not-a-prefix", "en ena", "en", "en", "en" },
  { "prefix-only", "ena fr", "fr", "en", "fr" },
  { "chinese-simplified", "en zh-Hant zh-Hans", "en", "zh_CN", "zh-Hans" },
  { "chinese-utf-8", "en zh-Hant zh-Hans", "en", "zh_CN.UTF-8", "zh-Hans" },
  { "chinese-tag", "en zh-Hant zh-Hans", "en", "zh-CN", "zh-Hans" },
  { "chinese-full", "zh-Hans zh-Hans-CN en", "en", "zh_CN", "zh-Hans-CN" },
  { "chinese-own", "zh-Hans-CN zh-CN en", "en", "zh_CN", "zh-CN" },
  { "chinese-base", "en zh", "en", "zh_CN", "zh" },
  { "chinese-script-first", "en zh zh-Hans", "en", "zh_CN", "zh-Hans" },
  { "chinese-by-region", "en zh-TW zh-CN", "en", "zh-Hans", "zh-CN" },
  { "chinese-plain", "en zh-Hant zh-Hans", "en", "zh", "zh-Hans" },
  { "chinese-singapore", "en zh-TW zh-CN", "en", "zh_SG", "zh-CN" },
  { "taiwan", "en zh-Hans zh-Hant", "en", "zh_TW", "zh-Hant" },
  { "taiwan-not-base", "en zh zh-Hant", "en", "zh_TW", "zh-Hant" },
  { "taiwan-not-simplified", "en zh-Hans zh-HK", "en", "zh_TW", "zh-HK" },
  { "hong-kong", "en zh-CN zh-TW", "en", "zh_HK", "zh-TW" },
  { "other-script-before-other-language", "en zh-Hans", "en", "zh_TW",
    "zh-Hans" },
  { "serbian", "en sr-Latn sr", "en", "sr_RS", "sr" },
  { "serbian-latin", "en sr sr-Latn-RS", "en", "sr-Latn", "sr-Latn-RS" },
  { "written-out", "en de-Latn-DE fr", "en", "de", "de-Latn-DE" },
  { "austria", "en de-DE de", "en", "de_AT", "de" },
  { "old-code", "en he", "en", "iw", "he" },
};

static const TlText *
make_text (TlArena *arena, const char *languages, const char *dataset_language)
{
  g_auto (GStrv) tags = g_strsplit (languages, " ", -1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TlTextEntry));

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *words = g_strdup_printf ("text in %s", tags[i]);
      TlTextEntry      entry = { tl_arena_intern (arena, tags[i]),
                                 tl_arena_copy_string (arena, words) };

      g_array_append_val (entries, entry);
    }
  return tl_text_new (arena, (const TlTextEntry *)entries->data, entries->len,
                      dataset_language);
}

static void
test_get (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlArena) arena = tl_arena_new (NULL);
  const TlText *text =
      make_text (arena, cases[i].languages, cases[i].dataset_language);
  g_autofree char *expected = g_strdup_printf ("text in %s", cases[i].found);
  const char      *found = NULL;

  g_assert_cmpstr (tl_text_get (text, cases[i].wanted), ==, expected);
  g_assert_cmpstr (tl_text_get_with_language (text, cases[i].wanted, &found),
                   ==, expected);
  g_assert_cmpstr (found, ==, cases[i].found);
}

/* Only what is in the wanted language is found, never a text to fall back
 * on. */
static void
test_find (void)
{
  static const struct
  {
    const char *languages;
    const char *wanted; /* nullable */
    const char *found;  /* nullable */
  } wishes[] = {
    { "en ru zh-Hans", "ru", "ru" },
    { "en ru zh-Hans", "ru_RU", "ru" },
    { "en ru zh-Hans", "zh_CN", "zh-Hans" },
    { "en ru zh-Hans", "de", NULL },
    { "ru", "de", NULL },
    { "ru", "r", NULL },
    { "ru", NULL, NULL },
    { "en ru", "C", NULL },
  };
  g_autoptr (TlArena) arena = tl_arena_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      const TlText *text = make_text (arena, wishes[i].languages, "en");
      const char   *found = NULL;
      const char   *words = tl_text_find (text, wishes[i].wanted, &found);

      g_assert_cmpstr (found, ==, wishes[i].found);
      g_assert_true ((words != NULL) == (found != NULL));
      g_assert_true (words == tl_text_find (text, wishes[i].wanted, NULL));
    }
}

static gpointer
look_up_cb (gpointer data)
{
  static const char *const wanted[] = { "zh_CN", "zh_TW", "ru", "pt-PT" };
  static const char *const found[] = { "zh-Hans", "zh-Hant", "en", "pt-BR" };

  for (guint i = 0; i < 4000; i++)
    {
      const char *language = NULL;

      tl_text_get_with_language (data, wanted[i % 4], &language);
      g_assert_cmpstr (language, ==, found[i % 4]);
    }
  return NULL;
}

/* Several threads look up several languages. */
static void
test_threads (void)
{
  g_autoptr (TlArena) arena = tl_arena_new (NULL);
  const TlText *text = make_text (arena, "en zh-Hant zh-Hans pt-BR", "en");
  GThread      *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look-up", look_up_cb, (gpointer)text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_null (void)
{
  g_assert_null (tl_text_find (NULL, "en", NULL));
  g_assert_null (tl_text_get (NULL, "en"));
  g_assert_null (tl_text_get_with_language (NULL, NULL, NULL));
  g_assert_cmpuint (tl_text_get_n_languages (NULL), ==, 0);
}

/* Every text of the map is there once, the dataset's language first. */
static void
test_nth (void)
{
  g_autoptr (TlArena) arena = tl_arena_new (NULL);
  const TlText *text = make_text (arena, "fr de en ru", "en");
  const char   *order[] = { "en", "fr", "de", "ru" };

  g_assert_cmpuint (tl_text_get_n_languages (text), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *expected = g_strdup_printf ("text in %s", order[i]);
      const char      *language;

      g_assert_cmpstr (tl_text_get_nth (text, i, &language), ==, expected);
      g_assert_cmpstr (language, ==, order[i]);
      g_assert_cmpstr (tl_text_get_nth (text, i, NULL), ==, expected);
    }
}

static void
test_arena_intern (void)
{
  g_autoptr (TlArena) arena = tl_arena_new (NULL);
  g_autofree char *twin = g_strdup ("vienna");
  const char      *kept = tl_arena_intern (arena, "vienna");

  g_assert_true (kept != twin);
  g_assert_true (tl_arena_intern (arena, twin) == kept);
  g_assert_cmpstr (kept, ==, "vienna");
  g_assert_null (tl_arena_intern (arena, NULL));
  g_assert_null (tl_arena_copy_string (arena, NULL));
}

static void
test_arena_alloc (void)
{
  g_autoptr (TlArena) arena = tl_arena_new (NULL);
  guint8 *pieces[3000];
  gsize   sizes[3000];

  g_assert_null (tl_arena_alloc (arena, 0));
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      sizes[i] = (gsize)g_test_rand_int_range (1, i % 100 == 0 ? 90000 : 200);
      pieces[i] = tl_arena_alloc (arena, sizes[i]);
      g_assert_cmpuint (GPOINTER_TO_SIZE (pieces[i]) % sizeof (gint64), ==, 0);
      for (gsize j = 0; j < sizes[i]; j++)
        {
          g_assert_cmpuint (pieces[i][j], ==, 0);
          pieces[i][j] = (guint8)i;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (gsize j = 0; j < sizes[i]; j++)
      g_assert_cmpuint (pieces[i][j], ==, (guint8)i);
}

/* What was derived keeps what it was derived from. */
static void
test_arena_parent (void)
{
  TlArena    *parent = tl_arena_new (NULL);
  const char *text = tl_arena_intern (parent, "shared");
  TlDate     *date =
      tl_arena_take_date (parent, tl_date_new_from_edtf ("2020-07-28", NULL));
  g_autoptr (TlArena) child = tl_arena_new (parent);

  tl_arena_unref (parent);
  tl_arena_freeze (child);
  g_assert_cmpstr (text, ==, "shared");
  g_assert_cmpstr (tl_date_get_edtf (date), ==, "2020-07-28");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/text/get/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_get);
    }
  g_test_add_func ("/tl/text/get/null", test_null);
  g_test_add_func ("/tl/text/get/threads", test_threads);
  g_test_add_func ("/tl/text/find/own-language-only", test_find);
  g_test_add_func ("/tl/text/nth/order", test_nth);
  g_test_add_func ("/tl/arena/intern/once", test_arena_intern);
  g_test_add_func ("/tl/arena/alloc/apart", test_arena_alloc);
  g_test_add_func ("/tl/arena/parent/kept", test_arena_parent);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset-fixture.h"
#include "tl-filter.h"
#include "tl-search-match.h"
#include "tl-search-reason.h"

#include <string.h>

/* What is found across languages, and what readers are told of it. The dataset
 * is the built-in one. */

static TlDataset *
load_builtin (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, NULL);

  g_assert_nonnull (dataset);
  return dataset;
}

static gboolean
finds (TlDataset *dataset, const char *search, const char *id)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, search);
  return tl_filter_matches (filter, dataset,
                            tl_dataset_find_record (dataset, id));
}

/* One record in every language and in every way to type its names. */
static void
test_across (void)
{
  static const char *const searches[] = {
    "Lavrov",        "Лавров", "лавров",          "拉夫罗夫",
    "夫罗",          "لافروف", "لاڤروف" /* no */, "Lawrow",
    "Lavrov Лавров", "сергеи", "lavrov 拉夫罗夫", "لافــروف",
    "ＬＡＶＲＯＶ",
  };
  g_autoptr (TlDataset) dataset = load_builtin ();
  guint record = tl_dataset_find_record (dataset, "lavrov-interview");

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (TlFilter) filter = tl_filter_new ();
      g_autoptr (GArray) found = NULL;
      gboolean expected = strcmp (searches[i], "لاڤروف") != 0;
      gboolean is_found = FALSE;

      g_test_message ("%s", searches[i]);
      g_assert_cmpint (finds (dataset, searches[i], "lavrov-interview"), ==,
                       expected);
      tl_filter_set_search (filter, searches[i]);
      found = tl_filter_apply (filter, dataset);
      for (guint j = 0; j < found->len; j++)
        is_found |= g_array_index (found, guint, j) == record;
      g_assert_cmpint (is_found, ==, expected);
    }
}

/* Every word of every text of a record in every language finds the record. */
static void
test_every_language (void)
{
  g_autoptr (TlDataset) dataset = load_builtin ();

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      const TlText *texts[] = {
        record->title,
        record->summary,
        record->n_actors > 0
            ? tl_dataset_get_actor (dataset, record->actors[0])->name
            : NULL,
        record->place != TL_NONE
            ? tl_dataset_get_place (dataset, record->place)->name
            : NULL,
        record->n_treaties > 0
            ? tl_dataset_get_treaty (dataset, record->treaties[0])->title
            : NULL,
        record->n_quotes > 0
            ? tl_dataset_get_quote (dataset, record->quotes[0])->translation
            : NULL,
      };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        for (guint k = 0; k < tl_text_get_n_languages (texts[j]); k++)
          g_assert_true (finds (dataset, tl_text_get_nth (texts[j], k, NULL),
                                tl_dataset_get_record_id (dataset, i)));
    }
}

static const struct
{
  const char *name;
  const char *record;
  const char *search; /* nullable */
  const char *language;
  const char *languages; /* of the reasons */
  gboolean    is_translation;
} cases[] = {
  { "none", "lavrov-interview", NULL, "en", "", FALSE },
  { "blank", "lavrov-interview", " ", "en", "", FALSE },
  { "shown", "lavrov-interview", "Lavrov", "en", "", FALSE },
  { "shown-to-russians", "lavrov-interview", "Лавров", "ru", "", FALSE },
  { "russian", "lavrov-interview", "лавров", "en", "ru", FALSE },
  { "english", "lavrov-interview", "Lavrov", "ru", "en", FALSE },
  { "chinese", "lavrov-interview", "拉夫罗夫", "ar", "zh-Hans", FALSE },
  { "both", "lavrov-interview", "Лавров 拉夫罗夫", "en", "ru zh-Hans", FALSE },
  { "one-shown", "lavrov-interview", "Lavrov Лавров", "en", "ru", FALSE },
  { "one-text", "lavrov-interview", "Лавр авро", "en", "ru", FALSE },
  { "not-there", "lavrov-interview", "qqqq", "en", "", FALSE },
  { "in-the-words", "lavrov-interview", "incidentally", "ru", "", FALSE },
  { "in-the-translation", "lavrov-interview", "перспективных", "ru", "",
    FALSE },
  { "translation", "lavrov-interview", "перспективных", "en", "ru", TRUE },
};

static void
test_reasons (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlDataset) dataset = load_builtin ();
  guint record = tl_dataset_find_record (dataset, cases[i].record);
  g_autoptr (GString) languages = g_string_new (NULL);
  g_autoptr (GPtrArray) reasons = NULL;

  reasons =
      tl_search_explain (dataset, record, cases[i].search, cases[i].language);
  for (guint j = 0; j < reasons->len; j++)
    {
      const TlSearchReason   *reason = g_ptr_array_index (reasons, j);
      g_autofree TlTextRange *matches = NULL;

      g_string_append_printf (languages, "%s%s", j > 0 ? " " : "",
                              reason->language);
      g_assert_cmpuint (
          tl_search_find_matches (cases[i].search, reason->text, &matches), >,
          0);
      g_assert_cmpint (g_utf8_strlen (reason->text, -1), <, 110);
      g_assert_true (g_utf8_validate (reason->text, -1, NULL));
      g_assert_cmpint (reason->is_translation, ==, cases[i].is_translation);
    }
  g_assert_cmpstr (languages->str, ==, cases[i].languages);
}

/* The end of every text of every record, which may be long, is what the excerpt
 * shows, and only readers of other languages are told. */
static void
test_excerpts (void)
{
  g_autoptr (TlDataset) dataset = load_builtin ();
  guint n_cut = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      guint n = tl_text_get_n_languages (record->summary);

      for (guint j = 0; j < n; j++)
        {
          const char *language;
          const char *text = tl_text_get_nth (record->summary, j, &language);
          const char *end = text + strlen (text);
          g_autoptr (GPtrArray) own = NULL;
          g_autoptr (GPtrArray) other = NULL;

          for (guint k = 0; k < 6 && end > text; k++)
            end = g_utf8_prev_char (end);
          if (strchr (end, ' ') != NULL)
            end = strrchr (end, ' ') + 1;
          own = tl_search_explain (dataset, i, end, language);
          g_assert_cmpuint (own->len, ==, 0);
          other = tl_search_explain (dataset, i, end, "und");
          for (guint k = 0; k < other->len; k++)
            {
              const TlSearchReason   *reason = g_ptr_array_index (other, k);
              g_autofree TlTextRange *matches = NULL;

              g_assert_cmpuint (
                  tl_search_find_matches (end, reason->text, &matches), >, 0);
              n_cut += g_str_has_prefix (reason->text, "…") ? 1 : 0;
            }
        }
    }
  g_assert_cmpuint (n_cut, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/search-reason/explain/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_reasons);
    }
  g_test_add_func ("/tl/search-reason/explain/excerpts", test_excerpts);
  g_test_add_func ("/tl/search/languages/names", test_across);
  g_test_add_func ("/tl/search/languages/every", test_every_language);
  return g_test_run ();
}

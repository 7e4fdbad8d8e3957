/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-article-private.h"

#include <glib/gi18n.h>

#include "tl-article-file.h"
#include "tl-dataset-places.h"

/* Proves the verbatim parts of a dataset: every quotation and every excerpt is
 * looked up in the saved text of its own source. Nothing is mended or moved
 * here, only reported. */

typedef struct
{
  TlDataset       *dataset;
  const char      *dataset_file; /* nullable */
  TlProblems      *problems;
  TlDatasetPlaces *places;
  TlArticle      **articles; /* one for each source; NULL: not to be had */
  TlArticleCounts  counts;
} Check;

static void
clear_check (Check *check)
{
  if (check->articles != NULL)
    for (guint i = 0; i < tl_dataset_get_n_sources (check->dataset); i++)
      tl_article_free (check->articles[i]);
  g_free (check->articles);
  tl_dataset_places_free (check->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, clear_check)

static const char *
get_file_name (const Check *check)
{
  return check->dataset_file != NULL ? check->dataset_file
                                     : tl_dataset_get_id (check->dataset);
}

/* What is wrong with a source, at the value of its key. */
static void
add_source_problem (Check      *check,
                    TlSeverity  severity,
                    guint       source,
                    const char *key,
                    const char *code,
                    const char *message)
{
  const TlSource *details = tl_dataset_get_source (check->dataset, source);
  guint           line;
  guint           column;

  tl_dataset_places_find (check->places, details->id, key, &line, &column);
  tl_problems_add (check->problems, severity, get_file_name (check), line,
                   column, code, "%s", message);
}

static void
add_missing (Check *check, guint source)
{
  const TlSource  *details = tl_dataset_get_source (check->dataset, source);
  g_autofree char *message = NULL;

  if (details->file == NULL)
    message = g_strdup_printf (
        /* Translators: %s is the id of a source. */
        _ ("The source “%s” names no file; what it is quoted for was not "
           "checked"),
        details->id);
  else
    message = g_strdup_printf (
        /* Translators: %s is a file name. */
        _ ("There is no article “%s”; what it is quoted for was not checked"),
        details->file);
  add_source_problem (check, TL_SEVERITY_NOTE, source,
                      details->file == NULL ? "id" : "file", "article-missing",
                      message);
}

static void
check_hash (Check *check, guint source, GBytes *bytes)
{
  const TlSource  *details = tl_dataset_get_source (check->dataset, source);
  g_autofree char *hash = NULL;
  g_autofree char *message = NULL;

  if (details->sha256 == NULL)
    return;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_ascii_strcasecmp (hash, details->sha256) == 0)
    return;
  message = g_strdup_printf (
      /* Translators: %1$s is a file name, %2$s a checksum. */
      _ ("The article “%1$s” has changed since its checksum was taken; see "
         "what is different, then write %2$s"),
      details->file, hash);
  add_source_problem (check, TL_SEVERITY_WARNING, source, "sha256",
                      "sha256-mismatch", message);
}

static TlArticle *
make_article (Check *check, guint source, GBytes *bytes)
{
  const TlSource  *details = tl_dataset_get_source (check->dataset, source);
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data, (gssize)length);
  g_autofree char *message = NULL;

  if (!g_utf8_validate_len (data, length, NULL))
    {
      message = g_strdup_printf (
          /* Translators: %s is a file name. */
          _ ("The article “%s” is not UTF-8; convert it, else what is quoted "
             "may not be found"),
          details->file);
      add_source_problem (check, TL_SEVERITY_WARNING, source, "file",
                          "article-not-utf8", message);
    }
  return tl_article_new (text);
}

static void
load_article (Check *check, TlArticleFolder *folder, guint source)
{
  const TlSource *details = tl_dataset_get_source (check->dataset, source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (details->file != NULL)
    bytes = tl_article_folder_read (folder, details->file, &error);
  if (bytes != NULL)
    {
      check_hash (check, source, bytes);
      check->articles[source] = make_article (check, source, bytes);
    }
  else if (error == NULL ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    add_missing (check, source);
  else
    add_source_problem (check, TL_SEVERITY_WARNING, source, "file",
                        "article-unreadable", error->message);
}

/* severity and code say how bad a match is that is not just found. */
static const struct
{
  TlSeverity  severity;
  const char *quote_code;   /* NULL: nothing to report */
  const char *excerpt_code; /* likewise */
  gboolean    quote_found;
  gboolean    excerpt_found;
} verdicts[] = {
  [TL_MATCH_NONE] = {
    TL_SEVERITY_WARNING,
    "quote-not-found",
    "excerpt-not-found",
    FALSE,
    FALSE,
  },
  [TL_MATCH_ONCE] = { TL_SEVERITY_NOTE, NULL, NULL, TRUE, TRUE },
  /* A few words may well come twice, and an account has no place for what
   * stands around them. */
  [TL_MATCH_SEVERAL] = {
    TL_SEVERITY_WARNING,
    "quote-ambiguous",
    NULL,
    FALSE,
    TRUE,
  },
  [TL_MATCH_OTHER_MARKS] = {
    TL_SEVERITY_NOTE,
    "quote-other-marks",
    "excerpt-other-marks",
    TRUE,
    TRUE,
  },
  [TL_MATCH_OTHER_CONTEXT] = {
    TL_SEVERITY_WARNING,
    "quote-other-context",
    NULL,
    FALSE,
    TRUE,
  },
};

static char *
describe_match (TlMatch match, const char *words, const char *file)
{
  g_autofree char *shown = tl_problem_show_text (words);

  switch (match)
    {
    case TL_MATCH_SEVERAL:
      return g_strdup_printf (
          /* Translators: %1$s are the first words of a quotation, %2$s is the
           * name of a file. */
          _ ("“%1$s” is more than once in the article “%2$s”; give what stands "
             "around it as prefix and suffix"),
          shown, file);
    case TL_MATCH_OTHER_CONTEXT:
      return g_strdup_printf (
          /* Translators: %1$s are the first words of a quotation, %2$s is the
           * name of a file. */
          _ ("“%1$s” is in the article “%2$s”, but not between this prefix and "
             "suffix; correct these"),
          shown, file);
    case TL_MATCH_OTHER_MARKS:
      return g_strdup_printf (
          /* Translators: %1$s are the first words of a quotation, %2$s is the
           * name of a file. */
          _ ("“%1$s” is in the article “%2$s” with other quotation marks or "
             "dashes"),
          shown, file);
    case TL_MATCH_NONE:
    case TL_MATCH_ONCE:
    default:
      return g_strdup_printf (
          /* Translators: %1$s are the first words of a quotation, %2$s is the
           * name of a file. */
          _ ("“%1$s” is not in the article “%2$s”; copy the words from there "
             "exactly"),
          shown, file);
    }
}

static void
check_quote (Check *check, guint quote)
{
  const TlQuote   *details = tl_dataset_get_quote (check->dataset, quote);
  const TlArticle *article = check->articles[details->source];
  g_autofree char *message = NULL;
  TlMatch          match;
  guint            line;
  guint            column;

  check->counts.n_quotes++;
  if (article == NULL)
    return;
  match = tl_article_find (article, details->text, details->prefix,
                           details->suffix);
  if (verdicts[match].quote_found)
    check->counts.n_quotes_found++;
  if (verdicts[match].quote_code == NULL)
    return;
  message = describe_match (
      match, details->text,
      tl_dataset_get_source (check->dataset, details->source)->file);
  tl_dataset_places_find (check->places, details->id, "text", &line, &column);
  tl_problems_add (check->problems, verdicts[match].severity,
                   get_file_name (check), line, column,
                   verdicts[match].quote_code, "%s", message);
}

/* key: "says" or "date_words", whose value is words. */
static void
check_excerpt (Check      *check,
               const char *record_id,
               guint       source,
               const char *key,
               const char *words)
{
  const TlSource  *details = tl_dataset_get_source (check->dataset, source);
  g_autofree char *message = NULL;
  TlMatch          match;
  guint            line;
  guint            column;

  if (words == NULL)
    return;
  check->counts.n_excerpts++;
  if (check->articles[source] == NULL)
    return;
  match = tl_article_find (check->articles[source], words, NULL, NULL);
  if (verdicts[match].excerpt_found)
    check->counts.n_excerpts_found++;
  if (verdicts[match].excerpt_code == NULL)
    return;
  message = describe_match (match, words, details->file);
  tl_dataset_places_find_account (check->places, record_id, details->id, key,
                                  words, &line, &column);
  tl_problems_add (check->problems, verdicts[match].severity,
                   get_file_name (check), line, column,
                   verdicts[match].excerpt_code, "%s", message);
}

static void
check_record (Check *check, guint index)
{
  g_autoptr (TlRecord) record = tl_dataset_ref_record (check->dataset, index);

  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];

      check_excerpt (check, record->id, account->source, "says", account->says);
      check_excerpt (check, record->id, account->source, "date_words",
                     account->date_words);
    }
}

static void
check_all (Check *check, TlArticleFolder *folder)
{
  for (guint i = 0; i < tl_dataset_get_n_sources (check->dataset); i++)
    load_article (check, folder, i);
  for (guint i = 0; i < tl_dataset_get_n_records (check->dataset); i++)
    check_record (check, i);
  for (guint i = 0; i < tl_dataset_get_n_quotes (check->dataset); i++)
    check_quote (check, i);
}

/**
 * tl_article_check_counted:
 * @dataset: a dataset
 * @folder: where the saved texts of its sources are
 * @dataset_file: (nullable): path of the file the dataset was read from
 * @problems: where to report
 * @counts: (out) (optional): what it came to
 * @error: return location of a %G_IO_ERROR
 *
 * Looks up every quotation and every excerpt, and compares checksums.
 *
 * Returns: %FALSE when the folder cannot be read
 */
gboolean
tl_article_check_counted (TlDataset       *dataset,
                          GFile           *folder,
                          const char      *dataset_file,
                          TlProblems      *problems,
                          TlArticleCounts *counts,
                          GError         **error)
{
  g_autoptr (TlArticleFolder) articles = NULL;
  g_auto (Check) check = { .dataset = dataset };

  g_return_val_if_fail (TL_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  articles = tl_article_folder_open (folder, error);
  if (articles == NULL)
    return FALSE;
  check.dataset_file = dataset_file;
  check.problems = problems;
  check.places = tl_dataset_places_new (dataset_file);
  check.articles = g_new0 (TlArticle *, tl_dataset_get_n_sources (dataset));
  check_all (&check, articles);
  if (counts != NULL)
    *counts = check.counts;
  return TRUE;
}

gboolean
tl_article_check (TlDataset  *dataset,
                  GFile      *folder,
                  const char *dataset_file,
                  TlProblems *problems,
                  GError    **error)
{
  return tl_article_check_counted (dataset, folder, dataset_file, problems,
                                   NULL, error);
}

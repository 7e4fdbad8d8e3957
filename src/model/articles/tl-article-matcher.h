/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-dataset.h"
#include "tl-problem.h"

G_BEGIN_DECLS

/**
 * TlMatch:
 * @TL_MATCH_NONE: not there
 * @TL_MATCH_ONCE: there, at one place that prefix and suffix fit
 * @TL_MATCH_SEVERAL: there more than once, and prefix and suffix do not tell
 *   the places apart
 * @TL_MATCH_OTHER_MARKS: at one place, but with other quotation marks or
 *   dashes
 * @TL_MATCH_OTHER_CONTEXT: there, but nowhere between that prefix and suffix
 *
 * How an excerpt was found again in the saved text of its source, after
 * typographic quotation marks, dashes and white space were folded.
 */
typedef enum
{
  TL_MATCH_NONE,
  TL_MATCH_ONCE,
  TL_MATCH_SEVERAL,
  TL_MATCH_OTHER_MARKS,
  TL_MATCH_OTHER_CONTEXT,
} TlMatch;

/**
 * TlArticleCounts:
 * @n_quotes: quotations of the dataset
 * @n_quotes_found: those that were found at one place
 * @n_excerpts: verbatim words of accounts: "says" and "date_words"
 * @n_excerpts_found: those that were found
 *
 * What a check against the articles came to.
 */
typedef struct
{
  guint n_quotes;
  guint n_quotes_found;
  guint n_excerpts;
  guint n_excerpts_found;
} TlArticleCounts;

/* needle in text; prefix and suffix (nullable) tell equal places apart. */
TlMatch tl_article_match (const char *text,
                          const char *needle,
                          const char *prefix,
                          const char *suffix);
/* Looks up every quotation and every excerpt of the dataset in the files of
 * the folder, and compares the files' hashes; adds to problems, in the order
 * of the dataset. dataset_file (nullable): where the dataset was read from;
 * the problems then have the place in it. FALSE with G_IO_ERROR when the
 * folder cannot be read. */
gboolean tl_article_check (TlDataset  *dataset,
                           GFile      *folder,
                           const char *dataset_file,
                           TlProblems *problems,
                           GError    **error);
/* As tl_article_check(), also telling how much was found. */
gboolean tl_article_check_counted (TlDataset       *dataset,
                                   GFile           *folder,
                                   const char      *dataset_file,
                                   TlProblems      *problems,
                                   TlArticleCounts *counts,
                                   GError         **error);

G_END_DECLS

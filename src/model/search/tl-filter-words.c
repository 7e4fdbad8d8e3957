/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-words.h"

#include <glib/gi18n.h>

#include "tl-facet.h"
#include "tl-isolate.h"

const char *
tl_filter_words_get_facet (TlFacet facet)
{
  switch (facet)
    {
    case TL_FACET_KIND:
      return C_ ("facet", "Kind");
    case TL_FACET_ACTOR:
      return C_ ("facet", "Participant");
    case TL_FACET_TREATY:
      return C_ ("facet", "Treaty");
    case TL_FACET_PLACE:
      return C_ ("facet", "Place");
    case TL_FACET_SOURCE:
      return C_ ("facet", "Source");
    case TL_FACET_STATUS:
      return C_ ("facet", "Status");
    case TL_FACET_TAG:
      return C_ ("facet", "Tag");
    case TL_N_FACETS:
      break;
    }
  g_return_val_if_reached (NULL);
}

const char *
tl_filter_words_get_find (TlFacet facet)
{
  switch (facet)
    {
    case TL_FACET_KIND:
      return _ ("Find a Kind");
    case TL_FACET_ACTOR:
      return _ ("Find a Participant");
    case TL_FACET_TREATY:
      return _ ("Find a Treaty");
    case TL_FACET_PLACE:
      return _ ("Find a Place");
    case TL_FACET_SOURCE:
      return _ ("Find a Source");
    case TL_FACET_STATUS:
      return _ ("Find a Status");
    case TL_FACET_TAG:
      return _ ("Find a Tag");
    case TL_N_FACETS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* A tag is its own name: to look for it would mean to gather all tags. */
char *
tl_filter_words_dup_value (TlDataset  *dataset,
                           TlFacet     facet,
                           const char *value,
                           const char *language)
{
  g_return_val_if_fail (value != NULL, NULL);

  if (dataset == NULL || facet == TL_FACET_TAG)
    return g_strdup (value);
  return tl_facet_dup_title (dataset, facet, value, language);
}

char *
tl_filter_words_format_search (const char *search)
{
  g_return_val_if_fail (search != NULL, NULL);

  /* Translators: %s is what somebody looks for. */
  return g_strdup_printf (_ ("Search: “%s”"), search);
}

static char *
format_between (const char *from, const char *to, gboolean certainly)
{
  if (certainly)
    /* Translators: Both are days: "Certainly between 1 Jan 2019 and 31 Mar
     * 2020". */
    return g_strdup_printf (_ ("Certainly between %1$s and %2$s"), from, to);
  /* Translators: Both are days: "Possibly between 1 Jan 2019 and 31 Mar
   * 2020". */
  return g_strdup_printf (_ ("Possibly between %1$s and %2$s"), from, to);
}

static char *
format_since (const char *from, gboolean certainly)
{
  if (certainly)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("Certainly since %s"), from);
  /* Translators: %s is a day. */
  return g_strdup_printf (_ ("Possibly since %s"), from);
}

static char *
format_until (const char *to, gboolean certainly)
{
  if (certainly)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("Certainly until %s"), to);
  /* Translators: %s is a day. */
  return g_strdup_printf (_ ("Possibly until %s"), to);
}

static char *
format_on (const char *day, gboolean certainly)
{
  if (certainly)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("Certainly on %s"), day);
  /* Translators: %s is a day. */
  return g_strdup_printf (_ ("Possibly on %s"), day);
}

char *
tl_filter_words_format_range (const TlFilter  *filter,
                              TlDateFormatter *formatter)
{
  gboolean         certainly = FALSE;
  gint64           from = 0;
  gint64           to = 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (filter != NULL && formatter != NULL, NULL);

  if (!tl_filter_get_range (filter, &from, &to))
    return NULL;

  certainly = tl_filter_get_certainly (filter);
  if (from != G_MININT64)
    first = tl_date_formatter_format_day (formatter, from, TL_DATE_STYLE_SHORT);
  if (to != G_MAXINT64)
    last = tl_date_formatter_format_day (formatter, to, TL_DATE_STYLE_SHORT);

  if (first == NULL)
    return format_until (last, certainly);
  if (last == NULL)
    return format_since (first, certainly);
  if (g_str_equal (first, last))
    return format_on (first, certainly);
  return format_between (first, last, certainly);
}

/* Takes part. */
static void
append_part (GString *text, char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    /* Translators: between conditions: "Kind: Talk · Contested only". */
    g_string_append (text, C_ ("between conditions", " · "));
  g_string_append (text, part);
  g_free (part);
}

/* NULL when any value will do. */
static char *
format_facet (const TlFilter *filter,
              TlFacet         facet,
              TlDataset      *dataset,
              const char     *language)
{
  const char *const *values = tl_filter_get_values (filter, facet);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *name =
          tl_filter_words_dup_value (dataset, facet, values[i], language);
      g_autofree char *isolated = tl_isolate (name);

      if (i > 0)
        /* Translators: between alternatives: "Talk, Test". */
        g_string_append (names, C_ ("facet", ", "));
      g_string_append (names, isolated);
    }
  if (names->len == 0)
    return NULL;
  /* Translators: what is asked for, and its alternatives: "Kind: Talk,
   * Test". */
  return g_strdup_printf (C_ ("facet", "%1$s: %2$s"),
                          tl_filter_words_get_facet (facet), names->str);
}

static char *
format_isolated_search (const TlFilter *filter)
{
  const char      *search = tl_filter_get_search (filter);
  g_autofree char *isolated = search != NULL ? tl_isolate (search) : NULL;

  return search != NULL ? tl_filter_words_format_search (isolated) : NULL;
}

char *
tl_filter_words_format_filter (const TlFilter  *filter,
                               TlDataset       *dataset,
                               const char      *language,
                               TlDateFormatter *formatter)
{
  GString *text = NULL;

  g_return_val_if_fail (filter != NULL && formatter != NULL, NULL);

  if (tl_filter_is_empty (filter))
    return NULL;

  text = g_string_new (NULL);
  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    append_part (text,
                 format_facet (filter, (TlFacet)facet, dataset, language));
  append_part (text, tl_filter_words_format_range (filter, formatter));
  if (tl_filter_get_contested_only (filter))
    append_part (text, g_strdup (_ ("Contested only")));
  append_part (text, format_isolated_search (filter));
  return g_string_free (text, FALSE);
}

char *
tl_filter_words_format_shown (TlResult        *result,
                              gboolean         dims,
                              TlDateFormatter *formatter)
{
  guint            n_shown = 0;
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (result != NULL && formatter != NULL, NULL);

  n_shown = tl_result_get_n_shown (result);
  shown = tl_date_formatter_format_count (formatter, n_shown);
  all =
      tl_date_formatter_format_count (formatter, tl_result_get_n_all (result));
  if (dims)
    return g_strdup_printf (
        /* Translators: How many records a filter finds: "12 of 53 match". %1$s
         * is their number, by which the plural goes, %2$s that of all
         * records. */
        ngettext ("%1$s of %2$s matches", "%1$s of %2$s match", n_shown), shown,
        all);
  return g_strdup_printf (
      /* Translators: How many records a filter leaves: "12 of 53 shown". %1$s
       * is their number, by which the plural goes, %2$s that of all records. */
      ngettext ("%1$s of %2$s shown", "%1$s of %2$s shown", n_shown), shown,
      all);
}

static guint
count_contested (TlDataset *dataset)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  guint          n_records = tl_dataset_get_n_records (dataset);
  guint          n_contested = 0;

  for (guint i = 0; i < n_records; i++)
    n_contested += entries[i].contested ? 1 : 0;
  return n_contested;
}

char *
tl_filter_words_format_dataset (TlDataset *dataset, TlDateFormatter *formatter)
{
  guint            n_records = 0;
  guint            n_sources = 0;
  guint            n_contested = 0;
  g_autofree char *records = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *contested = NULL;
  g_autofree char *record_count = NULL;
  g_autofree char *source_count = NULL;
  g_autofree char *contested_count = NULL;

  g_return_val_if_fail (TL_IS_DATASET (dataset) && formatter != NULL, NULL);

  n_records = tl_dataset_get_n_records (dataset);
  n_sources = tl_dataset_get_n_sources (dataset);
  n_contested = count_contested (dataset);
  record_count = tl_date_formatter_format_count (formatter, n_records);
  source_count = tl_date_formatter_format_count (formatter, n_sources);
  contested_count = tl_date_formatter_format_count (formatter, n_contested);
  records = g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("%s record", "%s records", n_records), record_count);
  sources = g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("%s source", "%s sources", n_sources), source_count);
  contested = g_strdup_printf (
      /* Translators: %s is the number of records whose sources contradict each
       * other. */
      ngettext ("%s contested", "%s contested", n_contested), contested_count);
  /* Translators: Three counts: "53 records · 5 sources · 9 contested". */
  return g_strdup_printf (C_ ("subtitle", "%1$s · %2$s · %3$s"), records,
                          sources, contested);
}

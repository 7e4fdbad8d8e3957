/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-wording-private.h"

#include <string.h>

/* Words for intervals and sets of dates, shortened as the language does:
 * “27–28 July 2020”, “27 or 28 July 2020”. */

/* Longer sets are summed up by their first and last date. */
#define LISTED_MAX 8
#define SMALLEST_PLAIN_YEAR 1000
#define LARGEST_PLAIN_YEAR 9999

/* The single dates of an expression, as they are read, with the first and last
 * of them; those that leave a set open come before all others. */
typedef struct
{
  TlEdtfPart parts[2 * LISTED_MAX];
  guint      n_parts;
  gboolean   too_many;
  TlEdtfPart first;
  TlEdtfPart last;
} TlPartList;

static void
collect_cb (const TlEdtfPart *part, gpointer user_data)
{
  TlPartList *list = user_data;
  gboolean    is_first = list->n_parts == 0;

  if (is_first || (part->earliest < list->first.earliest &&
                   list->first.role != TL_EDTF_UNTIL))
    list->first = *part;
  if (is_first || part->latest > list->last.latest ||
      part->role == TL_EDTF_ONWARD)
    list->last = *part;
  if (list->n_parts < G_N_ELEMENTS (list->parts))
    list->parts[list->n_parts++] = *part;
  else
    list->too_many = TRUE;
}

static gboolean
is_plain (const TlEdtfPart *part)
{
  return !part->unspecified && part->significant == 0 &&
         (part->form == TL_EDTF_YEAR || part->form == TL_EDTF_MONTH ||
          part->form == TL_EDTF_DAY);
}

static gboolean
is_plain_year (const TlEdtfPart *part)
{
  return is_plain (part) && part->form == TL_EDTF_YEAR &&
         part->year <= LARGEST_PLAIN_YEAR &&
         tl_edtf_part_get_qualifiers (part) == TL_QUALIFIER_NONE;
}

static TlIcuPattern
get_pattern (const TlEdtfPart *part)
{
  return part->form == TL_EDTF_YEAR    ? TL_ICU_YEAR
         : part->form == TL_EDTF_MONTH ? TL_ICU_MONTH
                                       : TL_ICU_DAY;
}

/* An interval without its qualifiers, where the locale has a short form of
 * it; else NULL. */
static char *
word_short_interval (const TlWording  *self,
                     const TlEdtfPart *start,
                     const TlEdtfPart *end)
{
  if (start->form != end->form || !is_plain (start) || !is_plain (end))
    return NULL;
  return tl_icu_format_interval (self->icu, get_pattern (start), self->flags,
                                 start->earliest, end->earliest);
}

static char *
qualify_interval (const TlWording *self, const char *text, guint8 qualifiers)
{
  switch ((int)qualifiers)
    {
    case TL_QUALIFIER_NONE:
      return g_strdup (text);
    case TL_QUALIFIER_APPROXIMATE:
      return tl_wording_fill (self, TL_PHRASE_ABOUT_INTERVAL, text, NULL);
    case TL_QUALIFIER_UNCERTAIN:
      return tl_wording_fill (self, TL_PHRASE_UNCERTAIN, text, NULL);
    default:
      return tl_wording_fill (self, TL_PHRASE_ABOUT_UNCERTAIN_INTERVAL, text,
                              NULL);
    }
}

static char *
word_between_ends (const TlWording  *self,
                   const TlEdtfPart *start,
                   const TlEdtfPart *end)
{
  TlWording        wording = *self;
  guint8           of_start, of_end;
  g_autofree char *text = NULL, *from = NULL, *to = NULL;

  if (tl_wording_get_qualifiers (start, &of_start) &&
      tl_wording_get_qualifiers (end, &of_end) && of_start == of_end)
    text = word_short_interval (self, start, end);
  if (text != NULL)
    return qualify_interval (self, text, of_start);

  /* Both ends name the era when one has to. */
  if (start->year_first < SMALLEST_PLAIN_YEAR)
    wording.flags |= TL_ICU_ERA;
  from = tl_wording_word_part (&wording, start);
  to = tl_wording_word_part (&wording, end);
  return tl_wording_fill (self, TL_PHRASE_INTERVAL, from, to);
}

static char *
word_one_end (const TlWording *self, const TlEdtfPart *part, TlPhrase phrase)
{
  TlWording        inner = *self;
  g_autofree char *text = NULL;

  inner.flags |= TL_ICU_INSIDE;
  text = tl_wording_word_part (&inner, part);
  return tl_wording_fill (self, phrase, text, NULL);
}

static char *
word_interval (const TlWording  *self,
               const TlEdtfPart *first,
               const TlEdtfPart *last,
               TlSpan            span)
{
  if (span.start == TL_BOUND_KNOWN && span.end == TL_BOUND_KNOWN)
    return word_between_ends (self, first, last);
  if (span.start == TL_BOUND_KNOWN)
    return word_one_end (self, first,
                         span.end == TL_BOUND_OPEN
                             ? TL_PHRASE_FROM
                             : TL_PHRASE_FROM_UNKNOWN_END);
  return word_one_end (self, last,
                       span.start == TL_BOUND_OPEN
                           ? TL_PHRASE_UNTIL
                           : TL_PHRASE_UNTIL_UNKNOWN_START);
}

/* The members of a set as days of one month or months of one year, when that
 * is all they are. */
static char *
word_short_list (const TlWording *self, const TlPartList *list, gboolean all)
{
  const TlEdtfPart *first = &list->parts[0];
  gint64            seconds[2 * LISTED_MAX];

  if (list->n_parts < 2 || first->form == TL_EDTF_YEAR)
    return NULL;
  for (guint i = 0; i < list->n_parts; i++)
    {
      const TlEdtfPart *part = &list->parts[i];

      if (part->role != TL_EDTF_MEMBER || !is_plain (part) ||
          part->form != first->form || part->year != first->year ||
          (part->form == TL_EDTF_DAY && part->month != first->month) ||
          tl_edtf_part_get_qualifiers (part) != TL_QUALIFIER_NONE)
        return NULL;
      seconds[i] = part->earliest;
    }
  return tl_icu_format_alternatives (
      self->icu, get_pattern (first),
      first->year < SMALLEST_PLAIN_YEAR ? self->flags | TL_ICU_ERA
                                        : self->flags,
      first->form == TL_EDTF_DAY ? TL_ICU_FIELD_DAY : TL_ICU_FIELD_MONTH,
      seconds, list->n_parts, all);
}

static char *
word_element (const TlWording *self, const TlEdtfPart *part, gboolean all)
{
  g_autofree char *text = NULL;

  if (part->role == TL_EDTF_FROM)
    return word_between_ends (self, part, part + 1);
  text = tl_wording_word_part (self, part);
  if (part->role == TL_EDTF_UNTIL)
    return tl_wording_fill (
        self, all ? TL_PHRASE_AND_EARLIER : TL_PHRASE_OR_EARLIER, text, NULL);
  if (part->role == TL_EDTF_ONWARD)
    return tl_wording_fill (
        self, all ? TL_PHRASE_AND_LATER : TL_PHRASE_OR_LATER, text, NULL);
  return g_steal_pointer (&text);
}

/* One of the dates of a range, “some day of 11–20 January 2020”: the range
 * alone would say that it lasted all that time. NULL for other sets. */
static char *
word_one_of_range (const TlWording *self, const TlPartList *list)
{
  const TlEdtfPart *start = &list->parts[0];
  const TlEdtfPart *end = &list->parts[1];
  TlWording         inner = *self;
  g_autofree char  *from = NULL, *to = NULL, *range = NULL;

  if (list->n_parts != 2 || start->role != TL_EDTF_FROM)
    return NULL;
  if (start->form == end->form &&
      (start->form == TL_EDTF_DAY || start->form == TL_EDTF_MONTH))
    {
      inner.flags |= TL_ICU_INSIDE;
      range = word_between_ends (&inner, start, end);
      return tl_wording_fill (self,
                              start->form == TL_EDTF_DAY
                                  ? TL_PHRASE_SOME_DAY_OF_RANGE
                                  : TL_PHRASE_SOME_MONTH_OF_RANGE,
                              range, NULL);
    }
  if (is_plain_year (start) && is_plain_year (end))
    return tl_wording_word_between_years (self, start->year, end->year);

  inner.flags |= TL_ICU_INSIDE;
  from = tl_wording_word_part (&inner, start);
  to = tl_wording_word_part (&inner, end);
  return tl_wording_fill (self, TL_PHRASE_BETWEEN, from, to);
}

static char *
word_set (const TlWording *self, const TlPartList *list, TlSpan span)
{
  gboolean all = span.shape == TL_SHAPE_ALL_OF;
  char    *text = word_short_list (self, list, all);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  if (text == NULL && !all)
    text = word_one_of_range (self, list);
  if (text != NULL)
    return text;
  for (guint i = 0; i < list->n_parts; i++)
    if (list->parts[i].role != TL_EDTF_TO)
      g_ptr_array_add (items, word_element (self, &list->parts[i], all));
  if (items->len == 1)
    return g_strdup (g_ptr_array_index (items, 0));
  return tl_icu_format_list (self->icu, (const char *const *)items->pdata,
                             items->len, all);
}

static char *
word_long_set (const TlWording *self, const TlPartList *list, TlSpan span)
{
  gboolean         all = span.shape == TL_SHAPE_ALL_OF;
  g_autofree char *range = NULL;

  if (span.start == TL_BOUND_OPEN && span.end == TL_BOUND_OPEN)
    {
      g_autofree char *from = word_element (self, &list->first, all);
      g_autofree char *to = word_element (self, &list->last, all);

      range = tl_wording_fill (self, TL_PHRASE_INTERVAL, from, to);
    }
  else
    range = word_interval (self, &list->first, &list->last, span);
  return tl_wording_fill (
      self, all ? TL_PHRASE_ALL_OF_MANY : TL_PHRASE_ONE_OF_MANY, range, NULL);
}

char *
tl_wording_word_date (const TlWording *self, const TlDate *date)
{
  const char            *edtf = tl_date_get_edtf (date);
  g_autofree TlPartList *list = g_new0 (TlPartList, 1);
  TlSpan                 span;
  int                    level;

  if (!tl_edtf_parse (edtf, strlen (edtf), &span, &level, collect_cb, list,
                      NULL))
    g_return_val_if_reached (g_strdup (edtf));

  if (span.shape == TL_SHAPE_SINGLE)
    return tl_wording_word_part (self, &list->first);
  if (span.shape == TL_SHAPE_INTERVAL)
    return word_interval (self, &list->parts[0],
                          &list->parts[list->n_parts - 1], span);
  if (list->too_many)
    return word_long_set (self, list, span);
  return word_set (self, list, span);
}

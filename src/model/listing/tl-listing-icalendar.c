/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-listing-private.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

#include "tl-calendar.h"
#include "tl-citation-private.h"
#include "tl-plain-text.h"

/* Records as days of a calendar: RFC 5545, written by libical. Every event
 * lasts whole days, blocks nobody's time, and keeps its identifier as long as
 * dataset and record keep theirs. A date that is not exact reaches over all the
 * days that it can be, is tentative, and says in words what is known. Nothing
 * depends on the clock: events are stamped with the last publication of the
 * dataset. */

#define FIRST_YEAR 1
#define LAST_YEAR 9999
#define CALENDAR_END "END:VCALENDAR\r\n"

/* What writing one calendar needs. */
typedef struct
{
  const TlListing    *listing;
  TlDateFormatter    *formatter;
  struct icaltimetype stamp;
} Calendar;

static struct icaltimetype
make_day (gint64 second)
{
  TlCivil             civil = tl_calendar_from_second (second);
  struct icaltimetype day = icaltime_null_date ();

  day.year = (int)civil.year;
  day.month = civil.month;
  day.day = civil.day;
  return day;
}

/* Both ends are known, and a calendar has these years; the end is the day
 * after the last. */
static gboolean
has_days (TlSpan span)
{
  return span.start == TL_BOUND_KNOWN && span.end == TL_BOUND_KNOWN &&
         tl_calendar_from_second (span.earliest).year >= FIRST_YEAR &&
         tl_calendar_from_second (span.latest).year < LAST_YEAR;
}

/* The last second at which a source can have come out; 0 when no calendar can
 * say it. */
static gint64
find_publication (TlDataset *dataset, guint source)
{
  TlSpan span =
      tl_date_get_span (tl_dataset_get_source (dataset, source)->published);

  return has_days (span) ? span.latest : 0;
}

/* The day on which the last source came out of those that tell anything: as it
 * was known on a day, a dataset still has the sources of later days. */
static struct icaltimetype
make_stamp (TlDataset *dataset)
{
  struct icaltimetype stamp;
  gint64              last = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      guint        n;
      const guint *sources = tl_dataset_get_record_sources (dataset, i, &n);

      for (guint j = 0; j < n; j++)
        last = MAX (last, find_publication (dataset, sources[j]));
    }
  stamp = make_day (last);
  stamp.is_date = 0;
  stamp.hour = stamp.minute = stamp.second = 0;
  return icaltime_set_timezone (&stamp, icaltimezone_get_utc_timezone ());
}

/* Takes property. */
static void
add (icalcomponent *component, icalproperty *property)
{
  icalcomponent_add_property (component, property);
}

static icalproperty *
make_extension (const char *name, const char *text)
{
  icalproperty *property = icalproperty_new_x (text);

  icalproperty_set_x_name (property, name);
  return property;
}

static char *
dup_line (const TlText *text, const char *language)
{
  const char *found = tl_text_get (text, language);

  return found == NULL ? NULL : tl_plain_text_to_line (found);
}

static void
add_category (icalcomponent *event, const char *label)
{
  g_autofree char *line = tl_plain_text_to_line (label);

  add (event, icalproperty_new_categories (line));
}

/* One property each: a label may have a comma. */
static void
add_categories (icalcomponent *event, const TlRecord *record)
{
  add_category (event, tl_kind_get_label (record->kind));
  if (record->act != TL_ACT_NONE)
    add_category (event, tl_act_get_label (record->act));
  add_category (event, tl_status_get_label (record->status));
  for (guint i = 0; record->tags[i] != NULL; i++)
    add_category (event, record->tags[i]);
}

static void
add_line (GString *description, const char *line)
{
  g_autofree char *plain = tl_plain_text_to_line (line);

  if (description->len > 0)
    g_string_append_c (description, '\n');
  g_string_append (description, plain);
}

/* What is known of an inexact date: in words, as it was written, and in the
 * words of the reports. */
static void
describe_date (GString *description, const Calendar *self, TlRecord *record)
{
  g_autofree char *words = tl_date_formatter_format (
      self->formatter, record->date, TL_DATE_STYLE_FULL);
  g_autofree char *line = NULL;

  /* Translators: in the description of a calendar entry. %1$s is an inexact
   * date in words, %2$s the same as it is written in the file (EDTF). */
  line = g_strdup_printf (_ ("Date: %1$s (%2$s)"), words,
                          tl_date_get_edtf (record->date));
  add_line (description, line);
  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      const TlSource  *source =
          tl_dataset_get_source (self->listing->dataset, account->source);
      const char *name =
          tl_source_get_publisher_name (source, self->listing->language);
      g_autofree char *told = NULL;

      if (account->date_words == NULL)
        continue;
      told = g_strdup_printf (
          /* Translators: how a report words a date. %1$s are its own words,
           * %2$s is its publisher or title. Use the quotation marks of your
           * language. */
          _ ("“%1$s” (%2$s)"), account->date_words,
          name != NULL ? name
                       : tl_text_get (source->title, self->listing->language));
      add_line (description, told);
    }
}

static char *
make_description (const Calendar *self, TlRecord *record, guint index)
{
  GString         *description = g_string_new (NULL);
  const char      *language = self->listing->language;
  g_autofree char *citation = NULL;

  if (!tl_span_is_exact (tl_date_get_span (record->date)))
    describe_date (description, self, record);
  if (record->contested)
    add_line (description, _ ("The sources contradict each other."));
  if (record->summary != NULL)
    add_line (description, tl_text_get (record->summary, language));
  citation = tl_citation_format_record (self->listing->dataset, index,
                                        self->formatter, language);
  add_line (description, citation);
  return g_string_free (description, FALSE);
}

/* That of the first source, by publication, that has one. */
static void
add_address (icalcomponent *event, const Calendar *self, guint index)
{
  TlDataset *dataset = self->listing->dataset;
  g_autoptr (GArray) sources = tl_citation_dup_record_sources (dataset, index);

  for (guint i = 0; i < sources->len; i++)
    {
      const TlSource *source =
          tl_dataset_get_source (dataset, g_array_index (sources, guint, i));
      g_autofree char *url = NULL;

      if (source->url == NULL)
        continue;
      url = tl_plain_text_to_address (source->url);
      add (event, icalproperty_new_url (url));
      return;
    }
}

/* What is cancelled, or is not sure in itself or in its day. */
static enum icalproperty_status
find_status (const TlRecord *record)
{
  if (record->status == TL_STATUS_CANCELLED)
    return ICAL_STATUS_CANCELLED;
  if (record->contested || record->status == TL_STATUS_ALLEGED ||
      record->status == TL_STATUS_DENIED ||
      !tl_span_is_exact (tl_date_get_span (record->date)))
    return ICAL_STATUS_TENTATIVE;
  return ICAL_STATUS_CONFIRMED;
}

static void
add_place (icalcomponent *event, const TlListing *listing, guint place)
{
  g_autofree char *name = NULL;

  if (place == TL_NONE)
    return;
  name = dup_line (tl_dataset_get_place (listing->dataset, place)->name,
                   listing->language);
  if (name != NULL)
    add (event, icalproperty_new_location (name));
}

static icalcomponent *
make_event (const Calendar *self, TlRecord *record, guint index)
{
  TlSpan           span = tl_date_get_span (record->date);
  icalcomponent   *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *id =
      g_strdup_printf ("%s@%s.treatyline", record->id,
                       tl_dataset_get_id (self->listing->dataset));
  g_autofree char *title = dup_line (record->title, self->listing->language);
  g_autofree char *description = make_description (self, record, index);

  add (event, icalproperty_new_uid (id));
  add (event, icalproperty_new_dtstamp (self->stamp));
  add (event, icalproperty_new_dtstart (make_day (span.earliest)));
  add (event,
       icalproperty_new_dtend (make_day (span.latest + TL_SECONDS_PER_DAY)));
  add (event, icalproperty_new_summary (title != NULL ? title : record->id));
  add (event, icalproperty_new_status (find_status (record)));
  add (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  add_categories (event, record);
  add_place (event, self->listing, record->place);
  add_address (event, self, index);
  add (event, icalproperty_new_description (description));
  return event;
}

/* Takes component; the text without its last bytes, kept_off of them. */
static void
write_component (TlSink sink, icalcomponent *component, gsize kept_off)
{
  char *text = icalcomponent_as_ical_string_r (component);

  text[strlen (text) - kept_off] = '\0';
  tl_sink_write (sink, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (component);
}

static icalcomponent *
make_calendar (const TlListing *listing)
{
  icalcomponent   *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  g_autofree char *title =
      dup_line (tl_dataset_get_title (listing->dataset), listing->language);

  add (calendar, icalproperty_new_version ("2.0"));
  add (calendar, icalproperty_new_prodid (
                     "-//Treatyline//Treatyline " TL_VERSION "//EN"));
  add (calendar, icalproperty_new_calscale ("GREGORIAN"));
  if (title != NULL)
    {
      add (calendar, icalproperty_new_name (title));
      /* What most programs read in its place. */
      add (calendar, make_extension ("X-WR-CALNAME", title));
    }
  return calendar;
}

guint
tl_listing_write_icalendar (const TlListing *listing, TlSink sink)
{
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);
  Calendar self = { listing, formatter, make_stamp (listing->dataset) };
  guint    n_left_out = 0;

  write_component (sink, make_calendar (listing), strlen (CALENDAR_END));
  for (guint i = 0; i < listing->n_indices; i++)
    {
      guint index = listing->indices[i];
      g_autoptr (TlRecord) record = NULL;

      if (!has_days (tl_dataset_get_entries (listing->dataset)[index].span))
        {
          n_left_out++;
          continue;
        }
      record = tl_dataset_ref_record (listing->dataset, index);
      write_component (sink, make_event (&self, record, index), 0);
    }
  tl_sink_write (sink, CALENDAR_END);
  return n_left_out;
}

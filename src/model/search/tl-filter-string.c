/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include <stdlib.h>
#include <string.h>

#include "tl-calendar.h"

/* A filter in one line, for the metadata of pictures and for messages. */

/* An id as the dataset format has it needs no quotation marks. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.:", *p) == NULL)
      return FALSE;
  return text[0] != '\0';
}

static void
append_quoted (GString *string, const char *text)
{
  g_string_append_c (string, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (string, '\\');
      if (g_ascii_iscntrl (*p))
        g_string_append_printf (string, "\\u%04x", (guint)(guchar)*p);
      else
        g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

static void
append_key (GString *string, const char *key)
{
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append_printf (string, "%s=", key);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
append_values (GString *string, const TlFilter *self, TlFacet facet)
{
  gsize                n_values = g_strv_length (self->values[facet]);
  g_autofree gpointer *sorted = NULL;

  if (n_values == 0)
    return;
  sorted = g_memdup2 (self->values[facet], n_values * sizeof (char *));
  qsort (sorted, n_values, sizeof (char *), compare_strings);
  append_key (string, tl_facet_to_nick (facet));
  for (gsize i = 0; i < n_values; i++)
    {
      if (i > 0)
        g_string_append_c (string, ',');
      if (is_plain (sorted[i]))
        g_string_append (string, sorted[i]);
      else
        append_quoted (string, sorted[i]);
    }
}

/* rest: second of the day at which this end of a range of days stands. */
static void
append_second (GString *string, const char *key, gint64 second, int rest)
{
  g_autofree char *day = tl_calendar_format_day (second);
  TlCivil          civil = tl_calendar_from_second (second);

  append_key (string, key);
  g_string_append (string, day);
  if ((civil.hour * 60 + civil.minute) * 60 + civil.second != rest)
    g_string_append_printf (string, "T%02d:%02d:%02d", civil.hour, civil.minute,
                            civil.second);
}

static void
append_range (GString *string, const TlFilter *self)
{
  if (self->from != G_MININT64)
    append_second (string, "from", self->from, 0);
  if (self->to != G_MAXINT64)
    append_second (string, "to", self->to, TL_SECONDS_PER_DAY - 1);
  if (!self->certainly || !tl_filter_has_range (self))
    return;
  append_key (string, "certainly");
  g_string_append (string, "yes");
}

/**
 * tl_filter_to_string:
 * @self: a filter
 *
 * Returns: (transfer full): the filter in one line, the same in every language
 *   and for every order of adding; empty for an empty filter
 */
char *
tl_filter_to_string (const TlFilter *self)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  for (guint i = 0; i < TL_N_FACETS; i++)
    append_values (string, self, (TlFacet)i);
  if (self->contested_only)
    {
      append_key (string, "contested");
      g_string_append (string, "yes");
    }
  if (self->search != NULL)
    {
      append_key (string, "search");
      append_quoted (string, self->search);
    }
  append_range (string, self);
  return g_string_free (string, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-view-state.h"

#include "tl-calendar.h"
#include "tl-state-file.h"

/* Days and words, no numbers of an implementation, so that the file can be
 * read by another version. What a key lacks, or what makes no sense, is as if
 * it had never been chosen. */

#define FOLDER "views"
#define VIEW "View"
#define FILTER "Filter"

/* More is no choice but everything. */
#define MAX_SELECTED 1000

TlViewState *
tl_view_state_new (void)
{
  TlViewState *self = g_new0 (TlViewState, 1);

  self->view = g_strdup ("timeline");
  self->filter = tl_filter_new ();
  self->group_order = g_new0 (char *, 1);
  self->folded = g_new0 (char *, 1);
  self->selection = g_new0 (char *, 1);
  self->known_on = TL_KNOWN_ALWAYS;
  self->to = -1;
  return self;
}

void
tl_view_state_free (TlViewState *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_free (self->view);
  g_strfreev (self->group_order);
  g_strfreev (self->folded);
  g_strfreev (self->selection);
  tl_filter_free (self->filter);
  g_free (self);
}

/* --- reading --- */

static void
read_strings (GKeyFile *key_file, const char *key, char ***strings)
{
  char **value = g_key_file_get_string_list (key_file, VIEW, key, NULL, NULL);

  if (value == NULL)
    return;
  g_strfreev (*strings);
  *strings = value;
}

static gboolean
read_day (GKeyFile   *key_file,
          const char *group,
          const char *key,
          gint64     *second)
{
  g_autofree char *day = g_key_file_get_string (key_file, group, key, NULL);

  return day != NULL && tl_calendar_parse_day (day, second);
}

static void
read_range (GKeyFile *key_file, TlFilter *filter)
{
  gint64   from = G_MININT64;
  gint64   to = G_MAXINT64;
  gboolean has_from = FALSE;
  gboolean has_to = FALSE;

  has_from = g_key_file_has_key (key_file, FILTER, "from", NULL);
  has_to = g_key_file_has_key (key_file, FILTER, "to", NULL);
  if (has_from)
    from = g_key_file_get_int64 (key_file, FILTER, "from", NULL);
  if (has_to)
    to = g_key_file_get_int64 (key_file, FILTER, "to", NULL);
  if ((has_from || has_to) && from <= to)
    tl_filter_set_range (filter, from, to);
}

static void
read_filter (GKeyFile *key_file, TlFilter *filter)
{
  g_autofree char *search =
      g_key_file_get_string (key_file, FILTER, "search", NULL);

  for (int facet = 0; facet < TL_N_FACETS; facet++)
    {
      g_auto (GStrv) values = g_key_file_get_string_list (
          key_file, FILTER, tl_facet_to_nick ((TlFacet)facet), NULL, NULL);

      for (gsize i = 0; values != NULL && values[i] != NULL; i++)
        tl_filter_add_value (filter, (TlFacet)facet, values[i]);
    }
  tl_filter_set_search (filter, search);
  tl_filter_set_certainly (
      filter, g_key_file_get_boolean (key_file, FILTER, "certainly", NULL));
  tl_filter_set_contested_only (
      filter, g_key_file_get_boolean (key_file, FILTER, "contested", NULL));
  read_range (key_file, filter);
}

TlViewState *
tl_view_state_load (const char *dataset)
{
  g_autoptr (GKeyFile) key_file = NULL;
  g_autofree char *view = NULL;
  g_autofree char *group_by = NULL;
  TlViewState     *self = NULL;

  g_return_val_if_fail (dataset != NULL, NULL);

  key_file = tl_state_file_load (FOLDER, dataset);
  view = g_key_file_get_string (key_file, VIEW, "view", NULL);
  if (view == NULL)
    return NULL;

  self = tl_view_state_new ();
  g_free (self->view);
  self->view = g_steal_pointer (&view);
  self->file = g_key_file_get_string (key_file, VIEW, "file", NULL);
  group_by = g_key_file_get_string (key_file, VIEW, "group-by", NULL);
  if (group_by != NULL)
    tl_group_by_from_nick (group_by, &self->group_by);
  read_strings (key_file, "group-order", &self->group_order);
  read_strings (key_file, "folded", &self->folded);
  read_strings (key_file, "selection", &self->selection);
  self->dims = g_key_file_get_boolean (key_file, VIEW, "dims", NULL);
  self->proportional =
      g_key_file_get_boolean (key_file, VIEW, "proportional", NULL);
  if (!read_day (key_file, VIEW, "known-on", &self->known_on))
    self->known_on = TL_KNOWN_ALWAYS;
  if (g_key_file_has_key (key_file, VIEW, "from", NULL) &&
      g_key_file_has_key (key_file, VIEW, "to", NULL))
    {
      self->from = g_key_file_get_int64 (key_file, VIEW, "from", NULL);
      self->to = g_key_file_get_int64 (key_file, VIEW, "to", NULL);
    }
  read_filter (key_file, self->filter);
  return self;
}

/* --- writing --- */

static void
write_strings (GKeyFile          *key_file,
               const char        *group,
               const char        *key,
               const char *const *strings)
{
  gsize n = MIN (g_strv_length ((char **)strings), MAX_SELECTED);

  if (n > 0)
    g_key_file_set_string_list (key_file, group, key, strings, n);
}

static void
write_day (GKeyFile *key_file, const char *key, gint64 second)
{
  g_autofree char *day = tl_calendar_format_day (second);

  g_key_file_set_string (key_file, VIEW, key, day);
}

static void
write_filter (GKeyFile *key_file, const TlFilter *filter)
{
  const char *search = tl_filter_get_search (filter);
  gint64      from;
  gint64      to;

  for (int facet = 0; facet < TL_N_FACETS; facet++)
    write_strings (key_file, FILTER, tl_facet_to_nick ((TlFacet)facet),
                   tl_filter_get_values (filter, (TlFacet)facet));
  if (search != NULL)
    g_key_file_set_string (key_file, FILTER, "search", search);
  if (tl_filter_get_certainly (filter))
    g_key_file_set_boolean (key_file, FILTER, "certainly", TRUE);
  if (tl_filter_get_contested_only (filter))
    g_key_file_set_boolean (key_file, FILTER, "contested", TRUE);
  if (!tl_filter_get_range (filter, &from, &to))
    return;
  if (from != G_MININT64)
    g_key_file_set_int64 (key_file, FILTER, "from", from);
  if (to != G_MAXINT64)
    g_key_file_set_int64 (key_file, FILTER, "to", to);
}

gboolean
tl_view_state_save (const TlViewState *self,
                    const char        *dataset,
                    GError           **error)
{
  g_autoptr (GKeyFile) key_file = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (dataset != NULL, FALSE);

  key_file = g_key_file_new ();
  g_key_file_set_string (key_file, VIEW, "dataset", dataset);
  if (self->file != NULL)
    g_key_file_set_string (key_file, VIEW, "file", self->file);
  g_key_file_set_string (key_file, VIEW, "view", self->view);
  g_key_file_set_string (key_file, VIEW, "group-by",
                         tl_group_by_to_nick (self->group_by));
  write_strings (key_file, VIEW, "group-order",
                 (const char *const *)self->group_order);
  write_strings (key_file, VIEW, "folded", (const char *const *)self->folded);
  write_strings (key_file, VIEW, "selection",
                 (const char *const *)self->selection);
  g_key_file_set_boolean (key_file, VIEW, "dims", self->dims);
  g_key_file_set_boolean (key_file, VIEW, "proportional", self->proportional);
  if (self->known_on != TL_KNOWN_ALWAYS)
    write_day (key_file, "known-on", self->known_on);
  if (self->from <= self->to)
    {
      g_key_file_set_int64 (key_file, VIEW, "from", self->from);
      g_key_file_set_int64 (key_file, VIEW, "to", self->to);
    }
  write_filter (key_file, self->filter);
  return tl_state_file_save (FOLDER, dataset, key_file, error);
}

gboolean
tl_view_state_forget (const char *dataset, GError **error)
{
  return tl_state_file_remove (FOLDER, dataset, error);
}

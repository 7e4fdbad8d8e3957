/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate.h"

#include <string.h>

/* Writes a dataset event by event. All choices come from one sequence of
 * pseudo-random numbers (splitmix64), so that the bytes depend on the options
 * alone. */

#define FIRST_YEAR 1960
#define N_DAYS 22000 /* sixty years */
#define N_BURSTS 48
#define BURST_DAYS 60
#define N_ACTORS 60
#define N_PLACES 40
#define N_SOURCES 24
#define N_TREATIES 12
#define FLUSH_BYTES (64 * 1024)

typedef struct
{
  const GenerateOptions *options;
  GenerateSink           sink;
  gpointer               data;
  GString               *out;
  guint64                state;
  guint                  bursts[N_BURSTS];
} Generator;

static const char *const shape_nicks[] = {
  [GENERATE_PLAUSIBLE] = "plausible",
  [GENERATE_ONE_DAY] = "one-day",
  [GENERATE_OVERLAPPING] = "overlapping",
  [GENERATE_LONG_BAR] = "long-bar",
};

static const char *const words[] = {
  "delegation", "talks",     "ministers", "on",         "border",
  "ceasefire",  "the",       "agreement", "inspectors", "visit",
  "missile",    "launch",    "observers", "report",     "exchange",
  "of",         "prisoners", "summit",    "opens",      "in",
  "proposal",   "for",       "extension", "treaty",     "joint",
  "exercise",   "aid",       "convoy",    "reaches",    "northern",
  "province",   "statement", "after",     "sanctions",  "vote",
  "council",
};

/* The same words again and again would fold and search too well. */
static const struct
{
  const char *language;
  const char *words[8];
} scripts[] = {
  { "ru",
    { "переговоры", "делегация", "о", "границе", "договор", "встреча",
      "министров", "заявление" } },
  { "zh",
    { "谈判", "代表团", "边界", "协议", "部长", "会议", "声明", "条约" } },
  { "ar",
    { "محادثات", "وفد", "الحدود", "اتفاق", "وزراء", "قمة", "بيان", "معاهدة" } },
  { "hi",
    { "वार्ता", "प्रतिनिधिमंडल", "सीमा", "समझौता", "मंत्री", "बैठक", "बयान",
      "संधि" } },
  { "fr",
    { "négociations", "délégation", "sur", "frontière", "accord", "réunion",
      "déclaration", "traité" } },
};

static guint64
next_random (Generator *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
pick (Generator *self, guint n)
{
  return (guint)(next_random (self) % n);
}

static void
put (Generator *self, const char *text)
{
  g_string_append (self->out, text);
}

/* --- dates --- */

static void
put_day (Generator *self, guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, FIRST_YEAR);
  g_date_add_days (&date, day);
  g_string_append_printf (
      self->out, "%04d-%02d-%02d", (int)g_date_get_year (&date),
      (int)g_date_get_month (&date), (int)g_date_get_day (&date));
}

/* Most of the news comes in bursts. */
static guint
pick_day (Generator *self)
{
  if (pick (self, 10) < 3)
    return pick (self, N_DAYS);
  return self->bursts[pick (self, N_BURSTS)] + pick (self, BURST_DAYS);
}

static void
put_inexact (Generator *self, guint day)
{
  guint year = FIRST_YEAR + day / 366;
  guint month = 1 + day / 31 % 12;

  switch (pick (self, 6))
    {
    case 0:
      g_string_append_printf (self->out, "%04u", year);
      break;
    case 1:
      g_string_append_printf (self->out, "%04u-%02u", year, month);
      break;
    case 2:
      g_string_append_printf (self->out, "%04u-%02u~", year, month);
      break;
    case 3:
      g_string_append_printf (self->out, "%04u-%02u", year,
                              21 + pick (self, 4));
      break;
    case 4:
      put_day (self, day);
      put (self, "?");
      break;
    default:
      put (self, "../");
      put_day (self, day);
      break;
    }
}

static void
put_plausible_date (Generator *self)
{
  guint day = pick_day (self);
  guint form = pick (self, 15);

  if (form < 7)
    put_day (self, day);
  else if (form < 10)
    put_inexact (self, day);
  else
    {
      put_day (self, day);
      put (self, "/");
      put_day (self, day + 1 + pick (self, form == 14 ? 900 : 20));
    }
}

static void
put_date (Generator *self, guint64 event)
{
  switch (self->options->shape)
    {
    case GENERATE_ONE_DAY:
      put_day (self, N_DAYS / 2);
      break;
    case GENERATE_OVERLAPPING:
      put_day (self, pick (self, N_DAYS / 2));
      put (self, "/");
      put_day (self, N_DAYS / 2 + pick (self, N_DAYS / 2));
      break;
    case GENERATE_LONG_BAR:
      put_day (self, event == 0 ? 0 : pick (self, N_DAYS));
      if (event == 0)
        {
          put (self, "/");
          put_day (self, N_DAYS);
        }
      break;
    case GENERATE_PLAUSIBLE:
    default:
      put_plausible_date (self);
      break;
    }
}

/* --- texts --- */

static void
put_words (Generator *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *word = words[pick (self, G_N_ELEMENTS (words))];

      if (i == 0)
        g_string_append_c (self->out, g_ascii_toupper (word[0]));
      else
        g_string_append_c (self->out, ' ');
      put (self, i == 0 ? word + 1 : word);
    }
}

static void
put_foreign_words (Generator *self)
{
  guint script = pick (self, G_N_ELEMENTS (scripts));
  guint n = 3 + pick (self, 3);

  g_string_append_printf (self->out, ", \"%s\": \"", scripts[script].language);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        put (self, " ");
      put (self, scripts[script].words[pick (self, 8)]);
    }
  put (self, "\"");
}

/* --- events --- */

/* Different ones: from a random first in steps that never meet it again. */
static void
put_ids (
    Generator *self, const char *key, const char *prefix, guint n, guint of)
{
  guint first = pick (self, of);

  g_string_append_printf (self->out, ", \"%s\": [", key);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (self->out, "%s\"%s%u\"", i > 0 ? ", " : "", prefix,
                            (first + i * 7) % of);
  put (self, "]");
}

static void
put_accounts (Generator *self)
{
  guint n = 1 + (pick (self, 4) == 0);
  guint first = pick (self, N_SOURCES);

  put (self, ", \"accounts\": [");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (self->out, "%s{\"source\": \"source-%u\"",
                              i > 0 ? ", " : "", (first + i) % N_SOURCES);
      if (pick (self, 3) == 0)
        {
          put (self, ", \"says\": \"");
          put_words (self, 5);
          put (self, "\"");
        }
      if (i > 0 && pick (self, 3) == 0)
        {
          put (self, ", \"date\": \"");
          put_day (self, pick_day (self));
          put (self, "\", \"date_words\": \"a few days ago\"");
        }
      if (pick (self, 20) == 0)
        put (self, ", \"stance\": \"disputes\"");
      put (self, "}");
    }
  put (self, "]");
}

static void
put_details (Generator *self, guint64 event)
{
  g_string_append_printf (self->out, ", \"place\": \"place-%u\"",
                          pick (self, N_PLACES));
  put_ids (self, "actors", "actor-", 1 + pick (self, 4), N_ACTORS);
  if (pick (self, 6) == 0)
    put_ids (self, "treaties", "treaty-", 1, N_TREATIES);
  put_accounts (self);
  if (event > 0 && pick (self, 20) == 0)
    g_string_append_printf (self->out,
                            ", \"related\": [{\"event\": \"event-%u\", "
                            "\"as\": \"responds-to\"}]",
                            pick (self, (guint)MIN (event, G_MAXUINT / 2)));
  if (pick (self, 3) == 0)
    g_string_append_printf (self->out, ", \"prominence\": %u",
                            1 + pick (self, 5));
}

static void
put_event (Generator *self, guint64 event)
{
  static const char *const kinds[] = { "talk",     "test",       "statement",
                                       "incident", "deployment", "aid",
                                       "other" };
  static const char *const statuses[] = { "occurred", "occurred",  "occurred",
                                          "planned",  "announced", "alleged" };

  g_string_append_printf (self->out,
                          "{\"id\": \"event-%" G_GUINT64_FORMAT
                          "\", \"kind\": \"%s\", \"status\": \"%s\", "
                          "\"title\": {\"en\": \"",
                          event, kinds[pick (self, G_N_ELEMENTS (kinds))],
                          statuses[pick (self, G_N_ELEMENTS (statuses))]);
  put_words (self, 4 + pick (self, 5));
  put (self, "\"");
  if (pick (self, 4) == 0)
    put_foreign_words (self);
  put (self, "}, \"summary\": {\"en\": \"");
  put_words (self, 10 + pick (self, 12));
  put (self, ".\"}, \"date\": \"");
  put_date (self, event);
  put (self, "\"");
  put_details (self, event);
  put (self, "}");
}

/* --- the rest --- */

static void
put_things (Generator *self, const char *section, guint n, const char *format)
{
  const char *line = self->options->lines ? " " : "\n";

  g_string_append_printf (self->out, ",%s\"%s\": [", line, section);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) thing = g_string_new (format);
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_string_replace (thing, "#", number, 0);
      g_string_append_printf (self->out, "%s%s", i > 0 ? ", " : "", thing->str);
    }
  put (self, "]");
}

static void
put_header (Generator *self)
{
  put (self, "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": "
             "\"made-up\", \"language\": \"en\", \"title\": {\"en\": \"Made "
             "up for measuring\"}");
  put_things (self, "sources", N_SOURCES,
              "{\"id\": \"source-#\", \"title\": {\"en\": \"Report #\"}, "
              "\"publisher\": {\"en\": \"Paper #\"}, \"published\": "
              "\"2021-01-01\", \"language\": \"en\"}");
  put_things (self, "actors", N_ACTORS,
              "{\"id\": \"actor-#\", \"kind\": \"state\", \"name\": {\"en\": "
              "\"State #\", \"ru\": \"Страна #\"}}");
  put_things (self, "places", N_PLACES,
              "{\"id\": \"place-#\", \"name\": {\"en\": \"Town #\"}}");
  put_things (self, "treaties", N_TREATIES,
              "{\"id\": \"treaty-#\", \"kind\": \"treaty\", \"title\": "
              "{\"en\": \"Treaty #\"}, \"short\": {\"en\": \"T#\"}, \"acts\": "
              "[{\"id\": \"treaty-#-force\", \"act\": \"entry-into-force\", "
              "\"date\": \"1991-01-01\", \"status\": \"occurred\", "
              "\"accounts\": [{\"source\": \"source-1\"}]}]}");
}

static void
flush (Generator *self, gsize least)
{
  if (self->out->len < least)
    return;
  self->sink (self->out->str, self->out->len, self->data);
  g_string_truncate (self->out, 0);
}

void
generate_dataset (const GenerateOptions *options,
                  GenerateSink           sink,
                  gpointer               data)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Generator self = { options, sink, data, out, 20200728, { 0 } };

  for (guint i = 0; i < N_BURSTS; i++)
    self.bursts[i] = pick (&self, N_DAYS - BURST_DAYS);
  put_header (&self);
  put (&self, options->lines ? "}\n" : ",\n\"events\": [\n");
  for (guint64 i = 0; i < options->n_events; i++)
    {
      put_event (&self, i);
      if (options->lines)
        put (&self, "\n");
      else
        put (&self, i + 1 < options->n_events ? ",\n" : "\n");
      flush (&self, FLUSH_BYTES);
    }
  if (!options->lines)
    put (&self, "]}\n");
  flush (&self, 0);
}

static void
append_cb (const char *text, gsize length, gpointer data)
{
  g_string_append_len (data, text, (gssize)length);
}

GBytes *
generate_bytes (const GenerateOptions *options)
{
  GString *text = g_string_new (NULL);

  generate_dataset (options, append_cb, text);
  return g_string_free_to_bytes (text);
}

gboolean
generate_shape_from_nick (const char *nick, GenerateShape *shape)
{
  for (guint i = 0; i < G_N_ELEMENTS (shape_nicks); i++)
    if (g_str_equal (nick, shape_nicks[i]))
      {
        *shape = (GenerateShape)i;
        return TRUE;
      }
  return FALSE;
}

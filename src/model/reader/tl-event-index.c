/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-index.h"

#include "tl-event-lexer.h"
#include "tl-event-text.h"
#include "tl-limits.h"
#include "tl-reader-private.h"

#include <string.h>

/* Makes the index entry of an event from the bytes of the file. It takes only
 * events that tl_read_event() would take without reporting anything; all
 * others are left to that, so that there is one judge of what is wrong. */

/* More references of one sort are left to the full reader. */
#define MAX_REFERENCES 255

struct _TlEventIndexer
{
  TlEventLexer        lexer; /* first: what the readers of fields are given */
  const char         *data;
  const TlEventNames *names;
  TlEventBatch       *batch;
  const char         *language;
  gsize               language_length;
  TlEntry             entry;
  TlColumn            column;
  TlEventString       id;
  TlEventText         title;
  TlEventText         other; /* the map that was read last */
  guint               actors[MAX_REFERENCES];
  guint               treaties[MAX_REFERENCES];
  guint               sources[MAX_REFERENCES];
  guint               n_actors;
  guint               n_treaties;
  guint               n_sources;
  guint               n_accounts;
  guint               n_dated;
  guint               n_tags;
  gint64              last_start; /* of the accounts' dates */
  gint64              first_end;
  gsize               says_length;
  TlEventRelation     relation;
};

/* --- single values --- */

static gboolean
read_id (gpointer reader)
{
  TlEventIndexer *self = reader;

  return tl_event_lexer_read_plain (&self->lexer, &self->id) &&
         tl_id_is_slug (self->id.start, self->id.length);
}

static gboolean
read_word (TlEventIndexer *self, const TlSchemaWords *words, guint8 *value)
{
  TlEventString string;

  if (!tl_event_lexer_read_plain (&self->lexer, &string))
    return FALSE;
  for (int i = words->first; i <= words->last; i++)
    {
      const char *nick = words->to_nick (i);

      if (strlen (nick) == string.length &&
          memcmp (nick, string.start, string.length) == 0)
        {
          *value = (guint8)i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_kind (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_word (self, &tl_schema_kinds, &self->entry.kind);
}

static gboolean
read_status (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_word (self, &tl_schema_statuses, &self->entry.status);
}

static gboolean
read_span (TlEventIndexer *self, TlSpan *span)
{
  TlEventString string;

  return tl_event_lexer_read_plain (&self->lexer, &string) &&
         string.length <= TL_LIMIT_DATE_BYTES &&
         tl_edtf_parse_span (string.start, string.length, span, NULL);
}

static gboolean
read_date (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_span (self, &self->entry.span);
}

static gboolean
read_prominence (gpointer reader)
{
  TlEventIndexer *self = reader;
  TlEventLexer   *lexer = &self->lexer;

  if (lexer->end - lexer->next < 2 || *lexer->next < '1' ||
      *lexer->next > '5' || strchr (" \t\r\n,}", lexer->next[1]) == NULL)
    return FALSE;
  self->entry.prominence = (guint)(*lexer->next++ - '0') & 0xf;
  return TRUE;
}

static gboolean
read_any_string (gpointer reader)
{
  TlEventIndexer *self = reader;
  TlEventString   string;

  return tl_event_lexer_read_string (&self->lexer, &string);
}

static gboolean
read_tag (gpointer reader)
{
  TlEventIndexer *self = reader;

  return ++self->n_tags <= TL_LIMIT_ITEMS && read_any_string (self);
}

static gboolean
read_tags (gpointer reader)
{
  TlEventIndexer *self = reader;

  return tl_event_lexer_read_array (&self->lexer, read_tag, self);
}

/* --- language maps --- */

static gboolean
read_map (TlEventIndexer *self, TlEventText *map)
{
  return tl_event_text_read (map, &self->lexer, self->language,
                             self->language_length);
}

static gboolean
read_title (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_map (self, &self->title);
}

static gboolean
read_text (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_map (self, &self->other);
}

/* --- references --- */

static gboolean
read_reference (TlEventIndexer *self, TlIdType type, guint *number)
{
  TlEventString id;

  return tl_event_lexer_read_plain (&self->lexer, &id) &&
         tl_event_names_find (self->names, id.start, id.length, type, number);
}

static gboolean
contains (const guint *list, guint length, guint number)
{
  for (guint i = 0; i < length; i++)
    if (list[i] == number)
      return TRUE;
  return FALSE;
}

static gboolean
read_references (TlEventIndexer *self,
                 TlIdType        type,
                 guint          *list,
                 guint          *length)
{
  TlEventLexer *lexer = &self->lexer;
  gboolean      more = TRUE;

  if (!tl_event_lexer_take (lexer, '['))
    return FALSE;
  tl_event_lexer_skip_blanks (lexer);
  if (tl_event_lexer_take (lexer, ']'))
    return TRUE;
  while (more)
    {
      guint number;

      tl_event_lexer_skip_blanks (lexer);
      if (*length == MAX_REFERENCES || !read_reference (self, type, &number) ||
          contains (list, *length, number))
        return FALSE;
      list[(*length)++] = number;
      tl_event_lexer_skip_blanks (lexer);
      more = tl_event_lexer_take (lexer, ',');
    }
  return tl_event_lexer_take (lexer, ']');
}

static gboolean
read_place (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_reference (self, TL_ID_PLACE, &self->column.place);
}

static gboolean
read_actors (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_references (self, TL_ID_ACTOR, self->actors, &self->n_actors);
}

static gboolean
read_treaties (gpointer reader)
{
  TlEventIndexer *self = reader;

  return read_references (self, TL_ID_TREATY, self->treaties,
                          &self->n_treaties);
}

/* --- accounts --- */

static gboolean
read_account_source (gpointer reader)
{
  TlEventIndexer *self = reader;
  guint           number;

  if (!read_reference (self, TL_ID_SOURCE, &number))
    return FALSE;
  if (contains (self->sources, self->n_sources, number))
    return TRUE;
  if (self->n_sources == MAX_REFERENCES)
    return FALSE;
  self->sources[self->n_sources++] = number;
  return TRUE;
}

static gboolean
read_account_says (gpointer reader)
{
  TlEventIndexer *self = reader;
  TlEventString   says;
  gsize           n_chars = 0;

  if (!tl_event_lexer_read_string (&self->lexer, &says))
    return FALSE;
  for (gsize i = 0; i < says.length; i++)
    n_chars += ((guchar)says.start[i] & 0xc0) != 0x80;
  return n_chars <= TL_LIMIT_SAYS_CHARS;
}

static gboolean
read_account_date (gpointer reader)
{
  TlEventIndexer *self = reader;
  TlSpan          span;

  if (!read_span (self, &span))
    return FALSE;
  self->column.own_date = 1;
  self->n_dated++;
  self->last_start = MAX (self->last_start, span.earliest);
  self->first_end = MIN (self->first_end, span.latest);
  return TRUE;
}

static gboolean
read_account_stance (gpointer reader)
{
  TlEventIndexer *self = reader;
  guint8          stance;

  if (!read_word (self, &tl_schema_stances, &stance))
    return FALSE;
  self->entry.contested |= stance != TL_STANCE_SUPPORTS;
  return TRUE;
}

static gboolean
read_account_status (gpointer reader)
{
  TlEventIndexer *self = reader;
  guint8          status;

  self->column.own_status = TRUE;
  return read_word (self, &tl_schema_statuses, &status);
}

static gboolean
read_account (gpointer reader)
{
  static const TlEventField fields[] = {
    TL_EVENT_FIELD ("source", TRUE, read_account_source),
    TL_EVENT_FIELD ("says", FALSE, read_account_says),
    TL_EVENT_FIELD ("date", FALSE, read_account_date),
    TL_EVENT_FIELD ("date_words", FALSE, read_any_string),
    TL_EVENT_FIELD ("stance", FALSE, read_account_stance),
    TL_EVENT_FIELD ("status", FALSE, read_account_status),
    TL_EVENT_FIELD ("note", FALSE, read_text),
  };
  TlEventIndexer *self = reader;

  return ++self->n_accounts <= TL_LIMIT_ITEMS &&
         tl_event_lexer_read_object (&self->lexer, fields,
                                     G_N_ELEMENTS (fields), self);
}

static gboolean
read_accounts (gpointer reader)
{
  TlEventIndexer *self = reader;

  return tl_event_lexer_read_array (&self->lexer, read_account, self) &&
         self->n_accounts > 0;
}

/* --- relations --- */

static gboolean
read_relation_event (gpointer reader)
{
  TlEventIndexer *self = reader;
  TlEventString   id;

  if (!tl_event_lexer_read_plain (&self->lexer, &id))
    return FALSE;
  self->relation.id = id.start;
  self->relation.length = id.length;
  return TRUE;
}

static gboolean
read_relation_as (gpointer reader)
{
  TlEventIndexer *self = reader;
  guint8          relation;

  if (!read_word (self, &tl_schema_relations, &relation))
    return FALSE;
  self->relation.relation = (TlRelation)relation;
  return TRUE;
}

static gboolean
read_relation (gpointer reader)
{
  static const TlEventField fields[] = {
    TL_EVENT_FIELD ("event", TRUE, read_relation_event),
    TL_EVENT_FIELD ("as", TRUE, read_relation_as),
  };
  TlEventIndexer *self = reader;

  if (self->relation.item == TL_LIMIT_ITEMS ||
      !tl_event_lexer_read_object (&self->lexer, fields, G_N_ELEMENTS (fields),
                                   self))
    return FALSE;
  g_array_append_val (self->batch->relations, self->relation);
  self->relation.item++;
  return TRUE;
}

static gboolean
read_related (gpointer reader)
{
  TlEventIndexer *self = reader;

  return tl_event_lexer_read_array (&self->lexer, read_relation, self);
}

/* --- events --- */

static const TlEventField event_fields[] = {
  TL_EVENT_FIELD ("id", TRUE, read_id),
  TL_EVENT_FIELD ("kind", TRUE, read_kind),
  TL_EVENT_FIELD ("status", TRUE, read_status),
  TL_EVENT_FIELD ("title", TRUE, read_title),
  TL_EVENT_FIELD ("summary", FALSE, read_text),
  TL_EVENT_FIELD ("date", TRUE, read_date),
  TL_EVENT_FIELD ("place", FALSE, read_place),
  TL_EVENT_FIELD ("actors", FALSE, read_actors),
  TL_EVENT_FIELD ("treaties", FALSE, read_treaties),
  TL_EVENT_FIELD ("accounts", TRUE, read_accounts),
  TL_EVENT_FIELD ("related", FALSE, read_related),
  TL_EVENT_FIELD ("tags", FALSE, read_tags),
  TL_EVENT_FIELD ("prominence", FALSE, read_prominence),
  TL_EVENT_FIELD ("note", FALSE, read_text),
};

static void
begin_event (TlEventIndexer *self, const char *start)
{
  self->entry = (TlEntry){ .act = TL_ACT_NONE,
                           .prominence = TL_DEFAULT_PROMINENCE,
                           .treaty = TL_NONE };
  self->column = (TlColumn){
    .start = (guint64)(start - self->data) & TL_COLUMN_MAX_START,
    .words = self->batch->words->len,
    .lists = self->batch->lists->len,
    .place = TL_NONE,
  };
  self->relation =
      (TlEventRelation){ .draft = self->batch->entries->len, .item = 0 };
  self->n_actors = 0;
  self->n_treaties = 0;
  self->n_sources = 0;
  self->n_accounts = 0;
  self->n_dated = 0;
  self->n_tags = 0;
  self->last_start = G_MININT64;
  self->first_end = G_MAXINT64;
}

static void
finish_event (TlEventIndexer *self, gsize length)
{
  TlEventBatch *batch = self->batch;
  TlColumn     *column = &self->column;

  column->length = length & TL_COLUMN_MAX_LENGTH;
  column->all_dated = self->n_dated == self->n_accounts;
  column->n_actors = self->n_actors & TL_COLUMN_MAX_ITEMS;
  column->n_treaties = self->n_treaties & TL_COLUMN_MAX_ITEMS;
  column->n_sources = self->n_sources & TL_COLUMN_MAX_ITEMS;
  tl_event_words_append (batch->words, self->id.start, self->id.length);
  tl_event_text_append (&self->title, batch->words);
  self->entry.contested |= self->last_start > self->first_end;
  g_array_append_vals (batch->lists, self->actors, self->n_actors);
  g_array_append_vals (batch->lists, self->treaties, self->n_treaties);
  g_array_append_vals (batch->lists, self->sources, self->n_sources);
  g_array_append_val (batch->entries, self->entry);
  g_array_append_val (batch->columns, self->column);
}

gboolean
tl_event_indexer_read (TlEventIndexer *self,
                       const char    **next,
                       const char     *end,
                       gboolean        exact)
{
  guint n_relations = self->batch->relations->len;

  if ((guint64)(*next - self->data) > TL_COLUMN_MAX_START)
    return FALSE;
  begin_event (self, *next);
  self->lexer.next = *next;
  self->lexer.end = end;
  if (!tl_event_lexer_read_object (&self->lexer, event_fields,
                                   G_N_ELEMENTS (event_fields), self) ||
      (exact && self->lexer.next != end) ||
      self->lexer.next - *next > TL_COLUMN_MAX_LENGTH)
    {
      g_array_set_size (self->batch->relations, n_relations);
      return FALSE;
    }
  finish_event (self, (gsize)(self->lexer.next - *next));
  *next = self->lexer.next;
  return TRUE;
}

TlEventIndexer *
tl_event_indexer_new (const char         *data,
                      const TlEventNames *names,
                      TlEventBatch       *batch)
{
  TlEventIndexer *self = g_new0 (TlEventIndexer, 1);

  self->data = data;
  self->names = names;
  self->batch = batch;
  self->language = tl_event_names_get_language (names);
  self->language_length = strlen (self->language);
  return self;
}

void
tl_event_indexer_free (TlEventIndexer *self)
{
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-known-accounts.h"

#include "tl-dataset-private.h"
#include "tl-edtf-private.h"
#include "tl-event-text.h"
#include "tl-json-place.h"
#include "tl-schema-words.h"

#include <string.h>

/* What tl_known_record_new() finds out from accounts, for many records. The
 * index has found the text sound. */

typedef struct
{
  TlEventLexer    lexer; /* first: what the readers of fields are given */
  TlDataset      *dataset;
  const guint8   *known;
  const gint64   *published;
  gint64          start; /* of the record */
  TlKnownAccounts accounts;
  gint64          last_start; /* of the accounts' dates */
  gint64          first_end;
  /* Of the account that is read: */
  guint         source;
  TlEventString date; /* of length 0: none */
  gboolean      supports;
  gboolean      has_status;
  gboolean      to_come;
  TlEventText   note;
} Reader;

static gboolean
is_nick (const TlEventString *string, const char *nick)
{
  return strlen (nick) == string->length &&
         memcmp (nick, string->start, string->length) == 0;
}

static gboolean
read_source (gpointer data)
{
  Reader          *self = data;
  TlEventString    string;
  g_autofree char *id = NULL;

  if (!tl_event_lexer_read_plain (&self->lexer, &string))
    return FALSE;
  id = g_strndup (string.start, string.length);
  self->source = tl_dataset_find_source (self->dataset, id);
  return self->source != TL_NONE;
}

static gboolean
read_date (gpointer data)
{
  Reader *self = data;

  return tl_event_lexer_read_plain (&self->lexer, &self->date);
}

static gboolean
read_stance (gpointer data)
{
  Reader       *self = data;
  TlEventString string;

  if (!tl_event_lexer_read_plain (&self->lexer, &string))
    return FALSE;
  self->supports =
      is_nick (&string, tl_schema_stances.to_nick (TL_STANCE_SUPPORTS));
  return TRUE;
}

static gboolean
read_status (gpointer data)
{
  Reader       *self = data;
  TlEventString string;

  if (!tl_event_lexer_read_plain (&self->lexer, &string))
    return FALSE;
  self->has_status = TRUE;
  self->to_come =
      is_nick (&string, tl_schema_statuses.to_nick (TL_STATUS_PLANNED)) ||
      is_nick (&string, tl_schema_statuses.to_nick (TL_STATUS_ANNOUNCED));
  return TRUE;
}

static gboolean
skip_string (gpointer data)
{
  Reader       *self = data;
  TlEventString string;

  return tl_event_lexer_read_string (&self->lexer, &string);
}

static gboolean
skip_text (gpointer data)
{
  Reader     *self = data;
  const char *language = tl_dataset_get_language (self->dataset);

  return tl_event_text_read (&self->note, &self->lexer, language,
                             strlen (language));
}

static gboolean
add_date (Reader *self)
{
  TlSpan span;

  if (!tl_edtf_parse_span (self->date.start, self->date.length, &span, NULL))
    return FALSE;
  self->last_start = MAX (self->last_start, span.earliest);
  self->first_end = MIN (self->first_end, span.latest);
  return TRUE;
}

static gboolean
add_account (Reader *self)
{
  TlKnownAccounts *accounts = &self->accounts;

  if (!self->known[self->source])
    return TRUE;
  accounts->contested |= !self->supports;
  accounts->announced &= self->has_status
                             ? self->to_come
                             : self->published[self->source] < self->start;
  accounts->dated &= self->date.length > 0;
  return self->date.length == 0 || add_date (self);
}

static gboolean
read_account (gpointer data)
{
  static const TlEventField fields[] = {
    TL_EVENT_FIELD ("source", TRUE, read_source),
    TL_EVENT_FIELD ("says", FALSE, skip_string),
    TL_EVENT_FIELD ("date", FALSE, read_date),
    TL_EVENT_FIELD ("date_words", FALSE, skip_string),
    TL_EVENT_FIELD ("stance", FALSE, read_stance),
    TL_EVENT_FIELD ("status", FALSE, read_status),
    TL_EVENT_FIELD ("note", FALSE, skip_text),
  };
  Reader *self = data;

  self->date.length = 0;
  self->supports = TRUE;
  self->has_status = FALSE;
  return tl_event_lexer_read_object (&self->lexer, fields,
                                     G_N_ELEMENTS (fields), self) &&
         add_account (self);
}

TlKnownAccounts
tl_known_accounts_read (TlDataset    *dataset,
                        guint         record,
                        const guint8 *known,
                        const gint64 *published)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);
  const TlColumn       *column = &parts->columns[record];
  const char           *text = g_bytes_get_data (parts->text, NULL);
  TlJsonStep            step = { .key = "accounts" };
  TlJsonSlice           slice = { .start = column->start,
                                  .end = column->start + column->length,
                                  .type = TL_JSON_OBJECT };
  Reader                reader;

  reader.lexer.next = text + tl_json_locate (text, &slice, &step, 1, FALSE);
  reader.lexer.end = text + slice.end;
  reader.dataset = dataset;
  reader.known = known;
  reader.published = published;
  reader.start = parts->entries[record].span.earliest;
  reader.accounts = (TlKnownAccounts){ FALSE, TRUE, TRUE };
  reader.last_start = G_MININT64;
  reader.first_end = G_MAXINT64;
  if (!tl_event_lexer_read_array (&reader.lexer, read_account, &reader))
    g_error ("The index and the reader do not agree on what is sound");
  reader.accounts.contested |= reader.last_start > reader.first_end;
  return reader.accounts;
}

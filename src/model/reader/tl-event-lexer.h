/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlEventLexer:
 * @next: never passes @end
 *
 * Reads the JSON of a record that is as it should be. Whatever is not makes
 * these functions give up (%FALSE): the record is then read again by the
 * scanner and json-glib, which know how to say what is wrong. So what they
 * accept must be accepted there too, without a word.
 */
typedef struct
{
  const char *next;
  const char *end;
} TlEventLexer;

/**
 * TlEventString:
 * @start: the byte behind the opening quotation mark
 * @escaped: has escapes, all of them sound
 */
typedef struct
{
  const char *start;
  gsize       length;
  gboolean    escaped;
} TlEventString;

typedef gboolean (*TlEventRead) (gpointer reader);

/**
 * TlEventField:
 *
 * A member that an object may have, and what reads its value.
 */
typedef struct
{
  const char *key;
  guint8      key_length;
  gboolean    required;
  TlEventRead read;
} TlEventField;

#define TL_EVENT_FIELD(key, required, read)                                    \
  {                                                                            \
    key, sizeof (key) - 1, required, read                                      \
  }

static inline void
tl_event_lexer_skip_blanks (TlEventLexer *self)
{
  while (self->next < self->end && (*self->next == ' ' || *self->next == '\n' ||
                                    *self->next == '\r' || *self->next == '\t'))
    self->next++;
}

static inline gboolean
tl_event_lexer_take (TlEventLexer *self, char byte)
{
  if (self->next == self->end || *self->next != byte)
    return FALSE;
  self->next++;
  return TRUE;
}

/* A string that is not empty and not too long. */
gboolean tl_event_lexer_read_string (TlEventLexer *self, TlEventString *string);
/* The same, without escapes. */
gboolean tl_event_lexer_read_plain (TlEventLexer *self, TlEventString *string);
/* An object with no members but these (at most 32), none of them twice. */
gboolean tl_event_lexer_read_object (TlEventLexer       *self,
                                     const TlEventField *fields,
                                     guint               n_fields,
                                     gpointer            reader);
/* An array; read is called for each element. */
gboolean tl_event_lexer_read_array (TlEventLexer *self,
                                    TlEventRead   read,
                                    gpointer      reader);

G_END_DECLS

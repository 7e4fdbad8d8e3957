/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset-private.h"
#include "tl-event-lexer.h"

G_BEGIN_DECLS

/**
 * TlEventTextEntry:
 *
 * What one language says, as it stands in the file.
 */
typedef struct
{
  TlEventString language;
  TlEventString text;
} TlEventTextEntry;

/**
 * TlEventText:
 *
 * A language map in the file: the entry of the dataset's language first, then
 * the others in order, as tl_text_new() has them.
 */
typedef struct
{
  TlEventTextEntry entries[TL_COLUMN_MAX_LANGUAGES];
  guint            n_entries;
} TlEventText;

/* FALSE when it is not sound, or lacks the native language. */
gboolean tl_event_text_read (TlEventText  *self,
                             TlEventLexer *lexer,
                             const char   *native,
                             gsize         native_length);
/* Language, text, language, text, …, and an empty language. */
void tl_event_text_append (const TlEventText *self, GByteArray *words);
/* A word, and the zero byte that ends it. */
void tl_event_words_append (GByteArray *words, const char *text, gsize length);

G_END_DECLS

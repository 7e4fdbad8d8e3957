/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlSchemaWords:
 * @code: of the problem when another word is found: "unknown-kind"
 * @to_nick: the word for a value
 * @first: the first value
 * @last: the last value
 *
 * The controlled words that a key of the file can have.
 */
typedef struct
{
  const char *code;
  const char *(*to_nick) (int value);
  int first;
  int last;
} TlSchemaWords;

/* Without the kind of acts, which are not written as events. */
extern const TlSchemaWords tl_schema_kinds;
extern const TlSchemaWords tl_schema_statuses;
extern const TlSchemaWords tl_schema_acts;
extern const TlSchemaWords tl_schema_stances;
extern const TlSchemaWords tl_schema_relations;
extern const TlSchemaWords tl_schema_actor_kinds;
extern const TlSchemaWords tl_schema_treaty_kinds;

gboolean
tl_schema_words_find (const TlSchemaWords *self, const char *word, int *value);
/* All of them, for messages: "talk, statement, …". (transfer full) */
char *tl_schema_words_list (const TlSchemaWords *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-sink.h"

G_BEGIN_DECLS

/**
 * TlJsonArray:
 *
 * Writes one JSON array, element by element, so that it need not be held in
 * memory. A plain value, of which only the sink is set at the beginning.
 */
typedef struct
{
  TlSink  sink;
  guint64 n_elements;
} TlJsonArray;

/* Writes what was built, as the next element of the array. The builder is
 * empty afterwards. */
void tl_json_array_add (TlJsonArray *self, JsonBuilder *builder);
/* The same with an element that is text already. */
void tl_json_array_add_text (TlJsonArray *self, const char *json);
/* Ends the array; empty when nothing was written. */
void tl_json_array_finish (TlJsonArray *self);

/* What was built, in several lines. The builder is empty afterwards.
 * (transfer full) */
char *tl_json_to_text (JsonBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
/* A member of an object: null when value is NULL. */
void
tl_json_add_string (JsonBuilder *builder, const char *key, const char *value);

G_END_DECLS

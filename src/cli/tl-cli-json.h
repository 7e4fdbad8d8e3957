/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TlCliJson:
 *
 * Prints one JSON array, element by element, so that it need not be held in
 * memory. A plain value, which begins zeroed.
 */
typedef struct
{
  guint64 n_elements;
} TlCliJson;

/* Prints what was built, as the next element of the array. The builder is
 * empty afterwards. */
void tl_cli_json_print (TlCliJson *self, JsonBuilder *builder);
/* Ends the array; empty when nothing was printed. */
void tl_cli_json_finish (TlCliJson *self);

/* A member of an object: null when value is NULL. */
void tl_cli_json_add_string (JsonBuilder *builder,
                             const char  *key,
                             const char  *value);

G_END_DECLS

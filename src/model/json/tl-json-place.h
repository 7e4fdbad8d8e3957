/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-json-scanner.h"

G_BEGIN_DECLS

/**
 * TlJsonStep:
 * @key: (nullable): a member of an object; %NULL for an element of an array
 * @index: which element
 *
 * One step down from a value to a value within it.
 */
typedef struct
{
  const char *key;
  guint       index;
} TlJsonStep;

/* The byte where the value at the end of the steps begins; with at_key, where
 * its key does. What is missing is placed where the value that lacks it
 * begins. slice is one that the scanner found in data. */
gsize tl_json_locate (const char        *data,
                      const TlJsonSlice *slice,
                      const TlJsonStep  *steps,
                      guint              n_steps,
                      gboolean           at_key);

/**
 * TlJsonPlaces:
 *
 * Turns bytes into lines and columns. It looks at the text only once it is
 * asked, and then notes where it stood, so that many questions stay cheap.
 */
typedef struct _TlJsonPlaces TlJsonPlaces;

/* data must outlive it. */
TlJsonPlaces *tl_json_places_new (const char *data,
                                  gsize       length) G_GNUC_WARN_UNUSED_RESULT;
void          tl_json_places_free (TlJsonPlaces *self);
/* Both are 1-based; columns are in Unicode characters. */
void tl_json_places_get (TlJsonPlaces *self,
                         gsize         offset,
                         guint        *line,
                         guint        *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJsonPlaces, tl_json_places_free)

G_END_DECLS

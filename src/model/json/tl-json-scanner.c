/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-scanner-private.h"

#include "tl-event-scan.h"
#include "tl-limits.h"

#include <string.h>

/* One strict pass over a JSON document (RFC 8259) in front of json-glib, which
 * is neither strict nor safe with input from strangers. What this scanner lets
 * through undamaged, json-glib reads the same way.
 *
 * Invariants: `next` never passes `end`; recursion is bounded by
 * TL_LIMIT_DEPTH; work is O(n log n) at worst, in the keys of one object. */

/* Up to here keys are compared one by one, above they are sorted. */
#define FEW_KEYS 16

typedef struct
{
  const char *text;
  gsize       length;
  gsize       offset;
} Key;

static gboolean
scan_value (TlJsonScanner *self, TlJsonSlice *slice, GArray *elements);

GArray *
tl_json_keys_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Key));
}

/* --- keys --- */

static gboolean
is_same_key (const Key *a, const Key *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;
  int        order;

  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;
  order = memcmp (first->text, second->text, first->length);
  if (order != 0)
    return order;
  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* keys: those of one object, in order. */
static void
find_duplicate_keys (TlJsonScanner *self, Key *keys, guint n_keys)
{
  guint first = 0;

  if (n_keys <= FEW_KEYS)
    {
      for (guint i = 1; i < n_keys; i++)
        for (guint j = 0; j < i; j++)
          if (is_same_key (&keys[i], &keys[j]))
            {
              tl_json_damage (self, TL_JSON_DUPLICATE_KEY, keys[i].offset,
                              keys[j].offset);
              break;
            }
      return;
    }
  qsort (keys, n_keys, sizeof (Key), compare_keys);
  for (guint i = 1; i < n_keys; i++)
    if (is_same_key (&keys[i], &keys[first]))
      tl_json_damage (self, TL_JSON_DUPLICATE_KEY, keys[i].offset,
                      keys[first].offset);
    else
      first = i;
}

static gboolean
scan_key (TlJsonScanner *self, Key *key)
{
  const char *start = self->next;
  guint64     n_damages = self->n_damages;
  gboolean    has_escapes;

  if (*start != '"')
    return tl_json_fail_at_next (self, TL_JSON_EXPECTED_KEY);
  if (!tl_json_scan_string (self, &has_escapes))
    return FALSE;
  key->text = start + 1;
  key->length = (gsize)(self->next - start) - 2;
  key->offset = tl_json_get_offset (self, start);
  if (has_escapes && n_damages == self->n_damages)
    {
      g_autofree char *text = tl_json_unescape (key->text, key->length);

      key->length = strlen (text);
      key->text = g_string_chunk_insert_len (self->index->keys, text,
                                             (gssize)key->length);
    }
  g_array_append_vals (self->keys, key, 1);
  return TRUE;
}

/* --- arrays and objects --- */

/* Behind a value: a comma (more follows), or the closing bracket. */
gboolean
tl_json_scan_separator (TlJsonScanner *self,
                        char           closing,
                        const char    *opening,
                        gboolean      *more)
{
  const char *comma;

  tl_json_skip_blanks (self);
  if (self->next == self->end)
    return tl_json_fail (self,
                         closing == ']' ? TL_JSON_UNTERMINATED_ARRAY
                                        : TL_JSON_UNTERMINATED_OBJECT,
                         opening);
  *more = *self->next == ',';
  if (*self->next == closing)
    {
      self->next++;
      return TRUE;
    }
  if (*self->next == ']' || *self->next == '}')
    return tl_json_fail (self, TL_JSON_MISMATCHED_BRACKET, self->next);
  if (*self->next != ',')
    return tl_json_fail_at_next (self, TL_JSON_EXPECTED_COMMA);
  comma = self->next++;
  tl_json_skip_blanks (self);
  if (self->next < self->end && (*self->next == ']' || *self->next == '}'))
    return tl_json_fail (self, TL_JSON_TRAILING_COMMA, comma);
  return TRUE;
}

static gboolean
add_element (TlJsonScanner *self, GArray *elements, const TlJsonSlice *element)
{
  TlJsonSlice checked = *element;

  if (elements->len == TL_LIMIT_RECORDS)
    return tl_json_fail (self, TL_JSON_TOO_MANY_RECORDS,
                         self->data + element->start);
  if (element->end - element->start > TL_LIMIT_RECORD_BYTES)
    {
      tl_json_damage (self, TL_JSON_RECORD_TOO_LONG, element->start, 0);
      checked.damaged = TRUE;
    }
  g_array_append_val (elements, checked);
  if (g_cancellable_is_cancelled (self->cancellable))
    return tl_json_fail (self, TL_JSON_CANCELLED, self->next);
  return TRUE;
}

/* next is at "[". */
static gboolean
scan_array (TlJsonScanner *self, GArray *elements)
{
  const char *opening = self->next++;
  gboolean    more = TRUE;

  tl_json_skip_blanks (self);
  if (self->next < self->end && *self->next == ']')
    {
      self->next++;
      return TRUE;
    }
  while (more)
    {
      TlJsonSlice element;

      tl_json_skip_blanks (self);
      if (self->next == self->end)
        return tl_json_fail (self, TL_JSON_UNTERMINATED_ARRAY, opening);
      if (!scan_value (self, &element, NULL) ||
          (elements != NULL && !add_element (self, elements, &element)) ||
          !tl_json_scan_separator (self, ']', opening, &more))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_events (const TlJsonScanner *self, const Key *key)
{
  return self->events != NULL && self->next < self->end && *self->next == '[' &&
         key->length == strlen ("events") &&
         memcmp (key->text, "events", key->length) == 0;
}

/* The value of a member of the document. */
static gboolean
scan_document_value (TlJsonScanner *self,
                     const Key     *key,
                     TlJsonSlice   *slice,
                     GArray        *elements)
{
  gboolean sound;

  slice->start = tl_json_get_offset (self, self->next);
  if (!is_events (self, key) ||
      !tl_event_scan_array (self->events, self, &sound))
    return scan_value (self, slice, elements);
  slice->type = TL_JSON_ARRAY;
  slice->end = tl_json_get_offset (self, self->next);
  return sound;
}

static gboolean
scan_member (TlJsonScanner *self, GArray *members)
{
  TlJsonMember member = { 0 };
  Key          key;

  if (!scan_key (self, &key))
    return FALSE;
  tl_json_skip_blanks (self);
  if (self->next == self->end || *self->next != ':')
    return tl_json_fail_at_next (self, TL_JSON_EXPECTED_COLON);
  self->next++;
  tl_json_skip_blanks (self);
  if (members == NULL)
    return scan_value (self, &member.value, NULL);

  member.key = key.text;
  member.key_length = key.length;
  member.key_offset = key.offset;
  if (self->next < self->end && *self->next == '[')
    member.elements = g_array_new (FALSE, FALSE, sizeof (TlJsonSlice));
  /* Appended first: the elements then belong to the index in any case. */
  g_array_append_val (members, member);
  if (!scan_document_value (self, &key, &member.value, member.elements))
    return FALSE;
  g_array_index (members, TlJsonMember, members->len - 1).value = member.value;
  return TRUE;
}

/* next is at "{". */
static gboolean
scan_object (TlJsonScanner *self, GArray *members)
{
  const char *opening = self->next++;
  guint       first_key = self->keys->len;
  gboolean    more = TRUE;

  tl_json_skip_blanks (self);
  if (self->next < self->end && *self->next == '}')
    {
      self->next++;
      return TRUE;
    }
  while (more)
    {
      tl_json_skip_blanks (self);
      if (self->next == self->end)
        return tl_json_fail (self, TL_JSON_UNTERMINATED_OBJECT, opening);
      if (!scan_member (self, members) ||
          !tl_json_scan_separator (self, '}', opening, &more))
        return FALSE;
    }
  find_duplicate_keys (self, &g_array_index (self->keys, Key, first_key),
                       self->keys->len - first_key);
  g_array_set_size (self->keys, first_key);
  return TRUE;
}

static gboolean
scan_scalar (TlJsonScanner *self, TlJsonSlice *slice)
{
  char       first = *self->next;
  gboolean   has_escapes;
  TlJsonType type;

  if (first == '"')
    {
      slice->type = TL_JSON_STRING;
      return tl_json_scan_string (self, &has_escapes);
    }
  if (first == '-' || g_ascii_isdigit (first))
    {
      slice->type = TL_JSON_NUMBER;
      return tl_json_scan_number (self);
    }
  if (first == '+')
    return tl_json_fail (self, TL_JSON_LEADING_PLUS, self->next);
  if (first == '.')
    return tl_json_fail (self, TL_JSON_LEADING_POINT, self->next);
  if (!g_ascii_isalpha (first))
    return tl_json_fail_at_next (self, TL_JSON_EXPECTED_VALUE);
  if (!tl_json_scan_word (self, &type))
    return FALSE;
  slice->type = (guint8)type;
  return TRUE;
}

static gboolean
scan_container (TlJsonScanner *self, TlJsonSlice *slice, GArray *elements)
{
  gboolean sound;

  if (self->depth == TL_LIMIT_DEPTH)
    return tl_json_fail (self, TL_JSON_TOO_DEEP, self->next);
  self->depth++;
  if (*self->next == '[')
    {
      slice->type = TL_JSON_ARRAY;
      sound = scan_array (self, elements);
    }
  else
    {
      slice->type = TL_JSON_OBJECT;
      sound =
          scan_object (self, self->depth == 1 ? self->index->members : NULL);
    }
  self->depth--;
  return sound;
}

/* next is at the value's first byte. */
static gboolean
scan_value (TlJsonScanner *self, TlJsonSlice *slice, GArray *elements)
{
  guint64 n_damages = self->n_damages;

  slice->start = tl_json_get_offset (self, self->next);
  if (self->next == self->end)
    return tl_json_fail (self, TL_JSON_EXPECTED_VALUE, self->next);
  if (*self->next == '[' || *self->next == '{'
          ? !scan_container (self, slice, elements)
          : !scan_scalar (self, slice))
    return FALSE;
  slice->end = tl_json_get_offset (self, self->next);
  slice->damaged = n_damages != self->n_damages;
  return TRUE;
}

static gboolean
has_prefix (const TlJsonScanner *self, const char *prefix, gsize length)
{
  return (gsize)(self->end - self->next) >= length &&
         memcmp (self->next, prefix, length) == 0;
}

static gboolean
scan_document (TlJsonScanner *self)
{
  if (has_prefix (self, "\xff\xfe", 2) || has_prefix (self, "\xfe\xff", 2) ||
      has_prefix (self, "{\0", 2) || has_prefix (self, "\0{", 2))
    return tl_json_fail (self, TL_JSON_NOT_UTF8_FILE, self->next);
  if (has_prefix (self, "\xef\xbb\xbf", 3))
    {
      self->index->has_byte_order_mark = TRUE;
      self->next += 3;
    }
  tl_json_skip_blanks (self);
  if (self->next == self->end)
    return tl_json_fail (self, TL_JSON_EMPTY, self->next);
  if (!scan_value (self, &self->index->root, NULL))
    return FALSE;
  tl_json_skip_blanks (self);
  if (self->next < self->end)
    return tl_json_fail_at_next (self, TL_JSON_TRAILING_TEXT);
  return TRUE;
}

static void
clear_member (TlJsonMember *member)
{
  g_clear_pointer (&member->elements, g_array_unref);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const TlJsonFault *first = a;
  const TlJsonFault *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

gboolean
tl_json_scan_value (TlJsonScanner *self, TlJsonSlice *slice)
{
  return scan_value (self, slice, NULL);
}

/* --- the public part --- */

TlJsonIndex *
tl_json_index_new_empty (void)
{
  TlJsonIndex *index = g_new0 (TlJsonIndex, 1);

  index->members = g_array_new (FALSE, FALSE, sizeof (TlJsonMember));
  g_array_set_clear_func (index->members, (GDestroyNotify)clear_member);
  index->faults = g_array_new (FALSE, FALSE, sizeof (TlJsonFault));
  index->keys = g_string_chunk_new (64);
  return index;
}

TlJsonIndex *
tl_json_index_new_with_events (const char   *data,
                               gsize         length,
                               TlEventScan  *events,
                               GCancellable *cancellable,
                               TlJsonFault  *fatal)
{
  g_autoptr (TlJsonIndex) index = tl_json_index_new_empty ();
  g_autoptr (GArray) keys = tl_json_keys_new ();
  TlJsonScanner scanner = {
    .data = data,
    .next = data,
    .end = data + length,
    .cancellable = cancellable,
    .index = index,
    .fatal = fatal,
    .keys = keys,
    .events = events,
  };

  if (!scan_document (&scanner))
    return NULL;
  g_array_sort (index->faults, compare_faults);
  return g_steal_pointer (&index);
}

TlJsonIndex *
tl_json_index_new (const char   *data,
                   gsize         length,
                   GCancellable *cancellable,
                   TlJsonFault  *fatal)
{
  return tl_json_index_new_with_events (data, length, NULL, cancellable, fatal);
}

void
tl_json_index_free (TlJsonIndex *self)
{
  g_array_unref (self->members);
  g_array_unref (self->faults);
  g_string_chunk_free (self->keys);
  g_free (self);
}

const TlJsonMember *
tl_json_index_find (const TlJsonIndex *self, const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < self->members->len; i++)
    {
      const TlJsonMember *member =
          &g_array_index (self->members, TlJsonMember, i);

      if (member->key_length == length &&
          memcmp (member->key, key, length) == 0)
        return member;
    }
  return NULL;
}

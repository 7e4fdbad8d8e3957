/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlJsonCause:
 *
 * What is wrong with a piece of JSON. Up to the last fatal cause the
 * structure of the document is lost and scanning ends; the others are
 * confined to one string, number or object, and scanning goes on.
 */
typedef enum
{
  TL_JSON_CANCELLED,
  TL_JSON_EMPTY,
  TL_JSON_NOT_UTF8_FILE,
  TL_JSON_EXPECTED_VALUE,
  TL_JSON_EXPECTED_KEY,
  TL_JSON_EXPECTED_COLON,
  TL_JSON_EXPECTED_COMMA,
  TL_JSON_MISMATCHED_BRACKET,
  TL_JSON_TRAILING_COMMA,
  TL_JSON_COMMENT,
  TL_JSON_SINGLE_QUOTES,
  TL_JSON_UNKNOWN_WORD,
  TL_JSON_BAD_NUMBER,
  TL_JSON_LEADING_ZERO,
  TL_JSON_LEADING_PLUS,
  TL_JSON_LEADING_POINT,
  TL_JSON_NUL_BYTE,
  TL_JSON_LINE_BREAK_IN_STRING,
  TL_JSON_UNTERMINATED_STRING,
  TL_JSON_UNTERMINATED_ARRAY,
  TL_JSON_UNTERMINATED_OBJECT,
  TL_JSON_TRAILING_TEXT,
  TL_JSON_TOO_DEEP,
  TL_JSON_TOO_MANY_RECORDS,
  TL_JSON_LAST_FATAL = TL_JSON_TOO_MANY_RECORDS,
  TL_JSON_INVALID_UTF8,
  TL_JSON_CONTROL_CHARACTER,
  TL_JSON_BAD_ESCAPE,
  TL_JSON_LONE_SURROGATE,
  TL_JSON_NUL_ESCAPE,
  TL_JSON_NUMBER_RANGE,
  TL_JSON_DUPLICATE_KEY,
  TL_JSON_STRING_TOO_LONG,
  TL_JSON_RECORD_TOO_LONG,
} TlJsonCause;

/**
 * TlJsonFault:
 * @offset: byte where it is
 * @other: duplicate keys: byte where the first one stands
 */
typedef struct
{
  TlJsonCause cause;
  gsize       offset;
  gsize       other;
} TlJsonFault;

typedef enum
{
  TL_JSON_NULL,
  TL_JSON_BOOLEAN,
  TL_JSON_NUMBER,
  TL_JSON_STRING,
  TL_JSON_ARRAY,
  TL_JSON_OBJECT,
} TlJsonType;

/**
 * TlJsonSlice:
 * @start: first byte of a value
 * @end: first byte after it
 * @type: a #TlJsonType
 * @damaged: holds a confined fault, and must not be handed to json-glib
 */
typedef struct
{
  gsize  start;
  gsize  end;
  guint8 type;
  guint8 damaged;
} TlJsonSlice;

/**
 * TlJsonMember:
 * @key: the key, unescaped; not NUL-terminated
 * @elements: (element-type TlJsonSlice) (nullable): those of an array
 *
 * One member of the document's object.
 */
typedef struct
{
  const char *key;
  gsize       key_length;
  gsize       key_offset;
  TlJsonSlice value;
  GArray     *elements;
} TlJsonMember;

/**
 * TlJsonIndex:
 * @members: (element-type TlJsonMember): of the document's object
 * @faults: (element-type TlJsonFault): confined ones, as far as listed
 * @n_faults_more: confined ones beyond those
 * @has_byte_order_mark: the document begins with U+FEFF, which is skipped
 *
 * What stands where in a document, found in one pass over its bytes.
 */
typedef struct
{
  TlJsonSlice   root;
  GArray       *members;
  GArray       *faults;
  guint64       n_faults_more;
  gboolean      has_byte_order_mark;
  GStringChunk *keys;
} TlJsonIndex;

/* Scans a document strictly as RFC 8259 has it. NULL with fatal filled in
 * when it is not JSON, or when cancelled. Keys point into
 * data, which must outlive the index. */
TlJsonIndex        *tl_json_index_new (const char   *data,
                                       gsize         length,
                                       GCancellable *cancellable,
                                       TlJsonFault  *fatal) G_GNUC_WARN_UNUSED_RESULT;
void                tl_json_index_free (TlJsonIndex *self);
const TlJsonMember *tl_json_index_find (const TlJsonIndex *self,
                                        const char        *key);

/* The value of four hexadecimal digits; FALSE when that is not what stands
 * there. */
gboolean tl_json_read_hex4 (const char *text, const char *end, guint *unit);
/* The string whose text (without quotation marks) is data[0..length), which
 * the scanner has found sound. (transfer full) */
char *tl_json_unescape (const char *data, gsize length);

/* Kebab-case, never translated: "trailing-comma". */
const char *tl_json_cause_to_code (TlJsonCause cause);
/* A translated sentence: what is wrong, what to do. */
const char *tl_json_cause_describe (TlJsonCause cause);
gboolean    tl_json_cause_is_limit (TlJsonCause cause);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJsonIndex, tl_json_index_free)

G_END_DECLS

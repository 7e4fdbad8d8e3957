/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-schema-walk.h"

#include "tl-limits.h"
#include "tl-number.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Reads values out of json-glib's tree and reports what is wrong with them.
 * Places are worked out only for a report: until then a place is the element
 * of the document and a few steps down from it. */

/* The messages name the limits. */
G_STATIC_ASSERT (TL_LIMIT_ITEMS == 1000);
G_STATIC_ASSERT (TL_LIMIT_DATE_BYTES == 1000);

void
tl_walk_enter (TlWalk *self, const TlJsonSlice *element)
{
  self->element = element;
  self->n_steps = 0;
  memset (self->n_here, 0, sizeof self->n_here);
  self->bad = FALSE;
}

void
tl_walk_push_key (TlWalk *self, const char *key)
{
  g_return_if_fail (self->n_steps < TL_WALK_MAX_STEPS);

  self->steps[self->n_steps++] = (TlJsonStep){ .key = key };
}

void
tl_walk_push_index (TlWalk *self, guint index)
{
  g_return_if_fail (self->n_steps < TL_WALK_MAX_STEPS);

  self->steps[self->n_steps++] = (TlJsonStep){ .index = index };
}

void
tl_walk_pop (TlWalk *self)
{
  g_return_if_fail (self->n_steps > 0);

  self->n_steps--;
}

/* --- reports --- */

TlSeverity
tl_need_to_severity (TlNeed need)
{
  return need == TL_NEED_OPTIONAL ? TL_SEVERITY_WARNING : TL_SEVERITY_ERROR;
}

gsize
tl_walk_get_offset (TlWalk *self, gboolean at_key)
{
  return tl_json_locate (self->data, self->element, self->steps, self->n_steps,
                         at_key);
}

guint
tl_walk_get_line (TlWalk *self, gsize offset)
{
  guint line;
  guint column;

  tl_json_places_get (self->places, offset, &line, &column);
  return line;
}

/* Bounds both memory and the work of finding places. */
static gboolean
is_listed (TlWalk *self, TlSeverity severity)
{
  if (self->problems != NULL &&
      self->n_here[severity] < TL_LIMIT_PROBLEMS_PER_RECORD &&
      tl_problems_get_size (self->problems) < TL_LIMIT_PROBLEMS)
    {
      self->n_here[severity]++;
      return TRUE;
    }
  self->n_unlisted[severity]++;
  return FALSE;
}

static void G_GNUC_PRINTF (5, 0) add_problem (TlWalk     *self,
                                              gsize       offset,
                                              TlSeverity  severity,
                                              const char *code,
                                              const char *format,
                                              va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  guint            line;
  guint            column;

  tl_json_places_get (self->places, offset, &line, &column);
  tl_problems_add (self->problems, severity, self->file, line, column, code,
                   "%s", message);
}

void
tl_walk_report (TlWalk     *self,
                TlSeverity  severity,
                const char *code,
                const char *format,
                ...)
{
  va_list arguments;

  if (severity == TL_SEVERITY_ERROR)
    self->bad = TRUE;
  if (!is_listed (self, severity))
    return;
  va_start (arguments, format);
  add_problem (self, tl_walk_get_offset (self, FALSE), severity, code, format,
               arguments);
  va_end (arguments);
}

void
tl_walk_report_key (TlWalk     *self,
                    const char *key,
                    TlSeverity  severity,
                    const char *code,
                    const char *format,
                    ...)
{
  va_list arguments;

  if (severity == TL_SEVERITY_ERROR)
    self->bad = TRUE;
  if (!is_listed (self, severity))
    return;
  tl_walk_push_key (self, key);
  va_start (arguments, format);
  add_problem (self, tl_walk_get_offset (self, TRUE), severity, code, format,
               arguments);
  va_end (arguments);
  tl_walk_pop (self);
}

void
tl_walk_report_at (TlWalk     *self,
                   gsize       offset,
                   TlSeverity  severity,
                   const char *code,
                   const char *format,
                   ...)
{
  va_list arguments;

  if (severity == TL_SEVERITY_ERROR)
    self->bad = TRUE;
  if (!is_listed (self, severity))
    return;
  va_start (arguments, format);
  add_problem (self, offset, severity, code, format, arguments);
  va_end (arguments);
}

void
tl_walk_report_empty (TlWalk *self, TlNeed need)
{
  tl_walk_report (self, tl_need_to_severity (need), "empty-text", "%s",
                  need == TL_NEED_REQUIRED
                      ? _ ("This text is empty; fill it in")
                      : _ ("This text is empty; fill it in or leave its key "
                           "out"));
}

void
tl_walk_report_unlisted (TlWalk *self)
{
  guint total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->n_unlisted); i++)
    total += self->n_unlisted[i];
  for (guint i = 0; i < G_N_ELEMENTS (self->n_unlisted); i++)
    if (self->n_unlisted[i] > 0)
      {
        /* With the gravest severity among them. */
        g_autofree char *count = tl_number_format (total);

        tl_problems_add (
            self->problems, (TlSeverity)i, self->file, 0, 0, "more-problems",
            /* Translators: %s is a number of problems. */
            ngettext ("%s more problem is not listed; mend the listed ones "
                      "first",
                      "%s more problems are not listed; mend the listed ones "
                      "first",
                      total),
            count);
        return;
      }
}

static void
report_type (TlWalk *self, TlNeed need, const char *message)
{
  tl_walk_report (self, tl_need_to_severity (need), "wrong-type", "%s",
                  message);
}

void
tl_walk_report_no_array (TlWalk *self, TlNeed need)
{
  report_type (self, need, _ ("This must be an array in square brackets"));
}

/* --- values --- */

JsonObject *
tl_walk_get_object (TlWalk *self, JsonNode *node, TlNeed need)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  report_type (self, need, _ ("This must be an object in braces"));
  return NULL;
}

void
tl_walk_check_keys (TlWalk *self, JsonObject *object, const char *const *known)
{
  JsonObjectIter iter;
  const char    *key;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!g_strv_contains (known, key))
      {
        g_autofree char *shown = tl_problem_show_text (key);

        tl_walk_report_key (self, key, TL_SEVERITY_NOTE, "unknown-key",
                            /* Translators: %s is a key of the file. */
                            _ ("The key “%s” is not known here and is not "
                               "read; check how it is written"),
                            shown);
      }
}

JsonNode *
tl_walk_get_member (TlWalk     *self,
                    JsonObject *object,
                    const char *key,
                    TlNeed      need)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL && need == TL_NEED_REQUIRED)
    tl_walk_report (self, TL_SEVERITY_ERROR, "missing-key",
                    /* Translators: %s is a key of the file. */
                    _ ("The key “%s” is missing; add it"), key);
  return node;
}

const char *
tl_walk_get_string (TlWalk     *self,
                    JsonObject *object,
                    const char *key,
                    TlNeed      need)
{
  JsonNode   *node = tl_walk_get_member (self, object, key, need);
  const char *string = NULL;

  if (node == NULL)
    return NULL;
  tl_walk_push_key (self, key);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    string = json_node_get_string (node);
  else
    report_type (self, need, _ ("This must be a string in double quotes"));
  if (string != NULL && *string == '\0')
    {
      tl_walk_report_empty (self, need);
      string = NULL;
    }
  tl_walk_pop (self);
  return string;
}

JsonArray *
tl_walk_get_array (TlWalk     *self,
                   JsonObject *object,
                   const char *key,
                   TlNeed      need)
{
  JsonNode  *node = tl_walk_get_member (self, object, key, need);
  JsonArray *array = NULL;

  if (node == NULL)
    return NULL;
  tl_walk_push_key (self, key);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    tl_walk_report_no_array (self, need);
  else if (json_array_get_length (json_node_get_array (node)) > TL_LIMIT_ITEMS)
    tl_walk_report (self, TL_SEVERITY_ERROR, "too-many-items",
                    _ ("This list has more than 1,000 elements; shorten it"));
  else
    array = json_node_get_array (node);
  tl_walk_pop (self);
  return array;
}

static void
report_range (TlWalk *self, double lowest, double highest)
{
  g_autofree char *from = tl_number_format ((gint64)lowest);
  g_autofree char *to = tl_number_format ((gint64)highest);

  tl_walk_report (self, TL_SEVERITY_WARNING, "out-of-range",
                  /* Translators: two whole numbers. */
                  _ ("This number must be between %1$s and %2$s"), from, to);
}

gboolean
tl_walk_get_number (TlWalk     *self,
                    JsonObject *object,
                    const char *key,
                    double      lowest,
                    double      highest,
                    double     *number)
{
  JsonNode *node = json_object_get_member (object, key);
  gboolean  usable = FALSE;
  GType     type;
  double    value;

  if (node == NULL)
    return FALSE;
  tl_walk_push_key (self, key);
  type = json_node_get_value_type (node);
  value = json_node_get_double (node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    report_type (self, TL_NEED_OPTIONAL, _ ("This must be a number"));
  else if (value < lowest || value > highest)
    report_range (self, lowest, highest);
  else
    usable = TRUE;
  tl_walk_pop (self);
  if (usable)
    *number = value;
  return usable;
}

gboolean
tl_walk_get_integer (TlWalk     *self,
                     JsonObject *object,
                     const char *key,
                     int         lowest,
                     int         highest,
                     int        *number)
{
  double value;

  if (!tl_walk_get_number (self, object, key, lowest, highest, &value))
    return FALSE;
  if (fabs (value - rint (value)) > 0)
    {
      tl_walk_push_key (self, key);
      report_type (self, TL_NEED_OPTIONAL, _ ("This must be a whole number"));
      tl_walk_pop (self);
      return FALSE;
    }
  *number = (int)value;
  return TRUE;
}

gboolean
tl_walk_get_word (TlWalk              *self,
                  JsonObject          *object,
                  const char          *key,
                  TlNeed               need,
                  const TlSchemaWords *words,
                  int                 *value)
{
  const char      *word = tl_walk_get_string (self, object, key, need);
  g_autofree char *shown = NULL;
  g_autofree char *list = NULL;

  if (word == NULL)
    return FALSE;
  if (tl_schema_words_find (words, word, value))
    return TRUE;
  shown = tl_problem_show_text (word);
  list = tl_schema_words_list (words);
  tl_walk_push_key (self, key);
  tl_walk_report (self, tl_need_to_severity (need), words->code,
                  /* Translators: %1$s is a word of the file, %2$s the key it
                   * stands under, %3$s a list of words that are not
                   * translated. */
                  _ ("“%1$s” is not known as “%2$s”; write one of: %3$s"),
                  shown, key, list);
  tl_walk_pop (self);
  return FALSE;
}

/* At the present place. */
static TlDate *
parse_date (TlWalk *self, const char *edtf, TlNeed need)
{
  g_autoptr (GError) error = NULL;
  TlDate *date = NULL;

  if (strlen (edtf) > TL_LIMIT_DATE_BYTES)
    {
      tl_walk_report (self, tl_need_to_severity (need), "date-too-long",
                      _ ("This date has more than 1,000 characters; shorten "
                         "it"));
      return NULL;
    }
  date = tl_date_new_from_edtf (edtf, &error);
  if (date == NULL)
    tl_walk_report (self, tl_need_to_severity (need),
                    g_error_matches (error, TL_DATE_ERROR, TL_DATE_ERROR_ORDER)
                        ? "end-before-start"
                        : "invalid-date",
                    "%s", error->message);
  return date;
}

TlDate *
tl_walk_get_date (TlWalk     *self,
                  JsonObject *object,
                  const char *key,
                  TlNeed      need)
{
  const char *edtf = tl_walk_get_string (self, object, key, need);
  TlDate     *date;

  if (edtf == NULL)
    return NULL;
  tl_walk_push_key (self, key);
  date = parse_date (self, edtf, need);
  tl_walk_pop (self);
  return tl_arena_take_date (self->arena, date);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-edtf-private.h"
#include "tl-number.h"

#include <glib/gi18n.h>

/* Reads whole expressions of the Extended Date/Time Format: one date, an
 * interval or a set, and gathers their span. Works from left to right without
 * going back and without allocating anything but errors. */

/* At most so many bytes of the offending text stand in a message. */
#define EXCERPT_MAX 24

#define INTERVAL_WITH_TIME N_ ("an interval has dates without times of day")
#define SET_WITH_TIME N_ ("a set has dates without times of day")

typedef struct
{
  TlEdtfCursor cursor;
  TlSpan       span;
  int          level;
  gsize        n_parts;
  TlEdtfVisit  visit;
  gpointer     user_data;
} Parser;

static gboolean
fail (Parser *parser, gsize from, const char *failure)
{
  return tl_edtf_cursor_fail (&parser->cursor, TL_DATE_ERROR_SYNTAX, from,
                              failure);
}

static gboolean
is_whole (const TlEdtfPart *part)
{
  return part->precision <= TL_PRECISION_DAY;
}

static void
clear_core (TlSpan *span)
{
  span->core_start = G_MAXINT64;
  span->core_end = G_MININT64;
}

static void
note_part (Parser *parser, TlEdtfPart *part, TlEdtfRole role)
{
  TlSpan *span = &parser->span;

  part->role = role;
  parser->n_parts++;
  parser->level = MAX (parser->level, part->level);
  span->qualifiers |= tl_edtf_part_get_qualifiers (part);
  span->precision = (guint8)MAX (span->precision, (int)part->precision);
  if (parser->visit != NULL)
    parser->visit (part, parser->user_data);
}

static void
set_start (TlSpan *span, const TlEdtfPart *part)
{
  span->earliest = part->earliest;
  span->start_precision = (guint8)part->precision;
}

static void
set_end (TlSpan *span, const TlEdtfPart *part)
{
  span->latest = part->latest;
  span->end_precision = (guint8)part->precision;
}

static gboolean
take_dots (Parser *parser)
{
  TlEdtfCursor *cursor = &parser->cursor;

  if (cursor->length - cursor->at < 2 || cursor->text[cursor->at] != '.' ||
      cursor->text[cursor->at + 1] != '.')
    return FALSE;
  cursor->at += 2;
  return TRUE;
}

/* A date that stands in an interval or set, where no times may stand. */
static gboolean
read_member (Parser *parser, TlEdtfPart *part, const char *time_failure)
{
  gsize from = parser->cursor.at;

  if (!tl_edtf_part_read (&parser->cursor, part))
    return FALSE;
  if (part->form == TL_EDTF_TIME)
    return fail (parser, from, time_failure);
  return TRUE;
}

static gboolean
expect_end (Parser *parser)
{
  if (tl_edtf_cursor_at_end (&parser->cursor))
    return TRUE;
  return fail (parser, parser->cursor.at,
               N_ ("nothing may follow here; dates have no spaces, and their "
                   "letters are capitals"));
}

/* What stands on a side of an interval instead of a date. */
static void
set_bound (Parser *parser, guint8 *bound, TlBound value)
{
  *bound = (guint8)value;
  parser->level = MAX (parser->level, 1);
}

static void
note_interval_part (Parser *parser, TlEdtfPart *part, TlEdtfRole role)
{
  /* Unspecified digits are level 1 in a date alone, level 2 in an interval. */
  if (part->unspecified)
    part->level = 2;
  note_part (parser, part, role);
}

/* What an interval certainly covers: its first and last day, where they are
 * days, and what lies between the latest start and the earliest end. */
static void
set_interval_core (TlSpan *span, const TlEdtfPart *start, const TlEdtfPart *end)
{
  gboolean has_first = start != NULL && is_whole (start);
  gboolean has_last = end != NULL && is_whole (end);

  if (start != NULL && end != NULL)
    {
      span->core_start = start->latest + 1;
      span->core_end = end->earliest - 1;
    }
  if (has_first)
    {
      span->core_start = start->earliest;
      span->core_end = MAX (span->core_end, start->latest);
    }
  if (has_last)
    {
      span->core_start = MIN (span->core_start, end->earliest);
      span->core_end = end->latest;
    }
  if (span->core_start > span->core_end)
    clear_core (span);
}

/* The end of an interval, behind the slash. start is NULL when it is open or
 * unknown. */
static gboolean
read_interval_end (Parser *parser, const TlEdtfPart *start)
{
  TlSpan    *span = &parser->span;
  gsize      from = parser->cursor.at;
  TlEdtfPart end;

  if (tl_edtf_cursor_at_end (&parser->cursor))
    set_bound (parser, &span->end, TL_BOUND_UNKNOWN);
  else if (take_dots (parser))
    set_bound (parser, &span->end, TL_BOUND_OPEN);
  else if (!read_member (parser, &end, INTERVAL_WITH_TIME))
    return FALSE;
  if (!expect_end (parser))
    return FALSE;

  if (span->end != TL_BOUND_KNOWN)
    {
      if (start == NULL)
        return fail (parser, 0, N_ ("an interval needs at least one date"));
      set_interval_core (span, start, NULL);
      return TRUE;
    }
  if (start != NULL && end.latest < start->earliest)
    return tl_edtf_cursor_fail (&parser->cursor, TL_DATE_ERROR_ORDER, from,
                                N_ ("the interval ends before it begins"));

  if (start == NULL)
    set_start (span, &end);
  set_end (span, &end);
  set_interval_core (span, start, &end);
  note_interval_part (parser, &end, TL_EDTF_END);
  return TRUE;
}

static gboolean
read_interval_without_start (Parser *parser, TlBound bound)
{
  set_bound (parser, &parser->span.start, bound);
  if (!tl_edtf_cursor_take (&parser->cursor, '/'))
    return fail (parser, parser->cursor.at,
                 N_ ("a slash and a date are expected here"));
  return read_interval_end (parser, NULL);
}

static gboolean
read_interval (Parser *parser, TlEdtfPart *start, gsize start_from)
{
  if (start->form == TL_EDTF_TIME)
    return fail (parser, start_from, INTERVAL_WITH_TIME);

  parser->cursor.at++;
  set_start (&parser->span, start);
  set_end (&parser->span, start);
  note_interval_part (parser, start, TL_EDTF_START);
  return read_interval_end (parser, start);
}

static gboolean
read_date_or_interval (Parser *parser)
{
  TlSpan    *span = &parser->span;
  TlEdtfPart part;
  gsize      from = parser->cursor.at;

  span->shape = TL_SHAPE_INTERVAL;
  if (tl_edtf_cursor_peek (&parser->cursor) == '/')
    return read_interval_without_start (parser, TL_BOUND_UNKNOWN);
  if (take_dots (parser))
    return read_interval_without_start (parser, TL_BOUND_OPEN);
  if (!tl_edtf_part_read (&parser->cursor, &part))
    return FALSE;
  if (tl_edtf_cursor_peek (&parser->cursor) == '/')
    return read_interval (parser, &part, from);

  span->shape = TL_SHAPE_SINGLE;
  set_start (span, &part);
  set_end (span, &part);
  if (is_whole (&part))
    {
      span->core_start = part.earliest;
      span->core_end = part.latest;
    }
  note_part (parser, &part, TL_EDTF_ALONE);
  return expect_end (parser);
}

/* Adds the members from first to last, mostly one, to the span of a set. Its
 * core lasts as long as each day follows the one before, in the order
 * written. */
static void
add_members (TlSpan *span, const TlEdtfPart *first, const TlEdtfPart *last)
{
  gboolean connected = is_whole (first) && is_whole (last);

  if (span->earliest > span->latest)
    {
      span->core_start = first->earliest;
      span->core_end = last->latest;
    }
  else if (first->earliest < span->core_start ||
           first->earliest - 1 > span->core_end)
    connected = FALSE;
  else
    span->core_end = MAX (span->core_end, last->latest);
  if (!connected)
    clear_core (span);

  if (first->earliest < span->earliest)
    set_start (span, first);
  if (last->latest > span->latest)
    set_end (span, last);
}

/* The members from..to. */
static gboolean
read_range (Parser *parser, TlEdtfPart *from)
{
  TlEdtfPart to;
  gsize      to_from = parser->cursor.at;

  if (!read_member (parser, &to, SET_WITH_TIME))
    return FALSE;
  if (from->form != to.form || from->precision != to.precision)
    return fail (parser, to_from,
                 N_ ("the dates on both sides of “..” must be equally "
                     "precise"));
  if (to.latest < from->earliest)
    return tl_edtf_cursor_fail (&parser->cursor, TL_DATE_ERROR_ORDER, to_from,
                                N_ ("this date is before the one on the other "
                                    "side of “..”"));

  note_part (parser, from, TL_EDTF_FROM);
  note_part (parser, &to, TL_EDTF_TO);
  add_members (&parser->span, from, &to);
  return TRUE;
}

static gboolean
read_element (Parser *parser, char closing)
{
  TlEdtfPart part;

  if (!read_member (parser, &part, SET_WITH_TIME))
    return FALSE;
  if (!take_dots (parser))
    note_part (parser, &part, TL_EDTF_MEMBER);
  else if (tl_edtf_cursor_peek (&parser->cursor) != closing)
    return read_range (parser, &part);
  else
    {
      parser->span.end = TL_BOUND_OPEN;
      note_part (parser, &part, TL_EDTF_ONWARD);
    }
  add_members (&parser->span, &part, &part);
  return TRUE;
}

/* The first element of a set can begin with double dots. */
static gboolean
read_first_element (Parser *parser, char closing)
{
  TlEdtfPart part;

  if (!take_dots (parser))
    return read_element (parser, closing);
  if (!read_member (parser, &part, SET_WITH_TIME))
    return FALSE;
  parser->span.start = TL_BOUND_OPEN;
  note_part (parser, &part, TL_EDTF_UNTIL);
  add_members (&parser->span, &part, &part);
  return TRUE;
}

/* Extends the bounds of a set, and its core, to where it is open. */
static void
finish_set (Parser *parser)
{
  TlSpan  *span = &parser->span;
  gboolean is_open = span->start == TL_BOUND_OPEN || span->end == TL_BOUND_OPEN;

  /* Of several alternatives none is certain. */
  if (span->shape == TL_SHAPE_ONE_OF && (is_open || parser->n_parts > 1))
    clear_core (span);
  if (span->start == TL_BOUND_OPEN && span->core_start <= span->core_end)
    span->core_start = G_MININT64;
  if (span->end == TL_BOUND_OPEN && span->core_start <= span->core_end)
    span->core_end = G_MAXINT64;
}

static gboolean
read_set (Parser *parser)
{
  TlEdtfCursor *cursor = &parser->cursor;
  char          closing = cursor->text[0] == '[' ? ']' : '}';

  parser->level = 2;
  parser->span.shape = closing == ']' ? TL_SHAPE_ONE_OF : TL_SHAPE_ALL_OF;
  cursor->at++;
  if (!read_first_element (parser, closing))
    return FALSE;
  while (parser->span.end == TL_BOUND_KNOWN &&
         tl_edtf_cursor_take (cursor, ','))
    if (!read_element (parser, closing))
      return FALSE;

  if (!tl_edtf_cursor_take (cursor, closing))
    return fail (parser, cursor->at,
                 N_ ("a comma or the closing bracket of the set is expected "
                     "here"));
  if (!expect_end (parser))
    return FALSE;
  finish_set (parser);
  return TRUE;
}

/* The offending text, safe to print: what is not printable is escaped. */
static char *
get_excerpt (const TlEdtfCursor *cursor)
{
  gsize       length = MIN (cursor->failure_length, EXCERPT_MAX);
  const char *at = cursor->text + cursor->failure_at;
  GString    *excerpt = g_string_new (NULL);
  gsize       used = 0;

  while (used < length)
    {
      gunichar c = g_utf8_get_char_validated (
          at + used, (gssize)(cursor->length - cursor->failure_at - used));

      if (c >= (gunichar)-2 || !g_unichar_isprint (c))
        g_string_append_printf (excerpt, "\\x%02X", (guchar)at[used++]);
      else
        {
          g_string_append_unichar (excerpt, c);
          used += (gsize)g_unichar_to_utf8 (c, NULL);
        }
    }
  if (used < cursor->failure_length)
    g_string_append (excerpt, "…");
  return g_string_free (excerpt, FALSE);
}

static void
set_error (const TlEdtfCursor *cursor, GError **error)
{
  g_autofree char *character = NULL;
  g_autofree char *excerpt = NULL;

  if (error == NULL)
    return;
  character = tl_number_format ((gint64)cursor->failure_at + 1);
  if (cursor->failure_at >= cursor->length)
    {
      g_set_error (error, TL_DATE_ERROR, (int)cursor->failure_code,
                   /* Translators: an error in a date. %1$s is the place in the
                    * text, counted from 1, %2$s what is wrong. */
                   _ ("the date ends too early, at character %1$s: %2$s"),
                   character, _ (cursor->failure));
      return;
    }

  excerpt = get_excerpt (cursor);
  g_set_error (error, TL_DATE_ERROR, (int)cursor->failure_code,
               /* Translators: an error in a date. %1$s is the text found there,
                * %2$s its place counted from 1, %3$s what is wrong with it. */
               _ ("“%1$s” at character %2$s: %3$s"), excerpt, character,
               _ (cursor->failure));
}

gboolean
tl_edtf_parse (const char *text,
               gsize       length,
               TlSpan     *span,
               int        *level,
               TlEdtfVisit visit,
               gpointer    user_data,
               GError    **error)
{
  Parser parser = {
    .cursor = { .text = text, .length = length },
    .span = { .earliest = G_MAXINT64, .latest = G_MININT64 },
    .visit = visit,
    .user_data = user_data,
  };
  gboolean is_set = length > 0 && (text[0] == '[' || text[0] == '{');

  clear_core (&parser.span);
  if (!(is_set ? read_set (&parser) : read_date_or_interval (&parser)))
    {
      set_error (&parser.cursor, error);
      return FALSE;
    }

  if (parser.span.start != TL_BOUND_KNOWN)
    parser.span.earliest = G_MININT64;
  if (parser.span.end != TL_BOUND_KNOWN)
    parser.span.latest = G_MAXINT64;
  *span = parser.span;
  *level = parser.level;
  return TRUE;
}

gboolean
tl_edtf_parse_span (const char *text,
                    gsize       length,
                    TlSpan     *span,
                    GError    **error)
{
  int level;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  return tl_edtf_parse (text, length, span, &level, NULL, NULL, error);
}

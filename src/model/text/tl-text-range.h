/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlTextRange:
 * @start: its first byte
 * @end: the byte behind it
 *
 * Part of a text. A plain value.
 */
typedef struct
{
  guint start;
  guint end;
} TlTextRange;

G_END_DECLS

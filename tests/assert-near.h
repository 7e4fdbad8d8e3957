/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

/* As g_assert_cmpfloat_with_epsilon(), which in GLib 2.74 promotes doubles
 * behind one's back; clang warns of that. */
#define assert_near(a, b, epsilon)                                             \
  g_assert_cmpfloat (fabs ((double)(a) - (double)(b)), <=, epsilon)

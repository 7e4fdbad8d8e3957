/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets one category to the rules of C.UTF-8 under a name that gettext does not
 * take for C: from version 2.39 on, glibc passes over LANGUAGE in C.UTF-8,
 * which is the only locale of many a machine. name: without the character set,
 * as "zh_CN". FALSE where that cannot be done. */
gboolean tl_plain_locale_set (int category, const char *name);

G_END_DECLS

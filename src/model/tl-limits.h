/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The limits of what is read, in one place. A dataset is a file from a
 * stranger: above a limit there is a clear message with the number, never a
 * crash, a hang or a silent cut. */

/* Bytes of a file. */
#define TL_LIMIT_FILE_BYTES (G_GUINT64_CONSTANT (64) << 30)
/* Bytes of text that is held in memory, because it was packed or has come in
 * through a pipe. Larger files are mapped. */
#define TL_LIMIT_HELD_BYTES (G_GUINT64_CONSTANT (1) << 30)
/* Arrays and objects within each other; the document itself is level 1. */
#define TL_LIMIT_DEPTH 64
/* Bytes of one string as it stands in the file, without its quotation
 * marks. */
#define TL_LIMIT_STRING_BYTES (1024 * 1024)
/* Bytes of one element of "events", "treaties", "sources", … */
#define TL_LIMIT_RECORD_BYTES (16 * 1024 * 1024)
/* Elements of one of these arrays. */
#define TL_LIMIT_RECORDS 10000000
/* Elements of a list within a record: actors, accounts, parties, tags, … */
#define TL_LIMIT_ITEMS 1000
/* Characters of an id. */
#define TL_LIMIT_ID_CHARS 100
/* Bytes of a date: a set can name many days. */
#define TL_LIMIT_DATE_BYTES 1000
/* Bytes of the plain name of an article's file. */
#define TL_LIMIT_FILE_NAME_BYTES 255
/* Unicode characters of an account's excerpt: a few words, no sentences. */
#define TL_LIMIT_SAYS_CHARS 120
/* Problems listed for one record and for one file; the rest is counted. */
#define TL_LIMIT_PROBLEMS_PER_RECORD 100
#define TL_LIMIT_PROBLEMS 100000

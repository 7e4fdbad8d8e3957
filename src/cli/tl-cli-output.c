/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tl-cli.h"
#include "tl-plain-text.h"

/* Writes as it is: g_print() would recode to the locale's character set, and a
 * file must not depend on where it was made. Failures are kept by stdio and
 * asked for once, at the end. */

void
tl_cli_print (const char *text)
{
  fputs (text, stdout);
}

static void
print_cb (const char *text, gpointer user_data)
{
  tl_cli_print (text);
}

TlSink
tl_cli_get_sink (void)
{
  return (TlSink){ print_cb, NULL };
}

void
tl_cli_print_bytes (GBytes *bytes)
{
  gsize         length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  fwrite (data, 1, length, stdout);
}

char *
tl_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return tl_plain_text_to_line (valid);
}

void
tl_cli_print_error (const char *line)
{
  fputs (line, stderr);
  fputc ('\n', stderr);
}

void
tl_cli_complain (const char *message)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", g_get_prgname (), message);
  g_autofree char *cleaned = tl_cli_clean (line);

  tl_cli_print_error (cleaned);
}

gboolean
tl_cli_print_finish (GError **error)
{
  int flushed = fflush (stdout);

  if (flushed == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, TL_CLI_ERROR, TL_CLI_SYSTEM,
               /* Translators: %s is the system's reason. */
               _ ("Standard output cannot be written: %s"),
               g_strerror (flushed != 0 ? errno : EIO));
  return FALSE;
}

gboolean
tl_cli_is_terminal (void)
{
  return isatty (STDOUT_FILENO) != 0;
}

guint
tl_cli_get_terminal_width (void)
{
  struct winsize size;

  if (!tl_cli_is_terminal () || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application.h"
#include "tl-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (TlApplication) application = NULL;

  tl_language_init ();
  tl_language_set_by_arguments (argv + MIN (argc, 1));
  tl_language_adopt_letters ();
  /* It would set the locale of the environment again, whatever was chosen. */
  gtk_disable_setlocale ();
  g_set_application_name ("Treatyline");

  application = tl_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

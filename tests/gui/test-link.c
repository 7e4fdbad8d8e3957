/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link.h"

static const struct
{
  const char *name;
  const char *url;
  const char *host; /* NULL: must not be offered */
} cases[] = {
  { "http", "http://example.org/", "example.org" },
  { "https", "https://www.example.org/a?b=1&c=%3C2%3E#d", "www.example.org" },
  { "upper-case", "HTTPS://Example.ORG/", "example.org" },
  { "port", "https://example.org:8443/", "example.org" },
  { "user-is-no-host", "https://example.org@evil.test/", "evil.test" },
  { "one-script", "https://xn--e1afmkfd.xn--p1ai/", "пример.рф" },
  { "mixed-scripts", "https://xn--pple-43d.com/", "xn--pple-43d.com" },
  { "address", "https://192.0.2.1/", "192.0.2.1" },
  { "no-host", "https:///path", NULL },
  { "no-scheme", "example.org", NULL },
  { "file", "file:///etc/passwd", NULL },
  { "javascript", "javascript:alert(1)", NULL },
  { "data", "data:text/html,x", NULL },
  { "mailto", "mailto:a@example.org", NULL },
  { "control-character", "https://exa\nmple.org/", NULL },
  { "empty", "", NULL },
};

static void
test_is_allowed (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *host = NULL;

  g_assert_cmpint (tl_link_is_allowed (cases[i].url, &host), ==,
                   cases[i].host != NULL);
  g_assert_cmpstr (host, ==, cases[i].host);
  g_assert_cmpint (tl_link_is_allowed (cases[i].url, NULL), ==,
                   cases[i].host != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      path = g_strdup_printf ("/tl/link/is-allowed/%s", cases[i].name);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_is_allowed);
    }
  return g_test_run ();
}

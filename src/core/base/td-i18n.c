/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "config.h"

#include "base/td-i18n.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

void
td_i18n_init (const char *language)
{
  const char *localedir = g_getenv ("THIDUA_LOCALEDIR");
  const char *current;

  if (language == NULL)
    language = g_getenv ("THIDUA_LANGUAGE");
  if (language == NULL || *language == '\0')
    language = "vi";

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  current = setlocale (LC_CTYPE, NULL);
  if (current == NULL || strstr (current, "UTF-8") == NULL)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (strcmp (language, "system") != 0)
    {
      /* gettext looks at LANGUAGE only when the locale of messages is not plain "C". */
      current = setlocale (LC_MESSAGES, NULL);
      if (current == NULL || strcmp (current, "C") == 0 || strcmp (current, "POSIX") == 0)
        setlocale (LC_MESSAGES, "C.UTF-8");
      g_setenv ("LANGUAGE", language, TRUE);
    }
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : TD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

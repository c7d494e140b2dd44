/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-application.h"
#include "app/td-settings.h"
#include "base/td-i18n.h"
#include "base/td-text.h"

int
main (int argc, char **argv)
{
  g_autofree char *language = td_app_settings_dup_string ("language");
  g_autoptr (TdApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  /* The environment wins, for whoever starts the program from a script. */
  td_i18n_init (*language != '\0' && g_getenv ("THIDUA_LANGUAGE") == NULL ? language : NULL);
  if (!td_text_check_order (NULL, &error))
    {
      g_printerr ("thidua: %s\n", error->message);
      return 1;
    }
  /* GTK would set the machine's own locale again, and with plain C no message is translated. */
  gtk_disable_setlocale ();
  application = td_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

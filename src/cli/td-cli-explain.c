/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-cli"

#include <glib/gi18n.h>

#include "cli/td-cli.h"
#include "desk/td-why.h"

int
td_cli_explain (const TdCliOptions *options)
{
  g_autoptr (TdDesk) desk = NULL;
  g_autofree char *text = NULL;
  const TdMovement *movement;
  const TdScores *scores;
  int unit, target = -1, status;

  desk = td_cli_open_desk (options, &status);
  if (desk == NULL)
    return status;
  movement = td_desk_get_movement (desk);
  scores = td_desk_get_scores (desk);
  if (movement == NULL)
    return td_cli_usage (_ ("the file has no movement yet"));
  unit = td_movement_find_unit_code (movement, options->rest[1]);
  if (unit < 0)
    return td_cli_usage (_ ("the movement has no unit with the code “%s”"), options->rest[1]);
  if (options->n_rest > 2)
    {
      target = td_movement_find_target_code (movement, options->rest[2]);
      if (target < 0)
        return td_cli_usage (_ ("the movement has no target with the code “%s”"), options->rest[2]);
    }
  if (options->json)
    {
      g_autofree char *json = td_why_to_json (desk, scores, (guint) unit, target);

      text = g_strconcat (json, "\n", NULL);
    }
  else
    {
      g_autoptr (GPtrArray) steps = target >= 0
                                        ? td_why_cell (desk, scores, (guint) unit, (guint) target)
                                        : td_why_unit (desk, scores, (guint) unit);

      text = td_why_to_text (steps);
    }
  return td_cli_print (text);
}

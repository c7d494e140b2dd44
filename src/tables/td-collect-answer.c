/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer back: a form with what the unit wrote, the cells that cannot be taken coloured and commented. */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-collect-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tables/td-forms.h"
#include "tables/td-refuse.h"

/* What the name of an answer's file ends with. */
#define ANSWER "tra-loi"

static void
copy_value (const TdFormInput *from, const char *remark, TdFormValue *to)
{
  to->kind = from->value.kind;
  to->number = from->value.number;
  g_free (to->text);
  to->text = g_strdup (from->value.text);
  to->remark = g_strdup (remark);
}

static const TdCollectRow *
find_proposal (const TdCollect *self, guint page, const char *target)
{
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const TdCollectRow *p = &g_array_index (self->proposals, TdCollectRow, i);

      if (p->public.page == page && strcmp (p->row->stamp.target, target) == 0)
        return p;
    }
  return NULL;
}

static gboolean
needs_answer (const TdCollectRow *p)
{
  return p->public.verdict == TD_VERDICT_REFUSED
         || (p->public.verdict == TD_VERDICT_CONFLICT && p->public.take == TD_TAKE_ASK);
}

/* Puts what the unit wrote into its line, with remarks where something is wrong. */
static gboolean
fill_line (const TdCollect *self, guint page, TdFormLine *line)
{
  const TdCollectRow *p = find_proposal (self, page, line->stamp.target);
  gboolean wrong = p != NULL && needs_answer (p), said = FALSE;

  if (p == NULL)
    return FALSE;
  if (p->row->stamp.kind != line->stamp.kind)
    {
      td_form_line_value (line, TD_FORM_FIRST)->remark = g_strdup (p->public.reason);
      return wrong;
    }
  td_form_stamp_clear (&line->stamp);
  td_form_stamp_copy (&line->stamp, &p->row->stamp);
  for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
    {
      const TdFormInput *input = td_form_row_input (p->row, i);
      const char *remark = wrong ? input->value.remark : NULL;

      if (wrong && remark == NULL && strcmp (input->where, p->public.where) == 0)
        remark = p->public.reason;
      said = said || remark != NULL;
      copy_value (input, remark, td_form_line_value (line, i));
    }
  if (wrong && !said)
    td_form_line_value (line, TD_FORM_FIRST)->remark = g_strdup (p->public.reason);
  return wrong;
}

gboolean
td_collect_write_answers (TdCollect *self, const char *folder, guint *n_written, GError **error)
{
  guint n = 0;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return td_refuse (error, TD_ERROR_FAILED, folder, _ ("the folder cannot be made: %s"),
                      g_strerror (errno));

  for (guint i = 0; i < self->pages->len; i++)
    {
      const TdFormPage *page = g_ptr_array_index (self->pages, i);
      const TdMovement *movement = td_collect_find_movement (self, page->stamp.movement);
      int unit = movement != NULL ? td_movement_find_unit_code (movement, page->stamp.unit) : -1;
      int period =
          movement != NULL ? td_movement_find_period_code (movement, page->stamp.period) : -1;
      g_autoptr (TdFormContent) content = NULL;
      g_autofree char *name = NULL, *stem = NULL, *path = NULL;
      gboolean wrong = FALSE;

      if (unit < 0 || period < 0)
        continue;
      content = td_form_content_make (self->store, movement, (guint) unit, (guint) period);
      if (content == NULL)
        continue;
      for (guint k = 0; k < content->lines->len; k++)
        wrong = fill_line (self, i, g_ptr_array_index (content->lines, k)) || wrong;
      if (!wrong)
        continue;
      content->answer = TRUE;
      name = td_form_file_name (movement, (guint) unit, (guint) period);
      stem = g_strndup (name, strlen (name) - strlen (".xlsx"));
      path = g_strdup_printf ("%s/%s_" ANSWER ".xlsx", folder, stem);
      for (guint copy = 2; g_file_test (path, G_FILE_TEST_EXISTS); copy++)
        {
          g_free (path);
          path = g_strdup_printf ("%s/%s_" ANSWER "-%u.xlsx", folder, stem, copy);
        }
      if (!td_form_book_write (content, path, error))
        return FALSE;
      n++;
    }
  if (n_written != NULL)
    *n_written = n;
  return TRUE;
}

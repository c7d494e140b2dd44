/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-forms.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/td-text.h"
#include "scoring/td-scoring.h"
#include "tables/td-form-reader.h"
#include "tables/td-refuse.h"

/* --- figures of before ---------------------------------------------------------------------------- */

/* The first entry of the target and unit, or where it would be. */
static guint
first_entry (const TdMovement *movement, guint target, guint unit)
{
  guint low = 0, high = movement->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const TdEntry *entry = td_movement_entry (movement, middle);

      if (entry->target < target || (entry->target == target && entry->unit < unit))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* As the unit reads it on paper. */
static char *
figures_on_paper (const TdFigures *figures, TdKind kind)
{
  g_autofree char *first = NULL, *second = NULL;

  if (kind == TD_KIND_MILESTONE)
    return figures->first == TD_DECIMAL_NONE
               ? g_strdup (TD_FORM_NOT_DONE)
               : td_date_format (td_figures_get_date (figures), TD_STYLE_VIETNAMESE);
  first = td_decimal_format (figures->first, TD_STYLE_VIETNAMESE);
  if (kind != TD_KIND_RATIO)
    return g_steal_pointer (&first);
  second = td_decimal_format (figures->second, TD_STYLE_VIETNAMESE);
  return g_strdup_printf ("%s/%s", first, second);
}

/* What the unit reported for earlier periods: the latest of it, and where it adds up its sum. */
static void
add_earlier (const TdMovement *movement, guint target, guint unit, guint period, TdFormLine *line)
{
  const TdTarget *description = td_movement_target (movement, target);
  gboolean sums = description->accumulation == TD_ACCUMULATION_SUM
                  && (description->kind == TD_KIND_RATIO || description->kind == TD_KIND_AMOUNT);
  TdFigures total = { 0, description->kind == TD_KIND_RATIO ? 0 : TD_DECIMAL_NONE };
  const TdEntry *latest = NULL;

  for (guint i = first_entry (movement, target, unit); i < movement->entries->len; i++)
    {
      const TdEntry *entry = td_movement_entry (movement, i);

      if (entry->target != target || entry->unit != unit)
        break;
      if (entry->period >= period || entry->state == TD_ENTRY_DRAFT
          || (entry->reported.first == TD_DECIMAL_NONE && description->kind != TD_KIND_MILESTONE))
        continue;
      latest = entry;
      /* At most 10^12 each, and there are not 900,000 periods. */
      total.first += description->kind == TD_KIND_MILESTONE ? 0 : entry->reported.first;
      if (description->kind == TD_KIND_RATIO)
        total.second += entry->reported.second;
    }
  if (latest == NULL)
    return;
  {
    g_autofree char *figures = figures_on_paper (&latest->reported, description->kind);

    line->latest =
        g_strdup_printf ("%s (%s)", figures, td_movement_period (movement, latest->period)->name);
  }
  if (sums)
    line->total = figures_on_paper (&total, description->kind);
}

/* --- a form's content ----------------------------------------------------------------------------- */

static void
set_value (TdFormValue *value, TdDecimal figure, TdKind kind)
{
  if (figure == TD_DECIMAL_NONE)
    return;
  value->kind = kind == TD_KIND_MILESTONE ? TD_FORM_DAY : TD_FORM_FIGURE;
  value->number = figure;
}

static void
set_text (TdFormValue *value, const char *text)
{
  if (*text == '\0')
    return;
  value->kind = TD_FORM_TEXT;
  value->text = g_strdup (text);
}

/* What stands in the file for the period goes out with the form. */
static void
add_entry (const TdRecord *entry, TdFormLine *line)
{
  TdFormStamp *stamp = &line->stamp;
  const char *note = entry != NULL ? td_record_get_text (entry, TD_ENTRY_NOTE) : "";

  stamp->figures = (TdFigures){ TD_DECIMAL_NONE, TD_DECIMAL_NONE };
  stamp->state = TD_FORM_STATE_NONE;
  stamp->note = td_form_stamp_hash (note);
  if (entry == NULL)
    return;
  td_figures_read (entry, stamp->kind, &stamp->figures);
  stamp->state = (int) td_record_get_number (entry, TD_ENTRY_STATE, TD_ENTRY_DRAFT);
  set_value (td_form_line_value (line, TD_FORM_FIRST), stamp->figures.first, stamp->kind);
  set_value (td_form_line_value (line, TD_FORM_SECOND), stamp->figures.second, stamp->kind);
  if (stamp->kind == TD_KIND_MILESTONE && stamp->figures.first == TD_DECIMAL_NONE)
    set_text (td_form_line_value (line, TD_FORM_FIRST), TD_FORM_NOT_DONE);
  set_text (td_form_line_value (line, TD_FORM_NOTE), note);
}

char *
td_form_office (TdStore *store)
{
  g_autofree char *superior = td_store_get_setting (store, "superior");
  g_autofree char *agency = td_store_get_setting (store, "agency");
  g_autofree char *both = g_strdup_printf ("%s/%s", superior, agency);

  return td_form_stamp_hash (both);
}

static int
compare_targets (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdMovement *movement = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  int area = td_movement_target (movement, x)->area - td_movement_target (movement, y)->area;

  return area != 0 ? area : (x > y) - (x < y);
}

/* The targets that apply to the unit, area by area. */
static GArray *
find_targets (const TdMovement *movement, guint unit)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < movement->targets->len; i++)
    if (td_movement_applies (movement, i, unit))
      g_array_append_val (targets, i);
  g_qsort_with_data (targets->data, (int) targets->len, sizeof (guint), compare_targets,
                     (gpointer) movement);
  return targets;
}

/* In what the target is counted; of a rating how far it goes. */
static char *
describe_measure (const TdTarget *target)
{
  g_autofree char *most = NULL;

  if (target->kind != TD_KIND_RATING)
    return g_strdup (target->unit_of_measure);
  most = td_decimal_format (target->max_points, TD_STYLE_VIETNAMESE);
  return g_strdup_printf (
      "%s (tối đa %s)", *target->unit_of_measure != '\0' ? target->unit_of_measure : "điểm", most);
}

TdFormContent *
td_form_content_make (TdStore *store, const TdMovement *movement, guint unit, guint period)
{
  const TdUnit *u = td_movement_unit (movement, unit);
  const TdPeriod *p = td_movement_period (movement, period);
  g_autoptr (GArray) targets = NULL;
  g_autoptr (TdFormContent) content = NULL;
  g_autofree char *office = NULL;
  int area = -1;

  if (!td_period_overlaps (p, u))
    return NULL;
  targets = find_targets (movement, unit);
  if (targets->len == 0)
    return NULL;
  office = td_form_office (store);
  content = td_form_content_new ();
  content->agency = td_store_get_setting (store, "agency");
  content->superior = td_store_get_setting (store, "superior");
  content->place = td_store_get_setting (store, "place");
  content->movement = g_strdup (movement->title);
  content->unit = g_strdup (u->name);
  content->unit_code = g_strdup (u->code);
  content->head = g_strdup (u->head);
  content->period = g_strdup (p->name);
  content->period_code = g_strdup (p->code);
  content->starts = p->starts;
  content->ends = p->ends;
  content->due = p->due;
  for (guint i = 0; i < targets->len; i++)
    {
      guint index = g_array_index (targets, guint, i);
      const TdTarget *target = td_movement_target (movement, index);
      TdFormLine *line = td_form_content_add (content);
      g_autoptr (TdRecord) entry = td_store_get_entry (store, target->id, u->id, p->id);

      line->stamp = (TdFormStamp){ .office = g_strdup (office),
                                   .movement_id = movement->id,
                                   .movement = g_strdup (movement->code),
                                   .unit = g_strdup (u->code),
                                   .period = g_strdup (p->code),
                                   .target = g_strdup (target->code),
                                   .kind = target->kind };
      if (target->area != area)
        line->area = g_strdup (td_movement_area (movement, target->area)->name);
      area = target->area;
      line->code = g_strdup (target->code);
      line->name = g_strdup (target->name);
      line->measure = describe_measure (target);
      add_earlier (movement, index, unit, period, line);
      add_entry (entry, line);
    }
  return g_steal_pointer (&content);
}

/* --- files ---------------------------------------------------------------------------------------- */

/* What every file system and mail program leaves alone; nothing of it when there is nothing such. */
static char *
plain_name (const char *text, gboolean lower)
{
  g_autofree char *folded = lower ? td_text_fold (text) : g_strdup (text);
  GString *out = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || *c == '_' || (*c == '.' && out->len > 0))
      g_string_append_c (out, *c);
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
td_form_file_name (const TdMovement *movement, guint unit, guint period)
{
  const TdUnit *u = td_movement_unit (movement, unit);
  g_autofree char *p = plain_name (td_movement_period (movement, period)->code, FALSE);
  g_autofree char *code = plain_name (u->code, FALSE);
  g_autofree char *name = plain_name (u->short_name, TRUE);

  /* Codes may differ in what is left out; the number keeps two units from sharing a file. */
  for (guint i = 0; i < movement->units->len; i++)
    {
      g_autofree char *other = plain_name (td_movement_unit (movement, i)->code, FALSE);

      if (i != unit && g_ascii_strcasecmp (other, code) == 0)
        return g_strdup_printf ("%s_%s_%u_%s.xlsx", p, code, unit + 1, name);
    }
  return g_strdup_printf ("%s_%s_%s.xlsx", p, code, name);
}

static gboolean
is_chosen (const TdFormsOptions *options, guint unit)
{
  if (options == NULL || options->units == NULL)
    return TRUE;
  for (guint i = 0; i < options->units->len; i++)
    if (g_array_index (options->units, guint, i) == unit)
      return TRUE;
  return FALSE;
}

/* Whether a file may be written here: none is there, or one of ours that nobody has filled in. */
static gboolean
may_write (const char *path, TdProblems *problems)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || td_form_is_untouched (path))
    return TRUE;
  td_problems_add (problems, name, "%s",
                   _ ("this form is there already and has been filled in; take it in, or choose "
                      "another folder"));
  return FALSE;
}

static gboolean
check_room (const TdMovement *movement, guint period, const char *folder,
            const TdFormsOptions *options, TdProblems *problems, GError **error)
{
  gboolean room = TRUE;

  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      g_autofree char *name = td_form_file_name (movement, unit, period);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_chosen (options, unit))
        room = may_write (path, problems) && room;
    }
  if (!room)
    g_set_error_literal (error, TD_ERROR, TD_ERROR_EXISTS,
                         _ ("the folder has forms that were filled in; nothing was written"));
  return room;
}

gboolean
td_forms_write (TdStore *store, const TdMovement *movement, guint period, const char *folder,
                const TdFormsOptions *options, guint *n_written, TdProblems *problems,
                GCancellable *cancellable, GError **error)
{
  guint n = 0;

  g_return_val_if_fail (period < movement->periods->len, FALSE);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return td_refuse (error, TD_ERROR_FAILED, folder, _ ("the folder cannot be made: %s"),
                      g_strerror (errno));
  if (!check_room (movement, period, folder, options, problems, error))
    return FALSE;
  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      g_autofree char *name = td_form_file_name (movement, unit, period);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (TdFormContent) content = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_chosen (options, unit))
        continue;
      content = td_form_content_make (store, movement, unit, period);
      if (content != NULL)
        {
          if (!td_form_book_write (content, path, error))
            return FALSE;
          n++;
        }
      if (options != NULL && options->progress != NULL)
        options->progress ((double) (unit + 1) / movement->units->len, options->progress_data);
    }
  if (n_written != NULL)
    *n_written = n;
  return TRUE;
}

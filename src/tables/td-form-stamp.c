/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-form-stamp.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

#define HASH_LENGTH 8

enum
{
  PART_VERSION,
  PART_OFFICE,
  PART_MOVEMENT_ID,
  PART_MOVEMENT,
  PART_UNIT,
  PART_PERIOD,
  PART_TARGET,
  PART_KIND,
  PART_FIRST,
  PART_SECOND,
  PART_STATE,
  PART_NOTE,
  PART_CHECK,
  N_PARTS,
};

/* --- stamps --------------------------------------------------------------------------------------- */

void
td_form_stamp_clear (TdFormStamp *self)
{
  g_free (self->office);
  g_free (self->movement);
  g_free (self->unit);
  g_free (self->period);
  g_free (self->target);
  g_free (self->note);
  memset (self, 0, sizeof *self);
}

void
td_form_stamp_copy (TdFormStamp *self, const TdFormStamp *from)
{
  *self = *from;
  self->office = g_strdup (from->office);
  self->movement = g_strdup (from->movement);
  self->unit = g_strdup (from->unit);
  self->period = g_strdup (from->period);
  self->target = g_strdup (from->target);
  self->note = g_strdup (from->note);
}

static char *
short_hash (const char *text)
{
  g_autofree char *whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (whole, HASH_LENGTH);
}

char *
td_form_stamp_hash (const char *text)
{
  g_autofree char *normal = td_text_normalize (text, -1, TRUE, NULL);

  return normal == NULL || *normal == '\0' ? g_strdup ("") : short_hash (normal);
}

static const TdField *
kind_field (void)
{
  return &td_table_get (TD_TABLE_TARGETS)->fields[TD_TARGET_KIND];
}

static char *
format_figure (TdDecimal figure, TdKind kind)
{
  if (figure == TD_DECIMAL_NONE)
    return g_strdup ("");
  return kind == TD_KIND_MILESTONE ? td_date_format ((TdDate) figure, TD_STYLE_PLAIN)
                                   : td_decimal_format (figure, TD_STYLE_PLAIN);
}

char *
td_form_stamp_format (const TdFormStamp *self)
{
  g_autofree char *first = format_figure (self->figures.first, self->kind);
  g_autofree char *second = format_figure (self->figures.second, self->kind);
  g_autofree char *line = g_strdup_printf (
      TD_FORM_STAMP_BEGIN "%s;%" G_GINT64_FORMAT ";%s;%s;%s;%s;%s;%s;%s;%d;%s", self->office,
      self->movement_id, self->movement, self->unit, self->period, self->target,
      kind_field ()->choices[self->kind].code, first, second, self->state, self->note);
  g_autofree char *check = short_hash (line);

  return g_strdup_printf ("%s;%s", line, check);
}

static gboolean
parse_figure (const char *text, TdKind kind, TdDecimal *out)
{
  TdDate date;

  *out = TD_DECIMAL_NONE;
  if (*text == '\0')
    return TRUE;
  if (kind != TD_KIND_MILESTONE)
    return td_decimal_parse (text, TD_STYLE_PLAIN, out, NULL);
  if (!td_date_parse (text, &date, NULL))
    return FALSE;
  *out = date;
  return TRUE;
}

static gboolean
take_parts (char **parts, TdFormStamp *out)
{
  gint64 state;
  int kind = td_field_find_choice (kind_field (), parts[PART_KIND]);

  if (kind < 0
      || !g_ascii_string_to_signed (parts[PART_MOVEMENT_ID], 10, 1, G_MAXINT64, &out->movement_id,
                                    NULL)
      || !g_ascii_string_to_signed (parts[PART_STATE], 10, TD_FORM_STATE_NONE, TD_ENTRY_REJECTED,
                                    &state, NULL))
    return FALSE;
  out->kind = (TdKind) kind;
  out->state = (int) state;
  if (!parse_figure (parts[PART_FIRST], out->kind, &out->figures.first)
      || !parse_figure (parts[PART_SECOND], out->kind, &out->figures.second))
    return FALSE;
  out->office = g_strdup (parts[PART_OFFICE]);
  out->movement = g_strdup (parts[PART_MOVEMENT]);
  out->unit = g_strdup (parts[PART_UNIT]);
  out->period = g_strdup (parts[PART_PERIOD]);
  out->target = g_strdup (parts[PART_TARGET]);
  out->note = g_strdup (parts[PART_NOTE]);
  return TRUE;
}

gboolean
td_form_stamp_parse (const char *text, TdFormStamp *out, GError **error)
{
  g_autofree char *normal = td_text_normalize (text, -1, FALSE, NULL);
  const char *end = normal != NULL ? strrchr (normal, ';') : NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *line = NULL, *check = NULL;

  memset (out, 0, sizeof *out);
  if (end != NULL)
    {
      line = g_strndup (normal, (gsize) (end - normal));
      check = short_hash (line);
      parts = g_strsplit (normal, ";", -1);
    }
  if (end != NULL && strcmp (check, end + 1) == 0 && g_str_has_prefix (normal, TD_FORM_STAMP_BEGIN)
      && g_strv_length (parts) == N_PARTS && take_parts (parts, out))
    return TRUE;
  g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("the form's hidden mark of this row has been written over; send the unit "
                          "its form again, or type the figures in"));
  return FALSE;
}

gboolean
td_form_stamp_same_form (const TdFormStamp *a, const TdFormStamp *b)
{
  return a->movement_id == b->movement_id && strcmp (a->office, b->office) == 0
         && strcmp (a->movement, b->movement) == 0 && strcmp (a->unit, b->unit) == 0
         && strcmp (a->period, b->period) == 0;
}

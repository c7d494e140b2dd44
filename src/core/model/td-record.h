/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One record of any table: a value for each of its fields. What forms edit, imports bring and the
 * door writes. A record is a plain value: whoever has it owns it, one thread at a time.
 */
#pragma once

#include "base/td-date.h"
#include "model/td-schema.h"

G_BEGIN_DECLS

/**
 * TdValueType:
 * @TD_VALUE_NONE: blank
 * @TD_VALUE_NUMBER: a decimal in ten-thousandths, a #TdDate, a whole number, a flag, the index of a
 *   choice, or the id of a record, as the field's kind says
 * @TD_VALUE_TEXT: text; for fields that refer to records also codes that are not yet looked up
 */
typedef enum
{
  TD_VALUE_NONE,
  TD_VALUE_NUMBER,
  TD_VALUE_TEXT,
} TdValueType;

typedef struct
{
  TdValueType type;
  union
  {
    gint64 number;
    char *text; /* owned */
  };
} TdValue;

void td_value_clear (TdValue *self);
void td_value_copy (TdValue *self, const TdValue *from);
gboolean td_value_equal (const TdValue *a, const TdValue *b);

/**
 * TdRecord:
 * @table: which table
 * @id: the record's key, %TD_ID_NONE for one that is not stored yet. Entries have none of their own:
 *   their key is (target, unit, period)
 * @movement: the movement it belongs to; for an office's record the movement whose membership
 *   (a unit's block) it shows, or %TD_ID_NONE
 * @values: one for each field
 */
typedef struct
{
  const TdTable *table;
  TdId id;
  TdId movement;
  TdValue values[TD_MAX_FIELDS];
} TdRecord;

TdRecord *td_record_new (TdTableId table, TdId movement) G_GNUC_WARN_UNUSED_RESULT;
TdRecord *td_record_copy (const TdRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void td_record_free (TdRecord *self);
gboolean td_record_equal (const TdRecord *a, const TdRecord *b);

gboolean td_record_is_blank (const TdRecord *self, int field);
/* The text of a field, "" when blank. (transfer none) */
const char *td_record_get_text (const TdRecord *self, int field);
/* The number of a field; @fallback when blank. */
gint64 td_record_get_number (const TdRecord *self, int field, gint64 fallback);
TdDecimal td_record_get_decimal (const TdRecord *self, int field);
TdDate td_record_get_date (const TdRecord *self, int field);
TdId td_record_get_ref (const TdRecord *self, int field);

/* %NULL or "" makes it blank. */
void td_record_set_text (TdRecord *self, int field, const char *text);
void td_record_set_number (TdRecord *self, int field, gint64 number);
/* %TD_DECIMAL_NONE makes it blank. */
void td_record_set_decimal (TdRecord *self, int field, TdDecimal value);
/* %TD_DATE_NONE makes it blank. */
void td_record_set_date (TdRecord *self, int field, TdDate date);
/* %TD_ID_NONE makes it blank. */
void td_record_set_ref (TdRecord *self, int field, TdId id);
void td_record_set_blank (TdRecord *self, int field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdRecord, td_record_free)

/* --- fields as text ---------------------------------------------------------------------------- */

/*
 * Reads what stands in a cell for @field. Blank text gives a blank value (the field's fallback, where
 * it has one). Fields that refer to records give the code, trimmed, as %TD_VALUE_TEXT: whoever knows
 * the records looks it up. Fails with %TD_ERROR_INVALID and a sentence about the cell.
 */
gboolean td_field_parse (const TdField *field, const char *text, TdStyle style, TdValue *out,
                         GError **error);

/*
 * In which ways @text can be read for @field: numbers and dates may be written in two; everything
 * else and blanks are %TD_READING_EITHER; what cannot be read at all is too, for td_field_parse() to
 * complain about.
 */
TdReading td_field_reading (const TdField *field, const char *text);

/**
 * TdCodeFunc:
 *
 * Gives the code of the record @id, or %NULL when there is no such record. (transfer none)
 */
typedef const char *(*TdCodeFunc) (TdId id, gpointer data);

/*
 * The value as td_field_parse() reads it in @style; "" when blank. @code_func names the records it
 * refers to. (transfer full)
 */
char *td_field_format (const TdField *field, const TdValue *value, TdStyle style,
                       TdCodeFunc code_func, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Lists of ids as stored in text fields (%TD_FIELD_PEOPLE): `12;34`. (transfer full) */
GArray *td_ids_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of a draft. They are printed on official papers: Vietnamese by themselves. */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-draft-private.h"

#include <stdarg.h>
#include <string.h>

typedef struct
{
  const TdDraft *draft;
  const TdMovement *movement;
  TdBoundFacts *facts;
  GString *out;
  GStringChunk *keys;
} Writer;

/* --- writing ---------------------------------------------------------------------------------- */

static const char *
key3 (Writer *self, const char *kind, const char *a, const char *b, const char *c)
{
  g_autofree char *key = td_draft_key (kind, a, b, c);

  return g_string_chunk_insert_const (self->keys, key);
}

static const char *
key (Writer *self, const char *kind, const char *a)
{
  return key3 (self, kind, a, NULL, NULL);
}

/*
 * Adds @words, in which each `~` stands for the fact of the next source. Adds nothing when one of
 * them is missing: half a sentence would be worse than none.
 */
static gboolean
write_words (Writer *self, const char *words, ...)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean whole = TRUE;
  va_list args;

  va_start (args, words);
  for (const char *at = words; *at != '\0' && whole; at++)
    {
      const TdBoundFact *fact;

      if (*at != '~')
        {
          char letter[2] = { *at, '\0' };

          td_bound_text_append_words (line, letter);
          continue;
        }
      fact = td_bound_facts_find (self->facts, va_arg (args, const char *));
      whole = fact != NULL;
      if (whole)
        td_bound_text_append_mark (line, fact->value, fact->source, fact->revision);
    }
  va_end (args);
  if (whole)
    g_string_append_len (self->out, line->str, (gssize) line->len);
  return whole;
}

static gboolean
has (const Writer *self, const char *source)
{
  return td_bound_facts_find (self->facts, source) != NULL;
}

static gboolean
is_zero (const Writer *self, const char *source)
{
  const TdBoundFact *fact = td_bound_facts_find (self->facts, source);

  return fact == NULL || strcmp (fact->value, "0") == 0;
}

/* --- one target ------------------------------------------------------------------------------- */

/* “98,76% (3.210/3.251 hồ sơ)” or “12 mô hình”: the value as it is measured. */
static gboolean
write_value (Writer *self, const TdDraftCell *cell, const char *unit)
{
  const TdTarget *target = td_movement_target (self->movement, cell->target);
  const char *value = key3 (self, "value", unit, target->code, NULL);
  const char *measure = key (self, "measure", target->code);

  switch (target->kind)
    {
    case TD_KIND_RATIO:
      if (!write_words (self, "đạt ~%", value))
        return FALSE;
      if (has (self, measure))
        write_words (self, " (~/~ ~)", key3 (self, "done", unit, target->code, NULL),
                     key3 (self, "due", unit, target->code, NULL), measure);
      else
        write_words (self, " (~/~)", key3 (self, "done", unit, target->code, NULL),
                     key3 (self, "due", unit, target->code, NULL));
      return TRUE;
    case TD_KIND_AMOUNT:
      return has (self, measure) ? write_words (self, "đạt ~ ~", value, measure)
                                 : write_words (self, "đạt ~", value);
    case TD_KIND_RATING:
      return write_words (self, "được chấm ~/~ điểm",
                          key3 (self, "points", unit, target->code, NULL),
                          key (self, "max", target->code));
    case TD_KIND_MILESTONE:
    default:
      return FALSE;
    }
}

static void
write_goal (Writer *self, const TdDraftCell *cell, const char *unit)
{
  const TdTarget *target = td_movement_target (self->movement, cell->target);
  const char *goal = key (self, "goal", target->code);

  if (target->kind == TD_KIND_RATING || !td_draft_has_goal (target, unit) || !has (self, goal))
    return;
  if (target->kind == TD_KIND_RATIO)
    write_words (self, cell->reaches_goal ? ", đạt mục tiêu ~%" : ", chưa đạt mục tiêu ~%", goal);
  else
    write_words (self, cell->reaches_goal ? ", đạt mục tiêu ~" : ", chưa đạt mục tiêu ~", goal);
}

static void
write_milestone (Writer *self, const TdDraftCell *cell, const char *unit)
{
  const TdTarget *target = td_movement_target (self->movement, cell->target);
  const char *deadline = key (self, "deadline", target->code);

  if (strcmp (unit, TD_DRAFT_ALL) == 0)
    write_words (self, "~/~ đơn vị đã hoàn thành", key3 (self, "done", unit, target->code, NULL),
                 key3 (self, "due", unit, target->code, NULL));
  else if (cell->done_on == TD_DATE_NONE)
    write_words (self, "chưa hoàn thành");
  else
    write_words (self, "hoàn thành ngày ~", key3 (self, "day", unit, target->code, NULL));
  if (!has (self, deadline))
    return;
  if (strcmp (unit, TD_DRAFT_ALL) == 0 || cell->done_on == TD_DATE_NONE)
    write_words (self, " (hạn ngày ~)", deadline);
  else
    write_words (self, cell->done_on <= target->due ? ", đúng hạn ngày ~" : ", sau hạn ngày ~",
                 deadline);
}

static void
write_target (Writer *self, const TdDraftCell *cell, const char *unit)
{
  const TdTarget *target = td_movement_target (self->movement, cell->target);
  gsize before = self->out->len;

  if (cell->state == TD_DRAFT_SKIP)
    return;
  write_words (self, "- ~: ", key (self, "target", target->code));
  if (cell->state == TD_DRAFT_NONE_ARISING)
    write_words (self, "không phát sinh");
  else if (cell->state == TD_DRAFT_NO_FIGURE)
    write_words (self, "chưa có số liệu được tính");
  else if (target->kind == TD_KIND_MILESTONE)
    write_milestone (self, cell, unit);
  else if (write_value (self, cell, unit))
    write_goal (self, cell, unit);
  else
    {
      g_string_truncate (self->out, before);
      return;
    }
  if (strcmp (unit, TD_DRAFT_ALL) == 0 && cell->state == TD_DRAFT_VALUE)
    write_words (self, "; số liệu của ~/~ đơn vị", key3 (self, "counted", unit, target->code, NULL),
                 key3 (self, "concerned", unit, target->code, NULL));
  write_words (self, ".\n");
}

/* Area by area, targets in their order; an area with nothing to say has no heading. */
static void
write_areas (Writer *self, const char *unit, const TdDraftCell *cells, guint n_cells)
{
  for (guint area = 0; area < self->movement->areas->len; area++)
    {
      gsize before = self->out->len, after;

      write_words (self, "Lĩnh vực ~:\n",
                   key (self, "area", td_movement_area (self->movement, area)->code));
      after = self->out->len;
      for (guint i = 0; i < n_cells; i++)
        if (td_movement_target (self->movement, cells[i].target)->area == (int) area)
          write_target (self, &cells[i], unit);
      if (self->out->len == after)
        g_string_truncate (self->out, before);
    }
}

static void
write_shortfalls (Writer *self, const char *unit)
{
  const char *unmet = key (self, "unmet", unit);
  const char *without = key (self, "without-figure", unit);

  if (!is_zero (self, unmet))
    write_words (self, "Còn ~ chỉ tiêu chưa đạt mục tiêu.\n", unmet);
  if (!is_zero (self, without))
    write_words (self, "Còn ~ chỉ tiêu chưa có số liệu được tính.\n", without);
}

static void
write_met (Writer *self, const char *unit)
{
  if (!is_zero (self, key (self, "with-goal", unit)))
    write_words (self, "Đạt mục tiêu ở ~/~ chỉ tiêu có số liệu.\n", key (self, "met", unit),
                 key (self, "with-goal", unit));
}

/* --- a unit ----------------------------------------------------------------------------------- */

/* “tổng điểm 92,18, xếp thứ 1/8 của Khối phường, xếp loại Xuất sắc” */
static void
write_standing (Writer *self, const TdDraftUnit *unit)
{
  const char *code = unit->code;

  if (!write_words (self, "tổng điểm ~", key (self, "total", code)))
    {
      write_words (self, "chưa được xếp hạng");
      return;
    }
  write_words (self, unit->tied ? ", đồng hạng ~/~ của ~" : ", xếp thứ ~/~ của ~",
               key (self, "rank", code), key (self, "ranked", code), key (self, "block", code));
  write_words (self, ", xếp loại ~", key (self, "band", code));
}

/* In quotation marks, unless the title brings its own. */
static void
write_movement (Writer *self)
{
  write_words (self, strstr (self->movement->title, "“") != NULL ? "~" : "“~”",
               key (self, "movement", self->movement->code));
}

static void
write_adjustments (Writer *self, const TdDraftUnit *unit)
{
  for (guint i = 0; i < unit->n_adjustments; i++)
    {
      const TdDraftAdjustment *one = &unit->adjustments[i];
      const char *reason = key (self, "reason", one->code);

      if (!write_words (self,
                        one->kind == TD_ADJUSTMENT_BONUS ? "- Được cộng ~ điểm" : "- Bị trừ ~ điểm",
                        key (self, "adjustment", one->code)))
        continue;
      write_words (self, ": ~", reason);
      write_words (self, ".\n");
    }
}

static void
write_unit (Writer *self, const TdDraftUnit *unit)
{
  const char *movement = self->movement->code;

  write_words (self, "Trong phong trào thi đua ");
  write_movement (self);
  write_words (self, ", tính đến ngày ~, ~ ", key (self, "as-of", movement),
               key (self, "unit", unit->code));
  write_words (self, unit->total != TD_DECIMAL_NONE ? "đạt " : "");
  write_standing (self, unit);
  write_words (self, ".\n");
  if (unit->expected > 0)
    write_words (self, "Đã có số liệu được tính ở ~/~ lượt phải báo cáo.\n",
                 key (self, "filled", unit->code), key (self, "expected", unit->code));
  write_met (self, unit->code);
  write_areas (self, unit->code, unit->cells, unit->n_cells);
  write_adjustments (self, unit);
  write_shortfalls (self, unit->code);
}

/* --- a person --------------------------------------------------------------------------------- */

static void
write_initiatives (Writer *self, const TdDraftPerson *person)
{
  if (person->n_initiatives == 0)
    return;
  write_words (self, "Có ~ sáng kiến:\n", key (self, "initiatives", person->code));
  for (guint i = 0; i < person->n_initiatives; i++)
    {
      const char *code = person->initiatives[i].code;

      write_words (self, "- ~", key (self, "initiative", code));
      write_words (self, ", phạm vi ~", key (self, "scope", code));
      if (!write_words (self, ", công nhận theo ~ ngày ~", key (self, "recognised-by", code),
                        key (self, "recognised-on", code)))
        write_words (self, ", chưa ghi quyết định công nhận");
      write_words (self, ".\n");
    }
}

static void
write_awards (Writer *self, const TdDraftPerson *person)
{
  if (person->n_awards == 0)
    return;
  write_words (self, "Đã được khen thưởng:\n");
  for (guint i = 0; i < person->n_awards; i++)
    {
      const TdDraftAward *one = &person->awards[i];
      g_autofree char *on = td_draft_day_key (one->decided_on);

      write_words (self, "- ~", key3 (self, "award", person->code, one->code, on));
      write_words (self, ", ~", key3 (self, "decision", person->code, one->code, on));
      write_words (self, ", ngày ~", key3 (self, "awarded-on", person->code, one->code, on));
      write_words (self, ".\n");
    }
}

static void
write_person (Writer *self, const TdDraftPerson *person)
{
  const TdDraftUnit *unit = self->draft->unit;
  const char *movement = self->movement->code;

  write_words (self, "~", key (self, "person", person->code));
  write_words (self, ", ~", key (self, "position", person->code));
  if (unit != NULL)
    {
      write_words (self, ", công tác tại ~", key (self, "unit", unit->code));
      write_words (self, ".\nTrong phong trào thi đua ");
      write_movement (self);
      write_words (self, ", tính đến ngày ~, đơn vị công tác ", key (self, "as-of", movement));
      write_words (self, unit->total != TD_DECIMAL_NONE ? "đạt " : "");
      write_standing (self, unit);
    }
  write_words (self, ".\n");
  if (unit != NULL)
    {
      write_met (self, unit->code);
      write_areas (self, unit->code, unit->cells, unit->n_cells);
    }
  write_initiatives (self, person);
  write_awards (self, person);
}

/* --- the whole movement ----------------------------------------------------------------------- */

static void
write_leaders (Writer *self, const TdDraftBlock *block)
{
  for (guint i = 0; i < block->n_first; i++)
    {
      const char *code = block->first[i]->code;

      write_words (self,
                   block->first[i]->tied ? "- ~: ~, đồng hạng ~/~, tổng điểm ~.\n"
                                         : "- ~: ~, xếp thứ ~/~, tổng điểm ~.\n",
                   key (self, "block", code), key (self, "unit", code), key (self, "rank", code),
                   key (self, "ranked", code), key (self, "total", code));
    }
}

static void
write_whole (Writer *self, const TdDraftWhole *whole)
{
  const char *movement = self->movement->code;
  gboolean any = FALSE;

  write_words (self, "Phong trào thi đua ");
  write_movement (self);
  write_words (self, " được thực hiện từ ngày ~ đến ngày ~; số liệu tính đến ngày ~.\n",
               key (self, "starts", movement), key (self, "ends", movement),
               key (self, "as-of", movement));
  write_words (self, "Có ~ đơn vị tham gia, ~ đơn vị được xếp hạng.\n",
               key (self, "units", movement), key (self, "units-ranked", movement));
  for (guint i = 0; i < whole->n_bands; i++)
    any |= write_words (self, any ? "; ~: ~ đơn vị" : "Xếp loại ~: ~ đơn vị",
                        key (self, "grade", whole->bands[i].name),
                        key (self, "graded", whole->bands[i].name));
  write_words (self, any ? ".\n" : "");
  if (whole->n_blocks > 0)
    write_words (self, "Đơn vị xếp thứ nhất của từng khối:\n");
  for (guint i = 0; i < whole->n_blocks; i++)
    write_leaders (self, &whole->blocks[i]);
  write_met (self, TD_DRAFT_ALL);
  write_areas (self, TD_DRAFT_ALL, whole->cells, whole->n_cells);
  write_shortfalls (self, TD_DRAFT_ALL);
}

char *
td_draft_write (const TdDraft *self)
{
  Writer writer = { self, self->movement, td_draft_get_facts (self), g_string_new (NULL),
                    g_string_chunk_new (1024) };

  if (self->person != NULL)
    write_person (&writer, self->person);
  else if (self->unit != NULL)
    write_unit (&writer, self->unit);
  else if (self->whole != NULL)
    write_whole (&writer, self->whole);
  /* The last line break ends nothing. */
  if (writer.out->len > 0 && writer.out->str[writer.out->len - 1] == '\n')
    g_string_truncate (writer.out, writer.out->len - 1);
  td_bound_facts_free (writer.facts);
  g_string_chunk_free (writer.keys);
  return g_string_free (writer.out, FALSE);
}

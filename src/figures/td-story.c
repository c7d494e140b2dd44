/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-figures"

#include "figures/td-story.h"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "desk/td-board.h"
#include "desk/td-why.h"
#include "scoring/td-standing.h"

/* What was changed last: so many lines, and so many are looked at to find them. */
#define HISTORY_LINES     6
#define HISTORY_LOOKED_AT 4000
#define HISTORY_CHANGES   300

static void
free_fact (gpointer data)
{
  TdStoryFact *fact = data;

  g_free (fact->name);
  g_free (fact->value);
  g_free (fact->note);
  g_free (fact);
}

static void
free_row (gpointer data)
{
  TdStoryRow *row = data;

  for (guint i = 0; i < TD_STORY_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static TdStory *
story_new (TdId record, gboolean is_unit)
{
  TdStory *self = g_new0 (TdStory, 1);

  self->record = record;
  self->is_unit = is_unit;
  self->facts = g_ptr_array_new_with_free_func (free_fact);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) td_chart_unref);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->adjustments = g_ptr_array_new_with_free_func (g_free);
  self->history = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_story_free (TdStory *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->stand);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->adjustments);
  g_ptr_array_unref (self->history);
  g_free (self);
}

/* --- what both have ------------------------------------------------------------------------------- */

/* Takes @value and @note over. */
static void
add_fact (TdStory *self, const char *name, char *value, char *note)
{
  TdStoryFact *fact = g_new0 (TdStoryFact, 1);

  fact->name = g_strdup (name);
  fact->value = value;
  fact->note = note != NULL ? note : g_strdup ("");
  g_ptr_array_add (self->facts, fact);
}

static char *
fixed (const TdMovement *movement, TdDecimal value)
{
  return value != TD_DECIMAL_NONE
             ? td_decimal_format_fixed (value, movement->decimals, TD_STYLE_VIETNAMESE)
             : g_strdup ("–");
}

static void
set_stand (TdStory *self, TdDesk *desk)
{
  g_autofree char *day = td_date_format (td_desk_get_as_of (desk), TD_STYLE_VIETNAMESE);

  self->stand = g_strdup_printf (
      _ ("%s, %s, as of %s.%s"), td_desk_get_movement (desk)->title,
      td_desk_get_basis (desk) == TD_BASIS_SELF ? _ ("self score of the units")
                                                : _ ("appraised figures"),
      day,
      td_desk_get_movement (desk)->illustrative ? _ (" The figures are made up, for illustration.")
                                                : "");
}

static gboolean
add_chart (TdStory *self, TdDesk *desk, TdFigureKind kind, const TdFigureScope *scope,
           GError **error)
{
  TdChart *chart = td_figure_new (desk, kind, scope, error);

  if (chart == NULL)
    return FALSE;
  g_ptr_array_add (self->charts, chart);
  return TRUE;
}

/**
 * EvidenceCount:
 *
 * How many papers serve each cell of a story, by the id of the cell's other record.
 */
typedef struct
{
  const TdStory *story;
  GHashTable *counts; /* id → number */
} EvidenceCount;

static gboolean
count_use (const TdRecord *use, gpointer data)
{
  EvidenceCount *self = data;
  TdId unit = td_record_get_ref (use, TD_EVIDENCE_USE_UNIT);
  TdId target = td_record_get_ref (use, TD_EVIDENCE_USE_TARGET);
  gpointer other = GSIZE_TO_POINTER ((gsize) (self->story->is_unit ? target : unit));

  if ((self->story->is_unit ? unit : target) == self->story->record)
    g_hash_table_insert (
        self->counts, other,
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, other)) + 1));
  return TRUE;
}

static gboolean
add_evidence (TdStory *self, TdDesk *desk, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  EvidenceCount count = { self, counts };

  if (!td_store_foreach (td_desk_get_store (desk), TD_TABLE_EVIDENCE_USES,
                         td_desk_get_movement_id (desk), count_use, &count, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TdStoryRow *row = g_ptr_array_index (self->rows, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER ((gsize) row->id)));

      row->cells[5] = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
    }
  return TRUE;
}

/* What a cell says in the table: the figure, its points, how it stands, how much was reported. */
static void
add_cell_row (TdStory *self, const TdScores *scores, guint unit, guint target)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdTarget *description = td_movement_target (movement, target);
  const TdCellScore *cell = td_scores_get_cell (scores, unit, target);
  TdStanding standing = td_standing_of_cell (scores, unit, target);
  TdStoryRow *row = g_new0 (TdStoryRow, 1);
  g_autofree char *points = fixed (movement, cell->points);
  g_autofree char *most = fixed (movement, description->max_points);

  row->id = self->is_unit ? description->id : td_movement_unit (movement, unit)->id;
  row->cells[0] = self->is_unit ? g_strdup_printf ("%s. %s", description->code, description->name)
                                : g_strdup (td_movement_unit (movement, unit)->name);
  row->cells[1] =
      cell->state == TD_STATE_VALUE ? td_cell_words (movement, cell, target) : g_strdup ("");
  row->cells[2] = cell->in_max ? g_strdup_printf ("%s/%s", points, most) : g_strdup ("–");
  row->cells[3] = g_strdup (standing != TD_STANDING_NONE ? _ (td_standing_title (standing))
                                                         : _ (td_cell_state_title (cell->state)));
  row->cells[4] =
      cell->expected > 0 ? g_strdup_printf ("%u/%u", cell->filled, cell->expected) : g_strdup ("");
  g_ptr_array_add (self->rows, row);
}

static void
set_columns (TdStory *self, const char *first)
{
  self->columns[0] = first;
  self->columns[1] = _ ("Figure");
  self->columns[2] = _ ("Points");
  self->columns[3] = _ ("How it stands");
  self->columns[4] = _ ("Reports");
  self->columns[5] = _ ("Evidence");
  self->numbers[1] = self->numbers[2] = self->numbers[4] = self->numbers[5] = TRUE;
}

/* --- history -------------------------------------------------------------------------------------- */

typedef struct
{
  TdStory *story;
  GPtrArray *lines; /* of this change */
  guint looked_at;
} Search;

static gboolean
is_about (const TdStory *story, const TdHistoryLine *line)
{
  if (line->table == TD_TABLE_ENTRIES)
    return line->key[story->is_unit ? 1 : 0] == story->record;
  return line->table == (story->is_unit ? TD_TABLE_UNITS : TD_TABLE_TARGETS)
         && line->key[0] == story->record;
}

static gboolean
find_line (const TdHistoryLine *line, gpointer data)
{
  Search *search = data;
  TdDate day;
  g_autofree char *date = NULL, *iso = g_strndup (line->at, 10), *change = NULL;

  if (++search->looked_at > HISTORY_LOOKED_AT)
    return FALSE;
  if (!is_about (search->story, line))
    return TRUE;
  date = td_date_parse (iso, &day, NULL) ? td_date_format (day, TD_STYLE_VIETNAMESE)
                                         : g_steal_pointer (&iso);
  change = g_strdup_printf ("%s: %s → %s", line->where, *line->before != '\0' ? line->before : "–",
                            *line->after != '\0' ? line->after : "–");
  /* A new record tells of all its fields. */
  g_ptr_array_add (search->lines, g_strdup_printf ("%s, %s: %s", date, line->who, change));
  return search->story->history->len + search->lines->len < HISTORY_LINES;
}

/* The newest changes first; a big import is not read to its end for the sake of a line. */
static gboolean
add_history (TdStory *self, TdDesk *desk, GError **error)
{
  TdStore *store = td_desk_get_store (desk);
  g_autoptr (GPtrArray) journal = td_store_load_journal (store, TD_ID_NONE, HISTORY_CHANGES, error);
  Search search = { self, NULL, 0 };

  if (journal == NULL)
    return FALSE;
  for (guint i = 0; i < journal->len && self->history->len < HISTORY_LINES
                    && search.looked_at <= HISTORY_LOOKED_AT;
       i++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      const TdJournalRow *row = g_ptr_array_index (journal, i);

      search.lines = lines;
      if (!td_store_foreach_history (store, row->id, find_line, &search, error))
        return FALSE;
      for (guint j = 0; j < lines->len; j++)
        g_ptr_array_add (self->history, g_steal_pointer (&g_ptr_array_index (lines, j)));
    }
  return TRUE;
}

/* --- a unit --------------------------------------------------------------------------------------- */

static void
add_unit_facts (TdStory *self, TdDesk *desk, guint unit)
{
  const TdScores *scores = td_desk_get_scores (desk);
  const TdMovement *movement = td_desk_get_movement (desk);
  const TdUnitScore *score = td_scores_get_unit (scores, unit);
  g_autofree TdSpread *spreads = td_scores_spread (scores);
  const TdSpread *spread = &spreads[unit];
  g_autofree char *points = fixed (movement, score->points);
  g_autofree char *most = fixed (movement, score->max_points);
  g_autofree char *bonus = fixed (movement, score->bonus);
  g_autofree char *penalty = fixed (movement, score->penalty);

  add_fact (self, _ ("Rank in the block"),
            score->rank == 0 ? g_strdup ("–")
                             : g_strdup_printf (score->tied ? "%u =" : "%u", score->rank),
            spread->best_total == TD_DECIMAL_NONE || spread->best_rank == spread->worst_rank
                ? NULL
                : g_strdup_printf (_ ("may end at %u–%u"), spread->best_rank, spread->worst_rank));
  add_fact (self, _ ("Total"), fixed (movement, score->total),
            g_strdup (score->band >= 0 ? td_movement_band (movement, score->band)->name : ""));
  add_fact (self, _ ("Index"), fixed (movement, score->index),
            g_strdup_printf ("%s/%s", points, most));
  add_fact (self, _ ("Bonus and penalty"), g_strdup_printf ("+%s −%s", bonus, penalty), NULL);
  add_fact (self, _ ("Coverage"), g_strdup_printf ("%u/%u", score->filled, score->expected),
            g_strdup (_ ("expected entries that count")));
  add_fact (self, _ ("Rank among all"),
            score->overall_rank == 0
                ? g_strdup ("–")
                : g_strdup_printf (score->overall_tied ? "%u =" : "%u", score->overall_rank),
            NULL);
}

static void
add_adjustments (TdStory *self, const TdMovement *movement, guint unit, TdDate as_of)
{
  for (guint i = 0; i < movement->adjustments->len; i++)
    {
      const TdAdjustment *adjustment = td_movement_adjustment (movement, i);
      g_autofree char *day = td_date_format (adjustment->granted_on, TD_STYLE_VIETNAMESE);
      g_autofree char *points = td_decimal_format (adjustment->points, TD_STYLE_VIETNAMESE);

      if (adjustment->unit != (int) unit || adjustment->granted_on > as_of)
        continue;
      g_ptr_array_add (self->adjustments,
                       g_strdup_printf ("%s%s · %s · %s%s%s",
                                        adjustment->kind == TD_ADJUSTMENT_BONUS ? "+" : "−", points,
                                        day, adjustment->reason,
                                        *adjustment->clause != '\0' ? " · " : "",
                                        adjustment->clause));
    }
}

static void
set_unit_subtitle (TdStory *self, const TdMovement *movement, const TdUnit *unit)
{
  GString *out = g_string_new (td_movement_block (movement, unit->block));
  g_autofree char *closed = td_date_format (unit->closed, TD_STYLE_VIETNAMESE);

  if (unit->category >= 0)
    g_string_append_printf (out, " · %s", td_movement_category (movement, unit->category)->name);
  if (*unit->head != '\0')
    g_string_append_printf (out, " · %s", unit->head);
  if (*closed != '\0')
    g_string_append_printf (out, _ (" · closed on %s"), closed);
  if (unit->closed != TD_DATE_NONE && unit->successor >= 0)
    g_string_append_printf (out, " → %s", td_movement_unit (movement, unit->successor)->name);
  self->subtitle = g_string_free (out, FALSE);
}

TdStory *
td_story_new_for_unit (TdDesk *desk, TdId id, GError **error)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  int unit = movement != NULL ? td_movement_find_unit (movement, id) : -1;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  g_autoptr (TdStory) self = NULL;

  if (unit < 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                   _ ("This unit is not one of the movement's."));
      return NULL;
    }
  self = story_new (id, TRUE);
  scope.unit = unit;
  self->title = g_strdup (td_movement_unit (movement, unit)->name);
  set_unit_subtitle (self, movement, td_movement_unit (movement, unit));
  set_stand (self, desk);
  set_columns (self, _ ("Target"));
  add_unit_facts (self, desk, (guint) unit);
  if (!add_chart (self, desk, TD_FIGURE_RADAR, &scope, error)
      || !add_chart (self, desk, TD_FIGURE_LINES, &scope, error))
    return NULL;
  for (guint target = 0; target < movement->targets->len; target++)
    if (td_movement_applies (movement, target, (guint) unit))
      add_cell_row (self, td_desk_get_scores (desk), (guint) unit, target);
  add_adjustments (self, movement, (guint) unit, td_desk_get_as_of (desk));
  return add_evidence (self, desk, error) && add_history (self, desk, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/* --- a target ------------------------------------------------------------------------------------- */

static gboolean
add_target_facts (TdStory *self, TdDesk *desk, guint target, GError **error)
{
  const TdScores *scores = td_desk_get_scores (desk);
  const TdMovement *movement = td_desk_get_movement (desk);
  const TdTarget *description = td_movement_target (movement, target);
  guint counts[TD_N_STANDINGS] = { 0 };
  TdPooled pooled;
  TdStanding standing;
  TdWide num, den;
  TdDecimal value = TD_DECIMAL_NONE;
  g_autofree char *text = NULL, *due = NULL;

  if (!td_scores_pool (scores, target, -1, &pooled, error)
      || !td_standing_of_pool (scores, target, -1, &standing, error))
    return FALSE;
  if (pooled.units_counted > 0 && td_pooled_get_value (&pooled, description->kind, &num, &den)
      && !td_shown_value (num, den, description, movement->decimals, &value))
    value = TD_DECIMAL_NONE;
  for (guint unit = 0; unit < movement->units->len; unit++)
    if (td_scores_get_unit (scores, unit)->takes_part)
      counts[td_standing_of_cell (scores, unit, target)]++;
  text = value != TD_DECIMAL_NONE ? td_decimal_format (value, TD_STYLE_VIETNAMESE) : g_strdup ("–");
  due = td_date_format (description->due, TD_STYLE_VIETNAMESE);
  add_fact (self, _ ("All units together"),
            g_strdup_printf ("%s%s", text,
                             value == TD_DECIMAL_NONE              ? ""
                             : description->kind == TD_KIND_AMOUNT ? ""
                                                                   : " %"),
            g_strdup (standing != TD_STANDING_NONE ? _ (td_standing_title (standing)) : ""));
  add_fact (self, _ ("Goal"),
            description->goal != TD_DECIMAL_NONE
                ? td_decimal_format (description->goal, TD_STYLE_VIETNAMESE)
                : g_strdup ("–"),
            *due != '\0' ? g_strdup_printf (_ ("due on %s"), due) : NULL);
  add_fact (self, _ ("Maximum points"), fixed (movement, description->max_points), NULL);
  add_fact (self, _ ("Units counted"),
            g_strdup_printf ("%u/%u", pooled.units_counted, pooled.units_expected), NULL);
  add_fact (self, _ ("Units that met it"), g_strdup_printf ("%u", counts[TD_STANDING_MET]), NULL);
  add_fact (self, _ ("Behind or overdue"),
            g_strdup_printf ("%u", counts[TD_STANDING_BEHIND] + counts[TD_STANDING_OVERDUE]), NULL);
  return TRUE;
}

typedef struct
{
  guint unit;
  TdDecimal points;
} UnitPoints;

/* The best first, those without points last, equal ones by rank. */
static int
compare_points (gconstpointer a, gconstpointer b, gpointer data)
{
  const UnitPoints *x = a, *y = b;

  return (x->points < y->points) - (x->points > y->points);
}

static void
add_units (TdStory *self, const TdScores *scores, guint target)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  g_autoptr (TdBoard) board = td_board_new (scores, NULL, -1);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (UnitPoints));

  for (guint i = 0; i < td_board_get_n_rows (board); i++)
    {
      UnitPoints place = { td_board_get_row (board, i)->unit, TD_DECIMAL_NONE };

      if (!td_movement_applies (movement, target, place.unit))
        continue;
      place.points = td_scores_get_cell (scores, place.unit, target)->points;
      g_array_append_val (units, place);
    }
  if (units->len > 1)
    g_qsort_with_data (units->data, (int) units->len, sizeof (UnitPoints), compare_points, NULL);
  for (guint i = 0; i < units->len; i++)
    add_cell_row (self, scores, g_array_index (units, UnitPoints, i).unit, target);
}

TdStory *
td_story_new_for_target (TdDesk *desk, TdId id, GError **error)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  int target = movement != NULL ? td_movement_find_target (movement, id) : -1;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  const TdTarget *description;
  g_autoptr (TdStory) self = NULL;
  g_autoptr (TdRecord) record = NULL;
  TdChart *rule;

  if (target < 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                   _ ("This target is not one of the movement's."));
      return NULL;
    }
  description = td_movement_target (movement, target);
  self = story_new (id, FALSE);
  scope.target = target;
  self->title = g_strdup (description->name);
  self->subtitle = g_strdup_printf (
      "%s · %s%s%s", description->code,
      description->area >= 0 ? td_movement_area (movement, description->area)->name : "",
      *description->group != '\0' ? " · " : "", description->group);
  set_stand (self, desk);
  set_columns (self, _ ("Unit"));
  /* Points that are given have no course of a group. */
  if (!add_target_facts (self, desk, (guint) target, error)
      || (description->kind != TD_KIND_RATING
          && !add_chart (self, desk, TD_FIGURE_LINES, &scope, error)))
    return NULL;
  record =
      td_store_get (td_desk_get_store (desk), TD_TABLE_TARGETS, id, td_desk_get_movement_id (desk));
  rule = record != NULL ? td_figure_new_for_rule (record, movement->decimals) : NULL;
  if (rule != NULL)
    g_ptr_array_add (self->charts, rule);
  add_units (self, td_desk_get_scores (desk), (guint) target);
  return add_evidence (self, desk, error) && add_history (self, desk, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/* --- on paper ------------------------------------------------------------------------------------- */

/* What a page has room for, beside the rest: rows, letters of a name in one line, changes. */
#define PAPER_ROWS  12
#define PAPER_NAME  30
#define PAPER_LINES 3
#define PAPER_LINE  82

static void
add_facts (TdSection *section, const TdStory *self)
{
  TdColumn columns[6] = { { 0 } };
  guint n = MIN (self->facts->len, G_N_ELEMENTS (columns));
  TdPaperTable *table;
  TdPaperRow *head, *values;

  for (guint i = 0; i < n; i++)
    columns[i] = (TdColumn){ .align = TD_ALIGN_CENTER, .stretch = TRUE };
  table = td_section_add_table (section, TD_TABLE_GRID, columns, n);
  head = td_paper_table_add_row (table, TD_ROW_HEAD);
  values = td_paper_table_add_row (table, TD_ROW_BODY);
  for (guint i = 0; i < n; i++)
    {
      const TdStoryFact *fact = g_ptr_array_index (self->facts, i);
      TdPaperCell *cell = td_paper_row_add_cell (head, 1, 1);

      td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_CELL_HEAD), fact->name,
                        TD_RUN_PLAIN);
      cell = td_paper_row_add_cell (values, 1, 1);
      td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_CELL), fact->value, TD_RUN_BOLD);
      if (*fact->note != '\0')
        td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_CELL), fact->note,
                          TD_RUN_ITALIC);
    }
}

static void
add_rows (TdSection *section, const TdStory *self)
{
  TdColumn columns[TD_STORY_COLUMNS] = { { 0 } };
  const char *table_name = self->is_unit ? "targets" : "units";
  TdPaperTable *table;
  TdPaperRow *row;
  /* The middle gives way: who leads and who is behind is what a page is for. */
  guint n = self->rows->len, first = n <= PAPER_ROWS ? n : PAPER_ROWS / 2;
  guint last = n <= PAPER_ROWS ? n : n - PAPER_ROWS / 2;

  for (guint i = 0; i < TD_STORY_COLUMNS; i++)
    columns[i] =
        (TdColumn){ .align = self->numbers[i] ? TD_ALIGN_RIGHT : TD_ALIGN_LEFT, .stretch = i == 0 };
  table = td_section_add_table (section, TD_TABLE_GRID, columns, TD_STORY_COLUMNS);
  row = td_paper_table_add_row (table, TD_ROW_HEAD);
  for (guint i = 0; i < TD_STORY_COLUMNS; i++)
    td_paragraph_add (
        td_paper_cell_add_paragraph (td_paper_row_add_cell (row, 1, 1), TD_ROLE_CELL_HEAD),
        self->columns[i], TD_RUN_PLAIN);
  for (guint i = 0; i < n; i++)
    {
      const TdStoryRow *line = g_ptr_array_index (self->rows, i);

      if (i == first && first < last)
        {
          g_autofree char *between = g_strdup_printf (_ ("… %u more between them"), last - first);

          row = td_paper_table_add_row (table, TD_ROW_BODY);
          td_paragraph_add (td_paper_cell_add_paragraph (
                                td_paper_row_add_cell (row, TD_STORY_COLUMNS, 1), TD_ROLE_CELL),
                            between, TD_RUN_ITALIC);
        }
      if (i >= first && i < last)
        continue;
      row = td_paper_table_add_row (table, TD_ROW_BODY);
      td_paper_row_set_ref (row, table_name, line->id);
      for (guint j = 0; j < TD_STORY_COLUMNS; j++)
        {
          g_autofree char *text = td_text_excerpt (line->cells[j], PAPER_NAME);

          td_paper_row_add_text (row, text);
        }
    }
}

static void
add_lines (TdSection *section, const char *heading, const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_NOTE), heading, TD_RUN_BOLD);
  for (guint i = 0; i < MIN (lines->len, PAPER_LINES); i++)
    {
      g_autofree char *text = td_text_excerpt (g_ptr_array_index (lines, i), PAPER_LINE);

      td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_NOTE), text, TD_RUN_UPRIGHT);
    }
}

TdDocument *
td_story_to_document (const TdStory *self)
{
  TdDocument *document = td_document_new (TD_PAPER_BRIEFING);
  TdSection *section;
  GString *words = g_string_new (NULL);

  td_document_set_title (document, self->title);
  td_document_set_final (document, "");
  section =
      td_document_add_section (document, TD_SECTION_ONE_PAGE | TD_SECTION_UNNUMBERED, self->title);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_CENTERED), self->title, TD_RUN_BOLD);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_CENTERED), self->subtitle,
                    TD_RUN_PLAIN);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_UNIT_NOTE), self->stand,
                    TD_RUN_PLAIN);
  add_facts (section, self);
  for (guint i = 0; i < self->charts->len; i++)
    {
      g_autofree char *said = td_chart_describe (g_ptr_array_index (self->charts, i));

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", said);
    }
  if (self->charts->len > 0)
    td_section_add_figure (section, "charts", words->str, 720, 450);
  g_string_free (words, TRUE);
  add_rows (section, self);
  add_lines (section, _ ("Bonuses and penalties"), self->adjustments);
  add_lines (section, _ ("Last changes"), self->history);
  return document;
}

void
td_story_draw_charts (const TdStory *self, cairo_t *cr, double width, double height)
{
  guint n = self->charts->len;
  double gap = 12, each = n > 0 ? (width - gap * (n - 1)) / n : width;
  TdChartTheme theme;

  td_chart_theme_init (&theme, TD_CHART_LOOK_PRINT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdChartLayout) layout =
          td_chart_layout_new (g_ptr_array_index (self->charts, i), &theme, each, height);

      td_chart_layout_draw (layout, cr, i * (each + gap), 0);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-piece.h"

/* From the text to the rule under it, and under the rule; points. */
#define RULE_GAP   2.0
#define RULE_AFTER 4.0

/* The page number of a contents row is set when it is known; until then its place is kept. */
static const TdRun *
find_page_run (const TdParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    if (g_array_index (paragraph->runs, TdRun, i).flags & TD_RUN_PAGE)
      return &g_array_index (paragraph->runs, TdRun, i);
  return NULL;
}

/* II.9.d: the dashes of several addressees stand under the colon of “Kính gửi:”. */
static double
get_addressee_indent (const TdShop *self, double size)
{
  return TD_MM (self->looks->roles[TD_ROLE_ADDRESS_HEAD].left_indent)
         + td_typesetter_measure (self->typesetter, "Kính gửi", size, FALSE, FALSE, NULL);
}

static void
add_rule (const TdShop *self, const TdLook *look, TdStrip *strips, guint n_strips, double indent)
{
  TdStrip *last = &strips[n_strips - 1];
  const TdLine *widest = NULL;
  double length;

  for (guint i = 0; i < n_strips; i++)
    if (strips[i].line != NULL && (widest == NULL || strips[i].line->width > widest->width))
      widest = strips[i].line;
  if (widest == NULL || widest->width <= 0)
    return;
  length = look->rule == TD_RULE_FULL ? widest->width : widest->width * self->looks->part_rule;
  last->rule_width = length;
  last->rule_x = indent + widest->x + (widest->width - length) / 2;
  last->rule_y = last->height + RULE_GAP;
  last->height += RULE_GAP + RULE_AFTER;
}

TdStrip *
td_shop_set_paragraph (const TdShop *self, const TdParagraph *paragraph,
                       const TdParagraphSetting *setting, guint *n_strips)
{
  const TdLook *look = &self->looks->roles[paragraph->role];
  double size = setting->size > 0 ? setting->size : look->size.chosen;
  double indent = TD_MM (look->left_indent);
  const TdRun *page = find_page_run (paragraph);
  TdSetting set = { .size = size,
                    .bold = look->bold,
                    .italic = look->italic,
                    .align = setting->align != TD_ALIGN_ROLE ? setting->align : look->align,
                    .first_indent = TD_MM (look->first_indent),
                    .pitch = size * TD_SINGLE_LINE * look->line };
  const TdLine *lines;
  TdStrip *strips;
  guint n_lines;

  if (paragraph->align != TD_ALIGN_ROLE)
    set.align = paragraph->align;
  if (paragraph->role == TD_ROLE_ADDRESSEE)
    indent = get_addressee_indent (self, size);
  set.width = setting->width - indent;
  set.balance = set.align == TD_ALIGN_CENTER && paragraph->role != TD_ROLE_CELL_HEAD
                && paragraph->role != TD_ROLE_CELL;
  if (paragraph->role == TD_ROLE_SIGN_SPACE)
    {
      strips = td_arena_new0 (self->arena, TdStrip, 1);
      strips->paragraph = paragraph;
      strips->height = TD_MM (self->looks->sign_space);
      *n_strips = 1;
      return strips;
    }
  lines = td_typesetter_set (self->typesetter, self->arena, paragraph, &set, &n_lines);
  strips = td_arena_new0 (self->arena, TdStrip, n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      if (indent > 0)
        ((TdLine *) lines)[i].x += (float) indent;
      strips[i].line = &lines[i];
      strips[i].paragraph = paragraph;
      strips[i].height = lines[i].pitch;
    }
  strips[0].before = look->before;
  if (page != NULL)
    {
      strips[0].page = TRUE;
      strips[0].anchor = page->anchor;
      strips[0].page_size = size;
      strips[0].page_width = setting->width;
    }
  if (look->rule != TD_RULE_NONE)
    add_rule (self, look, strips, n_lines, 0);
  *n_strips = n_lines;
  return strips;
}

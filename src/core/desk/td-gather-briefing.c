/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page for leaders: how it stands, and against the briefing before what has changed. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "desk/td-gather.h"
#include "documents/td-briefing.h"
#include "documents/td-words.h"

/* More than this nobody reads on one page. */
#define MAX_NAMED 3
/* Characters of a target's name on it. */
#define MAX_NAME 36

typedef struct
{
  TdGather *gather;
  const TdScores *now;
  const TdScores *before; /* NULL: the first briefing */
  GArray *sentences;      /* of TdWords */
} Briefing;

static void
end (Briefing *self, TdSentence *words)
{
  TdWords done = td_sentence_end (words);

  g_array_append_val (self->sentences, done);
}

static void
count_entries (const TdScores *scores, guint *n_ranked, guint *filled, guint *expected)
{
  guint n;
  const guint *order = td_scores_get_ranking (scores, &n);

  *n_ranked = *filled = *expected = 0;
  for (guint i = 0; i < n; i++)
    {
      const TdUnitScore *score = td_scores_get_unit (scores, order[i]);

      *n_ranked += score->rank > 0 ? 1 : 0;
      *filled += score->filled;
      *expected += score->expected;
    }
}

static void
say_coverage (Briefing *self)
{
  TdId movement = self->gather->movement->id;
  guint n_ranked, filled, expected;
  TdSentence words;

  count_entries (self->now, &n_ranked, &filled, &expected);
  td_sentence_begin (&words, self->gather);
  td_sentence_add (&words, "Đã có số liệu được tính ở ");
  td_sentence_add_fact (&words, td_words_count (filled), "movement", movement, "filled", NULL);
  td_sentence_add (&words, "/");
  td_sentence_add_fact (&words, td_words_count (expected), "movement", movement, "expected", NULL);
  td_sentence_add (&words, " lượt báo cáo phải có");
  if (self->before != NULL)
    {
      guint before_ranked, before_filled, before_expected;

      count_entries (self->before, &before_ranked, &before_filled, &before_expected);
      td_sentence_add (&words, td_gather_printf (self->gather, " (trước: %u/%u)", before_filled,
                                                 before_expected));
    }
  td_sentence_add (&words, "; ");
  td_sentence_add_fact (&words, td_words_count (n_ranked), "movement", movement, "ranked", NULL);
  td_sentence_add (&words, " đơn vị được xếp hạng.");
  end (self, &words);
}

/* Who leads each block, and where they stood before. */
static void
say_leaders (Briefing *self)
{
  const TdMovement *movement = self->gather->movement;
  guint n, said = 0;
  const guint *order = td_scores_get_ranking (self->now, &n);
  TdSentence words;

  td_sentence_begin (&words, self->gather);
  for (guint i = 0; i < n; i++)
    {
      const TdUnitScore *score = td_scores_get_unit (self->now, order[i]);
      const TdUnit *unit = td_movement_unit (movement, order[i]);
      const TdUnitScore *was =
          self->before != NULL ? td_scores_get_unit (self->before, order[i]) : NULL;

      if (score->rank != 1)
        continue;
      td_sentence_add (&words, said++ > 0 ? "; " : "Đứng đầu: ");
      td_sentence_add_fact (&words, g_strdup (unit->name), "units", unit->id, "rank", NULL);
      td_sentence_add (&words, " (");
      td_sentence_add_fact (&words, g_strdup (td_gather_points (self->gather, score->total)),
                            "units", unit->id, "total", NULL);
      td_sentence_add (&words, " điểm");
      if (was != NULL)
        td_sentence_add (
            &words, was->rank > 0 ? td_gather_printf (self->gather, ", trước: hạng %u", was->rank)
                                  : ", trước: chưa xếp hạng");
      td_sentence_add (&words, ")");
    }
  td_sentence_add (&words, said > 0 ? "." : "Chưa đơn vị nào được xếp hạng.");
  end (self, &words);
}

typedef struct
{
  guint unit;
  int moved;
} Mover;

static int
compare_movers (gconstpointer a, gconstpointer b)
{
  const Mover *first = a, *second = b;
  int by = abs (second->moved) - abs (first->moved);

  return by != 0 ? by : (first->unit > second->unit) - (first->unit < second->unit);
}

/* The largest moves within the blocks since the briefing before. */
static void
say_movers (Briefing *self)
{
  const TdMovement *movement = self->gather->movement;
  g_autoptr (GArray) movers = g_array_new (FALSE, FALSE, sizeof (Mover));
  TdSentence words;

  if (self->before == NULL)
    return;
  for (guint u = 0; u < movement->units->len; u++)
    {
      guint now = td_scores_get_unit (self->now, u)->rank;
      guint was = td_scores_get_unit (self->before, u)->rank;
      Mover one = { u, (int) was - (int) now };

      if (now > 0 && was > 0 && now != was)
        g_array_append_val (movers, one);
    }
  g_array_sort (movers, compare_movers);
  td_sentence_begin (&words, self->gather);
  td_sentence_add (&words, movers->len > 0 ? "Thay đổi thứ hạng nhiều nhất: "
                                           : "Không đơn vị nào thay đổi thứ hạng.");
  for (guint i = 0; i < MIN (movers->len, MAX_NAMED); i++)
    {
      const Mover *one = &g_array_index (movers, Mover, i);
      const TdUnit *unit = td_movement_unit (movement, one->unit);
      guint rank = td_scores_get_unit (self->now, one->unit)->rank;

      td_sentence_add (&words, i > 0 ? "; " : "");
      td_sentence_add_fact (&words, g_strdup (unit->name), "units", unit->id, "name", NULL);
      td_sentence_add (&words,
                       td_gather_printf (self->gather, " %s %d bậc, nay hạng ",
                                         one->moved > 0 ? "tăng" : "giảm", abs (one->moved)));
      td_sentence_add_fact (&words, g_strdup_printf ("%u", rank), "units", unit->id, "rank", NULL);
    }
  td_sentence_add (&words, movers->len > 0 ? "." : "");
  end (self, &words);
}

/* How the targets stand, all units together, and which lag. */
static gboolean
say_targets (Briefing *self, GError **error)
{
  const TdMovement *movement = self->gather->movement;
  g_autofree TdStanding *standings = g_new0 (TdStanding, movement->targets->len + 1);
  guint n_met = 0, n_standing = 0, n_late = 0;
  TdSentence words;

  for (guint t = 0; t < movement->targets->len; t++)
    {
      if (!td_standing_of_pool (self->now, t, -1, &standings[t], error))
        return FALSE;
      n_standing += standings[t] != TD_STANDING_NONE ? 1 : 0;
      n_met += standings[t] == TD_STANDING_MET ? 1 : 0;
    }
  td_sentence_begin (&words, self->gather);
  td_sentence_add_fact (&words, td_words_count (n_met), "movement", movement->id, "met", NULL);
  td_sentence_add (&words, td_gather_printf (self->gather,
                                             "/%u chỉ tiêu có mục tiêu đã đạt, tính chung "
                                             "các đơn vị",
                                             n_standing));
  for (guint t = 0; t < movement->targets->len; t++)
    {
      if (standings[t] != TD_STANDING_BEHIND && standings[t] != TD_STANDING_OVERDUE
          && standings[t] != TD_STANDING_AT_RISK)
        continue;
      if (++n_late > MAX_NAMED)
        continue;
      td_sentence_add (&words, n_late > 1 ? "; " : "; cần tập trung: ");
      td_sentence_add_fact (&words, td_text_excerpt (td_gather_target (self->gather, t), MAX_NAME),
                            "targets", td_movement_target (movement, t)->id, "standing", NULL);
      td_sentence_add (
          &words, td_gather_printf (
                      self->gather, " (%s)",
                      td_gather_lower_first (self->gather, td_gather_standing (standings[t]))));
    }
  if (n_late > MAX_NAMED)
    td_sentence_add (&words,
                     td_gather_printf (self->gather, " và %u chỉ tiêu khác", n_late - MAX_NAMED));
  td_sentence_add (&words, ".");
  end (self, &words);
  return TRUE;
}

static void
say_owing (Briefing *self)
{
  const TdMovement *movement = self->gather->movement;
  TdDate as_of = td_scores_get_as_of (self->now);
  g_autoptr (GString) names = g_string_new (NULL);
  int period = -1;
  guint n = 0;
  TdSentence words;

  for (guint p = 0; p < movement->periods->len; p++)
    if (td_movement_period (movement, p)->due <= as_of)
      period = (int) p;
  if (period < 0)
    return;
  for (guint u = 0; u < movement->units->len; u++)
    {
      g_autoptr (GArray) owed =
          td_gather_owed_targets (self->gather, u, (guint) period, as_of, NULL);

      if (owed->len == 0)
        continue;
      if (++n <= MAX_NAMED)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "",
                                td_movement_unit (movement, u)->name);
    }
  if (n > MAX_NAMED)
    g_string_append_printf (names, " và %u đơn vị khác", n - MAX_NAMED);
  td_sentence_begin (&words, self->gather);
  if (n == 0)
    td_sentence_add (&words,
                     td_gather_printf (self->gather, "Các đơn vị đã gửi đủ số liệu %s.",
                                       td_gather_period_words (self->gather, (guint) period)));
  else
    {
      td_sentence_add (&words, "Còn ");
      td_sentence_add_fact (&words, td_words_count (n), "periods",
                            td_movement_period (movement, (guint) period)->id, "owed", NULL);
      td_sentence_add (&words,
                       td_gather_printf (self->gather, " đơn vị chưa gửi đủ số liệu %s: %s.",
                                         td_gather_period_words (self->gather, (guint) period),
                                         names->str));
    }
  end (self, &words);
}

TdDocument *
td_gather_briefing (TdGather *self, const TdTemplate *template, GError **error)
{
  static const TdDataFigure figures[] = {
    { "bullets", "Kết quả các chỉ tiêu so với mục tiêu",
      "Biểu đồ: kết quả gộp của từng chỉ tiêu so với mục tiêu và tiến độ.", 540, 300 },
    { "stack", "Số đơn vị đạt, chậm theo từng chỉ tiêu",
      "Biểu đồ: theo từng chỉ tiêu, số đơn vị đạt, đúng tiến độ, chậm và chưa có số liệu.", 540,
      300 },
    { "lines", "Chỉ số chung qua các kỳ",
      "Biểu đồ đường: chỉ số chung của các đơn vị qua từng kỳ báo cáo.", 420, 230 }
  };
  Briefing briefing = { self, self->scores, NULL, NULL };
  TdBriefing data = { .movement = td_gather_movement_name (self),
                      .as_of = td_scores_get_as_of (self->scores),
                      .since = self->subject.since,
                      .figures = figures,
                      .n_figures = G_N_ELEMENTS (figures) };
  TdDocument *document = NULL;

  if (self->subject.since != TD_DATE_NONE)
    {
      briefing.before = td_desk_get_scores_at (self->desk, self->subject.since, error);
      if (briefing.before == NULL)
        return NULL;
    }
  briefing.sentences = g_array_new (FALSE, FALSE, sizeof (TdWords));
  say_coverage (&briefing);
  say_leaders (&briefing);
  say_movers (&briefing);
  if (say_targets (&briefing, error))
    {
      say_owing (&briefing);
      data.sentences = (const TdWords *) (gpointer) briefing.sentences->data;
      data.n_sentences = briefing.sentences->len;
      td_gather_paper (self, TD_ISSUER_OFFICE, "", NULL, &data.paper);
      data.paper.date = data.as_of;
      document = td_briefing_build (template, &data, error);
    }
  g_array_unref (briefing.sentences);
  return document;
}

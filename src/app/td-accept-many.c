/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-accept-many.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/td-page.h"
#include "app/widgets/td-columns.h"
#include "base/td-decimal.h"

/* The window's question; lives as long as the window. */
typedef struct
{
  GtkWidget *widget; /* who asked */
  GtkWidget *window; /* borrowed */
  TdDesk *desk;
  GArray *keys; /* of TdChange: target, unit, period as ids */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->widget);
  g_object_unref (question->desk);
  g_array_unref (question->keys);
  g_free (question);
}

/* --- what it does to the ranking ------------------------------------------------------------------- */

static void
accept_in (TdMovement *movement, GArray *places)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStringChunk) keys = g_string_chunk_new (4096);

  for (guint i = 0; i < places->len; i++)
    {
      const TdEntryPlace *p = &g_array_index (places, TdEntryPlace, i);
      g_autofree char *key = g_strdup_printf ("%u %u %u", p->unit, p->target, p->period);

      g_hash_table_add (wanted, g_string_chunk_insert (keys, key));
    }
  for (guint i = 0; i < movement->entries->len; i++)
    {
      TdEntry *entry = td_movement_entry (movement, i);
      g_autofree char *key =
          entry->state == TD_ENTRY_PENDING
              ? g_strdup_printf ("%u %u %u", entry->unit, entry->target, entry->period)
              : NULL;

      if (key != NULL && g_hash_table_contains (wanted, key))
        entry->state = TD_ENTRY_ACCEPTED;
    }
}

/* The official scores with (or, %NULL, without) the entries accepted; @data keeps what they stand on. */
static TdScores *
scores_with (TdDesk *desk, GArray *places, TdScoreData **data, GError **error)
{
  TdMovement *movement =
      td_store_load_movement (td_desk_get_store (desk), td_desk_get_movement_id (desk), error);

  if (movement == NULL)
    return NULL;
  if (places != NULL)
    accept_in (movement, places);
  *data = td_score_data_new (movement);
  return td_scores_new (*data, td_desk_get_as_of (desk), TD_BASIS_APPRAISED, error);
}

static char *
rank_text (const TdUnitScore *score)
{
  return score->rank > 0 ? g_strdup_printf ("%u%s", score->rank, score->tied ? "=" : "")
                         : g_strdup ("–");
}

static char *
total_text (const TdUnitScore *score, guint decimals)
{
  return score->total == TD_DECIMAL_NONE
             ? g_strdup ("–")
             : td_decimal_format_fixed (score->total, decimals, TD_STYLE_VIETNAMESE);
}

/* The units whose rank or total changes, a line each with tabs between its cells. */
static GtkStringList *
compare (const TdScores *before, const TdScores *after, guint *n_totals, guint *n_ranks)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (after));
  GtkStringList *lines = gtk_string_list_new (NULL);
  const guint *ranking;
  guint n;

  *n_totals = *n_ranks = 0;
  ranking = td_scores_get_ranking (after, &n);
  for (guint i = 0; i < n; i++)
    {
      const TdUnit *unit = td_movement_unit (movement, ranking[i]);
      const TdUnitScore *a = td_scores_get_unit (before, ranking[i]);
      const TdUnitScore *b = td_scores_get_unit (after, ranking[i]);
      g_autofree char *rank_a = rank_text (a), *rank_b = rank_text (b);
      g_autofree char *total_a = total_text (a, movement->decimals);
      g_autofree char *total_b = total_text (b, movement->decimals);
      g_autofree char *line = NULL;

      *n_totals += a->total != b->total;
      *n_ranks += a->rank != b->rank;
      if (a->rank == b->rank && a->total == b->total)
        continue;
      line = g_strdup_printf ("%s\t%s\t%s → %s\t%s → %s", unit->name,
                              td_movement_block (movement, unit->block), total_a, total_b, rank_a,
                              rank_b);
      gtk_string_list_append (lines, line);
    }
  return lines;
}

/* --- writing -------------------------------------------------------------------------------------- */

static gboolean
accept_func (TdTxn *txn, gpointer data, GError **error)
{
  Question *question = data;
  TdStore *store = td_desk_get_store (question->desk);

  for (guint i = 0; i < question->keys->len; i++)
    {
      const TdChange *change = &g_array_index (question->keys, TdChange, i);
      g_autoptr (TdRecord) entry =
          td_store_get_entry (store, change->key[0], change->key[1], change->key[2]);

      /* Somebody may have appraised it in the meantime. */
      if (entry == NULL || td_record_get_number (entry, TD_ENTRY_STATE, 0) != TD_ENTRY_PENDING)
        continue;
      td_record_set_number (entry, TD_ENTRY_STATE, TD_ENTRY_ACCEPTED);
      if (!td_txn_put (txn, entry, error))
        return FALSE;
    }
  return TRUE;
}

static void
accept_cb (Question *question)
{
  g_autofree char *label = g_strdup_printf (_ ("Accept %u entries"), question->keys->len);
  GtkWidget *window = question->window;

  td_write (question->widget, question->desk, label, accept_func, question, NULL);
  gtk_window_close (GTK_WINDOW (window));
}

/* --- the question --------------------------------------------------------------------------------- */

static GtkWidget *
make_list (GtkStringList *lines)
{
  static const char *const titles[] = { N_ ("Unit"), N_ ("Block"), N_ ("Total"), N_ ("Rank") };
  static const int widths[] = { TD_COLUMN_WIDE, 150, 130, 90 };
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view =
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (lines))));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    td_columns_add_plain (GTK_COLUMN_VIEW (view), (int) i, _ (titles[i]), widths[i], FALSE);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Units whose total or rank changes"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_label (guint n, guint n_totals, guint n_ranks)
{
  g_autofree char *text =
      g_strdup_printf (_ ("%u entries will be accepted as reported. %u units get another total, %u "
                          "another rank."),
                       n, n_totals, n_ranks);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "td-bar");
  return label;
}

static void
show_question (Question *question, GtkStringList *lines, guint n_totals, guint n_ranks)
{
  GtkRoot *root = gtk_widget_get_root (question->widget);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("_Accept all"));

  question->window = window;
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (accept_cb), question);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_label (question->keys->len, n_totals, n_ranks));
  gtk_box_append (GTK_BOX (box), make_list (lines));
  adw_window_set_content (ADW_WINDOW (window), box);
  g_object_set_data_full (G_OBJECT (window), "td-question", question, free_question);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Accept many at once"));
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 480);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (window), accept);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_widget_grab_focus (accept);
  gtk_window_present (GTK_WINDOW (window));
}

void
td_accept_many (GtkWidget *widget, TdDesk *desk, GArray *places)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  g_autoptr (TdScoreData) data_before = NULL, data_after = NULL;
  g_autoptr (TdScores) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  Question *question;
  GtkStringList *lines;
  guint n_totals, n_ranks;

  if (places->len == 0)
    {
      td_toast (widget, _ ("Nothing here awaits appraisal"));
      return;
    }
  before = scores_with (desk, NULL, &data_before, &error);
  if (before != NULL)
    after = scores_with (desk, places, &data_after, &error);
  if (after == NULL)
    {
      td_show_error (widget, _ ("The ranking cannot be worked out"), error->message);
      return;
    }
  question = g_new0 (Question, 1);
  question->widget = g_object_ref (widget);
  question->desk = g_object_ref (desk);
  question->keys = g_array_new (FALSE, TRUE, sizeof (TdChange));
  for (guint i = 0; i < places->len; i++)
    {
      const TdEntryPlace *p = &g_array_index (places, TdEntryPlace, i);
      TdChange change = { TD_TABLE_ENTRIES,
                          TD_CHANGE_EDITED,
                          { td_movement_target (movement, p->target)->id,
                            td_movement_unit (movement, p->unit)->id,
                            td_movement_period (movement, p->period)->id } };

      g_array_append_val (question->keys, change);
    }
  lines = compare (before, after, &n_totals, &n_ranks);
  show_question (question, lines, n_totals, n_ranks);
}

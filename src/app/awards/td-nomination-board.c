/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-nomination-board.h"

#include <glib/gi18n.h>

#include "app/awards/td-nomination-words.h"
#include "base/td-text.h"
#include "desk/td-award-steps.h"

#define BIT(state) (1u << TD_NOMINATION_##state)

/* The columns: the states each one takes. */
static const guint stages[] = {
  BIT (DRAFT) | BIT (RETURNED),
  BIT (PROPOSED),
  BIT (REVIEWED),
  BIT (SUBMITTED),
  BIT (GRANTED),
  BIT (DECLINED) | BIT (WITHDRAWN) | BIT (REVOKED),
};
#define N_STAGES G_N_ELEMENTS (stages)

/* --- cards ---------------------------------------------------------------------------------------- */

#define TD_TYPE_NOMINATION_CARD (td_nomination_card_get_type ())
G_DECLARE_FINAL_TYPE (TdNominationCard, td_nomination_card, TD, NOMINATION_CARD, GObject)

struct _TdNominationCard
{
  GObject parent_instance;
  TdId id;
};

G_DEFINE_FINAL_TYPE (TdNominationCard, td_nomination_card, G_TYPE_OBJECT)

static void
td_nomination_card_class_init (TdNominationCardClass *class)
{
}

static void
td_nomination_card_init (TdNominationCard *self)
{
}

static TdNominationCard *
card_new (TdId id)
{
  TdNominationCard *card = g_object_new (TD_TYPE_NOMINATION_CARD, NULL);

  card->id = id;
  return card;
}

/* --- board ---------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *count;
  GtkWidget *list;
  GListStore *cards;            /* owned */
  GtkSelectionModel *selection; /* owned */
} Column;

struct _TdNominationBoard
{
  GtkWidget parent_instance;

  TdAwardPanel *panel; /* borrowed: it holds the board */
  GtkWidget *scrolled;
  Column columns[N_STAGES];
  GHashTable *bound; /* of GtkListItem: the cards in view */
  guint focusing;    /* will take the keyboard once the cards are there; 0: nothing to do */
  guint tries;
  gboolean filling;
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_ACTIVATED,
  SIGNAL_MOVE_WANTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdNominationBoard, td_nomination_board, GTK_TYPE_WIDGET)

static const TdAwardNomination *
find (TdNominationBoard *self, TdId id)
{
  const TdAwardBook *book = td_award_panel_get_book (self->panel);

  return book != NULL ? td_award_book_find_nomination (book, id) : NULL;
}

static int
stage_of (const TdAwardNomination *nomination)
{
  for (guint i = 0; i < N_STAGES; i++)
    if (stages[i] & (1u << nomination->state))
      return (int) i;
  return -1;
}

/* “Draft, returned”. (transfer full) */
static char *
stage_title (guint stage)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (int state = 0; state <= TD_NOMINATION_REVOKED; state++)
    if (stages[stage] & (1u << state))
      g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "",
                              td_nomination_state_words ((TdNominationState) state));
  return td_text_capitalize (title->str);
}

static TdId
id_at (Column *column, guint position)
{
  g_autoptr (TdNominationCard) card =
      g_list_model_get_item (G_LIST_MODEL (column->cards), position);

  return card != NULL ? card->id : TD_ID_NONE;
}

static guint
n_cards (const Column *column)
{
  return g_list_model_get_n_items (G_LIST_MODEL (column->cards));
}

/* --- a card in view ------------------------------------------------------------------------------- */

enum
{
  LABEL_NOMINEE,
  LABEL_STATE,
  LABEL_AWARD,
  LABEL_OBSTACLE,
  N_LABELS,
};

static void
fill_card (TdNominationBoard *self, GtkListItem *item)
{
  TdNominationCard *card = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *label, *row = gtk_widget_get_parent (box);
  const TdAwardNomination *nomination = card != NULL ? find (self, card->id) : NULL;
  char *texts[N_LABELS];
  g_autofree char *spoken = NULL;

  if (nomination == NULL)
    return;
  texts[LABEL_NOMINEE] = td_nomination_nominee_words (nomination);
  texts[LABEL_STATE] = g_strdup (td_nomination_state_words (nomination->state));
  texts[LABEL_AWARD] = td_award_short_title (nomination->round, nomination->award);
  texts[LABEL_OBSTACLE] = td_nomination_obstacle_words (nomination);
  label = gtk_widget_get_first_child (box);
  for (guint i = 0; i < N_LABELS; i++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_text (GTK_LABEL (label), texts[i]);
  label = gtk_widget_get_last_child (box);
  if (nomination->card != NULL && nomination->card->may_go_on
      && (!nomination->vote->is_counted || td_council_vote_may_go_on (nomination->vote)))
    gtk_widget_remove_css_class (label, "warning");
  else
    gtk_widget_add_css_class (label, "warning");
  /* A column of one state need not repeat it on each card. */
  label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  gtk_widget_set_visible (label, nomination->state == TD_NOMINATION_RETURNED
                                     || nomination->state >= TD_NOMINATION_DECLINED);
  spoken = g_strdup_printf ("%s, %s, %s, %s", texts[LABEL_NOMINEE], texts[LABEL_AWARD],
                            texts[LABEL_STATE], texts[LABEL_OBSTACLE]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
  gtk_widget_set_tooltip_text (box, spoken);
  for (guint i = 0; i < N_LABELS; i++)
    g_free (texts[i]);
}

static Column *
column_of_item (TdNominationBoard *self, GtkListItem *item)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (item), GTK_TYPE_LIST_VIEW);

  for (guint i = 0; i < N_STAGES; i++)
    if (self->columns[i].list == list)
      return &self->columns[i];
  return NULL;
}

/* A card that is not selected is dragged alone, one that is with all that are. */
static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *board = gtk_widget_get_ancestor (box, TD_TYPE_NOMINATION_BOARD);
  TdNominationBoard *self = TD_NOMINATION_BOARD (board);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (gtk_widget_get_parent (box));

  if (!td_award_panel_is_writable (self->panel))
    return NULL;
  if (!gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (column_of_item (self, item)->selection,
                                     gtk_list_item_get_position (item), TRUE);
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (TD_TYPE_NOMINATION_BOARD, self);
}

static void
setup_card_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TdNominationBoard *self)
{
  static const char *const styles[N_LABELS] = { "heading", "caption", "caption", "caption" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_add_css_class (box, "td-card");
  for (guint i = 0; i < N_LABELS; i++)
    {
      GtkWidget *label = td_award_label_new (styles[i]);

      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      if (i == LABEL_AWARD || i == LABEL_STATE)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (item, box);
}

static void
bind_card_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TdNominationBoard *self)
{
  g_hash_table_add (self->bound, item);
  fill_card (self, item);
}

static void
unbind_card_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TdNominationBoard *self)
{
  g_hash_table_remove (self->bound, item);
}

/* --- the keyboard --------------------------------------------------------------------------------- */

static int
focused_column (TdNominationBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < N_STAGES; i++)
    if (focus == self->columns[i].list || gtk_widget_is_ancestor (focus, self->columns[i].list))
      return (int) i;
  return -1;
}

/* The first card selected: its column, -1 for none, and place. */
static int
first_selected (TdNominationBoard *self, guint *position)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (self->columns[i].selection);

      if (!gtk_bitset_is_empty (set))
        {
          *position = gtk_bitset_get_minimum (set);
          return (int) i;
        }
    }
  return -1;
}

/* The card's row, %NULL while it is not in view. */
static GtkWidget *
find_row (TdNominationBoard *self, Column *column, guint position)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == position && column_of_item (self, item) == column)
      return gtk_widget_get_parent (gtk_list_item_get_child (item));
  return NULL;
}

static gboolean
focus_cb (gpointer data)
{
  TdNominationBoard *self = data;
  guint position = 0;
  int index = first_selected (self, &position);
  GtkWidget *row = NULL;

  if (index >= 0)
    {
      gtk_widget_activate_action (self->columns[index].list, "list.scroll-to-item", "u", position);
      row = find_row (self, &self->columns[index], position);
    }
  /* A card far down comes into view with the next frame. */
  if (index >= 0 && row == NULL && self->tries++ < 5)
    return G_SOURCE_CONTINUE;
  self->focusing = 0;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_grab_focus (self->columns[0].list);
  return G_SOURCE_REMOVE;
}

static void
focus_soon (TdNominationBoard *self)
{
  self->tries = 0;
  if (self->focusing == 0)
    self->focusing = g_timeout_add (20, focus_cb, self);
}

/* To the card at about the same height in the next column that has cards. */
static gboolean
go_sideways (TdNominationBoard *self, int step)
{
  int from = focused_column (self);
  g_autoptr (GtkBitset) set = NULL;
  guint place;

  if (from < 0)
    return FALSE;
  set = gtk_selection_model_get_selection (self->columns[from].selection);
  place = gtk_bitset_is_empty (set) ? 0 : gtk_bitset_get_minimum (set);
  for (int i = from + step; i >= 0 && i < (int) N_STAGES; i += step)
    if (n_cards (&self->columns[i]) > 0)
      {
        gtk_selection_model_select_item (self->columns[i].selection,
                                         MIN (place, n_cards (&self->columns[i]) - 1), TRUE);
        focus_soon (self);
        break;
      }
  return TRUE;
}

static gboolean
send_sideways (TdNominationBoard *self, int step)
{
  int to = focused_column (self);

  if (to < 0)
    return FALSE;
  to += step;
  if (to >= 0 && to < (int) N_STAGES)
    g_signal_emit (self, signals[SIGNAL_MOVE_WANTED], 0, stages[to]);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        TdNominationBoard *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  int step = key == GDK_KEY_Left || key == GDK_KEY_KP_Left     ? -1
             : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
                                                               : 0;

  if (step == 0)
    return FALSE;
  if (held == 0)
    return go_sideways (self, step);
  return held == GDK_CONTROL_MASK && send_sideways (self, step);
}

/* --- what a person does --------------------------------------------------------------------------- */

static gboolean
is_adding (TdNominationBoard *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

/* Selecting in one column takes the selection away from the others, unless Ctrl is held. */
static void
selection_changed_cb (TdNominationBoard *self, guint position, guint n,
                      GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) set = NULL;

  if (self->filling)
    return;
  set = gtk_selection_model_get_selection (selection);
  if (!gtk_bitset_is_empty (set) && !is_adding (self))
    {
      self->filling = TRUE;
      for (guint i = 0; i < N_STAGES; i++)
        if (self->columns[i].selection != selection)
          gtk_selection_model_unselect_all (self->columns[i].selection);
      self->filling = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
activate_cb (TdNominationBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* Only what may go to a column can be dropped there. */
static gboolean
may_go (TdNominationBoard *self, guint states)
{
  g_autoptr (GArray) ids = td_nomination_board_get_selected (self);

  for (guint i = 0; i < ids->len; i++)
    {
      const TdAwardNomination *one = find (self, g_array_index (ids, TdId, i));

      if (one != NULL && (td_nomination_get_next_states (one->state) & states) != 0)
        return TRUE;
    }
  return FALSE;
}

static guint
states_of (GtkDropTarget *target)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (target), "td-states"));
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, TdNominationBoard *self)
{
  return may_go (self, states_of (target)) ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TdNominationBoard *self)
{
  if (g_value_get_object (value) != self || !may_go (self, states_of (target)))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_MOVE_WANTED], 0, states_of (target));
  return TRUE;
}

/* --- showing -------------------------------------------------------------------------------------- */

/* Changes only the part of the column that is different, so that the rest keeps its place and the keyboard. */
static void
set_cards (Column *column, const GArray *ids)
{
  guint n = n_cards (column), head = 0, tail = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (head < n && head < ids->len && id_at (column, head) == g_array_index (ids, TdId, head))
    head++;
  while (tail < n - head && tail < ids->len - head
         && id_at (column, n - 1 - tail) == g_array_index (ids, TdId, ids->len - 1 - tail))
    tail++;
  for (guint i = head; i < ids->len - tail; i++)
    g_ptr_array_add (added, card_new (g_array_index (ids, TdId, i)));
  if (n - head - tail > 0 || added->len > 0)
    g_list_store_splice (column->cards, head, n - head - tail, added->pdata, added->len);
}

static void
select_cards (Column *column, GHashTable *wanted)
{
  guint n = n_cards (column);
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty (), all = gtk_bitset_new_range (0, n);
  g_autoptr (GtkBitset) before = gtk_selection_model_get_selection (column->selection);

  for (guint i = 0; i < n; i++)
    {
      TdId id = id_at (column, i);

      if (g_hash_table_contains (wanted, &id))
        gtk_bitset_add (set, i);
    }
  if (!gtk_bitset_equals (set, before))
    gtk_selection_model_set_selection (column->selection, set, all);
}

/* “12 · 16.848.000 đ”: how many, and the bonuses as far as they are known. */
static void
show_sum (TdNominationBoard *self, guint stage, const GArray *ids)
{
  Column *column = &self->columns[stage];
  g_autofree char *money = NULL, *text = NULL, *title = NULL, *spoken = NULL;
  guint n_unknown = 0;
  gint64 sum = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const TdAwardNomination *one = find (self, g_array_index (ids, TdId, i));

      if (one->payment == NULL || !one->payment->is_known
          || __builtin_add_overflow (sum, one->payment->money.amount, &sum))
        n_unknown++;
    }
  money = td_award_money (sum);
  text = n_unknown == ids->len ? g_strdup_printf ("%u", ids->len)
         : n_unknown > 0
             ? g_strdup_printf (_ ("%u · %s đ, %u not known"), ids->len, money, n_unknown)
             : g_strdup_printf (_ ("%u · %s đ"), ids->len, money);
  gtk_label_set_text (GTK_LABEL (column->count), text);
  title = stage_title (stage);
  spoken = g_strdup_printf ("%s: %s", title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
td_nomination_board_show (TdNominationBoard *self, const GArray *shown, const GArray *selected)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean focus = focused_column (self) >= 0;
  GArray *ids[N_STAGES];
  GHashTableIter iter;
  gpointer item;

  for (guint i = 0; i < N_STAGES; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (TdId));
  for (guint i = 0; i < shown->len; i++)
    {
      const TdAwardNomination *one = find (self, g_array_index (shown, TdId, i));
      int stage = one != NULL ? stage_of (one) : -1;

      if (stage >= 0)
        g_array_append_val (ids[stage], one->id);
    }
  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (wanted, &g_array_index (selected, TdId, i));
  self->filling = TRUE;
  for (guint i = 0; i < N_STAGES; i++)
    {
      set_cards (&self->columns[i], ids[i]);
      select_cards (&self->columns[i], wanted);
      show_sum (self, i, ids[i]);
      g_array_unref (ids[i]);
    }
  self->filling = FALSE;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_card (self, item);
  /* The keyboard goes with the cards that went to another column. */
  if (focus)
    {
      guint position = 0;
      int stage = first_selected (self, &position);

      if (stage >= 0 && stage != focused_column (self))
        focus_soon (self);
    }
}

GArray *
td_nomination_board_get_selected (TdNominationBoard *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TdId));

  for (guint i = 0; i < N_STAGES; i++)
    for (guint place = 0; place < n_cards (&self->columns[i]); place++)
      if (gtk_selection_model_is_selected (self->columns[i].selection, place))
        {
          TdId id = id_at (&self->columns[i], place);

          g_array_append_val (ids, id);
        }
  return ids;
}

/* --- widget --------------------------------------------------------------------------------------- */

static gboolean
td_nomination_board_grab_focus (GtkWidget *widget)
{
  focus_soon (TD_NOMINATION_BOARD (widget));
  return TRUE;
}

static void
td_nomination_board_dispose (GObject *object)
{
  TdNominationBoard *self = TD_NOMINATION_BOARD (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_clear_object (&self->columns[i].selection);
      g_clear_object (&self->columns[i].cards);
    }
  G_OBJECT_CLASS (td_nomination_board_parent_class)->dispose (object);
}

static void
td_nomination_board_finalize (GObject *object)
{
  g_hash_table_unref (TD_NOMINATION_BOARD (object)->bound);
  G_OBJECT_CLASS (td_nomination_board_parent_class)->finalize (object);
}

static void
td_nomination_board_class_init (TdNominationBoardClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = td_nomination_board_dispose;
  object_class->finalize = td_nomination_board_finalize;
  widget_class->grab_focus = td_nomination_board_grab_focus;
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", TD_TYPE_NOMINATION_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", TD_TYPE_NOMINATION_BOARD,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE_WANTED] =
      g_signal_new ("move-wanted", TD_TYPE_NOMINATION_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "td-board");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_column (TdNominationBoard *self, guint stage, GtkSizeGroup *heads)
{
  Column *column = &self->columns[stage];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = td_award_label_new ("heading"), *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkDropTarget *target = gtk_drop_target_new (TD_TYPE_NOMINATION_BOARD, GDK_ACTION_MOVE);
  g_autofree char *words = stage_title (stage);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_card_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_card_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_card_cb), self);
  column->cards = g_list_store_new (TD_TYPE_NOMINATION_CARD);
  column->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (column->cards))));
  column->list = gtk_list_view_new (g_object_ref (column->selection), factory);
  column->count = td_award_label_new ("caption");
  gtk_widget_add_css_class (column->count, "dim-label");
  gtk_widget_add_css_class (column->count, "numeric");
  gtk_label_set_text (GTK_LABEL (title), words);
  gtk_label_set_width_chars (GTK_LABEL (title), 8);
  gtk_label_set_width_chars (GTK_LABEL (column->count), 8);
  gtk_widget_add_css_class (box, "td-board-column");
  gtk_widget_add_css_class (title, "td-board-title");
  gtk_widget_add_css_class (column->count, "td-board-count");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_size_request (box, 136, -1);
  gtk_label_set_yalign (GTK_LABEL (title), 0);
  gtk_size_group_add_widget (heads, title);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), column->count);
  gtk_box_append (GTK_BOX (box), scrolled);
  g_signal_connect_object (column->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (column->list, "activate", G_CALLBACK (activate_cb), self);
  g_object_set_data (G_OBJECT (target), "td-states", GUINT_TO_POINTER (stages[stage]));
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  return box;
}

static void
td_nomination_board_init (TdNominationBoard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkSizeGroup) heads = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  self->bound = g_hash_table_new (NULL, NULL);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < N_STAGES; i++)
    gtk_box_append (GTK_BOX (row), make_column (self, i, heads));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), row);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
td_nomination_board_new (TdAwardPanel *panel)
{
  TdNominationBoard *self = g_object_new (TD_TYPE_NOMINATION_BOARD, NULL);

  self->panel = panel;
  return GTK_WIDGET (self);
}

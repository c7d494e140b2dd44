/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-text-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/widgets/td-columns.h"
#include "base/td-decimal.h"
#include "base/td-text.h"

/* --- lines ---------------------------------------------------------------------------------------- */

#define TD_TYPE_TEXT_LINE (td_text_line_get_type ())
G_DECLARE_FINAL_TYPE (TdTextLine, td_text_line, TD, TEXT_LINE, GObject)

struct _TdTextLine
{
  GObject parent_instance;
  TdId id;
  guint place; /* among the lines as they came */
  guint n;
  char *texts[TD_TEXT_LIST_MAX];
  char *all;       /* texts together, for searching */
  char *folded;    /* of it */
  char *key;       /* for sorting by a column of text; NULL: not made */
  TdDecimal value; /* for sorting by a column of numbers */
};

G_DEFINE_FINAL_TYPE (TdTextLine, td_text_line, G_TYPE_OBJECT)

static void
td_text_line_finalize (GObject *object)
{
  TdTextLine *self = TD_TEXT_LINE (object);

  for (guint i = 0; i < self->n; i++)
    g_free (self->texts[i]);
  g_free (self->all);
  g_free (self->folded);
  g_free (self->key);
  G_OBJECT_CLASS (td_text_line_parent_class)->finalize (object);
}

static void
td_text_line_class_init (TdTextLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_text_line_finalize;
}

static void
td_text_line_init (TdTextLine *self)
{
}

/* --- the list ------------------------------------------------------------------------------------- */

struct _TdTextList
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkColumnView *view;
  GtkWidget *empty;
  TdTextColumn columns[TD_TEXT_LIST_MAX];
  guint n_columns;

  GPtrArray *lines;   /* of TdTextLine: all, as they came */
  GPtrArray *pending; /* while new ones are collected */
  GListStore *shown;
  GtkSelectionModel *selection;
  gboolean several;
  char *filter;
  guint focusing; /* will take the keyboard once the rows are there; 0: nothing to do */
  int sort_by;    /* column, -1: as they came */
  gboolean descending;
  gboolean filling;
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdTextList, td_text_list, GTK_TYPE_WIDGET)

static char *
cell_text (gpointer item, int field, gpointer data)
{
  return g_strdup (TD_TEXT_LINE (item)->texts[field]);
}

/* --- filter and order ----------------------------------------------------------------------------- */

/* The number a text begins with: “12,5”, “3 (đồng hạng)”, “7/9”; none is the smallest. */
static TdDecimal
leading_number (const char *text)
{
  gsize length = strspn (text, "-0123456789.,");
  g_autofree char *number = g_strndup (text, length);
  TdDecimal value;

  return td_decimal_parse (number, TD_STYLE_VIETNAMESE, &value, NULL) ? value : TD_DECIMAL_NONE;
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdTextList *self = data;
  const TdTextLine *one = *(const TdTextLine *const *) a, *two = *(const TdTextLine *const *) b;
  int order = 0;

  if (self->sort_by >= 0)
    order = self->columns[self->sort_by].number
                ? (one->value > two->value) - (one->value < two->value)
                : strcmp (one->key, two->key);
  if (self->descending)
    order = -order;
  /* Equal lines stay as they came. */
  return order != 0 ? order : (one->place > two->place) - (one->place < two->place);
}

static void
prepare_keys (TdTextList *self, GPtrArray *lines)
{
  for (guint i = 0; self->sort_by >= 0 && i < lines->len; i++)
    {
      TdTextLine *line = g_ptr_array_index (lines, i);
      const char *text = line->texts[self->sort_by];

      g_clear_pointer (&line->key, g_free);
      if (self->columns[self->sort_by].number)
        line->value = leading_number (text);
      else
        line->key = td_text_collate_key (text);
    }
}

static gboolean
has_id (const GArray *ids, TdId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, TdId, i) == id)
      return TRUE;
  return FALSE;
}

static void
select_ids (TdTextList *self, const GArray *ids)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdTextLine) line = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (has_id (ids, line->id))
        gtk_bitset_add (selected, i);
    }
  if (GTK_IS_SINGLE_SELECTION (self->selection))
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection),
                                       gtk_bitset_is_empty (selected)
                                           ? GTK_INVALID_LIST_POSITION
                                           : gtk_bitset_get_minimum (selected));
  else
    gtk_selection_model_set_selection (self->selection, selected, all);
}

static gboolean
has_focus (TdTextList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self->view)
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)));
}

static gboolean
focus_cb (gpointer data)
{
  TdTextList *self = data;

  self->focusing = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* The rows of a list that has just been filled come with the next frame. */
static void
focus_soon (TdTextList *self)
{
  if (self->focusing == 0)
    self->focusing = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL);
}

/* Shows what matches, in order, and keeps the selection and the keyboard. */
static void
arrange (TdTextList *self)
{
  gboolean focus = has_focus (self);
  g_autoptr (GArray) selected = td_text_list_get_selected (self);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      TdTextLine *line = g_ptr_array_index (self->lines, i);

      if (*self->filter == '\0' || td_text_matches (line->all, line->folded, self->filter))
        g_ptr_array_add (shown, line);
    }
  prepare_keys (self, shown);
  g_qsort_with_data (shown->pdata, (int) shown->len, sizeof (gpointer), compare_lines, self);
  self->filling = TRUE;
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       shown->pdata, shown->len);
  select_ids (self, selected);
  self->filling = FALSE;
  if (focus)
    focus_soon (self);
  gtk_stack_set_visible_child (
      GTK_STACK (self->stack),
      self->lines->len == 0 && gtk_label_get_text (GTK_LABEL (self->empty))[0] != '\0'
          ? self->empty
          : gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW));
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
sort_changed (int field, gboolean descending, gpointer data)
{
  TdTextList *self = data;

  self->sort_by = field;
  self->descending = field >= 0 && descending;
  arrange (self);
}

static void
selection_changed_cb (TdTextList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
activate_cb (GtkColumnView *view, guint position, TdTextList *self)
{
  g_autoptr (TdTextLine) line = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (line != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, line->id);
}

/* --- lines in ------------------------------------------------------------------------------------- */

void
td_text_list_begin (TdTextList *self)
{
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  self->pending = g_ptr_array_new_with_free_func (g_object_unref);
}

void
td_text_list_take_line (TdTextList *self, TdId id, char **texts)
{
  TdTextLine *line = g_object_new (TD_TYPE_TEXT_LINE, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  line->id = id;
  line->place = self->pending->len;
  line->n = self->n_columns;
  for (guint i = 0; i < self->n_columns; i++)
    {
      line->texts[i] = texts[i] != NULL ? texts[i] : g_strdup ("");
      g_string_append_printf (all, "%s ", line->texts[i]);
    }
  line->folded = td_text_fold (all->str);
  line->all = g_strdup (all->str);
  g_ptr_array_add (self->pending, line);
}

void
td_text_list_end (TdTextList *self)
{
  g_ptr_array_unref (self->lines);
  self->lines = g_steal_pointer (&self->pending);
  arrange (self);
}

void
td_text_list_set_filter (TdTextList *self, const char *text)
{
  g_free (self->filter);
  self->filter = g_strdup (text != NULL ? text : "");
  arrange (self);
}

void
td_text_list_set_empty (TdTextList *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->empty), text);
  arrange (self);
}

/* --- what is selected ----------------------------------------------------------------------------- */

guint
td_text_list_get_n_shown (TdTextList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

guint
td_text_list_get_n_lines (TdTextList *self)
{
  return self->lines->len;
}

GArray *
td_text_list_get_shown (TdTextList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdTextLine) line = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_array_append_val (ids, line->id);
    }
  return ids;
}

GArray *
td_text_list_get_selected (TdTextList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (self->selection, i))
      {
        g_autoptr (TdTextLine) line = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

        g_array_append_val (ids, line->id);
      }
  return ids;
}

TdId
td_text_list_get_only (TdTextList *self)
{
  g_autoptr (GArray) ids = td_text_list_get_selected (self);

  return ids->len == 1 ? g_array_index (ids, TdId, 0) : TD_ID_NONE;
}

void
td_text_list_select (TdTextList *self, TdId id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TdId));

  if (id != TD_ID_NONE)
    g_array_append_val (ids, id);
  select_ids (self, ids);
}

void
td_text_list_select_where (TdTextList *self, gboolean (*wanted) (TdId id, gpointer data),
                           gpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TdId));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TdTextLine *line = g_ptr_array_index (self->lines, i);

      if (wanted (line->id, data))
        g_array_append_val (ids, line->id);
    }
  select_ids (self, ids);
}

/* --- widget --------------------------------------------------------------------------------------- */

static gboolean
td_text_list_grab_focus (GtkWidget *widget)
{
  TdTextList *self = TD_TEXT_LIST (widget);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)) || !has_focus (self))
    focus_soon (self);
  return TRUE;
}

static void
td_text_list_dispose (GObject *object)
{
  TdTextList *self = TD_TEXT_LIST (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (td_text_list_parent_class)->dispose (object);
}

static void
td_text_list_finalize (GObject *object)
{
  TdTextList *self = TD_TEXT_LIST (object);

  g_ptr_array_unref (self->lines);
  g_free (self->filter);
  G_OBJECT_CLASS (td_text_list_parent_class)->finalize (object);
}

static void
td_text_list_class_init (TdTextListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = td_text_list_dispose;
  object_class->finalize = td_text_list_finalize;
  widget_class->grab_focus = td_text_list_grab_focus;
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", TD_TYPE_TEXT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", TD_TYPE_TEXT_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
td_text_list_init (TdTextList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->filter = g_strdup ("");
  self->sort_by = -1;
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (TD_TYPE_TEXT_LINE);
  self->stack = gtk_stack_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->empty = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_margin_start (self->empty, 24);
  gtk_widget_set_margin_end (self->empty, 24);
  gtk_stack_add_child (GTK_STACK (self->stack), scrolled);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

GtkWidget *
td_text_list_new (const TdTextColumn *columns, guint n, const char *label, gboolean several)
{
  TdTextList *self = g_object_new (TD_TYPE_TEXT_LIST, NULL);

  g_return_val_if_fail (n <= TD_TEXT_LIST_MAX, GTK_WIDGET (self));
  self->n_columns = n;
  self->several = several;
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = columns[i];
      td_columns_add (self->view, (int) i, _ (columns[i].title), columns[i].width,
                      columns[i].number, cell_text, self);
    }
  td_columns_follow_sorting (self->view, sort_changed, self);
  if (several)
    self->selection =
        GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  else
    {
      GtkSingleSelection *single =
          gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));

      gtk_single_selection_set_autoselect (single, FALSE);
      gtk_single_selection_set_can_unselect (single, TRUE);
      self->selection = GTK_SELECTION_MODEL (single);
    }
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}

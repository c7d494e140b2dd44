/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-award-panel.h"

#include <glib/gi18n.h>

#include "desk/td-award-steps.h"

typedef struct
{
  TdDesk *desk; /* owned; NULL: no file */
  const TdAwardBook *book;
  TdId round;
  gboolean is_stale;
} TdAwardPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TdAwardPanel, td_award_panel, ADW_TYPE_BIN)

static TdAwardPanelPrivate *
private_of (TdAwardPanel *self)
{
  return td_award_panel_get_instance_private (self);
}

void
td_award_panel_set (TdAwardPanel *self, TdDesk *desk, const TdAwardBook *book, TdId round)
{
  TdAwardPanelPrivate *priv = private_of (self);

  g_set_object (&priv->desk, desk);
  priv->book = book;
  priv->round = round;
  priv->is_stale = TRUE;
}

void
td_award_panel_refresh (TdAwardPanel *self)
{
  TdAwardPanelPrivate *priv = private_of (self);

  if (!priv->is_stale)
    return;
  priv->is_stale = FALSE;
  TD_AWARD_PANEL_GET_CLASS (self)->update (self);
}

void
td_award_panel_find (TdAwardPanel *self)
{
  if (TD_AWARD_PANEL_GET_CLASS (self)->find != NULL)
    TD_AWARD_PANEL_GET_CLASS (self)->find (self);
}

gboolean
td_award_panel_leave (TdAwardPanel *self)
{
  return TD_AWARD_PANEL_GET_CLASS (self)->leave == NULL
         || TD_AWARD_PANEL_GET_CLASS (self)->leave (self);
}

void
td_award_panel_select (TdAwardPanel *self, TdId id)
{
  if (TD_AWARD_PANEL_GET_CLASS (self)->select != NULL)
    TD_AWARD_PANEL_GET_CLASS (self)->select (self, id);
}

TdDesk *
td_award_panel_get_desk (TdAwardPanel *self)
{
  return private_of (self)->desk;
}

const TdAwardBook *
td_award_panel_get_book (TdAwardPanel *self)
{
  return private_of (self)->book;
}

const TdAwardRound *
td_award_panel_get_round (TdAwardPanel *self)
{
  TdAwardPanelPrivate *priv = private_of (self);

  return priv->book != NULL ? td_award_book_find_round (priv->book, priv->round) : NULL;
}

gboolean
td_award_panel_is_writable (TdAwardPanel *self)
{
  TdDesk *desk = private_of (self)->desk;

  return desk != NULL && !td_store_is_read_only (td_desk_get_store (desk));
}

static void
td_award_panel_dispose (GObject *object)
{
  g_clear_object (&private_of (TD_AWARD_PANEL (object))->desk);
  G_OBJECT_CLASS (td_award_panel_parent_class)->dispose (object);
}

static void
td_award_panel_class_init (TdAwardPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_award_panel_dispose;
}

static void
td_award_panel_init (TdAwardPanel *self)
{
}

/* --- small things --------------------------------------------------------------------------------- */

GtkWidget *
td_award_bar_new (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "td-bar");
  return bar;
}

void
td_award_switcher_tighten (GtkStackSwitcher *switcher)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (switcher));

  if (GTK_IS_BOX_LAYOUT (layout))
    gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (switcher), "td-switcher");
}

void
td_award_button_set_label (GtkWidget *button, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);
  g_autofree char *spoken = g_strjoinv ("", parts);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  /* A screen reader would read the underscore. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

GtkWidget *
td_award_button_add (GtkWidget *box, const char *label, const char *tip, GCallback func,
                     gpointer data)
{
  GtkWidget *button = gtk_button_new ();

  td_award_button_set_label (button, label);
  gtk_widget_set_tooltip_text (button, tip);
  g_signal_connect_swapped (button, "clicked", func, data);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

GtkWidget *
td_award_label_new (const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

gboolean
td_award_write_setting (GtkWidget *widget, TdDesk *desk, const char *key, const char *value,
                        const char *label)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  TdRecord *record = td_record_new (TD_TABLE_OFFICE, td_desk_get_movement_id (desk));

  td_record_set_text (record, TD_OFFICE_KEY, key);
  td_record_set_text (record, TD_OFFICE_VALUE, value);
  g_ptr_array_add (records, record);
  return td_write (widget, desk, label, td_put_records_func, records, NULL);
}

char *
td_award_points (TdAwardPanel *self, TdDecimal value)
{
  const TdMovement *movement = td_desk_get_movement (private_of (self)->desk);

  return value == TD_DECIMAL_NONE
             ? g_strdup ("–")
             : td_decimal_format_fixed (value, movement != NULL ? movement->decimals : 2,
                                        TD_STYLE_VIETNAMESE);
}

char *
td_award_verdict_words (TdLawVerdict verdict)
{
  static const char *const glyphs[] = {
    [TD_LAW_UNKNOWN] = "?",
    [TD_LAW_PASS] = "✓",
    [TD_LAW_FAIL] = "✗",
  };

  return g_strdup_printf ("%s %s", glyphs[verdict], _ (td_law_verdict_title (verdict)));
}

char *
td_award_shorten (const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "Chủ tịch Ủy ban nhân dân", 2);

  return g_strjoinv ("CT UBND", parts);
}

char *
td_award_short_title (const TdAwardRound *round, const char *award)
{
  return td_award_shorten (td_award_round_get_award_title (round, award));
}

char *
td_award_money (gint64 amount)
{
  return td_decimal_format (TD_DECIMAL (amount), TD_STYLE_VIETNAMESE);
}

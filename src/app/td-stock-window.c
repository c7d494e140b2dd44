/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-stock-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-file-choice.h"
#include "app/td-page.h"
#include "app/td-preferences.h"
#include "app/td-printer-offset.h"
#include "app/td-settings.h"
#include "app/widgets/td-stock-view.h"
#include "base/td-decimal.h"
#include "print/td-office-stock.h"
#include "print/td-pdf.h"

#define SCANS "stock-scans"

typedef enum
{
  NUMBER_X,
  NUMBER_Y,
  NUMBER_WIDTH,
  NUMBER_HEIGHT,
  NUMBER_SIZE,
  NUMBER_LEAST_SIZE,
  NUMBER_OFFSET_X,
  NUMBER_OFFSET_Y,
  N_NUMBERS
} Number;

static const struct
{
  const char *title; /* English source */
  double least, most;
} numbers[N_NUMBERS] = {
  [NUMBER_X] = { N_ ("From the left, mm"), 0, 420 },
  [NUMBER_Y] = { N_ ("From above, mm"), 0, 297 },
  [NUMBER_WIDTH] = { N_ ("Width, mm"), 1, 420 },
  [NUMBER_HEIGHT] = { N_ ("Height, mm"), 1, 297 },
  [NUMBER_SIZE] = { N_ ("Letters, points"), 6, 96 },
  [NUMBER_LEAST_SIZE] = { N_ ("Least, for long words"), 6, 96 },
  [NUMBER_OFFSET_X] = { N_ ("Moved to the right, mm"), -50, 50 },
  [NUMBER_OFFSET_Y] = { N_ ("Moved down, mm"), -50, 50 },
};

/* How far one printer is off, as it will be saved. */
typedef struct
{
  char *printer;
  double x, y;
} Offset;

struct _TdStockWindow
{
  AdwWindow parent_instance;

  TdDesk *desk;
  GtkWidget *asker; /* whose window gets the toast */
  TdDocument *sample;
  TdStock *stock;
  GArray *offsets; /* of Offset */
  gboolean modified;
  gboolean filling;

  TdStockView *view;
  GtkDropDown *sheet;
  GtkDropDown *field;
  GtkDropDown *align;
  GtkDropDown *printer;
  GtkSpinButton *spins[N_NUMBERS];
  GtkCheckButton *bold;
  GtkCheckButton *italic;
  GtkWidget *save;
  GtkWidget *without_scan;
};

G_DEFINE_FINAL_TYPE (TdStockWindow, td_stock_window, ADW_TYPE_WINDOW)

/* --- showing -------------------------------------------------------------------------------------- */

static void
set_modified (TdStockWindow *self, gboolean modified)
{
  self->modified = modified;
  gtk_widget_set_sensitive (self->save,
                            modified && !td_store_is_read_only (td_desk_get_store (self->desk)));
}

static TdStockField *
get_field (TdStockWindow *self)
{
  int selected = td_stock_view_get_selected (self->view);

  return selected >= 0 ? &g_array_index (self->stock->fields, TdStockField, selected) : NULL;
}

/* NULL: the offset of any printer, which is the stock's own. */
static Offset *
get_offset (TdStockWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->printer);

  return selected > 0 && selected <= self->offsets->len
             ? &g_array_index (self->offsets, Offset, selected - 1)
             : NULL;
}

/* The figures beside the sheet, from the stock. */
static void
fill_figures (TdStockWindow *self)
{
  const TdStockField *field = get_field (self);
  const Offset *offset = get_offset (self);
  gboolean was = self->filling;

  if (field == NULL)
    return;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->field, (guint) td_stock_view_get_selected (self->view));
  gtk_spin_button_set_value (self->spins[NUMBER_X], field->x);
  gtk_spin_button_set_value (self->spins[NUMBER_Y], field->y);
  gtk_spin_button_set_value (self->spins[NUMBER_WIDTH], field->width);
  gtk_spin_button_set_value (self->spins[NUMBER_HEIGHT], field->height);
  gtk_spin_button_set_value (self->spins[NUMBER_SIZE], field->size);
  gtk_spin_button_set_value (self->spins[NUMBER_LEAST_SIZE], field->least_size);
  gtk_drop_down_set_selected (self->align, field->align == TD_ALIGN_LEFT    ? 0
                                           : field->align == TD_ALIGN_RIGHT ? 2
                                                                            : 1);
  gtk_check_button_set_active (self->bold, field->bold);
  gtk_check_button_set_active (self->italic, field->italic);
  gtk_spin_button_set_value (self->spins[NUMBER_OFFSET_X],
                             offset != NULL ? offset->x : self->stock->offset_x);
  gtk_spin_button_set_value (self->spins[NUMBER_OFFSET_Y],
                             offset != NULL ? offset->y : self->stock->offset_y);
  self->filling = was;
}

/* The scan is remembered for the file and the sheet. */
static char *
scan_name (TdStockWindow *self)
{
  return g_strdup_printf ("%s\n%s", td_store_get_path (td_desk_get_store (self->desk)),
                          td_office_stock_key (self->stock->a3));
}

static void
show_scan (TdStockWindow *self, gboolean complain)
{
  g_autofree char *name = scan_name (self);
  g_autofree char *path = td_app_settings_dup_entry (SCANS, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) scan = path != NULL ? gdk_texture_new_from_filename (path, &error) : NULL;

  td_stock_view_set_scan (self->view, scan);
  gtk_widget_set_sensitive (self->without_scan, scan != NULL);
  if (error != NULL && complain)
    td_show_error (self->asker, _ ("The scan cannot be shown"), error->message);
}

static void
take_stock (TdStockWindow *self, TdStock *stock)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TdStock *before = self->stock;
  double width, height;

  self->filling = TRUE;
  self->stock = stock;
  td_stock_view_set (self->view, stock, self->sample);
  td_stock_free (before);
  for (guint i = 0; i < stock->fields->len; i++)
    gtk_string_list_append (names, g_array_index (stock->fields, TdStockField, i).label);
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheet, stock->a3 ? 1 : 0);
  td_stock_get_sheet (stock, &width, &height);
  gtk_spin_button_set_range (self->spins[NUMBER_X], 0, width);
  gtk_spin_button_set_range (self->spins[NUMBER_WIDTH], 1, width);
  gtk_spin_button_set_range (self->spins[NUMBER_Y], 0, height);
  gtk_spin_button_set_range (self->spins[NUMBER_HEIGHT], 1, height);
  self->filling = FALSE;
  fill_figures (self);
  show_scan (self, FALSE);
}

/* --- changing ------------------------------------------------------------------------------------- */

static void
moved_cb (TdStockWindow *self)
{
  fill_figures (self);
  set_modified (self, TRUE);
}

static void
figure_changed_cb (TdStockWindow *self)
{
  TdStockField *field = get_field (self);
  static const TdAlign aligns[] = { TD_ALIGN_LEFT, TD_ALIGN_CENTER, TD_ALIGN_RIGHT };
  double values[N_NUMBERS];
  Offset *offset = get_offset (self);

  if (self->filling || field == NULL)
    return;
  for (guint i = 0; i < N_NUMBERS; i++)
    values[i] = gtk_spin_button_get_value (self->spins[i]);
  td_stock_place_field (self->stock, (guint) td_stock_view_get_selected (self->view),
                        values[NUMBER_X], values[NUMBER_Y], values[NUMBER_WIDTH],
                        values[NUMBER_HEIGHT]);
  field->size = values[NUMBER_SIZE];
  field->least_size = MIN (values[NUMBER_LEAST_SIZE], field->size);
  field->align = aligns[MIN (gtk_drop_down_get_selected (self->align), 2)];
  field->bold = gtk_check_button_get_active (self->bold);
  field->italic = gtk_check_button_get_active (self->italic);
  if (offset != NULL)
    {
      offset->x = values[NUMBER_OFFSET_X];
      offset->y = values[NUMBER_OFFSET_Y];
    }
  else
    {
      self->stock->offset_x = values[NUMBER_OFFSET_X];
      self->stock->offset_y = values[NUMBER_OFFSET_Y];
    }
  td_stock_view_update (self->view);
  fill_figures (self);
  set_modified (self, TRUE);
}

static void
field_chosen_cb (TdStockWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->field);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION)
    td_stock_view_select (self->view, selected);
}

static void
printer_chosen_cb (TdStockWindow *self)
{
  if (!self->filling)
    fill_figures (self);
}

static void
built_in_cb (TdStockWindow *self)
{
  take_stock (self, td_stock_new_default (self->stock->a3));
  set_modified (self, TRUE);
}

/* --- saving --------------------------------------------------------------------------------------- */

typedef struct
{
  const char *sheet;
  const char *key;
  const char *text;
} Saving;

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  const Saving *saving = data;

  return td_office_put (txn, TD_OFFICE_SHEET_KEY, saving->sheet, error)
         && td_office_put (txn, saving->key, saving->text, error);
}

static gboolean
save (TdStockWindow *self)
{
  g_autofree char *text = td_stock_to_text (self->stock);
  Saving saving = { self->stock->a3 ? "a3" : "a4", td_office_stock_key (self->stock->a3), text };

  if (!td_write (self->asker, self->desk, _ ("Stock of certificates"), put_func, &saving, NULL))
    return FALSE;
  for (guint i = 0; i < self->offsets->len; i++)
    {
      const Offset *offset = &g_array_index (self->offsets, Offset, i);

      td_printer_offset_set (offset->printer, offset->x, offset->y);
    }
  set_modified (self, FALSE);
  return TRUE;
}

static void
save_cb (TdStockWindow *self)
{
  if (save (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
answered_cb (TdStockWindow *self, const char *answer)
{
  if (strcmp (answer, "discard") == 0)
    set_modified (self, FALSE);
  if (strcmp (answer, "discard") == 0 || (strcmp (answer, "save") == 0 && save (self)))
    gtk_window_close (GTK_WINDOW (self));
}

/* Asks what becomes of what was arranged, before it is lost. */
static gboolean
ask (TdStockWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the stock?"),
                                              _ ("What was arranged is not saved yet."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static gboolean
td_stock_window_close_request (GtkWindow *window)
{
  TdStockWindow *self = TD_STOCK_WINDOW (window);

  if (self->modified && !td_store_is_read_only (td_desk_get_store (self->desk)))
    return ask (self);
  return GTK_WINDOW_CLASS (td_stock_window_parent_class)->close_request (window);
}

/* Each sheet has its own arrangement; what was done on the one in view is kept first. */
static void
sheet_chosen_cb (TdStockWindow *self)
{
  gboolean a3 = gtk_drop_down_get_selected (self->sheet) == 1;

  if (self->filling || a3 == self->stock->a3)
    return;
  if (self->modified && !save (self))
    {
      self->filling = TRUE;
      gtk_drop_down_set_selected (self->sheet, self->stock->a3 ? 1 : 0);
      self->filling = FALSE;
      return;
    }
  take_stock (self, td_office_stock_new (td_desk_get_store (self->desk), a3, NULL));
  set_modified (self, TRUE);
}

/* --- scan and calibration ------------------------------------------------------------------------- */

static void
scan_chosen_cb (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdStockWindow *self = TD_STOCK_WINDOW (widget);
  g_autofree char *path = td_chosen_path (files);
  g_autofree char *name = scan_name (self);

  if (path == NULL)
    return;
  td_app_settings_set_entry (SCANS, name, path);
  show_scan (self, TRUE);
}

static void
choose_scan_cb (TdStockWindow *self)
{
  static const char *const patterns[] = { "*.png", "*.jpg", "*.jpeg", "*.tif", "*.tiff", NULL };
  const TdFileChoice choice = { .title = _ ("A scan of the whole sheet, edge to edge"),
                                .action = GTK_FILE_CHOOSER_ACTION_OPEN,
                                .patterns = patterns,
                                .pattern_title = _ ("Pictures") };

  td_choose_files (GTK_WIDGET (self), &choice, scan_chosen_cb, NULL, NULL);
}

static void
without_scan_cb (TdStockWindow *self)
{
  g_autofree char *name = scan_name (self);

  td_app_settings_set_entry (SCANS, name, "");
  show_scan (self, FALSE);
}

static void
calibration_chosen_cb (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdStockWindow *self = TD_STOCK_WINDOW (widget);
  g_autofree char *path = td_chosen_path (files);
  const Offset *offset = get_offset (self);
  g_autoptr (TdStock) moved = td_stock_copy (self->stock);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *text = NULL;

  if (path == NULL)
    return;
  /* As this printer will print it. */
  if (offset != NULL)
    {
      moved->offset_x = offset->x;
      moved->offset_y = offset->y;
    }
  bytes = td_pdf_calibration_to_bytes (moved, &error);
  if (bytes == NULL
      || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes), &error))
    {
      td_show_error (self->asker, _ ("Not saved"), error->message);
      return;
    }
  name = g_path_get_basename (path);
  text = g_strdup_printf (_ ("Saved: %s"), name);
  td_toast (self->asker, text);
}

static void
calibration_cb (TdStockWindow *self)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  const TdFileChoice choice = { .title = _ ("Save the calibration sheet"),
                                .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                .name =
                                    self->stock->a3 ? "to-can-chinh-a3.pdf" : "to-can-chinh-a4.pdf",
                                .patterns = patterns,
                                .pattern_title = "PDF" };

  td_choose_files (GTK_WIDGET (self), &choice, calibration_chosen_cb, NULL, NULL);
}

/* --- building ------------------------------------------------------------------------------------- */

static void
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

/* A row of a grid: what it is, and what it is changed with. */
static void
add_row (GtkWidget *grid, int row, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

/* With the decimal comma, whatever the desktop's own habit is; a point is understood too. */
static gboolean
show_number_cb (GtkSpinButton *spin)
{
  double value = gtk_spin_button_get_value (spin);
  TdDecimal tenths = (TdDecimal) (value * 10 + (value < 0 ? -0.5 : 0.5));
  g_autofree char *text = td_decimal_format (tenths * (TD_DECIMAL_SCALE / 10), TD_STYLE_VIETNAMESE);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
read_number_cb (GtkSpinButton *spin, double *out)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  TdDecimal value;

  if (!td_decimal_parse (text, TD_STYLE_VIETNAMESE, &value, NULL)
      && !td_decimal_parse (text, TD_STYLE_PLAIN, &value, NULL))
    return GTK_INPUT_ERROR;
  *out = (double) value / TD_DECIMAL_SCALE;
  return TRUE;
}

static GtkWidget *
make_spin (TdStockWindow *self, Number number)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (
      numbers[number].least, numbers[number].most,
      number == NUMBER_SIZE || number == NUMBER_LEAST_SIZE ? 0.5 : 0.1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  /* “Numeric” lets only the locale's own comma in. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  self->spins[number] = GTK_SPIN_BUTTON (spin);
  g_signal_connect (spin, "output", G_CALLBACK (show_number_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (read_number_cb), NULL);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (figure_changed_cb), self);
  return spin;
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  return grid;
}

static GtkWidget *
make_field_grid (TdStockWindow *self)
{
  const char *const aligns[] = { _ ("Left"), _ ("Centred"), _ ("Right"), NULL };
  GtkWidget *grid = make_grid ();
  int row = 0;

  self->field = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_swapped (self->field, "notify::selected", G_CALLBACK (field_chosen_cb), self);
  add_row (grid, row++, _ ("Field"), GTK_WIDGET (self->field));
  for (guint i = NUMBER_X; i <= NUMBER_LEAST_SIZE; i++)
    add_row (grid, row++, _ (numbers[i].title), make_spin (self, (Number) i));
  self->align = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (aligns));
  g_signal_connect_swapped (self->align, "notify::selected", G_CALLBACK (figure_changed_cb), self);
  add_row (grid, row++, _ ("Alignment"), GTK_WIDGET (self->align));
  self->bold = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Bold")));
  self->italic = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Italic")));
  g_signal_connect_swapped (self->bold, "toggled", G_CALLBACK (figure_changed_cb), self);
  g_signal_connect_swapped (self->italic, "toggled", G_CALLBACK (figure_changed_cb), self);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->bold), 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->italic), 1, row, 1, 1);
  return grid;
}

static void
add_button (GtkWidget *box, const char *label, const char *tip, GCallback func, TdStockWindow *self,
            GtkWidget **out)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tip);
  g_signal_connect_swapped (button, "clicked", func, self);
  gtk_box_append (GTK_BOX (box), button);
  if (out != NULL)
    *out = button;
}

static GtkWidget *
make_printer_grid (TdStockWindow *self)
{
  GtkWidget *grid = make_grid ();

  self->printer = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_swapped (self->printer, "notify::selected", G_CALLBACK (printer_chosen_cb),
                            self);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self->printer),
      _ ("A printer is on the list once a certificate was printed on it."));
  add_row (grid, 0, _ ("Printer"), GTK_WIDGET (self->printer));
  add_row (grid, 1, _ (numbers[NUMBER_OFFSET_X].title), make_spin (self, NUMBER_OFFSET_X));
  add_row (grid, 2, _ (numbers[NUMBER_OFFSET_Y].title), make_spin (self, NUMBER_OFFSET_Y));
  return grid;
}

static GtkWidget *
make_side (TdStockWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *help = gtk_label_new (
      _ ("Drag a field, or move it with the arrow keys: 1 mm, with Shift 0.1 mm; Ctrl changes its "
         "size, Page Up and Page Down go through the fields."));

  gtk_box_append (GTK_BOX (box), make_field_grid (self));
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (help), 30);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_box_append (GTK_BOX (box), help);
  add_heading (box, _ ("How far the printer is off"));
  gtk_box_append (GTK_BOX (box), make_printer_grid (self));
  add_button (box, _ ("Calibration _sheet…"),
              _ ("Printed on plain paper and held against the stock, it shows the offset"),
              G_CALLBACK (calibration_cb), self, NULL);
  add_heading (box, _ ("Under the fields"));
  add_button (box, _ ("S_can of the stock…"), _ ("A picture of the whole sheet, edge to edge"),
              G_CALLBACK (choose_scan_cb), self, NULL);
  add_button (box, _ ("_Without the scan"), NULL, G_CALLBACK (without_scan_cb), self,
              &self->without_scan);
  add_button (box, _ ("As _built in"), _ ("The fields where they were at the very first"),
              G_CALLBACK (built_in_cb), self, NULL);
  gtk_widget_add_css_class (box, "td-dialog");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
make_header (TdStockWindow *self)
{
  const char *const sheets[] = { _ ("A4, lying"), _ ("A3, lying"), NULL };
  GtkWidget *header = adw_header_bar_new ();

  self->sheet = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (sheets));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sheet"), -1);
  g_signal_connect_swapped (self->sheet, "notify::selected", G_CALLBACK (sheet_chosen_cb), self);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->sheet));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static void
clear_offset (gpointer data)
{
  g_free (((Offset *) data)->printer);
}

static void
td_stock_window_dispose (GObject *object)
{
  TdStockWindow *self = TD_STOCK_WINDOW (object);

  if (self->view != NULL)
    td_stock_view_set (self->view, NULL, NULL);
  self->view = NULL;
  g_clear_pointer (&self->stock, td_stock_free);
  g_clear_pointer (&self->sample, td_document_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->asker);
  G_OBJECT_CLASS (td_stock_window_parent_class)->dispose (object);
}

static void
td_stock_window_class_init (TdStockWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_stock_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = td_stock_window_close_request;
}

static void
td_stock_window_init (TdStockWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->filling = TRUE;
  self->offsets = g_array_new (FALSE, TRUE, sizeof (Offset));
  g_array_set_clear_func (self->offsets, clear_offset);
  self->view = TD_STOCK_VIEW (td_stock_view_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_swapped (self->view, "selected", G_CALLBACK (fill_figures), self);
  g_signal_connect_swapped (self->view, "changed", G_CALLBACK (moved_cb), self);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (body), make_side (self));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Stock of certificates"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1180, 680);
}

/* The printers that are known, after “any”. */
static void
fill_printers (TdStockWindow *self)
{
  g_auto (GStrv) printers = td_printer_offset_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Any printer"));
  for (guint i = 0; printers[i] != NULL; i++)
    {
      Offset offset = { NULL, 0, 0 };

      if (!td_printer_offset_get (printers[i], &offset.x, &offset.y))
        continue;
      offset.printer = g_strdup (printers[i]);
      g_array_append_val (self->offsets, offset);
      gtk_string_list_append (names, printers[i]);
      /* cppcheck-suppress memleak ; the array's now */
    }
  gtk_drop_down_set_model (self->printer, G_LIST_MODEL (names));
}

void
td_stock_window_show (GtkWidget *widget, TdDesk *desk, const TdDocument *sample)
{
  TdStockWindow *self = g_object_new (TD_TYPE_STOCK_WINDOW, NULL);
  TdStore *store = td_desk_get_store (desk);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->desk = g_object_ref (desk);
  self->asker = g_object_ref (widget);
  self->sample = sample != NULL ? td_document_ref ((TdDocument *) sample) : NULL;
  fill_printers (self);
  take_stock (self, td_office_stock_new (store, td_office_stock_is_a3 (store), NULL));
  set_modified (self, FALSE);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/widgets/td-drop-down.h"
#include "app/widgets/td-steps-editor.h"
#include "base/td-date.h"
#include "base/td-text.h"
#include "desk/td-field-choices.h"
#include "model/td-rules.h"

/* One field's widgets. */
typedef struct
{
  TdForm *form;
  int index;
  GtkWidget *label;
  GtkWidget *slot; /* what is in the grid: the input, or a frame around it */
  GtkWidget *input;
  GtkWidget *message; /* what is wrong; hidden when nothing is */
  GtkWidget *assumed; /* that the value is an assumption, and why; hidden when it is none */
  GArray *ids;        /* of TdId: what the lines of a reference's list stand for */
  GPtrArray *options; /* of TdFieldOption: what a text is chosen from; NULL: typed */
  GtkWidget *lines;   /* of a suggested text: the list of options */
  char *parse_error;  /* the text cannot be read; the draft keeps the value of before */
} Field;

struct _TdForm
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  int wanted[TD_MAX_FIELDS];
  guint n_wanted;
  const TdTable *table; /* the fields are made for */
  GPtrArray *fields;    /* of Field */

  TdDesk *desk; /* owned */
  TdRecord *original;
  TdRecord *draft;
  gboolean filling; /* the widgets change because a record is shown, not because of typing */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdForm, td_form, GTK_TYPE_WIDGET)

static void
free_field (gpointer data)
{
  Field *field = data;

  g_clear_pointer (&field->ids, g_array_unref);
  g_clear_pointer (&field->options, g_ptr_array_unref);
  g_free (field->parse_error);
  g_free (field);
}

static const TdField *
describe (const Field *field)
{
  return &field->form->table->fields[field->index];
}

static TdFieldChoosing
choosing (const Field *field)
{
  return td_field_get_choosing (field->form->table, field->index);
}

/* --- what is wrong -------------------------------------------------------------------------------- */

static void
show_message (Field *field, const char *text)
{
  gtk_label_set_text (GTK_LABEL (field->message), text != NULL ? text : "");
  gtk_widget_set_visible (field->message, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (field->input, "error");
  else
    gtk_widget_remove_css_class (field->input, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (field->input), GTK_ACCESSIBLE_STATE_INVALID,
      text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static Field *
find_field (TdForm *self, int index)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (field->index == index)
        return field;
    }
  return NULL;
}

static void
fault_cb (int index, const char *what, gpointer data)
{
  Field *field = find_field (data, index);

  if (field != NULL && field->parse_error == NULL)
    show_message (field, what);
}

static guint
movement_decimals (TdForm *self)
{
  const TdMovement *movement = self->desk != NULL ? td_desk_get_movement (self->desk) : NULL;

  return movement != NULL ? movement->decimals : TD_DECIMAL_DIGITS;
}

/* The rules of an entry depend on its target. */
static void
set_target_context (TdForm *self, TdRuleContext *context)
{
  const TdMovement *movement = self->desk != NULL ? td_desk_get_movement (self->desk) : NULL;
  int target;

  if (movement == NULL || self->draft->table->id != TD_TABLE_ENTRIES)
    return;
  target = td_movement_find_target (movement, td_record_get_ref (self->draft, TD_ENTRY_TARGET));
  if (target < 0)
    return;
  context->kind = td_movement_target (movement, target)->kind;
  context->max_points = td_movement_target (movement, target)->max_points;
}

/* Says what is wrong now; with @quiet only finds out. */
static gboolean
check (TdForm *self, gboolean quiet)
{
  TdRuleContext context = { movement_decimals (self), TD_KIND_RATIO, 0 };
  gboolean right = TRUE;

  set_target_context (self, &context);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      right &= field->parse_error == NULL;
      if (!quiet)
        show_message (field, field->parse_error);
    }
  return td_record_check (self->draft, &context, quiet ? NULL : fault_cb, self) && right;
}

gboolean
td_form_is_valid (TdForm *self)
{
  return self->draft != NULL && check (self, TRUE);
}

gboolean
td_form_is_modified (TdForm *self)
{
  if (self->draft == NULL)
    return FALSE;
  for (guint i = 0; i < self->fields->len; i++)
    if (((Field *) g_ptr_array_index (self->fields, i))->parse_error != NULL)
      return TRUE;
  return !td_record_equal (self->draft, self->original);
}

void
td_form_show_problems (TdForm *self, const TdProblems *problems)
{
  check (self, FALSE);
  for (guint i = 0; i < td_problems_get_count (problems); i++)
    {
      const TdProblem *problem = td_problems_get (problems, i);
      const char *column = strrchr (problem->where, ':');
      int index = column != NULL ? td_table_find_field (self->table, column + 1) : -1;

      if (index >= 0)
        fault_cb (index, problem->what, self);
    }
}

/* --- reading the widgets -------------------------------------------------------------------------- */

static void
edited (Field *field)
{
  TdForm *self = field->form;

  if (self->filling)
    return;
  check (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
scope_lookup (const char *code, TdId *unit, TdId *category, gpointer data)
{
  *unit = td_store_find (data, TD_TABLE_UNITS, TD_ID_NONE, code);
  *category = td_store_find (data, TD_TABLE_CATEGORIES, TD_ID_NONE, code);
}

static char *
people_ids (TdStore *store, const char *text, GError **error)
{
  g_auto (GStrv) codes = g_strsplit (text, ";", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *code = g_strstrip (codes[i]);
      TdId id =
          *code != '\0' ? td_store_find (store, TD_TABLE_PEOPLE, TD_ID_NONE, code) : TD_ID_NONE;

      if (*code == '\0')
        continue;
      if (id == TD_ID_NONE)
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("there is no person with the code “%s”"), code);
          return NULL;
        }
      g_string_append_printf (out, "%s%" G_GINT64_FORMAT, out->len > 0 ? ";" : "", id);
    }
  return g_strdup (out->str);
}

/* Text of a field that lists records, as it is stored. */
static gboolean
parse_references (Field *field, const char *text, TdValue *out, GError **error)
{
  TdStore *store = td_desk_get_store (field->form->desk);
  g_autofree char *stored = NULL;

  td_value_clear (out);
  if (*text == '\0')
    return TRUE;
  if (describe (field)->kind == TD_FIELD_HOLDER)
    {
      gboolean ambiguous;
      TdId id = td_store_find_holder (store, text, &ambiguous);

      if (id == TD_ID_NONE)
        {
          g_set_error (
              error, TD_ERROR, TD_ERROR_INVALID,
              ambiguous ? _ ("a unit and a person both have the code “%s”; change one of the two")
                        : _ ("there is no unit and no person with the code “%s”"),
              text);
          return FALSE;
        }
      out->type = TD_VALUE_NUMBER;
      out->number = id;
      return TRUE;
    }
  stored = describe (field)->kind == TD_FIELD_SCOPE
               ? td_scope_normalize (text, scope_lookup, store, error)
               : people_ids (store, text, error);
  if (stored == NULL)
    return FALSE;
  out->type = TD_VALUE_TEXT;
  out->text = g_steal_pointer (&stored);
  return TRUE;
}

static gboolean
parse_typed (Field *field, const char *text, TdValue *out, GError **error)
{
  const TdField *description = describe (field);
  TdDecimal ignored;

  switch (description->kind)
    {
    case TD_FIELD_HOLDER:
    case TD_FIELD_PEOPLE:
    case TD_FIELD_SCOPE:
      return parse_references (field, text, out, error);
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
      /* `1.234` can be read two ways, and people type both. */
      if (*text != '\0' && !td_decimal_parse_typed (text, &ignored, error))
        return FALSE;
      return td_field_parse (description, text,
                             td_decimal_reading (text) == TD_READING_PLAIN ? TD_STYLE_PLAIN
                                                                           : TD_STYLE_VIETNAMESE,
                             out, error);
    case TD_FIELD_STEPS:
      return td_field_parse (description, text,
                             td_steps_reading (text) == TD_READING_PLAIN ? TD_STYLE_PLAIN
                                                                         : TD_STYLE_VIETNAMESE,
                             out, error);
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_DATE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_FLAG:
    case TD_FIELD_CHOICE:
    case TD_FIELD_REF:
    case TD_FIELD_JOURNAL:
    default:
      return td_field_parse (description, text, TD_STYLE_VIETNAMESE, out, error);
    }
}

static void
take_text (Field *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const TdFieldOption *option;

  if (field->form->filling)
    return;
  g_clear_pointer (&field->parse_error, g_free);
  /* The name of an option stands for it. */
  option = field->options != NULL ? td_field_options_find_title (field->options, trimmed) : NULL;
  if (!parse_typed (field, option != NULL ? option->code : trimmed,
                    &field->form->draft->values[field->index], &error))
    field->parse_error = g_strdup (error->message);
  edited (field);
}

static void
entry_changed_cb (GtkEditable *editable, Field *field)
{
  take_text (field, gtk_editable_get_text (editable));
}

static void
steps_changed_cb (TdStepsEditor *editor, Field *field)
{
  g_autofree char *text = td_steps_editor_dup_text (editor);

  take_text (field, text);
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, Field *field)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  take_text (field, text);
}

static void
check_toggled_cb (GtkCheckButton *button, Field *field)
{
  if (field->form->filling)
    return;
  td_record_set_number (field->form->draft, field->index,
                        gtk_check_button_get_active (button) ? 1 : 0);
  edited (field);
}

static void
selected_cb (GtkDropDown *list, GParamSpec *pspec, Field *field)
{
  guint position = gtk_drop_down_get_selected (list);
  TdRecord *draft = field->form->draft;

  if (field->form->filling || position == GTK_INVALID_LIST_POSITION)
    return;
  if (field->options != NULL)
    {
      td_record_set_text (
          draft, field->index,
          ((const TdFieldOption *) g_ptr_array_index (field->options, position))->code);
      edited (field);
      return;
    }
  /* The first line of both kinds of list is "none". */
  if (position == 0)
    td_record_set_blank (draft, field->index);
  else if (field->ids != NULL)
    td_record_set_ref (draft, field->index, g_array_index (field->ids, TdId, position));
  else
    td_record_set_number (draft, field->index, position - 1);
  edited (field);
}

/* --- filling the widgets -------------------------------------------------------------------------- */

/* The lines of a reference's list: every record of its table that may be named, in their order. */
static void
fill_references (Field *field)
{
  TdForm *self = field->form;
  const TdTable *table = td_table_get (describe (field)->ref);
  int name = td_table_find_field (table, "name");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) records = td_store_load (td_desk_get_store (self->desk), table->id,
                                                 td_desk_get_movement_id (self->desk), NULL);
  TdId none = TD_ID_NONE, wanted = td_record_get_ref (self->draft, field->index);
  guint selected = 0;

  g_clear_pointer (&field->ids, g_array_unref);
  field->ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  g_array_append_val (field->ids, none);
  gtk_string_list_append (names, "–");
  if (name < 0)
    name = td_table_find_field (table, "title");
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (records, i);

      if (record->id == wanted)
        selected = field->ids->len;
      g_array_append_val (field->ids, record->id);
      gtk_string_list_append (names, td_record_get_text (record, name >= 0 ? name : 0));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (field->input), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field->input), selected);
}

/* A text that is chosen: its list begins with blank, and has what is there even if nobody offers it. */
static void
fill_options (Field *field)
{
  TdForm *self = field->form;
  const char *fallback = describe (field)->fallback;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *now;
  guint selected = 0;

  /* Where blank stands for something, that is what is shown and stored. */
  if (fallback != NULL && td_record_is_blank (self->draft, field->index))
    {
      td_record_set_text (self->draft, field->index, fallback);
      td_record_set_text (self->original, field->index, fallback);
    }
  now = td_record_get_text (self->draft, field->index);
  g_clear_pointer (&field->options, g_ptr_array_unref);
  field->options = td_field_options_new (td_desk_get_store (self->desk), self->draft, field->index);
  if (fallback == NULL && td_field_options_find (field->options, "") == NULL)
    td_field_options_insert (field->options, 0, "", "–");
  if (td_field_options_find (field->options, now) == NULL)
    td_field_options_insert (field->options, -1, now, now);
  for (guint i = 0; i < field->options->len; i++)
    {
      const TdFieldOption *option = g_ptr_array_index (field->options, i);

      if (strcmp (option->code, now) == 0)
        selected = i;
      gtk_string_list_append (names, option->title);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (field->input), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field->input), selected);
}

/* A text that may be any, with names for those that are known. */
static void
fill_suggestions (Field *field)
{
  TdForm *self = field->form;
  const char *now = td_record_get_text (self->draft, field->index);
  const TdFieldOption *known;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (field->lines)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (field->lines), child);
  g_clear_pointer (&field->options, g_ptr_array_unref);
  field->options = td_field_options_new (td_desk_get_store (self->desk), self->draft, field->index);
  for (guint i = 0; i < field->options->len; i++)
    {
      GtkWidget *label =
          gtk_label_new (((const TdFieldOption *) g_ptr_array_index (field->options, i))->title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_start (label, 6);
      gtk_widget_set_margin_end (label, 6);
      gtk_list_box_append (GTK_LIST_BOX (field->lines), label);
    }
  known = td_field_options_find (field->options, now);
  gtk_editable_set_text (GTK_EDITABLE (field->input), known != NULL ? known->title : now);
}

static void
fill_field (Field *field)
{
  TdForm *self = field->form;
  const TdValue *value = &self->draft->values[field->index];
  g_autofree char *text = NULL;

  g_clear_pointer (&field->parse_error, g_free);
  if (choosing (field) != TD_FIELD_IS_TYPED)
    {
      if (choosing (field) == TD_FIELD_IS_CHOSEN)
        fill_options (field);
      else
        fill_suggestions (field);
      return;
    }
  switch (describe (field)->kind)
    {
    case TD_FIELD_REF:
      fill_references (field);
      return;
    case TD_FIELD_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (field->input),
                                  value->type == TD_VALUE_NUMBER ? (guint) value->number + 1 : 0);
      return;
    case TD_FIELD_FLAG:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (field->input),
                                   value->type == TD_VALUE_NUMBER && value->number != 0);
      return;
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
    case TD_FIELD_DATE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_HOLDER:
    case TD_FIELD_PEOPLE:
    case TD_FIELD_SCOPE:
    case TD_FIELD_STEPS:
    case TD_FIELD_JOURNAL:
    default:
      break;
    }
  text = td_field_format (describe (field), value, TD_STYLE_VIETNAMESE, td_store_code_func,
                          td_desk_get_store (self->desk));
  if (GTK_IS_TEXT_VIEW (field->input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->input)), text, -1);
  else if (TD_IS_STEPS_EDITOR (field->input))
    td_steps_editor_set_text (TD_STEPS_EDITOR (field->input), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (field->input), text);
}

/* --- making the widgets --------------------------------------------------------------------------- */

static GtkWidget *
make_list (Field *field)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *list;

  if (describe (field)->kind == TD_FIELD_CHOICE)
    {
      gtk_string_list_append (names, "–");
      for (const TdChoice *choice = describe (field)->choices; choice->code != NULL; choice++)
        gtk_string_list_append (names, _ (choice->title));
    }
  list = td_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)),
                           describe (field)->kind != TD_FIELD_CHOICE);
  g_signal_connect (list, "notify::selected", G_CALLBACK (selected_cb), field);
  return list;
}

static const char *
placeholder (TdFieldKind kind)
{
  if (kind == TD_FIELD_DATE)
    return _ ("dd/mm/yyyy");
  if (kind == TD_FIELD_SCOPE)
    return _ ("all, or codes with ; between, - excludes");
  if (kind == TD_FIELD_HOLDER || kind == TD_FIELD_PEOPLE)
    return _ ("code");
  return NULL;
}

static void
suggestion_cb (GtkListBox *lines, GtkListBoxRow *row, Field *field)
{
  const TdFieldOption *option =
      g_ptr_array_index (field->options, (guint) gtk_list_box_row_get_index (row));

  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (lines), GTK_TYPE_POPOVER)));
  gtk_editable_set_text (GTK_EDITABLE (field->input), option->title);
  gtk_widget_grab_focus (field->input);
}

/* An entry, and beside it the list of what it is mostly filled with. */
static GtkWidget *
make_suggested (Field *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  field->input = gtk_entry_new ();
  gtk_widget_set_hexpand (field->input, TRUE);
  g_signal_connect (field->input, "changed", G_CALLBACK (entry_changed_cb), field);
  field->lines = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (field->lines), GTK_SELECTION_NONE);
  g_signal_connect (field->lines, "row-activated", G_CALLBACK (suggestion_cb), field);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), field->lines);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose from the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose from the list"), -1);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), field->input);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* Returns the widget to put into the grid; @field->input is the one that is typed in. */
static GtkWidget *
make_input (Field *field)
{
  GtkWidget *frame;

  if (choosing (field) == TD_FIELD_IS_CHOSEN)
    return field->input = make_list (field);
  if (choosing (field) == TD_FIELD_IS_SUGGESTED)
    return make_suggested (field);
  switch (describe (field)->kind)
    {
    case TD_FIELD_CHOICE:
    case TD_FIELD_REF:
      return field->input = make_list (field);
    case TD_FIELD_FLAG:
      field->input = gtk_check_button_new ();
      g_signal_connect (field->input, "toggled", G_CALLBACK (check_toggled_cb), field);
      return field->input;
    case TD_FIELD_NOTE:
      field->input = gtk_text_view_new ();
      gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (field->input), GTK_WRAP_WORD_CHAR);
      gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (field->input), FALSE);
      gtk_widget_add_css_class (field->input, "td-note");
      gtk_widget_set_size_request (field->input, -1, 64);
      g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->input)), "changed",
                        G_CALLBACK (buffer_changed_cb), field);
      frame = gtk_frame_new (NULL);
      gtk_frame_set_child (GTK_FRAME (frame), field->input);
      return frame;
    case TD_FIELD_STEPS:
      field->input = td_steps_editor_new ();
      g_signal_connect (field->input, "changed", G_CALLBACK (steps_changed_cb), field);
      return field->input;
    case TD_FIELD_TEXT:
    case TD_FIELD_CODE:
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
    case TD_FIELD_DATE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_HOLDER:
    case TD_FIELD_PEOPLE:
    case TD_FIELD_SCOPE:
    case TD_FIELD_JOURNAL:
    default:
      field->input = gtk_entry_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (field->input),
                                      placeholder (describe (field)->kind));
      g_signal_connect (field->input, "changed", G_CALLBACK (entry_changed_cb), field);
      return field->input;
    }
}

/* A line below a field. */
static GtkWidget *
make_remark (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
add_field (TdForm *self, int index)
{
  Field *field = g_new0 (Field, 1);
  int row = (int) self->fields->len * 3;
  const TdField *description;
  GtkWidget *label, *input;

  field->form = self;
  field->index = index;
  g_ptr_array_add (self->fields, field);
  description = describe (field);

  label = gtk_label_new (_ (description->title));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label,
                         description->kind == TD_FIELD_NOTE || description->kind == TD_FIELD_STEPS
                             ? GTK_ALIGN_START
                             : GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  input = make_input (field);
  gtk_widget_set_hexpand (input, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field->input),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  field->message = make_remark ("error");
  field->assumed = make_remark ("td-assumed");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field->input),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, field->message, NULL, -1);

  field->label = label;
  field->slot = input;
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), input, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), field->message, 1, row + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), field->assumed, 1, row + 2, 1, 1);
}

static void
clear_fields (TdForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->fields, 0);
}

static void
make_fields (TdForm *self, const TdTable *table)
{
  clear_fields (self);
  self->table = table;
  if (self->n_wanted == 0)
    for (guint i = 0; i < table->n_fields; i++)
      if ((table->fields[i].flags & TD_FIELD_INTERNAL) == 0)
        self->wanted[self->n_wanted++] = (int) i;
  for (guint i = 0; i < self->n_wanted; i++)
    add_field (self, self->wanted[i]);
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_form_dispose (GObject *object)
{
  TdForm *self = TD_FORM (object);

  /* Widgets may tell of a change while they go; there is nobody to tell any more. */
  self->filling = TRUE;
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (td_form_parent_class)->dispose (object);
}

static void
td_form_finalize (GObject *object)
{
  TdForm *self = TD_FORM (object);

  g_ptr_array_unref (self->fields);
  td_record_free (self->original);
  td_record_free (self->draft);
  G_OBJECT_CLASS (td_form_parent_class)->finalize (object);
}

static void
td_form_class_init (TdFormClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = td_form_dispose;
  object_class->finalize = td_form_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TD_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
td_form_init (TdForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (free_field);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
td_form_new (void)
{
  return g_object_new (TD_TYPE_FORM, NULL);
}

void
td_form_set_fields (TdForm *self, const int *fields, guint n_fields)
{
  g_return_if_fail (n_fields <= TD_MAX_FIELDS);
  memcpy (self->wanted, fields, n_fields * sizeof (int));
  self->n_wanted = n_fields;
  self->table = NULL;
}

/* --- assumptions ---------------------------------------------------------------------------------- */

static gboolean
show_assumption (const TdRecord *record, gpointer data)
{
  TdForm *self = data;
  const char *name = td_record_get_text (record, TD_ASSUMPTION_FIELD);
  int index = *name != '\0' ? td_table_find_field (self->table, name) : 0;
  Field *field = find_field (self, index);
  g_autofree char *text = NULL;

  if (strcmp (td_record_get_text (record, TD_ASSUMPTION_TABLE), self->table->name) != 0
      || strcmp (td_record_get_text (record, TD_ASSUMPTION_CODE),
                 td_record_get_text (self->original, 0))
             != 0
      || field == NULL)
    return TRUE;
  text = g_strdup_printf (_ ("Assumed: %s"), td_record_get_text (record, TD_ASSUMPTION_NOTE));
  gtk_label_set_text (GTK_LABEL (field->assumed), text);
  gtk_widget_show (field->assumed);
  return TRUE;
}

/* What no source says is marked beside its field, so that nobody takes it for a fact. */
static void
show_assumptions (TdForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    gtk_widget_hide (((Field *) g_ptr_array_index (self->fields, i))->assumed);
  if (self->desk != NULL && self->table->fields[0].kind == TD_FIELD_CODE)
    td_store_foreach (td_desk_get_store (self->desk), TD_TABLE_ASSUMPTIONS,
                      td_desk_get_movement_id (self->desk), show_assumption, self, NULL);
}

void
td_form_set_record (TdForm *self, TdDesk *desk, const TdRecord *record, gboolean writable)
{
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->original, td_record_free);
  g_clear_pointer (&self->draft, td_record_free);
  gtk_widget_set_sensitive (self->grid, record != NULL && writable);
  gtk_widget_set_visible (self->grid, record != NULL);
  if (record == NULL)
    return;

  self->original = td_record_copy (record);
  self->draft = td_record_copy (record);
  self->filling = TRUE;
  if (self->table != record->table)
    make_fields (self, record->table);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      fill_field (field);
      show_message (field, NULL);
    }
  show_assumptions (self);
  self->filling = FALSE;
}

const TdRecord *
td_form_get_draft (TdForm *self)
{
  return self->draft;
}

void
td_form_focus_field (TdForm *self, int index)
{
  Field *field = index >= 0              ? find_field (self, index)
                 : self->fields->len > 0 ? g_ptr_array_index (self->fields, 0)
                                         : NULL;

  if (field != NULL)
    gtk_widget_grab_focus (field->input);
}

void
td_form_show_field (TdForm *self, int field, gboolean visible)
{
  Field *found = find_field (self, field);

  if (found == NULL)
    return;
  gtk_widget_set_visible (found->label, visible);
  gtk_widget_set_visible (found->slot, visible);
  if (!visible)
    gtk_widget_set_visible (found->message, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-nomination-form.h"

#include <glib/gi18n.h>

#include "app/widgets/td-form.h"

struct _TdNominationForm
{
  AdwBin parent_instance;

  TdAwardPanel *panel; /* borrowed: it is around this */
  TdForm *form;
  GtkWidget *save;
  TdId shown;
  gboolean saving;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdNominationForm, td_nomination_form, ADW_TYPE_BIN)

const int td_nomination_form_fields[] = {
  TD_NOMINATION_CODE,        TD_NOMINATION_NOMINEE, TD_NOMINATION_AWARD,
  TD_NOMINATION_ACHIEVEMENT, TD_NOMINATION_SUMMARY, -1,
};

static void
update_save (TdNominationForm *self)
{
  gtk_widget_set_sensitive (self->save, td_award_panel_is_writable (self->panel)
                                            && td_form_is_modified (self->form)
                                            && td_form_is_valid (self->form));
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static void
save_cb (TdNominationForm *self)
{
  if (td_nomination_form_save (self))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
td_nomination_form_class_init (TdNominationFormClass *class)
{
  signals[SIGNAL_SAVED] = g_signal_new ("saved", TD_TYPE_NOMINATION_FORM, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_nomination_form_init (TdNominationForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->form = TD_FORM (td_form_new ());
  td_form_set_fields (self->form, td_nomination_form_fields,
                      G_N_ELEMENTS (td_nomination_form_fields) - 1);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (update_save), self);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->save);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
td_nomination_form_new (TdAwardPanel *panel)
{
  TdNominationForm *self = g_object_new (TD_TYPE_NOMINATION_FORM, NULL);

  self->panel = panel;
  return GTK_WIDGET (self);
}

void
td_nomination_form_show (TdNominationForm *self, TdId nomination)
{
  TdDesk *desk = td_award_panel_get_desk (self->panel);
  g_autoptr (TdRecord) record = desk != NULL && nomination != TD_ID_NONE
                                    ? td_store_get (td_desk_get_store (desk), TD_TABLE_NOMINATIONS,
                                                    nomination, td_desk_get_movement_id (desk))
                                    : NULL;

  self->shown = nomination;
  td_form_set_record (self->form, desk, record, td_award_panel_is_writable (self->panel));
  update_save (self);
}

TdId
td_nomination_form_get_shown (TdNominationForm *self)
{
  return self->shown;
}

void
td_nomination_form_forget (TdNominationForm *self)
{
  self->shown = TD_ID_NONE;
}

gboolean
td_nomination_form_is_modified (TdNominationForm *self)
{
  return td_form_is_modified (self->form);
}

gboolean
td_nomination_form_is_saving (TdNominationForm *self)
{
  return self->saving;
}

gboolean
td_nomination_form_save (TdNominationForm *self)
{
  TdDesk *desk = td_award_panel_get_desk (self->panel);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdRecord) record = NULL;
  g_autofree char *words = NULL, *label = NULL;

  if (desk == NULL || !td_form_is_modified (self->form))
    return TRUE;
  if (td_form_is_valid (self->form))
    {
      gboolean written;

      record = td_record_copy (td_form_get_draft (self->form));
      words = td_store_record_words (td_desk_get_store (desk), record);
      label = g_strdup_printf (_ ("Edit %s “%s”"), _ (record->table->record), words);
      /* The lists follow the commit's notice before td_write() returns; the form is to stay till then. */
      self->saving = TRUE;
      written = td_write (GTK_WIDGET (self), desk, label, put_func, record, problems);
      self->saving = FALSE;
      if (written)
        {
          td_form_set_record (self->form, desk, record, TRUE);
          update_save (self);
          return TRUE;
        }
    }
  td_form_show_problems (self->form, problems);
  td_toast (GTK_WIDGET (self), _ ("What is marked in the form is not right yet"));
  return FALSE;
}

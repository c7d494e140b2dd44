/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-import-window.h"

#include <glib/gi18n.h>

#include "app/td-import-job.h"
#include "app/td-page.h"
#include "app/td-settings.h"
#include "app/td-window.h"
#include "app/widgets/td-drop-down.h"
#include "tables/td-cell.h"
#include "tables/td-old-workbook.h"

/* What is said below the preview; the rest is counted. */
#define MAX_PROBLEMS 200
/* Mappings remembered, the newest ones. */
#define MAX_REMEMBERED 60
#define REMEMBERED     "import-maps"
/* After the last change; the file is read again. */
#define CHECK_DELAY_MS 250
#define TICK_MS        150

/* A file with its sheets. */
typedef struct
{
  char *path;         /* what is read: of an old workbook its conversion */
  char *name;         /* what the person chose */
  GPtrArray *maps;    /* of TdImportMap */
  TdOldWorkbook *old; /* NULL: it is none */
} Source;

struct _TdImportWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkBox *choices;
  GtkProgressBar *progress;
  GtkDropDown *sheets;
  GtkDropDown *tables;
  GtkLabel *hint;
  GtkGrid *grid;
  GtkLabel *problems;
  GtkLabel *summary;

  /* owned */
  TdDesk *desk;
  GPtrArray *sources;        /* of Source; NULL while they are read */
  GCancellable *cancellable; /* of the reading, and of the run under way */
  TdImportJob *job;          /* NULL: none; owned by its task */
  GtkWidget *widget;         /* who asked */
  guint check_id;
  guint tick_id;
  gboolean filling; /* the drop-downs are being set, not used */
  gboolean closing; /* as soon as the run has stopped */
};

G_DEFINE_FINAL_TYPE (TdImportWindow, td_import_window, ADW_TYPE_WINDOW)

static void
free_source (gpointer data)
{
  Source *source = data;

  g_free (source->path);
  g_free (source->name);
  g_clear_pointer (&source->maps, g_ptr_array_unref);
  g_clear_pointer (&source->old, td_old_workbook_free);
  g_free (source);
}

/* --- remembering --------------------------------------------------------------------------------------- */

static char *
recall (const TdImportMap *map)
{
  GSettings *settings = td_app_settings_get ();
  g_autofree char *signature = td_import_map_signature (map);
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, REMEMBERED) : NULL;
  GVariantIter iter;
  const char *key, *value;

  if (all == NULL)
    return NULL;
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &value))
    if (g_str_equal (key, signature))
      return g_strdup (value);
  return NULL;
}

static void
remember (const TdImportMap *map)
{
  GSettings *settings = td_app_settings_get ();
  g_autofree char *signature = td_import_map_signature (map);
  g_autofree char *text = td_import_map_format (map);
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, REMEMBERED) : NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;
  guint n = 1;

  if (all == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", signature, text);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &value) && n < MAX_REMEMBERED)
    if (!g_str_equal (key, signature))
      {
        g_variant_builder_add (&builder, "(ss)", key, value);
        n++;
      }
  g_settings_set_value (settings, REMEMBERED, g_variant_builder_end (&builder));
}

/* --- what is chosen -------------------------------------------------------------------------------------- */

/* The sheet that is shown; @source (nullable) is its file. */
static TdImportMap *
chosen_map (TdImportWindow *self, Source **source)
{
  guint index = gtk_drop_down_get_selected (self->sheets);

  for (guint i = 0; self->sources != NULL && i < self->sources->len; i++)
    {
      Source *one = g_ptr_array_index (self->sources, i);

      if (index < one->maps->len)
        {
          if (source != NULL)
            *source = one;
          return g_ptr_array_index (one->maps, index);
        }
      index -= one->maps->len;
    }
  return NULL;
}

/* --- the preview ----------------------------------------------------------------------------------------- */

static void field_changed_cb (GtkDropDown *drop_down, GParamSpec *spec, TdImportWindow *self);

/* What is wrong at a place, among the problems of the last check; NULL: nothing. */
static const char *
find_problem (const TdProblems *problems, const char *where)
{
  for (guint i = 0; problems != NULL && i < td_problems_get_count (problems); i++)
    if (!td_problems_get (problems, i)->warning
        && g_str_equal (td_problems_get (problems, i)->where, where))
      return td_problems_get (problems, i)->what;
  return NULL;
}

/* Where the import says a cell is. (transfer full) */
static char *
place_of (const Source *source, const TdImportMap *map, guint row, guint column)
{
  g_autofree char *file = g_path_get_basename (source->path);
  g_autofree char *lower = g_ascii_strdown (file, -1);
  int field = g_array_index (map->fields, int, column);

  if (!g_str_has_suffix (lower, ".csv"))
    return td_cell_location (file, map->sheet, row, column + 1);
  return g_strdup_printf ("%s:%u:%s", map->table->name, row,
                          field >= 0 ? map->table->fields[field].name : "*");
}

static GtkWidget *
make_field_choice (TdImportWindow *self, const TdImportMap *map, guint column)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  int field = g_array_index (map->fields, int, column);
  guint selected = 0, n = 1;
  GtkWidget *choice;

  gtk_string_list_append (names, _ ("– not read –"));
  for (guint i = 0; i < map->table->n_fields; i++)
    {
      const TdField *one = &map->table->fields[i];
      g_autofree char *required = NULL;

      if ((one->flags & TD_FIELD_INTERNAL) != 0)
        continue;
      required =
          (one->flags & TD_FIELD_REQUIRED) != 0 ? g_strconcat (_ (one->title), " *", NULL) : NULL;
      gtk_string_list_append (names, required != NULL ? required : _ (one->title));
      if ((int) i == field)
        selected = n;
      n++;
    }
  choice = td_drop_down_new (G_LIST_MODEL (names), FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  g_object_set_data (G_OBJECT (choice), "column", GUINT_TO_POINTER (column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  (const char *) g_ptr_array_index (map->headers, column), -1);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (field_changed_cb), self);
  return choice;
}

static void
attach_label (TdImportWindow *self, const char *text, int column, int row, const char *class,
              const char *tip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_set_tooltip_text (label, tip != NULL ? tip : text);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
show_preview (TdImportWindow *self, const TdProblems *problems)
{
  Source *source = NULL;
  TdImportMap *map = chosen_map (self, &source);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (map == NULL || map->header_row == 0)
    return;
  for (guint c = 0; c < map->headers->len; c++)
    {
      attach_label (self, g_ptr_array_index (map->headers, c), (int) c + 1, 0, "heading", NULL);
      if (map->table != NULL && *(char *) g_ptr_array_index (map->headers, c) != '\0')
        gtk_grid_attach (self->grid, make_field_choice (self, map, c), (int) c + 1, 1, 1, 1);
    }
  for (guint r = 0; r < map->rows->len; r++)
    {
      const GPtrArray *texts = g_ptr_array_index (map->rows, r);
      guint number = g_array_index (map->numbers, guint, r);
      g_autofree char *shown = g_strdup_printf ("%u", number);

      attach_label (self, shown, 0, (int) r + 2, "dim-label", NULL);
      for (guint c = 0; c < texts->len; c++)
        {
          gboolean read = map->table != NULL && c < map->fields->len
                          && g_array_index (map->fields, int, c) >= 0;
          g_autofree char *where = read ? place_of (source, map, number, c) : NULL;
          const char *wrong = where != NULL ? find_problem (problems, where) : NULL;
          const char *text = g_ptr_array_index (texts, c);

          attach_label (self, wrong != NULL && *text == '\0' ? "⚠" : text, (int) c + 1, (int) r + 2,
                        wrong != NULL ? "error"
                        : read        ? NULL
                                      : "dim-label",
                        wrong);
        }
    }
}

/* --- the dry run ----------------------------------------------------------------------------------------- */

static void
show_problems (TdImportWindow *self, const TdProblems *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = td_problems_get_count (problems);

  for (guint i = 0; i < n && i < MAX_PROBLEMS; i++)
    {
      const TdProblem *problem = td_problems_get (problems, i);

      g_string_append_printf (text, "%s%s %s: %s", i > 0 ? "\n" : "", problem->warning ? "·" : "✗",
                              problem->where, problem->what);
    }
  if (n > MAX_PROBLEMS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("… and %u more"), n - MAX_PROBLEMS);
    }
  gtk_label_set_text (self->problems, text->str);
}

/* --- running ------------------------------------------------------------------------------------------- */

static gboolean
tick_cb (gpointer data)
{
  TdImportWindow *self = data;
  double fraction = self->job != NULL ? td_import_job_get_fraction (self->job) : -1;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

/* Whether something is under way, which the bar shows once it lasts. */
static void
set_busy (TdImportWindow *self, gboolean busy)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (busy)
    self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);
}

static void check_soon (TdImportWindow *self);

static void
show_checked (TdImportWindow *self, const TdImportJob *job, const GError *error)
{
  const TdImportCounts *counts = td_import_job_get_counts (job);
  const TdProblems *problems = td_import_job_get_problems (job);
  g_autofree char *text = NULL;

  show_problems (self, problems);
  if (error != NULL && td_problems_get_n_errors (problems) == 0)
    gtk_label_set_text (self->problems, error->message);
  text = td_import_job_get_n_rows (job) == 0
             ? g_strdup (_ ("Nothing is read: choose the table, and a field for the columns"))
             : g_strdup_printf (_ ("%u new · %u changed · %u as they are · %u cannot be read"),
                                counts->added, counts->changed, counts->same, counts->refused);
  gtk_label_set_text (self->summary, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run",
                                 error == NULL && counts->added + counts->changed > 0);
  show_preview (self, problems);
}

static void
remember_cb (const TdImportMap *map, gpointer data)
{
  if (map->table != NULL)
    remember (map);
}

static void
show_written (TdImportWindow *self, const TdImportJob *job)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autofree char *done =
      g_strdup_printf (_ ("%u rows brought in"), td_import_job_get_n_rows (job));

  td_import_job_foreach_map (job, remember_cb, NULL);
  if (TD_IS_WINDOW (root))
    td_window_show_done (TD_WINDOW (root), done);
  self->closing = TRUE;
}

static void
job_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  TdImportWindow *self = TD_IMPORT_WINDOW (object);
  const TdImportJob *job = td_import_job_of_result (result);
  g_autoptr (GError) error = NULL;
  gboolean ok = td_import_job_finish (result, &error), stopped;

  self->job = NULL;
  if (self->sources == NULL)
    return; /* the window is gone */
  stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  set_busy (self, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), TRUE);
  if (ok && !td_import_job_is_dry (job))
    show_written (self, job);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
  else if (stopped)
    check_soon (self); /* something else was chosen meanwhile */
  else if (td_import_job_is_dry (job))
    show_checked (self, job, error);
  else
    {
      show_problems (self, td_import_job_get_problems (job));
      gtk_label_set_text (self->summary, error->message);
    }
}

static void
start (TdImportWindow *self, TdWriteMode mode)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->job = td_import_job_new (self->desk, mode);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);

      td_import_job_add (self->job, source->path, source->maps);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
  set_busy (self, TRUE);
  td_import_job_start (self->job, self, self->cancellable, job_cb);
}

static gboolean
check_cb (gpointer data)
{
  TdImportWindow *self = data;

  self->check_id = 0;
  start (self, TD_WRITE_DRY_RUN);
  return G_SOURCE_REMOVE;
}

/* Goes the whole way of the import and writes nothing, once the choosing has come to rest. */
static void
check_soon (TdImportWindow *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
  if (self->job != NULL)
    g_cancellable_cancel (self->cancellable); /* and comes here again when it has stopped */
  else
    self->check_id = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/* --- choosing -------------------------------------------------------------------------------------------- */

static void
field_changed_cb (GtkDropDown *drop_down, GParamSpec *spec, TdImportWindow *self)
{
  TdImportMap *map = chosen_map (self, NULL);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "column"));
  guint selected = gtk_drop_down_get_selected (drop_down), n = 0;
  int field = -1;

  for (guint i = 0; map != NULL && i < map->table->n_fields; i++)
    if ((map->table->fields[i].flags & TD_FIELD_INTERNAL) == 0 && ++n == selected)
      field = (int) i;
  if (map == NULL)
    return;
  td_import_map_set_field (map, column, field);
  check_soon (self);
}

/* The table of the drop-down's line; NULL for the first, which leaves the sheet out. */
static const TdTable *
nth_table (guint selected)
{
  return selected > 0 && selected <= TD_N_TABLES ? td_table_get ((TdTableId) (selected - 1)) : NULL;
}

static void
table_changed_cb (TdImportWindow *self)
{
  TdImportMap *map = chosen_map (self, NULL);
  const TdTable *table = nth_table (gtk_drop_down_get_selected (self->tables));

  if (map == NULL || self->filling || map->table == table)
    return;
  td_import_map_set_table (map, table);
  check_soon (self);
}

static void
sheet_changed_cb (TdImportWindow *self)
{
  TdImportMap *map = chosen_map (self, NULL);
  g_autofree char *hint = NULL;

  if (map == NULL || self->filling)
    return;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->tables, map->table != NULL ? map->table->id + 1 : 0);
  self->filling = FALSE;
  if (map->header_row > 1)
    hint = g_strdup_printf (_ ("The headings are in row %u"), map->header_row);
  gtk_label_set_text (self->hint, map->header_row == 0 ? _ ("This sheet has no table")
                                                       : (hint != NULL ? hint : ""));
  check_soon (self);
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdImportWindow *self = TD_IMPORT_WINDOW (widget);

  if (self->job != NULL || self->check_id != 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), FALSE);
  gtk_label_set_text (self->summary, _ ("Bringing the rows in…"));
  start (self, TD_WRITE_COMMIT);
}

/* The window goes when the run under way has stopped; what it has written by then stays, and is said. */
static gboolean
td_import_window_close_request (GtkWindow *window)
{
  TdImportWindow *self = TD_IMPORT_WINDOW (window);

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->job == NULL)
    return GTK_WINDOW_CLASS (td_import_window_parent_class)->close_request (window);
  self->closing = TRUE;
  g_cancellable_cancel (self->cancellable);
  gtk_label_set_text (self->summary, _ ("Stopping…"));
  return TRUE;
}

/* --- reading ------------------------------------------------------------------------------------------ */

static gboolean
read_source (Source *source, GCancellable *cancellable, GError **error)
{
  if (td_old_workbook_is (source->path))
    {
      source->old = td_old_workbook_convert (source->path, cancellable, error);
      if (source->old == NULL)
        return FALSE;
      g_free (source->path);
      source->path = g_strdup (td_old_workbook_get_path (source->old));
    }
  source->maps = td_import_map_guess (source->path, cancellable, error);
  return source->maps != NULL;
}

static void
read_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  GPtrArray *sources = data;
  GError *error = NULL;

  for (guint i = 0; i < sources->len; i++)
    if (!read_source (g_ptr_array_index (sources, i), cancellable, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  TdImportWindow *self = TD_IMPORT_WINDOW (object);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  guint best = 0, n = 0;
  gboolean found = FALSE;

  if (self->desk == NULL)
    return; /* the window is gone */
  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          gtk_label_set_text (self->summary, _ ("Nothing was brought in"));
          gtk_label_set_text (self->problems, error->message);
        }
      return;
    }
  self->sources = g_ptr_array_ref (g_task_get_task_data (G_TASK (result)));
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);

      for (guint k = 0; k < source->maps->len; k++, n++)
        {
          TdImportMap *map = g_ptr_array_index (source->maps, k);
          g_autofree char *text = recall (map);
          g_autofree char *name = g_strdup_printf ("%s · %s", source->name, map->sheet);

          if (text != NULL)
            td_import_map_recall (map, text);
          gtk_string_list_append (names, source->maps->len > 1 ? name : source->name);
          if (map->table != NULL && !found)
            {
              best = n;
              found = TRUE;
            }
        }
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheets, best);
  self->filling = FALSE;
  sheet_changed_cb (self);
}

/* --- object --------------------------------------------------------------------------------------------- */

static void
td_import_window_dispose (GObject *object)
{
  TdImportWindow *self = TD_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->widget);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_WINDOW);
  G_OBJECT_CLASS (td_import_window_parent_class)->dispose (object);
}

static void
td_import_window_class_init (TdImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_import_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = td_import_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/td-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, sheets);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, tables);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, TdImportWindow, summary);
  gtk_widget_class_bind_template_callback (widget_class, sheet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.run",
                                       NULL);
}

static void
td_import_window_init (TdImportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_string_list_append (names, _ ("– left out –"));
  for (guint i = 0; i < TD_N_TABLES; i++)
    gtk_string_list_append (names, _ (td_table_get ((TdTableId) i)->title));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->tables, G_LIST_MODEL (names));
  self->filling = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
}

void
td_import_window_show (GtkWidget *widget, TdDesk *desk, GListModel *files)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  TdImportWindow *self = g_object_new (TD_TYPE_IMPORT_WINDOW, "transient-for",
                                       GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
  GPtrArray *sources = g_ptr_array_new_with_free_func (free_source);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  self->desk = g_object_ref (desk);
  self->widget = g_object_ref (widget);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      Source *source = g_new0 (Source, 1);

      source->path = g_file_get_path (file);
      source->name = g_file_get_basename (file);
      if (source->path != NULL)
        g_ptr_array_add (sources, source);
      else
        free_source (source);
    }
  gtk_label_set_text (self->summary, _ ("Reading the file…"));
  set_busy (self, TRUE);
  g_task_set_task_data (task, sources, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_thread);
  gtk_window_present (GTK_WINDOW (self));
}

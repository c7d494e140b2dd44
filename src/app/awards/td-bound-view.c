/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-bound-view.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Every mark is a run of characters under a tag of its own, which carries the mark. The buffer's own undo
 * would bring the characters back without their tags, so states of the text are kept here instead.
 */
struct _TdBoundView
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer; /* the view's */
  GPtrArray *undo;       /* of State */
  GPtrArray *redo;       /* of State */
  guint pause_source;    /* 0: what is typed next begins a new state */
  gboolean filling;
};

/* The text as it was. */
typedef struct
{
  char *stored;
  int cursor; /* characters before it */
} State;

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdBoundView, td_bound_view, GTK_TYPE_TEXT_VIEW)

#define MARK_KEY   "td-mark"
#define PAUSE      1000 /* milliseconds without typing that end a state */
#define MAX_STATES 200

static void
piece_free (gpointer data)
{
  TdBoundPiece *self = data;

  g_free (self->text);
  g_free (self->source);
  g_free (self->revision);
  g_free (self->refused);
  g_free (self);
}

static void
state_free (gpointer data)
{
  State *self = data;

  g_free (self->stored);
  g_free (self);
}

/* --- text in and out ------------------------------------------------------------------------------ */

static GtkTextTag *
make_mark_tag (TdBoundView *self, const TdBoundPiece *piece)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  TdBoundPiece *copy = g_new0 (TdBoundPiece, 1);

  copy->text = g_strdup (piece->text);
  copy->source = g_strdup (piece->source);
  copy->revision = g_strdup (piece->revision);
  copy->refused = g_strdup (piece->refused);
  g_object_set_data_full (G_OBJECT (tag), MARK_KEY, copy, piece_free);
  return tag;
}

static void
collect_tag (GtkTextTag *tag, gpointer tags)
{
  if (g_object_get_data (G_OBJECT (tag), MARK_KEY) != NULL)
    g_ptr_array_add (tags, tag);
}

static int
get_cursor (TdBoundView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
fill (TdBoundView *self, const TdBoundText *text, int cursor)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  GtkTextIter at;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_tag_table_foreach (table, collect_tag, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (tags, i));
  for (guint i = 0; i < td_bound_text_get_n_pieces (text); i++)
    {
      const TdBoundPiece *piece = td_bound_text_get_piece (text, i);

      gtk_text_buffer_get_end_iter (self->buffer, &at);
      if (piece->source == NULL)
        gtk_text_buffer_insert (self->buffer, &at, piece->text, -1);
      else
        gtk_text_buffer_insert_with_tags (self->buffer, &at, piece->text, -1,
                                          make_mark_tag (self, piece), NULL);
    }
  gtk_text_buffer_get_iter_at_offset (self->buffer, &at, cursor);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  self->filling = FALSE;
}

static GtkTextTag *
mark_at (const GtkTextIter *iter)
{
  GSList *tags = gtk_text_iter_get_tags (iter);
  GtkTextTag *found = NULL;

  for (GSList *at = tags; at != NULL; at = at->next)
    if (g_object_get_data (G_OBJECT (at->data), MARK_KEY) != NULL)
      found = at->data;
  g_slist_free (tags);
  return found;
}

/*
 * What was typed into a mark stays bound, so that it is seen to say something else than its source. Nobody
 * has vouched for it, though, and nobody has refused the source's words for it.
 */
static void
append_run (GString *stored, const TdBoundPiece *mark, char *text)
{
  if (mark != NULL && strcmp (text, mark->text) == 0)
    td_bound_text_append_piece (stored, mark);
  else if (mark == NULL || strpbrk (text, "\r\n") != NULL
           || g_str_has_prefix (mark->source, "hand:"))
    td_bound_text_append_words (stored, text);
  else
    {
      TdBoundPiece typed = { text, mark->source, mark->revision, NULL };

      td_bound_text_append_piece (stored, &typed);
    }
}

char *
td_bound_view_read (TdBoundView *self)
{
  GString *stored = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  while (!gtk_text_iter_is_end (&start))
    {
      GtkTextTag *tag = mark_at (&start);
      const TdBoundPiece *mark = tag != NULL ? g_object_get_data (G_OBJECT (tag), MARK_KEY) : NULL;
      g_autofree char *text = NULL;

      end = start;
      /* Highlights begin and end within words: go on until the mark is another. */
      do
        gtk_text_iter_forward_to_tag_toggle (&end, NULL);
      while (!gtk_text_iter_is_end (&end) && mark_at (&end) == tag);
      text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
      append_run (stored, mark, text);
      start = end;
    }
  return g_string_free (stored, FALSE);
}

/* --- undoing what was typed ----------------------------------------------------------------------- */

static void
forget (TdBoundView *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_handle_id (&self->pause_source, g_source_remove);
}

static void
push (TdBoundView *self, GPtrArray *states)
{
  State *state = g_new (State, 1);

  state->stored = td_bound_view_read (self);
  state->cursor = get_cursor (self);
  g_ptr_array_add (states, state);
  if (states->len > MAX_STATES)
    g_ptr_array_remove_index (states, 0);
}

static gboolean
pause_cb (gpointer data)
{
  TD_BOUND_VIEW (data)->pause_source = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_cb (TdBoundView *self)
{
  if (self->filling)
    return;
  if (self->pause_source == 0)
    {
      push (self, self->undo);
      g_ptr_array_set_size (self->redo, 0);
    }
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
}

/* Goes to the last of @from that says something else; FALSE when there is none. */
static gboolean
travel (TdBoundView *self, GPtrArray *from, GPtrArray *to)
{
  g_autofree char *now = td_bound_view_read (self);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  while (from->len > 0)
    {
      State *state = g_ptr_array_steal_index (from, from->len - 1);

      if (strcmp (state->stored, now) != 0)
        {
          g_autoptr (TdBoundText) text = td_bound_text_new (state->stored);

          push (self, to);
          fill (self, text, state->cursor);
          state_free (state);
          g_signal_emit (self, signals[SIGNAL_EDITED], 0);
          return TRUE;
        }
      state_free (state);
    }
  return FALSE;
}

/* With nothing of its own left to undo the key goes on to the window, whose undo is the file's. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
        TdBoundView *self)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  guint lower = gdk_keyval_to_lower (key);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != GDK_CONTROL_MASK)
    return FALSE;
  if (lower == GDK_KEY_z && !shift)
    return travel (self, self->undo, self->redo);
  if ((lower == GDK_KEY_z && shift) || (lower == GDK_KEY_y && !shift))
    return travel (self, self->redo, self->undo);
  return FALSE;
}

static void
changed_cb (TdBoundView *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* --- highlights ----------------------------------------------------------------------------------- */

static const char *
tag_of (TdBoundState state)
{
  switch (state)
    {
    case TD_BOUND_STALE:
    case TD_BOUND_LOST:
      return "stale";
    case TD_BOUND_UNSOURCED:
    case TD_BOUND_BROKEN:
      return "unsourced";
    case TD_BOUND_NO_EVIDENCE:
      return "evidence";
    case TD_BOUND_CURRENT:
      return "bound";
    case TD_BOUND_KEPT:
    case TD_BOUND_BY_HAND:
    default:
      return "kept";
    }
}

static void
get_place (TdBoundView *self, const char *shown, gsize byte, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (
      self->buffer, iter, (int) g_utf8_strlen (shown, (gssize) MIN (byte, strlen (shown))));
}

static char *
dup_shown (TdBoundView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

void
td_bound_view_highlight (TdBoundView *self, const GPtrArray *findings)
{
  static const char *const names[] = {
    "sentence", "bound", "stale", "unsourced", "evidence", "kept"
  };
  g_autofree char *shown = dup_shown (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_text_buffer_remove_tag_by_name (self->buffer, names[i], &start, &end);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const TdBoundFinding *finding = g_ptr_array_index (findings, i);

      get_place (self, shown, finding->start, &start);
      get_place (self, shown, finding->end, &end);
      gtk_text_buffer_apply_tag_by_name (self->buffer, tag_of (finding->state), &start, &end);
      if (finding->state != TD_BOUND_STALE && finding->state != TD_BOUND_LOST)
        continue;
      get_place (self, shown, finding->sentence_start, &start);
      get_place (self, shown, finding->sentence_end, &end);
      gtk_text_buffer_apply_tag_by_name (self->buffer, "sentence", &start, &end);
    }
}

void
td_bound_view_go_to (TdBoundView *self, gsize start, gsize end)
{
  g_autofree char *shown = dup_shown (self);
  GtkTextIter from, to;

  get_place (self, shown, start, &from);
  get_place (self, shown, end, &to);
  gtk_text_buffer_select_range (self->buffer, &to, &from);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer),
                                0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

gsize
td_bound_view_get_cursor (TdBoundView *self)
{
  g_autofree char *shown = dup_shown (self);

  return (gsize) (g_utf8_offset_to_pointer (shown, get_cursor (self)) - shown);
}

void
td_bound_view_set (TdBoundView *self, const TdBoundText *text)
{
  forget (self);
  fill (self, text, get_cursor (self));
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_bound_view_dispose (GObject *object)
{
  TdBoundView *self = TD_BOUND_VIEW (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  G_OBJECT_CLASS (td_bound_view_parent_class)->dispose (object);
}

static void
td_bound_view_finalize (GObject *object)
{
  TdBoundView *self = TD_BOUND_VIEW (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  G_OBJECT_CLASS (td_bound_view_parent_class)->finalize (object);
}

static void
td_bound_view_class_init (TdBoundViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_bound_view_dispose;
  G_OBJECT_CLASS (class)->finalize = td_bound_view_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", TD_TYPE_BOUND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_tags (TdBoundView *self)
{
  gtk_text_buffer_create_tag (self->buffer, "sentence", "background-rgba",
                              &(GdkRGBA){ 0.9f, 0.65f, 0.0f, 0.16f }, NULL);
  gtk_text_buffer_create_tag (self->buffer, "bound", "underline", PANGO_UNDERLINE_SINGLE,
                              "underline-rgba", &(GdkRGBA){ 0.5f, 0.5f, 0.5f, 0.6f }, NULL);
  gtk_text_buffer_create_tag (self->buffer, "evidence", "background-rgba",
                              &(GdkRGBA){ 0.3f, 0.5f, 0.9f, 0.25f }, NULL);
  /* After those it is to be seen above. */
  gtk_text_buffer_create_tag (self->buffer, "stale", "background-rgba",
                              &(GdkRGBA){ 0.9f, 0.55f, 0.0f, 0.5f }, "weight", PANGO_WEIGHT_BOLD,
                              NULL);
  gtk_text_buffer_create_tag (self->buffer, "unsourced", "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_create_tag (self->buffer, "kept", "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

static void
td_bound_view_init (TdBoundView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->undo = g_ptr_array_new_with_free_func (state_free);
  self->redo = g_ptr_array_new_with_free_func (state_free);
  self->buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 8);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_pixels_below_lines (view, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Achievement report"), -1);
  make_tags (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (self->buffer, "begin-user-action", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
td_bound_view_new (void)
{
  return g_object_new (TD_TYPE_BOUND_VIEW, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-follower.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _TdFollower
{
  char *path;
  TdDesk *desk;  /* owned; NULL: never opened yet */
  GStatBuf seen; /* which file it was */
  char *problem;
  TdId movement;
  TdDate as_of;
  TdBasis basis;
  gboolean changed; /* the desk's signals came since the last look */
};

TdFollower *
td_follower_new (const char *path)
{
  TdFollower *self = g_new0 (TdFollower, 1);

  self->path = g_strdup (path);
  self->basis = TD_BASIS_APPRAISED;
  td_follower_look (self);
  return self;
}

static void
changed_cb (TdFollower *self)
{
  self->changed = TRUE;
}

static void
records_changed_cb (TdFollower *self, TdChanges *changes)
{
  self->changed = TRUE;
}

static void
drop_desk (TdFollower *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
}

void
td_follower_free (TdFollower *self)
{
  if (self == NULL)
    return;
  drop_desk (self);
  g_free (self->problem);
  g_free (self->path);
  g_free (self);
}

/* TRUE when the words are others than before. */
static gboolean
set_problem (TdFollower *self, const char *problem)
{
  gboolean other = g_strcmp0 (self->problem, problem) != 0;
  char *copy = g_strdup (problem);

  g_free (self->problem);
  self->problem = copy;
  return other;
}

/* The movement asked for may be gone from a file that was put in the other's place: then its own. */
static gboolean
apply_view (TdFollower *self, TdDesk *desk, GError **error)
{
  if (self->movement != TD_ID_NONE && !td_desk_set_movement (desk, self->movement, NULL))
    g_message ("the movement shown is not in the file any more");
  return td_desk_set_as_of (desk, self->as_of, error)
         && td_desk_set_basis (desk, self->basis, error);
}

/* On failure the desk of before stays. */
static gboolean
open_anew (TdFollower *self, const GStatBuf *now, GError **error)
{
  g_autoptr (TdStore) store = td_store_open (self->path, TD_OPEN_READ, error);
  g_autoptr (TdDesk) desk = NULL;

  if (store == NULL)
    return FALSE;
  desk = td_desk_new (store, TD_ID_NONE, error);
  if (desk == NULL || !apply_view (self, desk, error))
    return FALSE;
  drop_desk (self);
  self->desk = g_steal_pointer (&desk);
  self->seen = *now;
  g_signal_connect_swapped (self->desk, "scores-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->desk, "records-changed", G_CALLBACK (records_changed_cb), self);
  return TRUE;
}

static gboolean
is_same_file (const GStatBuf *a, const GStatBuf *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

gboolean
td_follower_look (TdFollower *self)
{
  g_autoptr (GError) error = NULL;
  GStatBuf now;

  if (g_stat (self->path, &now) != 0)
    {
      g_autofree char *problem =
          g_strdup_printf (_ ("The file “%s” cannot be reached."), self->path);

      return set_problem (self, problem);
    }
  /* Once it was away, what is open may belong to a file that is gone. */
  if (self->desk == NULL || self->problem != NULL || !is_same_file (&self->seen, &now))
    {
      if (!open_anew (self, &now, &error))
        return set_problem (self, error->message);
      set_problem (self, NULL);
      return TRUE;
    }
  self->changed = FALSE;
  td_store_refresh (td_desk_get_store (self->desk));
  if (td_desk_get_error (self->desk) != NULL)
    return set_problem (self, td_desk_get_error (self->desk)->message) || self->changed;
  return self->changed;
}

void
td_follower_set_view (TdFollower *self, TdId movement, TdDate as_of, TdBasis basis)
{
  g_autoptr (GError) error = NULL;

  self->movement = movement;
  self->as_of = as_of;
  self->basis = basis;
  if (self->desk != NULL && !apply_view (self, self->desk, &error))
    set_problem (self, error->message);
}

TdDesk *
td_follower_get_desk (TdFollower *self)
{
  return self->desk;
}

const char *
td_follower_get_problem (TdFollower *self)
{
  return self->problem;
}

gint64
td_follower_get_changed_at (TdFollower *self)
{
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) at = NULL;

  if (self->desk == NULL)
    return 0;
  journal = td_store_load_journal (td_desk_get_store (self->desk), TD_ID_NONE, 1, NULL);
  if (journal == NULL || journal->len == 0)
    return 0;
  /* The journal's times are Việt Nam's. */
  zone = g_time_zone_new_offset (7 * 60 * 60);
  at = g_date_time_new_from_iso8601 (((TdJournalRow *) journal->pdata[0])->at, zone);
  return at != NULL ? g_date_time_to_unix (at) : 0;
}

char *
td_age_words (gint64 seconds)
{
  const gint64 minute = 60, hour = 60 * minute, day = 24 * hour;

  if (seconds < minute)
    return g_strdup (_ ("just now"));
  if (seconds < hour)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute ago", "%d minutes ago",
                                         (gulong) (seconds / minute)),
                            (int) (seconds / minute));
  if (seconds < day)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d hour ago", "%d hours ago", (gulong) (seconds / hour)),
        (int) (seconds / hour));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong) (seconds / day)),
      (int) MIN (seconds / day, G_MAXINT));
}

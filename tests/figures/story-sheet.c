/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story-sheet FILE CODE OUT.pdf: the page of a unit or a target, to be looked at. */
#include "base/td-i18n.h"
#include "figures/td-story.h"
#include "print/td-pdf.h"

static void
draw_figure (cairo_t *cr, double width, double height, const TdFigure *figure, gpointer data)
{
  td_story_draw_charts (data, cr, width, height);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (TdStory) story = NULL;
  g_autoptr (TdDocument) document = NULL;
  TdPages *pages;
  int unit;

  td_i18n_init (NULL);
  store = argc == 4 ? td_store_open (argv[1], TD_OPEN_READ, &error) : NULL;
  desk = store != NULL ? td_desk_new (store, TD_ID_NONE, &error) : NULL;
  if (desk == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "story-sheet FILE CODE OUT.pdf");
      return 2;
    }
  unit = td_movement_find_unit_code (td_desk_get_movement (desk), argv[2]);
  story = unit >= 0
              ? td_story_new_for_unit (
                  desk, td_movement_unit (td_desk_get_movement (desk), unit)->id, &error)
              : td_story_new_for_target (
                  desk,
                  td_store_find (store, TD_TABLE_TARGETS, td_desk_get_movement_id (desk), argv[2]),
                  &error);
  if (story == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  document = td_story_to_document (story);
  pages = td_pages_new_for_document (document);
  td_pages_set_figures (pages, draw_figure, story, NULL);
  if (!td_pdf_write (pages, argv[3], NULL, &error))
    g_printerr ("%s\n", error->message);
  td_pages_free (pages);
  return error != NULL;
}

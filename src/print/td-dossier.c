/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-dossier.h"

static const char *
get_title (const TdDossierItem *item)
{
  if (item->title != NULL)
    return item->title;
  return item->document != NULL ? item->document->title : item->path;
}

/* A file, with the line that says on each of its pages what it is and what it proves. */
static TdBoundFile *
make_file (const TdDossierItem *item)
{
  TdBoundFile *file = td_bound_file_new (item->path, get_title (item));

  td_bound_file_set_hash (file, item->hash);
  if (item->note != NULL)
    {
      g_autofree char *head = g_strdup_printf ("%s - %s", get_title (item), item->note);

      td_bound_file_set_head (file, head);
    }
  return file;
}

TdPages *
td_dossier_bind (const TdTemplate *template, const TdDossierBinding *data, GError **error)
{
  g_autofree TdContentsRow *rows = g_new0 (TdContentsRow, data->n_items);
  TdContents contents = { .paper = data->paper,
                          .round = data->round,
                          .subject = data->subject,
                          .rows = rows,
                          .n_rows = data->n_items };
  g_autoptr (TdDocument) front = NULL;
  TdPages *pages;

  for (guint i = 0; i < data->n_items; i++)
    {
      const TdDossierItem *item = &data->items[i];

      g_return_val_if_fail ((item->document != NULL) != (item->path != NULL), NULL);
      rows[i].title = get_title (item);
      rows[i].number = item->number;
      rows[i].date = item->date;
      rows[i].note = item->note;
      /* The contents page itself is the first part. */
      rows[i].anchor = i + 1;
    }
  front = td_contents_build (template, &contents, error);
  if (front == NULL)
    return NULL;
  pages = td_pages_new ();
  td_pages_set_running (pages, TRUE);
  td_pages_add_document (pages, front);
  for (guint i = 0; i < data->n_items; i++)
    if (data->items[i].document != NULL)
      td_pages_add_document (pages, data->items[i].document);
    else
      td_pages_take_evidence (pages, make_file (&data->items[i]));
  return pages;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bound dossier: a contents page, all papers, the evidence as it is, in one bundle with continuous
 * page numbers at the foot, beside the papers' own. Written with td_pdf_write(). The check list lies
 * beside it and is printed on its own.
 */
#pragma once

#include "documents/td-contents.h"
#include "print/td-pages.h"

G_BEGIN_DECLS

/**
 * TdDossierItem:
 * @document: a paper, or
 * @path: a file: a PDF or a picture
 * @title: as the contents page has it; %NULL for a paper's own title
 * @number: number and sign (nullable)
 * @date: of the paper, or %TD_DATE_NONE
 * @note: “Minh chứng chỉ tiêu 2.1” (nullable); stands at the head of a file's pages too
 * @hash: SHA-256 of the file when it was taken on file (nullable)
 *
 * One thing that is bound.
 */
typedef struct
{
  const TdDocument *document;
  const char *path;
  const char *title;
  const char *number;
  TdDate date;
  const char *note;
  const char *hash;
} TdDossierItem;

/**
 * TdDossierBinding:
 * @paper: of whom and when, for the contents page
 * @round: “hồ sơ đề nghị khen thưởng phong trào thi đua … năm 2024”
 * @subject: whose dossier it is (nullable)
 * @items: in the order they are bound
 */
typedef struct
{
  TdPaper paper;
  const char *round;
  const char *subject;
  const TdDossierItem *items;
  guint n_items;
} TdDossierBinding;

/*
 * The bundle; @template is that of the contents page (%TD_PAPER_DOSSIER). Files are opened as their
 * pages are laid out; one that cannot be read gets a page that says so, one that is not
 * what it was when it was taken on file says so at the head of its pages, and both are named by
 * td_pages_get_problems(). Fails with %TD_ERROR_INVALID when there is no issuing body. (transfer full)
 */
TdPages *td_dossier_bind (const TdTemplate *template, const TdDossierBinding *data,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every administrative paper has, whatever it says: who issues it, its number, place and day, to
 * whom it goes, who signs; and the making of a paper from a template. Layout and order follow
 * NĐ 30/2020, Phụ lục I and the forms of Phụ lục III.
 *
 * The structures are borrowed for the time of the call; the document copies what it keeps.
 */
#pragma once

#include "documents/td-template.h"

G_BEGIN_DECLS

/**
 * TdAuthority:
 * @TD_AUTHORITY_OWN: signs for himself
 * @TD_AUTHORITY_TM: thay mặt, for a collective
 * @TD_AUTHORITY_Q: quyền, acting head
 * @TD_AUTHORITY_KT: ký thay, a deputy for the head
 * @TD_AUTHORITY_TL: thừa lệnh, by order
 * @TD_AUTHORITY_TUQ: thừa ủy quyền, by delegation
 *
 * By what right one signs (II.7.b).
 */
typedef enum
{
  TD_AUTHORITY_OWN,
  TD_AUTHORITY_TM,
  TD_AUTHORITY_Q,
  TD_AUTHORITY_KT,
  TD_AUTHORITY_TL,
  TD_AUTHORITY_TUQ,
} TdAuthority;

/* “TM. ” and so on, "" for the first. (transfer none) */
const char *td_authority_get_prefix (TdAuthority authority);

/**
 * TdSignLine:
 * @authority: what is written before @office
 * @office: “Ủy ban nhân dân”, “Chủ tịch”
 *
 * One line above a signature: {TM, "Ủy ban nhân dân"}, {KT, "Chủ tịch"}, {OWN, "Phó Chủ tịch"}.
 */
typedef struct
{
  TdAuthority authority;
  const char *office;
} TdSignLine;

/**
 * TdSigner:
 * @lines: by what right and in what office
 * @n_lines: how many
 * @note: “(Ký, ghi rõ họ tên)”, or %NULL
 * @name: without titles and degrees (II.7.c); %NULL leaves it to be written
 */
typedef struct
{
  const TdSignLine *lines;
  guint n_lines;
  const char *note;
  const char *name;
} TdSigner;

/**
 * TdPaper:
 * @superior: the body above the issuing one (nullable)
 * @agency: the issuing body, as in a sentence: “Ủy ban nhân dân thành phố Móng Cái”
 * @number: the paper's number; %NULL leaves dots for the registry
 * @sign: “TTr-UBND”; %NULL with a @number of %NULL for papers that are not registered
 * @place: “Móng Cái”
 * @date: %TD_DATE_NONE leaves dots
 * @addressees: Kính gửi; %NULL-terminated, nullable
 * @recipients: Nơi nhận, without dashes and with “Lưu: VT, NV” last; %NULL-terminated, nullable
 * @grounds: căn cứ, without “Căn cứ” and without the mark at their end; %NULL-terminated, nullable
 * @signer: who signs
 * @electronic: a file that is signed: annexes then need not say what they come with (III.1.c)
 * @revision: the short code of a final paper; %NULL is a draft
 */
typedef struct
{
  const char *superior;
  const char *agency;
  const char *number;
  const char *sign;
  const char *place;
  TdDate date;
  const char *const *addressees;
  const char *const *recipients;
  const char *const *grounds;
  TdSigner signer;
  gboolean electronic;
  const char *revision;
} TdPaper;

/*
 * The paper: @template filled with @values, to which the values every paper has are added. @func may
 * be %NULL when the vocabulary has no pieces of its own.
 *
 * Fails with %TD_ERROR_INVALID when the paper has no issuing body. (transfer full)
 */
TdDocument *
td_paper_compose (const TdTemplate *template, const TdPaper *paper, TdValues *values,
                  TdPieceFunc func, gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Once more into the same document, for papers that come in numbers: a new section at the end, filled
 * as td_paper_compose() does.
 */
void td_paper_fill_again (const TdTemplate *template, TdDocument *document, const TdPaper *paper,
                          TdValues *values);

/* The two columns on top; minutes have no place and date there (Mẫu 1.9). */
void td_paper_add_masthead (TdSection *section, const TdPaper *paper, gboolean with_date);

/*
 * Recipients on the left, the signer on the right. With @other (nullable) its signature comes to the
 * left, and the recipients below it.
 */
void td_paper_add_signatures (TdSection *section, const TdPaper *paper, const TdSigner *other);

/* The built-in templates' file of a kind: "proposal.txt". (transfer none) */
const char *td_paper_kind_get_template_name (TdPaperKind kind);

/*
 * Reads a template. @text is what the office has made of it, @where its name for problems; with %NULL
 * for both it is the built-in one. %NULL when there are problems. (transfer full)
 */
TdTemplate *td_paper_template_new (TdPaperKind kind, const char *text, const char *where,
                                   TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/* The built-in template as text, to be copied and changed. (transfer full) */
char *td_paper_dup_template (TdPaperKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* The law's grounds by law pack, a key file: data/papers/grounds.ini. (transfer full) */
char *td_paper_dup_grounds (void) G_GNUC_WARN_UNUSED_RESULT;

/* The built-in description of printed stock, A4 or A3; see print/td-stock.h. (transfer full) */
char *td_paper_dup_stock (gboolean a3) G_GNUC_WARN_UNUSED_RESULT;

/* The names a kind of paper has. (transfer none) */
const TdVocabulary *td_paper_kind_get_vocabulary (TdPaperKind kind);

G_END_DECLS

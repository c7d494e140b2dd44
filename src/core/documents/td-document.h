/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a paper says, as a tree: sections of blocks, a block being a paragraph of runs, a table, or a
 * figure. Not a word about how it looks: a paragraph has a role (the name of the State, a heading, the
 * signer's name), and the room `print` knows the look of each role from the decree.
 *
 * A document is made by one thread, from top to bottom, and is not changed afterwards; then it may be
 * read by any. All that hangs on it is owned by it, texts too, and goes with the last reference.
 */
#pragma once

#include "base/td-error.h"

G_BEGIN_DECLS

typedef struct _TdDocument TdDocument;
typedef struct _TdSection TdSection;
typedef struct _TdBlock TdBlock;
typedef struct _TdParagraph TdParagraph;
typedef struct _TdPaperTable TdPaperTable;
typedef struct _TdPaperRow TdPaperRow;
typedef struct _TdPaperCell TdPaperCell;
typedef struct _TdFigure TdFigure;

/**
 * TdPaperKind:
 * @TD_PAPER_PROPOSAL: tờ trình đề nghị khen thưởng, with its nominee list
 * @TD_PAPER_MINUTES: biên bản họp Hội đồng
 * @TD_PAPER_ACHIEVEMENT: báo cáo thành tích
 * @TD_PAPER_DECISION: quyết định tặng thưởng
 * @TD_PAPER_CERTIFICATE: giấy khen, bằng khen: words to be set on printed stock
 * @TD_PAPER_DOSSIER: mục lục hồ sơ, the contents page of a bound dossier
 * @TD_PAPER_PROGRESS: báo cáo kết quả of a period
 * @TD_PAPER_RANKING: bảng xếp hạng
 * @TD_PAPER_REMINDER: công văn đôn đốc
 * @TD_PAPER_BRIEFING: one page for leaders
 * @TD_PAPER_CHECK_LIST: phiếu kiểm tra hồ sơ
 *
 * The papers of PRINT.md.
 */
typedef enum
{
  TD_PAPER_PROPOSAL,
  TD_PAPER_MINUTES,
  TD_PAPER_ACHIEVEMENT,
  TD_PAPER_DECISION,
  TD_PAPER_CERTIFICATE,
  TD_PAPER_DOSSIER,
  TD_PAPER_PROGRESS,
  TD_PAPER_RANKING,
  TD_PAPER_REMINDER,
  TD_PAPER_BRIEFING,
  TD_PAPER_CHECK_LIST,
} TdPaperKind;

#define TD_N_PAPER_KINDS (TD_PAPER_CHECK_LIST + 1)

/* PRINT.md's name of it, as used on the command line: "proposal". (transfer none) */
const char *td_paper_kind_get_name (TdPaperKind kind);
/* FALSE when there is no such kind. */
gboolean td_paper_kind_from_name (const char *name, TdPaperKind *out);

/**
 * TdRole:
 *
 * What a paragraph is. The elements of NĐ 30/2020, Phụ lục I, with the number of their place in its
 * Mục IV where they have one, and the few that papers have besides.
 */
typedef enum
{
  TD_ROLE_BODY,            /* 6: text */
  TD_ROLE_NATION,          /* 1: Quốc hiệu */
  TD_ROLE_MOTTO,           /* 1: Tiêu ngữ, with its rule */
  TD_ROLE_SUPERIOR,        /* 2: cơ quan chủ quản */
  TD_ROLE_AGENCY,          /* 2: cơ quan ban hành, with its rule */
  TD_ROLE_NUMBER,          /* 3: Số: 05/TTr-UBND */
  TD_ROLE_PLACE_DATE,      /* 4: Móng Cái, ngày … */
  TD_ROLE_LETTER_SUBJECT,  /* 5b: V/v … */
  TD_ROLE_TYPE,            /* 5a: TỜ TRÌNH */
  TD_ROLE_SUBJECT,         /* 5a: trích yếu, with its rule */
  TD_ROLE_ADDRESS,         /* 9a: Kính gửi, one addressee on the same line */
  TD_ROLE_ADDRESS_HEAD,    /* 9a: Kính gửi, several addressees to follow */
  TD_ROLE_ADDRESSEE,       /* 9a: one of several */
  TD_ROLE_GROUND,          /* 6a: căn cứ */
  TD_ROLE_AUTHORITY,       /* 6: THẨM QUYỀN BAN HÀNH of a decision */
  TD_ROLE_RESOLVE,         /* 6: QUYẾT ĐỊNH: */
  TD_ROLE_HEADING,         /* 6đ: I. TIÊU ĐỀ CỦA MỤC */
  TD_ROLE_CLAUSE,          /* 6đ: 1. Tiêu đề của khoản */
  TD_ROLE_SUBCLAUSE,       /* a) … with a heading of its own */
  TD_ROLE_ARTICLE,         /* 6đ: Điều 1. … */
  TD_ROLE_CENTERED,        /* a centred line of the body */
  TD_ROLE_RECIPIENTS_HEAD, /* 9b: Nơi nhận: */
  TD_ROLE_RECIPIENT,       /* 9b: one line of it */
  TD_ROLE_SIGN_AUTHORITY,  /* 7a: TM. …, CHỦ TỊCH */
  TD_ROLE_SIGN_NOTE,       /* (Ký, ghi rõ họ tên) */
  TD_ROLE_SIGN_SPACE,      /* 7c: room for the hand; no text */
  TD_ROLE_SIGN_NAME,       /* 7b */
  TD_ROLE_ANNEX_LABEL,     /* Phụ lục I */
  TD_ROLE_ANNEX_TITLE,     /* its title */
  TD_ROLE_ANNEX_REFERENCE, /* (Kèm theo …), with its rule */
  TD_ROLE_CAPTION,         /* the title of a table or figure */
  TD_ROLE_UNIT_NOTE,       /* Đơn vị tính: … */
  TD_ROLE_NOTE,            /* Ghi chú under a table */
  TD_ROLE_CELL,
  TD_ROLE_CELL_HEAD,
  TD_ROLE_CELL_GROUP, /* a row that heads the rows after it, or a total */
  TD_ROLE_FIELD,      /* words placed on printed stock by the name of their field */
} TdRole;

#define TD_N_ROLES (TD_ROLE_FIELD + 1)

/**
 * TdAlign:
 * @TD_ALIGN_ROLE: as the role (or the column) has it
 * @TD_ALIGN_LEFT: to the left
 * @TD_ALIGN_CENTER: to the middle
 * @TD_ALIGN_RIGHT: to the right
 * @TD_ALIGN_JUSTIFY: to both sides
 * @TD_ALIGN_DECIMAL: numbers under each other on the decimal comma; in tables only
 */
typedef enum
{
  TD_ALIGN_ROLE,
  TD_ALIGN_LEFT,
  TD_ALIGN_CENTER,
  TD_ALIGN_RIGHT,
  TD_ALIGN_JUSTIFY,
  TD_ALIGN_DECIMAL,
} TdAlign;

/**
 * TdRef:
 * @table: the table the record is in, or %NULL for no record
 * @id: the record
 *
 * The record behind a line, for the click in the preview.
 */
typedef struct
{
  const char *table;
  TdId id;
} TdRef;

/**
 * TdFactMarks:
 * @TD_FACT_STALE: the figure has changed since the sentence was written
 * @TD_FACT_UNSOURCED: typed by hand, no figure behind it
 * @TD_FACT_NO_EVIDENCE: the claim has no evidence
 *
 * What is to be looked at before signing. Shown on the screen and on the check list, never on the
 * paper itself (AWARDS.md, "Achievement report").
 */
typedef enum
{
  TD_FACT_SOUND = 0,
  TD_FACT_STALE = 1 << 0,
  TD_FACT_UNSOURCED = 1 << 1,
  TD_FACT_NO_EVIDENCE = 1 << 2,
} TdFactMarks;

/**
 * TdFact:
 * @ref: the record the words were taken from
 * @field: which field of it (nullable)
 * @period: the period of the figure (nullable)
 * @revision: the revision it was taken at
 * @marks: what is wrong with it
 * @now: what the source says now, when stale (nullable)
 *
 * The bond between words on a paper and the figure they came from.
 */
typedef struct
{
  TdRef ref;
  const char *field;
  const char *period;
  gint64 revision;
  TdFactMarks marks;
  const char *now;
} TdFact;

/**
 * TdRunFlags:
 * @TD_RUN_BOLD: bold, besides what the role is
 * @TD_RUN_ITALIC: italic, besides what the role is
 * @TD_RUN_UPRIGHT: neither bold nor italic, whatever the role is
 * @TD_RUN_PAGE: the text is a number's place: printed is the page on which @anchor begins
 */
typedef enum
{
  TD_RUN_PLAIN = 0,
  TD_RUN_BOLD = 1 << 0,
  TD_RUN_ITALIC = 1 << 1,
  TD_RUN_UPRIGHT = 1 << 2,
  TD_RUN_PAGE = 1 << 3,
} TdRunFlags;

/**
 * TdSpan:
 * @text: the words, NFC; a line break begins a new paragraph
 * @flags: how they are set off
 * @fact: the figure they came from (nullable)
 *
 * Words handed to a builder. Nothing of it is kept: the document copies.
 */
typedef struct
{
  const char *text;
  TdRunFlags flags;
  const TdFact *fact;
} TdSpan;

/* One run of a paragraph; the members are the document's. */
typedef struct
{
  const char *text; /* never %NULL; "" for %TD_RUN_PAGE */
  TdRunFlags flags;
  guint anchor; /* of %TD_RUN_PAGE: which part of the bundle */
  const TdFact *fact;
} TdRun;

struct _TdParagraph
{
  TdDocument *document;
  TdRole role;
  TdAlign align;
  const char *label; /* "-", "a)", "1.": printed before the text with a space; nullable */
  const char *field; /* of %TD_ROLE_FIELD: the field of the stock; else %NULL */
  TdRef ref;
  GArray *runs; /* of TdRun */
};

/**
 * TdTableUse:
 * @TD_TABLE_GRID: a table of data, ruled
 * @TD_TABLE_MASTHEAD: the two columns on top of a paper, not ruled
 * @TD_TABLE_SIGNATURES: recipients and signatures, not ruled; never alone on a page
 */
typedef enum
{
  TD_TABLE_GRID,
  TD_TABLE_MASTHEAD,
  TD_TABLE_SIGNATURES,
} TdTableUse;

/**
 * TdColumn:
 * @width: fixed width in tenths of a millimetre, or 0 to be found from the content
 * @align: how its cells are aligned
 * @stretch: whether it takes the room that is left over
 */
typedef struct
{
  guint width;
  TdAlign align;
  gboolean stretch;
} TdColumn;

/**
 * TdRowKind:
 * @TD_ROW_BODY: a row of data
 * @TD_ROW_HEAD: repeated on every page the table goes on to; before all others
 * @TD_ROW_GROUP: heads the rows after it: stays with the next
 * @TD_ROW_TOTAL: sums the rows before it: stays with the one before
 */
typedef enum
{
  TD_ROW_BODY,
  TD_ROW_HEAD,
  TD_ROW_GROUP,
  TD_ROW_TOTAL,
} TdRowKind;

struct _TdPaperCell
{
  GPtrArray *paragraphs; /* of TdParagraph */
  guint column;          /* its first column */
  guint col_span;        /* at least 1 */
  guint row_span;        /* at least 1 */
  TdPaperRow *row;
};

struct _TdPaperRow
{
  TdPaperTable *table;
  TdRowKind kind;
  guint index;
  TdRef ref;
  GPtrArray *cells; /* of TdPaperCell, by column; columns covered from above have none */
};

struct _TdPaperTable
{
  TdDocument *document;
  TdTableUse use;
  const char *summary; /* in words, for those who do not see it; nullable */
  GArray *columns;     /* of TdColumn */
  GPtrArray *rows;     /* of TdPaperRow */
};

/**
 * TdFigure:
 * @id: what the painter knows it by
 * @description: in words, for those who do not see it; never %NULL
 * @height: wanted height, tenths of a millimetre
 * @min_height: how far it may shrink on a one-page paper, tenths of a millimetre
 *
 * A picture drawn by a function that is handed over when the pages are made; as wide as the text.
 */
struct _TdFigure
{
  const char *id;
  const char *description;
  guint height;
  guint min_height;
  TdRef ref;
};

typedef enum
{
  TD_BLOCK_PARAGRAPH,
  TD_BLOCK_TABLE,
  TD_BLOCK_FIGURE,
  TD_BLOCK_PAGE_BREAK,
} TdBlockKind;

struct _TdBlock
{
  TdBlockKind kind;
  union
  {
    TdParagraph *paragraph;
    TdPaperTable *table;
    TdFigure *figure;
  };
};

/**
 * TdSectionFlags:
 * @TD_SECTION_LANDSCAPE: the long side lies
 * @TD_SECTION_ANNEX: a phụ lục: its pages are numbered from 1 again (III.1.đ)
 * @TD_SECTION_UNNUMBERED: no page numbers
 * @TD_SECTION_ONE_PAGE: figures give way so that it is one page
 * @TD_SECTION_A3: on A3 instead of A4
 * @TD_SECTION_STOCK: words on printed stock, by fields
 */
typedef enum
{
  TD_SECTION_PLAIN = 0,
  TD_SECTION_LANDSCAPE = 1 << 0,
  TD_SECTION_ANNEX = 1 << 1,
  TD_SECTION_UNNUMBERED = 1 << 2,
  TD_SECTION_ONE_PAGE = 1 << 3,
  TD_SECTION_A3 = 1 << 4,
  TD_SECTION_STOCK = 1 << 5,
} TdSectionFlags;

struct _TdSection
{
  TdDocument *document;
  TdSectionFlags flags;
  const char *title; /* for the outline; nullable */
  GPtrArray *blocks; /* of TdBlock */
};

struct _TdDocument
{
  TdPaperKind kind;
  const char *title;    /* for the file and the outline: “Tờ trình số 05/TTr-UBND …” */
  const char *author;   /* the agency */
  TdDate date;          /* the paper's own, or %TD_DATE_NONE */
  gboolean draft;       /* says so on every page */
  const char *revision; /* the short code of a final paper; nullable */
  GPtrArray *sections;  /* of TdSection */

  /*< private >*/
  GStringChunk *texts;
  GPtrArray *facts;
};

/* An empty document with no section; a draft. (transfer full) */
TdDocument *td_document_new (TdPaperKind kind) G_GNUC_WARN_UNUSED_RESULT;
TdDocument *td_document_ref (TdDocument *self);
void td_document_unref (TdDocument *self);

/* Each of these copies @text; %NULL clears. */
void td_document_set_title (TdDocument *self, const char *text);
void td_document_set_author (TdDocument *self, const char *text);
/* A final paper has its code and no “DỰ THẢO”; %NULL makes it a draft again. */
void td_document_set_final (TdDocument *self, const char *revision);

/* The new last section. (transfer none) */
TdSection *td_document_add_section (TdDocument *self, TdSectionFlags flags, const char *title);

/* The new last block of the section. (transfer none) */
TdParagraph *td_section_add_paragraph (TdSection *self, TdRole role);
TdPaperTable *
td_section_add_table (TdSection *self, TdTableUse use, const TdColumn *columns, guint n_columns);
TdFigure *td_section_add_figure (TdSection *self, const char *id, const char *description,
                                 guint height, guint min_height);
void td_section_add_page_break (TdSection *self);

/*
 * Adds words to the end. They are made NFC, and control characters become spaces, so that what comes
 * out of a PDF can be compared with what went in. Roles that the decree writes in capitals
 * (td_role_is_upper()) get capitals.
 */
void td_paragraph_add (TdParagraph *self, const char *text, TdRunFlags flags);
void td_paragraph_add_span (TdParagraph *self, const TdSpan *span);
/* The page on which part @anchor of the bundle begins. */
void td_paragraph_add_page (TdParagraph *self, guint anchor);
void td_paragraph_set_label (TdParagraph *self, const char *label);
void td_paragraph_set_field (TdParagraph *self, const char *field);
void td_paragraph_set_ref (TdParagraph *self, const char *table, TdId id);

TdPaperRow *td_paper_table_add_row (TdPaperTable *self, TdRowKind kind);
void td_paper_table_set_summary (TdPaperTable *self, const char *summary);
void td_paper_row_set_ref (TdPaperRow *self, const char *table, TdId id);
/*
 * The next cell of the row, in the first column that is free of cells before it and above it;
 * both spans are at least 1 and the cell must not reach past the last column.
 */
TdPaperCell *td_paper_row_add_cell (TdPaperRow *self, guint col_span, guint row_span);
/* How many columns are left from the first free one on: what the next cell may span at most. */
guint td_paper_row_count_free (const TdPaperRow *self);
/* A paragraph at the end of the cell. */
TdParagraph *td_paper_cell_add_paragraph (TdPaperCell *self, TdRole role);
/* A cell of one paragraph per line of @text; %NULL and "" give one empty paragraph. The first one. */
TdParagraph *td_paper_row_add_text (TdPaperRow *self, const char *text);

/* Whether the decree writes it in capitals. */
gboolean td_role_is_upper (TdRole role);
/* Whether it heads what follows, and so belongs into the outline; 0 when not, 1 the outermost. */
guint td_role_get_outline_level (TdRole role);

/* The label and all runs as one line of text. (transfer full) */
char *td_paragraph_dup_text (const TdParagraph *self);

/**
 * TdParagraphFunc:
 * @paragraph: the paragraph
 * @cell: the cell it is in, or %NULL
 * @section: the section it is in
 *
 * Return %FALSE to stop.
 */
typedef gboolean (*TdParagraphFunc) (const TdParagraph *paragraph, const TdPaperCell *cell,
                                     const TdSection *section, gpointer data);

/* Every paragraph in reading order: rows from the top, cells from the left. */
void td_document_foreach (const TdDocument *self, TdParagraphFunc func, gpointer data);

/* The whole text in reading order, a line a paragraph; empty ones are left out. (transfer full) */
char *td_document_dup_text (const TdDocument *self);

/* The code a final paper of these words carries, “3F7A-21C9”: of their SHA-256. (transfer full) */
char *td_document_dup_revision (const TdDocument *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The runs (#TdRun) whose fact has a mark on it, in reading order: what the check list lists. (transfer
 * container)
 */
GPtrArray *td_document_list_marked (const TdDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDocument, td_document_unref)

G_END_DECLS

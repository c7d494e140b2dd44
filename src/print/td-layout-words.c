/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the decree asks of the words themselves: fixed words, forms of days and numbers, who signs. */
#define G_LOG_DOMAIN "thidua-print"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "print/td-layout-private.h"

#define DECREE "NĐ 30/2020, Phụ lục I, "

static guint
page_of (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  return seen->n_lines > 0 ? td_seen_line (self->text, seen->line)->page : self->text->first_page;
}

static void
check_fixed (const TdLayoutCheck *self, const TdSeenParagraph *seen, const char *text)
{
  const char *wanted = seen->paragraph->role == TD_ROLE_NATION
                           ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
                           : "Độc lập - Tự do - Hạnh phúc";

  if (!g_str_equal (text, wanted))
    td_layout_complain (self, page_of (self, seen), _ ("“%s” is not “%s” (%s)"), text, wanted,
                        DECREE "II.1");
}

/*
 * Days before the 10th and January and February are written with a nought, other months without. Dots
 * are left for the hand.
 */
static void
check_day (const TdLayoutCheck *self, const TdSeenParagraph *seen, const char *text)
{
  static const char form[] = "^.+, ngày (0[1-9]|[12][0-9]|3[01]|…|\\.+) tháng "
                             "(0[12]|[3-9]|1[0-2]|…|\\.+) năm ([0-9]{4}|…|\\.+)$";

  if (!g_regex_match_simple (form, text, 0, 0))
    td_layout_complain (self, page_of (self, seen),
                        _ ("“%s” is not a place and a day as “Móng Cái, ngày 05 tháng 02 năm 2024” "
                           "(%s)"),
                        text, DECREE "II.4");
}

/* A number below 10 has a nought before it; the sign has no space in it. */
static void
check_number (const TdLayoutCheck *self, const TdSeenParagraph *seen, const char *text)
{
  if (!g_regex_match_simple ("^Số: ([0-9]{2,}|…|\\.+)/\\S+$", text, 0, 0))
    td_layout_complain (self, page_of (self, seen),
                        _ ("“%s” is not a number and sign as “Số: 05/TTr-UBND” (%s)"), text,
                        DECREE "II.3");
}

/* Whether a line of the same cell says for whom the signer signs. */
static gboolean
signs_for_another (const TdSeenParagraph *seen)
{
  static const char *const marks[] = { "KT. ", "TL. ", "TUQ. ", "Q. " };

  for (guint i = 0; seen->cell != NULL && i < seen->cell->paragraphs->len; i++)
    {
      const TdParagraph *paragraph = g_ptr_array_index (seen->cell->paragraphs, i);
      g_autofree char *text = td_paragraph_dup_text (paragraph);

      for (guint m = 0; paragraph->role == TD_ROLE_SIGN_AUTHORITY && m < G_N_ELEMENTS (marks); m++)
        if (g_str_has_prefix (text, marks[m]))
          return TRUE;
    }
  return FALSE;
}

/* A deputy signs for the head, and says so. */
static void
check_authority (const TdLayoutCheck *self, const TdSeenParagraph *seen, const char *text)
{
  if (g_str_has_prefix (text, "PHÓ ") && !signs_for_another (seen))
    td_layout_complain (self, page_of (self, seen),
                        _ ("“%s” signs without “KT.” and the office of the head above it (%s)"),
                        text, DECREE "II.7");
}

/* Of a registered paper: to whom it goes. Reports of achievements and minutes follow forms of their own. */
static void
check_recipients (const TdLayoutCheck *self, gboolean registered, guint n_heads, guint n_recipients)
{
  TdPaperKind kind = self->document->kind;

  if (!registered || kind == TD_PAPER_ACHIEVEMENT || kind == TD_PAPER_MINUTES)
    return;
  if (n_heads == 0)
    td_layout_complain (self, self->text->first_page, _ ("“Nơi nhận” is missing (%s)"),
                        DECREE "II.9");
  else if (n_recipients == 0)
    td_layout_complain (self, self->text->first_page, _ ("“Nơi nhận” names nobody (%s)"),
                        DECREE "II.9");
}

void
td_layout_check_words (const TdLayoutCheck *self)
{
  gboolean registered = FALSE;
  guint n_heads = 0, n_recipients = 0, n_signers = 0;

  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);
      g_autofree char *text = td_paragraph_dup_text (seen->paragraph);

      switch ((guint) seen->paragraph->role)
        {
        case TD_ROLE_NATION:
        case TD_ROLE_MOTTO:
          check_fixed (self, seen, text);
          break;
        case TD_ROLE_PLACE_DATE:
          check_day (self, seen, text);
          break;
        case TD_ROLE_NUMBER:
          registered = TRUE;
          check_number (self, seen, text);
          break;
        case TD_ROLE_RECIPIENTS_HEAD:
          n_heads++;
          break;
        case TD_ROLE_RECIPIENT:
          n_recipients++;
          break;
        case TD_ROLE_SIGN_AUTHORITY:
          n_signers++;
          check_authority (self, seen, text);
          break;
        default:
          break;
        }
    }
  check_recipients (self, registered, n_heads, n_recipients);
  if (registered && n_signers == 0)
    td_layout_complain (self, self->text->first_page, _ ("nobody signs (%s)"), DECREE "II.7");
}

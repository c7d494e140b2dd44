/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words on a Giấy khen or Bằng khen, a section each, by the names of the stock's fields. Where on
 * the printed stock a field is, and how large, is the business of the room `print`.
 */
#pragma once

#include "documents/td-proposal.h"

G_BEGIN_DECLS

/**
 * TdCertificates:
 * @paper: the decision they come with: its number, day, place and signer
 * @issuer: who gives it: “Chủ tịch Ủy ban nhân dân thành phố Móng Cái”
 * @movement: the movement's name without quotation marks
 * @period: “năm 2024”
 * @nominees: who receives; their @summary, where given, is what is praised
 * @a3: on A3 lying instead of A4 lying
 */
typedef struct
{
  TdPaper paper;
  const char *issuer;
  const char *movement;
  const char *period;
  const TdNominee *nominees;
  guint n_nominees;
  gboolean a3;
} TdCertificates;

/* (transfer full). Fails with %TD_ERROR_INVALID when nobody receives or there is no issuing body. */
TdDocument *td_certificates_build (const TdTemplate *template, const TdCertificates *data,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

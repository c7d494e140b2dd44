/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completeness before printing: a dossier that is whole, and each thing it may lack. */
#include <string.h>

#include "awards/td-completeness.h"
#include "fixture.h"

typedef struct
{
  TdDossier dossier;
  TdDossierNomination nominations[2];
  TdPaperOnFile papers[2][3];
  TdLawPack *collective, *individual;
} Dossier;

static void
dossier_clear (Dossier *self)
{
  td_law_pack_unref (self->collective);
  td_law_pack_unref (self->individual);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dossier, dossier_clear)

/* A ward and a person, with all they need. */
static void
dossier_init (Dossier *self)
{
  self->collective = fixture_pack ("collective", "", NULL);
  self->individual = fixture_pack ("individual", "", NULL);
  for (guint i = 0; i < 2; i++)
    {
      const char *name = i == 0 ? "Phường Hải Hòa" : "Nguyễn Văn An";
      const char *position = i == 0 ? "" : "Công chức Tư pháp - Hộ tịch";

      self->papers[i][0] = (TdPaperOnFile){ "to-trinh", TRUE, NULL, NULL, NULL };
      self->papers[i][1] =
          (TdPaperOnFile){ "bao-cao-thanh-tich", TRUE, name, position, "Giấy khen thử" };
      self->papers[i][2] = (TdPaperOnFile){ "danh-sach", TRUE, name, position, NULL };
      self->nominations[i] = (TdDossierNomination){
        i == 0 ? "N1" : "N2",
        name,
        position,
        td_law_pack_find_award (i == 0 ? self->collective : self->individual, "thu"),
        self->papers[i],
        3,
        TRUE,
        TRUE
      };
    }
  self->dossier =
      (TdDossier){ "D1", 1, 1, 2, "05/TTr-UBND", TRUE, TRUE, self->nominations, 2, TRUE };
}

/* Only what is not right, one a line. */
static char *
missing_words (const Dossier *self)
{
  g_autoptr (GPtrArray) items = td_completeness_check (&self->dossier);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const TdCompletenessItem *item = g_ptr_array_index (items, i);

      g_assert_cmpstr (item->round, ==, "D1");
      if (!item->ok)
        g_string_append_printf (out, "%s: %s\n", item->where, item->what);
    }
  g_assert_cmpint (td_completeness_is_complete (items), ==, out->len == 0);
  return g_string_free (out, FALSE);
}

typedef struct
{
  void (*spoil) (Dossier *self);
  const char *missing;
} SpoilCase;

#define SPOIL(name, statement)                                                                     \
  static void name (Dossier *self)                                                                 \
  {                                                                                                \
    statement;                                                                                     \
  }

SPOIL (nothing, (void) self)
SPOIL (proposal_miscounts, self->dossier.collectives_in_proposal = 2)
SPOIL (no_proposal, self->dossier.individuals_in_proposal = TD_NOT_STATED)
SPOIL (list_short, self->dossier.rows_in_list = 1)
SPOIL (no_report, self->papers[1][1].is_there = FALSE)
SPOIL (no_number, self->dossier.proposal_number = "")
SPOIL (no_meeting, self->dossier.cites_meeting = FALSE)
SPOIL (no_vote, self->dossier.cites_vote = FALSE)
SPOIL (quota, self->dossier.quotas_may_print = FALSE)
SPOIL (no_paper, self->nominations[0].n_papers = 0)
SPOIL (other_name, self->papers[1][2].name = "Nguyễn Văn Ân")
SPOIL (other_position, self->papers[1][1].position = "Công chức Tư pháp")
SPOIL (other_award, self->papers[0][1].award = "Bằng khen thử")
SPOIL (card, self->nominations[1].card_may_go_on = FALSE)
SPOIL (vote, self->nominations[1].vote_may_go_on = FALSE)
SPOIL (no_award, self->nominations[0].award = NULL)
SPOIL (nobody, self->dossier.n_nominations = 0)

static void
test_completeness (void)
{
  static const SpoilCase cases[] = {
    { nothing, "" },
    { proposal_miscounts, "rounds:D1:proposal: collectives in the proposal: 2; nominated: 1\n" },
    { no_proposal, "rounds:D1:proposal: individuals in the proposal: not made yet\n" },
    { list_short, "rounds:D1:nominee-list: rows of the nominee list: 1; nominated: 2\n" },
    { no_report, "rounds:D1:reports: achievement reports: 1; nominated: 2\n"
                 "nominations:N2:bao-cao-thanh-tich: Nguyễn Văn An: Báo cáo is there\n" },
    { no_number, "rounds:D1:proposal_number: the proposal has its number\n" },
    { no_meeting, "rounds:D1:proposal: the proposal cites the council's meeting\n" },
    { no_vote, "rounds:D1:proposal: the proposal cites the council's vote\n" },
    { quota, "rounds:D1:quotas: no quota is exceeded and no tie stands on a line\n" },
    { no_paper, "rounds:D1:reports: achievement reports: 1; nominated: 2\n"
                "nominations:N1:to-trinh: Phường Hải Hòa: Tờ trình is there\n"
                "nominations:N1:bao-cao-thanh-tich: Phường Hải Hòa: Báo cáo is there\n" },
    { other_name,
      "nominations:N2:danh-sach: name of Nguyễn Văn An on the paper: “Nguyễn Văn Ân”; recorded: "
      "“Nguyễn Văn An”\n" },
    { other_position,
      "nominations:N2:bao-cao-thanh-tich: position of Nguyễn Văn An on the paper: “Công chức Tư "
      "pháp”; recorded: “Công chức Tư pháp - Hộ tịch”\n" },
    { other_award,
      "nominations:N1:bao-cao-thanh-tich: award of Phường Hải Hòa on the paper: “Bằng khen thử”; "
      "recorded: “Giấy khen thử”\n" },
    { card,
      "nominations:N2:law-card: Nguyễn Văn An: the law card is clean, or overridden on record\n" },
    { vote,
      "nominations:N2:votes: Nguyễn Văn An: the council's votes suffice, or are overridden on "
      "record\n" },
    { no_award, "rounds:D1:proposal: collectives in the proposal: 1; nominated: 0\n"
                "nominations:N1:award: Phường Hải Hòa: the award is in the law pack\n" },
    { nobody, "rounds:D1:proposal: collectives in the proposal: 1; nominated: 0\n"
              "rounds:D1:proposal: individuals in the proposal: 1; nominated: 0\n"
              "rounds:D1:nominee-list: rows of the nominee list: 2; nominated: 0\n"
              "rounds:D1:nominations: somebody is nominated\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Dossier) self;
      g_autofree char *missing = NULL;

      dossier_init (&self);
      cases[i].spoil (&self);
      missing = missing_words (&self);
      g_assert_cmpstr (missing, ==, cases[i].missing);
    }
}

/* A paper that is only asked for where it applies is not missed. */
static void
test_optional_papers (void)
{
  g_auto (Dossier) self;
  g_autoptr (GPtrArray) items = NULL;

  dossier_init (&self);
  items = td_completeness_check (&self.dossier);
  for (guint i = 0; i < items->len; i++)
    g_assert_null (
        strstr (((const TdCompletenessItem *) g_ptr_array_index (items, i))->where, "chung-nhan"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness/completeness", test_completeness);
  g_test_add_func ("/completeness/optional-papers", test_optional_papers);
  return g_test_run ();
}

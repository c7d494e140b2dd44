/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of change, taken back and made again: the file is what it was, and history says so. */
#include <glib/gstdio.h>
#include <string.h>

#include "desk/td-award-steps.h"
#include "desk/td-evidence.h"
#include "desk/td-seal.h"
#include "tables/td-import.h"
#include "undo-fixture.h"

#define DAY td_date_new (2024, 12, 20)

/* --- every field of every table ------------------------------------------------------------------- */

/* A record of each table, and edits after which every field of it has been another. */
static const struct
{
  TdTableId table;
  const char *text;
  const char *edits[24];
} kinds[] = {
  { TD_TABLE_MOVEMENT,
    "code=M2|title=Phong trào 2025|starts=2025-01-01|ends=2025-12-31|decimals=2",
    { "code=M2025", "title=Phong trào năm 2025", "theme=Kỷ cương\nSáng tạo", "starts=2025-02-01",
      "ends=2025-11-30", "decision=15/QĐ-UBND", "decimals=1", "bonus_cap=5", "penalty_cap=10",
      "ceiling=100", "is_current=1", "illustrative=1", "launched_by=thanh-pho",
      "theme=|decision=|ceiling=" } },
  { TD_TABLE_CATEGORIES, "code=Z|name=Phòng ban", { "code=Z1", "name=Phòng, ban chuyên môn" } },
  { TD_TABLE_UNITS,
    "code=D|name=Phường Đông|category=P|block=Khối 1",
    { "code=D1", "name=Phường Đông Mới", "short_name=Đông", "category=X", "block=Khối 2",
      "opened=2020-01-01", "closed=2024-10-01", "successor=A", "head=Đỗ Văn Dũng",
      "short_name=|head=" } },
  { TD_TABLE_PERIODS,
    "code=Q3|starts=2024-07-01|ends=2024-09-30|due=2024-10-05",
    { "code=QIII", "name=Quý III", "starts=2024-07-02", "ends=2024-09-29", "due=2024-10-07" } },
  { TD_TABLE_AREAS, "code=L3|name=Chuyển đổi số", { "code=L4", "name=Chính quyền số" } },
  { TD_TABLE_TARGETS,
    "code=T3|area=L1|name=Hồ sơ đúng hạn|kind=ratio|accumulation=sum|goal=98|rule=linear|"
    "max_points=10|frequency=period|if_none_arising=full|if_missing=zero|applies_to=all",
    { "code=T4",
      "area=L2",
      "group=Nhóm 1",
      "name=Hồ sơ trực tuyến",
      "accumulation=latest",
      "direction=lower|floor=120",
      "goal=97.5",
      "max_points=12.5",
      "pace=build",
      "rule=steps|steps=50:0.5;90:1",
      "steps=40:0.5;95:1",
      "due=2024-12-01",
      "late_share=0.5",
      "frequency=once",
      "if_none_arising=exclude",
      "if_missing=exclude",
      "applies_to=A;B",
      "unit_of_measure=%",
      "evidence=Báo cáo kết xuất",
      "kind=amount" } },
  { TD_TABLE_BANDS, "name=Tốt|at_least=80", { "name=Khá", "at_least=70.25" } },
  { TD_TABLE_ENTRIES,
    "unit=C|target=T1|period=Q2|done=1|due=2|state=draft",
    { "done=2", "due=5", "state=pending", "appraised_done=1|appraised_due=5|state=corrected",
      "appraised_due=6", "received_on=2024-07-03", "note=Đã đối chiếu" } },
  { TD_TABLE_ADJUSTMENTS,
    "code=C1|unit=A|kind=bonus|points=2|granted_on=2024-06-01",
    { "code=C2", "unit=B", "kind=penalty", "points=1.5", "reason=Chậm báo cáo", "clause=Điều 5",
      "granted_on=2024-06-02" } },
  { TD_TABLE_PEOPLE,
    "code=N3|name=Trần Thị Hoa|unit=A",
    { "code=N4", "name=Trần Thị Hòa", "unit=B", "position=Chuyên viên", "employment=cong-chuc",
      "leader=1", "sex=nữ", "born=1985", "citizen_id=022085000123", "sort_name=Hòa" } },
  { TD_TABLE_INITIATIVES,
    "code=S1|title=Số hóa hồ sơ|authors=N1",
    { "code=S2", "title=Số hóa toàn bộ hồ sơ", "authors=N1;N2", "unit=A", "scope=thanh-pho",
      "decision=12/QĐ", "recognised_on=2024-05-06" } },
  { TD_TABLE_AWARDS_HELD,
    "holder=A|award=gk-tp-tt|decided_on=2023-12-20",
    { "holder=N1", "award=gk-tp-cn", "decision=99/QĐ", "decided_on=2023-12-21",
      "issuer=Chủ tịch UBND thành phố", "achievement=cchc-2023" } },
  { TD_TABLE_DISCIPLINES,
    "holder=N1|kind=khien-trach|from=2023-01-01",
    { "holder=N2", "kind=canh-cao", "from=2023-02-01", "to=2024-02-01", "decision=3/QĐ" } },
  { TD_TABLE_ROUNDS,
    "code=R3|title=Chuyên đề|level=xa",
    { "code=R4", "title=Chuyên đề chuyển đổi số", "level=tinh", "summed_up_on=2024-12-01",
      "decided_on=2024-12-20", "proposal_number=5/TTr", "decision_number=7/QĐ",
      "law_pack=nd152-2025" } },
  { TD_TABLE_NOMINATIONS,
    "code=D3|round=R1|nominee=B|award=gk-tp-tt|state=draft",
    { "code=D4", "round=R2", "nominee=N2", "award=gk-tp-cn", "achievement=cchc-2024",
      "summary=Dẫn đầu khối", "state=proposed" } },
  { TD_TABLE_QUOTAS,
    "round=R1|award=gk-tp-tt|group=all|limit=3",
    { "round=R2", "award=gk-tp-cn", "group=Khối 1", "limit=4", "leaders_percent=30",
      "limit=|percent=20|rounding=down", "percent=25", "rounding=up" } },
  { TD_TABLE_COUNCIL_MEMBERS,
    "round=R1|code=V2|name=Vũ Thị Lan|role=member",
    { "round=R2", "code=V3", "name=Vũ Thị Lan Anh", "office=Trưởng phòng Nội vụ", "role=secretary",
      "unit=A", "present=1" } },
  { TD_TABLE_BALLOTS,
    "nomination=D1|counter=1|issued=9|returned=9|valid=9|for=8",
    { "nomination=D2", "counter=2", "issued=10", "for=7", "valid=8", "returned=8" } },
  { TD_TABLE_RULINGS,
    "round=R1|nomination=D1|kind=condition|subject=a/b|who=Hội đồng|why=Đủ căn cứ",
    { "round=R2", "nomination=D2", "kind=votes|subject=", "kind=tie|place=1", "place=2",
      "who=Chủ tịch Hội đồng", "why=Thành tích đột xuất", "ruled_on=2024-12-19" } },
  { TD_TABLE_NOMINATION_STEPS,
    "nomination=D1|number=1|state=draft|taken_on=2024-12-01",
    { "nomination=D2", "number=2", "state=proposed", "taken_on=2024-12-02", "paper=12/TTr",
      "who=Hoa", "note=Gửi lại" } },
  { TD_TABLE_DOSSIER_PAPERS,
    "nomination=D1|paper=to-trinh",
    { "nomination=D2", "paper=bao-cao", "number=8/BC", "signed_on=2024-12-03" } },
  { TD_TABLE_ACHIEVEMENT_REPORTS,
    "nomination=D1|text=Năm 2024",
    { "nomination=D2", "text=Năm 2024, đơn vị\nđạt [points]" } },
  { TD_TABLE_HEADCOUNTS,
    "unit=A|has=all|people=40",
    { "unit=B", "has=lao-dong-tien-tien", "people=41" } },
  { TD_TABLE_OFFICE, "key=thu|value=a", { "key=thu2", "value=b\nc" } },
  { TD_TABLE_ASSUMPTIONS,
    "table=targets|code=T1",
    { "table=units", "code=A", "field=name", "note=Theo Đề án 1" } },
  { TD_TABLE_RECEIPTS,
    "unit=A|period=Q1|hash=cc33|received_on=2024-04-03",
    { "unit=B", "period=Q2", "hash=dd44", "received_on=2024-07-03", "number=15/BC",
      "file=a.xlsx" } },
  { TD_TABLE_EVIDENCE,
    "hash=cc33|name=a.pdf",
    { "hash=dd44", "name=b.pdf", "size=1024", "added_on=2024-04-01" } },
  { TD_TABLE_EVIDENCE_USES,
    "evidence=aa11|unit=A|target=T1|period=Q1",
    { "evidence=bb22", "unit=B", "target=T2", "period=Q2" } },
};

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRecord *record = data;

  if (record->table->id == TD_TABLE_ENTRIES)
    return td_txn_delete_entry (txn, td_record_get_ref (record, TD_ENTRY_TARGET),
                                td_record_get_ref (record, TD_ENTRY_UNIT),
                                td_record_get_ref (record, TD_ENTRY_PERIOD), error);
  return td_txn_delete (txn, record->table->id, record->id, error);
}

/* Writes, then takes back and makes again. */
static void
write_and_check (Fixture *self, const char *what, TdWriteFunc func, gpointer data)
{
  g_autofree char *before = undo_fixture_dump (self);
  guint n = undo_fixture_count_journal (self);
  g_autoptr (GError) error = NULL;

  td_store_write (self->store, what, TD_WRITE_COMMIT, func, data, NULL, &error);
  if (error != NULL)
    g_test_message ("%s", what);
  g_assert_no_error (error);
  g_assert_cmpuint (undo_fixture_count_journal (self), ==, n + 1);
  undo_fixture_check (self, what, before);
}

/* Which table the test is about: its place among the kinds. */
static void
test_kind (Fixture *self, gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);
  const TdTable *table = td_table_get (kinds[kind].table);
  g_autoptr (TdRecord) record = undo_fixture_record (self, table->id, kinds[kind].text);
  guint64 touched = 0;

  write_and_check (self, kinds[kind].text, put_func, record);
  for (guint i = 0; kinds[kind].edits[i] != NULL; i++)
    {
      g_autoptr (TdRecord) before = td_record_copy (record);

      undo_fixture_set (self, record, kinds[kind].edits[i]);
      for (guint f = 0; f < table->n_fields; f++)
        if (!td_value_equal (&before->values[f], &record->values[f]))
          touched |= G_GUINT64_CONSTANT (1) << f;
      write_and_check (self, kinds[kind].edits[i], put_func, record);
    }
  write_and_check (self, "delete", delete_func, record);

  for (guint f = 0; f < table->n_fields; f++)
    {
      const TdField *field = &table->fields[f];
      gboolean fixed = table->id == TD_TABLE_ENTRIES
                       && ((field->flags & TD_FIELD_KEY) || field->kind == TD_FIELD_JOURNAL
                           || (f >= TD_ENTRY_AMOUNT && f <= TD_ENTRY_POINTS)
                           || (f >= TD_ENTRY_APPRAISED_AMOUNT && f <= TD_ENTRY_APPRAISED_POINTS));

      if (!fixed && (touched & (G_GUINT64_CONSTANT (1) << f)) == 0)
        g_error ("no edit changes “%s” of “%s”", field->name, table->name);
    }
}

/* A table that comes anew is tested too. */
static void
test_all_tables (void)
{
  for (guint t = 0; t < TD_N_TABLES; t++)
    {
      gboolean found = t == TD_TABLE_SEALS; /* fixed by rule; test-seal.c */

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        found = found || kinds[k].table == t;
      if (!found)
        g_error ("no change of “%s” is tested", td_table_get ((TdTableId) t)->name);
    }
}

/* The figures of the other kinds of targets. */
static void
test_figures (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *target, *entry, *edits[4];
  } cases[] = {
    { "code=T5|area=L1|name=Số mô hình|kind=amount|accumulation=sum|goal=3|rule=linear|"
      "max_points=5|frequency=period|if_missing=zero|applies_to=all",
      "unit=A|target=T5|period=Q1|amount=-1.5|state=pending",
      { "amount=2.25", "appraised_amount=2|state=corrected" } },
    { "code=T6|area=L1|name=Ban hành kế hoạch|kind=milestone|rule=on-time|due=2024-02-01|"
      "max_points=5|frequency=once|if_missing=zero|applies_to=all",
      "unit=A|target=T6|period=Q1|done_on=2024-01-31|state=pending",
      { "done_on=2024-02-02", "appraised_done_on=2024-02-01|state=corrected" } },
    { "code=T7|area=L1|name=Nêu gương|kind=rating|rule=given|max_points=5|frequency=once|"
      "if_missing=zero|applies_to=all",
      "unit=A|target=T7|period=Q1|points=4.5|state=pending",
      { "points=5", "appraised_points=3|state=corrected" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdRecord) target = undo_fixture_record (self, TD_TABLE_TARGETS, cases[i].target);
      g_autoptr (TdRecord) entry = NULL;

      write_and_check (self, cases[i].target, put_func, target);
      entry = undo_fixture_record (self, TD_TABLE_ENTRIES, cases[i].entry);
      write_and_check (self, cases[i].entry, put_func, entry);
      for (guint e = 0; cases[i].edits[e] != NULL; e++)
        {
          undo_fixture_set (self, entry, cases[i].edits[e]);
          write_and_check (self, cases[i].edits[e], put_func, entry);
        }
      write_and_check (self, "delete", delete_func, entry);
    }
}

/* --- a second change in between --------------------------------------------------------------------- */

/*
 * The first edit of a kind, then another of the same fields: taking back the first asks, names the one
 * record, and does what is answered.
 */
static void
test_conflict (Fixture *self, gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);
  TdTableId table = kinds[kind].table;
  g_autoptr (TdRecord) record = undo_fixture_record (self, table, kinds[kind].text);
  g_autofree char *made = NULL, *edited = NULL;
  TdId insertion;
  g_autoptr (TdProblems) conflicts = td_problems_new ();
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GError) error = NULL;

  made = undo_fixture_dump (self);
  fixture_put (self, "Thêm", record, NULL, &error);
  g_assert_no_error (error);
  journal = td_store_load_journal (self->store, TD_ID_NONE, 1, &error);
  insertion = ((TdJournalRow *) g_ptr_array_index (journal, 0))->id;
  undo_fixture_set (self, record, kinds[kind].edits[0]);
  fixture_put (self, "Sửa", record, NULL, &error);
  g_assert_no_error (error);
  edited = undo_fixture_dump (self);

  g_assert_false (td_store_undo (self->store, insertion, TD_CONFLICT_ASK, conflicts, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpuint (td_problems_get_count (conflicts), ==, 1);
  {
    g_autofree char *now = undo_fixture_dump (self);

    g_assert_cmpstr (now, ==, edited);
  }
  td_store_undo (self->store, insertion, TD_CONFLICT_OVERWRITE, NULL, &error);
  g_assert_no_error (error);
  {
    g_autofree char *now = undo_fixture_dump (self);

    g_assert_cmpstr (now, ==, made);
  }
  g_assert_true (td_store_redo (self->store, insertion, TD_CONFLICT_ASK, NULL, &error));
}

/* --- changes made of several ----------------------------------------------------------------------- */

static TdId
id_of (Fixture *self, TdTableId table, const char *code)
{
  TdId id = td_store_find (self->store, table, self->movement, code);

  g_assert_cmpint (id, !=, TD_ID_NONE);
  return id;
}

static void
test_nominations (Fixture *self, gconstpointer data)
{
  TdId round = id_of (self, TD_TABLE_ROUNDS, "R1");
  g_autoptr (GArray) nominees = g_array_new (FALSE, FALSE, sizeof (TdId));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (TdId));
  TdNominate nominate = { self->movement, round, "gk-tp-tt", nominees, NULL, DAY, "Hoa", made };
  TdNominationStep step = {
    self->movement, made, TD_NOMINATION_PROPOSED, DAY, "12/TTr", NULL, "Hoa"
  };
  TdNominationRemoval removal = { self->store, self->movement, made };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);

  g_array_append_vals (nominees, self->units, 2);
  write_and_check (self, "nominate", td_nominate_func, &nominate);
  write_and_check (self, "propose", td_nomination_step_func, &step);
  step.state = TD_NOMINATION_RETURNED;
  step.note = "Bổ sung báo cáo";
  write_and_check (self, "return", td_nomination_step_func, &step);
  step.state = TD_NOMINATION_DRAFT;
  write_and_check (self, "draft again", td_nomination_step_func, &step);
  step.state = TD_NOMINATION_WITHDRAWN;
  write_and_check (self, "withdraw", td_nomination_step_func, &step);
  /* What hangs on them, then all of it at once. */
  g_ptr_array_add (records, undo_fixture_record (self, TD_TABLE_BALLOTS,
                                                 "nomination=DN01|counter=1|issued=9|returned=9|"
                                                 "valid=9|for=9"));
  g_ptr_array_add (records, undo_fixture_record (self, TD_TABLE_BALLOTS,
                                                 "nomination=DN01|counter=2|issued=9|returned=9|"
                                                 "valid=9|for=8"));
  g_ptr_array_add (records, undo_fixture_record (self, TD_TABLE_ACHIEVEMENT_REPORTS,
                                                 "nomination=DN01|text=Thành tích"));
  g_ptr_array_add (records, undo_fixture_record (self, TD_TABLE_DOSSIER_PAPERS,
                                                 "nomination=DN02|paper=to-trinh|number=3"));
  g_ptr_array_add (records, undo_fixture_record (self, TD_TABLE_RULINGS,
                                                 "round=R1|nomination=DN02|kind=votes|who=Hoa|"
                                                 "why=Đột xuất"));
  write_and_check (self, "ballots and papers", td_put_records_func, records);
  write_and_check (self, "remove", td_nomination_remove_func, &removal);
}

static void
test_rulings (Fixture *self, gconstpointer data)
{
  TdRuling ruling = { .movement = self->movement,
                      .round = id_of (self, TD_TABLE_ROUNDS, "R1"),
                      .nomination = id_of (self, TD_TABLE_NOMINATIONS, "D1"),
                      .kind = TD_RULING_RECUSED,
                      .subject = "V1",
                      .who = "Chủ tịch Hội đồng",
                      .why = "Người thân",
                      .on = DAY };

  write_and_check (self, "recused", td_ruling_func, &ruling);
  ruling.kind = TD_RULING_STAYS; /* takes the place of the other */
  write_and_check (self, "stays", td_ruling_func, &ruling);
  ruling.why = "Không phải người thân";
  write_and_check (self, "the reason", td_ruling_func, &ruling);
  ruling.remove = TRUE;
  write_and_check (self, "taken away", td_ruling_func, &ruling);
}

/* Bonuses are stored as settings and records like all else: several tables in one write. */
static void
test_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);

  g_ptr_array_add (records,
                   undo_fixture_record (self, TD_TABLE_OFFICE, "key=bonus_rounding|value=down"));
  g_ptr_array_add (records,
                   undo_fixture_record (self, TD_TABLE_OFFICE, "key=law_pack:thu|value={}"));
  g_ptr_array_add (records,
                   undo_fixture_record (self, TD_TABLE_HEADCOUNTS, "unit=A|has=all|people=40"));
  write_and_check (self, "settings", td_put_records_func, records);
  for (guint i = 0; i < records->len; i++)
    ((TdRecord *) g_ptr_array_index (records, i))->id = TD_ID_NONE;
  undo_fixture_set (self, g_ptr_array_index (records, 0), "value=up");
  undo_fixture_set (self, g_ptr_array_index (records, 2), "people=39");
  write_and_check (self, "the same keys again", td_put_records_func, records);
}

static gboolean
appraise_all (TdTxn *txn, gpointer data, GError **error)
{
  GPtrArray *entries = data;

  for (guint i = 0; i < entries->len; i++)
    if (!td_txn_put (txn, g_ptr_array_index (entries, i), error))
      return FALSE;
  return TRUE;
}

static void
test_appraisal (Fixture *self, gconstpointer data)
{
  static const char *const steps[] = {
    "state=accepted",
    "state=corrected|appraised_done=8|appraised_due=10|note=Trừ hồ sơ trễ",
    "state=rejected|note=Thiếu tài liệu kiểm chứng",
    "state=pending|appraised_done=|appraised_due=",
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);

  for (guint u = 0; u < 2; u++)
    g_ptr_array_add (entries, td_store_get_entry (self->store, self->targets[0], self->units[u],
                                                  self->periods[0]));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      for (guint u = 0; u < entries->len; u++)
        undo_fixture_set (self, g_ptr_array_index (entries, u), steps[i]);
      write_and_check (self, steps[i], appraise_all, entries);
    }
}

static gboolean
merge_units (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (TdRecord) merged =
      td_txn_get (txn, TD_TABLE_UNITS, self->units[0], self->movement, error);

  td_record_set_date (merged, TD_UNIT_CLOSED, DAY);
  td_record_set_ref (merged, TD_UNIT_SUCCESSOR, self->units[1]);
  return td_txn_put (txn, merged, error)
         && td_txn_delete_membership (txn, self->movement, self->units[2], error);
}

static void
test_units (Fixture *self, gconstpointer data)
{
  write_and_check (self, "merge", merge_units, self);
}

/* The files stay where they are kept; which entry they serve goes and comes back. */
static void
test_evidence (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.pdf", NULL);
  g_autofree char *before = undo_fixture_dump (self), *attached = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new (), papers = NULL;
  g_autoptr (GError) error = NULL;
  const TdEvidence *paper;

  g_assert_true (g_file_set_contents (path, "abc", -1, NULL));
  g_ptr_array_add (paths, path);
  td_evidence_attach (self->store, self->movement, self->units[0], self->targets[0],
                      self->periods[0], paths, &error);
  g_assert_no_error (error);
  undo_fixture_check (self, "attach", before);
  papers = td_evidence_of_entry (self->store, self->movement, self->units[0], self->targets[0],
                                 self->periods[0]);
  g_assert_cmpuint (papers->len, ==, 1);
  paper = g_ptr_array_index (papers, 0);
  g_assert_cmpint (paper->state, ==, TD_EVIDENCE_WHOLE);
  attached = undo_fixture_dump (self);
  td_evidence_detach (self->store, paper->use, &error);
  g_assert_no_error (error);
  undo_fixture_check (self, "detach", attached);
  g_unlink (path);
}

/* Closing and reopening are fixed: taking either back is refused in words and changes nothing. */
static void
test_seal (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  td_seal_close (self->store, self->movement, self->periods[0], DAY, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *before = undo_fixture_dump (self), *after = NULL;
      guint n = undo_fixture_count_journal (self);

      for (guint policy = TD_CONFLICT_ASK; policy <= TD_CONFLICT_OVERWRITE; policy++)
        {
          g_assert_false (
              td_store_undo (self->store, TD_ID_NONE, (TdConflictPolicy) policy, NULL, &error));
          g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "reopen the period with a reason"));
          g_clear_error (&error);
        }
      after = undo_fixture_dump (self);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (undo_fixture_count_journal (self), ==, n);
      if (i == 0)
        td_seal_reopen (self->store, self->movement, self->periods[0], DAY, "Đính chính", &error);
      g_assert_no_error (error);
    }
  /* Open again, its entries can be changed and that taken back. */
  {
    g_autoptr (TdRecord) entry =
        td_store_get_entry (self->store, self->targets[0], self->units[0], self->periods[0]);

    undo_fixture_set (self, entry, "done=13");
    write_and_check (self, "after reopening", put_func, entry);
  }
}

/* --- an import, weeks later -------------------------------------------------------------------------- */

static void
import_text (Fixture *self, const char *name, const char *text)
{
  g_autoptr (TdImport) import = td_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TdProblems) problems = td_problems_new ();
  TdImportOptions options = { "M", TD_WRITE_COMMIT };
  g_autoptr (GError) error = NULL;

  td_import_add_bytes (import, bytes, name, &error);
  g_assert_no_error (error);
  td_import_run (import, self->store, &options, problems, &error);
  g_assert_no_error (error);
}

#define UNITS                                                                                      \
  "code,name,category,block\n"                                                                     \
  "A,Phường An Mới,P,Khối 1\n"                                                              \
  "E,Phường Êm,P,Khối 2\n"                                                                   \
  "F,Phường Phong,P,Khối 2\n"

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *before = undo_fixture_dump (self);

  import_text (self, "units.csv", UNITS);
  undo_fixture_check (self, "import", before);
}

static TdId
last_change (Fixture *self)
{
  g_autoptr (GPtrArray) journal = td_store_load_journal (self->store, TD_ID_NONE, 1, NULL);

  return ((TdJournalRow *) g_ptr_array_index (journal, 0))->id;
}

static void
edit_unit (Fixture *self, const char *code, const char *text)
{
  g_autoptr (TdRecord) unit = td_store_get (self->store, TD_TABLE_UNITS,
                                            id_of (self, TD_TABLE_UNITS, code), self->movement);
  g_autoptr (GError) error = NULL;

  undo_fixture_set (self, unit, text);
  fixture_put (self, "Sửa đơn vị", unit, NULL, &error);
  g_assert_no_error (error);
}

static char *
ask (Fixture *self, TdId journal)
{
  g_autoptr (TdProblems) conflicts = td_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (td_store_undo (self->store, journal, TD_CONFLICT_ASK, conflicts, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_CONFLICT);
  return td_problems_to_string (conflicts);
}

static const char *
name_of (Fixture *self, const char *code)
{
  const char *name = "";
  TdId id = td_store_find (self->store, TD_TABLE_UNITS, self->movement, code);

  return id != TD_ID_NONE && td_store_name (self->store, id, NULL, NULL, &name) ? name : "";
}

/* Of three rows that came in one was edited since: it is named, and kept or not as is said. */
static void
test_import_edited (Fixture *self, gconstpointer data)
{
  TdConflictPolicy policy = (TdConflictPolicy) GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  TdId import;

  import_text (self, "units.csv", UNITS);
  import = last_change (self);
  edit_unit (self, "E", "name=Phường Êm Đềm");
  words = ask (self, import);
  g_assert_cmpstr (words, ==, "Units · Phường Êm Đềm: has been changed since\n");

  g_assert_true (td_store_undo (self->store, import, policy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name_of (self, "A"), ==, "Phường An");
  g_assert_cmpstr (name_of (self, "F"), ==, "");
  g_assert_cmpstr (name_of (self, "E"), ==, policy == TD_CONFLICT_KEEP ? "Phường Êm Đềm" : "");
  if (policy == TD_CONFLICT_KEEP)
    {
      /* Kept whole, with its place in the movement. */
      g_autoptr (TdRecord) kept = td_store_get (self->store, TD_TABLE_UNITS,
                                                id_of (self, TD_TABLE_UNITS, "E"), self->movement);

      g_assert_cmpstr (td_record_get_text (kept, TD_UNIT_BLOCK), ==, "Khối 2");
    }
}

/* A unit that came in has figures since: it is named with the edited one, and stays with them. */
static void
test_import_referred (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRecord) entry = NULL, person = NULL;
  g_autofree char *words = NULL;
  TdId import;

  import_text (self, "units.csv", UNITS);
  import = last_change (self);
  entry = undo_fixture_record (self, TD_TABLE_ENTRIES,
                               "unit=E|target=T1|period=Q1|done=1|due=2|state=pending");
  fixture_put (self, "Nhập", entry, NULL, &error);
  g_assert_no_error (error);
  person = undo_fixture_record (self, TD_TABLE_PEOPLE, "code=N9|name=Lê Văn Cao|unit=F");
  fixture_put (self, "Nhập", person, NULL, &error);
  g_assert_no_error (error);
  words = ask (self, import);
  g_assert_cmpstr (words, ==,
                   "Units · Phường Êm: 1 record of “Entries” refers to it\n"
                   "Units · Phường Phong: 1 record of “People” refers to it\n");

  /* What refers to them cannot be left without them. */
  g_assert_false (td_store_undo (self->store, import, TD_CONFLICT_OVERWRITE, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (td_store_undo (self->store, import, TD_CONFLICT_KEEP, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name_of (self, "A"), ==, "Phường An");
  g_assert_cmpstr (name_of (self, "E"), ==, "Phường Êm");
  g_assert_cmpstr (name_of (self, "F"), ==, "Phường Phong");
}

/* When all that a change did was changed since, keeping that leaves nothing to take back. */
static void
test_nothing_left (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TdId first;
  guint n;

  edit_unit (self, "A", "name=Phường An 1");
  first = last_change (self);
  edit_unit (self, "A", "name=Phường An 2");
  n = undo_fixture_count_journal (self);
  g_assert_false (td_store_undo (self->store, first, TD_CONFLICT_KEEP, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
  g_assert_cmpuint (undo_fixture_count_journal (self), ==, n);
  g_assert_cmpstr (name_of (self, "A"), ==, "Phường An 2");
}

int
main (int argc, char **argv)
{
#define ADD(path, data, func)                                                                      \
  g_test_add ("/undo/" path, Fixture, data, undo_fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/all-tables", test_all_tables);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = td_table_get (kinds[i].table)->name;
      g_autofree char *kind = g_strdup_printf ("/undo/table/%s", name);
      g_autofree char *conflict = g_strdup_printf ("/undo/conflict/%s", name);

      g_test_add (kind, Fixture, GUINT_TO_POINTER (i), undo_fixture_set_up, test_kind,
                  fixture_tear_down);
      g_test_add (conflict, Fixture, GUINT_TO_POINTER (i), undo_fixture_set_up, test_conflict,
                  fixture_tear_down);
    }
  ADD ("figures", NULL, test_figures);
  ADD ("nominations", NULL, test_nominations);
  ADD ("rulings", NULL, test_rulings);
  ADD ("settings", NULL, test_settings);
  ADD ("appraisal", NULL, test_appraisal);
  ADD ("units", NULL, test_units);
  ADD ("evidence", NULL, test_evidence);
  ADD ("seal", NULL, test_seal);
  ADD ("import", NULL, test_import);
  ADD ("import/keep", GUINT_TO_POINTER (TD_CONFLICT_KEEP), test_import_edited);
  ADD ("import/overwrite", GUINT_TO_POINTER (TD_CONFLICT_OVERWRITE), test_import_edited);
  ADD ("import/referred", NULL, test_import_referred);
  ADD ("nothing-left", NULL, test_nothing_left);
  return g_test_run ();
}

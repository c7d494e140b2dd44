-- A data file of schema 1 as the program of that time wrote it; opened by today's in test-file.c.
PRAGMA application_id = 1416119413;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE movement (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  theme TEXT,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  decision TEXT,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 4),
  bonus_cap INTEGER CHECK (bonus_cap >= 0),
  penalty_cap INTEGER CHECK (penalty_cap >= 0),
  ceiling INTEGER CHECK (ceiling >= 0),
  is_current INTEGER CHECK (is_current IN (0, 1)),
  illustrative INTEGER CHECK (illustrative IN (0, 1))
) STRICT;
INSERT INTO movement VALUES(912699581258586568,'M','Phong trào thử nghiệm',NULL,'2024-01-01','2024-12-31',NULL,2,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE category (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  code TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
INSERT INTO category VALUES(912699581264992665,'P','Phường');
CREATE TABLE unit (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  category INTEGER NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
  opened TEXT,
  closed TEXT,
  successor INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  head TEXT
) STRICT;
INSERT INTO unit VALUES(912699581265056807,'A','Phường An',NULL,912699581264992665,NULL,NULL,NULL,NULL);
CREATE TABLE membership (
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  block TEXT NOT NULL,
  PRIMARY KEY (movement, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO membership VALUES(912699581258586568,912699581265056807,'Khối 1');
CREATE TABLE period (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  due TEXT NOT NULL
) STRICT;
CREATE TABLE area (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE target (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  area INTEGER NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  accumulation TEXT,
  direction TEXT,
  goal INTEGER,
  floor INTEGER,
  rule TEXT NOT NULL,
  steps TEXT,
  max_points INTEGER NOT NULL CHECK (max_points >= 0),
  due TEXT,
  late_share INTEGER CHECK (late_share BETWEEN 0 AND 10000),
  pace TEXT,
  frequency TEXT NOT NULL,
  if_none_arising TEXT,
  if_missing TEXT NOT NULL,
  applies_to TEXT NOT NULL,
  unit_of_measure TEXT,
  evidence TEXT
) STRICT;
CREATE TABLE band (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  at_least INTEGER NOT NULL
) STRICT;
CREATE TABLE entry (
  target INTEGER NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL,
  period INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
  done INTEGER CHECK (done >= 0),
  due INTEGER CHECK (due >= 0),
  amount INTEGER,
  done_on TEXT,
  points INTEGER CHECK (points >= 0),
  appraised_done INTEGER CHECK (appraised_done >= 0),
  appraised_due INTEGER CHECK (appraised_due >= 0),
  appraised_amount INTEGER,
  appraised_done_on TEXT,
  appraised_points INTEGER CHECK (appraised_points >= 0),
  received_on TEXT,
  note TEXT,
  -- The rows of the journal that last changed what was reported, and what the appraisal said of it.
  reported_in INTEGER,
  appraised_in INTEGER,
  CHECK ((done IS NULL) = (due IS NULL)),
  CHECK (done <= due),
  CHECK ((appraised_done IS NULL) = (appraised_due IS NULL)),
  CHECK (appraised_done <= appraised_due),
  PRIMARY KEY (target, unit, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE adjustment (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points >= 0),
  reason TEXT,
  clause TEXT,
  granted_on TEXT NOT NULL
) STRICT;
CREATE TABLE person (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT,
  employment TEXT,
  leader INTEGER CHECK (leader IN (0, 1)),
  sex TEXT,
  born TEXT,
  citizen_id TEXT,
  sort_name TEXT
) STRICT;
CREATE TABLE initiative (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  scope TEXT,
  decision TEXT,
  recognised_on TEXT
) STRICT;
CREATE TABLE award_held (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  holder INTEGER NOT NULL,
  award TEXT NOT NULL,
  decision TEXT,
  decided_on TEXT NOT NULL,
  issuer TEXT,
  achievement TEXT
) STRICT;
CREATE TABLE discipline (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  holder INTEGER NOT NULL,
  kind TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT,
  decision TEXT
) STRICT;
CREATE TABLE round (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  summed_up_on TEXT,
  decided_on TEXT,
  proposal_number TEXT,
  decision_number TEXT,
  law_pack TEXT
) STRICT;
INSERT INTO round VALUES(912699581269558956,912699581258586568,'R','Tổng kết','thanh-pho','2024-12-31',NULL,NULL,NULL,NULL);
CREATE TABLE nomination (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  nominee INTEGER NOT NULL,
  award TEXT NOT NULL,
  achievement TEXT,
  summary TEXT,
  state TEXT NOT NULL
) STRICT;
INSERT INTO nomination VALUES(912699581272197177,912699581258586568,'N',912699581269558956,912699581265056807,'gk-tp-tt',NULL,NULL,'proposed');
CREATE TABLE quota (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  award TEXT NOT NULL,
  "group" TEXT NOT NULL,
  "limit" INTEGER CHECK ("limit" >= 0),
  percent INTEGER,
  rounding TEXT,
  leaders_percent INTEGER
) STRICT;
CREATE TABLE council_member (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  office TEXT,
  role TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  present INTEGER CHECK (present IN (0, 1))
) STRICT;
CREATE TABLE ballot (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  nomination INTEGER NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
  counter TEXT NOT NULL,
  issued INTEGER NOT NULL CHECK (issued >= 0),
  returned INTEGER NOT NULL CHECK (returned >= 0),
  valid INTEGER NOT NULL CHECK (valid >= 0),
  "for" INTEGER NOT NULL CHECK ("for" >= 0)
) STRICT;
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  "key" TEXT NOT NULL,
  value TEXT
) STRICT;
CREATE TABLE assumption (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  "table" TEXT NOT NULL,
  code TEXT NOT NULL,
  field TEXT,
  note TEXT
) STRICT;
CREATE TABLE journal (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  of INTEGER REFERENCES journal (id),
  n_rows INTEGER NOT NULL,
  size INTEGER,
  changes BLOB NOT NULL
) STRICT;
INSERT INTO journal VALUES(912699581258586567,'2026-11-23T20:42:17','Nguyễn Thị Hoa','Import of categories.csv, movement.csv, nominations.csv…',0,NULL,6,NULL,X'540d010000000000000000000000006d6f76656d656e74001200010caa8f6ef790d9c803014d031150686f6e67207472c3a06f207468e1bbad05030a323032342d30312d3031030a323032342d31322d3331050100000000000000020505050505540301000063617465676f7279001200010caa8f6ef7f2999903015003095068c6b0e1bb9d6e675409010000000000000000756e6974001200010caa8f6ef7f39427030141030c5068c6b0e1bb9d6e6720416e05010caa8f6ef7f2999905050505540a01000000000000000000726f756e64001200010caa8f6ef83846ac010caa8f6ef790d9c8030152030c54e1bb956e67206be1babf7403097468616e682d70686f030a323032342d31322d33310505050554090100000000000000006e6f6d696e6174696f6e001200010caa8f6ef8608839010caa8f6ef790d9c803014e010caa8f6ef83846ac010caa8f6ef7f394270308676b2d74702d74740505030870726f706f73656454030102006d656d62657273686970001200010caa8f6ef790d9c8010caa8f6ef7f3942703084b68e1bb91692031');
INSERT INTO journal VALUES(912699581498467037,'2026-11-23T20:42:17','Nguyễn Thị Hoa','Import of movement.csv',0,NULL,1,NULL,X'540d010000000000000000000000006d6f76656d656e74001700010caa8f6ef790d9c800031150686f6e67207472c3a06f207468e1bbad000000000000000000000000031a50686f6e67207472c3a06f207468e1bbad206e676869e1bb876d00000000000000000000');
CREATE INDEX movement_code ON movement (code);
CREATE INDEX category_code ON category (code);
CREATE INDEX unit_code ON unit (code);
CREATE INDEX period_code ON period (movement, code);
CREATE INDEX area_code ON area (movement, code);
CREATE INDEX target_code ON target (movement, code);
CREATE INDEX band_name ON band (movement, name);
CREATE INDEX adjustment_code ON adjustment (movement, code);
CREATE INDEX person_code ON person (code);
CREATE INDEX person_unit ON person (unit);
CREATE INDEX initiative_code ON initiative (code);
CREATE INDEX award_held_holder ON award_held (holder);
CREATE INDEX discipline_holder ON discipline (holder);
CREATE INDEX round_code ON round (movement, code);
CREATE INDEX nomination_code ON nomination (movement, code);
CREATE INDEX nomination_round ON nomination (round);
CREATE INDEX quota_round ON quota (round);
CREATE INDEX council_member_round ON council_member (round);
CREATE INDEX ballot_nomination ON ballot (nomination);
CREATE INDEX journal_of ON journal (of);
COMMIT;

-- The data file, first form. Immutable once released: changes are new files beside this one.
-- Decimals are whole ten-thousandths, dates ISO text, NULL is "not given". Codes may change and swap,
-- so that they are unique is checked at the door for writes, not by an index: the inverse of a swap
-- could not be applied otherwise.

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
CREATE INDEX movement_code ON movement (code);

CREATE TABLE category (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  code TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX category_code ON category (code);

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
CREATE INDEX unit_code ON unit (code);

-- A unit takes part in a movement in one block.
CREATE TABLE membership (
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  block TEXT NOT NULL,
  PRIMARY KEY (movement, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE period (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  due TEXT NOT NULL
) STRICT;
CREATE INDEX period_code ON period (movement, code);

CREATE TABLE area (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX area_code ON area (movement, code);

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
CREATE INDEX target_code ON target (movement, code);

CREATE TABLE band (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  at_least INTEGER NOT NULL
) STRICT;
CREATE INDEX band_name ON band (movement, name);

-- The one table with millions of rows: clustered by target, so that a movement's entries lie together.
-- Unit and period are checked at the door: a foreign key would want an index each, as large as the rows.
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
CREATE INDEX adjustment_code ON adjustment (movement, code);

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
CREATE INDEX person_code ON person (code);
CREATE INDEX person_unit ON person (unit);

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
CREATE INDEX initiative_code ON initiative (code);

CREATE TABLE award_held (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  holder INTEGER NOT NULL,
  award TEXT NOT NULL,
  decision TEXT,
  decided_on TEXT NOT NULL,
  issuer TEXT,
  achievement TEXT
) STRICT;
CREATE INDEX award_held_holder ON award_held (holder);

CREATE TABLE discipline (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  holder INTEGER NOT NULL,
  kind TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT,
  decision TEXT
) STRICT;
CREATE INDEX discipline_holder ON discipline (holder);

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
CREATE INDEX round_code ON round (movement, code);

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
CREATE INDEX nomination_code ON nomination (movement, code);
CREATE INDEX nomination_round ON nomination (round);

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
CREATE INDEX quota_round ON quota (round);

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
CREATE INDEX council_member_round ON council_member (round);

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
CREATE INDEX ballot_nomination ON ballot (nomination);

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

-- Every change, with all it takes to take it back. "changes" is a changeset of SQLite's session
-- extension, deflated when "size" (its plain length) is not NULL.
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
CREATE INDEX journal_of ON journal (of);

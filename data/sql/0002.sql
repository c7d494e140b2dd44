-- SPDX-License-Identifier: GPL-3.0-or-later
-- Commendation: who launched the movement, what persons decided where the rules do not, the steps of
-- nominations, papers of dossiers, achievement reports, numbers of people.
ALTER TABLE movement ADD COLUMN launched_by TEXT;

CREATE TABLE ruling (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  nomination INTEGER REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  subject TEXT,
  place INTEGER CHECK (place >= 0),
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  ruled_on TEXT
) STRICT;
CREATE INDEX ruling_round ON ruling (round);
CREATE INDEX ruling_nomination ON ruling (nomination);

CREATE TABLE nomination_step (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  nomination INTEGER NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 0),
  state TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  paper TEXT,
  who TEXT,
  note TEXT
) STRICT;
CREATE INDEX nomination_step_nomination ON nomination_step (nomination);

CREATE TABLE dossier_paper (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  nomination INTEGER NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
  paper TEXT NOT NULL,
  number TEXT,
  signed_on TEXT
) STRICT;
CREATE INDEX dossier_paper_nomination ON dossier_paper (nomination);

CREATE TABLE achievement_report (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  nomination INTEGER NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT
) STRICT;
CREATE INDEX achievement_report_nomination ON achievement_report (nomination);

CREATE TABLE headcount (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  has TEXT,
  people INTEGER NOT NULL CHECK (people >= 0)
) STRICT;
CREATE INDEX headcount_unit ON headcount (unit);

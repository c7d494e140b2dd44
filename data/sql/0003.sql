-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports come in: receipts of forms, evidence and what it serves, closed periods.

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER NOT NULL REFERENCES period (id) DEFERRABLE INITIALLY DEFERRED,
  hash TEXT NOT NULL,
  received_on TEXT NOT NULL,
  number TEXT,
  file TEXT
) STRICT;
CREATE INDEX receipt_period ON receipt (period, unit);

-- The files themselves lie beside the data file, named by their hash.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER CHECK (size >= 0),
  added_on TEXT
) STRICT;
CREATE INDEX evidence_hash ON evidence (movement, hash);

CREATE TABLE evidence_use (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  evidence INTEGER NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER NOT NULL REFERENCES period (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX evidence_use_entry ON evidence_use (target, unit, period);
CREATE INDEX evidence_use_evidence ON evidence_use (evidence);

CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  movement INTEGER NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER NOT NULL REFERENCES period (id) DEFERRABLE INITIALLY DEFERRED,
  revision INTEGER NOT NULL CHECK (revision > 0),
  sealed_on TEXT NOT NULL,
  hash TEXT NOT NULL,
  reopened_on TEXT,
  reason TEXT,
  record TEXT
) STRICT;
CREATE INDEX seal_period ON seal (period);

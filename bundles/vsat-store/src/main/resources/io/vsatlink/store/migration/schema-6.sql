-- Schema 6. Frozen: what comes later is a step of its own.

-- The schema that a program must know to use a database that has had the step; empty: this one. A later step says it in a line
-- "-- Usable since schema 6".
ALTER TABLE schema_version ADD COLUMN usable_since {long};

-- The containers that share the database. A lease that ended by the database's clock says that its container is gone: its duties are
-- anybody's then. Table container has the one that has the database for itself while all of it is moved.
CREATE TABLE member (
  run {key} NOT NULL PRIMARY KEY,
  name {key} NOT NULL,
  version {key} NOT NULL,
  started_at {time} NOT NULL,
  lease_end {time} NOT NULL,
  seen_at {time} NOT NULL,
  -- by how many milliseconds its clock was ahead of the database's then
  clock_offset {long} NOT NULL
);

-- What is being read for longer than a moment: pruning spares it.
CREATE TABLE open_snapshot (
  run {key} NOT NULL,
  element {key} NOT NULL,
  dataset {key} NOT NULL,
  generation {long} NOT NULL,
  PRIMARY KEY (run, element, dataset, generation)
);

-- The run of a container that claimed a request; empty in a database that no one else can reach.
ALTER TABLE outbox ADD COLUMN claimed_run {key} DEFAULT '' NOT NULL;

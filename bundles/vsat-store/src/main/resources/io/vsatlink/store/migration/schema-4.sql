-- Schema 4. Frozen: what comes later is a step of its own.

-- The containers that have the database open. A lease that ended by the database's clock says that its container is gone.
CREATE TABLE container (
  name {key} NOT NULL PRIMARY KEY,
  run {key} NOT NULL,
  version {key} NOT NULL,
  started_at {time} NOT NULL,
  lease_end {time} NOT NULL
);

-- What one container does and no other: so far all that writes, as kind 'store' with subject ''. Whoever writes looks here
-- in the same transaction. fence counts the owners.
CREATE TABLE duty (
  kind {key} NOT NULL,
  subject {key} NOT NULL,
  run {key} NOT NULL,
  fence {long} NOT NULL,
  since {time} NOT NULL,
  PRIMARY KEY (kind, subject)
);

-- What of a text goes beyond what a column takes, in parts. listing is the table; generation is the version's first one.
CREATE TABLE long_text (
  element {key} NOT NULL,
  listing {key} NOT NULL,
  generation {long} NOT NULL,
  row_key {key} NOT NULL,
  column_name {key} NOT NULL,
  part {long} NOT NULL,
  content {text} NOT NULL
);
CREATE INDEX long_text_by_version ON long_text (element, listing, generation, row_key);

-- Whether the dataset's rows are being removed, of an element that is gone for good.
ALTER TABLE dataset_state ADD COLUMN removing {bool} NOT NULL DEFAULT FALSE;

-- How often the platform was asked again to make what may have arrived already: a ticket, or a note.
ALTER TABLE outbox ADD COLUMN repeats {long} DEFAULT 0 NOT NULL;

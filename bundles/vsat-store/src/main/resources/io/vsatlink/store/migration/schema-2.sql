-- Schema 2. Frozen: what comes later is a step of its own.

-- What waits for a person to accept it. The dataset's writing_generation is this number too.
CREATE TABLE held_generation (
  element {key} NOT NULL,
  dataset {key} NOT NULL,
  number {long} NOT NULL,
  held_at {time} NOT NULL,
  row_count {long} NOT NULL,
  added {long} NOT NULL,
  changed {long} NOT NULL,
  removed {long} NOT NULL,
  PRIMARY KEY (element, dataset)
);

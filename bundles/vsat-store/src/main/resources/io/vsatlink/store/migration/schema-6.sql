-- Schema 6. Frozen: what comes later is a step of its own.

-- The containers that work with the database, all at the same time. A lease that ended by the database's clock says that its container
-- is gone; its duties are anybody's then. Unlike table container, which has the one container that may work at all.
CREATE TABLE member (
  run {key} NOT NULL PRIMARY KEY,
  name {key} NOT NULL,
  version {key} NOT NULL,
  started_at {time} NOT NULL,
  lease_end {time} NOT NULL
);

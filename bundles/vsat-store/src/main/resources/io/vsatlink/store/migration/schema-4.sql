-- How often the platform was asked again to make what may have arrived already: a ticket, or a note.
ALTER TABLE outbox ADD COLUMN repeats {long} DEFAULT 0 NOT NULL;

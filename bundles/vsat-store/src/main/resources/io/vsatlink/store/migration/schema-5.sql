-- Schema 5. Frozen: what comes later is a step of its own.

-- Which generation was last read from the whole listing, and when it became current: a generation with another number came from
-- changes only, which do not say what is gone. changed_until is a time of the vendor's, from which on changes can be read, as long
-- as the vendor and the mapping are those of changes_basis.
ALTER TABLE generation ADD COLUMN full_number {long} DEFAULT 0 NOT NULL;
ALTER TABLE generation ADD COLUMN full_at {time};
ALTER TABLE generation ADD COLUMN changed_until {time};
ALTER TABLE generation ADD COLUMN changes_basis {key};
UPDATE generation SET full_number = number, full_at = published_at;

-- Whether a poll asked for changes only.
ALTER TABLE poll_history ADD COLUMN only_changes {bool} DEFAULT FALSE NOT NULL;

-- What is held came from the whole listing.
ALTER TABLE held_generation ADD COLUMN changed_until {time};
ALTER TABLE held_generation ADD COLUMN changes_basis {key};

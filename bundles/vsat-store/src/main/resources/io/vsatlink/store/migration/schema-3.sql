-- Schema 3. Frozen: what comes later is a step of its own.

-- The tickets of each ticketing system, a listing like the datasets; "element" is the system's name.
CREATE TABLE tickets (
  row_no {row_no},
  element {key} NOT NULL,
  ticket_id {key} NOT NULL,
  external_id {key},
  category {text},
  status {text},
  severity {long},
  circuit_id {key},
  infrastructure_name {text},
  customer_number {text},
  customer_name {text},
  location_name {text},
  summary {text},
  description {text},
  created_by {text},
  owner {text},
  workgroup {text},
  created_date {time},
  created_date_text {text},
  last_modified_date {time},
  last_modified_date_text {text},
  resolved_date {time},
  resolved_date_text {text},
  contact_name {text},
  contact_telephone {text},
  contact_email {text},
  state {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX tickets_by_ticket_id ON tickets (ticket_id, element, row_no);
CREATE INDEX tickets_by_external_id ON tickets (external_id, element);
CREATE INDEX tickets_by_circuit_id ON tickets (circuit_id, element);
CREATE VIEW tickets_current (system_name, ticket_id, external_id, category, status, severity, circuit_id, infrastructure_name, customer_number, customer_name, location_name, summary, description, created_by, owner, workgroup, created_date, created_date_text, last_modified_date, last_modified_date_text, resolved_date, resolved_date_text, contact_name, contact_telephone, contact_email, state, extra_json) AS
  SELECT v.element, v.ticket_id, v.external_id, v.category, v.status, v.severity, v.circuit_id, v.infrastructure_name, v.customer_number, v.customer_name, v.location_name, v.summary, v.description, v.created_by, v.owner, v.workgroup, v.created_date, v.created_date_text, v.last_modified_date, v.last_modified_date_text, v.resolved_date, v.resolved_date_text, v.contact_name, v.contact_telephone, v.contact_email, v.state, v.extra_json
  FROM tickets v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'tickets'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

-- How far each follower of a system's tickets has come: it knows generation known, and of what leads from there to
-- generation toward all tickets up to ticket_id. Known is 0 while it is told of everything there was when it began.
CREATE TABLE ticket_follower (
  system_name {key} NOT NULL,
  follower {key} NOT NULL,
  known {long} NOT NULL,
  toward {long} NOT NULL,
  ticket_id {key} NOT NULL,
  PRIMARY KEY (system_name, follower)
);

-- One ticket as the outbox sees it: its requests form one line. ticket_id is null while no delivery has told it.
CREATE TABLE ticket_line (
  line {row_no} PRIMARY KEY,
  system_name {key} NOT NULL,
  ticket_id {key}
);

-- Which line a reference leads to: an external id or a ticket id.
CREATE TABLE ticket_name (
  system_name {key} NOT NULL,
  name {key} NOT NULL,
  line {long} NOT NULL,
  PRIMARY KEY (system_name, name)
);
CREATE INDEX ticket_name_by_line ON ticket_name (line);

-- The requests, in the order of their acceptance. fields are lines of name=value, as in a properties file.
-- unique_kind and unique_key tell a repetition: SUBMIT and the reference, or CHANGE and the request id, or CHANGE and
-- request_key where there is no request id.
CREATE TABLE outbox (
  id {row_no} PRIMARY KEY,
  system_name {key} NOT NULL,
  line {long} NOT NULL,
  kind {key} NOT NULL,
  reference {key} NOT NULL,
  request_id {key} NOT NULL,
  request_key {key} NOT NULL,
  unique_kind {key} NOT NULL,
  unique_key {key} NOT NULL,
  origin {key} NOT NULL,
  fields {text} NOT NULL,
  state {key} NOT NULL,
  attempts {long} NOT NULL,
  may_have_arrived {bool} NOT NULL,
  next_attempt_at {time} NOT NULL,
  last_error {text} NOT NULL,
  created_at {time} NOT NULL,
  delivered_at {time},
  fence {long} NOT NULL,
  claimed_by {key} NOT NULL,
  claimed_in {key} NOT NULL,
  claimed_start {key} NOT NULL,
  lease_end {time}
);
CREATE UNIQUE INDEX outbox_by_unique_key ON outbox (unique_key, unique_kind, system_name);
CREATE INDEX outbox_by_state ON outbox (system_name, state, id);
CREATE INDEX outbox_by_line ON outbox (line, id);
CREATE INDEX outbox_newest_first ON outbox (system_name, id DESC);

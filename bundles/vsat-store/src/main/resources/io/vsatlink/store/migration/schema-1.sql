-- Schema 1. Frozen: what comes later is a step of its own.
-- Types in braces are the dialect's.

-- Where each dataset of each element stands. "dataset" is the name of the dataset's table.
-- While writing_generation is not 0, versions of that generation may lie in the table; nobody reads them.
CREATE TABLE dataset_state (
  element {key} NOT NULL,
  dataset {key} NOT NULL,
  current_generation {long} NOT NULL,
  writing_generation {long} NOT NULL,
  pruned_generation {long} NOT NULL,
  PRIMARY KEY (element, dataset)
);

CREATE TABLE generation (
  element {key} NOT NULL,
  dataset {key} NOT NULL,
  number {long} NOT NULL,
  published_at {time} NOT NULL,
  row_count {long} NOT NULL,
  added {long} NOT NULL,
  changed {long} NOT NULL,
  removed {long} NOT NULL,
  PRIMARY KEY (element, dataset, number)
);

CREATE TABLE poll_history (
  poll_no {row_no} PRIMARY KEY,
  element {key} NOT NULL,
  dataset {key} NOT NULL,
  started_at {time} NOT NULL,
  ended_at {time} NOT NULL,
  outcome {key} NOT NULL,
  reason {text},
  generation {long} NOT NULL,
  pages {long} NOT NULL,
  items {long} NOT NULL,
  added {long} NOT NULL,
  changed {long} NOT NULL,
  removed {long} NOT NULL
);
CREATE INDEX poll_history_newest_first ON poll_history (element, dataset, poll_no DESC);

CREATE TABLE element_memory (
  element {key} NOT NULL,
  name {key} NOT NULL,
  content {text} NOT NULL,
  PRIMARY KEY (element, name)
);

-- One table a dataset. A version of a row is part of every generation from first_generation to last_generation.
-- The key leads its index and not the element: Derby probes an IN list by the first column only.
-- row_no tells the versions of a key apart. It ends that index and has none of its own, which would be dear to insert into.

CREATE TABLE circuits (
  row_no {row_no},
  element {key} NOT NULL,
  circuit_id {key} NOT NULL,
  v_circuit_id {text},
  circuit_alias {text},
  dns_entity_name {text},
  nms {text},
  status {text},
  noc_status {text},
  service_tier {long},
  maintenance_option {text},
  service_type {text},
  country_code {text},
  customer_number {text},
  location_id {text},
  management_ip {text},
  acceptance_status {text},
  tm_workgroup {text},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX circuits_by_circuit_id ON circuits (circuit_id, element, row_no);
CREATE VIEW circuits_current (element, circuit_id, v_circuit_id, circuit_alias, dns_entity_name, nms, status, noc_status, service_tier, maintenance_option, service_type, country_code, customer_number, location_id, management_ip, acceptance_status, tm_workgroup, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.circuit_id, v.v_circuit_id, v.circuit_alias, v.dns_entity_name, v.nms, v.status, v.noc_status, v.service_tier, v.maintenance_option, v.service_type, v.country_code, v.customer_number, v.location_id, v.management_ip, v.acceptance_status, v.tm_workgroup, v.last_modified, v.last_modified_text, v.extra_json
  FROM circuits v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'circuits'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE customers (
  row_no {row_no},
  element {key} NOT NULL,
  customer_number {key} NOT NULL,
  customer_name {text},
  esp_customer_name {text},
  esp_customer_short_name {text},
  vrf_name {text},
  gch_id {text},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX customers_by_customer_number ON customers (customer_number, element, row_no);
CREATE VIEW customers_current (element, customer_number, customer_name, esp_customer_name, esp_customer_short_name, vrf_name, gch_id, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.customer_number, v.customer_name, v.esp_customer_name, v.esp_customer_short_name, v.vrf_name, v.gch_id, v.last_modified, v.last_modified_text, v.extra_json
  FROM customers v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'customers'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE locations (
  row_no {row_no},
  element {key} NOT NULL,
  esp_location_name {text},
  street_address1 {text},
  city {text},
  country {text},
  location_id {key} NOT NULL,
  customer_number {text},
  state_province {text},
  postal_code {text},
  latitude {double},
  longitude {double},
  time_zone {text},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX locations_by_location_id ON locations (location_id, element, row_no);
CREATE VIEW locations_current (element, esp_location_name, street_address1, city, country, location_id, customer_number, state_province, postal_code, latitude, longitude, time_zone, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.esp_location_name, v.street_address1, v.city, v.country, v.location_id, v.customer_number, v.state_province, v.postal_code, v.latitude, v.longitude, v.time_zone, v.last_modified, v.last_modified_text, v.extra_json
  FROM locations v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'locations'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE devices (
  row_no {row_no},
  element {key} NOT NULL,
  circuit_id {key},
  type {text},
  device {text},
  model {text},
  serial_number {text},
  dns_entity_name {text},
  is_de_ice {bool},
  interfaces {text},
  device_id {key} NOT NULL,
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX devices_by_device_id ON devices (device_id, element, row_no);
CREATE INDEX devices_by_circuit_id ON devices (circuit_id, element);
CREATE VIEW devices_current (element, circuit_id, type, device, model, serial_number, dns_entity_name, is_de_ice, interfaces, device_id, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.circuit_id, v.type, v.device, v.model, v.serial_number, v.dns_entity_name, v.is_de_ice, v.interfaces, v.device_id, v.last_modified, v.last_modified_text, v.extra_json
  FROM devices v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'devices'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE contact_info (
  row_no {row_no},
  element {key} NOT NULL,
  name {text},
  telephone {text},
  email {text},
  contact_id {key} NOT NULL,
  customer_number {text},
  location_id {key},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX contact_info_by_contact_id ON contact_info (contact_id, element, row_no);
CREATE INDEX contact_info_by_location_id ON contact_info (location_id, element);
CREATE VIEW contact_info_current (element, name, telephone, email, contact_id, customer_number, location_id, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.name, v.telephone, v.email, v.contact_id, v.customer_number, v.location_id, v.last_modified, v.last_modified_text, v.extra_json
  FROM contact_info v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'contact_info'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE outage_contacts (
  row_no {row_no},
  element {key} NOT NULL,
  outage_contact_id {key} NOT NULL,
  circuit_id {key},
  contact_id {text},
  priority {long},
  hours {text},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX outage_contacts_by_outage_contact_id ON outage_contacts (outage_contact_id, element, row_no);
CREATE INDEX outage_contacts_by_circuit_id ON outage_contacts (circuit_id, element);
CREATE VIEW outage_contacts_current (element, outage_contact_id, circuit_id, contact_id, priority, hours, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.outage_contact_id, v.circuit_id, v.contact_id, v.priority, v.hours, v.last_modified, v.last_modified_text, v.extra_json
  FROM outage_contacts v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'outage_contacts'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE location_equipments (
  row_no {row_no},
  element {key} NOT NULL,
  equipment_id {key} NOT NULL,
  location_id {key},
  type {text},
  device {text},
  model {text},
  serial_number {text},
  quantity {long},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX location_equipments_by_equipment_id ON location_equipments (equipment_id, element, row_no);
CREATE INDEX location_equipments_by_location_id ON location_equipments (location_id, element);
CREATE VIEW location_equipments_current (element, equipment_id, location_id, type, device, model, serial_number, quantity, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.equipment_id, v.location_id, v.type, v.device, v.model, v.serial_number, v.quantity, v.last_modified, v.last_modified_text, v.extra_json
  FROM location_equipments v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'location_equipments'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

CREATE TABLE esp_pirs (
  row_no {row_no},
  element {key} NOT NULL,
  pir_id {key} NOT NULL,
  circuit_id {key},
  vrf {text},
  teleport {text},
  peak_rate_kbps {long},
  committed_rate_kbps {long},
  last_modified {time},
  last_modified_text {text},
  extra_json {text},
  content_hash {long} NOT NULL,
  first_generation {long} NOT NULL,
  last_generation {long} NOT NULL
);
CREATE INDEX esp_pirs_by_pir_id ON esp_pirs (pir_id, element, row_no);
CREATE INDEX esp_pirs_by_circuit_id ON esp_pirs (circuit_id, element);
CREATE VIEW esp_pirs_current (element, pir_id, circuit_id, vrf, teleport, peak_rate_kbps, committed_rate_kbps, last_modified, last_modified_text, extra_json) AS
  SELECT v.element, v.pir_id, v.circuit_id, v.vrf, v.teleport, v.peak_rate_kbps, v.committed_rate_kbps, v.last_modified, v.last_modified_text, v.extra_json
  FROM esp_pirs v JOIN dataset_state s ON s.element = v.element AND s.dataset = 'esp_pirs'
  WHERE v.first_generation <= s.current_generation AND v.last_generation >= s.current_generation;

-- What only PostgreSQL has at schema 5. Frozen: what comes later is a step of its own.

-- Here the element leads the index of a key, so that the rows of an element are near each other. There is only one version that has
-- not been superseded of each key: a second one would be an error of ours.
DROP INDEX circuits_by_circuit_id;
DROP INDEX customers_by_customer_number;
DROP INDEX locations_by_location_id;
DROP INDEX devices_by_device_id;
DROP INDEX contact_info_by_contact_id;
DROP INDEX outage_contacts_by_outage_contact_id;
DROP INDEX location_equipments_by_equipment_id;
DROP INDEX esp_pirs_by_pir_id;
DROP INDEX tickets_by_ticket_id;
CREATE UNIQUE INDEX circuits_open ON circuits (element, circuit_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX customers_open ON customers (element, customer_number) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX locations_open ON locations (element, location_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX devices_open ON devices (element, device_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX contact_info_open ON contact_info (element, contact_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX outage_contacts_open ON outage_contacts (element, outage_contact_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX location_equipments_open ON location_equipments (element, equipment_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX esp_pirs_open ON esp_pirs (element, pir_id) WHERE last_generation = 9223372036854775807;
CREATE UNIQUE INDEX tickets_open ON tickets (element, ticket_id) WHERE last_generation = 9223372036854775807;
CREATE INDEX circuits_by_circuit_id ON circuits (element, circuit_id, row_no);
CREATE INDEX customers_by_customer_number ON customers (element, customer_number, row_no);
CREATE INDEX locations_by_location_id ON locations (element, location_id, row_no);
CREATE INDEX devices_by_device_id ON devices (element, device_id, row_no);
CREATE INDEX contact_info_by_contact_id ON contact_info (element, contact_id, row_no);
CREATE INDEX outage_contacts_by_outage_contact_id ON outage_contacts (element, outage_contact_id, row_no);
CREATE INDEX location_equipments_by_equipment_id ON location_equipments (element, equipment_id, row_no);
CREATE INDEX esp_pirs_by_pir_id ON esp_pirs (element, pir_id, row_no);
CREATE INDEX tickets_by_ticket_id ON tickets (element, ticket_id, row_no);

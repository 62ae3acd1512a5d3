/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.inventory;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.exporter.json.JsonField;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** One record of the inventory. Fields keep the names of the datasets; what is not known is null or an empty list. */
final class InventoryRecord {
    private static final JsonField ALIAS = field(Dataset.CIRCUITS, "circuitAlias");
    private static final JsonField CIRCUIT_ID = field(Dataset.CIRCUITS, "circuitId");
    private static final JsonField STATUS = field(Dataset.CIRCUITS, "status");
    private static final JsonField COUNTRY = field(Dataset.LOCATIONS, "country");
    private static final List<JsonField> CUSTOMER =
            JsonField.of(Dataset.CUSTOMERS, "customerName", "espCustomerShortName");
    private static final List<JsonField> PLACE =
            JsonField.of(Dataset.LOCATIONS, "espLocationName", "streetAddress1", "city");
    private static final List<JsonField> CONTACT = JsonField.of(Dataset.CONTACT_INFO, "name", "telephone", "email");
    private static final List<JsonField> DEVICE = JsonField.of(Dataset.DEVICES, "type", "device", "model", "isDeIce");
    private static final List<JsonField> EQUIPMENT = JsonField.of(Dataset.LOCATION_EQUIPMENTS);
    private static final List<JsonField> PIR = JsonField.of(Dataset.ESP_PIRS);

    private final Row circuit;
    private final InventoryBatch batch;

    InventoryRecord(Row circuit, InventoryBatch batch) {
        this.circuit = circuit;
        this.batch = batch;
    }

    void write(JsonGenerator json) throws IOException {
        Row location = batch.location(circuit);
        json.writeStartObject();
        fields(json, List.of(ALIAS, CIRCUIT_ID, STATUS), circuit);
        COUNTRY.write(json, location);
        fields(json, CUSTOMER, batch.customer(circuit));
        fields(json, PLACE, location);
        json.writeArrayFieldStart("dnsEntityNames");
        for (String name : batch.dnsEntityNames(circuit)) {
            json.writeString(name);
        }
        json.writeEndArray();
        objects(json, "contactInfos", CONTACT, batch.contacts(circuit));
        objects(json, "devices", DEVICE, batch.devices(circuit));
        objects(json, "locationEquipments", EQUIPMENT, batch.equipments(circuit));
        objects(json, "espPirs", PIR, batch.pirs(circuit));
        json.writeEndObject();
    }

    private static void objects(JsonGenerator json, String name, List<JsonField> fields, Collection<Row> rows)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeStartObject();
            fields(json, fields, row);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, List<JsonField> fields, Row row) throws IOException {
        for (JsonField field : fields) {
            field.write(json, row);
        }
    }

    private static JsonField field(Dataset dataset, String name) {
        return JsonField.of(dataset, name).get(0);
    }
}

package io.vsatlink.exporter.inventory;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** One record of the inventory. Fields keep the names of the datasets; what is not known is null or an empty list. */
final class InventoryRecord {
    private static final List<String> CONTACT = List.of("name", "telephone", "email");
    private static final List<String> DEVICE = List.of("type", "device", "model", "isDeIce");

    private final Row circuit;
    private final InventoryBatch batch;

    InventoryRecord(Row circuit, InventoryBatch batch) {
        this.circuit = circuit;
        this.batch = batch;
    }

    void write(JsonGenerator json) throws IOException {
        Row customer = batch.customer(circuit);
        Row location = batch.location(circuit);
        json.writeStartObject();
        field(json, "circuitAlias", circuit);
        field(json, "circuitId", circuit);
        field(json, "status", circuit);
        field(json, "country", location);
        field(json, "customerName", customer);
        field(json, "espCustomerShortName", customer);
        field(json, "espLocationName", location);
        field(json, "streetAddress1", location);
        field(json, "city", location);
        json.writeArrayFieldStart("dnsEntityNames");
        for (String name : batch.dnsEntityNames(circuit)) {
            json.writeString(name);
        }
        json.writeEndArray();
        objects(json, "contactInfos", batch.contacts(circuit), CONTACT);
        objects(json, "devices", batch.devices(circuit), DEVICE);
        objects(json, "locationEquipments", batch.equipments(circuit), List.of());
        objects(json, "espPirs", batch.pirs(circuit), List.of());
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String column, Row row) throws IOException {
        json.writeFieldName(column);
        value(json, row == null ? null : row.get(column));
    }

    /** @param columns the columns to write, none for all of them */
    private static void objects(JsonGenerator json, String name, Collection<Row> rows, List<String> columns)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeStartObject();
            for (Column column : row.dataset().columns()) {
                if (columns.isEmpty() || columns.contains(column.name())) {
                    field(json, column.name(), row);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof TimeValue time) {
            json.writeString(time.text());
        } else {
            json.writeString(value.toString());
        }
    }
}

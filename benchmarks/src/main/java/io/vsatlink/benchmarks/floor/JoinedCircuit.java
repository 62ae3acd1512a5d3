/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A circuit and its related data, collected from the rows of the join. */
final class JoinedCircuit {
    private static final List<String> HEAD = List.of(
            "circuitAlias",
            "circuitId",
            "status",
            "country",
            "customerName",
            "espCustomerShortName",
            "espLocationName",
            "streetAddress1",
            "city");
    private static final List<String> DEVICE = List.of("type", "device", "model", "isDeIce");
    private static final List<String> CONTACT = List.of("name", "telephone", "email");
    private static final List<String> EQUIPMENT =
            List.of("equipmentId", "locationId", "type", "device", "model", "serialNumber", "quantity", "lastModified");
    private static final List<String> PIR =
            List.of("pirId", "circuitId", "vrf", "teleport", "peakRateKbps", "committedRateKbps", "lastModified");

    // the first columns of each part in the join
    private static final int DEVICE_ID = 11;
    private static final int OUTAGE_ID = 17;
    private static final int OUTAGE_CONTACT_ID = 19;
    private static final int LOCATION_CONTACT_ID = 23;
    private static final int EQUIPMENT_ID = 27;
    private static final int PIR_ID = 35;

    private final List<Object> head;
    private final String dnsName;
    private final SortedMap<String, List<Object>> devices = new TreeMap<>();
    private final Map<String, String> dnsNamesOfDevices = new TreeMap<>();
    private final SortedMap<String, Outage> outages = new TreeMap<>();
    private final SortedMap<String, List<Object>> contactsOfLocation = new TreeMap<>();
    private final SortedMap<String, List<Object>> equipments = new TreeMap<>();
    private final SortedMap<String, List<Object>> pirs = new TreeMap<>();

    private record Outage(Long priority, String contactId, List<Object> contact) {}

    JoinedCircuit(ResultSet row) throws SQLException {
        head = values(row, 1, HEAD.size());
        dnsName = row.getString(HEAD.size() + 1);
    }

    boolean isOf(ResultSet row) throws SQLException {
        return head.get(1).equals(row.getString(2));
    }

    void add(ResultSet row) throws SQLException {
        String device = row.getString(DEVICE_ID);
        if (device != null && !devices.containsKey(device)) {
            dnsNamesOfDevices.put(device, row.getString(DEVICE_ID + 1));
            devices.put(device, values(row, DEVICE_ID + 2, DEVICE.size()));
        }
        String outage = row.getString(OUTAGE_ID);
        if (outage != null && !outages.containsKey(outage)) {
            Object priority = row.getObject(OUTAGE_ID + 1);
            List<Object> contact = values(row, OUTAGE_CONTACT_ID + 1, CONTACT.size());
            outages.put(outage, new Outage((Long) priority, row.getString(OUTAGE_CONTACT_ID), contact));
        }
        keep(contactsOfLocation, row, LOCATION_CONTACT_ID, LOCATION_CONTACT_ID + 1, CONTACT.size());
        keep(equipments, row, EQUIPMENT_ID, EQUIPMENT_ID, EQUIPMENT.size());
        keep(pirs, row, PIR_ID, PIR_ID, PIR.size());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(json, HEAD, head);
        json.writeArrayFieldStart("dnsEntityNames");
        for (String name : dnsNames()) {
            json.writeString(name);
        }
        json.writeEndArray();
        objects(json, "contactInfos", CONTACT, contacts());
        objects(json, "devices", DEVICE, devices.values());
        objects(json, "locationEquipments", EQUIPMENT, equipments.values());
        objects(json, "espPirs", PIR, pirs.values());
        json.writeEndObject();
    }

    private Set<String> dnsNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add(dnsName);
        names.addAll(dnsNamesOfDevices.values());
        names.removeIf(name -> name == null || name.isEmpty());
        return names;
    }

    private Collection<List<Object>> contacts() {
        Map<String, List<Object>> contacts = new LinkedHashMap<>();
        outages.values().stream()
                .filter(outage -> outage.contactId() != null)
                .sorted(Comparator.comparing(Outage::priority, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(outage -> contacts.putIfAbsent(outage.contactId(), outage.contact()));
        contactsOfLocation.forEach(contacts::putIfAbsent);
        return contacts.values();
    }

    private static void keep(Map<String, List<Object>> rows, ResultSet row, int key, int from, int count)
            throws SQLException {
        String name = row.getString(key);
        if (name != null && !rows.containsKey(name)) {
            rows.put(name, values(row, from, count));
        }
    }

    private static List<Object> values(ResultSet row, int from, int count) throws SQLException {
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = row.getObject(from + i);
        }
        return Arrays.asList(values);
    }

    private static void objects(JsonGenerator json, String name, List<String> fields, Collection<List<Object>> rows)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (List<Object> row : rows) {
            json.writeStartObject();
            fields(json, fields, row);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, List<String> names, List<Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            json.writeFieldName(names.get(i));
            Object value = values.get(i);
            if (value instanceof Long number) {
                json.writeNumber(number);
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else {
                json.writeString((String) value);
            }
        }
    }
}

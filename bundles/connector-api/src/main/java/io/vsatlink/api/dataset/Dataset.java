/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.dataset;

import static io.vsatlink.api.dataset.Column.bool;
import static io.vsatlink.api.dataset.Column.decimal;
import static io.vsatlink.api.dataset.Column.integer;
import static io.vsatlink.api.dataset.Column.lookup;
import static io.vsatlink.api.dataset.Column.objects;
import static io.vsatlink.api.dataset.Column.text;
import static io.vsatlink.api.dataset.Column.time;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The eight datasets of the Satellite Provisioning Platform, in display order. */
public enum Dataset implements Listing {
    CIRCUITS(
            "Circuits",
            "circuitId",
            text("circuitId"),
            text("vCircuitId"),
            text("circuitAlias"),
            text("dnsEntityName"),
            text("nms"),
            text("status"),
            text("nocStatus"),
            integer("serviceTier"),
            text("maintenanceOption"),
            text("serviceType"),
            text("countryCode"),
            text("customerNumber"),
            text("locationId"),
            text("managementIp"),
            text("acceptanceStatus"),
            text("tmWorkgroup"),
            time("lastModified")),
    CUSTOMERS(
            "Customers",
            "customerNumber",
            text("customerNumber"),
            text("customerName"),
            text("espCustomerName"),
            text("espCustomerShortName"),
            text("vrfName"),
            text("gchId"),
            time("lastModified")),
    LOCATIONS(
            "Locations",
            "locationId",
            text("espLocationName"),
            text("streetAddress1"),
            text("city"),
            text("country"),
            text("locationId"),
            text("customerNumber"),
            text("stateProvince"),
            text("postalCode"),
            decimal("latitude"),
            decimal("longitude"),
            text("timeZone"),
            time("lastModified")),
    DEVICES(
            "Devices",
            "deviceId",
            lookup("circuitId"),
            text("type"),
            text("device"),
            text("model"),
            text("serialNumber"),
            text("dnsEntityName"),
            bool("isDeIce"),
            objects("interfaces"),
            text("deviceId"),
            time("lastModified")),
    CONTACT_INFO(
            "ContactInfo",
            "contactId",
            text("name"),
            text("telephone"),
            text("email"),
            text("contactId"),
            text("customerNumber"),
            lookup("locationId"),
            time("lastModified")),
    OUTAGE_CONTACTS(
            "OutageContacts",
            "outageContactId",
            text("outageContactId"),
            lookup("circuitId"),
            text("contactId"),
            integer("priority"),
            text("hours"),
            time("lastModified")),
    LOCATION_EQUIPMENTS(
            "LocationEquipments",
            "equipmentId",
            text("equipmentId"),
            lookup("locationId"),
            text("type"),
            text("device"),
            text("model"),
            text("serialNumber"),
            integer("quantity"),
            time("lastModified")),
    ESP_PIRS(
            "EspPirs",
            "pirId",
            text("pirId"),
            lookup("circuitId"),
            text("vrf"),
            text("teleport"),
            integer("peakRateKbps"),
            integer("committedRateKbps"),
            time("lastModified"));

    private final String title;
    private final Column keyColumn;
    private final int keyIndex;
    private final List<Column> columns;

    Dataset(String title, String keyColumn, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
        this.keyColumn = this.columns.stream()
                .filter(column -> column.name().equals(keyColumn))
                .findFirst()
                .orElseThrow();
        this.keyIndex = indexOf(keyColumn);
    }

    /** The name in MBeans and on pages, for instance {@code ContactInfo}. */
    public String title() {
        return title;
    }

    /** The name in configuration keys, shell commands and events, for instance {@code contactInfo}. */
    @Override
    public String key() {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** The name of its export file without the ending, for instance {@code contact-info}. */
    public String fileStem() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The columns, in the order in which exports write them. */
    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Column keyColumn() {
        return keyColumn;
    }

    @Override
    public int keyIndex() {
        return keyIndex;
    }

    /** The dataset with this key, title or file stem, ignoring case. */
    public static Optional<Dataset> named(String name) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.title.equalsIgnoreCase(name)
                        || dataset.fileStem().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All keys, comma-separated, for messages with the allowed values. */
    public static String allowedNames() {
        return Arrays.stream(values()).map(Dataset::key).collect(Collectors.joining(", "));
    }
}

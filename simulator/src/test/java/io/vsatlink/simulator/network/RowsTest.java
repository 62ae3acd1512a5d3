/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the content of rows: the contract's fields in the contract's types, and the irregularities of real data. */
class RowsTest {
    private static final Map<String, String> CONTRACT = Map.of(
            "circuits",
                    "circuitId vCircuitId circuitAlias dnsEntityName nms status nocStatus serviceTier maintenanceOption"
                            + " serviceType countryCode customerNumber locationId managementIp acceptanceStatus"
                            + " tmWorkgroup lastModified",
            "customers", "customerNumber customerName espCustomerName espCustomerShortName vrfName gchId lastModified",
            "locations",
                    "espLocationName streetAddress1 city country locationId customerNumber stateProvince postalCode"
                            + " latitude longitude timeZone lastModified",
            "devices",
                    "circuitId type device model serialNumber dnsEntityName isDeIce interfaces deviceId lastModified",
            "contact-infos", "name telephone email contactId customerNumber locationId lastModified",
            "outage-contacts", "outageContactId circuitId contactId priority hours lastModified",
            "location-equipments", "equipmentId locationId type device model serialNumber quantity lastModified",
            "esp-pirs", "pirId circuitId vrf teleport peakRateKbps committedRateKbps lastModified");
    private static final List<String> WHOLE =
            List.of("serviceTier", "quantity", "priority", "vlan", "peakRateKbps", "committedRateKbps");
    private static final List<String> UNKNOWN = List.of("portalNote", "riskScore", "audit", "tags");

    @Test
    void everyFieldOfTheContractExistsInItsType() {
        for (Dataset dataset : datasets()) {
            Map<String, Object> seen = new LinkedHashMap<>();
            rows(dataset).forEach(row -> row.fields().forEach((name, value) -> {
                seen.merge(name, value == null ? "" : value, (a, b) -> a);
                if (value != null && !UNKNOWN.contains(name)) {
                    assertThat(value).as(dataset.path() + " " + name).isInstanceOf(type(name));
                }
            }));
            assertThat(seen.keySet())
                    .containsAll(List.of(CONTRACT.get(dataset.path()).split(" ", -1)));
            assertThat(seen.keySet()).containsAnyElementsOf(UNKNOWN);
        }
    }

    @Test
    void timesAndPlacesCanBeParsed() {
        rows("locations").forEach(row -> {
            given(row, "lastModified").forEach(OffsetDateTime::parse);
            given(row, "timeZone").filter(zone -> !zone.isEmpty()).forEach(ZoneId::of);
            Stream.ofNullable((BigDecimal) row.fields().get("latitude"))
                    .forEach(degrees -> assertThat(degrees).isBetween(new BigDecimal(-90), new BigDecimal(90)));
            Stream.ofNullable((BigDecimal) row.fields().get("longitude"))
                    .forEach(degrees -> assertThat(degrees).isBetween(new BigDecimal(-180), new BigDecimal(180)));
        });
        assertThat(texts("lastModified")).anyMatch(time -> time.contains("+05:30"));
        assertThat(texts("lastModified")).anyMatch(time -> time.contains(".") && time.endsWith("Z"));
    }

    @Test
    void allOddTextsOccur() {
        assertThat(texts("streetAddress1")).anyMatch(text -> text.contains("\n"));
        assertThat(texts("customerName")).anyMatch(text -> text.startsWith("="));
        assertThat(texts("customerName")).anyMatch(text -> text.contains("\""));
        assertThat(texts("telephone")).anyMatch(text -> text.startsWith("+"));
        assertThat(texts("name")).anyMatch(has(c -> c > 0xFFFF));
        assertThat(texts("name")).anyMatch(has(c -> c >= 0x0590 && c <= 0x06FF));
        assertThat(texts("circuitAlias")).anyMatch(String::isEmpty);
    }

    @Test
    void someValuesAreNullAndSomeFieldsAreMissing() {
        for (Dataset dataset : datasets()) {
            int fields = CONTRACT.get(dataset.path()).split(" ", -1).length;
            assertThat(rows(dataset)).anyMatch(row -> row.fields().containsValue(null));
            assertThat(rows(dataset)).anyMatch(row -> row.fields().size() < fields);
            assertThat(rows(dataset))
                    .allMatch(row -> row.key().equals(row.fields().get(dataset.keyField())));
        }
    }

    private static Predicate<String> has(IntPredicate character) {
        return text -> text.codePoints().anyMatch(character);
    }

    private static Class<?> type(String field) {
        return switch (field) {
            case "latitude", "longitude" -> BigDecimal.class;
            case "isDeIce" -> Boolean.class;
            case "interfaces" -> List.class;
            default -> WHOLE.contains(field) ? Integer.class : String.class;
        };
    }

    private static List<Dataset> datasets() {
        return Network.generate(1, Sizes.forCircuits(10_000)).datasets();
    }

    private static List<Row> rows(Dataset dataset) {
        return IntStream.range(0, dataset.size()).mapToObj(dataset::row).toList();
    }

    private static List<Row> rows(String path) {
        return datasets().stream()
                .filter(dataset -> dataset.path().equals(path))
                .flatMap(dataset -> rows(dataset).stream())
                .toList();
    }

    private static Stream<String> given(Row row, String field) {
        return Stream.ofNullable((String) row.fields().get(field));
    }

    private static List<String> texts(String field) {
        return datasets().stream()
                .flatMap(dataset -> rows(dataset).stream())
                .flatMap(row -> given(row, field))
                .toList();
    }
}

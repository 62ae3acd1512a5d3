/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.store.Rows.circuit;
import static io.vsatlink.api.store.Rows.row;
import static io.vsatlink.api.store.Rows.withExtra;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what is read. */
public interface RoundTripContract extends StoreUnderTest {

    @ParameterizedTest
    @EnumSource
    default void everyColumnOfADataset(Dataset dataset) {
        Row full = withExtra(Rows.full(dataset, "full", 3), "{\"colour\":\"blue\"}");
        publish(dataset, full, row(dataset, "nulls"));
        assertThat(read(dataset)).containsExactly(full, row(dataset, "nulls"));
        assertThat(publish(dataset, full, row(dataset, "nulls")).changed()).isZero();
    }

    @Test
    default void everyKindOfText() {
        Row[] rows = {
            circuit("1 null", null),
            circuit("2 empty", ""),
            circuit("3 blank", " "),
            circuit("4 trailing", "x "),
            circuit("5 rocket", "\ud83d\ude80 \u0000 \t\r\n 'quoted' \"twice\" \\"),
            circuit("6 half a pair", "\ud83d"),
            circuit("7 longest", "\u20ac".repeat(Column.MAX_TEXT)),
            withExtra(circuit("8 extra", "x"), "\"".repeat(Column.MAX_TEXT)),
            circuit("9" + "\u00e9".repeat(Column.MAX_KEY - 1), "longest key")
        };
        publish(CIRCUITS, rows);
        assertThat(read(CIRCUITS)).containsExactly(rows);
    }

    @Test
    default void noTwoOfTheseAreTheSameContent() {
        List<Row> contents = List.of(
                circuit("A", null),
                circuit("A", ""),
                circuit("A", " "),
                row(CIRCUITS, "A", "nocStatus", ""),
                row(CIRCUITS, "A", "status", "x", "nocStatus", "yz"),
                row(CIRCUITS, "A", "status", "xy", "nocStatus", "z"),
                row(CIRCUITS, "A", "serviceTier", 0L),
                withExtra(circuit("A", null), "{}"),
                row(CIRCUITS, "A", "lastModified", Rows.time("2026-11-21T02:00:00+01:00")),
                row(CIRCUITS, "A", "lastModified", Rows.time("2026-11-21T01:00:00Z")));
        publish(CIRCUITS, contents.get(contents.size() - 1));
        for (Row row : contents) {
            assertThat(publish(CIRCUITS, row).changed()).isEqualTo(1);
            assertThat(read(CIRCUITS)).containsExactly(row);
        }
    }

    @Test
    default void textsOfAnyLength() {
        String longest = "\u20ac\ud83d\ude80".repeat(1 << 18);
        String notes = "{\"history\":\"" + "x".repeat(40_000) + "\"}";
        Row[] rows = {
            withExtra(circuit("1", "y".repeat(Column.MAX_TEXT + 1)), notes),
            row(CIRCUITS, "2", "status", longest, "nocStatus", "y".repeat(2 * Column.MAX_TEXT)),
            // blanks at the end of a key are part of it
            withExtra(circuit("2 ", "y".repeat(Column.MAX_TEXT)), "z".repeat(3 * Column.MAX_TEXT)),
            row(
                    CIRCUITS,
                    "3",
                    "lastModified",
                    new TimeValue("2026".repeat(10_000), Instant.parse("2026-11-21T01:00:00Z")))
        };
        publish(CIRCUITS, rows);
        assertThat(read(CIRCUITS)).containsExactly(rows);
        assertThat(publish(CIRCUITS, rows).changed()).isZero();
        Row[] devices = {row(DEVICES, "1", "interfaces", "[\"" + longest + "\"]")};
        publish(DEVICES, devices);
        assertThat(read(DEVICES)).containsExactly(devices);
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            assertThat(snapshot.row(CIRCUITS, "2 ")).contains(rows[2]);
            String end = longest.substring(longest.length() - 3);
            assertThat(snapshot.page(new RowQuery(CIRCUITS, end, Map.of(), "status", true, null, 10))
                            .rows())
                    .containsExactly(rows[1]);
        }
    }

    @Test
    default void whatBecomesOfALongText() {
        Row atFirst = circuit("A", "a".repeat(Column.MAX_TEXT) + "first");
        Row later = circuit("A", "a".repeat(Column.MAX_TEXT) + "later");
        Row justFits = circuit("A", "a".repeat(Column.MAX_TEXT));
        publish(CIRCUITS, atFirst);
        assertThat(publish(CIRCUITS, later).changed()).isEqualTo(1);
        assertThat(publish(CIRCUITS, justFits).changed()).isEqualTo(1);
        assertThat(read(CIRCUITS)).containsExactly(justFits);
        try (GenerationWriter abandoned = store().open(ELEMENT, CIRCUITS)) {
            abandoned.write(List.of(atFirst));
        }
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(later));
            writer.write(List.of(atFirst));
            writer.write(List.of(justFits));
            writer.write(List.of(later));
            writer.publish();
        }
        assertThat(read(CIRCUITS)).containsExactly(later);
        assertThat(store().history(ELEMENT, CIRCUITS, "A"))
                .extracting(RowVersion::row)
                .containsExactly(later, justFits, later, atFirst);
        restart();
        assertThat(read(CIRCUITS)).containsExactly(later);
    }

    @Test
    default void whatIsRememberedMayBeLong() {
        String fact = "\u20ac".repeat(3 * Column.MAX_TEXT + 7);
        memory().remember(ELEMENT, "fact", fact);
        assertThat(memory().recall(ELEMENT, "fact")).contains(fact);
        memory().remember(ELEMENT, "fact", "y".repeat(Column.MAX_TEXT));
        assertThat(memory().recall(ELEMENT, "fact")).contains("y".repeat(Column.MAX_TEXT));
        memory().remember(ELEMENT, "fact", fact);
        memory().remember(ELEMENT, "fact", null);
        assertThat(memory().recall(ELEMENT, "fact")).isEmpty();
        memory().remember(ELEMENT, "fact", "y".repeat(Column.MAX_TEXT));
        assertThat(memory().recall(ELEMENT, "fact")).contains("y".repeat(Column.MAX_TEXT));
    }

    @Test
    default void jsonInAnotherFormIsTheSameContent() {
        Row device = withExtra(
                row(DEVICES, "A", "interfaces", "[{\"type\":\"eth\",\"vlan\":1.50},{\"b\":1,\"a\":2}]"),
                "{\"zone\":{\"b\":[1,2],\"a\":null},\"colour\":\"blue\"}");
        publish(DEVICES, device);
        Row[] same = {
            withExtra(
                    row(DEVICES, "A", "interfaces", "[{\"vlan\":1.5,\"type\":\"eth\"},{\"a\":2.0,\"b\":1}]"),
                    "{\"colour\":\"blue\",\"zone\":{\"a\":null,\"b\":[1,2]}}"),
            withExtra(
                    row(DEVICES, "A", "interfaces", "[ {\"type\": \"eth\", \"vlan\": 150e-2}, {\"b\":1,\"a\":2} ]"),
                    device.extraJson())
        };
        for (Row row : same) {
            assertThat(publish(DEVICES, row).changed()).isZero();
            assertThat(read(DEVICES)).containsExactly(device);
        }
        Row[] others = {
            row(DEVICES, "A", "interfaces", "[{\"b\":1,\"a\":2},{\"type\":\"eth\",\"vlan\":1.50}]"),
            withExtra(device, "{\"zone\":{\"b\":[2,1],\"a\":null},\"colour\":\"blue\"}"),
            withExtra(device, "{\"zone\":{\"b\":[1,2],\"a\":false},\"colour\":\"blue\"}"),
            withExtra(device, "{\"zone\":{\"b\":[1,2],\"a\":null},\"colour\":\"blue \"}")
        };
        for (Row row : others) {
            assertThat(publish(DEVICES, row).changed()).isEqualTo(1);
            assertThat(read(DEVICES)).containsExactly(row);
        }
    }

    @Test
    default void numbersToTheEnds() {
        Row[] circuits = {
            row(CIRCUITS, "1", "serviceTier", Long.MIN_VALUE), row(CIRCUITS, "2", "serviceTier", Long.MAX_VALUE)
        };
        Row[] locations = {
            row(LOCATIONS, "1", "latitude", 0.1 + 0.2, "longitude", -179.999999999),
            row(LOCATIONS, "2", "latitude", Double.MAX_VALUE, "longitude", 0.0)
        };
        Row[] devices = {row(DEVICES, "1", "isDeIce", true), row(DEVICES, "2", "isDeIce", false)};
        publish(CIRCUITS, circuits);
        publish(LOCATIONS, locations);
        publish(DEVICES, devices);
        assertThat(read(CIRCUITS)).containsExactly(circuits);
        assertThat(read(LOCATIONS)).containsExactly(locations);
        assertThat(read(DEVICES)).containsExactly(devices);
    }

    @Test
    default void timesToTheLetter() {
        Row[] rows = {
            time("1", Rows.time("2026-11-21T02:00:00+01:00")),
            time("2", Rows.time("2026-11-21T01:00Z")),
            time("3", Rows.time("2026-03-29T02:30:00.123456789+01:00")),
            time("4", Rows.time("2026-10-25T02:30:00-05:00")),
            time("5", Rows.time("1582-10-10T00:00:00Z")),
            time("6", Rows.time("0001-01-01T00:00:00+01:00")),
            time("7", Rows.time("9999-12-31T23:59:59.999-01:00")),
            // a vendor that leaves the zone out: only the connector's settings know the moment
            time("8", new TimeValue("21.11.2026 02:00", Instant.parse("2026-11-21T01:00:00Z")))
        };
        publish(CIRCUITS, rows);
        assertThat(read(CIRCUITS)).containsExactly(rows);
    }

    private static Row time(String key, TimeValue value) {
        return row(CIRCUITS, key, "lastModified", value);
    }
}

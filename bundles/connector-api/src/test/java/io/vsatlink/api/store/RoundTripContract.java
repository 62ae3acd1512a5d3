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
                row(CIRCUITS, "A", "lastModified", TimeValue.parse("2026-11-21T02:00:00+01:00")),
                row(CIRCUITS, "A", "lastModified", TimeValue.parse("2026-11-21T01:00:00Z")));
        publish(CIRCUITS, contents.get(contents.size() - 1));
        for (Row row : contents) {
            assertThat(publish(CIRCUITS, row).changed()).isEqualTo(1);
            assertThat(read(CIRCUITS)).containsExactly(row);
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
            time("1", TimeValue.parse("2026-11-21T02:00:00+01:00")),
            time("2", TimeValue.parse("2026-11-21T01:00Z")),
            time("3", TimeValue.parse("2026-03-29T02:30:00.123456789+01:00")),
            time("4", TimeValue.parse("2026-10-25T02:30:00-05:00")),
            time("5", TimeValue.parse("1582-10-10T00:00:00Z")),
            time("6", TimeValue.parse("0001-01-01T00:00:00+01:00")),
            time("7", TimeValue.parse("9999-12-31T23:59:59.999-01:00")),
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

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Rows;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private final ContentHash hash = new ContentHash();

    @Test
    void everyTextHasADifferentHash() {
        List<String> texts = List.of(
                "",
                "?",
                "\ud83d",
                "\ude00",
                "\ud83d\ude00",
                "\ude00\ud83d",
                "e\u0301",
                "\u00e9",
                "\u0165",
                "e",
                "\u0000",
                "\u0000\u0000",
                "\u0100",
                "\u0001\u0000",
                "A",
                "A ",
                "\u2022",
                "\"",
                "A\u0410",
                "A\u0010");
        assertThat(texts.stream().map(text -> hash.of(Rows.circuit("A", text))).distinct())
                .hasSameSizeAs(texts);
        assertThat(texts.stream()
                        .map(text -> hash.of(Rows.withExtra(Rows.row(CIRCUITS, "A"), text)))
                        .distinct())
                .hasSameSizeAs(texts);
    }

    @Test
    void eachCharacterOfALongTextChangesTheHash() {
        String text = "x".repeat(Column.MAX_TEXT);
        Stream<String> texts = IntStream.range(0, 100)
                .map(i -> i * (Column.MAX_TEXT / 100))
                .mapToObj(i -> text.substring(0, i) + (i % 200 == 0 ? "y" : "\u20ac") + text.substring(i + 1));
        assertThat(texts.map(each -> hash.of(Rows.circuit("A", each))).distinct())
                .hasSize(100);
    }

    @Test
    void equalContentHasTheSameHashWhateverWasHashedBefore() {
        Row row = Rows.full(CIRCUITS, "A", 1);
        long expected = new ContentHash().of(row);
        hash.of(Rows.circuit("B", "\u20ac".repeat(Column.MAX_TEXT)));
        assertThat(hash.of(row)).isEqualTo(expected);
    }

    @Test
    void aValueInAnotherColumnOrAnotherTimeChangesTheHash() {
        Stream<Row> rows = Stream.of(
                Rows.row(LOCATIONS, "A", "city", "B"),
                Rows.row(LOCATIONS, "A", "country", "B"),
                Rows.row(LOCATIONS, "A", "city", "B", "country", ""),
                Rows.row(LOCATIONS, "A", "latitude", 1.0),
                Rows.row(LOCATIONS, "A", "longitude", 1.0),
                Rows.row(LOCATIONS, "A", "latitude", -0.0),
                Rows.row(LOCATIONS, "A", "latitude", 0.0),
                Rows.row(LOCATIONS, "A", "lastModified", Rows.time("2026-11-21T02:00:00Z")),
                Rows.row(LOCATIONS, "A", "lastModified", Rows.time("2026-11-21T02:00:00+00:00")),
                Rows.row(LOCATIONS, "A", "lastModified", Rows.time("2026-11-21T03:00:00+01:00")));
        assertThat(rows.map(hash::of).distinct()).hasSize(10);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingSetTest {

    /** The readings of two rows of an element. */
    public record Both(Row left, Row right) {}

    /** A row: the number of looks at the element. */
    public record Row(@Reading("How often") long looks, @Reading("A table") Rows<String> table) {}

    private final AtomicLong looks = new AtomicLong();

    private Both look() {
        Row row = new Row(looks.incrementAndGet(), Rows.unread(String.class, "the database is away"));
        return new Both(row, row);
    }

    @Test
    void oneLookReadsAllPartsOfAnElementFromOneRecord() throws Exception {
        Supplier<Both> element = this::look;
        ReadingSet left = ReadingSet.of(Row.class, element, Both::left);
        ReadingSet right = ReadingSet.of(Row.class, element, Both::right);
        Look look = new Look();
        assertThat(left.read("Looks", look)).isEqualTo(1L);
        assertThat(left.read("Looks", look)).isEqualTo(1L);
        assertThat(right.read("Looks", look)).isEqualTo(1L);
        assertThat(right.read("Looks", new Look())).isEqualTo(2L);
    }

    @Test
    void anUnreadableTableHidesNoOtherReading() throws Exception {
        ReadingSet readings = ReadingSet.of(Row.class, () -> look().left());
        Look look = new Look();
        assertThatThrownBy(() -> readings.read("Table", look)).hasMessage("the database is away");
        assertThat(readings.read("Looks", look)).isEqualTo(1L);
    }

    @Test
    void tablesAreReadOnlyForAnswersThatHaveOne() throws Exception {
        List<Boolean> asked = new ArrayList<>();
        ReadingSet readings = ReadingSet.ofTabled(Row.class, tables -> {
            asked.add(tables);
            return new Row(
                    1, tables ? Rows.of(String.class, List.of("a row")) : Rows.unread(String.class, "not asked"));
        });
        List<Parameter> both = readings.parameters("");
        for (Parameter each : both) {
            Look look = Look.at(Stream.of(each));
            readings.read(each.attribute(), look);
        }
        readings.read("Looks", Look.at(both.stream()));
        readings.read("Looks", new Look());
        assertThat(asked).containsExactly(false, true, true, true);
    }

    @Test
    void aTruncatedTableReportsItsTotal() {
        List<Long> many = LongStream.range(0, Rows.MOST + 1).boxed().toList();
        assertThat(Rows.of(Long.class, many).shown()).hasSize(Rows.MOST);
        assertThat(Rows.of(Long.class, many).total()).isEqualTo(Rows.MOST + 1);
    }
}

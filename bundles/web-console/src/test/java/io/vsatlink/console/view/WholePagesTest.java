/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.access.Roles;
import io.vsatlink.console.view.PageShown.Page;
import io.vsatlink.console.view.PageShown.ParameterShown;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.ReadingsPage;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.TableKey;
import io.vsatlink.testkit.Churn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WholePagesTest {

    /** The readings that belong together: a sentence with the number, the number, and the same number of rows. */
    public record Counted(
            @Reading("A sentence") String reason,
            @Reading("So many") long waiting,
            @Reading("As many") Rows<Line> lines) {}

    /** A row. */
    @TableKey("number")
    public record Line(long number) {}

    @Test
    void theReadingsOfAnElementAndItsRowsBelongToOneMoment() throws Exception {
        AtomicLong count = new AtomicLong();
        Supplier<Counted> element = () -> counted(count.get() % 8);
        List<ParameterPage> pages = List.of(
                ReadingsPage.of("", Counted.class, element), ReadingsPage.of("Circuits", Counted.class, element));
        PageShown shown = new PageShown(new Roles(), Set.of());
        Set<Object> seen = new HashSet<>();
        try (Churn churn = Churn.of(count::incrementAndGet)) {
            for (int i = 0; i < 20_000; i++) {
                List<Page> answer = shown.all(pages);
                long waiting = (Long) value(answer.get(0), "Waiting");
                for (Page page : answer) {
                    assertThat(value(page, "Waiting")).isEqualTo(waiting);
                    assertThat(value(page, "Reason")).isEqualTo(waiting + " wait");
                    assertThat(((TableShown) value(page, "Lines")).rows()).hasSize((int) waiting);
                }
                seen.add(waiting);
            }
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    private static Object value(Page page, String attribute) {
        return page.parameters().stream()
                .filter(parameter -> parameter.attribute().equals(attribute))
                .map(ParameterShown::value)
                .findFirst()
                .orElseThrow();
    }

    private static Counted counted(long now) {
        List<Line> lines = LongStream.range(0, now).mapToObj(Line::new).toList();
        return new Counted(now + " wait", now, Rows.of(Line.class, lines));
    }
}

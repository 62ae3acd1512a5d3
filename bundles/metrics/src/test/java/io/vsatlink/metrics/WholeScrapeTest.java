/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.ReadingsPage;
import io.vsatlink.testkit.Churn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WholeScrapeTest {

    /** Related readings: two equal numbers, and their parity as a state. */
    public record Counted(
            @Reading("What it does") Parity parity, @Reading("So many") long waiting, @Reading("As many") long rows) {}

    /** The states. */
    public enum Parity {
        EVEN,
        ODD
    }

    @Test
    void aScrapeOfAnElementAndItsRowsIsFromOneMoment() throws Exception {
        AtomicLong count = new AtomicLong();
        Supplier<Counted> element = () -> counted(count.get());
        List<ParameterPage> pages = List.of(
                ReadingsPage.of("", Counted.class, element), ReadingsPage.of("Circuits", Counted.class, element));
        Set<Double> seen = new HashSet<>();
        try (Churn churn = Churn.of(count::incrementAndGet)) {
            for (int i = 0; i < 400; i++) {
                Map<String, Double> scraped =
                        Scraped.gauges(PageSamples.of(pages).text());
                double waiting = scraped.get("vsatlink_sample_waiting{element=uat}");
                assertThat(scraped)
                        .containsEntry("vsatlink_sample_rows{element=uat}", waiting)
                        .containsEntry("vsatlink_sample_parity{element=uat, parity=ODD}", waiting % 2)
                        .containsEntry("vsatlink_sample_dataset_rows{dataset=Circuits, element=uat}", waiting);
                seen.add(waiting);
            }
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    private static Counted counted(long now) {
        return new Counted(now % 2 == 0 ? Parity.EVEN : Parity.ODD, now, now);
    }
}

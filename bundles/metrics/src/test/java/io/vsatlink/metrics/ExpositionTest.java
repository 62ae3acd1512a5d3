/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    private final Exposition exposition = new Exposition();

    @Test
    void groupsTheSamplesOfANameBelowItsHelpText() {
        exposition.add("b", "second", Map.of(), 2);
        exposition.add("a", "first", Map.of("element", "uat"), 1);
        exposition.add("b", "second", Map.of("element", "live"), 3);

        assertThat(exposition.text())
                .isEqualTo(
                        """
                        # HELP a first
                        # TYPE a gauge
                        a{element="uat"} 1
                        # HELP b second
                        # TYPE b gauge
                        b 2
                        b{element="live"} 3
                        """);
    }

    @Test
    void labelValuesAreReadBackUnchanged() {
        String odd = "a \"quoted\" \\ back\\nslash\nand a line, } = #";
        exposition.add("odd", "with a \\ and\na line", Map.of("state", odd), 7);
        exposition.add("next", "is not swallowed", Map.of(), 8);

        assertThat(Scraped.gauges(exposition.text()))
                .containsOnly(Map.entry("odd{state=" + odd + "}", 7.0), Map.entry("next{}", 8.0));
    }

    /** The scraper that checks the other tests can fail. */
    @Test
    void theScraperRejectsALabelThatIsNotEscaped() {
        assertThat(Scraped.gauges("# TYPE odd gauge\nodd{state=\"a\\\" b\"} 7\n"))
                .hasSize(1);
        assertThat(Scraped.gauges("# TYPE odd gauge\nodd{state=\"a\" b\"} 7\n")).isEmpty();
    }
}

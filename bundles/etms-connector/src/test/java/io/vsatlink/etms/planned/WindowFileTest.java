/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.planned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with windows of planned work. */
class WindowFileTest {

    @Test
    void aWindowNamesItsCircuitsByAnyColumn() {
        List<Window> windows = windows(
                "\uFEFFcircuitId,nms,start,end,zone,summary",
                "CIR-1,,2026-11-29T22:00,2026-11-30 02:00,Europe/Berlin,\"Amplifier, \"\"east\"\"\"",
                "",
                ",HUB-2 ,2026-11-29T22:00Z,2026-11-29T23:00-05:00,,");
        assertThat(windows)
                .containsExactly(
                        new Window(
                                Instant.parse("2026-11-29T21:00:00Z"),
                                Instant.parse("2026-11-30T01:00:00Z"),
                                Map.of("circuitId", "CIR-1"),
                                "Amplifier, \"east\""),
                        new Window(
                                Instant.parse("2026-11-29T22:00:00Z"),
                                Instant.parse("2026-11-30T04:00:00Z"),
                                Map.of("nms", "HUB-2"),
                                "work.csv"));
    }

    /** In Berlin, 02:00 to 03:00 is missing on 29 March 2026, and is there twice on 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30,2026-03-29T04:00,2026-03-29T01:00:00Z,2026-03-29T02:00:00Z",
        "2026-03-29T01:00,2026-03-29T02:30,2026-03-29T00:00:00Z,2026-03-29T01:30:00Z",
        "2026-10-25T02:30,2026-10-25T04:00,2026-10-25T00:30:00Z,2026-10-25T03:00:00Z",
        "2026-10-25T01:00,2026-10-25T02:30,2026-10-24T23:00:00Z,2026-10-25T01:30:00Z"
    })
    void aWindowIsRatherTooLongWhereClocksAreChanged(String start, String end, Instant begin, Instant over) {
        Window window = windows("circuitId,start,end,zone", "CIR-1," + start + "," + end + ",Europe/Berlin")
                .get(0);
        assertThat(window).extracting(Window::begin, Window::end).containsExactly(begin, over);
    }

    @Test
    void aMistakeIsNamedWithItsLine() {
        refuses("line 1 of work.csv: \"hub\" is neither start", "hub,start,end");
        refuses("line 1 of work.csv: the columns start and end are missing", "circuitId,start");
        refuses("line 2 of work.csv: 2 cells instead of 3", "circuitId,start,end", "CIR-1,2026-11-29T22:00Z");
        refuses("line 3 of work.csv: \"soon\" is not a time", "circuitId,start,end", "", "CIR-1,soon,later");
        refuses(
                "line 2 of work.csv: \"2026-11-29T22:00\" has no offset",
                "circuitId,start,end",
                "CIR-1,2026-11-29T22:00,2026-11-29T23:00");
        refuses(
                "line 2 of work.csv: \"2026-11-29T22:00\" in the zone \"Berlin\" is not a time",
                "circuitId,start,end,zone",
                "CIR-1,2026-11-29T22:00,2026-11-29T23:00,Berlin");
        refuses(
                "line 2 of work.csv: it does not say which circuits",
                "circuitId,start,end",
                ",2026-11-29T22:00Z,2026-11-29T23:00Z");
        refuses(
                "line 2 of work.csv: it ends before it starts",
                "circuitId,start,end",
                "CIR-1,2026-11-29T22:00Z,2026-11-29T22:00Z");
        refuses("line 2 of work.csv: a quotation mark", "circuitId,start,end", "\"CIR-1,x,y");
    }

    private static void refuses(String sentence, String... lines) {
        assertThatThrownBy(() -> windows(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    private static List<Window> windows(String... lines) {
        return WindowFile.windows("work.csv", List.of(lines));
    }
}

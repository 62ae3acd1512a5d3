/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketRequestTest {
    @Test
    void refusesWhatCannotBeMeant() {
        refused(() -> TicketRequest.submit(" ", Map.of(), "shell"), "externalId is missing");
        refused(() -> TicketRequest.note("", "text", "", "shell"), "reference is missing");
        refused(() -> TicketRequest.note("T1", " ", "", "shell"), "text is missing");
        refused(() -> TicketRequest.close("T1", "", "", "shell"), "text is missing");
        refused(() -> TicketRequest.note("T1\n", "text", "", "shell"), "reference has control characters");
        refused(() -> TicketRequest.note("T1", "text", "x".repeat(256), "shell"), "requestId is longer than 255");
        refused(
                () -> TicketRequest.submit("EXT-1", Map.of("description", "x".repeat(16_000)), "shell"),
                "the request is longer than 16000 characters");
    }

    @Test
    void keepsWhatItWasGiven() {
        TicketRequest update = TicketRequest.update("T1", "severity", "2", "r-1", "mbean");
        assertThat(update.fields()).containsExactly(Map.entry("severity", "2"));
        assertThat(update.with(Map.of("severity", "1")).requestId()).isEqualTo("r-1");
    }

    private static void refused(Runnable making, String sentence) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}

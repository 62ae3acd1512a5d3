/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.remote.http.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No answer exceeds the limits of time and memory. */
@Timeout(60)
class TmfServerTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final TmfPlatform platform;
    private TmfServer server;

    TmfServerTest() throws IOException {
        platform = new TmfPlatform();
        server = new TmfServer(platform.url());
    }

    @AfterEach
    void stop() {
        server.close();
        platform.close();
    }

    private void limits(Duration idle, Duration total) {
        server = new TmfServer(platform.url(), new Timeouts(Duration.ofSeconds(10), idle, total));
    }

    @Test
    void anEndlessAnswerIsAborted() throws Exception {
        String id = server.create(Map.of("name", "A"));
        platform.endless.put(id, 0);
        assertThatThrownBy(() -> server.ticket(id))
                .isInstanceOf(TicketingException.class)
                .hasMessage(
                        "GET " + platform.url() + "/troubleTicket/TT-1: the response is larger than our limit of 4 MB");
        assertThatThrownBy(() -> server.patch(id, Map.of("name", "B"))).isInstanceOf(TicketingException.class);
        platform.endless.clear();
        assertThat(server.ticket(id)).isPresent();
    }

    @Test
    void aSlowAnswerIsAbortedWhenItsTimeIsOver() throws Exception {
        limits(LONG, Duration.ofSeconds(1));
        String id = server.create(Map.of("name", "A"));
        platform.endless.put(id, 50);
        assertThatThrownBy(() -> server.ticket(id))
                .isInstanceOf(TicketingException.class)
                .hasMessageContaining("did not complete its response within 1 s");
        platform.endless.clear();
        assertThat(server.ticket(id)).isPresent();
    }

    @Test
    void anAnswerThatStopsHalfwayIsAborted() throws Exception {
        limits(Duration.ofSeconds(1), LONG);
        String id = server.create(Map.of("name", "A"));
        platform.endless.put(id, 60_000);
        assertThatThrownBy(() -> server.ticket(id))
                .isInstanceOf(TicketingException.class)
                .hasMessageContaining("sent nothing for 1 s");
    }

    @Test
    void closingDoesNotWaitForAnAnswer() throws Exception {
        String id = server.create(Map.of("name", "A"));
        platform.endless.put(id, 50);
        CompletableFuture<Throwable> call = CompletableFuture.supplyAsync(() -> {
            try {
                return new AssertionError(server.ticket(id));
            } catch (TicketingException e) {
                return e;
            }
        });
        while (platform.bodies("GET /troubleTicket/TT-1").isEmpty()) {
            Thread.sleep(10);
        }
        server.close();
        assertThat(call.join()).isInstanceOf(TicketingException.class).hasMessageContaining("was stopped");
        assertThatThrownBy(() -> server.ticket(id)).hasMessageEndingWith(": stopped");
    }
}

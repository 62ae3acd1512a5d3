/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vsatlink.api.event.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

class IncomingEventsTest {
    private final List<String> taken = new ArrayList<>();
    private final IncomingEvents events = new IncomingEvents(
            "backend", Runnable::run, (operation, values, named) -> taken.add(operation + " " + values + " " + named));

    @Test
    void takesTheValuesButNotThePropertiesThatTheHostAdds() {
        post(Map.of("operation", "addNote", "reference", "EXT-1", "text", "seen"));
        post(Map.of("severity", 2));
        assertThat(taken)
                .containsExactly("addNote {reference=EXT-1, text=seen} false", "submitTicket {severity=2} false");
    }

    @Test
    void ignoresEventsForOtherElements() {
        post(Map.of("element", "second", "severity", 1));
        post(Map.of("element", "backend", "severity", 2));
        assertThat(taken).containsExactly("submitTicket {severity=2} true");
    }

    @Test
    void rejectsEventsBeyondTheCapacityWithoutAnExceptionForTheSender() {
        IncomingEvents full = new IncomingEvents(
                "backend",
                task -> {
                    throw new RejectedExecutionException("full");
                },
                (operation, values, named) -> taken.add(operation));
        assertThatCode(() -> full.handleEvent(new Event(Topics.REQUEST, Map.of("severity", 2))))
                .doesNotThrowAnyException();
        assertThat(taken).isEmpty();
    }

    /** Posts an event as Karaf does, which adds the sender and the time. */
    private void post(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("subject", new Subject());
        all.put("timestamp", 1_764_039_600_000L);
        events.handleEvent(new Event(Topics.REQUEST, all));
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.event.EventProperties;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.VsatStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Sends the events, after the fact: counts and no payload. */
public final class PollEvents {
    private final EventAdmin events;
    private final VsatStore store;
    private final String element;

    public PollEvents(EventAdmin events, VsatStore store, String element) {
        this.events = events;
        this.store = store;
        this.element = element;
    }

    void datasetPolled(PollRecord poll) {
        events.postEvent(new Event(
                Topics.DATASET_POLLED,
                Map.of(
                        EventProperties.ELEMENT, element,
                        EventProperties.DATASET, poll.dataset().key(),
                        EventProperties.OUTCOME, poll.outcome().name(),
                        EventProperties.GENERATION, poll.generation(),
                        EventProperties.ITEMS, poll.items(),
                        EventProperties.ADDED, poll.added(),
                        EventProperties.CHANGED, poll.changed(),
                        EventProperties.REMOVED, poll.removed(),
                        EventProperties.SCOPE, poll.onlyChanges() ? "changes" : "full")));
    }

    void pollCompleted(List<DatasetStatus> datasets, Instant now) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(EventProperties.ELEMENT, element);
        for (DatasetStatus row : datasets) {
            if (row.enabled()) {
                String prefix = row.dataset().key() + ".";
                long age = row.lastPolled() == null
                        ? -1
                        : Duration.between(row.lastPolled(), now).toSeconds();
                properties.put(
                        prefix + EventProperties.OUTCOME,
                        row.lastOutcome() == null ? "" : row.lastOutcome().name());
                properties.put(
                        prefix + EventProperties.GENERATION,
                        store.current(element, row.dataset())
                                .map(generation -> generation.number())
                                .orElse(0L));
                properties.put(prefix + EventProperties.AGE, age);
            }
        }
        events.postEvent(new Event(Topics.POLL_COMPLETED, properties));
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.event.EventProperties;
import io.vsatlink.api.event.Topics;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Sends the event at the end of an export. */
final class ExportEvents {
    private final EventAdmin events;
    private final String element;

    ExportEvents(EventAdmin events, String element) {
        this.events = events;
        this.element = element;
    }

    void exported(ExportStatus outcome, Path directory, long rows) {
        events.postEvent(new Event(
                Topics.EXPORTED,
                Map.of(
                        EventProperties.ELEMENT,
                        element,
                        EventProperties.OUTCOME,
                        outcome.name(),
                        EventProperties.DIRECTORY,
                        directory.toString(),
                        EventProperties.ROWS,
                        rows)));
    }
}

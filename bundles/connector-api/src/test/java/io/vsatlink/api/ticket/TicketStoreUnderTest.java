/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an implementation of the ticket ports gives to their contracts, and the contracts' shorthand. */
public interface TicketStoreUnderTest {
    String SYSTEM = "https://etms.example:443 UAT vsat";
    String OTHER = "https://etms.example:443 PROD vsat";

    TicketMirror mirror();

    Outbox outbox();

    /** Moves the time that the implementation goes by. */
    MovableClock clock();

    /** Lets this time pass for the claims of requests, whose end the clock of a shared database determines. */
    default void leasesAge(Duration duration) {
        clock().advance(duration);
    }

    /** Ends the process in the store's eyes: a new instance over the same data. */
    void restart();

    default Generation publish(Ticket... tickets) {
        return publish(SYSTEM, tickets);
    }

    default Generation publish(String system, Ticket... tickets) {
        try (GenerationWriter writer = mirror().open(system)) {
            writer.write(Arrays.stream(tickets).map(Ticket::row).toList());
            return writer.publish();
        }
    }

    default List<Row> read(String system) {
        try (Snapshot snapshot = mirror().snapshot(system);
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            return rows.toList();
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A process that accepts numbered requests, delivers every third one, and prints the numbers, until it is killed. */
final class OutboxTruth {
    static final String SYSTEM = "etms";

    private OutboxTruth() {}

    static String externalId(long number) {
        return "EXT-" + number;
    }

    /** The number of the last request. */
    static long last(JdbcVsatStore store) {
        return store.outbox().entries(SYSTEM, 1_000_000).stream()
                .mapToLong(entry -> Long.parseLong(entry.request().reference().substring(4)))
                .max()
                .orElse(0);
    }

    public static void main(String[] arguments) {
        JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(Path.of(arguments[0])), Clock.systemUTC());
        Claimant claimant = new Claimant("here", String.valueOf(System.nanoTime()), "backend", Duration.ofMinutes(5));
        store.outbox().startOver(claimant);
        for (long number = last(store) + 1; ; number++) {
            store.outbox().accept(SYSTEM, TicketRequest.submit(externalId(number), Map.of(), "service"), "");
            System.out.println(number);
            if (number % 3 == 0) {
                Claim claim = store.outbox().claim(SYSTEM, claimant, 1).get(0);
                store.outbox().delivered(claim, "T-" + claim.entry().id());
            }
        }
    }
}

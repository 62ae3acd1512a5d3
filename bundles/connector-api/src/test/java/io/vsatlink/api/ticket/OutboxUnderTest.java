/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The shorthand of the contracts of the outbox. */
public interface OutboxUnderTest extends TicketStoreUnderTest {
    Duration LEASE = Duration.ofMinutes(5);
    Claimant BACKEND = new Claimant("noc-1", "start 1", "backend", LEASE);
    Claimant SECOND = new Claimant("noc-1", "start 1", "second", LEASE);

    default List<Claim> claimed(Claimant claimant) {
        return outbox().claim(SYSTEM, claimant, 100);
    }

    /** The only request, which is not due before this time, not even after a restart. */
    default Claim claimedNotBefore(Instant due) {
        assertThat(claimed(BACKEND)).isEmpty();
        restart();
        outbox().startOver(BACKEND);
        assertThat(claimed(BACKEND)).isEmpty();
        clock().advance(Duration.between(clock().instant(), due));
        return claimed(BACKEND).get(0);
    }

    static List<String> references(List<Claim> claims) {
        return claims.stream().map(claim -> claim.entry().request().reference()).toList();
    }

    static String what(Claim claim) {
        TicketRequest request = claim.entry().request();
        return (request.kind() + " " + request.fields().getOrDefault("severity", "")).strip();
    }

    static TicketRequest submit(String externalId) {
        return TicketRequest.submit(externalId, Map.of("category", "Circuit Up/Down", "circuitId", "CIR-1"), "mbean");
    }

    static TicketRequest update(String reference, String severity, String requestId) {
        return TicketRequest.update(reference, "severity", severity, requestId, "shell");
    }

    static TicketRequest note(String reference, String requestId) {
        return TicketRequest.note(reference, "seen", requestId, "service");
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.ServiceDatabase;
import io.vsatlink.store.jdbc.outbox.JdbcOutbox;
import io.vsatlink.store.jdbc.outbox.OutboxCopy;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Occupant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of requests when several containers accept and deliver them at once. */
abstract class SharedOutboxContract {
    static final String SYSTEM = "etms";
    private static final int CONTAINERS = 3;
    private static final int TICKETS = 60;

    final List<JdbcVsatStore> containers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String address;

    /** Creates an empty database and returns its address. */
    abstract String createDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        address = createDatabase();
        for (int i = 0; i < CONTAINERS; i++) {
            Occupant occupant =
                    new Occupant("noc-" + i, "run " + i, "", "0.2.0", Instant.parse("2026-11-28T03:00:00Z"));
            containers.add(JdbcVsatStore.open(SharedServer.database(address), Clock.systemUTC(), occupant));
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        containers.forEach(JdbcVsatStore::close);
    }

    Outbox outbox(int container) {
        return containers.get(container % CONTAINERS).outbox();
    }

    static Claimant backend(int container) {
        return new Claimant("noc-" + container, "start", "backend", Duration.ofMinutes(15));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = SharedServer.source(address).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return SharedServer.source(address).getConnection();
    }

    @Test
    void nothingIsLostOrSentTwiceOrInAnotherOrder() throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<OutboxEntry> sent = new CopyOnWriteArrayList<>();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < CONTAINERS; i++) {
            int container = i;
            work.add(() -> acceptAll(container, next));
            work.add(() -> acceptAll(container, next));
            work.add(() -> deliverAll(container, sent));
        }
        for (Future<Void> end : threads.invokeAll(work)) {
            end.get();
        }
        assertThat(sent).extracting(OutboxEntry::id).hasSize(4 * TICKETS).doesNotHaveDuplicates();
        for (int i = 0; i < TICKETS; i++) {
            String reference = "EXT-" + i;
            assertThat(sent)
                    .filteredOn(entry -> entry.request().reference().equals(reference))
                    .extracting(entry -> entry.request().requestId())
                    .as(reference)
                    .containsExactly("", "a-" + i, "b-" + i);
        }
        assertThat(outbox(0).entries(SYSTEM, 10 * TICKETS))
                .hasSize(4 * TICKETS)
                .allMatch(entry -> entry.state() == RequestState.DELIVERED)
                .allMatch(entry -> entry.attempts() == 1);
    }

    /** Each request is given to two containers; a ticket is named by its id before and after a delivery has told that. */
    private Void acceptAll(int container, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < TICKETS; i = next.getAndIncrement()) {
            List<TicketRequest> requests = List.of(
                    TicketRequest.submit("EXT-" + i, Map.of("severity", "2"), "mbean"),
                    TicketRequest.update("EXT-" + i, "severity", "3", "a-" + i, "mbean"),
                    TicketRequest.update("T-EXT-" + i, "severity", "1", "c-" + i, "mbean"),
                    TicketRequest.update("EXT-" + i, "severity", "4", "b-" + i, "mbean"));
            for (TicketRequest request : requests) {
                Receipt first = outbox(container).accept(SYSTEM, request, "");
                Receipt second = outbox(container + 1).accept(SYSTEM, request, "");
                assertThat(first.duplicate()).isFalse();
                assertThat(second.duplicate()).isTrue();
                assertThat(second.id()).isEqualTo(first.id());
            }
        }
        return null;
    }

    private Void deliverAll(int container, List<OutboxEntry> sent) {
        while (sent.size() < 4 * TICKETS) {
            for (Claim claim : outbox(container).claim(SYSTEM, backend(container), 5)) {
                OutboxEntry entry = claim.entry();
                String reference = entry.request().reference();
                assertThat(outbox(container).mayCall(claim)).isTrue();
                sent.add(entry);
                String ticketId = reference.startsWith("T-") ? reference : "T-" + reference;
                assertThat(outbox(container).delivered(claim, ticketId)).isTrue();
            }
        }
        return null;
    }

    @Test
    void aContainerWhoseLeaseEndedClaimsNothingAndCallsNobody() throws Exception {
        outbox(0).accept(SYSTEM, TicketRequest.submit("EXT-1", Map.of(), "mbean"), "");
        outbox(0).accept(SYSTEM, TicketRequest.submit("EXT-2", Map.of(), "mbean"), "");
        // one that does not know yet that its lease has ended
        try (ServiceDatabase database = SharedServer.database(address)) {
            Outbox unaware = new JdbcOutbox(
                    new Transactions(database), Clock.systemUTC(), () -> "late", new OutboxCopy(Optional.empty()));
            execute(
                    "INSERT INTO member (run, name, version, started_at, seen_at, lease_end, clock_offset) VALUES"
                            + " ('late', 'noc-9', '0.2.0', '2026-01-01 00:00:00', '2026-01-01 00:00:00', '2099-01-01 00:00:00', 0)");
            Claim claim = unaware.claim(SYSTEM, backend(9), 1).get(0);
            assertThat(unaware.mayCall(claim)).isTrue();
            execute("UPDATE member SET lease_end = '2026-01-01 00:00:00' WHERE run = 'late'");
            assertThat(unaware.mayCall(claim)).isFalse();
            assertThat(unaware.claim(SYSTEM, backend(9), 1)).isEmpty();
        }
        assertThat(outbox(1).claim(SYSTEM, backend(1), 5))
                .extracting(claim -> claim.entry().mayHaveArrived())
                .containsExactly(true, false);
    }
}

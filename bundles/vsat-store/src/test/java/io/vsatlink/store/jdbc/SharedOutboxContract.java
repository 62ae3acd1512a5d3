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
import java.time.Clock;
import java.time.Duration;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of requests when several containers accept and deliver them at once. */
abstract class SharedOutboxContract extends SharedCase {
    static final String SYSTEM = "etms";
    private static final int CONTAINERS = 3;
    private static final int TICKETS = 60;

    private static final Duration LEASE = Duration.ofMinutes(15);

    private final List<JdbcVsatStore> containers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void open() {
        for (int i = 0; i < CONTAINERS; i++) {
            containers.add(open(occupant("noc-" + i, "run " + i)));
        }
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    Outbox outbox(int container) {
        return containers.get(container % CONTAINERS).outbox();
    }

    static Claimant backend(int container) {
        return new Claimant("noc-" + container, "start", "backend", LEASE);
    }

    @Test
    void thoseThatHaveClaimsShareWhatTheVendorAllows() {
        for (int i = 0; i < CONTAINERS; i++) {
            outbox(0).accept(SYSTEM, TicketRequest.submit("EXT-" + i, Map.of("severity", "2"), "mbean"), "");
        }
        assertThat(outbox(0).senders(SYSTEM)).isOne();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < CONTAINERS; i++) {
            claims.addAll(outbox(i).claim(SYSTEM, backend(i), 1));
        }
        assertThat(outbox(0).senders(SYSTEM)).isEqualTo(CONTAINERS);
        assertThat(outbox(0).senders("other")).isOne();
        outbox(1).delivered(claims.get(1), "T-1");
        assertThat(outbox(0).senders(SYSTEM)).isEqualTo(CONTAINERS - 1);
        containers.get(2).close();
        assertThat(outbox(0).senders(SYSTEM)).isOne();
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
        try (ServiceDatabase database = SharedServer.database(address())) {
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

    @Test
    void simultaneousEqualRequestsGetTheReceiptOfTheFirst() throws Exception {
        List<Outbox> outboxes = Stream.generate(this::another).limit(4).toList();
        for (int round = 0; round < 25; round++) {
            TicketRequest request = submit("EXT-" + round);
            List<Callable<Receipt>> calls = outboxes.stream()
                    .map(outbox -> (Callable<Receipt>) () -> outbox.accept(SYSTEM, request, "T-" + request.reference()))
                    .toList();
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> answer : threads.invokeAll(calls)) {
                receipts.add(answer.get());
            }
            assertThat(receipts)
                    .extracting(Receipt::id)
                    .containsOnly(receipts.get(0).id());
            assertThat(receipts).filteredOn(receipt -> !receipt.duplicate()).hasSize(1);
        }
    }

    @Test
    void aClaimIsVoidWhenItsContainerIsGoneWhateverAClockSaysOrANameIs() throws Exception {
        Claimant claimant = new Claimant("noc", "start 1", "backend", LEASE);
        JdbcVsatStore first = containers.get(0);
        first.outbox().accept(SYSTEM, submit("EXT-1"), "");
        Claim claim = first.outbox().claim(SYSTEM, claimant, 10).get(0);

        Clock fast = Clock.offset(Clock.systemUTC(), LEASE.plusMinutes(1));
        JdbcVsatStore second = open(occupant("noc-9", "run 9"), fast);
        // an image of the same container: equal name and folder
        Claimant other = new Claimant("noc", "start 2", "backend", LEASE);
        second.outbox().startOver(other);
        assertThat(second.outbox().claim(SYSTEM, other, 10)).isEmpty();
        first.close();
        assertThat(second.outbox().claim(SYSTEM, other, 10))
                .as("a call may be on its way")
                .isEmpty();
        execute("UPDATE member SET lease_end = '2000-01-01 00:00:00' WHERE run = 'run 0'");
        List<Claim> claims = second.outbox().claim(SYSTEM, other, 10);
        assertThat(claims).singleElement().matches(each -> each.entry().mayHaveArrived());
        JdbcVsatStore again = open(occupant("noc-0", "run 0").again());
        assertThat(again.outbox().delivered(claim, "T-1")).isFalse();
        assertThat(second.outbox().delivered(claims.get(0), "T-1")).isTrue();
    }

    /** The outbox of one more container, without its other parts. */
    private Outbox another() {
        return new JdbcOutbox(
                new Transactions(SharedServer.database(address())),
                Clock.systemUTC(),
                () -> "run",
                new OutboxCopy(Optional.empty()));
    }

    private static TicketRequest submit(String externalId) {
        return TicketRequest.submit(externalId, Map.of("severity", "2"), "mbean");
    }
}

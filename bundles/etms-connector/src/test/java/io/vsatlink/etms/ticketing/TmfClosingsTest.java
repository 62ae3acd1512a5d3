/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingException;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Tickets that the platform closes are closed at ETMS, whatever single event, answer or stored link is lost. */
class TmfClosingsTest extends TmfCase {
    private static final Ticket A_IN_PROGRESS = with(with(A, "status", "In Progress"), "state", "inProgress");

    /** A memory that others change concurrently, or that fails. */
    private record Disturbed(ElementMemory memory, Runnable before) implements ElementMemory {
        @Override
        public Optional<String> recall(String element, String name) {
            return memory.recall(element, name);
        }

        @Override
        public SortedMap<String, String> recallAll(String element, String prefix) {
            return memory.recallAll(element, prefix);
        }

        @Override
        public void remember(String element, String name, String value) {
            before.run();
            memory.remember(element, name, value);
        }
    }

    private volatile String refusal = "";

    @Override
    void accept(TicketRequest request) {
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        super.accept(request);
    }

    @Test
    void aTicketClosedByThePlatformIsClosedAtEtmsOnceWithoutAnEcho() throws Exception {
        tell(null, A);
        platform.change("TT-1", "statusChangeReason", "mended");
        platform.change("TT-1", "status", "closed");
        askAll();
        askAll();
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(RequestKind.CLOSE);
            assertThat(request.reference()).isEqualTo("A");
            assertThat(request.fields())
                    .containsEntry(TicketRequest.TEXT, "Closed in the platform's ticketing: mended.");
        });
        tell(A, A_CLOSED);
        assertThat(platform.bodies("PATCH")).isEmpty();
        askAll();
        assertThat(requests).hasSize(1);
    }

    @Test
    void aTicketClosedBeforeItsLinkIsStoredIsClosedAtEtms() throws Exception {
        restart(new Disturbed(memory, () -> platform.change("TT-1", "status", "closed")));
        tell(null, A);
        askAll();
        assertThat(requests).hasSize(1);
    }

    @Test
    void aTicketClosedAfterAKillBetweenTheCreateAndItsLinkIsClosedAtEtmsAndNotReopened() throws Exception {
        restart(new Disturbed(memory, () -> {
            throw new StoreException("killed");
        }));
        assertThatThrownBy(() -> tell(null, A)).isInstanceOf(StoreException.class);
        platform.change("TT-1", "status", "closed");
        restart(memory);
        tell(null, A);
        askAll();
        assertThat(requests).hasSize(1);
        assertThat(platform.tickets).hasSize(1);
        assertThat(platform.tickets.get("TT-1").path("status").asText()).isEqualTo("closed");
    }

    @Test
    void aKillBetweenTheRequestAndTheLinkRepeatsTheRequestWithTheSameId() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        restart(new Disturbed(memory, () -> {
            throw new StoreException("killed");
        }));
        assertThatThrownBy(this::askAll).isInstanceOf(StoreException.class);
        restart(memory);
        // someone writes a note in the meantime
        platform.change("TT-1", "lastUpdate", "2026-11-25T10:00:00Z");
        askAll();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1)).isEqualTo(requests.get(0));
    }

    @Test
    void theClosingOfATicketCreatedByAnotherElementIsFound() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        restart(new MemoryVsatStore());
        ticketing.ask("A");
        ticketing.ask("A");
        ticketing.ask("never-there");
        assertThat(requests).extracting(TicketRequest::reference).containsExactly("A");
        assertThat(ticketing.open()).isEmpty();
    }

    @Test
    void aTicketReopenedAndClosedAgainIsAnotherRequest() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        askAll();
        tell(A, A_CLOSED);
        tell(A_CLOSED, A);
        assertThat(platform.tickets.get("TT-1").path("status").asText()).isEqualTo("acknowledged");
        platform.change("TT-1", "status", "closed");
        restart(memory);
        askAll();
        assertThat(requests).extracting(TicketRequest::requestId).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void ourOwnClosingsAreNotRequests() throws Exception {
        tell(null, A);
        tell(A, A_CLOSED);
        askAll();
        assertThat(requests).isEmpty();
    }

    @Test
    void noQueriesAreMadeIfClosingIsDisabled() throws Exception {
        closes = false;
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        int before = platform.calls.size();
        askAll();
        assertThat(platform.calls).hasSize(before);
        assertThat(requests).isEmpty();
        closes = true;
        askAll();
        assertThat(requests).hasSize(1);
    }

    @Test
    void anOutdatedStatusOfEtmsDoesNotReopenWhatThePlatformClosed() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        askAll();
        tell(A, with(A, "severity", 1L));
        assertThat(platform.bodies("PATCH")).hasToString("[{\"severity\":\"Critical\"}]");
    }

    @Test
    void aClosingFollowedByAnotherStatusOfEtmsIsNotLost() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        tell(A, with(A_IN_PROGRESS, "severity", 1L));
        assertThat(requests).hasSize(1);
        assertThat(platform.bodies("PATCH")).hasToString("[{\"severity\":\"Critical\"}]");
    }

    @Test
    void aDeletedTicketIsNotQueriedAgain() throws Exception {
        tell(null, A);
        tell(null, ticket("B"));
        platform.tickets.remove("TT-1");
        platform.change("TT-2", "status", "closed");
        askAll();
        assertThat(requests).extracting(TicketRequest::reference).containsExactly("B");
        assertThat(ticketing.open()).isEmpty();
    }

    @Test
    void aServerThatTemporarilyFindsNoTicketsLosesNone() throws Exception {
        tell(null, A);
        platform.absent = true;
        assertThatThrownBy(this::askAll)
                .isInstanceOf(TicketingException.class)
                .hasMessage("GET " + platform.url() + "/troubleTicket?externalId=A: HTTP 404");
        platform.absent = false;
        platform.change("TT-1", "status", "closed");
        askAll();
        assertThat(requests).hasSize(1);
    }

    @Test
    void aTicketOfSomeoneElseClosesNothing() throws Exception {
        tell(null, A);
        platform.change("TT-1", "externalId", "B");
        platform.change("TT-1", "status", "closed");
        assertThatThrownBy(this::askAll)
                .isInstanceOf(TicketingException.class)
                .hasMessage("ticket TT-1 of " + platform.url() + ", which is A at ETMS, has the externalId B");
        assertThat(requests).isEmpty();
    }

    @Test
    void anAnswerWithoutAStatusIsNotTreatedAsAnOpenTicket() throws Exception {
        tell(null, A);
        platform.tickets.get("TT-1").remove("status");
        assertThatThrownBy(this::askAll)
                .isInstanceOf(TicketingException.class)
                .hasMessage("ticket TT-1 of " + platform.url() + ", which is A at ETMS, has no status");
    }

    @Test
    void aTicketCreatedWithoutAStatusMayHaveNone() throws Exception {
        Ticket strange = with(with(A, "status", "Parked"), "state", null);
        tell(null, strange);
        assertThat(platform.tickets.get("TT-1").has("status")).isFalse();
        askAll();
        assertThat(requests).isEmpty();
        platform.change("TT-1", "status", "closed");
        askAll();
        assertThat(requests).hasSize(1);
    }

    @Test
    void aRejectedRequestIsReportedAndRepeated() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed");
        platform.change("TT-1", "statusChangeReason", "x".repeat(TicketRequest.MAX_FIELDS));
        refusal = "host, port, routeTo and username must be set before requests are taken";
        assertThatThrownBy(this::askAll)
                .isInstanceOf(TicketingException.class)
                .hasMessage(platform.url() + " has closed TT-1, but A can't be closed: " + refusal);
        refusal = "";
        askAll();
        assertThat(requests).hasSize(1);
    }
}

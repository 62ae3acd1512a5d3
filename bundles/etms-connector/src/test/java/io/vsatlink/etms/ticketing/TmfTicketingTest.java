package io.vsatlink.etms.ticketing;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketState;
import io.vsatlink.api.ticket.TicketingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A TMF621 server that is kept in step, on real sockets. */
class TmfTicketingTest {
    private static final Ticket A = ticket("A");
    private static final Ticket A_CLOSED = with(with(A, "status", "Closed"), "state", "closed");

    private final TmfPlatform platform;
    private final MemoryVsatStore memory = new MemoryVsatStore();
    private final List<TicketRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean closes = true;
    private TmfTicketing ticketing;

    TmfTicketingTest() throws IOException {
        platform = new TmfPlatform();
        ticketing = ticketing();
    }

    private TmfTicketing ticketing() {
        return new TmfTicketing(platform.url(), memory, "frontend", () -> closes, requests::add);
    }

    @AfterEach
    void stop() {
        ticketing.close();
        platform.close();
    }

    @Test
    void aTicketIsCreatedPatchedAndClosedThere() throws Exception {
        tell(null, A);
        JsonNode there = platform.tickets.get("TT-1");
        assertThat(there.path("externalId").asText()).isEqualTo("A");
        assertThat(there.path("severity").asText()).isEqualTo("Minor");
        assertThat(there.path("status").asText()).isEqualTo("acknowledged");

        Ticket critical = with(A, "severity", 1L);
        tell(A, critical);
        assertThat(platform.bodies("PATCH")).hasToString("[{\"severity\":\"Critical\"}]");
        tell(critical, with(with(critical, "status", "Closed"), "state", "closed"));
        assertThat(platform.tickets.get("TT-1").path("status").asText()).isEqualTo("closed");
        assertThat(platform.tickets).hasSize(1);
    }

    @Test
    void whatItHasIsNotSentAgain() throws Exception {
        tell(null, A);
        tell(null, A);
        tell(A, with(A, "owner", "somebody"));
        assertThat(platform.bodies("POST /troubleTicket")).hasSize(1);
        assertThat(platform.bodies("PATCH")).isEmpty();
    }

    @Test
    void aTicketThatACrashLeftWithoutANoteIsFoundByItsExternalId() throws Exception {
        tell(null, A);
        ticketing.close();
        ticketing = new TmfTicketing(platform.url(), new MemoryVsatStore(), "frontend", () -> closes, requests::add);
        tell(null, with(A, "severity", 1L));
        assertThat(platform.tickets).hasSize(1);
        assertThat(platform.tickets.get("TT-1").path("severity").asText()).isEqualTo("Critical");
    }

    @Test
    void aTicketThatWasOverBeforeAnybodyHeardOfItIsNotTold() throws Exception {
        tell(null, A_CLOSED);
        ticketing.tell(new TicketChange(2, Optional.of(A), Optional.empty()));
        assertThat(platform.tickets).isEmpty();
    }

    @Test
    void whatThePlatformClosesIsClosedAtEtmsOnceAndComesNotBack() throws Exception {
        tell(null, A);
        platform.change("TT-1", "status", "closed", "troubleTicketStatusChangeEvent");
        await(1);
        assertThat(requests.get(0).kind()).isEqualTo(RequestKind.CLOSE);
        assertThat(requests.get(0).reference()).isEqualTo("A");
        platform.change("TT-1", "status", "closed", "troubleTicketStatusChangeEvent");
        int before = platform.bodies("PATCH").size();
        tell(A, A_CLOSED);
        assertThat(platform.bodies("PATCH")).hasSize(before);
        assertThat(requests).hasSize(1);
    }

    @Test
    void whatWeClosedThereOurselvesIsNoRequest() throws Exception {
        tell(null, A);
        tell(A, A_CLOSED);
        platform.change("TT-1", "status", "closed", "troubleTicketStatusChangeEvent");
        // the listener takes one event after the other: when it answers this one, it is done with the one before
        platform.change("TT-1", "name", "another", "troubleTicketAttributeValueChangeEvent");
        assertThat(requests).isEmpty();
    }

    @Test
    void nothingIsClosedWhereThatIsNotWanted() throws Exception {
        closes = false;
        tell(null, A);
        platform.change("TT-1", "status", "closed", "troubleTicketStatusChangeEvent");
        platform.change("TT-1", "status", "closed", "troubleTicketStatusChangeEvent");
        assertThat(requests).isEmpty();
    }

    @Test
    void aServerThatIsDownIsToldLater() throws Exception {
        platform.down = true;
        assertThatThrownBy(() -> tell(null, A))
                .isInstanceOf(TicketingException.class)
                .hasMessageContaining("/hub: HTTP 503");
        platform.down = false;
        tell(null, A);
        assertThat(platform.tickets).hasSize(1);
    }

    @Test
    void whatWeSendKeepsToThePartThatWeUse() throws Exception {
        assertWhatWeSendFits(TmfSchema.used());
    }

    @Test
    void whatWeSendIsWhatThePublishedSchemaWants() throws Exception {
        assertWhatWeSendFits(TmfSchema.published());
    }

    private void assertWhatWeSendFits(TmfSchema schema) throws Exception {
        tell(null, A);
        Ticket before = A;
        long severity = 0;
        for (TicketState state : TicketState.values()) {
            Ticket next = with(with(before, "state", state.label()), "severity", severity++ % 4 + 1);
            tell(before, next);
            before = next;
        }
        tell(null, with(with(with(ticket("B"), "severity", null), "category", null), "state", "Weird"));
        assertThat(platform.bodies("POST /troubleTicket")).hasSize(2).allSatisfy(sent -> assertThat(
                        schema.mistakes("TroubleTicket_Create", sent))
                .isEmpty());
        assertThat(platform.bodies("PATCH")).hasSizeGreaterThan(5).allSatisfy(sent -> assertThat(
                        schema.mistakes("TroubleTicket_Update", sent))
                .isEmpty());
        assertThat(platform.bodies("POST /hub")).singleElement().satisfies(sent -> assertThat(
                        schema.mistakes("EventSubscriptionInput", sent))
                .isEmpty());
        assertThat(schema.mistakes("TroubleTicket_Create", TmfPlatform.json(List.of())))
                .isNotEmpty();
    }

    private void tell(Ticket before, Ticket after) throws TicketingException {
        ticketing.tell(new TicketChange(1, Optional.ofNullable(before), Optional.of(after)));
    }

    private void await(int count) throws InterruptedException {
        for (int i = 0; i < 500 && requests.size() < count; i++) {
            Thread.sleep(20);
        }
        assertThat(requests).hasSize(count);
    }
}

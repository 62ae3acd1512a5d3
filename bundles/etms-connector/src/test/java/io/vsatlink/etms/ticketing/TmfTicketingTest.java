/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketState;
import io.vsatlink.api.ticket.TicketingException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A TMF621 server that receives the changes of the mirror, on real sockets. */
class TmfTicketingTest extends TmfCase {

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
    void unchangedValuesAreNotSentAgain() throws Exception {
        tell(null, A);
        tell(null, A);
        tell(A, with(A, "owner", "somebody"));
        assertThat(platform.bodies("POST /troubleTicket")).hasSize(1);
        assertThat(platform.bodies("PATCH")).isEmpty();
    }

    @Test
    void aTicketWithoutALinkAfterACrashIsFoundByItsExternalId() throws Exception {
        tell(null, A);
        restart(new MemoryVsatStore());
        tell(null, with(A, "severity", 1L));
        assertThat(platform.tickets).hasSize(1);
        assertThat(platform.tickets.get("TT-1").path("severity").asText()).isEqualTo("Critical");
    }

    @Test
    void aTicketThatEndedBeforeItWasReportedIsNotCreated() throws Exception {
        tell(null, A_CLOSED);
        ticketing.tell(new TicketChange(2, Optional.of(A), Optional.empty()));
        assertThat(platform.tickets).isEmpty();
    }

    @Test
    void aDeletedTicketIsCreatedAgainAndDelaysNoOther() throws Exception {
        tell(null, A);
        platform.tickets.remove("TT-1");
        Ticket critical = with(A, "severity", 1L);
        tell(A, critical);
        assertThat(platform.tickets).containsOnlyKeys("TT-2");
        tell(critical, with(critical, "severity", 2L));
        assertThat(platform.tickets.get("TT-2").path("severity").asText()).isEqualTo("Major");
        platform.tickets.remove("TT-2");
        tell(critical, A_CLOSED);
        assertThat(platform.tickets).isEmpty();
    }

    @Test
    void aTicketWithANewIdIsFoundAndNotCreatedTwice() throws Exception {
        tell(null, A);
        platform.tickets.put("INC-1", platform.tickets.remove("TT-1").put("id", "INC-1"));
        Ticket critical = with(A, "severity", 1L);
        assertThatThrownBy(() -> tell(A, critical))
                .isInstanceOf(TicketingException.class)
                .hasMessage(platform.url() + " no longer has ticket TT-1 but lists INC-1 for A");
        tell(A, critical);
        assertThat(platform.tickets).containsOnlyKeys("INC-1");
        assertThat(platform.tickets.get("INC-1").path("severity").asText()).isEqualTo("Critical");
    }

    @Test
    void aTicketIdWithSpecialCharactersReachesTheServerUnchanged() throws Exception {
        tell(null, ticket("A/1 {é}%&"));
        platform.tickets.put("T/1 {é}%", platform.tickets.remove("TT-1").put("id", "T/1 {é}%"));
        restart(new MemoryVsatStore());
        tell(null, with(ticket("A/1 {é}%&"), "severity", 1L));
        assertThat(platform.tickets).containsOnlyKeys("T/1 {é}%");
        assertThat(platform.tickets.get("T/1 {é}%").path("severity").asText()).isEqualTo("Critical");
    }

    @Test
    void anUnavailableServerReceivesTheChangesLater() throws Exception {
        platform.down = true;
        assertThatThrownBy(() -> tell(null, A))
                .isInstanceOf(TicketingException.class)
                .hasMessageContaining("/troubleTicket?externalId=A: HTTP 503");
        platform.down = false;
        tell(null, A);
        assertThat(platform.tickets).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 500})
    void repeatedCreatesOfATicketThatIsNeverFoundAreLimited(int status) throws Exception {
        platform.creates = status;
        platform.listed = "[]";
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> tell(null, A)).isInstanceOf(TicketingException.class);
        }
        assertThat(platform.tickets).hasSize(TmfMaking.MOST);
        assertThatThrownBy(() -> tell(null, A))
                .hasMessage(platform.url() + " may have created 5 tickets for A but finds none by this externalId;"
                        + " no more are created there until VsatLink is restarted");
        platform.listed = null;
        tell(null, A);
        assertThat(platform.tickets).hasSize(TmfMaking.MOST);
    }

    @Test
    void aTicketThatTheServerRefusesForLongIsFinallyCreated() throws Exception {
        platform.creates = 403;
        platform.listed = "[]";
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> tell(null, A)).hasMessageEndingWith("/troubleTicket: HTTP 403");
        }
        platform.creates = 0;
        tell(null, A);
        assertThat(platform.bodies("POST")).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"code\":\"60\",\"reason\":\"try later\"}", "\"none\""})
    void anAnswerThatIsNotAListDoesNotMeanAbsent(String listed) {
        platform.listed = listed;
        assertThatThrownBy(() -> tell(null, A))
                .isInstanceOf(TicketingException.class)
                .hasMessageEndingWith("/troubleTicket?externalId=A: the response is not a list of tickets");
        assertThat(platform.tickets).isEmpty();
    }

    @Test
    void sentTicketsMatchTheSchemaOfThePartThatWeUse() throws Exception {
        assertWhatWeSendFits(TmfSchema.used());
    }

    @Test
    @EnabledIfSystemProperty(named = TmfSchema.FILE, matches = ".+", disabledReason = "see CONTRIBUTING.md")
    void sentTicketsMatchThePublishedSchema() throws Exception {
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
        assertThat(schema.mistakes("TroubleTicket_Create", TmfPlatform.json(List.of())))
                .isNotEmpty();
    }
}

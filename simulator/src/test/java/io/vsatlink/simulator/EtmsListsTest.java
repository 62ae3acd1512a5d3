/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EtmsListsTest extends EtmsTestCase {
    @Test
    void aListReadInPartsEqualsTheControlEndpoint() throws Exception {
        assertThat(client.list("VSAT-ALL", 70))
                .isEqualTo(client.told("tickets"))
                .hasSize(300);
        List<Object> parts = new ArrayList<>(client.list("VSAT-OPEN", 70));
        assertThat(parts).isEqualTo(client.told("tickets?list=VSAT-OPEN")).isNotEmpty();
        parts.addAll(client.list("VSAT-CLOSED", 70));
        assertThat(parts).containsExactlyInAnyOrderElementsOf(client.told("tickets"));
    }

    @Test
    void theServerMayReturnLessThanRequested() throws Exception {
        try (Bench strict = new Bench("--circuits", "50", "--tickets", "30", "--etms-max-limit", "20")) {
            EtmsClient other = new EtmsClient(strict).loggedIn();
            Bench.Answer part = other.get("ticket-lists/VSAT-ALL/tickets?offset=5&limit=100");
            assertThat(part.at("offset")).isEqualTo(5);
            assertThat(part.at("limit")).isEqualTo(20);
            assertThat(part.at("totalCount")).isEqualTo(30);
            assertThat((List<?>) part.at("tickets")).hasSize(20);
        }
    }

    @Test
    void anActivityLogMayBeReturnedInParts() throws Exception {
        try (Bench strict = new Bench("--circuits", "50", "--tickets", "1", "--etms-activities", "2")) {
            EtmsClient other = new EtmsClient(strict).loggedIn();
            Object id = other.create("R-1").at("ticketId");
            other.note(id, "one", "N-1");
            other.note(id, "two", "N-2");
            Bench.Answer first = other.get("tickets/" + id + "/activities");
            assertThat(first.at("totalCount")).isEqualTo(3);
            assertThat((List<?>) first.at("activities")).hasSize(2);
            Bench.Answer rest = other.get("tickets/" + id + "/activities?offset=2&limit=10");
            assertThat(rest.at("offset")).isEqualTo(2);
            assertThat(rest.at("limit")).isEqualTo(2);
            assertThat((List<?>) rest.at("activities")).hasSize(1);
        }
    }

    @Test
    void refusesUnknownListsAndInvalidParts() throws Exception {
        assertThat(EtmsClient.code(client.get("ticket-lists/VSAT-MINE/tickets")))
                .isEqualTo("TICKET_LIST_NOT_FOUND");
        for (String query : List.of("offset=-1", "limit=0", "limit=many")) {
            Bench.Answer answer = client.get("ticket-lists/VSAT-ALL/tickets?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
        }
        assertThat(EtmsClient.code(client.get("circuits"))).isEqualTo("NOT_FOUND");
    }

    @Test
    void theSameSeedGivesTheSameTicketsWithValuesOutsideTheContract() throws Exception {
        List<Map<?, ?>> tickets = client.told("tickets");
        try (Bench twin = new Bench("--circuits", "100", "--tickets", "300")) {
            EtmsClient other = new EtmsClient(twin);
            assertThat(other.told("tickets")).isEqualTo(tickets);
            assertThat(other.told("activities")).isEqualTo(client.told("activities"));
        }
        assertThat(EtmsClient.values(tickets, "ticketId")).doesNotHaveDuplicates();
        Set<Object> words = new LinkedHashSet<>(EtmsClient.values(tickets, "category"));
        words.addAll(EtmsClient.values(tickets, "status"));
        assertThat(words).contains("Circuit Up/Down", "Infrastructure Performance", "In Progress");
        assertThat(words.size()).isGreaterThan(6 + 9);
    }

    @Test
    void staffChangesAppearInTheListsAtOnce() throws Exception {
        Bench.Answer done =
                order("work", """
                {"open":2,"change":3,"note":1,"close":2,"archive":1,"set":{}}""");
        assertThat((List<?>) done.at("opened")).hasSize(2);
        assertThat((List<?>) done.at("changed")).hasSize(3);
        assertThat(client.list("VSAT-ALL", 100))
                .isEqualTo(client.told("tickets"))
                .hasSize(301);
        List<?> closed = (List<?>) done.at("closed");
        assertThat(ids(client.list("VSAT-CLOSED", 100))).contains(closed.toArray());
        Object archived = ((List<?>) done.at("archived")).get(0);
        assertThat(client.get("tickets/" + archived).status()).isEqualTo(404);
        assertThat(client.told("writes")).hasSize(8).allSatisfy(each -> assertThat(each.get("session"))
                .isEqualTo(0));
    }

    @Test
    void theExternalIdOfAnArchivedTicketCanBeReused() throws Exception {
        Object id = client.create("R-1").at("ticketId");
        while (client.get("tickets/" + id).status() == 200) {
            order("work", "{\"archive\":20}");
        }
        assertThat(client.get("tickets?externalId=R-1").at("totalCount")).isEqualTo(0);
        assertThat(client.create("R-1").status()).isEqualTo(201);
        assertThat(client.get("tickets?externalId=R-1").at("totalCount")).isEqualTo(1);
        assertThat(client.create("R-1").status()).isEqualTo(409);
    }

    @Test
    void staffWriteExactlyTheGivenFields() throws Exception {
        Object id = client.told("tickets").get(7).get("ticketId");
        order("work", "{\"set\":{\"" + id + "\":{\"status\":\"Escalated\",\"severity\":null}}}");
        Bench.Answer ticket = client.get("tickets/" + id);
        assertThat(ticket.at("status")).isEqualTo("Escalated");
        assertThat(ticket.at("severity")).isNull();
        assertThat(bench.control("POST", "etms/work", "{\"set\":{\"ETM1\":{\"severity\":1}}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void staffChangeTicketsBeforeEachPageUntilStopped() throws Exception {
        order("desk", "{\"perPage\":2,\"kinds\":[\"open\",\"archive\"],\"pages\":2}");
        for (int page = 0; page < 4; page++) {
            client.get("ticket-lists/VSAT-ALL/tickets");
        }
        assertThat(client.told("writes")).as("one opened a page, for two pages").hasSize(2);
        order("desk", "{}");
        client.get("ticket-lists/VSAT-ALL/tickets");
        assertThat(client.told("writes")).hasSize(3);
        bench.control("DELETE", "etms/desk", "");
        client.get("ticket-lists/VSAT-ALL/tickets");
        assertThat(client.told("writes")).hasSize(3);
    }

    private static Set<Object> ids(List<Object> tickets) {
        return tickets.stream().map(each -> ((Map<?, ?>) each).get("ticketId")).collect(Collectors.toSet());
    }
}

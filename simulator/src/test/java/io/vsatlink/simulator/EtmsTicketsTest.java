/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtmsTicketsTest extends EtmsTestCase {
    @Test
    void anExternalIdCanBeUsedOnce() throws Exception {
        Bench.Answer created = client.create("R-1");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().get("ETag")).containsExactly("\"1\"");
        Object id = created.at("ticketId");
        assertThat(created.headers().get("Location")).containsExactly("/etms/v1/tickets/" + id);
        assertThat(created.at("status")).isEqualTo("Open");
        assertThat(created.at("createdBy")).isEqualTo("AutoVSATDataMiner");

        Bench.Answer again = client.create("R-1");
        assertThat(again.status()).isEqualTo(409);
        assertThat(EtmsClient.code(again)).isEqualTo("TICKET_ALREADY_EXISTS");
        assertThat(((Map<?, ?>) again.at("error")).get("ticketId")).isEqualTo(id);

        assertThat(client.get("tickets?externalId=R-1").at("tickets")).isEqualTo(List.of(created.json()));
        assertThat(client.get("tickets?externalId=R-2").text()).isEqualTo("{\"totalCount\":0,\"tickets\":[]}");
        assertThat(client.get("tickets/" + id).json()).isEqualTo(created.json());
    }

    @Test
    void generatedTicketsAreAlsoFoundByTheirExternalId() throws Exception {
        Map<?, ?> some = client.told("tickets").stream()
                .filter(ticket -> String.valueOf(ticket.get("externalId")).startsWith("AVD-"))
                .findFirst()
                .orElseThrow();
        assertThat(client.get("tickets?externalId=" + some.get("externalId")).at("tickets"))
                .isEqualTo(List.of(some));
        assertThat(client.create((String) some.get("externalId")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400||no json",
                "400|tiket|{\"tiket\":1}",
                "400|severity|{\"severity\":\"2\"}",
                "400|summary|{\"summary\":7}",
                "422|summary|{\"category\":\"Circuit Up/Down\",\"circuitId\":\"VS1\",\"summary\":\" \"}",
                "422|category|{\"category\":\"Circuit Up\",\"circuitId\":\"VS1\",\"summary\":\"s\"}",
                "422|circuitId|{\"category\":\"Circuit Up/Down\",\"summary\":\"s\"}",
                "422|severity|{\"category\":\"Circuit Up/Down\",\"circuitId\":\"VS1\",\"summary\":\"s\",\"severity\":5}",
                "422|ticketId|{\"category\":\"Circuit Up/Down\",\"circuitId\":\"VS1\",\"summary\":\"s\",\"ticketId\":\"x\"}"
            })
    void namesTheFieldsThatAreWrong(int status, String field, String body) throws Exception {
        Bench.Answer answer = client.send("POST", "tickets", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(EtmsClient.code(answer)).isEqualTo("VALIDATION");
        assertThat(((Map<?, ?>) answer.at("error")).get("fields"))
                .isEqualTo(field == null ? List.of() : List.of(field));
        assertThat(client.told("writes")).isEmpty();
    }

    @Test
    void anUpdateMustMatchTheETagOnlyIfItSendsOne() throws Exception {
        Object id = client.create("R-1").at("ticketId");
        Bench.Answer first = client.patch(id, "{\"severity\":1}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers().get("ETag")).containsExactly("\"2\"");

        Bench.Answer stale = client.with("If-Match", "\"1\"").patch(id, "{\"severity\":3}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(client.get("tickets/" + id).at("severity")).isEqualTo(1);
        assertThat(client.with("If-Match", "\"1\", \"2\"")
                        .patch(id, "{\"severity\":3}")
                        .status())
                .isEqualTo(200);
        assertThat(client.with("If-Match", "*").patch(id, "{\"severity\":4}").status())
                .isEqualTo(200);
        assertThat(client.patch(id, "{\"externalId\":\"R-9\"}").status()).isEqualTo(422);
        assertThat(client.patch(id, "{}").status()).isEqualTo(400);
        assertThat(client.patch("ETM1", "{\"severity\":1}").status()).isEqualTo(404);
    }

    @Test
    void anUpdateWithoutChangesAppearsOnlyInTheLogOfWrites() throws Exception {
        Bench.Answer created = client.create("R-1");
        Bench.Answer same = client.patch(created.at("ticketId"), "{\"severity\":2}");
        assertThat(same.json()).isEqualTo(created.json());
        assertThat(same.headers().get("ETag")).containsExactly("\"1\"");
        assertThat(client.told("writes").get(1).get("changed")).isEqualTo(Map.of());
    }

    @Test
    void aStatusChangeAddsAnActivityAndANoteIsWrittenOnce() throws Exception {
        Object id = client.create("R-1").at("ticketId");
        assertThat(client.note(id, "modem rebooted", "N-1").status()).isEqualTo(201);
        Bench.Answer again = client.note(id, "modem rebooted", "N-1");
        assertThat(again.status()).isEqualTo(409);
        assertThat(EtmsClient.code(again)).isEqualTo("ACTIVITY_ALREADY_EXISTS");
        assertThat(client.patch(id, "{\"status\":\"Closed\"}").at("resolvedDate"))
                .isNotNull();
        assertThat(client.patch(id, "{\"status\":\"Open\"}").at("resolvedDate")).isNull();

        List<?> log = (List<?>) client.get("tickets/" + id + "/activities").at("activities");
        assertThat(log)
                .extracting(each -> ((Map<?, ?>) each).get("type") + " " + ((Map<?, ?>) each).get("text"))
                .containsExactly(
                        "CREATED Ticket opened: down",
                        "NOTE modem rebooted",
                        "STATUS Status changed from Open to Closed",
                        "STATUS Status changed from Closed to Open");
        assertThat(client.send("POST", "tickets/" + id + "/activities", "{\"type\":\"STATUS\",\"text\":\"x\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theControlEndpointReturnsWritesWithAuthorAndOrder() throws Exception {
        Object id = client.create("R-1").at("ticketId");
        client.create("R-1");
        for (int severity : new int[] {1, 2, 1}) {
            client.patch(id, "{\"severity\":" + severity + "}");
        }
        client.note(id, "hello", "N-1");
        assertThat(bench.control("GET", "etms/references", "").json())
                .isEqualTo(Map.of(
                        "R-1", Map.of("tickets", 1, "updates", 3, "notes", 0, "refused", 1),
                        "N-1", Map.of("tickets", 0, "updates", 0, "notes", 1, "refused", 0)));
        List<Map<?, ?>> writes = client.told("writes");
        assertThat(EtmsClient.values(writes, "kind")).containsExactly("CREATE", "UPDATE", "UPDATE", "UPDATE", "NOTE");
        assertThat(EtmsClient.values(writes.subList(1, 4), "changed"))
                .containsExactly(Map.of("severity", 1), Map.of("severity", 2), Map.of("severity", 1));
        assertThat(writes).allSatisfy(each -> {
            assertThat(each.get("author")).isEqualTo("AutoVSATDataMiner");
            assertThat(each.get("session")).isEqualTo(1);
            assertThat((String) each.get("correlationId")).hasSize(36);
        });
    }
}

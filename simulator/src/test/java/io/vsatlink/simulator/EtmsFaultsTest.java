/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtmsFaultsTest extends EtmsTestCase {
    @Test
    void losesTheReplyAfterTheWrite() throws Exception {
        bench.faults("""
                [{"method":"POST","path":"etms/tickets","afterwards":true,"drop":true}]""");
        assertThatThrownBy(() -> client.create("R-1")).isInstanceOf(IOException.class);
        assertThat(client.get("tickets?externalId=R-1").at("totalCount")).isEqualTo(1);
        // the JDK's client does not repeat a POST by itself
        assertThat(client.told("writes")).hasSize(1);
    }

    @Test
    void theGatewayTimesOutAfterTheWrite() throws Exception {
        Object id = client.create("R-1").at("ticketId");
        bench.faults(
                """
                        [{"path":"etms/tickets/*/activities","times":1,"afterwards":true,"apigee":"GatewayTimeout"}]""");
        Bench.Answer answer = client.note(id, "hello", "N-1");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(EtmsClient.errorCode(answer)).isEqualTo("messaging.adaptors.http.flow.GatewayTimeout");
        assertThat(client.note(id, "hello", "N-1").status()).isEqualTo(409);
    }

    @Test
    void withoutAfterwardsTheFaultPreventsTheWrite() throws Exception {
        bench.faults(
                """
                        [{"path":"etms/**","times":1,"apigee":"policies.ratelimit.QuotaViolation","status":500}]""");
        Bench.Answer answer = client.create("R-1");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(EtmsClient.errorCode(answer)).isEqualTo("policies.ratelimit.QuotaViolation");
        assertThat(client.told("writes")).isEmpty();
        assertThat(client.create("R-1").status()).isEqualTo(201);
    }

    @Test
    void aRuleSelectsOneMethodOnePathAndOnePage() throws Exception {
        bench.faults(
                """
                [{"method":"PATCH","path":"etms/tickets/*","status":503},
                 {"path":"etms/ticket-lists/VSAT-ALL/tickets","page":2,"status":502}]
                """);
        Object id = client.create("R-1").at("ticketId");
        assertThat(client.get("tickets/" + id).status()).isEqualTo(200);
        assertThat(client.patch(id, "{\"severity\":1}").status()).isEqualTo(503);
        assertThat(client.get("ticket-lists/VSAT-ALL/tickets?offset=0&limit=50").status())
                .isEqualTo(200);
        assertThat(client.get("ticket-lists/VSAT-ALL/tickets?offset=50&limit=50")
                        .status())
                .isEqualTo(502);
        assertThat(client.get("ticket-lists/VSAT-OPEN/tickets?offset=50&limit=50")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesTheRowsOfAList() throws Exception {
        bench.faults(
                """
                        [{"path":"etms/ticket-lists/*/tickets","total":7,"repeatPage":1,"mutate":{"rows":[0],"set":\
                        {"severity":"high"}}}]""");
        Bench.Answer part = client.get("ticket-lists/VSAT-ALL/tickets?offset=100&limit=50");
        assertThat(part.at("offset")).isEqualTo(100);
        assertThat(part.at("totalCount")).isEqualTo(307);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) part.at("tickets")).get(0);
        assertThat(first.get("severity")).isEqualTo("high");
        assertThat(first.get("ticketId"))
                .isEqualTo(client.told("tickets").get(0).get("ticketId"));
    }

    @Test
    void changesTheTicketInTheAnswerToACreate() throws Exception {
        bench.faults(
                """
                        [{"method":"POST","path":"etms/tickets","mutate":{"rows":[0],"set":\
                        {"createdDate":"2026-11-24"}}}]""");
        Bench.Answer answer = client.create("R-1");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("createdDate")).isEqualTo("2026-11-24");
        assertThat(answer.at("externalId")).isEqualTo("R-1");
        assertThat((String) client.told("tickets").get(0).get("createdDate")).contains("T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"path\":\"*\",\"afterwards\":true,\"delayMillis\":5}]",
                "[{\"path\":\"*\",\"afterwards\":true}]",
                "[{\"path\":\"*\",\"apigee\":\"Nonsense\"}]",
                "[{\"path\":\"*\",\"apigee\":\"GatewayTimeout\",\"body\":\"x\"}]"
            })
    void aRuleThatMakesNoSenseIsRefused(String rules) throws Exception {
        assertThat(bench.control("POST", "faults", rules).status()).isEqualTo(400);
    }
}

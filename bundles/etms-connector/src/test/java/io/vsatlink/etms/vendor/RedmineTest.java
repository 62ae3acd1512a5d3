/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.vendor.TicketVendor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedmineTest extends PolledVendor<Redmine> {

    RedmineTest() {
        super(new Redmine(), "redmine.json");
    }

    @Override
    Map<String, String> changes() {
        return Map.of("summary", "still down", "severity", "1", "circuitId", "CIR-9");
    }

    @Override
    String underWay() {
        return "In Progress";
    }

    @Override
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        vendor.issues
                .get("1")
                .path("journals")
                .forEach(entry -> texts.add(entry.path("notes").asText()));
        return texts;
    }

    @Override
    Answer refusal() {
        return new Answer(422, "{\"errors\":[\"it is frozen\"]}");
    }

    @Override
    void limit(int rows) {
        vendor.largestPage = rows;
    }

    @Override
    String listed() {
        return "/issues.json";
    }

    @Test
    void aStatusThatTheWorkflowIgnoresIsNoDelivery() {
        rig.submit("EXT-1");
        long update = rig.accept(TicketRequest.update("EXT-1", "status", "Rejected", "", "service"));
        assertThat(rig.blocked(update, backend))
                .isEqualTo("ETMS accepted the change of ticket 1, but its status is still \"New\"");
    }

    @Test
    void aChangeOfOneFieldSendsNothingOfTheOthers() {
        rig.submit("EXT-1");
        rig.accept(TicketRequest.update("EXT-1", "summary", "up", "", "service"));
        rig.accept(TicketRequest.update("EXT-1", "circuitId", "CIR-2", "", "service"));
        rig.accept(TicketRequest.update("EXT-1", "severity", "1", "", "service"));
        rig.deliverAll(backend);
        assertThat(vendor.writes().stream().skip(1).map(TicketVendor.Request::body))
                .containsExactly(
                        "{\"issue\":{\"subject\":\"up\"}}",
                        "{\"issue\":{\"custom_fields\":[{\"id\":3,\"value\":\"CIR-2\"}]}}",
                        "{\"issue\":{\"priority_id\":3}}");
        assertThat(vendor.custom(vendor.issues.get("1"), 2)).isEqualTo("Circuit Up/Down");
    }
}

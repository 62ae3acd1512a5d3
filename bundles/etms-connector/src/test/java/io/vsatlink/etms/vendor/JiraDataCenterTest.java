/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.vendor.TicketVendor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JiraDataCenterTest extends PolledVendor<JiraDataCenter> {

    JiraDataCenterTest() {
        super(new JiraDataCenter(), "jira.json");
    }

    @Override
    Map<String, String> changes() {
        return Map.of("summary", "still down", "description", "since 3:00", "severity", "1", "owner", "j.doe");
    }

    @Override
    String underWay() {
        return "In Progress";
    }

    @Override
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        vendor.comments
                .get("VSAT-1")
                .forEach(comment -> texts.add(comment.path("body").asText()));
        return texts;
    }

    @Override
    Answer refusal() {
        return new Answer(200, "{\"errorMessages\":[\"it is frozen\"],\"errors\":{}}");
    }

    @Override
    void limit(int rows) {
        vendor.largestPage = rows;
    }

    @Override
    String listed() {
        return "/rest/api/2/search";
    }

    @Test
    void aFieldThatThePutIgnoresIsNoDelivery() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        long update = rig.accept(TicketRequest.update("EXT-1", "circuitId", "CIR-2", "", "service"));
        assertThat(rig.blocked(update, backend))
                .isEqualTo("ETMS accepted the change of ticket VSAT-1, but its circuitId is still \"CIR-1\"");
    }

    @Test
    void aStatusWithoutATransitionIsNotSent() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        long update = rig.outbox
                .accept(rig.system(), TicketRequest.update("EXT-1", "status", "Closed", "", "service"), "VSAT-1")
                .id();
        assertThat(rig.blocked(update, backend))
                .isEqualTo(
                        "status \"Closed\" is not in the vendor profile's table; allowed are Done, In Progress, To Do");
        assertThat(vendor.writes()).hasSize(1);
    }

    @Test
    void aTransitionThatIsIllegalBecauseItWasMadeIsDelivered() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        AtomicInteger lost = new AtomicInteger();
        vendor.loses = request -> request.path().endsWith("/transitions") && lost.incrementAndGet() == 1;
        // the search index is behind when it is asked whether the transition was made
        vendor.instead = request -> {
            boolean asks = !request.writes() && request.path().endsWith("/VSAT-1") && lost.get() == 1;
            return asks ? new Answer(200, stale()) : null;
        };
        rig.accept(TicketRequest.update("EXT-1", "status", "In Progress", "", "service"));
        rig.deliverAll(backend);
        assertThat(rig.counts().blocked()).isZero();
        assertThat(lost).hasValue(2);
    }

    private ObjectNode stale() {
        ObjectNode issue = vendor.issues.get("VSAT-1").deepCopy();
        ((ObjectNode) issue.path("fields")).set("status", TicketVendor.object().put("name", "To Do"));
        return issue;
    }

    @Test
    void anIllegalTransitionIsBlockedAndTheNextRequestOfAnotherTicketIsNot() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        long update = rig.accept(TicketRequest.update("EXT-1", "status", "To Do", "", "service"));
        rig.submit("EXT-2");
        assertThat(rig.blocked(update, backend)).contains("illegal workflow operation");
        rig.deliverAll(backend);
        assertThat(vendor.issues).containsKey("VSAT-2");
    }
}

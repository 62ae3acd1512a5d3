/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.vendor.TicketVendor.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceNowTest extends PolledVendor<ServiceNow> {

    ServiceNowTest() {
        super(new ServiceNow(), "servicenow.json");
    }

    @Override
    Map<String, String> changes() {
        return Map.of("summary", "still down", "description", "since 3:00", "severity", "1", "owner", "j.doe");
    }

    @Override
    String underWay() {
        return "On Hold";
    }

    @Override
    List<String> texts() {
        return Stream.concat(
                        vendor.journal.stream().map(entry -> entry.path("value").asText()),
                        vendor.incidents.stream()
                                .map(each -> each.path("close_notes").asText()))
                .toList();
    }

    @Override
    Answer refusal() {
        return new Answer(200, "{\"error\":{\"message\":\"it is frozen\",\"detail\":null},\"status\":\"failure\"}");
    }

    @Override
    void limit(int rows) {
        vendor.largestPage = rows;
    }

    @Override
    String listed() {
        return "/api/now/table/incident";
    }

    @Test
    void aStatusThatNeedsMoreThanItselfIsBlockedWithTheVendorsOwnWords() {
        rig.submit("EXT-1");
        long closing = rig.accept(TicketRequest.update("EXT-1", "status", "Closed", "", "service"));
        assertThat(rig.blocked(closing, backend)).contains("Close code, Close notes are mandatory");
    }

    @Test
    void aStatusThatTheTableLacksIsNotSent() {
        TicketRequest request = TicketRequest.update("EXT-1", "status", "Frozen", "", "service");
        assertThatThrownBy(() -> rig.accept(request))
                .hasMessageStartingWith(
                        "status \"Frozen\" is not in the vendor profile's table; allowed are Canceled,");
    }

    @Test
    void aChangeThatIsAnsweredWithTheUnchangedTicketIsNoDelivery() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        vendor.readOnly.add("short_description");
        long update = rig.accept(TicketRequest.update("EXT-1", "summary", "up", "", "service"));
        assertThat(rig.blocked(update, backend)).endsWith("but its summary is still \"down EXT-1\"");
    }
}

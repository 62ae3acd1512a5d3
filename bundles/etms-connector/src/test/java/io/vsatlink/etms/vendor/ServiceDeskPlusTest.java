/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.etms.vendor.TicketVendor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceDeskPlusTest extends PolledVendor<ServiceDeskPlus> {

    ServiceDeskPlusTest() {
        super(new ServiceDeskPlus(), "servicedeskplus.json");
    }

    @Override
    Map<String, String> changes() {
        return Map.of("summary", "still down", "description", "since 3:00", "severity", "1", "circuitId", "CIR-9");
    }

    @Override
    String underWay() {
        return "Onhold";
    }

    @Override
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        vendor.notes
                .values()
                .forEach(notes ->
                        notes.forEach(note -> texts.add(note.path("description").asText())));
        vendor.requests
                .values()
                .forEach(each ->
                        texts.add(each.at("/closure_info/closure_comments").asText()));
        return texts;
    }

    @Override
    Answer refusal() {
        return new Answer(
                200,
                "{\"response_status\":{\"status_code\":4000,\"status\":\"failed\",\"messages\":[{\"message\":\"it is"
                        + " frozen\"}]}}");
    }

    @Override
    void limit(int rows) {
        vendor.largestPage = rows;
    }

    @Override
    String listed() {
        return "/api/v3/requests";
    }

    @Override
    String brokenPromise() {
        return "no rows come after the first 251, although the vendor says that more follow";
    }

    @Test
    void thePositionIsInTheJsonOfAParameterBesideWhatTheProfileHasThere() {
        vendor.open(251);
        poll(rig.part("frontend", Map.of(), List.of()));
        assertThat(vendor.calls.stream()
                        .filter(call -> call.query().containsKey("input_data"))
                        .map(call -> TicketVendor.parsed(call.query().get("input_data"))))
                .contains(
                        TicketVendor.parsed(
                                """
                        {"list_info": {"sort_field": "id", "sort_order": "asc", "start_index": 101, "row_count": 200}}
                        """));
    }

    @Test
    void aStatusIsAWordInThePath() {
        rig.submit("EXT-1");
        rig.accept(TicketRequest.update("EXT-1", "status", "Onhold", "", "service"));
        rig.deliverAll(backend);
        assertThat(vendor.writes().get(1)).hasToString("PUT /api/v3/requests/100000000/put on hold");
        assertThat(vendor.writes().get(1).body()).isEmpty();
        assertThatThrownBy(() -> rig.accept(TicketRequest.update("EXT-1", "status", "Closed", "", "service")))
                .hasMessage(
                        "status \"Closed\" is not in the vendor profile's table; allowed are In Progress, Onhold, Resolved");
    }

    @Test
    void aReferenceWithQuotesIsFoundByTheJsonInTheQuery() throws Exception {
        String reference = "EXT \"1\" \\ & 50 %";
        vendor.loses = TicketVendor.Request::writes;
        rig.submit(reference);
        rig.deliverAll(backend);
        assertThat(vendor.writes()).hasSize(1);
        assertThat(backend.gate.client().orElseThrow().ticketByExternalId(reference))
                .isInstanceOf(Lookup.Found.class);
    }

    @Test
    void aRequestIsAFormWhoseValueIsJson() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        TicketVendor.Request create = vendor.writes().get(0);
        assertThat(create.mediaType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(create.form()).containsOnlyKeys("input_data");
        assertThat(TicketVendor.parsed(create.form().get("input_data")))
                .isEqualTo(
                        TicketVendor.parsed(
                                """
                        {"request": {"requester": {"name": "vsatlink"}, "subject": "down EXT-1",
                         "priority": {"name": "Normal"}, "category": {"name": "Circuit Up/Down"},
                         "udf_fields": {"udf_sline_1": "EXT-1", "udf_sline_2": "CIR-1"}}}
                        """));
    }
}

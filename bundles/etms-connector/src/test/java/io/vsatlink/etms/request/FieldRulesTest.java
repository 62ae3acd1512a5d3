/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.OddEtms;
import io.vsatlink.etms.OddEtms.Answer;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A vendor without workgroups that writes severities as words, as its profile describes. A request that changes nothing is not
 * delivered.
 */
class FieldRulesTest {
    @TempDir
    Path folder;

    private OddEtms etms;
    private Rig rig;
    private Rig.Part backend;
    private String ticket;

    @BeforeEach
    void start() throws Exception {
        etms = new OddEtms();
        rig = new Rig(etms.base(), Clock.systemUTC(), profile());
        backend = rig.backend("backend");
        ticket = etms.open("EXT-1").path("ticketId").asText();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        etms.close();
    }

    private VendorProfile profile() throws Exception {
        try (InputStream builtIn = EtmsProfile.class.getResourceAsStream("etms.json")) {
            String json = new String(builtIn.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"workgroup\": \"/workgroup\"", "\"workgroup\": null")
                    .replace(
                            "\"severity\": \"/severity\"",
                            "\"severity\": {\"pointer\": \"/severity\", \"table\": {\"high\": \"1\", \"low\": \"3\"}}");
            Files.writeString(folder.resolve("other.json"), json);
        }
        return EtmsProfile.BUILT_IN.inForce(folder).candidate("other.json");
    }

    @Test
    void aFieldThatTheVendorLacksIsRefusedImmediately() {
        TicketRequest request = TicketRequest.update("EXT-1", "workgroup", "NOC", "", "shell");
        assertThatThrownBy(() -> rig.accept(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workgroup can't be changed: the vendor profile ETMS does not write it");
    }

    @Test
    void aValueThatTheTableLacksIsRefusedImmediately() {
        TicketRequest request = TicketRequest.update("EXT-1", "severity", "2", "", "shell");
        assertThatThrownBy(() -> rig.accept(request))
                .hasMessage("severity \"2\" is not in the vendor profile's table; allowed are 1, 3");
        rig.accept(TicketRequest.update("EXT-1", "severity", "1", "", "shell"));
        rig.deliverAll(backend);
        assertThat(etms.tickets.get(ticket).path("severity").asText()).isEqualTo("high");
    }

    @Test
    void aRequestAcceptedWithAnotherProfileIsBlockedAndNoEmptyCallIsSent() {
        long update = accepted(TicketRequest.update("EXT-1", "workgroup", "NOC", "", "shell"));
        assertThat(rig.blocked(update, backend)).contains("workgroup can't be changed");
        rig.outbox.discard(rig.system(), update);
        long value = accepted(TicketRequest.update("EXT-1", "severity", "4", "", "shell"));
        assertThat(rig.blocked(value, backend)).contains("severity \"4\" is not in the vendor profile's table");
        assertThat(etms.count("PATCH")).isZero();
        // the ticket of EXT-2 has a severity already
        long submit = rig.outbox
                .accept(
                        rig.system(),
                        TicketRequest.submit("EXT-2", Map.of("severity", "4", "summary", "down"), "shell"),
                        "")
                .id();
        assertThat(rig.blocked(submit, backend)).contains("severity \"4\" is not in the vendor profile's table");
        assertThat(etms.count("POST tickets")).isZero();
    }

    /** Accepts a request as an element with another profile does. */
    private long accepted(TicketRequest request) {
        return rig.outbox.accept(rig.system(), request, "").id();
    }

    @Test
    void aRefusalInASuccessfulAnswerWithAListIsNotADelivery() {
        etms.before = (call, body) ->
                call.startsWith("PATCH") ? new Answer(200, "[\"Ticket 1: Status 'x' isn't a valid status\"]") : null;
        long request = rig.accept(TicketRequest.update("EXT-1", "summary", "up", "", "shell"));
        assertThat(rig.blocked(request, backend)).contains("Ticket 1: Status 'x' isn't a valid status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"code\":\"NO\"}}", "{}", "{\"ticketId\":\"ETM7\"}"})
    void aSuccessfulAnswerWithoutTheTicketIsNotADeliveryIfNothingChanged(String answer) {
        etms.before = (call, body) -> call.startsWith("PATCH") ? new Answer(200, answer) : null;
        long update = rig.accept(TicketRequest.update("EXT-1", "summary", "up", "", "shell"));
        assertThat(rig.blocked(update, backend)).contains("something that is not this ticket");
        rig.outbox.discard(rig.system(), update);
        long close = rig.accept(TicketRequest.close("EXT-1", "done", "", "shell"));
        assertThat(rig.blocked(close, backend)).contains("something that is not this ticket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", ""})
    void aSuccessfulAnswerWithoutTheTicketIsADeliveryIfTheTicketHasTheValue(String answer) {
        etms.after = (call, body) -> call.startsWith("PATCH") ? new Answer(200, answer) : null;
        rig.accept(TicketRequest.update("EXT-1", "summary", "up", "", "shell"));
        rig.accept(TicketRequest.close("EXT-1", "done", "", "shell"));
        rig.deliverAll(backend);
        assertThat(etms.count("PATCH")).isEqualTo(2);
        assertThat(etms.tickets.get(ticket).path("status").asText()).isEqualTo("Closed");
    }
}

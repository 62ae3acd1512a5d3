/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.connection.FoundTicket;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.etms.vendor.TicketVendor.Answer;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold with every ticketing system, by a profile alone. */
abstract class VendorTicketing<V extends TicketVendor> {
    final V vendor;
    private final String profile;
    Rig rig;
    Rig.Part backend;

    VendorTicketing(V vendor, String profile) {
        this.vendor = vendor;
        this.profile = profile;
    }

    /** A value for each field that can be changed. */
    abstract Map<String, String> changes();

    /** A status between open and closed. */
    abstract String underWay();

    /** The text of the last closing of the first ticket, and all its notes. */
    abstract List<String> texts();

    /** How it refuses a change, and a part of that. */
    abstract Answer refusal();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new Rig(vendor.base(), Clock.systemUTC(), read(folder));
        backend = rig.backend("backend");
    }

    private VendorProfile read(Path folder) throws Exception {
        try (InputStream json = VendorTicketing.class.getResourceAsStream(profile)) {
            Files.copy(json, folder.resolve(profile));
        }
        return EtmsProfile.BUILT_IN.inForce(folder).candidate(profile);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        vendor.close();
    }

    @Test
    void aTicketIsCreatedChangedNotedAndClosed() throws Exception {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        assertThat(ticket()).containsEntry("summary", "down EXT-1").containsEntry("severity", "3");
        changes().forEach((field, value) -> rig.accept(TicketRequest.update("EXT-1", field, value, "", "service")));
        rig.accept(TicketRequest.update("EXT-1", "status", underWay(), "", "service"));
        rig.accept(TicketRequest.note("EXT-1", "Generator runs & \"hums\" at 50 %", "", "service"));
        rig.deliverAll(backend);
        assertThat(rig.counts().blocked()).isZero();
        assertThat(ticket())
                .containsAllEntriesOf(changes())
                .containsEntry("status", underWay())
                .containsEntry("circuitId", changes().getOrDefault("circuitId", "CIR-1"));
        rig.accept(TicketRequest.close("EXT-1", "fibre spliced", "", "service"));
        rig.deliverAll(backend);
        assertThat(rig.counts().blocked()).isZero();
        assertThat(ticket()).containsEntry("state", "closed");
        assertThat(texts()).containsExactlyInAnyOrder("Generator runs & \"hums\" at 50 %", "fibre spliced");
        assertThat(vendor.writes()).hasSize(changes().size() + 4);
    }

    @Test
    void nothingIsWrittenTwiceWhenTheReplyIsLost() throws Exception {
        vendor.loses = TicketVendor.Request::writes;
        rig.submit("EXT-1");
        rig.accept(TicketRequest.update("EXT-1", "status", underWay(), "", "service"));
        changes().forEach((field, value) -> rig.accept(TicketRequest.update("EXT-1", field, value, "", "service")));
        rig.accept(TicketRequest.note("EXT-1", "seen", "", "service"));
        rig.accept(TicketRequest.close("EXT-1", "fibre spliced", "", "service"));
        rig.deliverAll(backend);
        assertThat(rig.counts().blocked()).isZero();
        assertThat(vendor.writes()).hasSize(changes().size() + 4);
        assertThat(ticket()).containsAllEntriesOf(changes()).containsEntry("state", "closed");
        assertThat(texts()).containsExactlyInAnyOrder("seen", "fibre spliced");
    }

    @Test
    void aFieldThatNoCallWritesIsRefusedWithItsNameAndTheProfiles() {
        String notWritten = " the vendor profile " + rig.profileName() + " does not write it";
        assertThatThrownBy(() -> rig.accept(TicketRequest.update("EXT-1", "contactEmail", "a@b.c", "", "service")))
                .hasMessage("contactEmail can't be changed:" + notWritten);
        assertThatThrownBy(() -> rig.accept(submission(Map.of("severity", "3", "contactEmail", "a@b.c"))))
                .hasMessage("contactEmail can't be sent with a new ticket:" + notWritten);
        long accepted = rig.outbox
                .accept(rig.system(), TicketRequest.update("EXT-1", "resolvedDate", "now", "", "service"), "T1")
                .id();
        assertThat(rig.blocked(accepted, backend)).contains("resolvedDate can't be changed:" + notWritten);
        assertThat(vendor.writes()).isEmpty();
    }

    @Test
    void aTicketWithoutAFieldThatTheVendorRequiresIsRefusedBeforeAnythingIsSent() {
        String missing =
                "severity is missing: the vendor profile " + rig.profileName() + " requires it for a new ticket";
        TicketRequest request = submission(Map.of());
        assertThatThrownBy(() -> rig.accept(request)).hasMessage(missing);
        long accepted = rig.outbox.accept(rig.system(), request, "").id();
        assertThat(rig.blocked(accepted, backend)).isEqualTo(missing);
        assertThat(vendor.writes()).isEmpty();
    }

    private static TicketRequest submission(Map<String, String> more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("category", "Circuit Up/Down", "circuitId", "CIR-1", "summary", "down"));
        fields.putAll(more);
        return TicketRequest.submit("EXT-1", fields, "service");
    }

    @Test
    void aRefusalIsNoDeliveryWhateverItsStatus() {
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        vendor.instead = request -> request.writes() ? refusal() : null;
        long update = rig.accept(TicketRequest.update("EXT-1", "summary", "up", "", "service"));
        assertThat(rig.blocked(update, backend)).contains("it is frozen");
    }

    Map<String, String> ticket() throws VendorException {
        Lookup found = backend.gate.client().orElseThrow().ticketByExternalId("EXT-1");
        assertThat(found).isInstanceOf(Lookup.Found.class);
        FoundTicket ticket = ((Lookup.Found) found).ticket();
        return ticket.fields();
    }
}

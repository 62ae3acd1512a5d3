/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.itests.apis.MetVendor;
import io.vsatlink.itests.contract.PrismProcess;
import io.vsatlink.satprov.remote.SatprovProfile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Parts of two APIs that TM Forum publishes, served by Prism out of their OpenAPI documents. The profiles are made by
 * {@code profile-draft}, and Prism refuses each call that the document does not know.
 */
@ExtendWith(ProgramLogs.class)
class PublicDocumentsIT {
    private static final Path RESOURCES = Path.of("src/test/resources/io/vsatlink/itests/programs");
    private static final Path SERVICES = RESOURCES.resolve("tmf638.openapi.json");
    private static final Path TICKETS = RESOURCES.resolve("tmf621.openapi.json");
    private static final String TICKET_PATH = "/tmf-api/troubleTicket/v4/troubleTicket";
    private static final String PROFILE = "tmf.json";

    @TempDir
    Path folder;

    @Test
    void aServiceInventoryIsPolledByTheProfileDraftedFromItsDocument() throws Exception {
        try (PrismProcess prism = PrismProcess.mock(SERVICES)) {
            DraftedProfile profile = DraftedProfile.of(
                            SatprovProfile.BUILT_IN,
                            "circuits",
                            SERVICES,
                            prism.base(),
                            "/tmf-api/serviceInventory/v4/service")
                    .withColumns("\"status\": \"/state\", \"locationId\": \"/place/[role=installation]/id\"");
            profile.check(prism.base(), List.of("circuits"));
            Profiles.put(folder, PROFILE, profile.text());
            List<Dataset> circuits = List.of(Dataset.CIRCUITS);
            try (MetVendor met = Profiles.meet(folder, PROFILE, prism.base(), circuits, Map.of())) {
                met.awaitPolls(circuits);
                assertEquals(
                        List.of(
                                "SVC-1 ANDS1 1 C1 10.1.0.1 active L1",
                                "SVC-2 ANDS2 2 C2 10.1.0.2 active L2",
                                "SVC-3 ANDS3 3 C0 10.1.0.3 active L3",
                                "SVC-4 ANDS4 0 C1 null inactive L4",
                                "SVC-5 ANDS5 1 C2 10.1.0.5 active L5"),
                        met.rows(Dataset.CIRCUITS).stream()
                                .map(PublicDocumentsIT::circuit)
                                .toList());
            }
            assertEquals(List.of(), prism.violations());
        }
    }

    private static String circuit(Row row) {
        return String.join(
                " ",
                List.of(
                                "circuitId",
                                "circuitAlias",
                                "serviceTier",
                                "customerNumber",
                                "managementIp",
                                "status",
                                "locationId")
                        .stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .toList());
    }

    /** Prism in front of json-server: one judges each call and each answer, the other remembers what was written. */
    @Test
    void ticketsAreCreatedChangedAndClosedAsTheDocumentOfTroubleTicketsHasIt() throws Exception {
        DraftedProfile profile;
        try (PrismProcess mock = PrismProcess.mock(TICKETS)) {
            profile = ticketing(mock);
            profile.check(mock.base(), List.of("tickets"));
            assertEquals(List.of(), mock.violations());
        }
        Profiles.put(folder, PROFILE, profile.text());
        try (JsonServer vendor = JsonServer.start(folder, tickets(), "--middlewares", "tmf.cjs");
                PrismProcess prism = PrismProcess.proxy(TICKETS, vendor.base());
                MetTicketing met = MetTicketing.start(folder, PROFILE, prism.base())) {
            met.awaitTickets(210);
            met.deliver("submitTicket", "NEW-1", "Circuit Performance", "SVC-7", "2", "slow", "since noon");
            met.deliver("updateTicket", "NEW-1", "severity", "1", "r1");
            met.deliver("updateTicket", "NEW-1", "status", "inProgress", "r2");
            met.deliver("addNote", "NEW-1", "Generator runs.", "r3");
            met.deliver("closeTicket", "NEW-1", "fibre spliced", "r4");
            met.awaitTickets(211);

            JsonNode found = vendor.get("/troubleTicket?externalId=NEW-1");
            assertEquals(1, found.size(), found.toString());
            JsonNode ticket = found.get(0);
            assertEquals(
                    "closed fibre spliced 1",
                    ticket.path("status").asText() + " "
                            + ticket.path("statusChangeReason").asText() + " "
                            + ticket.path("severity").asText());
            assertEquals("SVC-7", ticket.at("/relatedEntity/0/id").asText());
            assertEquals("Generator runs.", ticket.at("/note/0/text").asText());
            assertEquals(List.of(), prism.violations());
        }
    }

    private static DraftedProfile ticketing(PrismProcess vendor) throws Exception {
        try (InputStream calls = PublicDocumentsIT.class.getResourceAsStream("tmf621.calls.json")) {
            String text = new String(calls.readAllBytes(), StandardCharsets.UTF_8);
            return DraftedProfile.of(EtmsProfile.BUILT_IN, "tickets", TICKETS, vendor.base(), TICKET_PATH)
                    .withColumns(
                            """
                            "category": "/ticketType", "summary": "/name", "createdDate": "/creationDate",
                            "lastModifiedDate": "/lastUpdate", "state": "/status\"""")
                    .replaced("\"listings\": {", "\"calls\":\n" + text + ",\n\"listings\": {");
        }
    }

    /** More than two pages. */
    private static ObjectNode tickets() {
        ObjectNode content = JsonServer.JSON.createObjectNode();
        for (int i = 1; i <= 210; i++) {
            ObjectNode ticket = content.withArray("troubleTicket").addObject();
            ticket.put("id", "TT-" + i)
                    .put("externalId", "EXT-" + i)
                    .put("name", "DOWN " + i)
                    .put("severity", "2");
            ticket.put("description", "down")
                    .put("ticketType", "Circuit Up/Down")
                    .put("status", "acknowledged");
            ticket.put("creationDate", "2026-03-01T10:00:00Z").put("lastUpdate", "2026-03-01T10:00:00Z");
        }
        return content;
    }
}

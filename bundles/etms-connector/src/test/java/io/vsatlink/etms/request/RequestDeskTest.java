/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.MemoryOutbox;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.connection.FieldRules;
import io.vsatlink.etms.settings.Provisioning;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a request before it is stored. */
class RequestDeskTest {
    private static final String SYSTEM = "https://etms.example:443 UAT vsat";

    private final MemoryVsatStore store = new MemoryVsatStore();
    private final MemoryTicketMirror mirror = new MemoryTicketMirror(store);
    private final MemoryOutbox outbox = new MemoryOutbox(Clock.systemUTC());
    private final Set<String> elements = new TreeSet<>(Set.of("uat"));
    private String named = "";
    private final Provisioning provisioning = new Provisioning(() -> named, () -> elements);
    private final RequestDesk desk = new RequestDesk(
            outbox,
            mirror,
            new CircuitFacts(store, provisioning::element),
            () -> new FieldRules(EtmsProfile.BUILT_IN.read()));

    @Test
    void aNewTicketIsCompletedFromTheVsatDatabase() {
        network(3L, "Managed");
        assertThat(accepted(Map.of()))
                .containsEntry("customerNumber", "C-1")
                .containsEntry("customerName", "Andes Gold LLC")
                .containsEntry("locationName", "Lima 3")
                .containsEntry("contactName", "Nina First")
                .containsEntry("contactTelephone", "+51 1")
                .containsEntry("createdBy", "AutoVSATDataMiner")
                .doesNotContainKeys("contactEmail", "description");
    }

    @Test
    void valuesOfTheRequestAreKept() {
        network(3L, "Managed");
        assertThat(accepted(Map.of("customerName", "Mine", "createdBy", "nina", "contactEmail", " ")))
                .containsEntry("customerName", "Mine")
                .containsEntry("createdBy", "nina")
                .containsEntry("customerNumber", "C-1")
                .doesNotContainKey("contactEmail");
    }

    @Test
    void anUnknownCircuitIsAccepted() {
        assertThat(accepted(Map.of())).containsEntry("circuitId", "CIR-1").doesNotContainKey("customerName");
    }

    @Test
    void factsOfARemovedElementAreNotUsed() {
        network(1L, "Managed");
        elements.remove("uat");
        assertThat(accepted(Map.of())).doesNotContainKeys("customerName", "contactName", "description");
    }

    @Test
    void ofTwoEnvironmentsWithTheSameCircuitOnlyTheNamedOneLendsItsData() {
        network("lab", "Lab's own number", 1L, "Managed");
        network("uat", "+51 1", 3L, "Managed");
        elements.add("lab");
        named = "uat";
        assertThat(provisioning.problem()).isEmpty();
        assertThat(accepted(Map.of()))
                .containsEntry("contactTelephone", "+51 1")
                .doesNotContainKey("description");
        named = "lab";
        assertThatThrownBy(() -> desk.accept(SYSTEM, submit("EXT-2", Map.of()), UnmonitoredCircuits.REFUSE, ""))
                .hasMessage("circuit CIR-1 is not monitored: its service tier is 1");
    }

    @Test
    void theNamedElementIsNotReplacedByOneThatKnowsTheCircuit() {
        network("lab", "Lab's own number", 1L, "Managed");
        elements.add("lab");
        named = "uat";
        assertThat(accepted(Map.of())).doesNotContainKeys("customerName", "contactTelephone", "description");
        elements.remove("uat");
        assertThat(provisioning.problem())
                .isEqualTo(
                        "provisioning: there is no provisioning element uat: tickets are sent without the data of the"
                                + " circuit");
        assertThat(fields(desk.accept(SYSTEM, submit("EXT-2", Map.of()), UnmonitoredCircuits.MARK, "")))
                .doesNotContainKeys("customerName", "contactTelephone", "description");
    }

    @Test
    void severalElementsOfWhichNoneIsNamedLendNothing() {
        network("lab", "Lab's own number", 1L, "Managed");
        network("uat", "+51 1", 3L, "Managed");
        elements.add("lab");
        assertThat(provisioning.problem())
                .isEqualTo("provisioning must be set, because there are several provisioning elements (lab, uat):"
                        + " until then, tickets are sent without the data of the circuit");
        assertThat(accepted(Map.of())).doesNotContainKeys("customerName", "contactTelephone", "description");
    }

    @ParameterizedTest
    @CsvSource({
        "1,Managed,its service tier is 1",
        "0,Managed,its service tier is 0",
        "3,Unmanaged,its NOC status is Unmanaged"
    })
    void ticketsForUnmonitoredCircuitsAreMarkedAcceptedOrRefused(long tier, String nocStatus, String why) {
        network(tier, nocStatus);
        assertThat(accepted(Map.of("description", "no carrier")))
                .containsEntry("description", "no carrier\n\nCircuit CIR-1 is not monitored: " + why + ".");
        TicketRequest another = submit("EXT-2", Map.of());
        assertThatThrownBy(() -> desk.accept(SYSTEM, another, UnmonitoredCircuits.REFUSE, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("circuit CIR-1 is not monitored: " + why);
        Receipt receipt = desk.accept(SYSTEM, another, UnmonitoredCircuits.ACCEPT, "");
        assertThat(fields(receipt)).doesNotContainKey("description");
    }

    @Test
    void infrastructureHasANameInsteadOfACircuit() {
        assertThat(accepted(Map.of("category", "infrastructure up/down")))
                .containsEntry("category", "Infrastructure Up/Down")
                .containsEntry("infrastructureName", "CIR-1")
                .doesNotContainKey("circuitId");
    }

    @Test
    void invalidRequestsAreRefusedWithASentence() {
        refused(
                submit("EXT-1", Map.of("category", "Weather")),
                "category \"Weather\" is not accepted; allowed is one of");
        refused(submit("EXT-1", Map.of("category", "")), "category is missing");
        refused(submit("EXT-1", Map.of("severity", "5")), "severity \"5\" is not accepted; allowed is 1");
        refused(submit("EXT-1", Map.of("summary", " ")), "summary is missing");
        refused(submit("EXT-1", Map.of("circuitId", "")), "circuitId is missing");
        refused(submit("EXT-1", Map.of("colour", "red")), "colour is not a field that can be set");
        refused(submit("EXT-1", Map.of("ticketId", "T1")), "ticketId is not a field that can be set");
        refused(
                TicketRequest.update("T1", "externalId", "x", "", "shell"),
                "externalId is not a field that can be set");
        refused(TicketRequest.update("T1", "severity", "high", "", "shell"), "severity \"high\" is not accepted");
        assertThatThrownBy(() -> desk.accept("", submit("EXT-1", Map.of()), UnmonitoredCircuits.MARK, ""))
                .hasMessageContaining("must be set before requests are taken");
    }

    @Test
    void aReferenceKnownToTheMirrorMeansOneTicketByEitherName() {
        try (GenerationWriter writer = mirror.open(SYSTEM)) {
            writer.write(List.of(Tickets.ticket("T1").row()));
            writer.publish();
        }
        assertThat(desk.accept(SYSTEM, TicketRequest.note("EXT-T1", "seen", "", "shell"), null, "")
                        .ticketId())
                .isEqualTo("T1");
        assertThat(desk.accept(SYSTEM, TicketRequest.note("T1", "seen", "", "shell"), null, "")
                        .ticketId())
                .isEqualTo("T1");
    }

    private void refused(TicketRequest request, String sentence) {
        assertThatThrownBy(() -> desk.accept(SYSTEM, request, UnmonitoredCircuits.MARK, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private Map<String, String> accepted(Map<String, String> others) {
        return fields(desk.accept(SYSTEM, submit("EXT-1", others), UnmonitoredCircuits.MARK, "AutoVSATDataMiner"));
    }

    private Map<String, String> fields(Receipt receipt) {
        return outbox.find(SYSTEM, receipt.id()).orElseThrow().request().fields();
    }

    private static TicketRequest submit(String externalId, Map<String, String> others) {
        Map<String, String> fields = new HashMap<>(
                Map.of("category", "Circuit Up/Down", "circuitId", "CIR-1", "severity", "1", "summary", "down"));
        fields.putAll(others);
        return TicketRequest.submit(externalId, fields, "mbean");
    }

    private void network(Long tier, String nocStatus) {
        network("uat", "+51 1", tier, nocStatus);
    }

    private void network(String element, String telephone, Long tier, String nocStatus) {
        publish(
                element,
                Dataset.CIRCUITS,
                List.of(Map.of(
                        "circuitId", "CIR-1",
                        "customerNumber", "C-1",
                        "locationId", "L-1",
                        "serviceTier", tier,
                        "nocStatus", nocStatus)));
        publish(element, Dataset.CUSTOMERS, List.of(Map.of("customerNumber", "C-1", "customerName", "Andes Gold LLC")));
        publish(element, Dataset.LOCATIONS, List.of(Map.of("locationId", "L-1", "espLocationName", "Lima 3")));
        publish(
                element,
                Dataset.OUTAGE_CONTACTS,
                List.of(
                        Map.of("outageContactId", "O-1", "circuitId", "CIR-1", "contactId", "P-2", "priority", 2L),
                        Map.of("outageContactId", "O-2", "circuitId", "CIR-1", "contactId", "P-1", "priority", 1L),
                        Map.of("outageContactId", "O-3", "circuitId", "CIR-1", "contactId", "P-2")));
        publish(
                element,
                Dataset.CONTACT_INFO,
                List.of(
                        Map.of("contactId", "P-1", "name", "Nina First", "telephone", telephone),
                        Map.of("contactId", "P-2", "name", "Marc Second")));
    }

    private void publish(String element, Dataset dataset, List<Map<String, Object>> rows) {
        try (GenerationWriter writer = store.open(element, dataset)) {
            writer.write(rows.stream().map(values -> row(dataset, values)).toList());
            writer.publish();
        }
    }

    private static Row row(Dataset dataset, Map<String, Object> values) {
        return new Row(
                dataset,
                Arrays.asList(dataset.columns().stream()
                        .map(column -> values.get(column.name()))
                        .toArray()),
                null);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shell commands print what the documentation shows. */
record ByShell(EtmsScene scene) {
    private static final Path BUILT_IN =
            Path.of("../bundles/etms-connector/src/main/resources/io/vsatlink/etms/connection/etms.json");

    void theTicketsAndTheirNumbersAreShown() throws Exception {
        assertTrue(scene.poll().matches("\\d+ tickets: \\d+ added, \\d+ changed, \\d+ removed"));
        List<JsonNode> tickets = scene.books("tickets");
        Await.until("they are counted", () -> number("totalTickets") == tickets.size());
        List<String> list = scene.shell("etms:ticket-list --limit 3 --element frontend")
                .lines()
                .toList();
        assertEquals(
                List.of("Ticket", "External Id", "Category", "Status", "Severity", "Circuit", "Owner", "Summary"),
                cells(list.get(0)));
        assertEquals("3 of " + tickets.size() + " tickets", list.get(5));
        String newest = tickets.stream()
                .max(Comparator.comparing((JsonNode ticket) -> OffsetDateTime.parse(
                                        ticket.path("createdDate").asText())
                                .toInstant())
                        .thenComparing(ticket -> ticket.path("ticketId").asText()))
                .orElseThrow()
                .path("ticketId")
                .asText();
        assertEquals(newest, cells(list.get(2)).get(0));

        assertEquals(
                tickets.size(),
                Stream.of(
                                "circuitUpDown",
                                "circuitPerformance",
                                "circuitNetworkConnectivity",
                                "infrastructureUpDown",
                                "infrastructurePerformance",
                                "infrastructureNetworkConnectivity",
                                "otherTickets")
                        .mapToLong(this::number)
                        .sum());
        assertEquals(
                "Error executing command: element backend is a backend; only a frontend polls",
                scene.refusal("etms:poll --element backend"));
    }

    void theActivityLogIsShownWhole() throws Exception {
        String ticket = scene.opened();
        scene.set(ticket, "status", "In Progress");
        List<JsonNode> activities = scene.books("activities").stream()
                .filter(activity -> activity.path("ticketId").asText().equals(ticket))
                .toList();
        assertFalse(activities.isEmpty());
        String whole = activities.stream()
                .map(activity -> "%s %s %s\n%s\n"
                        .formatted(
                                activity.path("time").asText(),
                                activity.path("author").asText(),
                                activity.path("type").asText(),
                                activity.path("text").asText()))
                .collect(Collectors.joining("\n"));
        assertEquals(lines(whole), lines(scene.shell("etms:activity-log --element frontend " + ticket)));

        scene.frontend().call("showActivityLog", ticket);
        Await.until("Activity Log", () -> scene.frontend().text("ActivityLog").endsWith(whole));
        assertEquals(
                "Error executing command: ETMS has no ticket ETM0",
                scene.refusal("etms:activity-log --element frontend ETM0"));
    }

    void requestsAreShownTriedAgainAndGivenUp() throws Exception {
        String submit = "etms:ticket-submit --element backend SHELL-1 \"Circuit Up/Down\" "
                + scene.circuit().path("circuitId").asText() + " 2 \"No answer since 03:00\"";
        long first = id(scene.shell(submit), "Request (\\d+) was accepted and is waiting to be sent\\.");
        Await.until("delivered", () -> row(first).get(3).equals("Delivered"));
        assertEquals(
                "Request " + first + " was already accepted (delivered, ticket "
                        + row(first).get(5) + ").",
                scene.shell(submit));
        for (String rest : List.of("ticket-update", "ticket-note", "ticket-close")) {
            String values = rest.equals("ticket-update") ? "severity 1" : "\"Seen by the NOC\"";
            scene.shell("etms:" + rest + " --element backend SHELL-1 " + values);
        }
        Await.until("closed", () -> scene.ticket("externalId", "SHELL-1")
                .path("status")
                .asText()
                .equals("Closed"));
        assertEquals(1, scene.ticket("externalId", "SHELL-1").path("severity").asInt());

        long poison =
                id(scene.shell("etms:ticket-note --element backend NO-SUCH-2 seen"), "Request (\\d+) was accepted .*");
        Await.until("blocked", () -> row(poison).get(3).equals("Blocked"));
        assertEquals(
                "Request " + poison + " is waiting to be sent.",
                scene.shell("etms:request-retry --element backend " + poison));
        Await.until(
                "tried again and blocked again",
                () -> row(poison).get(3).equals("Blocked") && row(poison).get(4).equals("2"));
        assertEquals(
                "Request " + poison + " is discarded and will not be sent.",
                scene.shell("etms:request-discard --element backend " + poison));
        assertEquals("Discarded", row(poison).get(3));
        assertEquals(
                "Error executing command: no waiting or blocked request has the id " + poison,
                scene.refusal("etms:request-discard --element backend " + poison));
    }

    void aProfileIsTriedAndAnEditOfItsFileTakesEffectByItself() throws Exception {
        String tried = scene.shell("etms:profile-check --element frontend");
        assertTrue(tried.startsWith("profile ETMS, version 1\nlogin: "), tried);
        assertTrue(tried.lines().anyMatch(line -> line.matches("login: .*: success")), tried);
        assertTrue(tried.lines().anyMatch(line -> line.matches("  200, \\d+ rows seen, \\d+ in all.*")), tried);

        Path file = scene.karaf().home().resolve("etc/our-etms.json");
        Files.writeString(file, version(7));
        profile("our-etms.json");
        awaitTried(7);
        Files.writeString(file, version(8).replace("\"logInAgain\"", "\"locked\""));
        awaitTried(8);
        String open = scene.shell("etms:profile-check --element frontend");
        assertTrue(
                open.startsWith(
                        "profile ETMS, version 8\nNote: errors: nothing says how the vendor answers when a session has"
                                + " ended."),
                open);
        profile("");
        awaitTried(1);
        Await.until(
                "connected again",
                () -> scene.frontend().text("ConnectionStatus").equals("Connected"));
    }

    /** In the file: if a user changed the setting, the element would remove password and key. */
    private void profile(String name) throws Exception {
        scene.karaf().edit(scene.jmx(), "io.vsatlink.etms-frontend.cfg", Map.of("profile", name));
    }

    private static String version(int number) throws IOException {
        return Files.readString(BUILT_IN).replace("\"version\": 1,", "\"version\": " + number + ",");
    }

    private void awaitTried(int version) throws Exception {
        Await.until("version " + version, () -> scene.shell("etms:profile-check --element frontend")
                .startsWith("profile ETMS, version " + version + "\n"));
    }

    private long number(String parameter) {
        try {
            return Long.parseLong(scene.shell("vsat:parameter-get --element frontend " + parameter));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long id(String receipt, String pattern) {
        assertTrue(receipt.matches(pattern), receipt);
        return Long.parseLong(receipt.replaceAll(pattern, "$1"));
    }

    /** A request as the shell shows it. */
    private List<String> row(long request) throws Exception {
        return scene.shell("etms:request-list --element backend")
                .lines()
                .map(ByShell::cells)
                .filter(row -> row.get(0).equals(String.valueOf(request)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("[|\u2502]", -1)).map(String::strip).toList();
    }

    /** Without characters that the shell's character set may lack. */
    private static List<String> lines(String text) {
        return text.strip().replaceAll("[^\\x00-\\x7f]", "?").lines().toList();
    }
}

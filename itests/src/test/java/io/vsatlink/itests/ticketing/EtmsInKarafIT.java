package io.vsatlink.itests.ticketing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.event.Topics;
import io.vsatlink.itests.Await;
import io.vsatlink.itests.felix.Bean;
import io.vsatlink.itests.parameters.PlantedSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** ETMS elements in a real Karaf: the platform's ticketing by HTTP and by events, the commands, and no secret anywhere. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class EtmsInKarafIT {
    private static final Path BUILT_IN =
            Path.of("../bundles/etms-connector/src/main/resources/io/vsatlink/etms/connection/etms.json");
    private static final String PASSWORD = "planted-Mv4-password";
    private static final String KEY = "planted-Rt8-key";
    private static final String WRONG_PASSWORD = "planted-Hc2-wrong";
    private static final String WRONG_KEY = "planted-Jn6-wrong";
    private static final String TOKEN = "planted-Wd9-token";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("AutoVSATDataMiner:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static final String FAULTS =
            """
            [{"path":"etms/tickets","method":"POST","times":1,"status":400,
              "body":"{\\"error\\":{\\"code\\":\\"VALIDATION\\",\\"message\\":\\"no %s %s\\"}}"},
             {"path":"etms/session","times":1,"status":200,
              "body":"{\\"accessToken\\":\\"%s\\",\\"expiresIn\\":1800}"},
             {"path":"etms/tickets/*/activities","times":1,"status":400,
              "body":"{\\"error\\":{\\"code\\":\\"VALIDATION\\",\\"message\\":\\"no %s\\"}}"}]""";

    private static final PlantedSecrets SECRETS =
            new PlantedSecrets(PASSWORD, KEY, WRONG_PASSWORD, WRONG_KEY, TOKEN, BASIC);
    private static EtmsScene scene;

    @BeforeClass
    public static void start() throws Exception {
        scene = new EtmsScene(PASSWORD, KEY, SECRETS);
        scene.start();
    }

    @AfterClass
    public static void stop() throws Exception {
        scene.close();
    }

    @Test
    public void a1_aTicketIsMadeAtThePlatformAndKeptInStep() throws Exception {
        String ticket = scene.opened();
        scene.set(ticket, "severity", 4);
        scene.poll();
        scene.awaitAtPlatform(ticket);
        assertEquals(
                scene.ticket("ticketId", ticket).path("summary"),
                scene.atPlatform(ticket).path("name"));
        assertEquals("Low", scene.atPlatform(ticket).path("severity").asText());

        scene.set(ticket, "severity", 1);
        scene.poll();
        String id = scene.atPlatform(ticket).path("id").asText();
        Await.until(
                "the patch",
                () -> !scene.platform().bodies("PATCH /troubleTicket/" + id).isEmpty());
        assertEquals(
                "[{\"severity\":\"Critical\"}]",
                scene.platform().bodies("PATCH /troubleTicket/" + id).toString());
    }

    @Test
    public void a2_whatThePlatformClosesIsClosedAtEtmsAndComesNotBack() throws Exception {
        String ticket = scene.opened();
        scene.poll();
        scene.awaitAtPlatform(ticket);
        String id = scene.atPlatform(ticket).path("id").asText();
        scene.platform().change(id, "status", "closed", "troubleTicketStatusChangeEvent");
        Await.until(
                "closed at ETMS",
                () -> scene.ticket("ticketId", ticket).path("status").asText().equals("Closed"));
        assertTrue(scene.books("activities").stream()
                .filter(activity -> activity.path("ticketId").asText().equals(ticket))
                .anyMatch(activity -> activity.path("text").asText().equals("Closed in the platform's ticketing.")));

        scene.poll();
        // changes are told in order: when the platform has a later one, it has been told of this one
        String later = scene.opened();
        scene.poll();
        scene.awaitAtPlatform(later);
        assertEquals(List.of(), scene.platform().bodies("PATCH /troubleTicket/" + id));
    }

    @Test
    public void b1_thePlatformHearsByEventsWhatPeopleDid() throws Exception {
        String ticket = scene.opened();
        scene.poll();
        Map<String, String> created = scene.heard(Topics.TICKET_CREATED, "ticketId", ticket);
        assertEquals("frontend", created.get("element"));
        assertEquals(scene.ticket("ticketId", ticket).path("summary").asText(), created.get("summary"));

        scene.set(ticket, "owner", "somebody else");
        scene.poll();
        Map<String, String> updated = scene.heard(Topics.TICKET_UPDATED, "ticketId", ticket);
        assertEquals("owner", updated.get("changed"));
        assertEquals("somebody else", updated.get("owner"));

        scene.set(ticket, "status", "Closed");
        scene.poll();
        assertEquals(
                "closed", scene.heard(Topics.TICKET_CLOSED, "ticketId", ticket).get("state"));
    }

    @Test
    public void b2_aRequestByEventReachesEtmsAndThePlatformHearsOfIt() throws Exception {
        JsonNode circuit = scene.circuit();
        Map<String, String> ticket = Map.of(
                "element", "backend",
                "operation", "submitTicket",
                "externalId", "EVENT-1",
                "category", "Circuit Up/Down",
                "circuitId", circuit.path("circuitId").asText(),
                "severity", "2",
                "summary", "No answer since 03:00");
        scene.subscriber().post(Topics.REQUEST, ticket);
        scene.subscriber().post(Topics.REQUEST, ticket);
        Map<String, String> delivered = scene.heard(Topics.REQUEST_DELIVERED, "reference", "EVENT-1");
        JsonNode made = scene.ticket("externalId", "EVENT-1");
        assertEquals(made.path("ticketId").asText(), delivered.get("ticketId"));
        assertEquals("filled in from the VSAT database", circuit.path("customerNumber"), made.path("customerNumber"));

        scene.subscriber()
                .post(
                        Topics.REQUEST,
                        Map.of(
                                "element", "backend",
                                "operation", "updateTicket",
                                "reference", "NO-SUCH-1",
                                "field", "severity",
                                "value", "1"));
        assertTrue(scene.heard(Topics.REQUEST_BLOCKED, "reference", "NO-SUCH-1")
                .get("reason")
                .contains("NO-SUCH-1"));
        JsonNode references = new ObjectMapper().readTree(scene.vendor().get("etms/references"));
        assertEquals(1, references.at("/EVENT-1/tickets").asInt());
        assertEquals(0, references.at("/EVENT-1/refused").asInt());
    }

    @Test
    public void c1_theTicketsAndTheirNumbersAreShown() throws Exception {
        assertTrue(scene.poll().matches("\\d+ tickets: \\d+ added, \\d+ changed, \\d+ gone"));
        List<JsonNode> tickets = scene.books("tickets");
        List<String> list = scene.shell("etms:ticket-list --limit 3 --element frontend")
                .lines()
                .toList();
        assertEquals(
                List.of("Ticket", "External Id", "Category", "Status", "Severity", "Circuit", "Owner", "Summary"),
                cells(list.get(0)));
        assertEquals("3 of " + tickets.size() + " tickets", list.get(5));
        String first = tickets.stream()
                .map(ticket -> ticket.path("ticketId").asText())
                .sorted()
                .findFirst()
                .orElseThrow();
        assertEquals(first, cells(list.get(2)).get(0));

        assertEquals(tickets.size(), number("totalTickets"));
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
                        .mapToLong(EtmsInKarafIT::number)
                        .sum());
        assertEquals(
                "Error executing command: element backend is a backend; a frontend polls",
                scene.refusal("etms:poll --element backend"));
    }

    @Test
    public void c2_theActivityLogIsShownWhole() throws Exception {
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
        Await.until("Activity Log", () -> scene.frontend().text("ActivityLog").equals(whole));
        assertEquals(
                "Error executing command: ETMS has no ticket ETM0",
                scene.refusal("etms:activity-log --element frontend ETM0"));
    }

    @Test
    public void c3_requestsAreShownTriedAgainAndGivenUp() throws Exception {
        String submit = "etms:ticket-submit --element backend SHELL-1 \"Circuit Up/Down\" "
                + scene.circuit().path("circuitId").asText() + " 2 \"No answer since 03:00\"";
        long first = id(scene.shell(submit), "Request (\\d+) was accepted and waits to be sent\\.");
        Await.until("delivered", () -> row(first).get(3).equals("Delivered"));
        assertEquals(
                "Request " + first + " was accepted before (delivered, ticket "
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
                "Request " + poison + " waits to be sent.",
                scene.shell("etms:request-retry --element backend " + poison));
        Await.until(
                "tried again and blocked again",
                () -> row(poison).get(3).equals("Blocked") && row(poison).get(4).equals("2"));
        assertEquals(
                "Request " + poison + " was given up and is not sent.",
                scene.shell("etms:request-discard --element backend " + poison));
        assertEquals("Discarded", row(poison).get(3));
        assertEquals(
                "Error executing command: there is no waiting or blocked request " + poison,
                scene.refusal("etms:request-discard --element backend " + poison));
    }

    @Test
    public void c4_aProfileIsTriedAndAnEditOfItsFileTakesEffectByItself() throws Exception {
        String tried = scene.shell("etms:profile-check --element frontend");
        assertTrue(tried, tried.startsWith("profile ETMS, version 1\nlogin: "));
        assertTrue(tried, tried.lines().anyMatch(line -> line.matches("login: .*: success")));
        assertTrue(tried, tried.lines().anyMatch(line -> line.matches("  200, \\d+ rows seen, \\d+ in all.*")));

        Path file = Files.copy(BUILT_IN, scene.karaf().home().resolve("etc/our-etms.json"));
        scene.frontend().set("Profile", "our-etms.json");
        Files.writeString(file, Files.readString(file).replace("\"version\": 1", "\"version\": 2"));
        Await.until("the edit", () -> scene.shell("etms:profile-check --element frontend")
                .startsWith("profile ETMS, version 2\n"));
        scene.frontend().set("Profile", "");
        Await.until(
                "connected again",
                () -> scene.frontend().text("ConnectionStatus").equals("Connected"));
    }

    @Test
    public void d_noSecretIsLeftAnywhere() throws Exception {
        Bean frontend = scene.frontend();
        // a gateway that repeats what it was given, and gives a token that it does not know
        scene.vendor().post("faults", FAULTS.formatted(PASSWORD, KEY, TOKEN, TOKEN));
        scene.shell("etms:ticket-submit --element frontend SECRET-1 \"Circuit Up/Down\" C1 2 down");
        Map<String, String> blocked = scene.heard(Topics.REQUEST_BLOCKED, "reference", "SECRET-1");
        assertTrue(blocked.get("reason"), blocked.get("reason").contains("VALIDATION, no *** ***"));
        frontend.call("testConnection");
        Await.until(
                "the token was given",
                () -> new ObjectMapper()
                                        .readTree(scene.vendor().get("faults"))
                                        .at("/1/struck")
                                        .asInt()
                                == 1
                        && frontend.text("ConnectionStatus").equals("Connected"));
        String repeated = scene.refusal("etms:activity-log --element frontend ETM0");
        assertTrue(repeated, repeated.contains("VALIDATION, no ***"));
        scene.refusal("etms:activity-log --element frontend ETM0");
        frontend.set("Password", WRONG_PASSWORD);
        awaitRefused(frontend, "InvalidClientIdentifier");
        frontend.set("ApiKey", WRONG_KEY);
        awaitRefused(frontend, "InvalidApiKey");
        scene.typeSecret("password", PASSWORD);
        scene.typeSecret("apiKey", KEY);
        Await.until("connected again", () -> frontend.text("ConnectionStatus").equals("Connected"));
        scene.poll();

        scene.readEverything();
        for (String command : List.of(
                "vsat:status",
                "vsat:parameter-list",
                "etms:request-list --element backend",
                "etms:ticket-list --element frontend",
                "dev:dump-create --no-heap-dump",
                "vsat:backup " + scene.karaf().home().resolve("data"))) {
            scene.shell(command);
        }
        scene.stop();
        String history = Files.readString(scene.history());
        assertTrue(history, history.contains("vsat:parameter-set --element frontend apiKey"));
        SECRETS.assertNotFoundIn(scene.karaf().home());
    }

    private static void awaitRefused(Bean element, String why) throws Exception {
        Await.until(
                "refused: " + why,
                () -> element.text("ConnectionStatus").equals("Authentication Failed")
                        && element.text("ConnectionReason").contains(why));
    }

    private static long number(String parameter) {
        try {
            return Long.parseLong(scene.shell("vsat:parameter-get --element frontend " + parameter));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long id(String receipt, String pattern) {
        assertTrue(receipt, receipt.matches(pattern));
        return Long.parseLong(receipt.replaceAll(pattern, "$1"));
    }

    /** A request as the shell shows it. */
    private static List<String> row(long request) throws Exception {
        return scene.shell("etms:request-list --element backend")
                .lines()
                .map(EtmsInKarafIT::cells)
                .filter(row -> row.get(0).equals(String.valueOf(request)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("[|\u2502]", -1)).map(String::strip).toList();
    }

    /** Without what the shell's character set may lack. */
    private static List<String> lines(String text) {
        return text.strip().replaceAll("[^\\x00-\\x7f]", "?").lines().toList();
    }
}

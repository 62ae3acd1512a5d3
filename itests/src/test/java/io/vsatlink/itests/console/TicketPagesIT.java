/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The pages of ETMS elements: a frontend, which mirrors tickets, and a backend, which delivers requests. */
class TicketPagesIT {
    private static ConsoleScene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = ConsoleScene.polled("tickets");
    }

    @AfterAll
    static void stop() throws Exception {
        scene.close();
    }

    @Test
    void aTicketsMenuShowsItsActivityLogByMouseAndByKey() throws Exception {
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.open("Etms frontend", "Ticketing");
            String first = browser.rightClickFirstRow();
            browser.button("Show Activity Log").click();
            browser.awaitActivityLog(first);

            browser.await("back", () -> browser.focused().getAccessibleName().equals(first));
            browser.type(Keys.TAB);
            String second = browser.focused().getAccessibleName();
            browser.type(Keys.ENTER);
            browser.await("the menu", () -> browser.focused().getText().equals("Show Activity Log"));
            browser.type(Keys.ESCAPE);
            browser.await("back", () -> browser.focused().getAccessibleName().equals(second));
            browser.type(Keys.ENTER);
            browser.type(Keys.ENTER);
            browser.awaitActivityLog(second);
            assertNotEquals(first, second);

            scene.bean("type=Etms,name=frontend").call("showActivityLog", first);
            browser.awaitActivityLog(first);

            browser.set("Search Ticket Overview", second);
            browser.await(
                    "one row",
                    () -> browser.driver()
                                    .findElements(By.cssSelector("main tbody tr"))
                                    .size()
                            == 1);
            assertEquals(second, browser.rightClickFirstRow());
            browser.assertAccessible("Ticketing with an activity log and a ticket's menu");
            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void allTicketsAreSearchedFilteredSortedAndCounted() throws Exception {
        ApiClient api = ApiClient.of(scene, ConsoleScene.VIEWER);
        JsonNode all = api.json("rows?element=backend&dataset=tickets&sort=createdDate&descending=true&limit=1000");
        List<Map<String, String>> tickets = TicketRows.of(api.json("datasets?element=backend"), all);
        assertEquals(
                scene.bean("type=Etms,name=frontend").number("TotalTickets"),
                all.get("total").asLong());
        assertEquals(all.get("total").asInt(), tickets.size());
        List<Instant> created = tickets.stream()
                .map(ticket -> OffsetDateTime.parse(ticket.get("createdDate")).toInstant())
                .toList();
        assertEquals(created.stream().sorted(Comparator.reverseOrder()).toList(), created);
        Map<String, String> oldest = tickets.get(tickets.size() - 1);

        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.open("Etms frontend", "All Tickets");
            browser.awaitText(" of " + tickets.size());
            browser.awaitText(" ago)");
            assertEquals(tickets.get(0).get("ticketId"), firstKey(browser));
            browser.assertAccessible("All Tickets");
            browser.go("/rows/frontend/tickets?limit=25");
            browser.awaitText("Rows 1–25 of " + tickets.size());
            browser.button("Last").click();
            browser.awaitText(oldest.get("ticketId"));

            browser.set("Search", oldest.get("ticketId"));
            browser.awaitText("Rows 1–1 of 1 that match, of " + tickets.size());
            browser.go("/rows/frontend/tickets");
            browser.set("Filter Category", "performance");
            long matching = tickets.stream()
                    .filter(ticket ->
                            ticket.get("category").toLowerCase(Locale.ROOT).contains("performance"))
                    .count();
            browser.awaitText(" of " + matching + " that match, of " + tickets.size());
            browser.sortBy("Ticket ID");
            browser.await("the address", () -> browser.driver().getCurrentUrl().contains("sort=ticketId"));
            String lowest = tickets.stream()
                    .filter(ticket ->
                            ticket.get("category").toLowerCase(Locale.ROOT).contains("performance"))
                    .map(ticket -> ticket.get("ticketId"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            browser.await("sorted", () -> firstKey(browser).equals(lowest));

            browser.go("/rows/frontend/tickets?filter.circuitId=" + oldest.get("circuitId"));
            browser.driver().findElement(By.linkText(oldest.get("circuitId"))).click();
            browser.awaitText("Circuit " + oldest.get("circuitId") + ": uat");
            assertEquals(List.of(), browser.errors());
        }
        String csv = api.get("rows.csv?element=frontend&dataset=tickets").body();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            assertEquals(
                    tickets.stream().map(each -> each.get("ticketId")).sorted().toList(),
                    reader.stream().map(each -> each.getField("ticketId")).toList());
        }
    }

    private static String firstKey(Browser browser) {
        return browser.driver()
                .findElement(By.cssSelector("main tbody tr:first-child th"))
                .getText();
    }

    @Test
    void theStatisticsAddUp() throws Exception {
        JsonNode page = ApiClient.of(scene, ConsoleScene.VIEWER)
                .json("element?type=Etms&name=frontend")
                .get(0);
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.open("Etms frontend", "General");
            for (String name : List.of(
                    "Total Tickets",
                    "Managed Tickets",
                    "Circuit Up/Down",
                    "Circuit Performance",
                    "Circuit Network Connectivity",
                    "Infrastructure Up/Down",
                    "Infrastructure Performance",
                    "Infrastructure Network Connectivity",
                    "Other Tickets")) {
                browser.awaitText(name);
            }
            browser.awaitText("Connected");
        }
        long sum = 0;
        long total = 0;
        for (JsonNode parameter : page.get("parameters")) {
            String name = parameter.get("attribute").asText();
            if (name.matches("(Circuit|Infrastructure)(UpDown|Performance|NetworkConnectivity)|OtherTickets")) {
                sum += parameter.get("value").asLong();
            }
            total += name.equals("TotalTickets") ? parameter.get("value").asLong() : 0;
        }
        assertTrue(total > 0, "no tickets");
        assertEquals(total, sum);
    }

    @Test
    void aRequestIsGivenAndDeliveredAndShowsWithItsCircuit() throws Exception {
        String circuit =
                scene.vendor().truth(Dataset.CIRCUITS).keySet().iterator().next();
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.MANAGER);
            browser.open("Etms backend", "Requests");
            browser.button("Submit Ticket").click();
            browser.field("External ID").sendKeys("NOC-1");
            browser.field("Category").sendKeys("Circuit Up/Down");
            browser.field("Circuit ID").sendKeys(circuit);
            browser.field("Severity").sendKeys("2");
            browser.field("Summary").sendKeys("<b>down</b>");
            browser.field("Description").sendKeys("No answer since 03:00.");
            browser.confirm();
            browser.await(
                    "it is delivered",
                    () -> browser.text().toLowerCase(Locale.ROOT).contains("delivered")
                            && browser.text().contains("NOC-1"));
            assertFalse(browser.driver()
                    .findElements(By.cssSelector("main tbody .opener"))
                    .isEmpty());

            scene.bean("type=Etms,name=frontend").call("poll");
            browser.await("the circuit's tickets", () -> {
                browser.go("/");
                browser.go("/circuit/uat/" + circuit);
                return browser.text().contains("<b>down</b>");
            });
            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void aTicketsPageHasItsFieldsItsOwnLogAndOurRequestsForIt() throws Exception {
        List<Map<String, String>> tickets = TicketRows.all(scene);
        Map<String, JsonNode> circuits = scene.vendor().truth(Dataset.CIRCUITS);
        Map<String, String> ticket = tickets.stream()
                .filter(each -> circuits.containsKey(each.get("circuitId"))
                        && !each.get("severity").equals("1")
                        && !each.get("externalId").isEmpty())
                .findFirst()
                .orElseThrow();
        String key = ticket.get("ticketId");
        String other = tickets.stream()
                .map(each -> each.get("ticketId"))
                .filter(each -> !each.equals(key))
                .findFirst()
                .orElseThrow();
        scene.bean("type=Etms,name=frontend").call("showActivityLog", other);
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.ADMIN);
            browser.go("/rows/frontend/tickets?search=" + key);
            browser.driver().findElement(By.linkText(key)).click();
            browser.awaitPage();
            browser.awaitText("Ticket " + key + ": frontend");
            browser.awaitText(ticket.get("summary"));
            browser.awaitText("first seen");
            By log = By.cssSelector("main pre");
            browser.await(
                    "its log",
                    () -> browser.driver().findElement(log).getText().matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\S+ \\S+.*"));
            scene.awaitAudit("ada by web\\(\\S+\\): activityLog " + key + " of Etms frontend");
            Await.until("the shared log is the other's", () -> scene.bean("type=Etms,name=frontend")
                    .text("ActivityLog")
                    .startsWith("Activity log of " + other));

            browser.button("Add Note").click();
            browser.field("Text").sendKeys("seen by <b>the night shift</b>");
            browser.field("Request ID").sendKeys("night-1");
            browser.confirm();
            By request = By.xpath("//main//tbody/tr[contains(., 'seen by <b>the night shift</b>')]");
            browser.awaitRow(request, "Delivered");
            browser.button("Read Again").click();
            browser.await(
                    "the note",
                    () -> browser.driver().findElement(log).getText().contains("seen by <b>the night shift</b>"));

            scene.vendor().faults("[{\"method\":\"PATCH\",\"path\":\"etms/tickets/*\",\"status\":422}]");
            scene.bean("type=Etms,name=backend")
                    .call("updateTicket", ticket.get("externalId"), "severity", "1", "night-2");
            By refused = By.xpath("//main//tbody/tr[contains(., 'Severity: 1')]");
            browser.awaitRow(refused, "Blocked");
            browser.awaitRow(refused, "422");
            browser.assertAccessible("a ticket with a blocked request");
            scene.vendor().clearFaults();
            browser.driver()
                    .findElement(refused)
                    .findElement(By.xpath(".//button[.='Retry']"))
                    .click();
            browser.awaitRow(refused, "Delivered");
            String before = ticket.get("severity");
            scene.bean("type=Etms,name=frontend").call("poll");
            browser.awaitText("Severity: " + before + " → 1");

            browser.driver().findElement(By.linkText(ticket.get("circuitId"))).click();
            browser.awaitText("Circuit " + ticket.get("circuitId") + ": uat");
            assertEquals(List.of(), browser.errors());
        } finally {
            scene.vendor().clearFaults();
        }
    }

    @Test
    void aCustomersAndALocationsPageShowTheTicketsOfTheirCircuits() throws Exception {
        Map<String, JsonNode> circuits = scene.vendor().truth(Dataset.CIRCUITS);
        List<Map<String, String>> tickets = TicketRows.all(scene);
        assertShownWith("customers", "customerNumber", tickets, circuits);
        assertShownWith("locations", "locationId", tickets, circuits);
        ApiClient api = ApiClient.of(scene, ConsoleScene.VIEWER);
        assertEquals(
                0,
                api.json("tickets?element=uat&dataset=customers&key=nobody")
                        .at("/0/total")
                        .asLong());
        assertEquals(400, api.get("tickets?element=uat&dataset=devices&key=1").statusCode());
    }

    /** The page of a row, on which a ticket of one of its circuits leads to the ticket's page. */
    private void assertShownWith(
            String dataset, String column, List<Map<String, String>> tickets, Map<String, JsonNode> circuits)
            throws Exception {
        String key = tickets.stream()
                .map(ticket -> TicketRows.ofCircuit(circuits, ticket, column))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> expected = tickets.stream()
                .filter(ticket -> TicketRows.ofCircuit(circuits, ticket, column).equals(key)
                        || ticket.getOrDefault(column, "").equals(key))
                .map(ticket -> ticket.get("ticketId"))
                .toList();
        JsonNode shown =
                ApiClient.of(scene, ConsoleScene.VIEWER).json("tickets?element=uat&dataset=" + dataset + "&key=" + key);
        assertEquals(expected.size(), shown.at("/0/total").asInt());
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.go("/row/uat/" + dataset + "/" + key);
            for (String ticket : expected) {
                browser.await(ticket, () -> !browser.driver()
                        .findElements(By.linkText(ticket))
                        .isEmpty());
            }
            browser.assertAccessible(dataset + " with tickets");
            browser.driver().findElement(By.linkText(expected.get(0))).click();
            browser.awaitText("Ticket " + expected.get(0));
            assertEquals(List.of(), browser.errors());
        }
    }

    @Test
    void aTicketThatIsGoneOrCannotBeReadIsReportedInASentence() throws Exception {
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.go("/ticket/frontend/ETM0");
            browser.awaitText("This ticket is not in the list of tickets.");
            browser.awaitText("The activity log could not be read: ETMS has no ticket ETM0");
            assertFalse(browser.hasButton("Add Note"));
            browser.go("/ticket/nobody/ETM0");
            browser.awaitText("There is no ticketing element nobody.");
            assertEquals(List.of(), browser.errors());
        }
        ApiClient stranger = ApiClient.of(scene, ConsoleScene.VIEWER);
        assertEquals(404, stranger.get("activity-log?id=0").statusCode());
    }

    @Test
    void aBlockedRequestIsTriedAgainOrDiscarded() throws Exception {
        String circuit =
                scene.vendor().truth(Dataset.CIRCUITS).keySet().iterator().next();
        scene.vendor().faults("[{\"method\":\"POST\",\"path\":\"etms/tickets\",\"status\":422}]");
        By tried = Browser.rowWith("NOC-8");
        By discarded = Browser.rowWith("NOC-9");
        try (Browser browser = new Browser(scene)) {
            for (String reference : List.of("NOC-8", "NOC-9")) {
                scene.bean("type=Etms,name=backend")
                        .call("submitTicket", reference, "Circuit Up/Down", circuit, "2", "down", "since 03:00");
            }
            browser.logIn(ConsoleScene.ADMIN);
            browser.open("Etms backend", "Requests");
            browser.awaitRow(tried, "Blocked");
            browser.awaitRow(discarded, "Blocked");
            scene.vendor().clearFaults();

            browser.rightClick(tried);
            browser.button("Retry Request").click();
            browser.awaitRow(tried, "Delivered");

            browser.rightClick(discarded);
            browser.button("Discard Request").click();
            browser.awaitText("Discards a waiting or blocked request");
            browser.confirm();
            browser.awaitRow(discarded, "Discarded");
            assertEquals(List.of(), browser.errors());
        } finally {
            scene.vendor().clearFaults();
        }
    }

    @Test
    void theConfigurationTellsWhetherThePlatformIsReached() throws Exception {
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.MANAGER);
            browser.open("Etms frontend", "Configuration");
            browser.awaitText("Connection Status");
            browser.awaitText("Connected");
            browser.button("Test Connection").click();
            browser.awaitText("Login started");
            assertEquals("text", browser.field("Username").getAttribute("type"));
            assertEquals("password", browser.field("API Key").getAttribute("type"));
            assertEquals("", browser.field("API Key").getAttribute("value"));
            assertEquals(
                    List.of("Frontend", "Backend"),
                    new Select(browser.field("Element Type"))
                            .getOptions().stream().map(WebElement::getText).toList());
        }
    }
}

package io.vsatlink.itests.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The pages of ticketing elements: a frontend, which mirrors the tickets, and a backend, which delivers. */
public class TicketPagesIT {
    private static final By ROWS = By.cssSelector("main tbody tr");
    /** How an entry begins: when, and by whom. */
    private static final Pattern ACTIVITY = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ \\S+");

    private static ConsoleScene scene;

    @BeforeClass
    public static void start() throws Exception {
        scene = new ConsoleScene("tickets", 60, "apiPassword = secret\n");
        scene.start();
        scene.awaitAllPolled();
    }

    @AfterClass
    public static void stop() throws Exception {
        scene.close();
    }

    @Test
    public void aTicketsMenuShowsItsActivityLogByMouseAndByKey() throws Exception {
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.open("Etms frontend", "Ticketing");
            browser.await("tickets", () -> !browser.driver().findElements(ROWS).isEmpty());
            WebElement first = browser.driver().findElement(ROWS);
            new Actions(browser.driver()).contextClick(first).perform();
            browser.button("Show Activity Log").click();
            WebElement log = browser.driver().findElement(By.cssSelector("main pre"));
            browser.await(
                    "the activity log", () -> ACTIVITY.matcher(log.getText()).find());
            browser.awaitText("Activity Log: " + ticketOf(first));
            browser.assertAccessible("Ticketing with an activity log");
            browser.picture("console-ticketing");

            String before = log.getText();
            WebElement second = browser.driver()
                    .findElements(By.cssSelector("main tbody .opener"))
                    .get(1);
            String ticket = second.getText();
            second.sendKeys(Keys.ENTER);
            browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            browser.awaitText("Activity Log: " + ticket);
            browser.await(
                    "another activity log",
                    () -> ACTIVITY.matcher(log.getText()).find() && !before.equals(log.getText()));
            assertEquals(List.of(), browser.errors());
        }
    }

    private static String ticketOf(WebElement row) {
        return row.findElement(By.cssSelector(".opener")).getText();
    }

    @Test
    public void theStatisticsAddUp() throws Exception {
        JsonNode page = ApiClient.of(scene, ConsoleScene.VIEWER)
                .json("element?type=Etms&name=frontend")
                .get(0);
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            browser.open("Etms frontend", "General");
            for (String name : List.of(
                    "Total Tickets",
                    "Managed Tickets",
                    "Circuit Up Down",
                    "Circuit Performance",
                    "Circuit Network Connectivity",
                    "Infrastructure Up Down",
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
        assertTrue("no tickets", total > 0);
        assertEquals(total, sum);
    }

    @Test
    public void aRequestIsGivenAndDeliveredAndShowsWithItsCircuit() throws Exception {
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
            browser.driver()
                    .findElement(By.cssSelector("dialog button.primary"))
                    .click();
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
}

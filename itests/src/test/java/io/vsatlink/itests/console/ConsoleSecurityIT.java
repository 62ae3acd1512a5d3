package io.vsatlink.itests.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Who may do what, and who may not. */
public class ConsoleSecurityIT {
    private static ConsoleScene scene;

    @BeforeClass
    public static void start() throws Exception {
        scene = ConsoleScene.polled("security");
    }

    @AfterClass
    public static void stop() throws Exception {
        scene.close();
    }

    @Test
    public void whoMayNotPressAButtonSeesNoneAndTheApiRefusesHim() throws Exception {
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.VIEWER);
            for (String page : List.of(
                    "/general/Satprov/uat",
                    "/polling/Satprov/uat",
                    "/configuration/Satprov/uat",
                    "/element/Exporter/uat",
                    "/element/Store/-",
                    "/tickets/Etms/frontend",
                    "/requests/Etms/backend",
                    "/connection/Etms/backend")) {
                browser.go(page);
                List<String> buttons = new ArrayList<>(browser.buttons());
                // it changes nothing, so everybody may
                buttons.remove("Verify Files");
                assertEquals(page, List.of(), buttons);
                assertEquals(
                        page,
                        List.of(),
                        browser.driver().findElements(By.cssSelector("main input:not([type=search]), main select")));
            }
            browser.open("Etms frontend", "Ticketing");
            browser.rightClickFirstRow();
            assertEquals(
                    List.of("Show Activity Log"),
                    browser.driver().findElements(By.cssSelector("[role=menuitem]")).stream()
                            .map(WebElement::getText)
                            .toList());
            assertFalse(browser.hasButton("Poll"));
            assertEquals(List.of(), browser.errors());
        }
        assertEquals(
                "[acceptDeletions, addNote, cancel, closeTicket, discardRequest, exportNow, login, poll, pollAll, retryRequest, set,"
                        + " submitTicket, testConnection, updateTicket]",
                refused(ConsoleScene.VIEWER).toString());
        assertEquals(
                "[acceptDeletions, discardRequest]",
                refused(ConsoleScene.MANAGER).toString());
        assertEquals("[]", refused(ConsoleScene.ADMIN).toString());
    }

    /** What the API says that somebody may not, having tried that it does refuse all of it. */
    private static Set<String> refused(ConsoleScene.Login login) throws Exception {
        ApiClient api = ApiClient.of(scene, login);
        Set<String> refused = new TreeSet<>();
        for (JsonNode element : api.json("elements")) {
            String type = element.get("type").asText();
            String name = element.get("name").asText();
            for (JsonNode page : api.json("element?type=" + type + "&name=" + name)) {
                String of = (type + " " + name + " " + page.get("row").asText()).strip();
                for (JsonNode operation : page.get("operations")) {
                    if (!operation.get("may").asBoolean()) {
                        String method = operation.get("name").asText();
                        assertEquals(method, 403, api.operation(of, method).statusCode());
                        refused.add(method);
                    }
                }
                for (JsonNode parameter : page.get("parameters")) {
                    String attribute = parameter.get("attribute").asText();
                    if (parameter.get("setting").asBoolean()
                            && !parameter.get("maySet").asBoolean()) {
                        assertEquals(attribute, 403, api.set(of, attribute, "1").statusCode());
                        refused.add("set");
                    }
                }
            }
        }
        return refused;
    }

    @Test
    public void nobodyWithoutARoleOrAPasswordGetsIn() throws Exception {
        ApiClient nobody = new ApiClient(scene);
        for (String path : List.of(
                "elements",
                "element?type=Store&name=",
                "datasets",
                "rows?element=uat&dataset=circuits",
                "rows.csv?element=uat&dataset=circuits",
                "circuit?element=uat&key=1",
                "history?element=uat&dataset=circuits&key=1",
                "polls?element=uat&dataset=circuits",
                "nothing")) {
            assertEquals(path, 401, nobody.get(path).statusCode());
        }
        assertEquals(401, nobody.operation("Satprov uat", "pollAll").statusCode());
        assertEquals(401, nobody.set("Store", "HistoryRetention", "1d").statusCode());
        assertEquals(403, nobody.logIn(ConsoleScene.STRANGER).statusCode());
        assertEquals(401, nobody.logIn(new ConsoleScene.Login("vera", "wrong")).statusCode());
    }

    @Test
    public void theSessionIsForTheBrowserAlone() throws Exception {
        HttpResponse<String> answer = new ApiClient(scene).logIn(ConsoleScene.VIEWER);
        String cookie = ApiClient.cookie(answer);
        assertTrue(cookie, cookie.matches("vsatlink-session=[\\w-]{43}; Path=/vsatlink/; HttpOnly; SameSite=Strict"));
        for (Map.Entry<String, String> header : Map.of(
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer",
                        "Cache-Control",
                        "no-store")
                .entrySet()) {
            assertEquals(
                    header.getValue(),
                    answer.headers().firstValue(header.getKey()).orElse(""));
        }
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy, policy.contains("default-src 'none'; script-src 'self'"));
        assertTrue(policy, policy.contains("frame-ancestors 'none'"));
        assertFalse(policy, policy.contains("unsafe"));

        ApiClient viewer = ApiClient.of(scene, ConsoleScene.VIEWER);
        assertEquals(200, viewer.send("DELETE", "session", Map.of()).statusCode());
        assertEquals(401, viewer.get("elements").statusCode());
    }

    @Test
    public void aChangeFromAnotherSiteIsRefused() throws Exception {
        ApiClient admin = ApiClient.of(scene, ConsoleScene.ADMIN);
        assertEquals(
                403,
                admin.without("X-CSRF-Token")
                        .operation("Exporter uat", "verifyFiles")
                        .statusCode());
        assertEquals(
                403,
                admin.with("X-CSRF-Token", "guessed")
                        .operation("Exporter uat", "verifyFiles")
                        .statusCode());
        assertEquals(
                403,
                admin.with("Origin", "http://evil.example")
                        .operation("Exporter uat", "verifyFiles")
                        .statusCode());
        assertEquals(
                403,
                admin.with("Sec-Fetch-Site", "cross-site")
                        .operation("Exporter uat", "verifyFiles")
                        .statusCode());
        assertEquals(
                415,
                admin.with("Content-Type", "text/plain")
                        .operation("Exporter uat", "verifyFiles")
                        .statusCode());
        assertEquals(200, admin.operation("Exporter uat", "verifyFiles").statusCode());

        String form = "<form method=post enctype=text/plain action='" + scene.at("api/operation")
                + "'><input name='{\"type\":\"Satprov\",\"name\":\"uat\",\"row\":\"\",\"operation\":\"pollAll\",\"x\":\"'"
                + " value='\"}'><button>Win</button></form>";
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] page = form.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.ADMIN);
            browser.driver().get("http://localhost:" + elsewhere.getAddress().getPort() + "/");
            browser.button("Win").click();
            browser.awaitText("This call comes from a page of another site.");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    public void aSessionThatIsOverAsksToLogInAndLosesNothingThatWasTyped() throws Exception {
        try (Browser browser = new Browser(scene)) {
            browser.logIn(ConsoleScene.MANAGER);
            browser.open("Satprov uat", "Polling Settings");
            var interval = browser.field("Interval of Devices");
            interval.sendKeys(Keys.chord(Keys.CONTROL, "a"), "36h");
            endSession(browser);
            assertEquals("36h", interval.getAttribute("value"));
            browser.giveNameAndPassword(ConsoleScene.MANAGER);
            assertEquals("36h", interval.getAttribute("value"));
            interval.sendKeys(Keys.ENTER);
            browser.awaitText("Interval of Devices is set.");
            browser.await(
                    "it stands in the file",
                    () -> scene.karaf().read("etc/io.vsatlink.satprov-uat.cfg").contains("devices.interval = 36h"));

            browser.open("Etms backend", "Requests");
            browser.button("Submit Ticket").click();
            browser.field("Summary").sendKeys("all that was typed in the night");
            endSession(browser);
            browser.giveNameAndPassword(ConsoleScene.MANAGER);
            assertEquals(
                    "all that was typed in the night", browser.field("Summary").getAttribute("value"));
        }
    }

    /** As the server does when its time is over; the page notices by itself. */
    private static void endSession(Browser browser) throws Exception {
        ApiClient ofTheBrowser = ApiClient.of(scene, browser);
        assertEquals(200, ofTheBrowser.send("DELETE", "session", Map.of()).statusCode());
        browser.awaitText("Your session is over.");
    }

    @Test
    public void whoGuessesPasswordsHasToWaitLongerAndLonger() throws Exception {
        ApiClient guesser = new ApiClient(scene);
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            last = guesser.logIn(new ConsoleScene.Login("root", "guess " + i));
            statuses.add(last.statusCode());
        }
        assertTrue(statuses.toString(), statuses.contains(429));
        assertEquals(statuses.toString(), Integer.valueOf(401), statuses.get(0));
        assertTrue(
                last.headers().map().toString(),
                last.headers().firstValue("Retry-After").isPresent());
        assertTrue(last.headers().firstValue("Content-Security-Policy").isPresent());
    }
}

package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Who may do what, and who may not. */
class ConsoleSecurityIT {
    private static ConsoleScene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = ConsoleScene.polled("security");
    }

    @AfterAll
    static void stop() throws Exception {
        scene.close();
    }

    @Test
    void whoMayNotPressAButtonSeesNoneAndTheApiRefusesHim() throws Exception {
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
                assertEquals(List.of(), buttons, page);
                assertEquals(
                        List.of(),
                        browser.driver().findElements(By.cssSelector("main input:not([type=search]), main select")),
                        page);
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
        awaitAudit(ConsoleScene.VIEWER.user()
                + " by web\\(127\\.0\\.0\\.1\\): refused: None of your roles allows you to .*");
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
                        assertEquals(403, api.operation(of, method).statusCode(), method);
                        refused.add(method);
                    }
                }
                for (JsonNode parameter : page.get("parameters")) {
                    String attribute = parameter.get("attribute").asText();
                    if (parameter.get("setting").asBoolean()
                            && !parameter.get("maySet").asBoolean()) {
                        assertEquals(403, api.set(of, attribute, "1").statusCode(), attribute);
                        refused.add("set");
                    }
                }
            }
        }
        return refused;
    }

    @Test
    void nobodyWithoutARoleOrAPasswordGetsIn() throws Exception {
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
                "sessions",
                "nothing")) {
            assertEquals(401, nobody.get(path).statusCode(), path);
        }
        assertEquals(401, nobody.operation("Satprov uat", "pollAll").statusCode());
        assertEquals(401, nobody.set("Store", "HistoryRetention", "1d").statusCode());
        assertEquals(403, nobody.logIn(ConsoleScene.STRANGER).statusCode());
        assertEquals(401, nobody.logIn(new ConsoleScene.Login("vera", "wrong")).statusCode());
    }

    @Test
    void theSessionIsForTheBrowserAlone() throws Exception {
        HttpResponse<String> answer = new ApiClient(scene).logIn(ConsoleScene.VIEWER);
        String cookie = ApiClient.cookie(answer);
        assertTrue(
                cookie.matches("vsatlink-session-" + scene.karaf().httpPort()
                        + "=[\\w-]{43}; Path=/vsatlink/; HttpOnly; SameSite=Strict"),
                cookie);
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
        assertTrue(policy.contains("default-src 'none'; script-src 'self'"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);

        ApiClient viewer = ApiClient.of(scene, ConsoleScene.VIEWER);
        assertEquals(200, viewer.send("DELETE", "session", Map.of()).statusCode());
        assertEquals(401, viewer.get("elements").statusCode());
    }

    @Test
    void aChangeFromAnotherSiteIsRefused() throws Exception {
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
            browser.awaitText("This call comes from a page on another site.");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void aSessionThatIsOverAsksToLogInAndLosesNothingThatWasTyped() throws Exception {
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
        browser.awaitText("Your session has ended.");
    }

    @Test
    void whoGuessesPasswordsHasToWaitAndNeitherTheOwnerNorTheOthersBehindTheSameProxyDo() throws Exception {
        ConsoleScene.Login owner = new ConsoleScene.Login(KarafProcess.USER, KarafProcess.PASSWORD);
        HttpResponse<String> known = new ApiClient(scene).logIn(owner);
        String browser = known.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("vsatlink-browser"))
                .findFirst()
                .orElseThrow();
        assertTrue(browser.contains("; Path=/vsatlink/api/session; HttpOnly; SameSite=Strict"), browser);

        ApiClient guesser = new ApiClient(scene);
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> last = null;
        for (int i = 0; i < 8; i++) {
            last = i % 2 == 0
                    ? guesser.logIn(new ConsoleScene.Login(owner.user(), "guess " + i))
                    : metrics(owner.user() + ":guess " + i);
            statuses.add(last.statusCode());
        }
        assertEquals(List.of(401, 401, 401, 401, 401, 429, 429, 429), statuses);
        assertTrue(last.headers().firstValue("Retry-After").isPresent());

        assertEquals(429, guesser.logIn(owner).statusCode());
        assertEquals(429, metrics(owner.user() + ":" + owner.password()).statusCode());
        ApiClient owners = new ApiClient(scene).with("Cookie", browser.split(";", 2)[0]);
        assertEquals(200, owners.logIn(owner).statusCode());
        assertEquals(200, new ApiClient(scene).logIn(ConsoleScene.VIEWER).statusCode());
        assertEquals(
                200,
                metrics(ConsoleScene.VIEWER.user() + ":" + ConsoleScene.VIEWER.password())
                        .statusCode());
        awaitAudit("nobody by web\\(127.0.0.1\\): refused to log in as noc: wrong user name or password");
        awaitAudit("nobody by metrics\\(127.0.0.1\\): refused to log in as noc: wrong user name or password");
        awaitAudit("nobody by (web|metrics)\\(127.0.0.1\\): refused to log in as noc: too many attempts, .*");
        awaitAudit("vera by metrics\\(127.0.0.1\\): logged in");
    }

    private static HttpResponse<String> metrics(String credentials) throws Exception {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(scene.at("metrics/"))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        BodyHandlers.ofString());
    }

    /** @param line a pattern of all of it */
    private static void awaitAudit(String line) throws Exception {
        Await.until("in the audit log: " + line, () -> Arrays.stream(
                        scene.karaf().read("data/log/karaf.log").split("\\R", -1))
                .anyMatch(each -> each.matches(".*\\| audit +\\|.* \\| " + line)));
    }

    @Test
    void clientsThatSendOrReadSlowlyHoldUpNobody() throws Exception {
        int port = scene.karaf().httpPort();
        for (String path : List.of("/vsatlink/api/session", "/vsatlink/api/operation", "/vsatlink/")) {
            try (SlowClients slow = SlowClients.sending(port, 260, path)) {
                assertAnswersSoon("260 who send to " + path);
            }
        }
        String cookie = ApiClient.of(scene, ConsoleScene.VIEWER).cookie();
        for (String path : List.of("/vsatlink/api/rows.csv?element=uat&dataset=circuits", "/vsatlink/console.css")) {
            try (SlowClients slow = SlowClients.reading(port, 230, path, cookie, 400)) {
                assertAnswersSoon("230 who read " + path);
            }
        }
    }

    /** The page, the API and the metrics; three times, because the slow ones are not there at once. */
    private static void assertAnswersSoon(String meanwhile) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        for (int i = 0; i < 3; i++) {
            Thread.sleep(700);
            for (String path : List.of("", "api/session", "metrics/")) {
                HttpRequest request = HttpRequest.newBuilder(scene.at(path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        "ada:ada-test-password".getBytes(StandardCharsets.UTF_8)))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                long began = System.nanoTime();
                assertEquals(
                        200, http.send(request, BodyHandlers.discarding()).statusCode(), path + " beside " + meanwhile);
                System.out.println(
                        path + " beside " + meanwhile + ": " + (System.nanoTime() - began) / 1_000_000 + " ms");
            }
        }
    }

    @Test
    void theCookieIsForTlsWhereTheBrowserSpeaksItToAProxy() throws Exception {
        String credentials = "{\"user\":\"vera\",\"password\":\"vera-test-password\"}";
        for (Map<String, String> said : List.of(
                Map.of("Origin", "https://console.noc.example", "Host", "console"),
                Map.of("X-Forwarded-Proto", "https", "Host", "console"),
                Map.of("Forwarded", "for=10.0.0.7;proto=https", "Host", "console"))) {
            Map<String, String> headers = new TreeMap<>(said);
            if (headers.containsKey("Origin")) {
                headers.put("Origin", "https://console");
            }
            headers.put("Content-Type", "application/json");
            headers.put("Content-Length", String.valueOf(credentials.length()));
            String answer;
            try (RawHttp client = new RawHttp(scene.karaf().httpPort())) {
                client.call("POST", "/vsatlink/api/session", headers);
                client.send(credentials);
                answer = client.rest();
            }
            assertTrue(
                    answer.matches("(?s)HTTP/1.1 200 .*Set-Cookie: __Secure-vsatlink-session="
                            + "[\\w-]{43}; Path=/vsatlink/; HttpOnly; SameSite=Strict; Secure\r\n.*"),
                    said + answer);
            String secure = answer.replaceAll("(?s).*(__Secure-vsatlink-session=[\\w-]{43}).*", "$1");
            assertTrue(RawHttp.answer(
                            scene.karaf().httpPort(),
                            "GET",
                            "/vsatlink/api/elements",
                            Map.of("Host", "console", "X-Forwarded-Proto", "https", "Cookie", secure))
                    .startsWith("HTTP/1.1 200 "));
            // what somebody planted over http is not the session of who comes by https
            assertTrue(RawHttp.answer(
                            scene.karaf().httpPort(),
                            "GET",
                            "/vsatlink/api/elements",
                            Map.of(
                                    "Host",
                                    "console",
                                    "X-Forwarded-Proto",
                                    "https",
                                    "Cookie",
                                    secure.replace("__Secure-", "")))
                    .startsWith("HTTP/1.1 401 "));
        }
    }

    @Test
    void aNameThatSomebodyElseLeadsHereIsNotAnswered() throws Exception {
        int port = scene.karaf().httpPort();
        for (String path :
                List.of("/vsatlink/", "/vsatlink/console.js", "/vsatlink/api/session", "/vsatlink/metrics/")) {
            String answer = RawHttp.answer(port, "GET", path, Map.of("Host", "evil.example:" + port));
            assertTrue(answer.startsWith("HTTP/1.1 421 "), path + answer);
            assertTrue(answer.contains("io.vsatlink.hostNames"), answer);
            assertFalse(answer.contains("evil.example"), answer);
            for (String name : List.of("localhost:" + port, "127.0.0.1", "noc.known.example:8443")) {
                String ours = RawHttp.answer(port, "GET", path, Map.of("Host", name));
                assertTrue(ours.matches("(?s)HTTP/1.1 (200|401) .*"), name + path + ours);
            }
        }
    }

    @Test
    void nothingThatAClientSendsIsAnErrorOfOurs() throws Exception {
        int port = scene.karaf().httpPort();
        String cookie = ApiClient.of(scene, ConsoleScene.ADMIN).cookie();
        for (Fuzz.Call call : Fuzz.calls()) {
            Map<String, String> headers = new TreeMap<>(Map.of("Cookie", cookie));
            headers.putAll(call.headers());
            String answer = RawHttp.answer(port, call.method(), call.target(), headers);
            assertTrue(answer.matches("(?s)HTTP/1.1 ([234]|501 ).*"), call + ": " + answer);
            assertFalse(answer.contains("\tat "), call + ": " + answer);
        }
        String log = scene.karaf().read("data/log/karaf.log");
        assertFalse(log.contains("met an error"), log);
    }

    @Test
    void anAdministratorSeesWhoIsLoggedInAndEndsIt() throws Exception {
        try (Browser admin = new Browser(scene);
                Browser other = new Browser(scene)) {
            other.logIn(ConsoleScene.MANAGER);
            assertFalse(other.text().contains("Sessions"), other.text());
            assertEquals(403, ApiClient.of(scene, other).get("sessions").statusCode());
            admin.logIn(ConsoleScene.ADMIN);
            admin.driver().findElement(By.linkText("Sessions")).click();
            admin.awaitText("max");
            admin.driver()
                    .findElement(By.xpath("//tr[contains(., 'max')]//button"))
                    .click();
            admin.driver().findElement(By.cssSelector("dialog button.primary")).click();
            admin.awaitText("The session of max has ended.");
            other.awaitText("Your session has ended.");
            assertEquals(List.of(), admin.errors());
        }
        awaitAudit("ada by web\\(127.0.0.1\\): endSession [\\w-]{8} of WebConsole");
        awaitAudit("max by web\\(127.0.0.1\\): the session was ended by an administrator");

        ApiClient vera = ApiClient.of(scene, ConsoleScene.VIEWER);
        Bean console = scene.bean("type=WebConsole");
        String listed = console.call("listSessions");
        assertTrue(listed.matches("(?s).*[\\w-]{8}  vera by web\\(127.0.0.1\\) since 2.*"), listed);
        assertTrue(console.number("OpenSessions") >= 1, listed);
        String said = (String) scene.jmx()
                .invoke(console.name(), "endSessionsOf", new Object[] {"vera"}, new String[] {String.class.getName()});
        assertTrue(said.matches("\\d+ sessions? of vera (has|have) ended."), said);
        assertEquals(401, vera.get("elements").statusCode());
    }

    @Test
    void theSessionOfWhoIsRemovedOrChangedInTheHostEnds() throws Exception {
        scene.karaf().addUser("rita", "rita-test-password", List.of("viewer"));
        scene.karaf().addUser("rob", "rob-test-password", List.of("viewer"));
        ConsoleScene.Login login = new ConsoleScene.Login("rita", "rita-test-password");
        ApiClient rita = ApiClient.of(scene, login);
        ApiClient rob = ApiClient.of(scene, new ConsoleScene.Login("rob", "rob-test-password"));
        scene.karaf().addUser("rita", "rita-test-password", List.of("manager"));
        Await.until("it has ended", () -> rita.get("elements").statusCode() == 401);
        assertEquals(200, rob.get("elements").statusCode());
        String users = scene.karaf().read("etc/users.properties");
        scene.karaf().write("etc/users.properties", users.replaceAll("(?m)^rob = .*\\R", ""));
        Await.until("it has ended", () -> rob.get("elements").statusCode() == 401);
        awaitAudit("rita by web\\(127.0.0.1\\): logged in");
        awaitAudit(
                "rita by web\\(127.0.0.1\\): the session ended: the user, the password or the roles have changed .*");
        awaitAudit("rob by web\\(127.0.0.1\\): the session ended: the user, the password or the roles have changed .*");
    }
}

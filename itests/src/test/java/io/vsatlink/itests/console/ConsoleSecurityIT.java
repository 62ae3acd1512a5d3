/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Permissions of the roles in the web console. */
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

    @Nested
    class Sessions extends SessionChecks {
        Sessions() {
            super(scene);
        }
    }

    @Nested
    class Wire extends WireChecks {
        Wire() {
            super(scene);
        }
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
                // changes nothing, so everybody may do it
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
                "[acceptDeletions, addNote, cancel, closeTicket, discardRequest, exportNow, login, poll, pollAll, pollAllFull,"
                        + " pollFull, record, retryRequest, set, stopRecording, submitTicket, testConnection, updateTicket]",
                refused(ConsoleScene.VIEWER).toString());
        assertEquals(
                "[acceptDeletions, discardRequest]",
                refused(ConsoleScene.MANAGER).toString());
        assertEquals("[]", refused(ConsoleScene.ADMIN).toString());
        for (String path : List.of("calls?", "call?id=1&", "calls.har?")) {
            String calls = path + "type=Satprov&name=uat";
            assertEquals(
                    403, ApiClient.of(scene, ConsoleScene.VIEWER).get(calls).statusCode(), calls);
            assertEquals(
                    path.equals("calls?") ? 200 : 404,
                    ApiClient.of(scene, ConsoleScene.MANAGER).get(calls).statusCode(),
                    calls);
        }
        scene.awaitAudit(ConsoleScene.VIEWER.user()
                + " by web\\(127\\.0\\.0\\.1\\): refused: None of your roles allows you to .*");
    }

    /** The operations that the API refuses to this user, after checking that it really refuses them. */
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
                "calls?type=Satprov&name=uat",
                "call?type=Satprov&name=uat&id=1",
                "calls.har?type=Satprov&name=uat",
                "sessions",
                "containers",
                "nothing")) {
            assertEquals(401, nobody.get(path).statusCode(), path);
        }
        assertEquals(401, nobody.operation("Satprov uat", "pollAll").statusCode());
        assertEquals(401, nobody.set("Store", "HistoryRetention", "1d").statusCode());
        assertEquals(403, nobody.logIn(ConsoleScene.STRANGER).statusCode());
        assertEquals(401, nobody.logIn(new ConsoleScene.Login("vera", "wrong")).statusCode());
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
        scene.awaitAudit("nobody by web\\(127.0.0.1\\): refused to log in as noc: wrong user name or password");
        scene.awaitAudit("nobody by metrics\\(127.0.0.1\\): refused to log in as noc: wrong user name or password");
        scene.awaitAudit("nobody by (web|metrics)\\(127.0.0.1\\): refused to log in as noc: too many attempts, .*");
        scene.awaitAudit("vera by metrics\\(127.0.0.1\\): logged in");
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
}

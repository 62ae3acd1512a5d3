/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Sessions: their owners, their duration, and who may end them. Run by {@link ConsoleSecurityIT} in its Karaf. */
abstract class SessionChecks {
    private final ConsoleScene scene;

    SessionChecks(ConsoleScene scene) {
        this.scene = scene;
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

    /** Ends the session as the server does on expiry; the page must notice by itself. */
    private void endSession(Browser browser) throws Exception {
        ApiClient ofTheBrowser = ApiClient.of(scene, browser);
        assertEquals(200, ofTheBrowser.send("DELETE", "session", Map.of()).statusCode());
        browser.awaitText("Your session has ended.");
    }

    @Test
    void anAdministratorSeesWhoIsLoggedInAndEndsIt() throws Exception {
        // other tests left sessions of the same user, which would be listed before the one to end
        endSessionsOf(ConsoleScene.MANAGER.user());
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
            admin.confirm();
            admin.awaitText("The session of max has ended.");
            other.awaitText("Your session has ended.");
            assertEquals(List.of(), admin.errors());
        }
        scene.awaitAudit("ada by web\\(127.0.0.1\\): endSession [\\w-]{8} of WebConsole");
        scene.awaitAudit("max by web\\(127.0.0.1\\): the session was ended by an administrator");

        ApiClient vera = ApiClient.of(scene, ConsoleScene.VIEWER);
        Bean console = scene.bean("type=WebConsole");
        String listed = console.call("listSessions");
        assertTrue(listed.matches("(?s).*[\\w-]{8}  vera by web\\(127.0.0.1\\) since 2.*"), listed);
        assertTrue(console.number("OpenSessions") >= 1, listed);
        String said = endSessionsOf("vera");
        assertTrue(said.matches("\\d+ sessions? of vera (has|have) ended."), said);
        assertEquals(401, vera.get("elements").statusCode());
    }

    private String endSessionsOf(String user) throws Exception {
        return (String) scene.jmx()
                .invoke(scene.bean("type=WebConsole").name(), "endSessionsOf", new Object[] {user}, new String[] {
                    String.class.getName()
                });
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
        scene.awaitAudit("rita by web\\(127.0.0.1\\): logged in");
        scene.awaitAudit(
                "rita by web\\(127.0.0.1\\): the session ended: the user, the password or the roles have changed .*");
        scene.awaitAudit(
                "rob by web\\(127.0.0.1\\): the session ended: the user, the password or the roles have changed .*");
    }
}

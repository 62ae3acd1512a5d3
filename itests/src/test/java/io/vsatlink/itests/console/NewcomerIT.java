/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The first steps of a new user of the console. */
class NewcomerIT {
    private static ConsoleScene scene;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        scene = new ConsoleScene("newcomer", 2_000, ConsoleScene.allDisabled());
        scene.start();
        browser = new Browser(scene);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        scene.close();
    }

    @Test
    void findsHisWayFromTheLoginToTheFiles() throws Exception {
        browser.logIn(ConsoleScene.ADMIN);
        browser.awaitText("Overview");
        browser.awaitRow("Warning", "apiPassword is missing or invalid");
        browser.await("what is wrong first", () -> browser.driver()
                .findElement(By.cssSelector("main tbody tr:first-child"))
                .getText()
                .startsWith("Warning"));

        browser.open("Satprov uat", "Configuration");
        browser.set("API Password", "secret");
        browser.awaitText("API Password is set.");
        browser.button("Login").click();
        browser.awaitText("logged in as vsat");

        browser.open("Satprov uat", "Polling Settings");
        new Select(browser.field("State of Circuits")).selectByVisibleText("enabled");
        browser.awaitText("State of Circuits is set.");
        browser.button("Poll Circuits").click();
        browser.awaitRow("Circuits", "Succeeded");
        browser.awaitRow("Circuits", "8 of 8");
        browser.set("Interval of Circuits", "30x");
        browser.awaitText("circuits.interval: \"30x\" is not accepted; allowed is a duration from 1m to 365d");
        browser.set("Interval of Circuits", "12h");
        browser.await("the refusal is gone", () -> !browser.text().contains("is not accepted"));
        browser.await(
                "it stands in the file",
                () -> scene.karaf().read("etc/io.vsatlink.satprov-uat.cfg").contains("circuits.interval = 12h"));

        browser.open("Satprov uat", "Circuits");
        browser.awaitText("of 2,000");
        browser.set("Search", "iDirect Pulse");
        browser.awaitText("that match, of 2,000");
        browser.driver().findElement(By.cssSelector("tbody th a")).click();
        browser.awaitPage();
        browser.awaitText("History of changes");
        browser.awaitText("first seen");
        assertTrue(browser.text().contains("iDirect Pulse"), browser.text());

        browser.open("Satprov uat", "Configuration");
        browser.set("File Export Path", scene.files().toString());
        browser.awaitText("File Export Path is set.");
        browser.button("Export Now").click();
        browser.awaitRow("circuits.csv", "2,000");
        browser.button("Verify Files").click();
        browser.awaitText("all files match the manifest");
        assertTrue(Files.exists(scene.files().resolve("circuits.csv")));

        browser.open("Etms frontend", "Ticketing");
        String ticket = browser.rightClickFirstRow();
        browser.button("Show Activity Log").click();
        browser.awaitActivityLog(ticket);

        String audit = scene.karaf().read("data/log/karaf.log");
        assertTrue(audit.contains("ada by web(127.0.0.1): set circuits.interval"), audit);
        assertTrue(audit.contains("ada by web(127.0.0.1): exportNow of Exporter uat"), audit);
        assertEquals(List.of(), browser.errors());
        takePictures();
    }

    /** Takes the screenshots for the documentation. */
    private static void takePictures() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            // a dataset that was never polled is due at once
            scene.bean("type=Satprov,name=uat,dataset=" + dataset.title()).set("State", "enabled");
        }
        browser.open("Satprov uat", "Polling Settings");
        browser.awaitRow("Locations", "Succeeded");
        browser.picture("console-polling");
        scene.awaitAllPolled();
        browser.open("Satprov uat", "General");
        browser.picture("console-general");
        browser.open("Satprov uat", "Circuits");
        browser.awaitText("of 2,000");
        browser.picture("console-circuits");
        browser.driver().findElement(By.cssSelector("tbody th a")).click();
        browser.awaitText("first seen");
        browser.picture("console-circuit");
        browser.open("Satprov uat", "Configuration");
        browser.picture("console-configuration");
        browser.size(1280, 1350);
        browser.open("Etms frontend", "Ticketing");
        browser.picture("console-ticketing");
        browser.size(420, 800);
        browser.go("/polling/Satprov/uat");
        browser.picture("console-telephone");
    }
}

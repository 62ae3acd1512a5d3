/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another writer changes the configuration at the moment of a set, or shortly after it, without reading it again. */
class OtherWritersIT {
    private static final String PID = "io.vsatlink.satprov~uat";
    private static final String CIRCUITS = "circuits.interval";
    private static final Map<String, String> SETTINGS = Map.of(
            "host",
            "http://127.0.0.1",
            "port",
            "9",
            "apiUsername",
            "$[env:VSAT_NOBODY]",
            "apiPassword",
            "secret",
            CIRCUITS,
            "1h");

    /** As escaped in the file. */
    private static final String PASSWORD = "\\u0020secret $\\\\{x}";

    @TempDir
    Path data;

    private FelixHost felix;
    private InForce inForce;
    private EditedFile file;
    private Map<String, String> before;

    @BeforeEach
    void anElement() throws Exception {
        felix = FelixHost.startWritingBack(data, Map.of(PID, SETTINGS));
        inForce = new InForce(felix.context());
        file = new EditedFile(data.resolve("etc/io.vsatlink.satprov-uat.cfg"));
        Barrage barrage = new Barrage(ManagementFactory.getPlatformMBeanServer());
        barrage.awaitRows();
        element().set("ApiPassword", " secret ${x}");
        row(Dataset.CIRCUITS).set("Interval", "2h");
        before = inForce.of(PID);
        assertEquals("2h", before.get(CIRCUITS));
    }

    @AfterEach
    void itEnds() throws Exception {
        felix.close();
    }

    @Test
    void whoHasReadTheFileBeforeASetDoesNotUndoIt() throws Exception {
        inForce.amongUpdate(PID, CIRCUITS, "3h", () -> {
            inForce.update(PID, withFile(before));
            return null;
        });
        row(Dataset.CIRCUITS).set("Interval", "3h");
        assertAllSay(CIRCUITS, "3h", "");
    }

    @Test
    void whoHasReadAnEmptiedFileInTheMidstOfASetTakesNothingAway() throws Exception {
        inForce.amongUpdate(PID, CIRCUITS, "3h", () -> {
            Files.writeString(file.path(), "");
            inForce.update(PID, withFile(Map.of()));
            return null;
        });
        row(Dataset.CIRCUITS).set("Interval", "3h");
        assertAllSay(CIRCUITS, "3h", "");
    }

    @Test
    void whoHasReadAnEmptiedFileAtAnyTimeTakesNothingAway() throws Exception {
        inForce.update(PID, withFile(Map.of()));
        assertAllSay(CIRCUITS, "2h", "");
        // Karaf's command writes what it read earlier, plus its own change
        Files.writeString(file.path(), "port = 8\n");
        inForce.update(PID, withFile(Map.of("port", "8")));
        before = changed(before, "port", "8");
        assertAllSay(CIRCUITS, "2h", "");
    }

    @Test
    void whatFileInstallWroteIntoAnEmptiedFileIsReadAsItWasMeant() throws Exception {
        Files.writeString(file.path(), "");
        Map<String, String> escaped = new TreeMap<>(before);
        // the blank at the beginning and the variable are not escaped
        escaped.put("parallelPages", "3");
        file.create(escaped);
        Await.same("the edit is in force", 3L, () -> element().number("ParallelPages"));
        before = changed(before, "parallelPages", "3");
        assertAllSay(CIRCUITS, "2h", "");
    }

    @Test
    void whatOnlySomebodyElsesConfigurationHasIsTaken() throws Exception {
        inForce.update(PID, withFile(changed(before, CIRCUITS, "4h")));
        Await.until(
                "it is in force", () -> row(Dataset.CIRCUITS).text("Interval").equals("4h"));
        assertAllSay(CIRCUITS, "4h", "");
    }

    @Test
    void whoSetsTheSameToSomethingElseAtTheSameTimeWinsAndThatIsTold() throws Exception {
        inForce.amongUpdate(PID, CIRCUITS, "3h", () -> {
            inForce.update(PID, withFile(changed(before, CIRCUITS, "5h")));
            return null;
        });
        row(Dataset.CIRCUITS).set("Interval", "3h");
        assertAllSay(
                CIRCUITS,
                "5h",
                "circuits.interval was changed by another writer at the same time; the other value is in force");
        row(Dataset.CIRCUITS).set("Interval", "3h");
        assertAllSay(CIRCUITS, "3h", "");
    }

    @Test
    void whoPutsASettingBackBecauseHeReadTheFileBeforeIsTold() throws Exception {
        row(Dataset.CIRCUITS).set("Interval", "3h");
        // like Karaf's commands: the file first, then the configuration from the file
        Map<String, String> theirs = changed(before, "customers.interval", "7h");
        file.create(changed(theirs, "apiPassword", PASSWORD));
        inForce.update(PID, withFile(theirs));
        Await.until(
                "it is in force", () -> row(Dataset.CUSTOMERS).text("Interval").equals("7h"));
        before = theirs;
        assertAllSay(
                CIRCUITS,
                "2h",
                "circuits.interval was reset by another writer that had read the file before the change; set it again");
        row(Dataset.CIRCUITS).set("Interval", "3h");
        assertAllSay(CIRCUITS, "3h", "");
    }

    /** Checks now, and again after FileInstall has finished reading and writing. */
    private void assertAllSay(String key, String value, String problems) throws Exception {
        Map<String, String> expected = changed(before, key, value);
        for (int look = 1; look <= 2; look++) {
            Await.same("the file", value, () -> file.settings().getOrDefault(key, ""));
            // FileInstall may just have read or written the file in its own way; its next cycle corrects that
            Await.same("the configuration", expected, () -> inForce.of(PID));
            Await.until("the password, escaped", () -> file.text().contains("apiPassword = " + PASSWORD));
            assertEquals(value, row(Dataset.CIRCUITS).text("Interval"));
            assertEquals(problems, element().text("ConfigurationProblems"));
            Await.until("what was written by hand, and so it stays", () -> SETTINGS.get("apiUsername")
                    .equals(file.settings().get("apiUsername")));
            Thread.sleep(1_000);
        }
    }

    private Map<String, String> withFile(Map<String, String> settings) {
        return changed(
                settings,
                "felix.fileinstall.filename",
                file.path().toFile().toURI().toString());
    }

    private static Map<String, String> changed(Map<String, String> settings, String key, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(key, value);
        return changed;
    }

    private static Bean element() throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=uat");
    }

    private static Bean row(Dataset dataset) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=uat,dataset=" + dataset.title());
    }
}

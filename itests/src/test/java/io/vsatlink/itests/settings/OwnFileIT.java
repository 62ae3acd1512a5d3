/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** An element follows its own file, however the file appears, changes or disappears. */
class OwnFileIT extends WritingFelixCase {
    @Test
    void anElementWhoseFileWasDeletedWhileTheContainerWasStoppedIsGone() throws Exception {
        Map<String, Map<String, String>> two =
                Map.of(PID + "~uat", access("uat", "secret"), PID + "~second", access("second", "secret"));
        try (FelixHost felix = FelixHost.startWritingBack(data, two)) {
            vendor.password("second", 0);
            vendor.password("uat", 0);
        }
        Files.delete(data.resolve("etc/" + PID + "-second.cfg"));
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            vendor.password("uat", 1);
            assertFalse(Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=second")
                    .exists());
            assertEquals(Map.of(), new InForce(felix.context()).of(PID + "~second"));
            assertEquals(1, vendor.logins("second"));
        }
    }

    @Test
    void aFileThatChangedWhileTheContainerWasStoppedIsUsedByTheStart() throws Exception {
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", "old")))) {
            assertEquals("old", vendor.password("uat", 0));
        }
        for (int start = 1; start <= 3; start++) {
            String password = "new" + start;
            try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", password)))) {
                assertEquals(password, vendor.password("uat", start));
                Await.until(
                        "it is logged in", () -> "Success".equals(element("uat").text("LoginStatus")));
                assertEquals(1 + start, vendor.logins("uat"));
            }
        }
    }

    @Test
    void anElementThatIsThereBeforeItsFileLogsInByItselfWhenTheFileIs() throws Exception {
        try (FelixHost felix = FelixHost.start(data, Map.of(PID + "~uat", access("uat", "secret")))) {
            // the database is open
            vendor.password("uat", 0);
            new InForce(felix.context())
                    .make(
                            PID,
                            "late",
                            access(
                                    "late",
                                    "secret",
                                    "felix.fileinstall.filename",
                                    file("late").toFile().toURI().toString()));
            Await.until("there is no file", () -> element("late")
                    .text("ConfigurationProblems")
                    .endsWith("does not exist; the element makes no calls"));
            // a start that waits for nothing has ended by then
            assertFalse(Await.comesTrue(500, () -> vendor.logins("late") > 0));
            write("late", access("late", "secret"));
            assertEquals("secret", vendor.password("late", 0));
            assertEquals("", element("late").text("ConfigurationProblems"));
        }
    }

    @Test
    void twoSpellingsOfAKeyAreToldAndChangeNothing() throws Exception {
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", "secret")))) {
            Bean element = element("uat");
            // it ends when FileInstall has written back pending changes, which would undo the edit
            element.set("ParallelPages", 2);
            touch("uat", "circuits.interval = 3h\nCircuits.interval = 4h\n");
            Await.until(
                    "it is told",
                    () -> element.text("ConfigurationProblems")
                            .endsWith(
                                    "circuits.interval and Circuits.interval are two spellings of one setting; keep one of them"));
            Bean circuits = element("uat,dataset=Circuits");
            assertEquals("1d", circuits.text("Interval"));
        }
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            String problems = element("uat").text("ConfigurationProblems");
            assertTrue(problems.endsWith("; keep one of them"), problems);
            // FileInstall may be reading the file at that moment, so its content is undefined
            Await.same("its settings", "http://127.0.0.1", () -> element("uat").text("Host"));
        }
    }

    @Test
    void anElementWhoseFileIsGoneMakesNoCallAlsoWhereNobodyRemovesIt() throws Exception {
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", "secret")))) {
            Bean element = element("uat");
            vendor.password("uat", 0);
            for (Bundle bundle : felix.context().getBundles()) {
                if ("org.apache.felix.fileinstall".equals(bundle.getSymbolicName())) {
                    bundle.stop();
                }
            }
            Files.delete(file("uat"));
            Await.until("it is told", () -> element.text("ConfigurationProblems")
                    .endsWith("does not exist; the element makes no calls"));
            assertEquals("Not Logged In", element.text("LoginStatus"));
            int logins = vendor.logins("uat");
            element.call("login");
            assertFalse(Await.comesTrue(1_000, () -> vendor.logins("uat") > logins));
        }
    }

    @Test
    void anElementWhoseNameMeansOthersTooTouchesNone() throws Exception {
        Map<String, Map<String, String>> two =
                Map.of(PID + "~star*", access("star*", "secret"), PID + "~star1", access("star1", "secret"));
        try (FelixHost felix = FelixHost.startWritingBack(data, two)) {
            element("star1").set("ParallelPages", 7);
            assertTrue(Files.readString(file("star1")).contains("parallelPages = 7"));
            assertFalse(Files.readString(file("star*")).contains("parallelPages"));
            vendor.password("star1", 0);
            assertFalse(Await.comesTrue(1_000, () -> vendor.logins("star*") > 0 || vendor.logins("star1") > 1));
        }
    }

    @Test
    void twoFilesOfOneElementAreTold() throws Exception {
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", "secret")))) {
            Bean element = element("uat");
            assertEquals("", element.text("ConfigurationProblems"));
            Files.copy(file("uat"), data.resolve("etc/" + PID + "~uat.cfg"));
            Await.until("it is told", () -> element.text("ConfigurationProblems")
                    .endsWith("are two files for one configuration; delete one of them"));
            assertEquals("Critical", element.text("Health"));
        }
    }

    @Test
    void aFileWithoutTheNameOfAnElementMakesNoCallAndSaysWhatToDo() throws Exception {
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID, access("nobody", "secret")))) {
            Bean element = element("unnamed");
            assertEquals(
                    "the configuration io.vsatlink.satprov does not name an element; rename its file to"
                            + " io.vsatlink.satprov-<name>.cfg",
                    element.text("ConfigurationProblems"));
            element.call("login");
            assertFalse(Await.comesTrue(1_000, () -> vendor.logins("nobody") > 0));
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.InvalidAttributeValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What somebody wrote is what is sent, in a plain Felix whose FileInstall replaces variables and writes files back. */
class WrittenTextsIT {
    private static final String PID = "io.vsatlink.satprov";
    private static final int TEXTS = 24;
    private static final List<String> PIECES = List.of(
            "$",
            "{",
            "}",
            "[",
            "]",
            "(",
            "\\",
            "\\\\",
            "\"",
            "'",
            " ",
            "\t",
            "#",
            "!",
            "=",
            ":",
            "a",
            "${user.home}",
            "${env:PATH}",
            "$[env:PATH]",
            "$\\{",
            "\u00fc",
            "\u20ac",
            "\ud83d\ude00");

    @TempDir
    Path folder;

    private LoginWitness vendor;
    private Path data;

    @BeforeEach
    void aVendor() throws Exception {
        vendor = new LoginWitness();
        data = folder;
    }

    @AfterEach
    void theVendorEnds() {
        vendor.close();
    }

    @Test
    void everyTextIsTheSameAfterASetAReadOfTheFileAndARestart() throws Exception {
        List<String> texts = texts();
        Map<String, Map<String, String>> elements = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            elements.put(PID + "~e" + i, access("e" + i, ""));
        }
        try (FelixHost felix = FelixHost.startWritingBack(data, elements)) {
            for (int i = 0; i < texts.size(); i++) {
                Bean element = element("e" + i);
                int logins = vendor.logins("e" + i);
                element.set("ApiPassword", texts.get(i));
                element.call("login");
                assertEquals(texts.get(i), vendor.password("e" + i, logins), "set");
            }
            // FileInstall writes back what it knows, and here it reads again what it has written
            for (int i = 0; i < texts.size(); i++) {
                touch("e" + i, "parallelPages = 3\n");
            }
            for (int i = 0; i < texts.size(); i++) {
                Bean element = element("e" + i);
                Await.until("the edit", () -> element.number("ParallelPages") == 3);
                int logins = vendor.logins("e" + i);
                element.call("login");
                assertEquals(texts.get(i), vendor.password("e" + i, logins), "read again");
                assertEquals("", element.text("ConfigurationProblems"));
            }
        }
        for (int start = 1; start <= 2; start++) {
            Map<String, Integer> logins = new TreeMap<>();
            IntStream.range(0, texts.size()).forEach(i -> logins.put("e" + i, vendor.logins("e" + i)));
            try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
                for (int i = 0; i < texts.size(); i++) {
                    String user = "e" + i;
                    assertEquals(texts.get(i), vendor.password(user, logins.get(user)), "start " + start);
                    // the write-back that follows the start changes nothing either
                    element(user).set("ParallelPages", 4);
                }
            }
        }
    }

    @Test
    void whatAManagerTypesIsNeverExpandedByAnybody() throws Exception {
        String path = System.getenv("PATH");
        String name = "noc ${env:PATH} $[env:PATH] $[secret:users.properties]";
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("etc/users.properties"), "planted-in-a-file");
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", "secret")))) {
            Bean element = element("uat");
            element.set("ApiUsername", name);
            assertEquals(name, element.text("ApiUsername"));
            for (String reference : List.of("$[env:PATH]", " $[secret:users.properties] ", "$[env:X;default=y]")) {
                Exception refused =
                        assertThrows(InvalidAttributeValueException.class, () -> element.set("ApiPassword", reference));
                assertTrue(
                        refused.getMessage().startsWith("apiPassword: a reference like $[env:NAME] or $[secret:NAME]"),
                        refused.getMessage());
            }
        }
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            Bean element = element("uat");
            assertEquals(name, element.text("ApiUsername"));
            assertEquals("secret", vendor.password(name, 0));
            assertFalse(settings(felix.context()).toString().contains(path));
        }
        try (Stream<Path> files = Files.walk(data.resolve("felix"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".config")).toList()) {
                assertFalse(Files.readString(file).contains(path), file.toString());
            }
        }
    }

    @Test
    void aReferenceThatAnAdministratorWroteIsTheSecretAndAnEditThatOnlyChangesAVariableIsNoticed() throws Exception {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("etc/vsat-password"), "from a file\n");
        System.setProperty(
                "org.apache.felix.configadmin.plugin.interpolation.secretsdir",
                data.resolve("etc").toString());
        try (FelixHost felix =
                FelixHost.startWritingBack(data, Map.of(PID + "~uat", access("uat", "$[secret:vsat-password]")))) {
            assertEquals("from a file", vendor.password("uat", 0));

            // both are "ab" once FileInstall has replaced the variable
            for (String password : List.of("a${x}b", "a${y}b")) {
                write("uat", access("uat", password));
                Await.until("the edit is noticed", () -> "Not Logged In"
                        .equals(element("uat").text("LoginStatus")));
                int logins = vendor.logins("uat");
                element("uat").call("login");
                assertEquals(password, vendor.password("uat", logins));
                assertEquals("", element("uat").text("ConfigurationProblems"));
            }
        } finally {
            System.clearProperty("org.apache.felix.configadmin.plugin.interpolation.secretsdir");
        }
    }

    @Test
    void aByteOrderMarkCostsNoSetting() throws Exception {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                data.resolve("etc/" + PID + "-uat.cfg"),
                "\ufeffhost = http://127.0.0.1\nport = " + vendor.port()
                        + "\napiUsername = uat\napiPassword = w\u00f6rd\n");
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            assertEquals("w\u00f6rd", vendor.password("uat", 0));
            assertEquals("http://127.0.0.1", element("uat").text("Host"));
            assertEquals("", element("uat").text("ConfigurationProblems"));
            element("uat").set("ParallelPages", 2);
        }
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            assertEquals("w\u00f6rd", vendor.password("uat", 1));
            assertEquals("", element("uat").text("ConfigurationProblems"));
        }
    }

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
            // a start that waits for nothing is over by then
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
            // it ends when FileInstall has written back what it owes, which would undo the edit
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
            // FileInstall may be reading the file at that moment, and nobody can tell what it says
            Await.until("its settings", () -> "http://127.0.0.1"
                    .equals(element("uat").text("Host")));
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
    void whatLeadsSecretsElsewhereTakesThemAlong() throws Exception {
        Path pem = Files.writeString(folder.resolve("not.pem"), "nothing");
        Map<String, Object> leading = new TreeMap<>(
                Map.of("Host", "http://localhost", "Port", 1, "BusAddress", "127.0.0.1:9", "AllowPlainHttp", true));
        Map<String, Map<String, String>> elements = new TreeMap<>();
        leading.keySet().forEach(name -> elements.put(PID + "~" + name, access(name, "planted-secret")));
        elements.put(PID + "~same", access("same", "planted-secret"));
        try (FelixHost felix = FelixHost.startWritingBack(data, elements)) {
            for (Map.Entry<String, Object> each : leading.entrySet()) {
                Bean element = element(each.getKey());
                assertEquals("********", element.text("ApiPassword"));
                element.set(each.getKey(), each.getValue());
                assertEquals("", element.text("ApiPassword"), each.getKey());
                assertFalse(Files.readString(file(each.getKey())).contains("planted"));
            }
            Bean same = element("same");
            same.set("Port", Integer.valueOf(vendor.port()));
            same.set("Host", "HTTP://127.0.0.1");
            same.set("ParallelPages", 2);
            Exception refused = assertThrows(
                    InvalidAttributeValueException.class, () -> same.set("TrustedCertificates", pem.toString()));
            Exception missing = assertThrows(
                    InvalidAttributeValueException.class, () -> same.set("TrustedCertificates", pem + "x"));
            assertEquals(missing.getMessage(), refused.getMessage().replace(pem.toString(), pem + "x"));
            assertEquals("********", same.text("ApiPassword"));
            // whoever may edit the file can read the password anyway
            write("same", access("same", "planted-secret", "host", "http://localhost"));
            Await.until("the edit", () -> same.text("Host").equals("http://localhost"));
            assertEquals("********", same.text("ApiPassword"));
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

    private static List<String> texts() {
        Random random = new Random(15);
        Stream<String> known = Stream.of(
                "pa${x}ss",
                "\\${x}",
                "${env:PATH}",
                "\\\\server\\share",
                "b\\\\s",
                " lead",
                "x$[y]z",
                " le${x}\\\\ad",
                "(a)");
        Stream<String> any = Stream.generate(() -> random.ints(2 + random.nextInt(8), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .reduce("", String::concat));
        return Stream.concat(known, any).limit(TEXTS).toList();
    }

    private Map<String, String> access(String user, String password, String... more) {
        Map<String, String> access = new TreeMap<>(Map.of(
                "host", "http://127.0.0.1", "port", vendor.port(), "apiUsername", user, "apiPassword", password));
        if (more.length > 0) {
            access.put(more[0], more[1]);
        }
        return access;
    }

    private Path file(String element) {
        return data.resolve("etc/" + PID + "-" + element + ".cfg");
    }

    private void write(String element, Map<String, String> settings) throws Exception {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        replace(element, lines.toString());
    }

    /** Appends lines as an editor does. */
    private void touch(String element, String lines) throws Exception {
        replace(element, Files.readString(file(element), StandardCharsets.ISO_8859_1) + lines);
    }

    private void replace(String element, String text) throws Exception {
        Path beside = Files.writeString(data.resolve("edited"), text, StandardCharsets.ISO_8859_1);
        Files.move(beside, file(element), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, String> settings(BundleContext context) throws Exception {
        return new InForce(context).of(PID + "~uat");
    }

    private static Bean element(String name) throws Exception {
        Bean bean = Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=" + name);
        Await.until(name, bean::exists);
        return bean;
    }
}

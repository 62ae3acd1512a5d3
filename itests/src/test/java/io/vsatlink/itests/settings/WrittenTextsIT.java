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
import io.vsatlink.testkit.AwkwardTexts;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.InvalidAttributeValueException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/**
 * Texts in files are sent unchanged, in a plain Felix whose FileInstall substitutes variables and writes files back.
 */
class WrittenTextsIT extends WritingFelixCase {
    private static final int TEXTS = 24;

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
            // FileInstall writes its state back, and reads here what it wrote
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
                    // the write-back after the start changes nothing either
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

            // both are "ab" once FileInstall has substituted the variable
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
    void whatLeadsSecretsElsewhereTakesThemAlong() throws Exception {
        Path pem = Files.writeString(data.resolve("not.pem"), "nothing");
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

    private static List<String> texts() {
        return Stream.concat(AwkwardTexts.known(), AwkwardTexts.of(AwkwardTexts.PIECES))
                .limit(TEXTS)
                .toList();
    }

    private static Map<String, String> settings(BundleContext context) throws Exception {
        return new InForce(context).of(PID + "~uat");
    }
}

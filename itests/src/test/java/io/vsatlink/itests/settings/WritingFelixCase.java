/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plain Felix whose FileInstall substitutes variables and writes files back, and a vendor that records logins. */
abstract class WritingFelixCase {
    static final String PID = "io.vsatlink.satprov";

    @TempDir
    Path data;

    LoginWitness vendor;

    @BeforeEach
    void aVendor() throws Exception {
        vendor = new LoginWitness();
    }

    @AfterEach
    void theVendorEnds() {
        vendor.close();
    }

    final Map<String, String> access(String user, String password, String... more) {
        Map<String, String> access = new TreeMap<>(Map.of(
                "host", "http://127.0.0.1", "port", vendor.port(), "apiUsername", user, "apiPassword", password));
        if (more.length > 0) {
            access.put(more[0], more[1]);
        }
        return access;
    }

    final Path file(String element) {
        return data.resolve("etc/" + PID + "-" + element + ".cfg");
    }

    final void write(String element, Map<String, String> settings) throws Exception {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        replace(element, lines.toString());
    }

    /** Appends lines as an editor does. */
    final void touch(String element, String lines) throws Exception {
        String before = "";
        while (before.isBlank()) {
            // nobody would edit a file that FileInstall has just truncated to rewrite it
            before = Files.readString(file(element), StandardCharsets.ISO_8859_1);
        }
        replace(element, before + lines);
    }

    private void replace(String element, String text) throws Exception {
        Path beside = Files.writeString(data.resolve("edited"), text, StandardCharsets.ISO_8859_1);
        Files.move(beside, file(element), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Bean element(String name) throws Exception {
        Bean bean = Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=" + name);
        Await.until(name, bean::exists);
        return bean;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The documented parameters, repeated here by hand. */
final class Documented {
    /** A file with certificates, for settings that must name one. */
    static final Path CERTIFICATES =
            Path.of(System.getProperty("work.directory"), "certificates").toAbsolutePath();

    private Documented() {}

    /**
     * A setting.
     *
     * @param element the kind of element
     * @param type of the value in JMX
     * @param first a legal value; {@code second} is another, both in normal form
     * @param illegal a value that is refused; empty if every text is legal
     */
    record Setting(
            String element,
            String key,
            String attribute,
            String type,
            String defaultValue,
            String first,
            String second,
            String illegal) {

        String pid() {
            String factory = "io.vsatlink." + element.toLowerCase(Locale.ROOT);
            return existsOnce(element) ? factory : factory + "~" + name(element);
        }

        String factoryPid() {
            return pid().replaceAll("~.*", "");
        }

        String file() {
            return pid().replace('~', '-') + ".cfg";
        }

        /** The element's title in messages. */
        String title() {
            return Documented.title(element);
        }

        /** The shell options that select the element. */
        String options() {
            return "--type " + element + (existsOnce(element) ? "" : " --element " + name(element));
        }

        String bean() {
            int dot = key.indexOf('.');
            return Documented.bean(element, dot < 0 ? "" : key.substring(0, dot));
        }

        boolean secret() {
            return Set.of(
                            "apiPassword",
                            "password",
                            "apiKey",
                            "secret1",
                            "secret2",
                            "secret3",
                            "clientKeyStorePassword")
                    .contains(key);
        }

        /** The value as surfaces may show it. */
        String shown(String value) {
            return secret() ? "********" : value;
        }
    }

    /**
     * A reading.
     *
     * @param row the key of the dataset; empty for a reading of the element
     */
    record Reading(String element, String row, String attribute, String type) {

        String title() {
            return Documented.title(element);
        }

        String bean() {
            return Documented.bean(element, row);
        }

        String key() {
            String own = attribute.substring(0, 1).toLowerCase(Locale.ROOT) + attribute.substring(1);
            return row.isEmpty() ? own : row + "." + own;
        }
    }

    static List<Setting> settings() {
        return lines(
                "settings.txt",
                cell -> new Setting(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7]));
    }

    static List<Reading> readings() {
        return lines("readings.txt", cell -> new Reading(cell[0], cell[1], cell[2], cell[3]));
    }

    /** The MBean's key properties. */
    private static String bean(String element, String row) {
        String dataset =
                row.isEmpty() ? "" : ",dataset=" + row.substring(0, 1).toUpperCase(Locale.ROOT) + row.substring(1);
        return "type=" + element + (existsOnce(element) ? "" : ",name=" + name(element)) + dataset;
    }

    /** The name of the archive's element to use. */
    private static String name(String element) {
        return element.equals("Etms") ? "frontend" : "uat";
    }

    private static String title(String element) {
        return existsOnce(element) ? element : element + " " + name(element);
    }

    private static boolean existsOnce(String element) {
        return Set.of("Store", "WebConsole").contains(element);
    }

    private static <T> List<T> lines(String name, Function<String[], T> row) {
        try (InputStream in = Documented.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("{pem}", CERTIFICATES.toString()))
                    .map(line -> line.split("\\|", -1))
                    .map(cells ->
                            row.apply(Arrays.stream(cells).map(String::strip).toArray(String[]::new)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

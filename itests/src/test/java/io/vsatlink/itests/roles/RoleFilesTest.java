/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files with the rules for roles cover all of our commands and operations. */
class RoleFilesTest {
    private static final Path FEATURES = Path.of("../features/src/main");
    private static final String COMMANDS = "org.apache.karaf.command.acl.";
    private static final String JMX = "jmx.acl.io.vsatlink";

    @Test
    void everyCommandIsInTheFileOfItsScope() throws Exception {
        Set<String> commands = OurCode.commands();
        assertTrue(commands.contains("vsat:status"), commands.toString());
        for (String command : commands) {
            String[] words = command.split(":", 2);
            assertTrue(rules(COMMANDS + words[0]).containsKey(words[1]), command);
        }
    }

    @Test
    void everyOperationIsInTheFileOfTheMBeans() throws Exception {
        Set<String> operations = OurCode.operations();
        assertTrue(operations.contains("poll"), operations.toString());
        for (String operation : operations) {
            assertTrue(rules(JMX).containsKey(operation), operation);
        }
    }

    @Test
    void whoeverMayReadIsNamedWithWhomMayMoreAndWhatIsNotNamedIsTheAdmins() throws Exception {
        List<String> steps = List.of("admin", "manager,admin", "viewer,manager,admin");
        for (Path file : files()) {
            Properties rules = rules(file.getFileName().toString().replaceFirst("\\.cfg$", ""));
            rules.forEach((what, roles) -> assertTrue(steps.contains(roles), file + ": " + what));
            assertEquals("admin", rules.getProperty("*"), file.toString());
        }
    }

    @Test
    void everyFileIsInTheFeatureAndReplacesNoneThatIsThere() throws Exception {
        String features = Files.readString(FEATURES.resolve("feature/features.xml"));
        for (Path file : files()) {
            assertTrue(
                    features.contains("<configfile finalname=\"/etc/" + file.getFileName() + "\">"), file.toString());
        }
        assertFalse(features.contains(".cfg\" override"));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FEATURES.resolve("etc"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().contains("acl."))
                    .toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    private static Properties rules(String pid) throws IOException {
        Path file = FEATURES.resolve("etc").resolve(pid + ".cfg");
        assertTrue(Files.exists(file), file + " is missing");
        Properties rules = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            rules.load(reader);
        }
        return rules;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All output to the terminal goes through one class, which escapes control characters. */
class TerminalTest {
    private static final Set<String> THE_WAY = Set.of(
            "io.vsatlink.parameters.command.TerminalCommand",
            "io.vsatlink.parameters.command.Table",
            // passes the stream to the progress bars, which print only numbers and our own words
            "io.vsatlink.satprov.command.PollCommand");

    @Test
    void nobodyElsePrints() {
        Set<String> print = new TreeSet<>();
        int commands = 0;
        for (JavaClass each : new ClassFileImporter().importPaths(folders())) {
            boolean toTheConsole = each.getFieldAccessesFromSelf().stream()
                    .anyMatch(access -> access.getTargetOwner().getName().equals("java.lang.System")
                            && !access.getTarget().getName().equals("in"));
            boolean asATable = each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getName())
                    .anyMatch(name -> name.startsWith("org.apache.karaf.shell.support.table.")
                            || name.equals("org.apache.karaf.shell.support.ansi.SimpleAnsi"));
            if (toTheConsole || asATable) {
                print.add(each.getName());
            }
            if (each.tryGetAnnotationOfType("org.apache.karaf.shell.api.action.Command")
                    .isPresent()) {
                commands++;
                assertTrue(
                        each.isAssignableTo("io.vsatlink.parameters.command.TerminalCommand"),
                        each.getName() + " does not fail in printable words");
            }
        }
        assertEquals(new TreeSet<>(THE_WAY), print);
        assertTrue(commands > 20, commands + " commands");
    }

    private static List<Path> folders() {
        try (Stream<Path> bundles = Files.list(Path.of("../bundles"))) {
            return bundles.map(bundle -> bundle.resolve("target/classes/io"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands and operations found in our bundles' class files. */
final class OurCode {
    private static final Path BUNDLES = Path.of("../bundles");
    private static final String COMMAND = "org.apache.karaf.shell.api.action.Command";
    private static final String OPERATION = "io.vsatlink.parameters.Operation";

    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(folders());

    private OurCode() {}

    /** With their scope, for instance {@code vsat:list}. */
    static Set<String> commands() {
        return CLASSES.stream()
                .flatMap(each -> each.tryGetAnnotationOfType(COMMAND).stream())
                .map(command -> text(command, "scope") + ":" + text(command, "name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all MBean operations. */
    static Set<String> operations() {
        return CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(OPERATION))
                .map(JavaMethod::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(JavaAnnotation<?> annotation, String property) {
        return annotation.get(property).orElseThrow().toString();
    }

    private static List<Path> folders() {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            return bundles.map(bundle -> bundle.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

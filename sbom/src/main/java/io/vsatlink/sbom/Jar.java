/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar of the assembly.
 *
 * @param artifact what it is
 * @param copied what was copied into it, as far as it says so
 */
record Jar(Artifact artifact, List<Artifact> copied) {

    /**
     * @param repository the folder that is laid out as a Maven repository; a jar elsewhere has to say itself what it is
     * @throws IOException also where nobody can tell what the jar is
     */
    static Jar read(Path repository, Path file) throws IOException {
        List<Artifact> said = said(file);
        Optional<Artifact> placed =
                file.startsWith(repository) ? Optional.of(placed(repository.relativize(file))) : Optional.empty();
        String stem = file.getFileName().toString().replaceFirst("\\.jar$", "");
        Artifact itself = placed.or(() -> said.stream()
                        .filter(each -> stem.equals(each.name() + "-" + each.version()) || stem.equals(each.name()))
                        .findFirst())
                .orElseThrow(() -> new IOException(file + " does not say what it is: " + said));
        return new Jar(
                itself,
                said.stream()
                        .filter(each -> !each.name().equals(itself.name()))
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList());
    }

    /** {@code group/as/folders/name/version/name-version.jar}. */
    private static Artifact placed(Path inRepository) {
        List<String> folders = StreamSupport.stream(inRepository.spliterator(), false)
                .map(Path::toString)
                .toList();
        int name = folders.size() - 3;
        return new Artifact(
                folders.subList(0, name).stream().collect(Collectors.joining(".")),
                folders.get(name),
                folders.get(name + 1));
    }

    /** Maven leaves a note in each jar that it builds, and those who copy a jar's classes mostly copy it too. */
    private static List<Artifact> said(Path file) throws IOException {
        List<Artifact> said = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> each.getName().matches("META-INF/maven/.+/pom\\.properties"))
                    .toList()) {
                Properties note = new Properties();
                try (InputStream in = zip.getInputStream(entry)) {
                    note.load(in);
                }
                said.add(new Artifact(
                        note.getProperty("groupId"), note.getProperty("artifactId"), note.getProperty("version")));
            }
        }
        return said;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.sbom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.util.BomUtils;

/** Writes the list of what an assembly consists of: the archive's list, and all other jars. */
public final class AssemblyBom {
    private AssemblyBom() {}

    /** @param arguments the folder of the assembly, the archive's list, and the file to write */
    public static void main(String[] arguments) throws IOException, ParseException, GeneratorException {
        Path archive = Path.of(arguments[1]);
        if (!Files.exists(archive)) {
            System.out.println("No list of the assembly: " + archive + " is not there, as Maven makes it online only");
            return;
        }
        Bom bom = new JsonParser().parse(archive.toFile());
        Component itself = itself(bom.getMetadata().getComponent().getVersion());
        bom.getMetadata().setComponent(itself);
        bom.setSerialNumber("urn:uuid:"
                + UUID.nameUUIDFromBytes(("karaf-assembly-" + itself.getVersion()).getBytes(StandardCharsets.UTF_8)));
        // that of the archive's own project; which jar of an assembly needs which is a matter of its features
        bom.setDependencies(List.of());
        bom.setComponents(components(Path.of(arguments[0]), bom.getComponents()));
        String text = BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        List<ParseException> faults = new JsonParser().validate(text, Version.VERSION_16);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        Files.writeString(Path.of(arguments[2]), text);
    }

    private static Component itself(String version) {
        Component itself = new Component();
        itself.setType(Component.Type.APPLICATION);
        itself.setGroup("io.vsatlink");
        itself.setName("karaf-assembly");
        itself.setVersion(version);
        return itself;
    }

    private static List<Component> components(Path assembly, List<Component> archive) throws IOException {
        List<Component> all = new ArrayList<>(archive);
        for (Path file : jars(assembly)) {
            Jar jar = Jar.read(assembly.resolve("system"), file);
            if (all.stream().noneMatch(jar.artifact()::is)) {
                Component component = jar.artifact().component();
                component.setHashes(hashes(file));
                all.add(component);
            }
            for (Artifact copied : jar.copied()) {
                if (all.stream().noneMatch(copied::is)) {
                    all.add(copied.component());
                }
            }
        }
        return all;
    }

    private static List<Hash> hashes(Path file) throws IOException {
        return BomUtils.calculateHashes(file.toFile(), Version.VERSION_16).stream()
                .filter(hash -> hash.getAlgorithm().equals(Hash.Algorithm.SHA_256.getSpec()))
                .toList();
    }

    private static List<Path> jars(Path assembly) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String folder : List.of("lib", "system")) {
            try (Stream<Path> files = Files.walk(assembly.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }
}

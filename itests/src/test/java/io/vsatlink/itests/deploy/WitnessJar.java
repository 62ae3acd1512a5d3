/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import io.vsatlink.itests.update.LastRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs the {@link Witness} as a bundle. */
final class WitnessJar {

    private WitnessJar() {}

    static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "witness");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", Witness.class.getName());
        headers.putValue("Import-Package", "org.osgi.framework;version=\"[1.8,2)\",javax.management");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest)) {
            for (Class<?> type : List.of(Witness.class, WitnessMBean.class, LastRecord.class)) {
                add(type.getName(), pack);
            }
            add(LastRecord.class.getName() + "$Displacing", pack);
        }
    }

    private static void add(String type, JarOutputStream pack) throws IOException {
        String name = type.replace('.', '/') + ".class";
        pack.putNextEntry(new JarEntry(name));
        try (InputStream in = WitnessJar.class.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(pack);
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTest {
    private static final Artifact LOG4J = new Artifact("org.apache.logging.log4j", "log4j-core", "2.25.3");
    private static final Artifact LOGGING = new Artifact("org.ops4j.pax.logging", "pax-logging-log4j2", "2.3.2");

    @TempDir
    Path folder;

    @Test
    void aJarInTheRepositoryIsWhatItsPlaceSaysAndWhatWasCopiedIntoItIsNamed() throws Exception {
        Path file = jar(
                "system/org/ops4j/pax/logging/pax-logging-log4j2/2.3.2/pax-logging-log4j2-2.3.2.jar", LOG4J, LOGGING);

        Jar jar = Jar.read(folder.resolve("system"), file);

        assertThat(jar.artifact()).isEqualTo(LOGGING);
        assertThat(jar.copied()).containsExactly(LOG4J);
    }

    @Test
    void aJarInTheRepositoryNeedNotSayAnything() throws Exception {
        Path file = jar("system/de/siegmar/fastcsv/4.4.0/fastcsv-4.4.0.jar");

        assertThat(Jar.read(folder.resolve("system"), file).artifact())
                .isEqualTo(new Artifact("de.siegmar", "fastcsv", "4.4.0"));
    }

    @Test
    void aJarElsewhereIsWhatItSaysItself() throws Exception {
        Path file = jar("lib/boot/pax-logging-log4j2-2.3.2.jar", LOG4J, LOGGING);

        Jar jar = Jar.read(folder.resolve("system"), file);

        assertThat(jar.artifact()).isEqualTo(LOGGING);
        assertThat(jar.copied()).containsExactly(LOG4J);
    }

    @Test
    void aJarOfWhichNobodyKnowsWhatItIsIsNotLeftOut() throws Exception {
        Path file = jar("lib/boot/something.jar", LOG4J);

        assertThatThrownBy(() -> Jar.read(folder.resolve("system"), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("something.jar does not say what it is");
    }

    private Path jar(String path, Artifact... notes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            for (Artifact note : notes) {
                zip.putNextEntry(
                        new ZipEntry("META-INF/maven/" + note.group() + "/" + note.name() + "/pom.properties"));
                String text = "groupId=" + note.group() + "\nartifactId=" + note.name() + "\nversion=" + note.version();
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch detects each kind of fault. */
class ExportWatchTest {
    @TempDir
    Path folder;

    private Path path;
    private ExportWatch watch;

    @BeforeEach
    void oneSet() throws IOException {
        path = folder;
        watch = new ExportWatch(new ExportFolder(path));
        write("circuits.csv", "one\r\n");
        write("manifest.json", manifest("one\r\n", 1));
    }

    @Test
    void aSetThatTheManifestVouchesForIsOneSet() throws IOException {
        assertTrue(watch.isOneSet());
        assertEquals(List.of(), watch.faults());
    }

    @Test
    void halfAFileIsAFault() throws IOException {
        watch.look();
        write("circuits.csv", "on");

        assertFalse(watch.isOneSet());
        assertEquals(1, watch.faults().size());
    }

    @Test
    void aFileOfTheNextSetIsNotAFault() throws IOException {
        watch.look();
        write(".vsatlink-manifest.json.tmp", manifest("two\r\n", 2));
        write("circuits.csv", "two\r\n");

        assertFalse(watch.isOneSet());
        assertEquals(List.of(), watch.faults());
    }

    @Test
    void aMissingFileIsAFault() throws IOException {
        watch.look();
        Files.delete(path.resolve("circuits.csv"));
        watch.look();

        assertEquals(1, watch.faults().size());
    }

    @Test
    void aGenerationThatGoesBackOrHasTwoContentsIsAFault() throws IOException {
        write("manifest.json", manifest("one\r\n", 2));
        watch.look();
        write("manifest.json", manifest("one\r\n", 1));
        watch.look();
        assertEquals(1, watch.faults().size());

        write("circuits.csv", "two\r\n");
        write("manifest.json", manifest("two\r\n", 2));
        watch.look();
        assertEquals(2, watch.faults().size());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(path.resolve(name), text);
    }

    private static String manifest(String content, int generation) {
        Seal seal = Seal.of(content.getBytes(StandardCharsets.UTF_8));
        return """
                {"files":[{"name":"circuits.csv","bytes":%d,"sha256":"%s","dataset":"circuits","generation":%d}]}"""
                .formatted(seal.bytes(), seal.sha256(), generation);
    }
}

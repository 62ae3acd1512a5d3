/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real refusals of a real file system. Needs Linux with {@code unshare}, and fails where it can't have them. */
class DiskFullTest {
    private static final String KEPT = "; the previous files are unchanged; verify: 0; no leftovers";

    @TempDir
    private Path directory;

    @Test
    void eachRefusalIsNamedKeepsTheFilesAndIsOverWhenItsCauseIs() throws IOException, InterruptedException {
        Path mount = Files.createDirectory(directory.resolve("mount"));
        Path output = directory.resolve("output.txt");
        // the mount lives and ends with the child's own mount namespace
        Process child = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=2m none \"$0\" && exec \"$@\"",
                        mount.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiskFullScenario.class.getName(),
                        mount.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(Files.readString(output).lines().filter(line -> !line.startsWith("SLF4J")))
                .containsExactly(
                        "first: Succeeded: 9 files with 12 rows in " + mount + "; verify: 0; no leftovers",
                        "full: Failed: " + mount + ": No space left on device" + KEPT,
                        "space again: Succeeded: 9 files with 13 rows in " + mount + "; verify: 0; no leftovers",
                        "read-only: Failed: " + mount + "/.vsatlink-circuits.csv.tmp: Read-only file system" + KEPT,
                        "first file busy: Failed: " + mount + "/circuits.csv: Device or resource busy" + KEPT,
                        "second file busy: Failed: " + mount + "/customers.csv: Device or resource busy; some files"
                                + " are new and some are of the previous export; export:verify fails until an export"
                                + " succeeds; verify: 1; no leftovers",
                        "free again: Succeeded: 9 files with 15 rows in " + mount + "; verify: 0; no leftovers");
    }
}

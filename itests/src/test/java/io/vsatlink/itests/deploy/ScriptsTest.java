/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our scripts report an unsupported JDK in one line. */
class ScriptsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void eachSaysInOneLineThatTheJdkIsNotTheOneItNeeds() throws Exception {
        Path jdk = jdk25();
        for (String script : List.of("check", "demo", "felix/run", "benchmarks/run")) {
            assertRefuses(script, jdk, ROOT.resolve(script).toString());
        }
        assertRefuses(
                "bin/karaf", jdk, "sh", "-c", ". " + ROOT.resolve("karaf-assembly/src/main/resources/bin/setenv"));
    }

    @Test
    void theAssemblysSaysNothingWhereItIs() throws Exception {
        Path home = Path.of(System.getProperty("java.home"));
        Process process = run(home, "sh", "-c", ". " + ROOT.resolve("karaf-assembly/src/main/resources/bin/setenv"));
        assertEquals("", output(process));
        assertEquals(0, process.waitFor());
    }

    private static void assertRefuses(String script, Path jdk, String... command) throws Exception {
        Process process = run(jdk, command);
        String said = output(process);
        assertNotEquals(0, process.waitFor(), script);
        assertEquals(1, said.lines().count(), script + ": " + said);
        assertTrue(said.matches("(?s).*\\b25\\b.*needs .*\\b17\\b.*"), script + ": " + said);
    }

    private static Process run(Path javaHome, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A minimal fake JDK that only reports its version; not every machine has a real one. */
    private Path jdk25() throws IOException {
        Path home = Files.createDirectory(folder.resolve("jdk-25"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Path bin = Files.createDirectory(home.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Path file =
                    Files.writeString(bin.resolve(tool), "#!/bin/sh\necho '    java.specification.version = 25' >&2\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        return home;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of the assembly's {@code bin/setenv}, as read by Karaf's scripts. */
class StartScriptTest {
    private static final Path SETENV =
            Path.of("../karaf-assembly/src/main/resources/bin/setenv").toAbsolutePath();
    private static final String MAIN = "org.apache.karaf.main.Main";

    @TempDir
    Path folder;

    private Path home;
    private Path cache;
    private Path database;

    @BeforeEach
    void aContainerThatWasStartedBefore() throws IOException {
        home = folder;
        cache = home.resolve("data/cache");
        for (String each : List.of("bin", "etc", "data/log", "instances", "data/cache/bundle5/version0.0")) {
            Files.createDirectories(home.resolve(each));
        }
        database = Files.createDirectories(home.resolve("data/vsatlink/db"));
    }

    @Test
    void aCacheWithoutTheEndOfTheFirstStartIsDiscardedAndTheDatabaseStays() throws Exception {
        state(false);

        String said = run("karaf", "server", "");

        assertFalse(Files.exists(cache));
        assertTrue(Files.isDirectory(database));
        assertTrue(said.contains("The first start of this container was interrupted"), said);
        assertTrue(Files.readString(home.resolve("data/log/karaf.log")).contains("was interrupted"));
    }

    @Test
    void aCacheFromBeforeKarafKeepsAnyStateIsDiscarded() throws Exception {
        run("karaf", "daemon", "");

        assertFalse(Files.exists(cache));
    }

    @Test
    void aCacheWithTheEndOfTheFirstStartStays() throws Exception {
        state(true);

        assertEquals("", run("karaf", "server", ""));

        assertTrue(Files.exists(cache));
    }

    @Test
    void whoStartsNothingDiscardsNothing() throws Exception {
        for (String word : List.of("status", "stop", "client")) {
            assertEquals("", run("karaf", word, ""));
        }
        for (String script : List.of("start", "stop", "status", "client", "shell", "instance")) {
            assertEquals("", run(script, "", ""));
        }
        assertTrue(Files.exists(cache));
    }

    @Test
    void aContainerWhoseFirstStartIsUnderWayKeepsItsCache() throws Exception {
        Process container = new ProcessBuilder("sh", "-c", "sleep 60; :", MAIN).start();
        try {
            instance(container.pid());
            run("karaf", "server", "");
            assertTrue(Files.exists(cache));
        } finally {
            container.descendants().forEach(ProcessHandle::destroy);
            container.destroyForcibly().waitFor();
        }
    }

    @Test
    void aNumberThatAnotherProcessHasByNowIsNoContainer() throws Exception {
        instance(ProcessHandle.current().pid());

        run("karaf", "server", "");

        assertFalse(Files.exists(cache));
    }

    @Test
    void aContainerThatRanOutOfMemoryIsStartedAgainAndNoOther() throws Exception {
        state(true);
        Path java = program("java", "echo java runs; read code < codes; sed -i 1d codes; exit $code");

        Files.writeString(home.resolve("codes"), "3\n3\n0\n");
        String said = run("karaf", "server", "${KARAF_EXEC} " + java + "; echo ended with $?");
        assertEquals(3, times("java runs", said), said);
        assertTrue(said.contains("ended with 0"), said);
        assertEquals(2, times("ran out of memory and ended. It will be restarted", said), said);

        for (String code : List.of("0", "1", "10", "137", "143")) {
            Files.writeString(home.resolve("codes"), code + "\n");
            said = run("karaf", "server", "${KARAF_EXEC} " + java + "; echo ended with $?");
            assertEquals("java runs\nended with " + code + "\n", said);
        }
    }

    @Test
    void whoAsksForTheStatusIsAnsweredOnce() throws Exception {
        assertEquals("", run("karaf", "status", "echo -n ${KARAF_EXEC}"));
    }

    @Test
    void theHeapIsAsSaidAndAnEndForWantOfMemoryAlways() throws Exception {
        assertEquals("-XX:+ExitOnOutOfMemoryError\n", run("start", "", "echo $EXTRA_JAVA_OPTS"));
        assertEquals(
                "-XX:+ExitOnOutOfMemoryError -Xmx1g\n",
                run("start", "", "echo $EXTRA_JAVA_OPTS", "JAVA_MAX_MEM", "1g"));
        assertEquals(
                "-XX:+ExitOnOutOfMemoryError -Xmx1g -Dx=y\n",
                run("start", "", "echo $EXTRA_JAVA_OPTS", "JAVA_MAX_MEM", "1g", "EXTRA_JAVA_OPTS", "-Dx=y"));
    }

    @Test
    void whatIsWrittenIsForItsUserOnlyAndSoAreSettingsAndData() throws Exception {
        state(true);
        Files.setPosixFilePermissions(home.resolve("etc"), PosixFilePermissions.fromString("rwxr-xr-x"));

        run("karaf", "server", "echo text > data/written");

        assertEquals("rw-------", mode("data/written"));
        assertEquals("rwx------", mode("etc"));
        assertEquals("rwx------", mode("data"));
    }

    private String run(String script, String word, String then, String... environment) throws Exception {
        // a pause of zero duration
        Path programs = program("sleep", "exit 0").getParent();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", ". " + SETENV + "; " + then, script, word)
                .directory(home.toFile())
                .redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.remove("JAVA_MAX_MEM");
        variables.remove("EXTRA_JAVA_OPTS");
        variables.put("PROGNAME", script);
        variables.put("DIRNAME", home.resolve("bin").toString());
        variables.put("PATH", programs + ":" + variables.get("PATH"));
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private Path program(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve("programs")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    /** Writes the state as Karaf keeps it. */
    private void state(boolean finished) throws IOException {
        Path folder = Files.createDirectories(cache.resolve("bundle19/data"));
        Files.writeString(folder.resolve("state.json"), "{\"bootDone\":" + finished + ",\"checksums\":{}}");
    }

    private void instance(long pid) throws IOException {
        Files.writeString(
                home.resolve("instances/instance.properties"),
                "count = 1\nitem.0.name = root\nitem.0.pid = " + pid + "\nitem.0.root = true\n");
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
    }

    private static long times(String words, String said) {
        return said.lines().filter(line -> line.contains(words)).count();
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.EmbeddedDerby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Another JVM that holds a database and works on it until it is killed; by default it publishes one generation after another.
 */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildProcess start(Path database) throws IOException {
        return start(ChildProcess.class, database);
    }

    /** @param main prints increasing numbers, one per line */
    public static ChildProcess start(Class<?> main, Path database) throws IOException {
        Path output = Files.createTempFile(database.getParent(), "child", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        database.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ChildProcess(process, output);
    }

    /** Waits until the process has published a generation. */
    void awaitPublished() throws IOException, InterruptedException {
        awaitNumber();
    }

    /** Waits until the process has printed a number. */
    public void awaitNumber() throws IOException, InterruptedException {
        while (lastPublished() == 0) {
            if (!process.isAlive()) {
                throw new IOException("the child said: " + Files.readString(output));
            }
            Thread.sleep(10);
        }
    }

    /** @return the number of the last generation that the process printed */
    public long kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        return lastPublished();
    }

    /** @param name of the signal, such as STOP */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** The last line of its output after its end. */
    String lastLine() throws IOException, InterruptedException {
        process.waitFor();
        List<String> lines = Files.readAllLines(output);
        return lines.get(lines.size() - 1);
    }

    private long lastPublished() throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(Path.of(arguments[0])), Clock.systemUTC());
        while (true) {
            System.out.println(Truth.publishNext(store));
        }
    }
}

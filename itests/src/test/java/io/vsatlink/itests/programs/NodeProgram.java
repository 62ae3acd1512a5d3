/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import io.vsatlink.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody else's program for Node, as a process of its own on a port of loopback. The system property
 * {@code programs.folder} says where npm has put them. It ends with this JVM at the latest.
 */
public final class NodeProgram implements AutoCloseable {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern ADDRESS = Pattern.compile("(?:^ +|listening on )(http://127\\.0\\.0\\.1:\\d+)");

    /** Those that the present test has started. */
    private static final List<NodeProgram> STARTED = new CopyOnWriteArrayList<>();

    private final String name;
    private final Process process;
    private final BufferedReader out;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private URI base;

    private NodeProgram(Path script, Path folder, List<String> arguments) {
        name = script.getFileName().toString();
        List<String> command = new ArrayList<>(List.of(
                "node", "--require", folder.resolve("exit-with-parent.cjs").toString(), script.toString()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("node must be installed, see CONTRIBUTING.md", e);
        }
        STARTED.add(this);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        awaitAddress();
        Thread reader = new Thread(this::read, name + "-log");
        reader.setDaemon(true);
        reader.start();
        awaitAnswer();
    }

    /**
     * Starts it, and waits until its port takes connections.
     *
     * @param set the folder of {@code src/test/programs} whose lock has the program
     * @param script the program: its path below that, or of a file of ours
     * @param arguments after which it prints the address that it listens at
     */
    public static NodeProgram start(String set, Path script, List<String> arguments) {
        Path folder = Path.of(System.getProperty("programs.folder"), set);
        if (!Files.isRegularFile(folder.resolve("installed.json"))) {
            throw new IllegalStateException("npm has not installed " + set + " into " + folder);
        }
        return new NodeProgram(folder.resolve(script), folder, arguments);
    }

    public URI base() {
        return base;
    }

    public int port() {
        return base.getPort();
    }

    /** What it printed, without colours. */
    public List<String> lines() {
        return List.copyOf(log);
    }

    /** All that it printed, for messages. */
    public String log() {
        return name + ":\n" + String.join("\n", log);
    }

    static List<NodeProgram> started() {
        return STARTED;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAddress() {
        while (base == null) {
            String line = line();
            if (line == null) {
                close();
                throw new IllegalStateException("did not start: " + log());
            }
            log.add(line);
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                base = URI.create(address.group(1));
            }
        }
    }

    /** Some print their address before they listen. */
    private void awaitAnswer() {
        try {
            Await.until(name + " listens", () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("ended: " + log());
                }
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
                    return socket.isConnected();
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (Exception | AssertionError e) {
            close();
            throw new IllegalStateException(log(), e);
        }
    }

    private void read() {
        for (String line = line(); line != null; line = line()) {
            log.add(line);
        }
    }

    private String line() {
        try {
            String line = out.readLine();
            return line == null ? null : COLOURS.matcher(line).replaceAll("");
        } catch (IOException e) {
            // closed: there is no more
            return null;
        }
    }
}

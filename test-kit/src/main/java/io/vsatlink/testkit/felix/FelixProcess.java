/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.felix;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.apache.felix.framework.FrameworkFactory;

/**
 * A plain Felix as a separate process, which can be killed and restarted with the same data. It is ended with this JVM
 * if it still runs. Its log is {@code <data>/console.log}.
 */
public final class FelixProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final Path data;
    private final EtcFolder etc;
    private final List<String> options;
    private volatile Process process;
    private JMXConnector connector;
    private String ready;

    /** @param options of its JVM, for instance {@code -Xmx512m} */
    public FelixProcess(Path data, String... options) {
        this.data = data;
        this.etc = new EtcFolder(data.resolve("etc"));
        this.options = List.of(options);
    }

    public Path data() {
        return data;
    }

    public EtcFolder etc() {
        return etc;
    }

    /** Starts it and waits until our first MBean exists. */
    public void start() throws IOException {
        Files.createDirectories(etc.path());
        process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolve("console.log").toFile()))
                .start();
        ready = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (ready == null) {
            throw new IllegalStateException("Felix did not start, see " + data.resolve("console.log"));
        }
        connector = connect();
    }

    /** The duration of the start, in milliseconds since its JVM began. */
    public long startMillis() {
        return Long.parseLong(ready.replaceAll("\\D", ""));
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public MBeanServerConnection jmx() throws IOException {
        return connector.getMBeanServerConnection();
    }

    /** Kills it at once, like a power cut. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it normally; fails if a thread or MBean of ours remains in its JVM. */
    public void stop() throws IOException, InterruptedException {
        connector.close();
        process.getOutputStream().close();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Felix does not stop, see " + data.resolve("console.log"));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("Felix did not stop well, see " + data.resolve("console.log"));
        }
    }

    @Override
    public void close() {
        if (process != null) {
            // until it has ended it may write to a folder that a test is about to delete
            process.destroyForcibly().onExit().join();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfelix.bundles=" + System.getProperty("felix.bundles"));
        command.add("-Dfelix.log.level=INFO");
        // the last of two with the same name counts
        command.addAll(options);
        command.addAll(List.of("-cp", origin(FelixMain.class) + ":" + origin(FrameworkFactory.class)));
        command.addAll(List.of(FelixMain.class.getName(), data.toString()));
        return command;
    }

    /** Uses the attach interface, which needs no port and admits nobody else. */
    @SuppressWarnings("BanJNDI") // the address comes from our own child process
    private JMXConnector connect() throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
            try {
                return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    private static Path origin(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.karaf;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A Karaf as a process of its own, started by its own script, which may be stopped and started again. It has no network:
 * its Maven settings lead to an empty folder.
 */
public final class KarafProcess implements AutoCloseable {
    public static final String USER = "noc";
    public static final String PASSWORD = "noc-test-password";

    private static final String MAIN = "org.apache.karaf.main.Main";

    private final Path home;
    private final KarafPorts ports = KarafPorts.free();

    /** What was set of the host before the first start, by file; nothing once that has gone well. */
    private final Map<String, Map<String, String>> initial = new TreeMap<>();

    private volatile Process process;

    private KarafProcess(Path home) {
        this.home = home;
    }

    /** Unpacks a distribution into a folder of its own. */
    public static KarafProcess unpack(Path tar, String name) throws Exception {
        Path work = Path.of(System.getProperty("work.directory"));
        Files.createDirectories(work);
        Path home = Files.createTempDirectory(work, name);
        run(List.of("tar", "xzf", tar.toString(), "--strip-components=1", "-C", home.toString()), home);
        KarafProcess karaf = new KarafProcess(home);
        for (Map.Entry<String, Map<String, String>> each :
                karaf.ports.settings().entrySet()) {
            karaf.edit(each.getKey(), each.getValue());
        }
        Path empty = Files.createDirectories(home.resolve("no-maven"));
        karaf.edit(
                "org.ops4j.pax.url.mvn.cfg",
                Map.of(
                        "org.ops4j.pax.url.mvn.repositories",
                        "",
                        "org.ops4j.pax.url.mvn.localRepository",
                        empty.toString()));
        karaf.write(
                "etc/users.properties",
                USER + " = " + PASSWORD + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        return karaf;
    }

    public Path home() {
        return home;
    }

    public int sshPort() {
        return ports.ssh();
    }

    /** All that it was told to listen on. */
    public Set<Integer> ports() {
        return Set.of(ports.registry(), ports.server(), ports.ssh(), ports.http());
    }

    /** Where the host's HTTP service listens, if it has one. */
    public int httpPort() {
        return ports.http();
    }

    /** Lets somebody in, beside the one who has all roles; roles may be none. */
    public void addUser(String user, String password, List<String> roles) throws IOException {
        List<String> words = new ArrayList<>(List.of(password));
        words.addAll(roles);
        edit("users.properties", Map.of(user, String.join(",", words)));
    }

    /** Sets keys of a file in etc, which is created where it is missing. */
    public void edit(String file, Map<String, String> values) throws IOException {
        if (process == null && !file.startsWith("io.vsatlink.")) {
            initial.computeIfAbsent(file, key -> new TreeMap<>()).putAll(values);
        }
        Path path = home.resolve("etc").resolve(file);
        List<String> lines = Files.exists(path) ? new ArrayList<>(Files.readAllLines(path)) : new ArrayList<>();
        new TreeMap<>(values).forEach((key, value) -> {
            lines.removeIf(line -> sets(line, key));
            lines.add(key + " = " + value);
        });
        Path beside = path.resolveSibling(file + ".new");
        Files.write(beside, lines);
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Sets keys of a file in etc as a person does while Karaf runs, who does not save in the very moment of another change:
     * some milliseconds after each, FileInstall writes what it knows, and what was saved in between is gone.
     */
    public void edit(MBeanServerConnection jmx, String file, Map<String, String> values)
            throws IOException, JMException {
        Bean store = Bean.of(jmx, "type=Store");
        // a set by MBean returns when FileInstall has dealt with it, and so with all changes before it
        store.set("HistoryRetention", store.text("HistoryRetention"));
        edit(file, values);
    }

    public void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    public String read(String file) throws IOException {
        return Files.readString(home.resolve(file));
    }

    /**
     * Starts it and waits until its features are there and JMX answers.
     *
     * @throws IllegalStateException where it ends instead
     */
    public void start() throws Exception {
        start("512m");
    }

    /** @param heap its maximum, as {@code -Xmx} takes it */
    public void start(String heap) throws Exception {
        boolean up = false;
        try {
            long before = launch(heap);
            while (!answers(before)) {
                System.out.println(home + " has lost settings or JMX in its start, and is started again");
                kill();
                for (Map.Entry<String, Map<String, String>> each : initial.entrySet()) {
                    edit(each.getKey(), each.getValue());
                }
                before = launch(heap);
            }
            initial.clear();
            up = true;
        } finally {
            if (!up) {
                kill();
            }
        }
    }

    /** Starts it, and kills it as soon as this comes true. */
    public void startAndKill(Callable<Boolean> moment) throws Exception {
        long unused = launch("512m");
        while (process.isAlive() && !moment.call()) {
            Thread.onSpinWait();
        }
        kill();
    }

    /** @return how long its log was before */
    private long launch(String heap) throws Exception {
        Path log = home.resolve("data/log/karaf.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (Files.exists(home.resolve("system/io/vsatlink"))) {
            builder.environment().put("JAVA_MAX_MEM", heap);
        } else {
            // a stock Karaf's scripts don't know that, nor its settings what keeps its ssh from going deaf
            builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx" + heap + " -Dsun.nio.ch.internalThreadPoolSize=2");
        }
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        process = builder.start();
        return before;
    }

    /** Waits until JMX does; false where it never will. */
    private boolean answers(long before) throws Exception {
        // JMX answers before a first boot has installed all features, and some of them come under its feet
        await(
                "the boot",
                () -> Files.exists(home.resolve("data/log/karaf.log"))
                        && read("data/log/karaf.log").contains("| Done."));
        if (!Await.comesTrue(5_000, this::hasItsSettings)) {
            return false;
        }
        AtomicBoolean answers = new AtomicBoolean();
        await("JMX", () -> {
            try (JMXConnector connector = connect()) {
                answers.set(connector.getMBeanServerConnection().getMBeanCount() > 0);
            } catch (IOException | SecurityException e) {
                return goesWithoutJmx(before);
            } catch (NullPointerException e) {
                // so the JDK's client tells that the registry has the name already and nothing under it yet
                return false;
            }
            return answers.get();
        });
        return answers.get();
    }

    /**
     * On a busy machine a first boot may lose all settings of a file: FileInstall reads what it is just writing itself,
     * and writes that. Only files of the host are given back: a loss in one of ours has to fail the test.
     */
    private boolean hasItsSettings() throws IOException {
        for (Map.Entry<String, Map<String, String>> each : initial.entrySet()) {
            List<String> lines = Files.readAllLines(home.resolve("etc").resolve(each.getKey()));
            if (!each.getValue().keySet().stream()
                    .allMatch(key -> lines.stream().anyMatch(line -> sets(line, key)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sets(String line, String key) {
        return line.matches("\\s*" + Pattern.quote(key) + "\\s*=.*");
    }

    /** Karaf may stop its JMX server to start it with the settings it has read, and find its own port taken. */
    private boolean goesWithoutJmx(long before) throws IOException {
        byte[] log = Files.readAllBytes(home.resolve("data/log/karaf.log"));
        int from = (int) Math.min(before, log.length);
        return new String(log, from, log.length - from, StandardCharsets.UTF_8)
                .contains("ExportException: Port already in use: " + ports.registry());
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        Await.until(what + " of " + home, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(home + " ended before " + what + ": " + read("console.log"));
            }
            return condition.call();
        });
    }

    /** A connection as JConsole makes it, with all roles. */
    public JMXConnector connect() throws IOException {
        return connect(USER, PASSWORD);
    }

    /** @throws SecurityException where the user may not come in */
    @SuppressWarnings("BanJNDI") // it is how Karaf offers JMX, and this one is ours
    public JMXConnector connect(String user, String password) throws IOException {
        return JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + ports.registry() + "/karaf-root"),
                Map.of(JMXConnector.CREDENTIALS, new String[] {user, password}));
    }

    /** Stops it in good order. */
    public void stop() throws Exception {
        // the script's child is the container; what it is told, it does in good order
        process.descendants().forEach(ProcessHandle::destroy);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError(home + " does not stop");
        }
    }

    /** Ends it at once, as a power cut does: its script, which might start it anew, and the container. */
    public void kill() throws Exception {
        List<ProcessHandle> container = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle each : container) {
            each.destroyForcibly();
            each.onExit().get();
        }
    }

    /**
     * The process that runs the bundles, which is waited for where the script has not come so far; the script's where it
     * has ended.
     */
    public ProcessHandle container() throws Exception {
        AtomicReference<ProcessHandle> found = new AtomicReference<>(process.toHandle());
        Await.until("a container of " + home, () -> {
            // the script asks java for its version first
            Optional<ProcessHandle> container = process.descendants()
                    .filter(each -> each.info().commandLine().orElse("").contains(MAIN))
                    .findFirst();
            container.ifPresent(found::set);
            return container.isPresent() || !process.isAlive();
        });
        return found.get();
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void run(List<String> command, Path directory) throws Exception {
        Process tool = new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
    }
}

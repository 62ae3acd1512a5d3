/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.karaf;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A Karaf as a separate process, started by its own script; it can be stopped and restarted. It has no network: its
 * Maven settings name an empty folder.
 */
public final class KarafProcess implements AutoCloseable {
    public static final String USER = "noc";
    public static final String PASSWORD = "noc-test-password";

    private static final String MAIN = "org.apache.karaf.main.Main";

    private final Path home;
    private final KarafPorts ports = KarafPorts.free();

    /** The host's settings files before the first start, by name; empty after a successful start. */
    private final Map<String, String> initial = new TreeMap<>();

    private volatile Process process;

    private KarafProcess(Path home) {
        this.home = home;
    }

    /** Unpacks a distribution into its own folder. */
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

    /** All ports that it is configured to listen on. */
    public Set<Integer> ports() {
        return Set.of(ports.registry(), ports.server(), ports.ssh(), ports.http());
    }

    /** The port of the host's HTTP service, if it has one. */
    public int httpPort() {
        return ports.http();
    }

    /** Adds a user, besides the one with all roles; roles may be empty. */
    public void addUser(String user, String password, List<String> roles) throws IOException {
        List<String> words = new ArrayList<>(List.of(password));
        words.addAll(roles);
        edit("users.properties", Map.of(user, String.join(",", words)));
    }

    /** Sets keys of a file in etc; creates the file if it is missing. */
    public void edit(String file, Map<String, String> values) throws IOException {
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
     * Sets keys of a file in etc while Karaf runs, but not at the moment of another change: some milliseconds after
     * each change FileInstall writes its own state, and what was saved in between would be lost.
     */
    public void edit(MBeanServerConnection jmx, String file, Map<String, String> values)
            throws IOException, JMException {
        Bean store = Bean.of(jmx, "type=Store");
        // setting by MBean returns when FileInstall has processed it and all earlier changes
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
     * Starts it and waits until its features are installed and JMX answers.
     *
     * @throws IllegalStateException if it exits instead
     */
    public void start() throws Exception {
        start("512m");
    }

    /** @param heap the maximum, in the format of {@code -Xmx} */
    public void start(String heap) throws Exception {
        boolean up = false;
        try {
            long before = launch(heap);
            while (!answers(before)) {
                System.out.println(home + " has lost settings or JMX in its start, and is started again");
                kill();
                for (Map.Entry<String, String> each : initial.entrySet()) {
                    write("etc/" + each.getKey(), each.getValue());
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

    /** Starts it, and kills it as soon as the condition is true. */
    public void startAndKill(Callable<Boolean> moment) throws Exception {
        long unused = launch("512m");
        while (process.isAlive() && !moment.call()) {
            Thread.onSpinWait();
        }
        kill();
    }

    /** @return the previous length of its log */
    private long launch(String heap) throws Exception {
        if (process == null) {
            keepSettings();
        }
        Path log = home.resolve("data/log/karaf.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (Files.exists(home.resolve("system/io/vsatlink"))) {
            builder.environment().put("JAVA_MAX_MEM", heap);
        } else {
            // the scripts of a stock Karaf lack this, and its settings lack what keeps its ssh server from hanging
            builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx" + heap + " -Dsun.nio.ch.internalThreadPoolSize=2");
        }
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        process = builder.start();
        return before;
    }

    /** Waits until JMX answers; returns false if it never will. */
    private boolean answers(long before) throws Exception {
        // JMX answers before a first boot has installed all features, and restarts during the installation
        await("the boot", () -> booted() || !Await.comesTrue(5_000, this::hasItsSettings));
        if (!booted() || !Await.comesTrue(5_000, this::hasItsSettings)) {
            return false;
        }
        AtomicBoolean answers = new AtomicBoolean();
        await("JMX", () -> {
            try (JMXConnector connector = connect()) {
                answers.set(connector.getMBeanServerConnection().getMBeanCount() > 0);
            } catch (IOException | SecurityException e) {
                return goesWithoutJmx(before);
            } catch (NullPointerException e) {
                // the JDK's client reports this if the registry has the name but no object yet
                return false;
            }
            return answers.get();
        });
        return answers.get();
    }

    private boolean booted() throws IOException {
        return Files.exists(home.resolve("data/log/karaf.log"))
                && read("data/log/karaf.log").contains("| Done.");
    }

    private void keepSettings() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("etc"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".cfg") && !name.startsWith("io.vsatlink.")) {
                    initial.put(name, Files.readString(file));
                }
            }
        }
    }

    /**
     * On a busy machine a first boot can lose all settings of a file, those of the log and of the deploy folder as well:
     * FileInstall reads the file while writing it, and writes that back. Only files of the host are restored: a loss in one
     * of our files must fail the test.
     */
    private boolean hasItsSettings() throws IOException {
        for (Map.Entry<String, String> each : initial.entrySet()) {
            if (!keys(read("etc/" + each.getKey())).containsAll(keys(each.getValue()))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> keys(String settings) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(settings));
        return properties.stringPropertyNames();
    }

    private static boolean sets(String line, String key) {
        return line.matches("\\s*" + Pattern.quote(key) + "\\s*=.*");
    }

    /**
     * Karaf may stop its JMX server to restart it with the settings it has read, and then find its own port in use, or stop it while it
     * starts, and not start another one.
     */
    private boolean goesWithoutJmx(long before) throws IOException {
        byte[] log = Files.readAllBytes(home.resolve("data/log/karaf.log"));
        int from = (int) Math.min(before, log.length);
        return new String(log, from, log.length - from, StandardCharsets.UTF_8)
                        .contains("ExportException: Port already in use: " + ports.registry())
                || read("console.log").contains("Could not start JMX connector server");
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        Await.until(what + " of " + home, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(home + " ended before " + what + ": " + read("console.log"));
            }
            return condition.call();
        });
    }

    /** Connects as JConsole does, with all roles. */
    public JMXConnector connect() throws IOException {
        return connect(USER, PASSWORD);
    }

    /** @throws SecurityException if the user may not connect */
    @SuppressWarnings("BanJNDI") // Karaf offers JMX this way, and this Karaf is our own
    public JMXConnector connect(String user, String password) throws IOException {
        return JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + ports.registry() + "/karaf-root"),
                Map.of(JMXConnector.CREDENTIALS, new String[] {user, password}));
    }

    /** Stops it normally. */
    public void stop() throws Exception {
        // the script's child is the container, which shuts down normally when terminated
        process.descendants().forEach(ProcessHandle::destroy);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError(home + " does not stop");
        }
    }

    /** Kills the script, which might restart the container, and the container at once, like a power cut. */
    public void kill() throws Exception {
        List<ProcessHandle> container = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle each : container) {
            each.destroyForcibly();
            each.onExit().get();
        }
    }

    /**
     * The process that runs the bundles; waits until the script has started it. The script's process if it has already
     * exited.
     */
    public ProcessHandle container() throws Exception {
        AtomicReference<ProcessHandle> found = new AtomicReference<>(process.toHandle());
        Await.until("a container of " + home, () -> {
            // the script first runs java to determine its version
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

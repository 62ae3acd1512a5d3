/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vsatlink.itests.Ssh;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;

/**
 * A running stock Karaf without network access, with a {@link Witness} installed. One JMX connection stays open the
 * whole time: a restart of the host's management would break it.
 */
final class Host implements AutoCloseable {
    private static final String ARCHIVE = "vsatlink.kar";

    private final KarafProcess karaf;
    private final Ssh ssh;
    private final JMXConnector connector;
    private final MBeanServerConnection jmx;
    private final Set<String> before;
    private final String born;
    private final String[] disturbances;

    private Host(KarafProcess karaf) throws Exception {
        this.karaf = karaf;
        karaf.start();
        ssh = new Ssh(karaf.sshPort());
        connector = karaf.connect();
        jmx = connector.getMBeanServerConnection();
        WitnessJar.write(karaf.home().resolve("witness.part"));
        Files.move(karaf.home().resolve("witness.part"), karaf.home().resolve("deploy/witness.jar"));
        Await.until("the witness is there", () -> jmx.isRegistered(witness()));
        Await.until("the host has settled", () -> bundles().stream()
                .noneMatch(bundle -> bundle.endsWith(" Starting") || bundle.endsWith(" Installed")));
        before = bundles();
        born = (String) jmx.getAttribute(witness(), "Born");
        disturbances = disturbances();
    }

    /** @param tar the distribution */
    static Host start(Path tar, String name) throws Exception {
        return new Host(KarafProcess.unpack(tar, name));
    }

    /** @param repository its only Maven repository */
    static Host start(Path tar, String name, Path repository) throws Exception {
        KarafProcess karaf = KarafProcess.unpack(tar, name);
        karaf.edit(
                "org.ops4j.pax.url.mvn.cfg",
                Map.of("org.ops4j.pax.url.mvn.repositories", repository.toUri() + "@id=site@snapshots"));
        return new Host(karaf);
    }

    KarafProcess karaf() {
        return karaf;
    }

    MBeanServerConnection jmx() {
        return jmx;
    }

    Path file(String inHome) {
        return karaf.home().resolve(inHome);
    }

    Bean bean(String keys) throws JMException {
        return Bean.of(jmx, keys);
    }

    /** The output of a command, whether it succeeds or not. */
    String shell(String command) throws IOException {
        return ssh.run(KarafProcess.USER, KarafProcess.PASSWORD, command).output();
    }

    /** A new connection; an open one keeps its original permissions. */
    JMXConnector connectAnew() throws IOException {
        return karaf.connect();
    }

    /** Whether its ssh server forwards to a port that listens on loopback. */
    boolean forwards() throws IOException {
        return ssh.forwards(KarafProcess.USER, KarafProcess.PASSWORD, karaf.sshPort());
    }

    /** In MB. */
    long maxHeap() throws IOException {
        MemoryMXBean memory = ManagementFactory.getPlatformMXBean(jmx, MemoryMXBean.class);
        return memory.getHeapMemoryUsage().getMax() / (1024 * 1024);
    }

    /** Copies the archive under another name and renames it, as docs/hot-deploy.md describes. */
    void drop(Path archive) throws IOException {
        Path beside = Files.copy(archive, file("deploy/." + ARCHIVE + ".tmp"));
        Files.move(beside, file("deploy/" + ARCHIVE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** When the host's scanner found the first archive, from its log. */
    Instant foundArchive() throws IOException {
        String line = karaf.read("data/log/karaf.log")
                .lines()
                .filter(each -> each.contains("Found a .kar file to deploy"))
                .findFirst()
                .orElseThrow();
        return LocalDateTime.parse(line.substring(0, line.indexOf(' ')).replace(',', '.'))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    void delete() throws IOException {
        Files.delete(file("deploy/" + ARCHIVE));
    }

    /** Waits until all of our installed bundles have this version and are active. */
    void awaitVersion(String artifacts) throws Exception {
        String version = RewrittenArchive.osgi(artifacts);
        Await.until(version + " runs", () -> {
            Set<String> ours = ours();
            return !ours.isEmpty() && ours.stream().allMatch(bundle -> bundle.endsWith(" " + version + " Active"));
        });
    }

    /** Checks that nothing of another version is installed, including repositories unless a user added them. */
    void assertOnly(String artifacts) throws IOException {
        for (String command : List.of("feature:list --installed --no-format", "feature:repo-list --no-format")) {
            List<String> ours = shell(command)
                    .lines()
                    .filter(line -> line.contains("vsatlink"))
                    .toList();
            assertFalse(ours.isEmpty(), command);
            assertEquals(
                    List.of(),
                    ours.stream().filter(line -> !line.contains(artifacts)).toList(),
                    command);
        }
    }

    /** Waits until the host's bundles are the original ones, each with its id, version and state. */
    void awaitBundlesAsBefore() throws Exception {
        Await.until("the host is as it was, but: " + ours(), () -> ours().isEmpty());
        Await.until("no other bundle came or went", () -> bundles().equals(before));
        assertEquals(before, bundles());
    }

    /** Checks that the unrelated bundle was never restarted or refreshed, and that no bundle of the host changed. */
    void assertUndisturbed() throws Exception {
        assertEquals(born, jmx.getAttribute(witness(), "Born"), "the witness was restarted");
        assertArrayEquals(disturbances, disturbances(), "bundles of the host were touched");
    }

    void awaitNoTraces() throws Exception {
        new Traces(jmx, karaf.container().pid()).awaitNone();
    }

    private Set<String> ours() throws Exception {
        return bundles().stream()
                .filter(bundle -> bundle.contains(" io.vsatlink."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Id, name, version and state of each bundle. */
    private Set<String> bundles() throws Exception {
        ObjectName name = new ObjectName("org.apache.karaf:type=bundle,name=root");
        TabularData bundles = (TabularData) jmx.getAttribute(name, "Bundles");
        @SuppressWarnings("unchecked")
        Collection<CompositeData> rows = (Collection<CompositeData>) bundles.values();
        return rows.stream()
                .map(row -> row.get("ID") + " " + row.get("Symbolic Name") + " " + row.get("Version") + " "
                        + row.get("State"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String[] disturbances() throws Exception {
        return (String[]) jmx.getAttribute(witness(), "Disturbances");
    }

    private static ObjectName witness() throws JMException {
        return new ObjectName(Witness.NAME);
    }

    @Override
    public void close() throws Exception {
        ssh.close();
        connector.close();
        karaf.close();
    }
}

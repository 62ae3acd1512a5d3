package io.vsatlink.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.vsatlink.simulator.process.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import org.junit.Test;

/** The archive dropped into a running stock Karaf that has no network. */
public class HotDeployIT {
    private static final ObjectName CIRCUITS = name("io.vsatlink:type=Satprov,name=uat,dataset=Circuits");

    private static final List<String> RULES = List.of(
            "jmx.acl.io.vsatlink",
            "org.apache.karaf.command.acl.vsat",
            "org.apache.karaf.command.acl.satprov",
            "org.apache.karaf.command.acl.export");

    private static final ObjectName BUNDLES = name("org.apache.karaf:type=bundle,name=root");

    @Test
    public void theArchiveStartsByItselfAndRefreshesNoBundleOfTheHost() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "100");
                KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("karaf.tar")), "stock")) {
            karaf.start();
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                Await.until(
                        "the host has settled",
                        () -> jmx.isRegistered(BUNDLES)
                                && hostBundles(jmx).stream()
                                        .noneMatch(
                                                bundle -> bundle.endsWith("Starting") || bundle.endsWith("Installed")));
                Set<String> before = hostBundles(jmx);
                int logged = karaf.read("data/log/karaf.log").length();
                karaf.edit(
                        "io.vsatlink.satprov-uat.cfg",
                        Map.of(
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(vendor.port()),
                                "apiUsername", "vsat",
                                "apiPassword", "secret"));

                long dropped = System.nanoTime();
                Path archive = Path.of(System.getProperty("vsatlink.kar"));
                Path beside = Files.copy(archive, karaf.home().resolve("vsatlink.kar.part"));
                Files.move(beside, karaf.home().resolve("deploy/vsatlink.kar"), StandardCopyOption.ATOMIC_MOVE);
                Await.until(
                        "polled",
                        () -> jmx.isRegistered(CIRCUITS) && "Succeeded".equals(jmx.getAttribute(CIRCUITS, "Status")));
                System.out.printf("circuits polled %.1f s after the drop%n", (System.nanoTime() - dropped) / 1e9);

                assertEquals(100L, jmx.getAttribute(CIRCUITS, "TotalItems"));
                Set<String> after = hostBundles(jmx);
                assertTrue("all that was there is there, in its state", after.containsAll(before));
                String log = karaf.read("data/log/karaf.log").substring(logged);
                assertFalse(log, log.contains("Refreshing bundles"));
                assertFalse(log, log.contains("Stopping bundles"));
                assertTrue(log, log.contains("Starting bundles"));
                // the same connection from before the drop: the host's management was not restarted under it
                assertTrue(jmx.isRegistered(CIRCUITS));
                assertTrue(Files.readString(karaf.home().resolve("etc/io.vsatlink.exporter-uat.cfg"))
                        .contains("#fileExport = disabled"));
                for (String rules : RULES) {
                    assertTrue(rules, Files.exists(karaf.home().resolve("etc").resolve(rules + ".cfg")));
                }
            }
        }
    }

    /** Id, name, version and state of each bundle. */
    private static Set<String> hostBundles(MBeanServerConnection jmx) throws Exception {
        TabularData bundles = (TabularData) jmx.getAttribute(BUNDLES, "Bundles");
        @SuppressWarnings("unchecked")
        Collection<CompositeData> rows = (Collection<CompositeData>) bundles.values();
        return rows.stream()
                .map(row -> row.get("ID") + " " + row.get("Name") + " " + row.get("Version") + " " + row.get("State"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

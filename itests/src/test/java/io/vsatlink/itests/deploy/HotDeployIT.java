package io.vsatlink.itests.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Await;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.felix.Bean;
import io.vsatlink.itests.kill.ExportFolder;
import io.vsatlink.itests.kill.Readings;
import io.vsatlink.itests.kill.Seal;
import io.vsatlink.simulator.process.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * The archive in a running stock Karaf that has no network: dropped, upgraded in mid-poll, downgraded, and taken away.
 * In the Karaf we build with, and in an older one.
 */
@RunWith(Parameterized.class)
public class HotDeployIT {
    /** Below this a figure is one; above, something hangs. */
    private static final Duration ANY_MACHINE = Duration.ofMinutes(1);

    private static final String VERSION = System.getProperty("vsatlink.version");
    private static final Path ARCHIVE = Path.of(System.getProperty("vsatlink.kar"));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Parameter
    public String distribution;

    private SimulatorProcess simulator;
    private Vendor vendor;
    private Host host;
    private Path newer;
    private String circuit;

    @Parameters(name = "{0}")
    public static List<String> karafs() {
        return List.of(System.getProperty("karaf.tar"), System.getProperty("karaf.older.tar"));
    }

    @Test
    public void comesIsUpgradedAndDowngradedAndGoesAndTheHostNoticesNothing() throws Exception {
        newer = folder.getRoot().toPath().resolve("newer.kar");
        NewerArchive.write(ARCHIVE, VERSION, newer);
        try (SimulatorProcess started = SimulatorProcess.start("--circuits", "100");
                Host running = Host.start(Path.of(distribution), "stock")) {
            simulator = started;
            vendor = new Vendor(simulator.port());
            host = running;
            comes();
            isUpgradedInMidPoll();
            aDowngradeIsRefusedAndTouchesNothing();
            goes();
        }
    }

    private void comes() throws Exception {
        host.karaf()
                .edit(
                        "io.vsatlink.satprov-uat.cfg",
                        Map.of(
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(simulator.port()),
                                "apiUsername", "vsat",
                                "apiPassword", "secret",
                                "circuits.itemsPerPage", "10"));
        Instant dropped = Instant.now();
        host.drop(ARCHIVE);
        Await.until("a page is asked for", () -> firstPage() != null);
        Duration took = Duration.between(dropped, Instant.parse(firstPage()));
        System.out.printf(
                "%s: the first page was asked for %.1f s after the drop; the host looks once a second%n",
                Path.of(distribution).getFileName(), took.toMillis() / 1e3);
        assertTrue(took.toString(), took.compareTo(ANY_MACHINE) < 0);
        host.awaitVersion(VERSION);
        awaitPolled();

        assertTrue(host.karaf().read("etc/io.vsatlink.exporter-uat.cfg").contains("#fileExport = disabled"));
        for (String rules : List.of("jmx.acl.io.vsatlink", "org.apache.karaf.command.acl.vsat")) {
            assertTrue(rules, Files.exists(host.file("etc/" + rules + ".cfg")));
        }
        host.assertUndisturbed();
    }

    private void isUpgradedInMidPoll() throws Exception {
        // a person edits what came with the archive, another sets by JMX, and there is some history
        host.karaf()
                .edit(
                        "io.vsatlink.exporter-uat.cfg",
                        Map.of("fileExport", "enabled", "fileExportPath", files().toString()));
        row(Dataset.CUSTOMERS).set("Interval", "7h");
        circuit = vendor.change(Dataset.CIRCUITS, "{\"change\":20}")
                .path("changed")
                .get(0)
                .asText();
        poll();
        // circuits reach page 3 and no further
        vendor.faults("[{\"path\":\"circuits\",\"page\":3,\"delayMillis\":600000}]");
        vendor.change(Dataset.CIRCUITS, "{\"add\":5,\"change\":30,\"remove\":5}");
        row(Dataset.CIRCUITS).call("poll");
        Await.until("in mid-poll", () -> row(Dataset.CIRCUITS).number("PagesProcessed") >= 2);
        Kept kept = Kept.of(host, circuit);

        host.drop(newer);
        host.awaitVersion(NewerArchive.VERSION);
        awaitLogin();

        kept.assertStill(host, circuit);
        assertEquals("7h", row(Dataset.CUSTOMERS).text("Interval"));
        assertEquals(newestSchema(), host.bean("type=Store").number("SchemaVersion"));
        vendor.clearFaults();
        poll();
        host.assertUndisturbed();
    }

    private void aDowngradeIsRefusedAndTouchesNothing() throws Exception {
        Kept kept = Kept.of(host, circuit);
        host.delete();
        host.awaitBundlesAsBefore();
        Map<String, Seal> database = databaseAtRest();

        host.drop(ARCHIVE);
        host.awaitVersion(VERSION);
        Bean store = host.bean("type=Store");
        String refusal = "was written by a newer VsatLink (schema " + newestSchema() + ", this one knows "
                + (newestSchema() - 1) + "); it was not touched";
        Await.until(
                "it is refused", () -> store.exists() && store.text("Database").contains(refusal));
        assertEquals("Critical", store.text("Health"));
        assertTrue(host.shell("vsat:status").contains(refusal));
        host.delete();
        host.awaitBundlesAsBefore();
        assertEquals(database, databaseAtRest());
        host.assertUndisturbed();

        host.drop(newer);
        host.awaitVersion(NewerArchive.VERSION);
        awaitLogin();
        kept.assertStill(host, circuit);
    }

    private void goes() throws Exception {
        Map<String, String> settings = Kept.settings(host.file("etc"));
        host.delete();
        host.awaitBundlesAsBefore();
        Traces traces = new Traces(host.jmx(), host.karaf().container().pid());
        traces.awaitNone();
        host.assertUndisturbed();
        assertEquals(settings, Kept.settings(host.file("etc")));
        assertTrue(Files.exists(host.file("data/vsatlink/db/service.properties")));
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(vendor.truth(dataset), files().resolve(dataset.fileStem() + ".csv"), dataset);
        }
    }

    /** All datasets; the files have what the vendor has. */
    private void poll() throws Exception {
        Readings readings = new Readings(host.jmx());
        readings.awaitLogin();
        Map<Dataset, Long> before = readings.generations();
        readings.pollAll();
        Await.until(
                "circuits have moved on",
                () -> readings.generations().get(Dataset.CIRCUITS) > before.get(Dataset.CIRCUITS));
        awaitPolled();
        readings.awaitExport(new ExportFolder(files()));
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(vendor.truth(dataset), files().resolve(dataset.fileStem() + ".csv"), dataset);
        }
    }

    private void awaitPolled() throws Exception {
        Readings readings = new Readings(host.jmx());
        readings.awaitLogin();
        Await.until("all polled", () -> readings.with("Succeeded").size() == Dataset.values().length);
    }

    private void awaitLogin() throws Exception {
        new Readings(host.jmx()).awaitLogin();
    }

    private Bean row(Dataset dataset) throws Exception {
        return new Readings(host.jmx()).dataset(dataset);
    }

    private Path files() {
        return folder.getRoot().toPath().resolve("files");
    }

    /** When it was asked for, by the vendor's clock, which is this machine's; null as long as it was not. */
    private String firstPage() throws Exception {
        for (JsonNode call : vendor.callLog()) {
            if (call.path("target").asText().contains("?page=")) {
                return call.path("time").asText();
            }
        }
        return null;
    }

    private static long newestSchema() throws Exception {
        try (Stream<Path> steps =
                Files.list(Path.of("../bundles/vsat-store/src/main/resources/io/vsatlink/store/migration"))) {
            return steps.count() + 1;
        }
    }

    /** The database's files; those of Derby's log and locks change when it is opened, whoever only looks. */
    private Map<String, Seal> databaseAtRest() throws Exception {
        Map<String, Seal> found = new TreeMap<>();
        Path database = host.file("data/vsatlink/db");
        try (Stream<Path> walk = Files.walk(database.resolve("seg0"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found.put(database.relativize(file).toString(), Seal.of(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}

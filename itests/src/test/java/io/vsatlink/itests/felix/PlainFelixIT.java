package io.vsatlink.itests.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServerConnection;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Our bundles without Karaf: what they need is what OSGi specifies, and no shell. */
public class PlainFelixIT {
    private static SimulatorProcess simulator;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path files;
    private Map<String, Map<String, String>> configurations;

    @BeforeClass
    public static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "200", "--seed", "11");
    }

    @AfterClass
    public static void theVendorEnds() {
        simulator.close();
    }

    @Before
    public void configurationsAsInKaraf() {
        files = folder.getRoot().toPath().resolve("files");
        configurations = Map.of(
                "io.vsatlink.satprov~uat",
                Map.of(
                        "host", "http://127.0.0.1",
                        "port", String.valueOf(simulator.port()),
                        "apiUsername", "vsat",
                        "apiPassword", "secret"),
                "io.vsatlink.exporter~uat",
                Map.of("fileExport", "enabled", "fileExportPath", files.toString()));
    }

    @Test
    public void pollsAllDatasetsAndWritesTheFilesWithoutAShell() throws Exception {
        Path data = folder.newFolder("data").toPath();
        try (FelixHost host = FelixHost.start(data, configurations)) {
            for (Bundle bundle : host.context().getBundles()) {
                assertEquals(bundle.toString(), Bundle.ACTIVE, bundle.getState());
                assertFalse(bundle + " offers the shell", offersTheShell(bundle));
            }
            MBeanServerConnection jmx = ManagementFactory.getPlatformMBeanServer();
            assertEveryDatasetHasTheRowsOfTheVendor(jmx);
            Bean exporter = Bean.of(jmx, "type=Exporter,name=uat");
            Await.until("all rows are in the files", () -> exporter.text("FileExportReason")
                    .contains(" with " + vendorRows() + " rows"));
        }
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(
                    new Vendor(simulator.port()).truth(dataset), files.resolve(dataset.fileStem() + ".csv"), dataset);
        }
    }

    @Test
    public void aProcessThatWasKilledHasItsDataWhenItStartsAgain() throws Exception {
        try (FelixProcess felix = new FelixProcess(folder.newFolder("data").toPath(), "-Xmx256m")) {
            for (Map.Entry<String, Map<String, String>> each : configurations.entrySet()) {
                felix.etc().write(each.getKey(), each.getValue());
            }
            felix.start();
            assertEveryDatasetHasTheRowsOfTheVendor(felix.jmx());
            felix.kill();
            JsonNode pages = pagesAskedFor();

            felix.start();

            assertEveryDatasetHasTheRowsOfTheVendor(felix.jmx());
            Bean element = Bean.of(felix.jmx(), "type=Satprov,name=uat");
            Await.until("it is logged in", () -> element.text("LoginStatus").equals("Success"));
            assertEquals("nothing is due", pages, pagesAskedFor());
            felix.stop();
        }
    }

    private static void assertEveryDatasetHasTheRowsOfTheVendor(MBeanServerConnection jmx) throws Exception {
        for (Dataset dataset : Dataset.values()) {
            String name = Character.toUpperCase(dataset.key().charAt(0))
                    + dataset.key().substring(1);
            Bean bean = Bean.of(jmx, "type=Satprov,name=uat,dataset=" + name);
            Await.until(
                    dataset + " is polled",
                    () -> bean.exists() && bean.text("Status").equals("Succeeded"));
            assertEquals(name, rows(dataset), bean.number("TotalItems"));
        }
    }

    private static JsonNode pagesAskedFor() throws Exception {
        return new Vendor(simulator.port()).calls().path("pages");
    }

    private static long vendorRows() {
        return Arrays.stream(Dataset.values()).mapToLong(PlainFelixIT::rows).sum();
    }

    private static long rows(Dataset dataset) {
        return simulator.truth(Vendor.path(dataset)).count();
    }

    private static boolean offersTheShell(Bundle bundle) {
        List<?> packages = bundle.adapt(BundleWiring.class).getCapabilities("osgi.wiring.package");
        return packages.toString().contains("org.apache.karaf.shell");
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.testkit.Await;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.osgi.framework.BundleContext;

/**
 * The part of {@link ProvisioningIT} that runs inside the container. It uses our types and must be a separate class,
 * because the test class is loaded before the archive is deployed.
 */
final class ProvisioningScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MBeanServer MBEANS = ManagementFactory.getPlatformMBeanServer();

    private final Vendor vendor = new Vendor(Integer.getInteger("vendor.port"));
    private final Path files = Path.of(System.getProperty("export.directory"));
    private final VsatStore store;
    private final ProvisioningElement element;

    ProvisioningScenario(BundleContext bundle) {
        store = bundle.getService(bundle.getServiceReference(VsatStore.class));
        element = bundle.getService(bundle.getServiceReference(ProvisioningElement.class));
    }

    /** Waits until every dataset has been polled and the files exist. */
    void everythingIsPolledAndExported() throws Exception {
        Await.until("all polled: " + element.datasets(), () -> element.datasets().stream()
                .allMatch(row -> row.lastOutcome() != null && !row.status().busy()));
        Await.until("files", () -> Files.exists(files.resolve("manifest.json")));
    }

    void allDatasetsEqualTheVendorsInTheStoreAndInTheFiles() throws Exception {
        Await.until("the export that follows the polls", this::filesAreAtCurrentGenerations);
        try (Snapshot snapshot = store.snapshot("uat")) {
            for (Dataset dataset : Dataset.values()) {
                Map<String, JsonNode> truth = vendor.truth(dataset);
                assertEquals(PollStatus.SUCCEEDED, element.dataset(dataset).status());
                Oracle.assertStoreEquals(truth, snapshot, dataset);
                Oracle.assertCsvEquals(truth, files.resolve(dataset.fileStem() + ".csv"), dataset);
                assertEquals((long) truth.size(), attribute("uat", "Total" + dataset.title()));
            }
        }
        assertEquals("complete", manifest(Dataset.CIRCUITS).get("state").asText());
    }

    void theInventoryIsTheJoinOfAllDatasets() throws Exception {
        Map<Dataset, Map<String, JsonNode>> truth = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            truth.put(dataset, vendor.truth(dataset));
        }
        InventoryOracle.assertEquals(
                truth, JSON.readTree(files.resolve("inventory.json").toFile()));
    }

    void anUnchangedPollWritesNoRow() throws Exception {
        long before = store.current("uat", Dataset.DEVICES).orElseThrow().number();
        assertEquals("8 queued.", invoke("type=Satprov,name=uat", "pollAll"));
        Await.until("idle", () -> !element.busy());
        for (Dataset dataset : Dataset.values()) {
            Generation now = store.current("uat", dataset).orElseThrow();
            assertEquals(dataset.key(), 0, now.added() + now.changed() + now.removed());
        }
        assertEquals(
                before + 1, store.current("uat", Dataset.DEVICES).orElseThrow().number());
    }

    void readersAndExportsSeeTheLastCompleteDataWhileAPollRunsAndAfterItFailed() throws Exception {
        Map<String, JsonNode> before = vendor.truth(Dataset.CIRCUITS);
        vendor.change(Dataset.CIRCUITS, "{\"add\":5,\"change\":300,\"remove\":0}");
        vendor.faults("""
                [{"path":"circuits","page":3,"delayMillis":4000,"html":true}]""");
        invoke("type=Satprov,name=uat,dataset=Circuits", "poll");
        Await.until(
                "two pages are written",
                () -> element.dataset(Dataset.CIRCUITS).pagesProcessed() == 2
                        && element.dataset(Dataset.CIRCUITS).status() == PollStatus.POLLING);
        exportNow();
        assertEquals(PollStatus.POLLING, element.dataset(Dataset.CIRCUITS).status());
        assertCircuitsAre(before);

        Await.until("the poll failed", () -> element.dataset(Dataset.CIRCUITS).status() == PollStatus.FAILED);
        DatasetStatus row = element.dataset(Dataset.CIRCUITS);
        assertTrue(row.reason(), row.reason().startsWith("page 3 of 3: expected JSON, got HTML"));
        exportNow();
        assertCircuitsAre(before);
        assertEquals("stale", manifest(Dataset.CIRCUITS).get("state").asText());

        vendor.clearFaults();
        invoke("type=Satprov,name=uat,dataset=Circuits", "poll");
        Await.until("polled again", () -> element.dataset(Dataset.CIRCUITS).status() == PollStatus.SUCCEEDED);
        Await.until("exported again", this::filesAreAtCurrentGenerations);
        assertCircuitsAre(vendor.truth(Dataset.CIRCUITS));
    }

    void aWrongPasswordIsTriedOnceAndNothingIsPolled() throws Exception {
        MBEANS.setAttribute(name("type=Satprov,name=uat"), new Attribute("ApiPassword", "wr0ng-password"));
        Await.until("not logged in", () -> attribute("uat", "LoginStatus").equals("Not Logged In"));
        JsonNode before = vendor.calls();
        invoke("type=Satprov,name=uat", "login");
        Await.until("refused", () -> attribute("uat", "LoginStatus").equals("Failed"));
        String reason = (String) attribute("uat", "LoginReason");
        assertTrue(reason, reason.startsWith("satellite-provisioning refuses the login of \"vsat\""));
        assertFalse(reason, reason.contains("wr0ng"));
        assertTrue(((String) invoke("type=Satprov,name=uat", "pollAll")).startsWith("Nothing is polled"));
        Thread.sleep(3_000);
        JsonNode after = vendor.calls();
        assertEquals(1, after.get("logins").asLong() - before.get("logins").asLong());
        assertEquals(before.get("pages"), after.get("pages"));

        MBEANS.setAttribute(name("type=Satprov,name=uat"), new Attribute("ApiPassword", "secret"));
        Await.until("not logged in", () -> attribute("uat", "LoginStatus").equals("Not Logged In"));
        invoke("type=Satprov,name=uat", "login");
        Await.until("logged in", () -> attribute("uat", "LoginStatus").equals("Success"));
    }

    /** The readers of CSV and XML are inside of our bundles, with what they need of the container. */
    void theFormatsOfVocabulary2AreReadInTheContainer() throws Exception {
        Path etc = Path.of(System.getProperty("karaf.etc"));
        Files.writeString(etc.resolve("lab.json"), FormatsVendor.PROFILE);
        Files.writeString(
                etc.resolve("io.vsatlink.satprov-lab.cfg"),
                "host = http://127.0.0.1\nport = " + System.getProperty("formats.port")
                        + "\napiUsername = vsat\napiPassword = secret\nprofile = lab.json\n");
        Map<Dataset, Integer> rows =
                Map.of(Dataset.CIRCUITS, 2, Dataset.CUSTOMERS, 2, Dataset.LOCATIONS, 3, Dataset.DEVICES, 2);
        for (Map.Entry<Dataset, Integer> each : rows.entrySet()) {
            Await.until(each.toString(), () -> store.current("lab", each.getKey())
                    .filter(generation -> generation.rows() == each.getValue())
                    .isPresent());
        }
        try (Snapshot snapshot = store.snapshot("lab")) {
            assertEquals("ANDS; \"0\"", text(snapshot, Dataset.CIRCUITS, "C1", "circuitAlias"));
            assertEquals("Mons", text(snapshot, Dataset.LOCATIONS, "L3", "espLocationName"));
            assertEquals("BE-8", text(snapshot, Dataset.DEVICES, "D2", "circuitId"));
        }
    }

    private static String text(Snapshot snapshot, Dataset dataset, String key, String column) {
        return snapshot.row(dataset, key).orElseThrow().text(column);
    }

    private void assertCircuitsAre(Map<String, JsonNode> truth) throws Exception {
        try (Snapshot snapshot = store.snapshot("uat")) {
            Oracle.assertStoreEquals(truth, snapshot, Dataset.CIRCUITS);
        }
        Oracle.assertCsvEquals(truth, files.resolve("circuits.csv"), Dataset.CIRCUITS);
    }

    private void exportNow() throws Exception {
        String before = JSON.readTree(files.resolve("manifest.json").toFile()).toString();
        // the manifest has whole seconds
        Thread.sleep(1_100);
        invoke("type=Exporter,name=uat", "exportNow");
        Await.until(
                "exported", () -> !JSON.readTree(files.resolve("manifest.json").toFile())
                        .toString()
                        .equals(before));
        Await.until("the export ended", () -> "Succeeded"
                .equals(MBEANS.getAttribute(name("type=Exporter,name=uat"), "FileExportStatus")));
    }

    private boolean filesAreAtCurrentGenerations() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            if (manifest(dataset).get("generation").asLong()
                    != store.current("uat", dataset).orElseThrow().number()) {
                return false;
            }
        }
        return true;
    }

    private JsonNode manifest(Dataset dataset) throws Exception {
        for (JsonNode file :
                JSON.readTree(files.resolve("manifest.json").toFile()).get("files")) {
            if (file.path("dataset").asText().equals(dataset.key())) {
                return file;
            }
        }
        throw new AssertionError("the manifest has no " + dataset.key());
    }

    private static Object attribute(String element, String attribute) throws Exception {
        return MBEANS.getAttribute(name("type=Satprov,name=" + element), attribute);
    }

    private static Object invoke(String keys, String operation) throws Exception {
        return MBEANS.invoke(name(keys), operation, new Object[0], new String[0]);
    }

    private static ObjectName name(String keys) throws Exception {
        return new ObjectName("io.vsatlink:" + keys);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Lines 62 and 70: the files after a failed dataset, and while another bundle's event handler blocks. */
class ExportsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HANDLER = "org.osgi.service.event.EventHandler";

    @TempDir
    static Path folder;

    private static SimulatorProcess vendor;
    private static Path files;
    private static Bench bench;

    @BeforeAll
    static void everythingIsPolledAndExported() throws Exception {
        vendor = SimulatorProcess.start("--circuits", "200");
        files = folder.resolve("files");
        bench = Bench.startWith(
                folder.resolve("data"),
                vendor,
                Map.of(
                        Bench.PID,
                        Bench.settings(vendor, Map.of()),
                        "io.vsatlink.exporter~uat",
                        Map.of("fileExport", "enabled", "fileExportPath", files.toString())));
        bench.awaitFirstPolls();
    }

    @AfterAll
    static void everythingEnds() throws Exception {
        bench.close();
        vendor.close();
    }

    @BeforeEach
    void allIsWell() throws Exception {
        vendor.clearFaults();
        Bench.bean("type=Exporter,name=uat").set("ExportIncomplete", "enabled");
        bench.poll(CIRCUITS);
        long generation = bench.store().current("uat", CIRCUITS).orElseThrow().number();
        Await.until(
                "it is exported",
                () -> states("complete") == Dataset.values().length
                        && manifest().path("files").get(0).path("generation").asLong() == generation);
    }

    @Test
    void aDatasetThatFailedIsMarkedStaleAndItsLastGoodDataStays() throws Exception {
        Map<String, JsonNode> before = Listing.of(vendor, CIRCUITS).byKey();
        vendor.post("rows/circuits", "{\"change\":20,\"remove\":2}");
        vendor.post("faults", "[{\"path\":\"circuits\",\"html\":true}]");
        bench.poll(CIRCUITS);

        Await.until("the manifest says so", () -> states("stale") == 1);
        assertEquals(Dataset.values().length - 1, states("complete"));
        Oracle.assertCsvEquals(before, files.resolve("circuits.csv"), CIRCUITS);

        vendor.clearFaults();
        bench.poll(CIRCUITS);
        Await.until("all is complete again", () -> states("complete") == Dataset.values().length);
        Oracle.assertCsvEquals(Listing.of(vendor, CIRCUITS).byKey(), files.resolve("circuits.csv"), CIRCUITS);
    }

    @Test
    void withoutIncompleteExportsTheFilesStayAsTheyWereAndItSaysWhy() throws Exception {
        Bean exporter = Bench.bean("type=Exporter,name=uat");
        exporter.set("ExportIncomplete", "disabled");
        String manifest = Files.readString(files.resolve("manifest.json"));
        vendor.post("faults", "[{\"path\":\"circuits\",\"html\":true}]");
        bench.poll(CIRCUITS);

        Await.until("it says why", () -> exporter.text("FileExportReason").contains("circuits"));
        assertEquals(manifest, Files.readString(files.resolve("manifest.json")));
    }

    @Test
    void aHandlerThatSleepsKeepsNobodyFromExporting() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        registerHandler(asleep, awake);
        try {
            vendor.post("rows/circuits", "{\"change\":20}");
            bench.poll(CIRCUITS);
            assertTrue(asleep.await(30, TimeUnit.SECONDS), "the handler was called");
            // Felix allows a handler 5 seconds and then never calls it again; the other handlers are called afterwards
            Await.until("the change is in the files", () -> circuitsAreAsTheVendorHasThem());
        } finally {
            awake.countDown();
        }
    }

    private static boolean circuitsAreAsTheVendorHasThem() throws Exception {
        try {
            Oracle.assertCsvEquals(Listing.of(vendor, CIRCUITS).byKey(), files.resolve("circuits.csv"), CIRCUITS);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** Uses the event admin's own classes and bundle context, so that it sees the handler. */
    private static void registerHandler(CountDownLatch asleep, CountDownLatch awake) throws Exception {
        Bundle events = Arrays.stream(bench.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().contains("eventadmin"))
                .findFirst()
                .orElseThrow();
        Class<?> type = events.loadClass(HANDLER);
        Object handler = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "handleEvent" -> sleep(asleep, awake);
                    case "hashCode" -> System.identityHashCode(asleep);
                    case "toString" -> "a handler that sleeps";
                    default -> self == arguments[0];
                });
        events.getBundleContext().registerService(HANDLER, handler, topics());
    }

    private static Object sleep(CountDownLatch asleep, CountDownLatch awake) throws InterruptedException {
        asleep.countDown();
        boolean unused = awake.await(6, TimeUnit.SECONDS);
        return null;
    }

    private static Dictionary<String, Object> topics() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("event.topics", "io/vsatlink/*");
        properties.put("service.ranking", Integer.MAX_VALUE);
        return properties;
    }

    private static JsonNode manifest() throws Exception {
        Path manifest = files.resolve("manifest.json");
        return Files.exists(manifest) ? JSON.readTree(manifest.toFile()) : JSON.createObjectNode();
    }

    private static int states(String state) throws Exception {
        int count = 0;
        for (JsonNode file : manifest().path("files")) {
            count += file.path("state").asText().equals(state) ? 1 : 0;
        }
        return count;
    }
}

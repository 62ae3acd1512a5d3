/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A vendor with hostile data, and a profile with more columns than the datasets have.
 *
 * @param circuit the key of a circuit with hostile texts
 * @param customer the key of its customer, also with hostile texts
 */
record HostileVendor(ConsoleScene scene, String circuit, String customer) {
    private static final Path BUILT_IN = Path.of(
            "../bundles/satprov-connector/src/main/resources/io/vsatlink/satprov/remote/satellite-provisioning.json");
    private static final String KEY = "\"circuitId\": \"/circuitId\",";
    /** An added column for the circuits, whose key comes first in the profile. */
    private static final String ADDED =
            """
            "portalNote": {"pointer": "/portalNote", "type": "text"},
            "risk": {"pointer": "/riskScore", "type": "decimal"},""";

    static final String SCRIPT =
            "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">";
    static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
    static final String RIGHT_TO_LEFT = "\u202eשלום עולם";
    /** Sets the window title of a terminal and moves the cursor to the top of the screen. */
    private static final String TERMINAL = "\u001b]0;owned\u0007\u001b[H\nforged";

    static final String LONG = "Long Name ".repeat(1_000);

    /** Started and polled. */
    static HostileVendor polled(String name) throws Exception {
        ConsoleScene scene = new ConsoleScene(name, 300, "apiPassword = secret\nprofile = more.json\n");
        try {
            return of(scene);
        } catch (Exception | AssertionError e) {
            scene.close();
            throw e;
        }
    }

    private static HostileVendor of(ConsoleScene scene) throws Exception {
        scene.karaf().write("etc/more.json", Files.readString(BUILT_IN).replaceFirst(KEY, KEY + "\n" + ADDED));
        scene.karaf()
                .edit(
                        "io.vsatlink.exporter-uat.cfg",
                        Map.of(
                                "fileExport",
                                "enabled",
                                "fileExportPath",
                                scene.files().toString()));
        var customers = scene.vendor().truth(Dataset.CUSTOMERS);
        var circuits = scene.vendor().truth(Dataset.CIRCUITS);
        String circuit = circuits.keySet().stream()
                .filter(key -> customers.containsKey(
                        circuits.get(key).path("customerNumber").asText()))
                .findFirst()
                .orElseThrow();
        String customer = circuits.get(circuit).get("customerNumber").asText();
        HostileVendor vendor = new HostileVendor(scene, circuit, customer);
        vendor.set(
                Dataset.CUSTOMERS,
                customer,
                Map.of("customerName", SCRIPT, "espCustomerName", FORMULA, "vrfName", RIGHT_TO_LEFT, "gchId", LONG));
        vendor.set(
                Dataset.CIRCUITS,
                circuit,
                Map.of(
                        "circuitAlias",
                        SCRIPT,
                        "nms",
                        RIGHT_TO_LEFT,
                        "tmWorkgroup",
                        TERMINAL,
                        "portalNote",
                        "=ask first",
                        "riskScore",
                        0.5));
        scene.start();
        scene.awaitAllPolled();
        return vendor;
    }

    void set(Dataset dataset, String key, Map<String, Object> fields) throws Exception {
        scene.vendor().change(dataset, new ObjectMapper().writeValueAsString(Map.of("set", Map.of(key, fields))));
    }
}

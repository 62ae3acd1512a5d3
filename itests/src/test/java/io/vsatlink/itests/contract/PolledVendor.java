/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Our bundles in a plain Felix; the element {@code uat} polls a vendor. */
record PolledVendor(FelixHost felix) implements AutoCloseable {
    private static final String ELEMENT = "type=Satprov,name=uat";
    private static final List<String> ENDS = List.of("Succeeded", "Failed", "Held");

    /** @param more settings besides those that every element needs */
    static PolledVendor start(Path data, URI vendor, Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(vendor.getPort()),
                "apiUsername", "vsat",
                "apiPassword", "secret"));
        settings.putAll(more);
        return new PolledVendor(FelixHost.start(data, Map.of("io.vsatlink.satprov~uat", settings)));
    }

    /** Waits for the automatic polls of a first start; each must succeed with this number of rows. */
    void awaitRows(ToLongFunction<Dataset> rows) throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Bean row = row(dataset);
            Await.until(dataset + " is polled", () -> row.exists() && ENDS.contains(row.text("Status")));
            assertEquals("Succeeded", row.text("Status"), row.text("Reason"));
            assertEquals(rows.applyAsLong(dataset), row.number("TotalItems"), dataset.key());
        }
    }

    String loginStatus() throws Exception {
        return bean(ELEMENT).text("LoginStatus");
    }

    Bean row(Dataset dataset) throws Exception {
        return bean(ELEMENT + ",dataset=" + dataset.title());
    }

    private static Bean bean(String keys) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), keys);
    }

    @Override
    public void close() throws Exception {
        felix.close();
    }
}

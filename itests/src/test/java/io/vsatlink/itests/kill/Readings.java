/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Reads and controls a running container by JMX. */
public record Readings(MBeanServerConnection jmx) {
    private static final Set<String> BUSY = Set.of("Queued", "Polling", "Waiting");

    private Bean element() throws Exception {
        return Bean.of(jmx, "type=Satprov,name=" + Element.NAME);
    }

    public Bean dataset(Dataset dataset) throws Exception {
        return Bean.of(jmx, "type=Satprov,name=" + Element.NAME + ",dataset=" + dataset.title());
    }

    public void awaitLogin() throws Exception {
        Await.until(
                "logged in",
                () -> element().exists()
                        && element().text("LoginStatus").equals("Success")
                        && Bean.of(jmx, "type=Exporter,name=" + Element.NAME).exists());
    }

    /** @return the operation's result */
    public String pollAll() throws Exception {
        return element().call("pollAll");
    }

    public void awaitIdle() throws Exception {
        Await.until("all polled", () -> {
            for (Dataset dataset : Dataset.values()) {
                if (BUSY.contains(dataset(dataset).text("Status"))) {
                    return false;
                }
            }
            return true;
        });
    }

    public List<Dataset> with(String status) throws Exception {
        List<Dataset> found = new ArrayList<>();
        for (Dataset dataset : Dataset.values()) {
            if (dataset(dataset).text("Status").equals(status)) {
                found.add(dataset);
            }
        }
        return found;
    }

    public Map<Dataset, Long> generations() throws Exception {
        Map<Dataset, Long> generations = new EnumMap<>(Dataset.class);
        Bean store = Bean.of(jmx, "type=Store");
        TabularData rows = (TabularData) jmx.getAttribute(store.name(), "Datasets");
        for (Object each : rows.values()) {
            CompositeData row = (CompositeData) each;
            Dataset dataset = Dataset.named((String) row.get("dataset")).orElseThrow();
            generations.put(dataset, (Long) row.get("generation"));
        }
        return generations;
    }

    /** Waits until the files have the store's generations. */
    public void awaitExport(ExportFolder folder) throws Exception {
        Await.until("the files are those of the store", () -> {
            Map<Dataset, Long> current = generations();
            var manifest = folder.manifest();
            return manifest.isPresent()
                    && Arrays.stream(Dataset.values()).allMatch(dataset -> manifest.get()
                            .generations()
                            .get(dataset.key())
                            .equals(current.get(dataset)));
        });
        Bean exporter = Bean.of(jmx, "type=Exporter,name=" + Element.NAME);
        Await.until("no export runs", () -> !exporter.text("FileExportStatus").equals("Exporting"));
    }
}

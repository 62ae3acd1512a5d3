/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** Our bundles in a plain Felix; the element {@code met} polls a vendor. */
public record MetVendor(FelixHost felix) implements AutoCloseable {
    private static final Set<String> ENDS = Set.of("Succeeded", "Failed", "Held");

    public static MetVendor start(Path data, Map<String, String> settings) throws Exception {
        return new MetVendor(FelixHost.startSharingApi(data, Map.of("io.vsatlink.satprov~met", settings)));
    }

    /** Waits for the automatic polls of a first start; each must succeed. */
    void awaitPolls() throws Exception {
        awaitPolls(Arrays.asList(Dataset.values()));
    }

    /** Like {@link #awaitPolls()}, for some datasets. */
    public void awaitPolls(Collection<Dataset> datasets) throws Exception {
        for (Dataset dataset : datasets) {
            Bean row = row(dataset);
            Await.until(dataset + " is polled", () -> row.exists() && hasEnded(row));
            assertEquals("Succeeded", row.text("Status"), row.text("Reason"));
        }
    }

    /** Polls the dataset and waits for the end. */
    public void poll(Dataset dataset) throws Exception {
        Bean row = row(dataset);
        assertTrue(row.call("poll").startsWith("1 queued"));
        Await.until(dataset + " is polled again", () -> hasEnded(row));
    }

    private static boolean hasEnded(Bean row) throws Exception {
        return ENDS.contains(row.text("Status"));
    }

    public Bean row(Dataset dataset) throws Exception {
        return bean(",dataset=" + dataset.title());
    }

    public Bean element() throws Exception {
        return bean("");
    }

    private static Bean bean(String more) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=met" + more);
    }

    /** The stored rows, ordered by key. */
    public List<Row> rows(Dataset dataset) throws Exception {
        // Felix finds no wire from its system bundle to a package that it exports itself, so do not ask for one
        BundleContext context = felix.context();
        var reference = context.getAllServiceReferences(VsatStore.class.getName(), null)[0];
        try (Snapshot snapshot = ((VsatStore) context.getService(reference)).snapshot("met");
                Stream<Row> rows = snapshot.rows(dataset)) {
            return rows.toList();
        }
    }

    @Override
    public void close() throws Exception {
        felix.close();
    }
}

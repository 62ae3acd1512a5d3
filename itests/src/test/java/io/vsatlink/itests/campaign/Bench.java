/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** A vendor and the bundles that poll it as the element {@code uat}. The caller closes the vendor. */
final class Bench implements AutoCloseable {
    static final String PID = "io.vsatlink.satprov~uat";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> BUSY = Set.of("Queued", "Polling", "Waiting");
    private static final Set<String> WAITS = Set.of("Not Polled", "Queued", "Polling", "Waiting");

    private final SimulatorProcess simulator;
    private final FelixHost felix;

    private Bench(SimulatorProcess simulator, FelixHost felix) {
        this.simulator = simulator;
        this.felix = felix;
    }

    /** @param settings besides those that every element needs */
    static Bench start(Path data, SimulatorProcess simulator, Map<String, String> settings)
            throws IOException, BundleException {
        return startWith(data, simulator, Map.of(PID, settings(simulator, settings)));
    }

    /** @param configurations all configurations by PID */
    static Bench startWith(Path data, SimulatorProcess simulator, Map<String, Map<String, String>> configurations)
            throws IOException, BundleException {
        return new Bench(simulator, FelixHost.startSharingApi(data, configurations));
    }

    static Map<String, String> settings(SimulatorProcess simulator, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "host",
                simulator.base().getScheme() + "://" + simulator.base().getHost(),
                "port",
                String.valueOf(simulator.port()),
                "apiUsername",
                "vsat",
                "apiPassword",
                "secret"));
        all.putAll(more);
        return all;
    }

    BundleContext context() {
        return felix.context();
    }

    Bean element() throws Exception {
        return bean("type=Satprov,name=uat");
    }

    Bean row(Dataset dataset) throws Exception {
        return bean("type=Satprov,name=uat,dataset=" + dataset.title());
    }

    static Bean bean(String keys) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), keys);
    }

    /** Waits for the automatic polls of a first start, and compares the rows. */
    void awaitFirstPolls() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Bean row = row(dataset);
            Await.until(dataset + " is polled", () -> row.exists() && !WAITS.contains(row.text("Status")));
            if (!row.text("Status").equals("Succeeded")) {
                throw new AssertionError(dataset + ": " + row.text("Reason"));
            }
            assertStores(dataset, Listing.of(simulator, dataset).byKey());
        }
    }

    void awaitLogin() throws Exception {
        Await.until(
                "logged in",
                () -> element().exists() && element().text("LoginStatus").equals("Success"));
    }

    /** Starts a poll; it must start. */
    void startPoll(Dataset dataset) throws Exception {
        String answer = row(dataset).call("poll");
        if (!answer.startsWith("1 queued")) {
            throw new AssertionError("no poll: " + answer);
        }
    }

    /** Polls and waits for the end. */
    void poll(Dataset dataset) throws Exception {
        startPoll(dataset);
        awaitEnd(dataset);
    }

    /** All attempts for a page together last up to three minutes. */
    void awaitEnd(Dataset dataset) throws Exception {
        Bean row = row(dataset);
        Await.until(Duration.ofMinutes(4), dataset + " is polled", () -> !BUSY.contains(row.text("Status")));
    }

    /** Logs in, as a user would request it. */
    void login() throws Exception {
        long before = calls().path("logins").asLong();
        String unused = element().call("login");
        Await.until("the vendor was asked", () -> calls().path("logins").asLong() > before);
        awaitLogin();
    }

    /** Logs in and polls, whatever was refused before. */
    void loginAndPoll(Dataset dataset) throws Exception {
        String unused = element().call("login");
        Await.until("it may be polled again", () -> row(dataset).call("poll").startsWith("1 queued"));
        awaitEnd(dataset);
    }

    void assertStores(Dataset dataset, Map<String, JsonNode> rows) throws Exception {
        VsatStore store = store();
        try (Snapshot snapshot = store.snapshot("uat")) {
            Oracle.assertStoreEquals(rows, snapshot, dataset);
        }
    }

    void assertStoresTheTruth(Dataset dataset) throws Exception {
        assertStores(dataset, Listing.of(simulator, dataset).byKey());
    }

    VsatStore store() {
        // Felix finds no wire from its system bundle to a package that it exports itself, so do not ask for one
        try {
            ServiceReference<?> reference = context().getAllServiceReferences(VsatStore.class.getName(), null)[0];
            return (VsatStore) context().getService(reference);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError("no filter is no wrong filter", e);
        }
    }

    /** The vendor's calls since the last {@code reset-calls}. */
    JsonNode calls() throws IOException {
        return JSON.readTree(simulator.get("calls"));
    }

    long pages(Dataset dataset) throws IOException {
        return calls().path("pages").path(Vendor.path(dataset)).asLong();
    }

    JsonNode faults() throws IOException {
        return JSON.readTree(simulator.get("faults"));
    }

    @Override
    public void close() throws Exception {
        felix.close();
    }
}

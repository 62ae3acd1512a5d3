/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.management.JMException;

/** Our bundles in a plain Felix as a separate process; polls and exports only on command. */
final class Ours implements AutoCloseable {
    /** The name of its element. */
    static final String ELEMENT = "bench";

    /** The statuses of an unfinished poll. */
    private static final Set<String> BUSY = Set.of("Queued", "Polling", "Waiting");

    private static final int TICK_MILLIS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final FelixProcess felix;
    private final Path data;

    private Ours(Path data, String... options) {
        this.data = data;
        this.felix = new FelixProcess(data, options);
    }

    /**
     * Starts it and logs in.
     *
     * @param data an existing folder, or a new one
     * @param settings of the element, besides those of all benchmarks
     */
    static Ours start(Path data, String heap, int vendor, Map<String, String> settings) throws Exception {
        return start(new Ours(data, heap), vendor, settings, Map.of());
    }

    /** Starts it on a database of the server, through our own pool, and logs in. */
    static Ours start(Path data, String heap, int vendor, Postgres.Database database) throws Exception {
        Ours ours = new Ours(data, heap, "-Dfelix.bundles=" + Postgres.bundles());
        return start(ours, vendor, Map.of(), database.settings());
    }

    private static Ours start(
            Ours ours, int vendor, Map<String, String> settings, Map<String, Map<String, String>> others)
            throws Exception {
        for (Map.Entry<String, Map<String, String>> each : others.entrySet()) {
            ours.felix.etc().write(each.getKey(), each.getValue());
        }
        Map<String, String> all = new HashMap<>(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(vendor),
                "apiUsername", "vsat",
                "apiPassword", "secret"));
        // a disabled dataset is polled only on command
        Arrays.stream(Dataset.values()).forEach(dataset -> all.put(dataset.key() + ".state", "disabled"));
        all.putAll(settings);
        ours.felix.etc().write("io.vsatlink.satprov~" + ELEMENT, all);
        ours.felix
                .etc()
                .write(
                        "io.vsatlink.exporter~" + ELEMENT,
                        Map.of("fileExportPath", ours.files().toString()));
        ours.felix.start();
        Bean element = Bean.of(ours.felix.jmx(), "type=Satprov,name=" + ELEMENT);
        ours.await(() -> element.exists() && element.text("LoginStatus").equals("Success"));
        return ours;
    }

    Path files() {
        return data.resolve("files");
    }

    /** The database below a data folder. */
    static Path database(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(file -> file.endsWith("service.properties"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }

    /** Polls all pages of these datasets. */
    void poll(Dataset... datasets) throws Exception {
        for (Dataset dataset : datasets) {
            bean(dataset).call("poll");
        }
        for (Dataset dataset : datasets) {
            Bean bean = bean(dataset);
            await(() -> !BUSY.contains(bean.text("Status")));
            if (!bean.text("Reason").contains(" removed")) {
                throw new IllegalStateException(dataset + ": " + bean.text("Reason"));
            }
        }
    }

    /** The Reason of the last poll. */
    String reason(Dataset dataset) throws Exception {
        return bean(dataset).text("Reason");
    }

    /** Exports all files. */
    void export() throws Exception {
        Bean exporter = Bean.of(felix.jmx(), "type=Exporter,name=" + ELEMENT);
        await(exporter::exists);
        exporter.call("exportNow");
        await(() -> !exporter.text("LastExported").isEmpty());
    }

    /** Measures the process while it works. */
    Meter meter() throws IOException {
        return new Meter(felix.jmx(), felix.pid());
    }

    /** Stops it normally; its data is kept. */
    void stop() throws IOException, InterruptedException {
        felix.stop();
    }

    @Override
    public void close() {
        felix.close();
    }

    private Bean bean(Dataset dataset) throws JMException, IOException {
        return Bean.of(felix.jmx(), "type=Satprov,name=" + ELEMENT + ",dataset=" + dataset.title());
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("this takes longer than " + LIMIT + ", see " + data);
            }
            Thread.sleep(TICK_MILLIS);
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** A backend in a plain Felix: accepts requests, and delivers them on command. */
final class OurOutbox implements AutoCloseable {
    private static final int TICK_MILLIS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final FelixProcess felix;

    private OurOutbox(FelixProcess felix) {
        this.felix = felix;
    }

    static OurOutbox start(Path data, int vendor) throws Exception {
        FelixProcess felix = new FelixProcess(data, Lab.HEAP);
        felix.etc()
                .write(
                        "io.vsatlink.etms~bench",
                        Map.of(
                                "elementType", "Backend",
                                "ticketHandling", "disabled",
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(vendor),
                                "username", "AutoVSATDataMiner",
                                "password", "secret",
                                "apiKey", "etms-key",
                                "routeTo", "UAT",
                                "requestsPerSecond", "0"));
        OurOutbox ours = new OurOutbox(felix);
        felix.start();
        Bean store = Bean.of(felix.jmx(), "type=Store");
        await(() -> store.exists()
                && store.number("SchemaVersion") > 0
                && ours.bean().exists());
        return ours;
    }

    private Bean bean() throws Exception {
        return Bean.of(felix.jmx(), "type=Etms,name=bench");
    }

    void accept(String prefix, int count) throws Exception {
        Bean bean = bean();
        for (int i = 0; i < count; i++) {
            bean.call("submitTicket", prefix + i, "Circuit Up/Down", "CIR-" + i, "3", "down", "a benchmark");
        }
    }

    /** Measures from the permission to call ETMS until all requests are delivered. */
    Measured deliver() throws Exception {
        Bean bean = bean();
        return new Meter(felix.jmx(), felix.pid()).measure(() -> {
            bean.set("TicketHandling", "enabled");
            await(() -> bean.number("RequestsWaiting") == 0);
        });
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("this takes longer than " + LIMIT);
            }
            Thread.sleep(TICK_MILLIS);
        }
    }

    void stop() throws IOException, InterruptedException {
        felix.stop();
    }

    @Override
    public void close() {
        felix.close();
    }
}

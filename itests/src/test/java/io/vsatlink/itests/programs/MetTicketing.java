/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Our bundles in a plain Felix: a frontend that mirrors somebody's tickets, and a backend that delivers requests. */
record MetTicketing(FelixHost felix) implements AutoCloseable {

    static MetTicketing start(Path data, String profile, URI vendor) throws Exception {
        Map<String, Map<String, String>> elements = new HashMap<>();
        for (String type : new String[] {"Frontend", "Backend"}) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "host",
                    "http://127.0.0.1",
                    "port",
                    String.valueOf(vendor.getPort()),
                    "username",
                    Profiles.USER,
                    "password",
                    Profiles.PASSWORD,
                    "profile",
                    profile,
                    "elementType",
                    type,
                    "requestsPerSecond",
                    "0"));
            settings.putAll(Map.of("apiKey", "none", "routeTo", "none", "ticketListId", "none"));
            elements.put("io.vsatlink.etms~" + type.toLowerCase(Locale.ROOT), settings);
        }
        MetTicketing met = new MetTicketing(FelixHost.start(data, elements));
        for (Bean bean : new Bean[] {met.frontend(), met.backend()}) {
            Await.until(
                    "connected",
                    () -> bean.exists() && bean.text("ConnectionStatus").equals("Connected"));
        }
        return met;
    }

    Bean frontend() throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Etms,name=frontend");
    }

    Bean backend() throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Etms,name=backend");
    }

    /** Polls, and compares the number of tickets in the mirror. */
    void awaitTickets(int count) throws Exception {
        Bean frontend = frontend();
        Await.until("a poll", () -> !frontend.text("PollReason").isEmpty());
        if (frontend.number("TotalTickets") != count) {
            frontend.call("poll");
        }
        Await.until(
                "a poll of " + count,
                () -> frontend.text("PollReason").startsWith(count + " tickets: ")
                        || !frontend.text("PollReason").contains(" tickets: "));
        assertEquals(count, frontend.number("TotalTickets"), frontend.text("PollReason"));
    }

    /** An operation of the backend's, whose request must be delivered. */
    void deliver(String operation, String... arguments) throws Exception {
        Bean backend = backend();
        long before = backend.number("RequestsDelivered");
        String said = backend.call(operation, arguments);
        assertTrue(said.contains("was accepted"), said);
        Await.until(operation, () -> backend.number("RequestsWaiting") == 0);
        assertEquals(0, backend.number("RequestsBlocked"), backend.text("HealthReason"));
        assertEquals(before + 1, backend.number("RequestsDelivered"));
    }

    @Override
    public void close() throws Exception {
        felix.close();
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;

/** Triggers a fault at one position, checks the result, and checks the recovery. */
final class CaseRun {
    private static final String CHANGES = "{\"change\":3,\"add\":1,\"remove\":1}";

    private final Bench bench;
    private final SimulatorProcess simulator;
    private final SimulatorProcess other;
    private final FaultCase fault;
    private final Position position;

    /** @param other another vendor, which must never receive a call */
    CaseRun(Bench bench, SimulatorProcess simulator, SimulatorProcess other, FaultCase fault, Position position) {
        this.bench = bench;
        this.simulator = simulator;
        this.other = other;
        this.fault = fault;
        this.position = position;
    }

    /** @return the Reason as shown to users */
    String run() throws Exception {
        Dataset dataset = position.dataset();
        Listing before = Listing.of(simulator, dataset);
        bench.assertStores(dataset, before.byKey());
        simulator.post("rows/" + Vendor.path(dataset), CHANGES);
        Listing now = Listing.of(simulator, dataset);
        String reason;
        if (fault.end().logins() > 0) {
            // otherwise the previous cases have used up the consecutive automatic logins of the element
            bench.login();
        }
        try {
            simulator.post(
                    "faults",
                    position.place(fault.rules())
                            .replace("{other}", other.base().toString()));
            simulator.post("reset-calls", "");
            bench.poll(dataset);
            reason = assertEnd(new Scene(position, before, now));
        } finally {
            simulator.clearFaults();
            recover();
        }
        bench.assertStores(dataset, now.byKey());
        return reason;
    }

    private String assertEnd(Scene scene) throws Exception {
        End end = fault.end();
        Bean row = bench.row(position.dataset());
        String reason = row.text("Reason");
        assertEquals(end.status(), row.text("Status"), reason);
        assertTrue(end.reason().matcher(reason).find(), reason);
        for (JsonNode rule : bench.faults()) {
            assertTrue(rule.path("struck").asLong() > 0, "never struck: " + rule);
        }
        JsonNode calls = bench.calls();
        long logins = calls.path("logins").asLong();
        assertTrue(logins <= end.logins() && logins >= Math.min(1, end.logins()), logins + " logins");
        assertEquals("[]", other.get("calls/log"), "another vendor was called");
        bench.assertStores(position.dataset(), end.stored().apply(scene));
        if (end.stops()) {
            String refusal = row.call("poll");
            assertTrue(
                    refusal.contains("until somebody logs in") || refusal.contains("Login Status is Failed"), refusal);
            assertEquals(calls, bench.calls(), "the vendor was asked again");
        }
        return reason;
    }

    private void recover() throws Exception {
        if (fault.end().stops()) {
            bench.loginAndPoll(position.dataset());
        } else {
            bench.poll(position.dataset());
        }
        Bean row = bench.row(position.dataset());
        assertEquals("Succeeded", row.text("Status"), row.text("Reason"));
    }
}

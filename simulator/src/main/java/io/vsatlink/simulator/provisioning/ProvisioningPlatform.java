/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.provisioning;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.rule.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.CallLog;
import io.vsatlink.simulator.traffic.Latency;
import io.vsatlink.simulator.traffic.Platform;
import io.vsatlink.simulator.traffic.Quota;
import io.vsatlink.simulator.traffic.Visit;
import java.time.Duration;

/** The complete Satellite Provisioning Platform. It receives every call that belongs to no other system. */
public final class ProvisioningPlatform implements Platform {
    private final ProvisioningApi api;
    private final Quota quota;
    private final Latency latency;
    private final FaultRules faults;
    private final CallLog calls;

    public ProvisioningPlatform(ProvisioningApi api, Quota quota, Latency latency, FaultRules faults, CallLog calls) {
        this.api = api;
        this.quota = quota;
        this.latency = latency;
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    public boolean serves(Call call) {
        return true;
    }

    @Override
    public Visit take(Call call) {
        long started = System.nanoTime();
        if (!quota.admits()) {
            return new Visit(call, 0, quota::refuse, same -> remember(same, started));
        }
        Fault fault = faults.choose(call);
        int wait = fault.delayMillis() + (api.isPage(call) ? latency.next() : 0);
        return new Visit(call, wait, same -> fault.strike(same, api), same -> remember(same, started));
    }

    private void remember(Call call, long started) {
        calls.add(call, Duration.ofNanos(System.nanoTime() - started));
    }
}

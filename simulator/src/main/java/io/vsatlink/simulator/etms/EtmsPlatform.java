/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.rule.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.traffic.Platform;
import io.vsatlink.simulator.traffic.Visit;
import java.time.Duration;

/** The complete ETMS system. */
public final class EtmsPlatform implements Platform {
    private final EtmsParts parts;
    private final FaultRules faults;
    private final int latencyMillis;
    private final EtmsApi api;

    public EtmsPlatform(EtmsParts parts, FaultRules faults, EtmsSettings settings) {
        this.parts = parts;
        this.faults = faults;
        latencyMillis = settings.latencyMillis();
        TicketCalls tickets = new TicketCalls(parts.books(), parts.rota(), settings.maxLimit(), settings.activities());
        api = new EtmsApi(parts.gateway(), parts.accounts(), parts.tokens(), tickets);
    }

    @Override
    public boolean serves(Call call) {
        return EtmsPath.leadsHere(call);
    }

    @Override
    public Visit take(Call call) {
        long started = System.nanoTime();
        // read before the answer, because a session may be revoked while its call is answered
        Visitor visitor = Visitor.of(call, parts.tokens(), parts.gateway());
        Fault fault = faults.choose(call);
        return new Visit(
                call, fault.delayMillis() + latencyMillis, same -> fault.strike(same, api), same -> parts.calls()
                        .add(same, visitor, Duration.ofNanos(System.nanoTime() - started)));
    }
}

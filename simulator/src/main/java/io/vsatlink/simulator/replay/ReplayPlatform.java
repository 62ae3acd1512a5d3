/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.replay;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.rule.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.traffic.Platform;
import io.vsatlink.simulator.traffic.Visit;
import java.io.IOException;
import java.util.Optional;

/** The vendor that was recorded. Faults can be added as for the others. */
public final class ReplayPlatform implements Platform {
    private final Replay replay;
    private final FaultRules faults;

    public ReplayPlatform(Replay replay, FaultRules faults) {
        this.replay = replay;
        this.faults = faults;
    }

    @Override
    public boolean serves(Call call) {
        return true;
    }

    @Override
    public Visit take(Call call) {
        Fault fault = faults.choose(call);
        return new Visit(call, fault.delayMillis(), same -> fault.strike(same, this::answer), same -> {});
    }

    private void answer(Call call) throws IOException {
        RecordedRequest request = RecordedRequest.of(call.method(), call.target());
        Optional<RecordedAnswer> answer = replay.answer(request);
        if (answer.isPresent()) {
            answer.get().send(call);
        } else {
            call.error(404, "not_recorded", replay.missing(request));
        }
    }
}

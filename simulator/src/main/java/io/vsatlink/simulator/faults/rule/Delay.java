/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import java.io.IOException;

/** Delays the answer. */
record Delay(int delayMillis) implements Fault {

    @Override
    public void strike(Call call, Handler next) throws IOException {
        next.handle(call);
    }
}

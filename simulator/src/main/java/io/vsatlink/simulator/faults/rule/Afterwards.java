/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import java.io.IOException;

/**
 * Executes the call first and applies the fault to its answer, so that the client can't know that the call was
 * executed.
 */
record Afterwards(Fault fault) implements Fault {

    @Override
    public void strike(Call call, Handler next) throws IOException {
        next.handle(call.unseen());
        fault.strike(call, same -> {
            throw new IllegalStateException("the answer is lost already");
        });
    }

    @Override
    public int delayMillis() {
        return fault.delayMillis();
    }
}

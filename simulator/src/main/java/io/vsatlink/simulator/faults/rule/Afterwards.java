/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import java.io.IOException;

/** The vendor does what it was asked, and only then things go wrong: the client cannot know that it was done. */
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

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import java.io.IOException;

/** A fault that is applied to a call. */
@FunctionalInterface
public interface Fault {

    /** Answers in place of the next handler, or changes the call and then passes it on. */
    void strike(Call call, Handler next) throws IOException;

    /** Returns how long the server waits before it applies the fault. */
    default int delayMillis() {
        return 0;
    }

    default Fault then(Fault inner) {
        int delay = delayMillis() + inner.delayMillis();
        Fault outer = this;
        return new Fault() {
            @Override
            public void strike(Call call, Handler next) throws IOException {
                outer.strike(call, same -> inner.strike(same, next));
            }

            @Override
            public int delayMillis() {
                return delay;
            }
        };
    }
}

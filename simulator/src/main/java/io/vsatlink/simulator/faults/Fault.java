/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import java.io.IOException;

/** Something that happens to a call. */
@FunctionalInterface
public interface Fault {

    /** Answers instead of the next handler, or does something and then lets the next one answer. */
    void strike(Call call, Handler next) throws IOException;

    /** How long the call must wait before it is struck; the waiting itself is the server's. */
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

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.traffic;

import java.util.concurrent.ThreadLocalRandom;

/** How long a page takes: a fixed time and, evenly spread, up to so much more. */
public record Latency(int millis, int jitterMillis) {

    public int next() {
        return millis + (jitterMillis == 0 ? 0 : ThreadLocalRandom.current().nextInt(jitterMillis + 1));
    }
}

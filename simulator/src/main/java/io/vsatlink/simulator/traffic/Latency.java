/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.traffic;

import java.util.concurrent.ThreadLocalRandom;

/** The response time of a page: a fixed part and an evenly distributed random part. */
public record Latency(int millis, int jitterMillis) {

    public int next() {
        return millis + (jitterMillis == 0 ? 0 : ThreadLocalRandom.current().nextInt(jitterMillis + 1));
    }
}

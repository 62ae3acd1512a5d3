/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import io.vsatlink.remote.failure.VendorException;
import java.time.Duration;

/** Observes a call; called on the thread of the call. */
public interface CallWatch {

    /** Ignores everything. */
    CallWatch NONE = new CallWatch() {
        @Override
        public void retries(VendorException failure, int attempt, Duration wait) {}

        @Override
        public void pauses(Duration wait) {}
    };

    /**
     * An attempt failed, and another one follows.
     *
     * @param attempt the number of the failed attempt, from 1
     * @param wait the time until the next attempt
     */
    void retries(VendorException failure, int attempt, Duration wait);

    /** The vendor asked us to pause all calls. */
    void pauses(Duration wait);
}

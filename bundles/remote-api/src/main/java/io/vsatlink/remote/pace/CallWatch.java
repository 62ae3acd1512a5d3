/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import io.vsatlink.remote.failure.VendorException;
import java.time.Duration;

/** Looks on while a call is made, on the call's own thread. */
public interface CallWatch {

    /** Nobody looks on. */
    CallWatch NONE = new CallWatch() {
        @Override
        public void retries(VendorException failure, int attempt, Duration wait) {}

        @Override
        public void pauses(Duration wait) {}
    };

    /**
     * An attempt failed, and another one follows.
     *
     * @param attempt the number of the one that failed, from 1
     * @param wait until the next one
     */
    void retries(VendorException failure, int attempt, Duration wait);

    /** The vendor asked everybody to wait. */
    void pauses(Duration wait);
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import java.time.Duration;

/** Receives the progress of a sync, from several threads. */
public interface SyncListener {

    /** Ignores all. */
    SyncListener NOBODY = new SyncListener() {
        @Override
        public void advanced(Progress progress) {}

        @Override
        public void waits(String why, Duration pause) {}
    };

    void advanced(Progress progress);

    /**
     * A page waits.
     *
     * @param why the cause and the end of the wait, as a Reason
     * @param pause how long no page at all is requested; zero if others continue
     */
    void waits(String why, Duration pause);
}

package io.vsatlink.kit.sync;

import java.time.Duration;

/** Is told how a sync gets on, from several threads. */
public interface SyncListener {

    /** Nobody looks on. */
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
     * @param why and until when, as a Reason
     * @param pause for how long no page at all is asked for; zero where others go on
     */
    void waits(String why, Duration pause);
}

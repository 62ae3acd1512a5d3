package io.vsatlink.satprov.pass;

import java.time.Duration;

/** Is told how a poll gets on, from several threads. */
public interface PassWatch {

    void advanced(Progress progress);

    /**
     * A page waits.
     *
     * @param why and until when, as a Reason
     * @param pause for how long no page at all is asked for; zero where others go on
     */
    void waits(String why, Duration pause);
}

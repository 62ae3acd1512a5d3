package io.vsatlink.parameters.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a bundle's own threads: whoever stops a bundle finds none of them afterwards. */
public final class ThreadsEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadsEnd.class);
    private static final long WITHIN_SECONDS = 5;

    private ThreadsEnd() {}

    /**
     * Interrupts what runs and waits until it has ended, at most 5 seconds.
     *
     * @param what the threads do, for the log
     */
    public static void of(ExecutorService threads, String what) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} did not stop within {} seconds", what, WITHIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

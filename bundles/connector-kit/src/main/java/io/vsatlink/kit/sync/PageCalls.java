package io.vsatlink.kit.sync;

import io.vsatlink.remote.pace.PatientCaller;
import java.util.concurrent.Executor;

/**
 * How pages are called for.
 *
 * @param caller makes all calls of the element, no faster than allowed
 * @param threads read pages, several at a time
 * @param most how many pages may be in flight, however many calls the element may make
 */
public record PageCalls(PatientCaller caller, Executor threads, int most) {

    /** How many pages may be in flight now. */
    int allowed() {
        return Math.min(most, caller.concurrency().allowed());
    }
}

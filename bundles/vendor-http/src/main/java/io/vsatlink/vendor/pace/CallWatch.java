package io.vsatlink.vendor.pace;

import io.vsatlink.vendor.VendorException;
import java.time.Duration;

/** Looks on while a call is made, on the call's own thread. */
public interface CallWatch {

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

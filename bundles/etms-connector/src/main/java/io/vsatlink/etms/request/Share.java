/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import java.util.function.DoubleConsumer;

/** How much of what a vendor allows this container takes, if several send at once. Thread-safe. */
final class Share {
    private final DoubleConsumer pace;
    private long allowed;
    private int senders = 1;

    /** @param pace takes the number of calls that may start in a second; 0 for no limit */
    Share(DoubleConsumer pace) {
        this.pace = pace;
    }

    /** @param perSecond the number of calls in a second that the vendor allows; 0 for no limit */
    synchronized void of(long perSecond) {
        allowed = perSecond;
        apply();
    }

    /** @param containers how many send now, this one included */
    synchronized void among(int containers) {
        if (containers != senders) {
            senders = containers;
            apply();
        }
    }

    synchronized boolean isLimited() {
        return allowed > 0;
    }

    private void apply() {
        pace.accept((double) allowed / senders);
    }
}

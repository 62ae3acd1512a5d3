/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes by itself. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Await() {}

    /** @throws AssertionError where it has not come true after a minute and a half */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        until(LIMIT, what, condition);
    }

    /** @throws AssertionError where it has not come true within the limit */
    public static void until(Duration limit, String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Whether it comes true within this time. */
    public static boolean comesTrue(long millis, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        boolean is = condition.call();
        while (!is && System.nanoTime() < deadline) {
            Thread.sleep(20);
            is = condition.call();
        }
        return is;
    }
}

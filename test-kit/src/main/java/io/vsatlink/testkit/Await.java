/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for asynchronous conditions. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Await() {}

    /** @throws AssertionError if the condition is not true within 90 seconds */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        until(LIMIT, what, condition);
    }

    /** @throws AssertionError if the condition is not true within the limit */
    public static void until(Duration limit, String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** @throws AssertionError if the value is not the expected one within 90 seconds; it names both */
    public static void same(String what, Object expected, Callable<?> actual) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Object last = actual.call();
        while (!expected.equals(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not: " + what + ": expected " + expected + " but was " + last);
            }
            Thread.sleep(50);
            last = actual.call();
        }
    }

    /** Whether the condition becomes true within this time. */
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

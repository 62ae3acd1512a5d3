/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit;

import java.util.concurrent.CountDownLatch;

/** Repeats an action on its own thread, as fast as possible, until closed. */
public final class Churn implements AutoCloseable {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean ended;
    private volatile Throwable failure;

    /** Returns after the first run of the action. */
    public static Churn of(Runnable work) throws InterruptedException {
        Churn churn = new Churn(work);
        churn.thread.start();
        churn.begun.await();
        return churn;
    }

    private Churn(Runnable work) {
        thread = new Thread(
                () -> {
                    while (!ended) {
                        work.run();
                        begun.countDown();
                    }
                },
                "churn");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((of, e) -> {
            failure = e;
            begun.countDown();
        });
    }

    /** @throws AssertionError if the action failed, because the test's observations then prove nothing */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new AssertionError("the churn ended", failure);
        }
    }
}

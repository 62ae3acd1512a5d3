/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.Health;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.runtime.ElementClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class ElementRuntimeTest {
    private final ChangeSignal changes = new ChangeSignal();
    private final ElementRuntime threads = new ElementRuntime("etms", "uat", changes);

    @Test
    void eachIsNamedAfterItsElementAndEndsWithIt() {
        List<ExecutorService> all =
                List.of(threads.clock(), threads.one("poll"), threads.asNeeded("page"), threads.upTo(2, "worker"));
        assertThat(all)
                .extracting(each -> CompletableFuture.supplyAsync(
                                () -> Thread.currentThread().getName(), each)
                        .join())
                .containsExactly(
                        "vsatlink-etms-uat-clock",
                        "vsatlink-etms-uat-poll",
                        "vsatlink-etms-uat-page",
                        "vsatlink-etms-uat-worker");
        threads.stop();
        assertThat(all).allMatch(ExecutorService::isTerminated);
    }

    @Test
    void anErrorInAnyThreadIsCriticalAndAnExceptionIsNot() throws InterruptedException {
        Health fine = new Health(Health.Level.OK, "all is well");
        ExecutorService worker = threads.upTo(1, "worker");
        ElementClock clock = threads.clock();
        worker.execute(() -> {
            throw new IllegalStateException("ours");
        });
        CountDownLatch goesOn = new CountDownLatch(1);
        worker.execute(goesOn::countDown);
        goesOn.await();
        assertThat(clock.health(() -> fine)).isEqualTo(fine);

        CountDownLatch told = new CountDownLatch(1);
        changes.add(told::countDown);
        worker.execute(() -> {
            throw new NoClassDefFoundError("io/vsatlink/Gone");
        });
        told.await();
        assertThat(clock.health(() -> fine))
                .isEqualTo(new Health(
                        Health.Level.CRITICAL,
                        "the thread vsatlink-etms-uat-worker has stopped after an error: "
                                + "java.lang.NoClassDefFoundError: io/vsatlink/Gone;"
                                + " see the log, then restart the bundle"));
        threads.stop();
    }

    @Test
    void whatRunsIsAbortedAndWaitedFor() {
        CountDownLatch aborted = new CountDownLatch(1);
        CompletableFuture<Void> work = CompletableFuture.runAsync(
                () -> {
                    try {
                        aborted.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("nobody interrupts", e);
                    }
                },
                threads.one("poll"));
        threads.stop(aborted::countDown);
        assertThat(work).isCompleted();
    }
}

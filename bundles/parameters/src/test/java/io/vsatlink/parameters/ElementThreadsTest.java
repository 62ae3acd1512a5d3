package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class ElementThreadsTest {
    private final ElementThreads threads = new ElementThreads("vsatlink-etms-uat-", new ChangeSignal());

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

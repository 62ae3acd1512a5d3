/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.raw;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.pace.Backoff;
import io.vsatlink.remote.pace.CallWatch;
import io.vsatlink.remote.pace.Consequence;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest extends Fixture {
    private static final Backoff HURRIED = new Backoff(
            Collections.nCopies(PatientCaller.ATTEMPTS - 1, new Backoff.Span(Duration.ZERO, Duration.ofMillis(20))),
            new Backoff.Span(Duration.ofMillis(15), Duration.ofMillis(20)));

    private final PatientCaller caller = new PatientCaller(HURRIED);
    private final StopSignal stop = new StopSignal();
    private final List<Duration> waits = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    private final CallWatch watch = new CallWatch() {
        @Override
        public void retries(VendorException failure, int attempt, Duration wait) {
            assertThat(attempt).isEqualTo(waits.size() + 1);
            waits.add(wait);
        }

        @Override
        public void pauses(Duration wait) {}
    };

    private PageHead patiently() throws VendorException, StoppedException {
        return caller.call(
                () -> {
                    asked.incrementAndGet();
                    return page();
                },
                stop,
                watch);
    }

    @Test
    void asksAgainUntilItWorks() throws Exception {
        vendor.pages((request, out, socket) ->
                asked.get() < 3 ? status(out, "503 Busy", "") : json(out, pageOf("{\"circuitId\":\"c1\"}")));
        assertThat(patiently().rows()).isEqualTo(1);
        assertThat(waits).hasSize(2);
        assertThat(waits).allMatch(wait -> wait.toMillis() <= 20);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        vendor.pages((request, out, socket) -> status(out, "500 Oops", ""));
        assertThatThrownBy(this::patiently).isInstanceOf(Unavailable.class);
        assertThat(asked).hasValue(PatientCaller.ATTEMPTS);
    }

    @Test
    void whereTheBudgetIsEmptyItAsksSlowerAndDoesNotGiveUp() throws Exception {
        vendor.pages((request, out, socket) -> status(out, "500 Oops", ""));
        for (int i = 0; i < 3; i++) {
            waits.clear();
            assertThatThrownBy(this::patiently).isInstanceOf(Unavailable.class);
        }
        waits.clear();
        asked.set(0);
        vendor.pages((request, out, socket) -> asked.get() < 5 ? status(out, "500 Oops", "") : json(out, pageOf()));
        patiently();
        assertThat(waits).hasSize(4).allMatch(wait -> wait.toMillis() >= 15);
    }

    @Test
    void waitsAsLongAsAVendorAsksThatReckonsInFractions() throws Exception {
        vendor.pages((request, out, socket) -> {
            if (asked.get() == 1) {
                raw(out, "HTTP/1.1 429 Much\r\nRetry-After: 0.997\r\nContent-Length: 0\r\n\r\n");
                return true;
            }
            return json(out, pageOf());
        });
        long start = System.nanoTime();
        patiently();
        assertThat(waits).containsExactly(Duration.ofMillis(997));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void waitsAsLongAsTheVendorAsks() throws Exception {
        vendor.pages((request, out, socket) -> {
            if (asked.get() == 1) {
                raw(out, "HTTP/1.1 429 Much\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
                return true;
            }
            return json(out, pageOf());
        });
        caller.limit(8, 0);
        patiently();
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
        assertThat(caller.concurrency().allowed()).isEqualTo(4);
    }

    @Test
    void aStopEndsAnyWaiting() throws Exception {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 503 Busy\r\nRetry-After: 86400\r\nContent-Length: 0\r\n\r\n");
            return true;
        });
        Thread waiting = new Thread(() -> assertThatThrownBy(this::patiently).isInstanceOf(Unavailable.class));
        waiting.start();
        while (waits.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(waits).containsExactly(Duration.ofMinutes(15));
        stop.stop();
        waiting.join(5000);
        assertThat(waiting.isAlive()).isFalse();
        assertThatThrownBy(this::patiently).isInstanceOf(StoppedException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void repeatsNothingThatStays() {
        for (String line : new String[] {"403 No", "404 None", "407 Proxy"}) {
            vendor.pages((request, out, socket) -> status(out, line, ""));
            Rejected failure = failure(Rejected.class);
            assertThat(Consequence.of(failure)).isEqualTo(line.startsWith("404") ? Consequence.KEEP : Consequence.STOP);
            assertThatThrownBy(this::patiently).isInstanceOf(Rejected.class);
        }
        vendor.pages((request, out, socket) -> json(out, "<html>"));
        assertThat(Consequence.of(failure(Protocol.class))).isEqualTo(Consequence.KEEP);
        assertThat(asked).hasValue(3);
    }
}

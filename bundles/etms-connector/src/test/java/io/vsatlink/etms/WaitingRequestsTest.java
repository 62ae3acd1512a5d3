/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.Health;
import io.vsatlink.etms.OddEtms.Answer;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.element.ActivityLogs;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.management.EtmsReadings;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.etms.request.RequestBook;
import io.vsatlink.etms.settings.Provisioning;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.runtime.Age;
import io.vsatlink.testkit.Churn;
import io.vsatlink.testkit.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backend as seen from outside, while the wall clock is set back and users ask for too much. */
class WaitingRequestsTest {
    private final MovableClock wall = new MovableClock();
    private final ElementRuntime runtime = new ElementRuntime("etms", "backend", new ChangeSignal());
    private long nanos;
    private OddEtms etms;
    private Rig rig;
    private Rig.Part part;
    private EtmsElement element;

    @BeforeEach
    void start() throws IOException {
        etms = new OddEtms();
        rig = new Rig(etms.base(), wall, EtmsProfile.BUILT_IN.read());
        part = rig.backend("backend");
        ElementSettings settings =
                new ElementSettings(SettingCatalog.of(EtmsConfig.class), EtmsConfig.PID + "~backend", null);
        settings.apply(Map.of());
        element = new EtmsElement(
                "backend",
                new EtmsElement.Configuration(
                        settings,
                        EtmsProfile.BUILT_IN.inForce(null),
                        new Provisioning(() -> "", Set::of),
                        new PlannedWork()),
                new EtmsElement.Parts(
                        part.gate,
                        part.frontend,
                        part.statistics,
                        rig.desk,
                        new RequestBook(rig.outbox, new Age(wall, () -> nanos)),
                        new ActivityLogs(
                                part.gate,
                                part.caller,
                                runtime.bounded(ActivityLogs.PARALLEL, ActivityLogs.WAITING, "reader")),
                        runtime));
        element.use(part.settings);
        part.gate.attempt();
    }

    @AfterEach
    void stop() throws Exception {
        runtime.stop(part.gate::close);
        rig.close();
        etms.close();
    }

    @Test
    void theAgeOfAWaitingRequestGrowsWhenTheClockIsSetBack() {
        assertThat(element.readings(true).oldestRequestAge()).isZero();
        rig.submit("EXT-1");
        pass(Duration.ofMinutes(10));
        assertThat(element.readings(true).oldestRequestAge()).isEqualTo(10 * 60);
        assertThat(element.health()).isEqualTo(new Health(Health.Level.OK, "1 request waits"));
        wall.advance(Duration.ofHours(-2));
        pass(Duration.ofMinutes(10));
        assertThat(element.readings(true).oldestRequestAge()).isEqualTo(20 * 60);
        assertThat(element.health().level()).isEqualTo(Health.Level.WARNING);
        assertThat(element.health().reason()).startsWith("the oldest request has been waiting for 20 minutes");
    }

    @Test
    void requestCountsRowsAndHealthAreFromOneMoment() throws Exception {
        long first = rig.submit("EXT-1");
        long second = rig.submit("EXT-2");
        rig.submit("EXT-3");
        Set<Long> seen = new HashSet<>();
        try (Churn people = Churn.of(() -> {
            rig.outbox.discard(rig.system(), first);
            rig.outbox.discard(rig.system(), second);
            rig.outbox.retry(rig.system(), first);
            rig.outbox.retry(rig.system(), second);
        })) {
            for (int i = 0; i < 20_000; i++) {
                EtmsReadings readings = element.readings(true);
                long waiting = readings.requestsWaiting();
                assertThat(readings.requests().shown().stream()
                                .filter(row -> row.state().equals("Waiting")))
                        .hasSize((int) waiting);
                assertThat(readings.requestsDiscarded()).isEqualTo(3 - waiting);
                assertThat(readings.healthReason())
                        .isEqualTo(waiting == 1 ? "1 request waits" : waiting + " requests wait");
                seen.add(waiting);
            }
        }
        assertThat(seen).contains(1L, 3L);
    }

    @Test
    void connectionStatusReasonAndHealthAreFromOneMoment() throws Exception {
        Set<ConnectionStatus> seen = EnumSet.noneOf(ConnectionStatus.class);
        try (Churn settings = Churn.of(() -> {
            part.gate.disable("switched off");
            part.gate.use(part.settings.access(), "");
        })) {
            for (int i = 0; i < 20_000; i++) {
                EtmsReadings readings = element.readings(true);
                ConnectionStatus status = readings.connectionStatus();
                assertThat(readings.connectionReason().equals("switched off"))
                        .isEqualTo(status == ConnectionStatus.DISABLED);
                assertThat(readings.healthReason()).isEqualTo(status + ": " + readings.connectionReason());
                seen.add(status);
            }
        }
        assertThat(seen).containsOnly(ConnectionStatus.DISABLED, ConnectionStatus.CONNECTING);
    }

    @Test
    void aConnectionTestDuringAnotherWaitsForItsResult() {
        etms.calls.clear();
        etms.before = (call, body) -> call.equals("POST session") ? late() : null;
        Set<CompletableFuture<Void>> tests = new HashSet<>();
        for (int i = 0; i < 600; i++) {
            tests.add(element.testConnection());
        }
        tests.forEach(CompletableFuture::join);
        assertThat(etms.count("POST session")).isEqualTo(tests.size()).isLessThan(600);
        element.testConnection().join();
        assertThat(etms.count("POST session")).isGreaterThan(1);
    }

    private static Answer late() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return null;
    }

    private void pass(Duration time) {
        wall.advance(time);
        nanos += time.toNanos();
    }
}

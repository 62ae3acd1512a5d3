/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.element.ActivityLogs;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.etms.request.RequestBook;
import io.vsatlink.etms.settings.Provisioning;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.runtime.Age;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EtmsElementTest {
    private final Rig rig = new Rig("--tickets", "20");
    private final ChangeSignal changes = new ChangeSignal();
    private final ElementRuntime runtime = new ElementRuntime("etms", "frontend", changes);
    private final ElementSettings settings =
            new ElementSettings(SettingCatalog.of(EtmsConfig.class), EtmsConfig.PID + "~frontend", null);
    private final Rig.Part part = rig.part("frontend", Map.of(), List.of());
    private final EtmsElement element = new EtmsElement(
            "frontend",
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
                    new RequestBook(rig.outbox, new Age(Clock.systemUTC(), System::nanoTime)),
                    new ActivityLogs(
                            part.gate,
                            part.caller,
                            runtime.bounded(ActivityLogs.PARALLEL, ActivityLogs.WAITING, "reader")),
                    runtime));

    @AfterEach
    void stop() throws Exception {
        runtime.stop();
        rig.close();
    }

    @Test
    void anElementWhoseClockFailedWithAnErrorIsCritical() throws InterruptedException {
        settings.apply(Map.of());
        element.use(part.settings);
        rig.await(() -> part.statistics.now().lastPoll().isPresent(), part);
        assertThat(element.health().level()).isEqualTo(Health.Level.OK);

        CountDownLatch told = new CountDownLatch(1);
        changes.add(told::countDown);
        runtime.start(() -> true, Duration.ofMillis(500), () -> {
            throw new NoClassDefFoundError("gone");
        });
        told.await();
        assertThat(element.health().level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(element.health().reason())
                .startsWith("the clock of this element has stopped after an error: java.lang.NoClassDefFoundError");
    }

    @Test
    void aTruncatedTableShowsTheNewestTicketsAndAReadingReportsTheTotal() throws Exception {
        element.use(part.settings);
        Instant first = Instant.parse("2026-11-01T00:00:00Z");
        try (GenerationWriter writer = rig.mirror.open(rig.system())) {
            // the later a ticket was created, the lower is its id
            writer.write(IntStream.range(0, 1_003)
                    .mapToObj(n -> Tickets.with(
                                    Tickets.ticket("T" + (9_000 - n)),
                                    "createdDate",
                                    Rows.time(first.plusSeconds(n).toString()))
                            .row())
                    .toList());
            writer.publish();
        }
        assertThat(part.statistics.refresh(rig.system(), "")).isTrue();
        var tickets = element.readings(true).ticketOverview();
        assertThat(tickets.shown()).hasSize(1_000);
        assertThat(tickets.shown().get(0).ticketId()).isEqualTo("T7998");
        assertThat(tickets.total()).isEqualTo(1_003);
    }

    @Test
    void anElementWhoseTicksFailIsCriticalUntilOneSucceeds() {
        settings.apply(Map.of());
        element.use(part.settings);
        rig.await(() -> part.statistics.now().lastPoll().isPresent(), part);
        CountDownLatch fails = new CountDownLatch(2);
        runtime.start(() -> true, Duration.ofMillis(500), () -> {
            if (fails.getCount() > 0) {
                fails.countDown();
                throw new IllegalStateException("ours");
            }
        });
        rig.await(() -> element.health()
                .equals(new Health(
                        Health.Level.CRITICAL, "internal error, see the log: java.lang.IllegalStateException: ours")));
        rig.await(() -> element.health().level() == Health.Level.OK);
    }
}

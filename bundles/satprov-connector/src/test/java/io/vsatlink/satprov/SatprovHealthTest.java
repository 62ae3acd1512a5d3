/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.kit.runtime.Errands;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.profile.file.ProfileInForce;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.management.SatprovElement;
import io.vsatlink.satprov.management.SatprovErrands;
import io.vsatlink.satprov.management.SatprovPages;
import io.vsatlink.satprov.poll.PollDuty;
import io.vsatlink.satprov.poll.PollQueue;
import io.vsatlink.satprov.poll.SatprovSettings;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;
import io.vsatlink.satprov.remote.SatprovProfile;
import io.vsatlink.testkit.Churn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SatprovHealthTest {
    private final ChangeSignal changes = new ChangeSignal();
    private final MemoryVsatStore store = new MemoryVsatStore();
    private final ElementRuntime runtime = new ElementRuntime("satprov", "uat", changes);
    private final ProfileInForce profile = SatprovProfile.BUILT_IN.inForce(null);
    private final ConnectionGate<VendorClient> gate = new ConnectionGate<>(
            LoginStatus.RULES,
            access -> {
                throw new IllegalStateException("nobody calls");
            },
            new RefusedLogin(store, "uat", LoginStatus.RULES.memory()),
            new RetryTimer(Clock.systemUTC(), System::nanoTime),
            changes);
    private final PollQueue queue = new PollQueue(
            "uat",
            new PollQueue.StorePorts(
                    store, store, new Gone(), new PollDuty(new MemoryDuties("noc-1"), "uat", () -> {})),
            gate,
            null,
            new PollQueue.Resources(
                    runtime.one("poll"),
                    runtime.asNeeded("page"),
                    new PatientCaller(),
                    Clock.systemUTC(),
                    System::nanoTime,
                    new ChangeSignal()));
    private final ElementSettings settings =
            new ElementSettings(SettingCatalog.of(SatprovConfig.class), SatprovConfig.PID + "~uat", null);
    private final SatprovErrands errands = new SatprovErrands(new Errands(store, "satprov", "uat", System::nanoTime));
    private final SatprovElement element = new SatprovElement("uat", settings, profile, gate, queue, runtime, errands);

    /** As where the store was updated under us. */
    private static final class Gone implements ElementMemory {
        @Override
        public Optional<String> recall(String element, String name) {
            throw new NoClassDefFoundError("gone");
        }

        @Override
        public SortedMap<String, String> recallAll(String element, String prefix) {
            throw new NoClassDefFoundError("gone");
        }

        @Override
        public void remember(String element, String name, String value) {
            throw new NoClassDefFoundError("gone");
        }
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void anElementWhoseClockFailedWithAnErrorIsCritical() throws InterruptedException {
        settings.apply(Map.of());
        assertThat(element.health().level()).isEqualTo(Health.Level.WARNING);
        CountDownLatch told = new CountDownLatch(1);
        changes.add(() -> {
            if (element.health().level() == Health.Level.CRITICAL) {
                told.countDown();
            }
        });
        SatprovStart start =
                new SatprovStart(gate, queue, () -> true, () -> errands.carryOut(element), System::nanoTime);
        runtime.start(start::begin, Duration.ofSeconds(1), queue::pollDue);
        told.await();
        assertThat(element.health().reason())
                .startsWith("the clock of this element has stopped after an error: java.lang.NoClassDefFoundError");
    }

    @Test
    void allThatIsReadOfAnElementAndItsRowsIsOfOneMoment() throws Exception {
        settings.apply(Map.of());
        List<ParameterPage> shown = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        SatprovPages.show(
                element,
                (title, readings, operations) ->
                        shown.add(new ParameterPage(title, List.of(), settings, readings, operations)));
        try (Churn churn = Churn.of(this::flip)) {
            ParameterPage own = shown.remove(0);
            for (int i = 0; i < 5_000; i++) {
                Look look = new Look();
                assertThat(value(own, "healthReason", look))
                        .isEqualTo("not logged in: " + value(own, "loginReason", look));
                Set<String> states = new HashSet<>();
                for (ParameterPage row : shown) {
                    states.add(value(row, row.title().prefix() + ".status", look) + ": "
                            + value(row, row.title().prefix() + ".reason", look));
                }
                assertThat(states)
                        .hasSize(1)
                        .isSubsetOf(
                                "Disabled: never polled",
                                "Not Polled: never polled; due as soon as the login succeeds");
                seen.addAll(states);
                seen.add(value(own, "loginReason", look));
            }
        }
        assertThat(seen).hasSize(4);
    }

    private void flip() {
        queue.use(polling(true));
        gate.disable("switched off");
        queue.use(polling(false));
        gate.use(Optional.empty(), "host");
    }

    private static SatprovSettings polling(boolean enabled) {
        Map<Dataset, PollSettings> rows = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            rows.put(dataset, new PollSettings(enabled, Duration.ofDays(1), 250));
        }
        return new SatprovSettings(Optional.empty(), "", "", Optional.empty(), rows);
    }

    private static Object value(ParameterPage page, String key, Look look) throws ReadingException {
        return page.value(page.parameter(key).orElseThrow(), look);
    }
}

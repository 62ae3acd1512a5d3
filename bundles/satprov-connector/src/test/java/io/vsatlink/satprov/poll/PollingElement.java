/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.Backoff;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.poll.SatprovSettings.PollLimits;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;
import io.vsatlink.satprov.remote.SatprovProfile;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** An element that polls the simulator, its work done step by step and its time moved by the test. */
abstract class PollingElement {
    static final ObjectMapper JSON = new ObjectMapper();

    /** As many attempts as usual, a thousand times as fast. */
    static final Backoff HURRIED = new Backoff(
            Collections.nCopies(PatientCaller.ATTEMPTS - 1, new Backoff.Span(Duration.ZERO, Duration.ofMillis(20))),
            new Backoff.Span(Duration.ofMillis(10), Duration.ofMillis(20)));

    final AtomicLong later = new AtomicLong();
    final SimulatorProcess vendor = SimulatorProcess.start("--circuits", "300");
    final MemoryVsatStore store = new MemoryVsatStore();
    final MemoryDuties duties = new MemoryDuties("noc-1");
    final List<Event> events = new ArrayList<>();
    final List<LoginStatus> loginAtEvents = new ArrayList<>();
    final Deque<Runnable> work = new ArrayDeque<>();
    final ConnectionGate<VendorClient> gate = new ConnectionGate<>(
            LoginStatus.RULES,
            PollingElement::client,
            new RefusedLogin(store, "uat", LoginStatus.RULES.memory()),
            new RetryTimer(Clock.systemUTC(), this::nanoTime),
            new ChangeSignal());
    final ExecutorService pages = Executors.newCachedThreadPool();
    PollQueue queue;

    @BeforeEach
    void element() {
        queue = element("secret", true);
    }

    @AfterEach
    void stop() {
        pages.shutdown();
        gate.close();
        vendor.close();
    }

    void pollAll() {
        gate.start();
        queue.pollDue();
        runAll();
        events.clear();
        loginAtEvents.clear();
    }

    long nanoTime() {
        return System.nanoTime() + later.get();
    }

    void pass(Duration time) {
        later.addAndGet(time.toNanos());
    }

    Duration untilNextPoll(Dataset dataset) {
        return Duration.between(Instant.now(), row(dataset).nextPoll());
    }

    void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    DatasetStatus row(Dataset dataset) {
        return queue.status().stream()
                .filter(row -> row.dataset() == dataset)
                .findFirst()
                .orElseThrow();
    }

    Generation current(Dataset dataset) {
        return store.current("uat", dataset).orElseThrow();
    }

    String anyKey() {
        try (var snapshot = store.snapshot("uat");
                var rows = snapshot.rows(CIRCUITS)) {
            return rows.findFirst().orElseThrow().key();
        }
    }

    List<Long> calls(String... names) throws Exception {
        JsonNode calls = JSON.readTree(vendor.get("calls"));
        List<Long> counts = new ArrayList<>();
        for (String name : names) {
            counts.add(calls.get(name).asLong());
        }
        return counts;
    }

    PollQueue element(String password, boolean enabled) {
        // of an element before it
        duties.end();
        SatprovSettings settings = settings(password, enabled);
        EventAdmin recorder = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
                loginAtEvents.add(LoginStatus.of(gate.connection().state()));
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("an event must not wait for its handlers");
            }
        };
        gate.use(settings.access(), settings.missing());
        PollEvents pollEvents = new PollEvents(recorder, store, "uat");
        PollQueue made = new PollQueue(
                "uat",
                new PollQueue.StorePorts(store, store, store, new PollDuty(duties, "uat", () -> {})),
                gate,
                pollEvents,
                new PollQueue.Resources(
                        work::add,
                        pages,
                        new PatientCaller(HURRIED),
                        Clock.systemUTC(),
                        this::nanoTime,
                        new ChangeSignal()));
        made.use(settings);
        return made;
    }

    static VendorClient client(Access access) {
        return new VendorClient(SatprovProfile.BUILT_IN.read(), access.endpoint(), access.credentials());
    }

    /** Of the vendor that the settings name. */
    int port() {
        return vendor.port();
    }

    SatprovSettings settings(String password, boolean enabled) {
        Access access = new Access(
                new Endpoint(URI.create("http://127.0.0.1:" + port()), "ByPassProxy", null),
                new Credentials("vsat", password));
        Map<Dataset, PollSettings> polling = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            polling.put(dataset, new PollSettings(enabled, Duration.ofDays(1), 250));
        }
        return new SatprovSettings(
                Optional.of(access), "", "", Optional.of(new PollLimits(4, 0, 10, Duration.ofDays(1))), polling);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.poll.ChangingVendor.Circuit;
import io.vsatlink.satprov.poll.SatprovSettings.PollLimits;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;
import io.vsatlink.satprov.remote.SatprovProfile;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.testkit.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** An element with a Derby database that polls the circuits of a vendor which can be asked for changes; by a clock of its own. */
final class ChangingElement implements AutoCloseable {
    /** Hours ahead of the vendor's, so that nothing works by accident. */
    final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T03:07:11Z"));

    final List<Event> events = new ArrayList<>();
    private final Path folder;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ExecutorService pages = Executors.newCachedThreadPool();
    private VendorProfile profile = profile(text());
    private URI vendor;
    private String username = "vsat";
    private JdbcVsatStore store;
    private ConnectionGate<VendorClient> gate;
    private PollQueue queue;

    ChangingElement(Path folder, URI vendor) {
        this.folder = folder;
        this.vendor = vendor;
        start();
    }

    /** The text of the vendor's profile. */
    static String text() {
        try (InputStream in = ChangingElement.class.getResourceAsStream("changing-vendor.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VendorProfile profile(String text) {
        try {
            ProfileNeeds needs = SatprovProfile.BUILT_IN.needs();
            return ProfileReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "changing-vendor.json", needs);
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }

    private void start() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), clock);
        gate = new ConnectionGate<>(
                LoginStatus.RULES,
                access -> new VendorClient(profile, access.endpoint(), access.credentials()),
                new RefusedLogin(store.memory(), "uat", LoginStatus.RULES.memory()),
                new RetryTimer(Clock.systemUTC(), System::nanoTime),
                new ChangeSignal());
        EventAdmin recorder = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("an event must not wait for its handlers");
            }
        };
        queue = new PollQueue(
                "uat",
                new PollQueue.StorePorts(
                        store,
                        store.journal(),
                        store.memory(),
                        new PollDuty(new MemoryDuties("noc-1"), "uat", () -> {})),
                gate,
                new PollEvents(recorder, store, "uat"),
                new PollQueue.Resources(
                        work::add,
                        pages,
                        new PatientCaller(PollingElement.HURRIED),
                        clock,
                        System::nanoTime,
                        new ChangeSignal()));
        settings(Duration.ofMinutes(1), Duration.ofDays(365));
        queue.recall();
    }

    /** Sets the intervals of the polls and of the full ones. */
    void settings(Duration interval, Duration full) {
        Access access = new Access(new Endpoint(vendor, "ByPassProxy", null), new Credentials(username, "secret"));
        gate.use(Optional.of(access), "");
        gate.start();
        queue.use(new SatprovSettings(
                Optional.of(access),
                "",
                "",
                Optional.of(new PollLimits(2, 0, 100, full)),
                Map.of(CIRCUITS, new PollSettings(true, interval, 10))));
    }

    /** Ends without closing any writer, and begins again with the same database. */
    void restart() {
        close(false);
        start();
    }

    /** The same element after a change of its settings. */
    void restartWith(URI address, String name, String profileText) {
        vendor = address;
        username = name;
        profile = profile(profileText);
        restart();
    }

    DatasetStatus poll() {
        return poll(false);
    }

    DatasetStatus pollFull() {
        return poll(true);
    }

    /** Asks for changes, and before that begins for the whole listing. */
    DatasetStatus pollAndThenFull() {
        queue.poll(CIRCUITS);
        return poll(true);
    }

    private DatasetStatus poll(boolean full) {
        events.clear();
        boolean queued = full ? queue.pollFull(CIRCUITS) : queue.poll(CIRCUITS);
        assertThat(queued || full).isTrue();
        while (!work.isEmpty()) {
            work.remove().run();
        }
        return row();
    }

    DatasetStatus row() {
        return queue.status().stream()
                .filter(row -> row.dataset() == CIRCUITS)
                .findFirst()
                .orElseThrow();
    }

    /** What the check of the profile reports. */
    String check() {
        Endpoint endpoint = new Endpoint(vendor, "ByPassProxy", null);
        try (VendorClient client = new VendorClient(profile, endpoint, new Credentials(username, "secret"))) {
            return String.join(
                    "\n",
                    new ProfileCheck(profile, client).listing("circuits", 10).lines());
        }
    }

    void accept() {
        CompletableFuture<PollRecord> accepted = queue.acceptHeld(CIRCUITS);
        while (!work.isEmpty()) {
            work.remove().run();
        }
        assertThat(accepted).isCompleted();
    }

    Generation current() {
        return store.current("uat", CIRCUITS).orElseThrow();
    }

    PollRecord last() {
        return store.journal().last("uat", CIRCUITS).orElseThrow();
    }

    /** The stored circuits, by key. */
    List<Circuit> stored() {
        try (var snapshot = store.snapshot("uat");
                var rows = snapshot.rows(CIRCUITS)) {
            return rows.map(ChangingElement::circuit).toList();
        }
    }

    private static Circuit circuit(Row row) {
        TimeValue modified = (TimeValue) row.get("lastModified");
        return new Circuit(row.key(), row.text("status"), modified == null ? null : modified.instant());
    }

    private void close(boolean last) {
        queue.stop();
        work.clear();
        gate.close();
        store.close();
        if (last) {
            pages.shutdownNow();
        }
    }

    @Override
    public void close() {
        close(true);
    }
}

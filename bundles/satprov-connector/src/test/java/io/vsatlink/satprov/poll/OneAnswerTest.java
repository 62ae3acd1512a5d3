/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.read.ProfileReader;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.poll.SatprovSettings.PollLimits;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;
import io.vsatlink.satprov.remote.SatprovProfile;
import io.vsatlink.testkit.http.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Circuits, customers and locations in one response, and devices in a response of their own. */
class OneAnswerTest {
    private static final String PROFILE =
            """
            {"vocabulary": 2, "name": "lab", "version": 1, "others": null,
             "auth": {"type": "basic", "checkPath": "/ping"}, "errors": {"codePointers": [], "messagePointers": []},
             "paging": {"style": "none"},
             "listings": {
              "circuits": {"path": "/inventory", "itemsPointer": "/circuits", "key": "circuitId",
                "columns": {"circuitId": "/id", "circuitAlias": "/alias"}},
              "customers": {"path": "/inventory", "itemsPointer": "/customers", "key": "customerNumber",
                "columns": {"customerNumber": "/no"}, "paging": {"style": "none", "totalPointer": "/customerCount"}},
              "locations": {"path": "/inventory", "itemsPointer": "/circuits", "rows": "/site", "distinct": true,
                "key": "locationId", "columns": {"locationId": "/id"}},
              "devices": {"path": "/inventory", "query": {"kind": "devices"}, "itemsPointer": "/devices", "key": "deviceId",
                "columns": {"deviceId": "/id"}}}}
            """;

    private final AtomicLong later = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger circuits = new AtomicInteger(3);
    private final RawServer vendor = RawServer.start((request, out, socket) -> answer(request, out));
    private final MemoryVsatStore store = new MemoryVsatStore();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ExecutorService pages = Executors.newCachedThreadPool();
    private final ConnectionGate<VendorClient> gate = new ConnectionGate<>(
            LoginStatus.RULES,
            OneAnswerTest::client,
            new RefusedLogin(store, "uat", LoginStatus.RULES.memory()),
            new RetryTimer(Clock.systemUTC(), this::nanoTime),
            new ChangeSignal());
    private volatile String padding = "";
    private volatile int customerCount = 2;
    private volatile Runnable whileAnswering = () -> {};
    private PollQueue queue;

    @BeforeEach
    void start() {
        SatprovSettings settings = settings();
        gate.use(settings.access(), settings.missing());
        queue = new PollQueue(
                "uat",
                new PollQueue.StorePorts(store, store, store, new PollDuty(new MemoryDuties("noc-1"), "uat", () -> {})),
                gate,
                new PollEvents(new Quiet(), store, "uat"),
                new PollQueue.Resources(
                        work::add,
                        pages,
                        new PatientCaller(PollingElement.HURRIED),
                        Clock.systemUTC(),
                        this::nanoTime,
                        new ChangeSignal()));
        queue.use(settings);
        gate.start();
    }

    @AfterEach
    void stop() throws IOException {
        pages.shutdown();
        gate.close();
        vendor.close();
    }

    @Test
    void datasetsOfOneResponseAreReadFromItAndThoseOfAnotherAreNot() {
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).reason()).startsWith("1 page, 3 rows: 3 added, 0 changed, 0 removed");
        assertThat(row(CUSTOMERS).reason()).startsWith("1 page, 2 rows: 2 added, 0 changed, 0 removed");
        assertThat(row(LOCATIONS).reason()).startsWith("1 page, 3 rows: 1 added, 0 changed, 0 removed");
        assertThat(row(DEVICES).totalItems()).isEqualTo(1);
        assertThat(calls("/inventory ")).isEqualTo(1);
        assertThat(calls("/inventory?kind=devices ")).isEqualTo(1);
    }

    @Test
    void laterPollsAskAgainOnceForAllOfThem() {
        queue.pollDue();
        runAll();
        circuits.set(5);
        pass(Duration.ofDays(1));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).totalItems()).isEqualTo(5);
        assertThat(calls("/inventory ")).isEqualTo(2);
        assertThat(row(CIRCUITS).lastAttempt()).isEqualTo(row(LOCATIONS).lastAttempt());
    }

    @Test
    void aPollOfOneOfThemLaterDoesNotSeparateThemForGood() {
        queue.pollDue();
        runAll();
        pass(Duration.ofHours(1));
        queue.poll(LOCATIONS);
        runAll();
        assertThat(calls("/inventory ")).isEqualTo(2);
        pass(Duration.ofHours(23));
        queue.pollDue();
        runAll();
        assertThat(calls("/inventory ")).isEqualTo(3);
        pass(Duration.ofDays(1));
        queue.pollDue();
        runAll();
        assertThat(calls("/inventory ")).isEqualTo(4);
    }

    @Test
    void aPollThatIsRequestedAfterTheResponseWasDoesNotUseIt() {
        whileAnswering = () -> queue.poll(CUSTOMERS);
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CUSTOMERS).totalItems()).isEqualTo(2);
        assertThat(calls("/inventory ")).isEqualTo(2);
    }

    @Test
    void aPollThatIsRequestedAfterACancellationDoesNotUseAnEarlierResponse() {
        whileAnswering = () -> {
            queue.cancel();
            queue.poll(CUSTOMERS);
        };
        queue.poll(CIRCUITS);
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.FAILED);
        assertThat(row(CUSTOMERS).totalItems()).isEqualTo(2);
        assertThat(calls("/inventory ")).isEqualTo(2);
    }

    @Test
    void rowsAreMissingForSureOnlyIfASecondResponseLacksThemToo() {
        queue.pollDue();
        runAll();
        circuits.set(2);
        pass(Duration.ofDays(1));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).totalItems()).isEqualTo(2);
        // the second response serves the others, which miss nothing
        assertThat(calls("/inventory ")).isEqualTo(3);
    }

    @Test
    void aListingThatIsWrongInTheResponseFailsAloneAndItsRetryAsksAgain() {
        customerCount = 3;
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(row(LOCATIONS).status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(row(CUSTOMERS).reason()).startsWith("the vendor reports 3 rows but lists 2");
        assertThat(calls("/inventory ")).isEqualTo(1);
        customerCount = 2;
        pass(Duration.ofMinutes(5));
        queue.pollDue();
        runAll();
        assertThat(row(CUSTOMERS).totalItems()).isEqualTo(2);
        assertThat(calls("/inventory ")).isEqualTo(2);
    }

    @Test
    void aLargeResponseIsNotKept() {
        padding = "x".repeat(17 << 20);
        queue.pollDue();
        runAll();
        assertThat(queue.status()).filteredOn(row -> row.totalItems() > 0).hasSize(4);
        assertThat(calls("/inventory ")).isEqualTo(3);
    }

    private boolean answer(String request, OutputStream out) throws IOException {
        if (request.startsWith("GET /ping ")) {
            return RawServer.json(out, "{}");
        }
        if (asked.incrementAndGet() == 1) {
            whileAnswering.run();
        }
        if (request.contains("kind=devices")) {
            return RawServer.json(out, "{\"devices\":[{\"id\":\"D1\"}]}");
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < circuits.get(); i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"C%d\",\"alias\":\"A\",\"site\":{\"id\":\"L1\"}}".formatted(i));
        }
        return RawServer.json(
                out,
                "{\"padding\":\"%s\",\"circuits\":[%s],\"customers\":[{\"no\":1},{\"no\":2}],\"customerCount\":%d}"
                        .formatted(padding, rows, customerCount));
    }

    private long calls(String target) {
        return vendor.requests().stream()
                .filter(request -> request.startsWith("GET " + target))
                .count();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private DatasetStatus row(Dataset dataset) {
        return queue.status().stream()
                .filter(row -> row.dataset() == dataset)
                .findFirst()
                .orElseThrow();
    }

    private long nanoTime() {
        return System.nanoTime() + later.get();
    }

    private void pass(Duration time) {
        later.addAndGet(time.toNanos());
    }

    private SatprovSettings settings() {
        Access access = new Access(
                new Endpoint(URI.create("http://127.0.0.1:" + vendor.port()), "ByPassProxy", null),
                new Credentials("vsat", "secret"));
        Map<Dataset, PollSettings> polling = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            boolean enabled = List.of(CIRCUITS, CUSTOMERS, LOCATIONS, DEVICES).contains(dataset);
            polling.put(dataset, new PollSettings(enabled, Duration.ofDays(1), 250));
        }
        return new SatprovSettings(
                Optional.of(access), "", "", Optional.of(new PollLimits(4, 0, 100, Duration.ofDays(1))), polling);
    }

    private static VendorClient client(Access access) {
        try {
            return new VendorClient(
                    ProfileReader.read(
                            new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8)),
                            "lab.json",
                            SatprovProfile.BUILT_IN.needs()),
                    access.endpoint(),
                    access.credentials());
        } catch (ProfileException e) {
            throw new AssertionError(e.mistakes().toString(), e);
        }
    }

    private static final class Quiet implements EventAdmin {
        @Override
        public void postEvent(Event event) {}

        @Override
        public void sendEvent(Event event) {}
    }
}

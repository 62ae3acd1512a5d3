package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.Access;
import io.vsatlink.remote.Credentials;
import io.vsatlink.remote.Endpoint;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.Backoff;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.satprov.SatprovSettings;
import io.vsatlink.satprov.SatprovSettings.PollLimits;
import io.vsatlink.satprov.SatprovSettings.PollSettings;
import io.vsatlink.satprov.login.LoginGate;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.remote.SatprovClient;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Login and polls against the simulator, on a store in memory; the worker runs when the test says so. */
class PollingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As many attempts as usual, a thousand times as fast. */
    private static final Backoff HURRIED = new Backoff(
            Collections.nCopies(PatientCaller.ATTEMPTS - 1, new Backoff.Span(Duration.ZERO, Duration.ofMillis(20))),
            new Backoff.Span(Duration.ofMillis(10), Duration.ofMillis(20)));

    private final AtomicLong later = new AtomicLong();
    private final SimulatorProcess vendor = SimulatorProcess.start("--circuits", "300");
    private final MemoryVsatStore store = new MemoryVsatStore();
    private final List<Event> events = new ArrayList<>();
    private final List<LoginStatus> loginAtEvents = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final LoginGate gate = new LoginGate(
            PollingTest::client, store, "uat", new RetryTimer(Clock.systemUTC(), this::nanoTime), new ChangeSignal());
    private final ExecutorService pages = Executors.newCachedThreadPool();
    private PollQueue queue;

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

    @Test
    void pollsWhatIsDueOnceAndTellsWhenItFallsIdle() {
        gate.loginAtStart();
        queue.pollDue();
        assertThat(queue.status()).allMatch(row -> row.status() == PollStatus.QUEUED);
        runAll();

        assertThat(queue.status()).allMatch(row -> row.status() == PollStatus.SUCCEEDED);
        DatasetStatus circuits = row(CIRCUITS);
        assertThat(circuits.reason())
                .isEqualTo("2 pages, 300 rows: 300 added, 0 changed, 0 removed;"
                        + " new, and kept as extra: portalNote, riskScore, tags");
        assertThat(circuits.totalItems()).isEqualTo(300);
        assertThat(circuits.pagesTotal()).isEqualTo(2);
        assertThat(circuits.nextPoll()).isEqualTo(circuits.lastAttempt().plus(Duration.ofDays(1)));
        assertThat(events).extracting(Event::getTopic).hasSize(9).endsWith(Topics.POLL_COMPLETED);

        queue.pollDue();
        assertThat(work).isEmpty();
    }

    @Test
    void anUnchangedPollChangesNothingAndAChangedOneOnlyThat() throws Exception {
        pollAll();
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(current(CUSTOMERS)).extracting("added", "changed", "removed").containsExactly(0L, 0L, 0L);

        JsonNode done = JSON.readTree(vendor.post("rows/circuits", "{\"add\":2,\"change\":3,\"remove\":1}"));
        queue.poll(CIRCUITS);
        runAll();
        assertThat(current(CIRCUITS)).extracting("added", "changed", "removed").containsExactly(2L, 3L, 1L);
        String gone = done.get("removed").get(0).asText();
        try (var snapshot = store.snapshot("uat")) {
            assertThat(snapshot.row(CIRCUITS, gone)).isEmpty();
        }
    }

    @Test
    void aFailedPollKeepsTheDataAndSaysOnWhichPage() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"page\":2,\"status\":503,\"body\":\"down\"}]");
        vendor.post("rows/circuits", "{\"change\":100}");
        queue.poll(CIRCUITS);
        runAll();

        DatasetStatus row = row(CIRCUITS);
        assertThat(row.status()).isEqualTo(PollStatus.FAILED);
        assertThat(row.reason())
                .startsWith("page 2 of 2: HTTP 503 from satellite-provisioning")
                .contains("correlation", ", 10 attempts")
                .contains("; showing data of ");
        assertThat(current(CIRCUITS).number()).isEqualTo(1);
        assertThat(row.lastOutcome()).isEqualTo(PollOutcome.FAILED);
        assertThat(row.totalItems()).isEqualTo(300);
    }

    @Test
    void aFailedPollIsMadeAgainLongBeforeItsIntervalIsOver() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":503}]");
        queue.poll(CIRCUITS);
        runAll();
        queue.pollDue();
        assertThat(work).isEmpty();
        assertThat(untilNextPoll(CIRCUITS)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));

        pass(Duration.ofMinutes(5));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.FAILED);
        assertThat(untilNextPoll(CIRCUITS)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(untilNextPoll(CUSTOMERS)).isGreaterThan(Duration.ofHours(23));

        PollQueue restarted = element("secret", true);
        restarted.recall();
        queue = restarted;
        assertThat(untilNextPoll(CIRCUITS)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        vendor.post("faults", "[]");
        gate.loginAtStart();
        pass(Duration.ofMinutes(15));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(untilNextPoll(CIRCUITS)).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aPollThatAPersonCancelledIsNotMadeAgainBeforeItsInterval() {
        pollAll();
        queue.poll(CIRCUITS);
        vendor.post("faults", "[{\"path\":\"circuits\",\"page\":2,\"delayMillis\":5000}]");
        Thread cancels = new Thread(() -> {
            while (row(CIRCUITS).pagesProcessed() == 0 || row(CIRCUITS).status() != PollStatus.POLLING) {
                Thread.onSpinWait();
            }
            queue.cancel();
        });
        cancels.start();
        runAll();
        assertThat(row(CIRCUITS).lastOutcome()).isEqualTo(PollOutcome.CANCELLED);
        assertThat(untilNextPoll(CIRCUITS)).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aTokenThatIsNotTakenStopsThePollsForAWhileOnly() throws Exception {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":401}]");
        for (int time = 0; time < 2; time++) {
            vendor.post("reset-calls", "");
            queue.poll(CIRCUITS);
            runAll();
            assertThat(gate.status()).isEqualTo(LoginStatus.FAILED);
            assertThat(gate.reason())
                    .matches("satellite-provisioning does not take our token.*; next attempt at \\S+Z");
            assertThat(calls("logins")).containsExactly(1L);
            assertThat(gate.retryDue()).isFalse();
            pass(Duration.ofSeconds(30L << time).minusSeconds(1));
            assertThat(gate.retryDue()).isFalse();
            pass(Duration.ofSeconds(1));
            assertThat(gate.retryDue()).isTrue();
            gate.attempt();
            assertThat(gate.status()).isEqualTo(LoginStatus.SUCCESS);
        }
        vendor.post("faults", "[]");
        pass(Duration.ofHours(1));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.SUCCEEDED);
    }

    @Test
    void aRestartTriesALoginAgainWhoseTokenWasNotTaken() throws Exception {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":401}]");
        queue.poll(CIRCUITS);
        runAll();
        gate.loginAtStart();
        assertThat(gate.status()).isEqualTo(LoginStatus.SUCCESS);
    }

    @Test
    void aPartOfWhatTheVendorReportsFailsThePoll() {
        pollAll();
        vendor.post("rows/circuits", "{\"remove\":1}");
        vendor.post(
                "faults",
                "[{\"path\":\"circuits\",\"page\":2,\"status\":200,\"body\":"
                        + "\"{\\\"page\\\":2,\\\"pageSize\\\":250,\\\"totalItems\\\":299,\\\"totalPages\\\":2,"
                        + "\\\"items\\\":[]}\"}]");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).reason())
                .startsWith("the vendor reports 299 rows but lists 250, in 5 passes; showing data of ");
        assertThat(current(CIRCUITS).number()).isEqualTo(1);
    }

    @Test
    void aPageThatIsNotThereFailsThePollAndIsNamed() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"page\":2,\"status\":404}]");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).reason())
                .startsWith("1 expected page returned HTTP 404, in 5 passes: 250 rows came,"
                        + " 0 of them again, and the vendor reports 300; showing data of ");
        assertThat(current(CIRCUITS).number()).isEqualTo(1);
    }

    @Test
    void anEmptyAnswerEmptiesADatasetOnlyWhereAPersonAcceptsIt() {
        pollAll();
        vendor.post(
                "faults",
                "[{\"path\":\"customers\",\"status\":200,\"body\":\"{\\\"totalItems\\\":0,\\\"items\\\":[]}\"}]");
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(row(CUSTOMERS).status()).isEqualTo(PollStatus.HELD);
        assertThat(row(CUSTOMERS).reason()).startsWith("all 6 rows would go; nothing is published until");
        assertThat(current(CUSTOMERS).rows()).isEqualTo(6);

        CompletableFuture<PollRecord> accepted = queue.acceptHeld(CUSTOMERS);
        runAll();
        assertThat(accepted).isCompleted();
        assertThat(row(CUSTOMERS).status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(row(CUSTOMERS).reason()).isEqualTo("accepted: 0 added, 0 changed, 6 removed");
        assertThat(current(CUSTOMERS).rows()).isZero();
    }

    @Test
    void aBadRowIsSetAsideAndKeepsItsOldVersion() {
        pollAll();
        String key = anyKey();
        vendor.post("rows/circuits", "{\"set\":{\"" + key + "\":{\"serviceTier\":\"three\"}}}");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).reason())
                .isEqualTo("2 pages, 300 rows: 0 added, 0 changed, 0 removed; 1 rows set aside, for instance " + key
                        + " (serviceTier: \"three\" is not a whole number)");
        assertThat(current(CIRCUITS).rows()).isEqualTo(300);
    }

    @Test
    void aRowWithoutAReadableKeyMakesThePollRemoveNothing() throws Exception {
        pollAll();
        List<String> rows = new ArrayList<>(vendor.truth("customers").toList());
        rows.set(0, "{\"customerName\":\"without a key\"}");
        String page = "{\"totalItems\":" + rows.size() + ",\"items\":[" + String.join(",", rows) + "]}";
        vendor.post(
                "faults", "[{\"path\":\"customers\",\"status\":200,\"body\":" + JSON.writeValueAsString(page) + "}]");
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(row(CUSTOMERS).reason()).contains("0 removed; 1 rows set aside, for instance one (customerNumber");
        assertThat(current(CUSTOMERS).rows()).isEqualTo(6);
    }

    @Test
    void aRefusedPasswordIsTriedOnceAndNeverAgainByItself() throws Exception {
        queue = element("wrong", true);
        gate.loginAtStart();
        queue.pollDue();
        assertThat(gate.status()).isEqualTo(LoginStatus.FAILED);
        assertThat(gate.reason())
                .contains("satellite-provisioning refuses the login of \"vsat\"")
                .doesNotContain("wrong\"");
        assertThat(work).isEmpty();

        LoginGate restarted = new LoginGate(
                PollingTest::client,
                store,
                "uat",
                new RetryTimer(Clock.systemUTC(), System::nanoTime),
                new ChangeSignal());
        restarted.use(settings("wrong", true));
        restarted.loginAtStart();
        assertThat(restarted.status()).isEqualTo(LoginStatus.FAILED);
        assertThat(restarted.reason()).contains("refused before");
        assertThat(calls("logins", "loginFailures")).containsExactly(1L, 1L);

        restarted.attempt();
        assertThat(calls("logins", "loginFailures")).containsExactly(2L, 2L);
    }

    @Test
    void whoeverSeesThatAPollWasRefusedSeesThatTheLoginIsToo() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":401}]");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.FAILED);
        assertThat(loginAtEvents).startsWith(LoginStatus.FAILED);
    }

    @Test
    void anotherPasswordNeedsALoginAndARunningPollGoesOn() {
        gate.loginAtStart();
        queue.poll(CIRCUITS);
        queue.poll(CUSTOMERS);
        gate.use(settings("half-typed", true));
        assertThat(gate.status()).isEqualTo(LoginStatus.NOT_LOGGED_IN);
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.NOT_POLLED);
        assertThat(store.current("uat", CIRCUITS)).isEmpty();
    }

    @Test
    void schedulesSurviveARestart() {
        pollAll();
        PollQueue restarted = element("secret", true);
        restarted.recall();
        restarted.pollDue();
        assertThat(work).isEmpty();
        assertThat(restarted.status()).allMatch(row -> row.status() == PollStatus.SUCCEEDED);
    }

    @Test
    void aDisabledDatasetIsPolledOnlyWhenAskedFor() {
        queue = element("secret", false);
        gate.loginAtStart();
        queue.pollDue();
        assertThat(work).isEmpty();
        assertThat(queue.poll(CUSTOMERS)).isTrue();
        assertThat(queue.poll(CUSTOMERS)).isFalse();
        runAll();
        assertThat(row(CUSTOMERS).status()).isEqualTo(PollStatus.DISABLED);
        assertThat(row(CUSTOMERS).totalItems()).isEqualTo(6);
    }

    @Test
    void cancelEmptiesTheQueue() {
        gate.loginAtStart();
        queue.pollDue();
        assertThat(queue.cancel()).isEqualTo(8);
        runAll();
        assertThat(queue.status()).allMatch(row -> row.status() == PollStatus.NOT_POLLED);
        assertThat(events).isEmpty();
    }

    private void pollAll() {
        gate.loginAtStart();
        queue.pollDue();
        runAll();
        events.clear();
        loginAtEvents.clear();
    }

    private long nanoTime() {
        return System.nanoTime() + later.get();
    }

    private void pass(Duration time) {
        later.addAndGet(time.toNanos());
    }

    private Duration untilNextPoll(Dataset dataset) {
        return Duration.between(Instant.now(), row(dataset).nextPoll());
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

    private Generation current(Dataset dataset) {
        return store.current("uat", dataset).orElseThrow();
    }

    private String anyKey() {
        try (var snapshot = store.snapshot("uat");
                var rows = snapshot.rows(CIRCUITS)) {
            return rows.findFirst().orElseThrow().key();
        }
    }

    private List<Long> calls(String... names) throws Exception {
        JsonNode calls = JSON.readTree(vendor.get("calls"));
        List<Long> counts = new ArrayList<>();
        for (String name : names) {
            counts.add(calls.get(name).asLong());
        }
        return counts;
    }

    private PollQueue element(String password, boolean enabled) {
        SatprovSettings settings = settings(password, enabled);
        EventAdmin recorder = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
                loginAtEvents.add(gate.status());
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("an event must not wait for its handlers");
            }
        };
        gate.use(settings);
        PollEvents pollEvents = new PollEvents(recorder, store, "uat");
        PollQueue made = new PollQueue(
                "uat",
                new PollQueue.StorePorts(store, store, store),
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

    private static SatprovClient client(Access access) {
        return new SatprovClient(access, SatprovProfile.builtIn());
    }

    private SatprovSettings settings(String password, boolean enabled) {
        Access access = new Access(
                new Endpoint(URI.create("http://127.0.0.1:" + vendor.port()), "ByPassProxy", null),
                new Credentials("vsat", password));
        Map<Dataset, PollSettings> polling = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            polling.put(dataset, new PollSettings(enabled, Duration.ofDays(1), 250));
        }
        return new SatprovSettings(Optional.of(access), "", "", Optional.of(new PollLimits(4, 0, 10)), polling);
    }
}

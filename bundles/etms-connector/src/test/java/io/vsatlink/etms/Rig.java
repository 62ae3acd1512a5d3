/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.MemoryOutbox;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.EtmsClient;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.connection.FieldRules;
import io.vsatlink.etms.frontend.Frontend;
import io.vsatlink.etms.frontend.FrontendSeats;
import io.vsatlink.etms.frontend.Seat;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.etms.hygiene.Hygiene;
import io.vsatlink.etms.planned.CircuitColumns;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.etms.request.Backend;
import io.vsatlink.etms.request.CircuitFacts;
import io.vsatlink.etms.request.RequestDesk;
import io.vsatlink.etms.request.RequestEvents;
import io.vsatlink.etms.request.UnmonitoredCircuits;
import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.Rows;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.Backoff;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** The parts of elements with stores in memory, against the simulator; they tick when a test calls for it. */
public final class Rig implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The usual number of attempts, with pauses a thousand times shorter. */
    private static final Backoff HURRIED = new Backoff(
            Collections.nCopies(PatientCaller.ATTEMPTS - 1, new Backoff.Span(Duration.ZERO, Duration.ofMillis(20))),
            new Backoff.Span(Duration.ofMillis(10), Duration.ofMillis(20)));

    public final SimulatorProcess etms;
    private final URI base;
    public final MemoryVsatStore store = new MemoryVsatStore();
    public final MemoryTicketMirror mirror = new MemoryTicketMirror(store);
    public final MemoryOutbox outbox;
    public final RequestDesk desk;
    private final Clock clock;
    private final VendorProfile profile;
    public final List<Event> events = new CopyOnWriteArrayList<>();
    public final FrontendSeats seats = new FrontendSeats();
    public final MemoryDuties duties = new MemoryDuties("noc-1");
    private final List<AutoCloseable> parts = new CopyOnWriteArrayList<>();

    public Rig(String... simulatorOptions) {
        this(SimulatorProcess.start(simulatorOptions), null, Clock.systemUTC(), EtmsProfile.BUILT_IN.read());
    }

    /** @param clock the wall clock that all parts read */
    public Rig(Clock clock, String... simulatorOptions) {
        this(SimulatorProcess.start(simulatorOptions), null, clock, EtmsProfile.BUILT_IN.read());
    }

    /** Uses another server with the built-in profile. */
    public Rig(URI base) {
        this(null, base, Clock.systemUTC(), EtmsProfile.BUILT_IN.read());
    }

    /** @param clock the wall clock that all parts read */
    public Rig(URI base, Clock clock, VendorProfile profile) {
        this(null, base, clock, profile);
    }

    private Rig(SimulatorProcess etms, URI base, Clock clock, VendorProfile profile) {
        this.etms = etms;
        this.base = base == null ? etms.base() : base;
        this.clock = clock;
        this.profile = profile;
        this.outbox = new MemoryOutbox(clock);
        this.desk = new RequestDesk(outbox, mirror, new CircuitFacts(store, () -> ""), () -> new FieldRules(profile));
    }

    /** The parts of one element. */
    public final class Part implements AutoCloseable {
        public final ConnectionGate<EtmsApi> gate;
        public final Backend backend;
        public final Statistics statistics = new Statistics(mirror, Rows.MOST);
        public final Frontend frontend;
        public final PatientCaller caller = new PatientCaller(HURRIED);
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final AtomicLong later = new AtomicLong();
        public EtmsSettings settings;

        Part(String name) {
            gate = new ConnectionGate<>(
                    ConnectionStatus.RULES,
                    access -> new EtmsClient(access, profile),
                    new RefusedLogin(store, name, ConnectionStatus.RULES.memory()),
                    new RetryTimer(Clock.systemUTC(), this::nanoTime),
                    new ChangeSignal());
            Claimant claimant = new Claimant("here", "now", name, Duration.ofMinutes(15));
            backend = new Backend(
                    new Backend.Ports(
                            outbox,
                            mirror,
                            new RequestEvents(new Recorder(), name),
                            new Hygiene(
                                    outbox, mirror, clock, new PlannedWork(), new CircuitColumns(store, () -> "uat"))),
                    gate,
                    claimant,
                    new Backend.Resources(
                            caller, threads, clock, System::nanoTime, RandomGenerator.getDefault(), () -> {}));
            frontend = new Frontend(
                    name,
                    mirror,
                    gate,
                    new Seat(seats, duties, name, () -> {}),
                    statistics,
                    new Frontend.Resources(
                            new PageCalls(caller, threads, 4),
                            store,
                            threads,
                            threads,
                            Clock.systemUTC(),
                            this::nanoTime,
                            new ChangeSignal()));
        }

        public void use(EtmsSettings next, List<TicketingSystem> ticketings) {
            settings = next;
            caller.limit(Backend.PARALLEL, next.perSecond());
            next.applyTo(gate);
            frontend.use(next, ticketings);
            backend.use(next.frontend() ? "" : next.system(), next.perSecond(), next.hygiene());
        }

        private long nanoTime() {
            return System.nanoTime() + later.get();
        }

        /** Advances the monotonic time of this part. */
        public void pass(Duration time) {
            later.addAndGet(time.toNanos());
        }

        public void tick() {
            gate.tick();
            backend.tick();
            frontend.tick();
        }

        @Override
        public void close() {
            backend.stop();
            frontend.stop();
            gate.close();
            threads.shutdown();
        }
    }

    public EventAdmin eventAdmin() {
        return new Recorder();
    }

    private final class Recorder implements EventAdmin {
        @Override
        public void postEvent(Event event) {
            events.add(event);
        }

        @Override
        public void sendEvent(Event event) {
            events.add(event);
        }
    }

    public Part backend(String name) {
        return part(name, Map.of("elementType", "Backend"), List.of());
    }

    public Part part(String name, Map<String, String> settings, List<TicketingSystem> ticketings) {
        Part part = new Part(name);
        parts.add(part);
        part.use(Settings.of(base, settings), ticketings);
        return part;
    }

    public String profileName() {
        return profile.name();
    }

    public String system() {
        return Settings.of(base, Map.of()).system();
    }

    public long submit(String externalId) {
        Map<String, String> fields = Map.of(
                "category", "Circuit Up/Down", "circuitId", "CIR-1", "severity", "3", "summary", "down " + externalId);
        return accept(TicketRequest.submit(externalId, fields, "service"));
    }

    public long accept(TicketRequest request) {
        return desk.accept(system(), request, UnmonitoredCircuits.MARK, "AutoVSATDataMiner")
                .id();
    }

    /** Ticks until no request is waiting. */
    public void deliverAll(Part... backends) {
        await(() -> counts().waiting() == 0, backends);
    }

    /** Ticks until the request is blocked, and returns the reason. */
    public String blocked(long request, Part... backends) {
        await(() -> outbox.find(system(), request).orElseThrow().state() == RequestState.BLOCKED, backends);
        return outbox.find(system(), request).orElseThrow().lastError();
    }

    public OutboxEntry entry(long request) {
        return outbox.find(system(), request).orElseThrow();
    }

    public OutboxCounts counts() {
        return outbox.counts(system());
    }

    public void await(BooleanSupplier condition, Part... ticking) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + PATIENCE + ": " + outbox.entries(system(), 20));
            }
            for (Part part : ticking) {
                part.tick();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Returns the records that the simulator wrote. */
    public List<JsonNode> books(String what) {
        try (Stream<String> lines = etms.get("etms/" + what).lines()) {
            return lines.filter(line -> !line.isBlank()).map(Rig::json).toList();
        }
    }

    public JsonNode told(String what) {
        return json(etms.get("etms/" + what));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
        if (etms != null) {
            etms.close();
        }
    }
}

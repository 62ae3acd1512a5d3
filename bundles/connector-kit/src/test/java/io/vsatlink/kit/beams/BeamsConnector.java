package io.vsatlink.kit.beams;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.kit.command.ProfiledElement;
import io.vsatlink.kit.connection.Connection;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.connection.ConnectionRules;
import io.vsatlink.kit.connection.ConnectionState;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.kit.sync.FieldMemory;
import io.vsatlink.kit.sync.ListedPages;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.kit.sync.SyncRules;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.Access;
import io.vsatlink.remote.Credentials;
import io.vsatlink.remote.Endpoint;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.VendorProfile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** One element: its wiring and its schedule. */
final class BeamsConnector implements ProfiledElement, AutoCloseable {
    private static final int ROWS_PER_PAGE = 20;
    private static final SyncRules SYNC = new SyncRules("row", 5, false);
    private static final ConnectionRules CONNECTION = new ConnectionRules(
            "the catalogue",
            "beams.refusedLogin",
            List.of(),
            true,
            "; not tried again until a setting changes",
            state -> "Catalogue " + state);

    private final String name;
    private final ProfileInForce profile;
    private final Function<BeamListing, GenerationWriter> store;
    private final ElementMemory memory;
    private final ElementRuntime runtime;
    private final ConnectionGate<VendorClient> gate;
    private final Executor poller;
    private final PageCalls calls;
    private final Map<BeamListing, Long> polledAt = new ConcurrentHashMap<>();
    private final Map<BeamListing, String> reasons = new ConcurrentHashMap<>();
    private volatile Duration interval = Duration.ofHours(1);
    private volatile StopSignal stop = new StopSignal();

    BeamsConnector(
            String name,
            ProfileInForce profile,
            Function<BeamListing, GenerationWriter> store,
            ElementMemory memory,
            ChangeSignal changes) {
        this.name = name;
        this.profile = profile;
        this.store = store;
        this.memory = memory;
        runtime = new ElementRuntime("beams", name, changes);
        gate = new ConnectionGate<>(
                CONNECTION,
                access -> new VendorClient(profile.profile(), access.endpoint(), access.credentials()),
                memory,
                name,
                new RetryTimer(Clock.systemUTC(), System::nanoTime),
                changes);
        poller = runtime.one("poll");
        calls = new PageCalls(new PatientCaller(), runtime.asNeeded("page"), 4);
        runtime.start(() -> true, Duration.ofMillis(100), this::tick);
    }

    void use(Values values) {
        Optional<String> missing = Stream.of("host", "port", "username", "password", "interval")
                .filter(needed -> !values.has(needed))
                .findFirst();
        if (missing.isEmpty()) {
            interval = values.duration("interval");
            Access access = new Access(
                    Endpoint.of(values.text("host"), values.number("port"), "", ""),
                    new Credentials(values.text("username"), values.text("password")));
            gate.use(Optional.of(access), "");
        } else {
            gate.use(Optional.empty(), missing.get());
        }
    }

    private void tick() {
        gate.closeRetired();
        gate.tick();
        gate.client().ifPresent(client -> Stream.of(BeamListing.values())
                .filter(this::due)
                .forEach(listing -> {
                    polledAt.put(listing, System.nanoTime());
                    poller.execute(() -> poll(client, listing));
                }));
    }

    private boolean due(BeamListing listing) {
        Long before = polledAt.get(listing);
        return before == null || System.nanoTime() - before >= interval.toNanos();
    }

    private void poll(VendorClient client, BeamListing listing) {
        stop = new StopSignal();
        PageSource pages = ListedPages.of(client, listing, ROWS_PER_PAGE).orElseThrow();
        FieldMemory fields = new FieldMemory(memory, name, "beams", listing);
        Sync sync = new Sync(SYNC, pages, fields, calls, stop, SyncListener.NOBODY);
        try (GenerationWriter writer = store.apply(listing)) {
            Sync.Result read = sync.read(writer);
            reasons.put(listing, writer.publish().rows() + " rows" + read.note());
            gate.works(client);
        } catch (SyncFailed e) {
            e.failure().ifPresent(failure -> gate.failed(client, failure));
            reasons.put(listing, e.getMessage());
        } catch (StoreException e) {
            reasons.put(listing, e.getMessage());
        } catch (StoppedException e) {
            reasons.put(listing, "stopped");
        }
    }

    /** How the last poll ended. */
    String reason(BeamListing listing) {
        return reasons.getOrDefault(listing, "never polled");
    }

    @Override
    public String type() {
        return "Beams";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Health health() {
        Connection connection = gate.connection();
        Health.Level level = connection.state() == ConnectionState.CONNECTED ? Health.Level.OK : Health.Level.CRITICAL;
        return runtime.clock().health(() -> new Health(level, connection.reason()));
    }

    @Override
    public ProfileInForce profile() {
        return profile;
    }

    @Override
    public VendorClient trial(VendorProfile tried) {
        return gate.trial(tried);
    }

    @Override
    public int rowsPerPage(String listing) {
        return ROWS_PER_PAGE;
    }

    @Override
    public void close() {
        runtime.stop(() -> stop.stop(), gate::close);
    }
}

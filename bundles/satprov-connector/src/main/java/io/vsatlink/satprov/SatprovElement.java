package io.vsatlink.satprov;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.kit.command.ProfiledElement;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.poll.PollQueue;
import io.vsatlink.satprov.remote.ProfileColumns;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element as its surfaces see it. Every method returns at once; every text is one sentence. Thread-safe. */
public final class SatprovElement implements ProvisioningElement, ProfiledElement {
    private final String name;
    private final ElementSettings settings;
    private final ProfileInForce profile;
    private final ConnectionGate<VendorClient> gate;
    private final PollQueue queue;
    private final ElementRuntime runtime;

    SatprovElement(
            String name,
            ElementSettings settings,
            ProfileInForce profile,
            ConnectionGate<VendorClient> gate,
            PollQueue queue,
            ElementRuntime runtime) {
        this.name = name;
        this.settings = settings;
        this.profile = profile;
        this.gate = gate;
        this.queue = queue;
        this.runtime = runtime;
    }

    @Override
    public String type() {
        return "Satprov";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<DatasetStatus> datasets() {
        return queue.status();
    }

    @Override
    public AddedColumns added(Dataset dataset) {
        ListingProfile listing = profile.profile().listings().get(dataset.key());
        return listing == null
                ? AddedColumns.NONE
                : ProfileColumns.of(listing.items().added());
    }

    @Override
    public Health health() {
        return runtime.clock().health(this::ownHealth);
    }

    private Health ownHealth() {
        if (!configurationProblems().isEmpty()) {
            return new Health(Health.Level.CRITICAL, configurationProblems());
        }
        if (!runtime.storeProblem().isEmpty()) {
            return new Health(Health.Level.CRITICAL, runtime.storeProblem());
        }
        if (loginStatus() == LoginStatus.FAILED) {
            return new Health(Health.Level.CRITICAL, "login failed: " + gate.reason());
        }
        if (loginStatus() == LoginStatus.NOT_LOGGED_IN) {
            return new Health(Health.Level.WARNING, "not logged in: " + gate.reason());
        }
        List<DatasetStatus> rows = datasets();
        return Stream.of(PollStatus.FAILED, PollStatus.HELD)
                .flatMap(worst -> rows.stream().filter(row -> row.status() == worst))
                .findFirst()
                .map(row -> row.dataset().key() + " " + row.status().label() + ": " + row.reason())
                .or(() -> rows.stream()
                        .filter(row -> !row.warning().isEmpty())
                        .findFirst()
                        .map(row -> row.dataset().key() + ": " + row.warning()))
                .map(reason -> new Health(Health.Level.WARNING, reason))
                .orElse(new Health(Health.Level.OK, "all enabled datasets are up to date or being polled"));
    }

    public LoginStatus loginStatus() {
        return LoginStatus.of(gate.state());
    }

    public String loginReason() {
        return gate.reason();
    }

    public String configurationProblems() {
        return settings.problems(profile.problem());
    }

    @Override
    public ProfileInForce profile() {
        return profile;
    }

    @Override
    public VendorClient trial(VendorProfile tried) {
        audit("profile-check " + tried.name());
        return gate.trial(tried);
    }

    @Override
    public int rowsPerPage(String dataset) {
        return (int) settings.values().number(dataset + ".itemsPerPage");
    }

    /** Starts a login attempt, also where the last one was refused. */
    public String login() {
        audit("login");
        runtime.clock().execute(() -> {
            gate.attempt();
            queue.allow();
        });
        return "Login started; Login Status shows the result.";
    }

    /** Queues datasets, disabled ones too. */
    public String poll(Collection<Dataset> datasets) {
        audit("poll " + datasets.stream().map(Dataset::key).collect(Collectors.joining(", ")));
        if (loginStatus() != LoginStatus.SUCCESS) {
            return "Nothing is polled: Login Status is " + loginStatus().label() + " (" + gate.reason() + ").";
        }
        List<Dataset> refused =
                datasets.stream().filter(row -> !queue.forbidden(row).isEmpty()).toList();
        long started = datasets.stream().filter(queue::poll).count();
        long busy = datasets.size() - refused.size() - started;
        return started + " queued"
                + (busy == 0 ? "" : ", " + busy + " already queued or polling")
                + refused.stream()
                        .map(row -> ", not " + row.key() + " until somebody logs in or changes a setting ("
                                + queue.forbidden(row) + ")")
                        .collect(Collectors.joining())
                + ".";
    }

    /**
     * Publishes what is held of a dataset.
     *
     * @return completed when that is done, exceptionally where it can't be
     */
    public CompletableFuture<PollRecord> acceptHeld(Dataset dataset) {
        audit("acceptDeletions " + dataset.key());
        return queue.acceptHeld(dataset);
    }

    /** {@link #acceptHeld} for those who do not wait. */
    public String acceptDeletions(Dataset dataset) {
        if (dataset(dataset).status() != PollStatus.HELD) {
            audit("acceptDeletions " + dataset.key());
            return "Nothing is Held for " + dataset.key() + ".";
        }
        CompletableFuture<PollRecord> unused = acceptHeld(dataset);
        return "Accepted; Status shows the result.";
    }

    /** Queues every enabled dataset. */
    public String pollAll() {
        return poll(datasets().stream()
                .filter(DatasetStatus::enabled)
                .map(DatasetStatus::dataset)
                .toList());
    }

    /** Ends the running poll and empties the queue. */
    public String cancel() {
        audit("cancel");
        int cancelled = queue.cancel();
        return cancelled == 0 ? "Nothing is queued or polling." : cancelled + " cancelled.";
    }

    /**
     * Sets a setting of a dataset's row.
     *
     * @param key {@code state}, {@code interval} or {@code itemsPerPage}
     * @throws BadValueException where there is no such setting or the value is not allowed
     * @throws IOException where the container could not keep it
     */
    public void set(Dataset row, String key, String text) throws BadValueException, IOException {
        String full = row.key() + "." + key;
        SettingDefinition definition =
                settings.definition(full).orElseThrow(() -> new BadValueException(full + ": there is no such setting"));
        settings.set(definition, text);
    }

    private void audit(String operation) {
        AuditLog.operation(type() + " " + name, operation);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.kit.command.ProfiledElement;
import io.vsatlink.kit.connection.Connection;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.file.ProfileInForce;
import io.vsatlink.runtime.Age;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.poll.PollQueue;
import io.vsatlink.satprov.remote.ProfileColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element, as used by its surfaces. Every method returns at once; every text is one sentence. Thread-safe. */
public final class SatprovElement implements ProvisioningElement, ProfiledElement {
    private final String name;
    private final ElementSettings settings;
    private final ProfileInForce profile;
    private final ConnectionGate<VendorClient> gate;
    private final PollQueue queue;
    private final ElementRuntime runtime;
    private final SatprovErrands errands;
    private final Map<Dataset, Age> ages = new EnumMap<>(Dataset.class);

    public SatprovElement(
            String name,
            ElementSettings settings,
            ProfileInForce profile,
            ConnectionGate<VendorClient> gate,
            PollQueue queue,
            ElementRuntime runtime,
            SatprovErrands errands) {
        this.name = name;
        this.settings = settings;
        this.profile = profile;
        this.gate = gate;
        this.queue = queue;
        this.runtime = runtime;
        this.errands = errands;
        for (Dataset dataset : Dataset.values()) {
            ages.put(dataset, new Age(Clock.systemUTC(), System::nanoTime));
        }
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
        return health(problems(), gate.connection(), datasets());
    }

    /** All readings of one moment. */
    public SatprovReadings readings() {
        String problems = problems();
        Connection connection = gate.connection();
        List<DatasetStatus> rows = datasets();
        String elsewhere = elsewhere();
        return new SatprovReadings(
                health(problems, connection, rows),
                problems,
                LoginStatus.of(connection.state()),
                elsewhere.isEmpty() ? connection.reason() : elsewhere,
                rows.stream()
                        .map(row -> DatasetReadings.of(row, ages.get(row.dataset())))
                        .toList());
    }

    /** That another container polls the element, as a sentence without its end; empty if none is known to. */
    public String elsewhere() {
        return queue.elsewhere();
    }

    private Health health(String problems, Connection connection, List<DatasetStatus> rows) {
        return runtime.clock().health(() -> ownHealth(problems, connection, rows));
    }

    private Health ownHealth(String problems, Connection connection, List<DatasetStatus> rows) {
        if (!problems.isEmpty()) {
            return new Health(Health.Level.CRITICAL, problems);
        }
        String storeProblem = runtime.storeProblem();
        if (!storeProblem.isEmpty()) {
            return new Health(Health.Level.CRITICAL, storeProblem);
        }
        String elsewhere = elsewhere();
        LoginStatus login = LoginStatus.of(connection.state());
        if (elsewhere.isEmpty() && login == LoginStatus.FAILED) {
            return new Health(Health.Level.CRITICAL, "login failed: " + connection.reason());
        }
        if (elsewhere.isEmpty() && login == LoginStatus.NOT_LOGGED_IN) {
            return new Health(Health.Level.WARNING, "not logged in: " + connection.reason());
        }
        return Stream.of(PollStatus.FAILED, PollStatus.HELD)
                .flatMap(worst -> rows.stream().filter(row -> row.status() == worst))
                .findFirst()
                .map(row -> row.dataset().key() + " " + row.status().label() + ": " + row.reason())
                .or(() -> rows.stream()
                        .filter(row -> !row.warning().isEmpty())
                        .findFirst()
                        .map(row -> row.dataset().key() + ": " + row.warning()))
                .map(reason -> new Health(Health.Level.WARNING, reason))
                .orElse(new Health(
                        Health.Level.OK,
                        elsewhere.isEmpty() ? "all enabled datasets are up to date or being polled" : elsewhere));
    }

    private String problems() {
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
    public Path draft(String file, String text) throws IOException {
        audit("profile-draft " + file);
        return profile.create(file, text);
    }

    @Override
    public int rowsPerPage(String dataset) {
        return (int) settings.values().number(dataset + ".itemsPerPage");
    }

    /** Starts a login attempt, even if the last one was refused. */
    @Operation("Logs in with the API Username and API Password; Login Status shows the result")
    public String login() {
        audit("login");
        String elsewhere = elsewhere();
        if (!elsewhere.isEmpty()) {
            return errands.login(elsewhere);
        }
        runtime.clock().execute(() -> {
            gate.attempt();
            queue.allow();
        });
        return "Login started; Login Status shows the result.";
    }

    /**
     * Queues datasets, including disabled ones.
     *
     * @param full whether the whole listings are read
     */
    public String poll(Collection<Dataset> datasets, boolean full) {
        audit((full ? "pollFull " : "poll ")
                + datasets.stream().map(Dataset::key).collect(Collectors.joining(", ")));
        String elsewhere = elsewhere();
        if (!elsewhere.isEmpty()) {
            return errands.poll(datasets, full, elsewhere);
        }
        Connection connection = gate.connection();
        LoginStatus login = LoginStatus.of(connection.state());
        if (login != LoginStatus.SUCCESS) {
            return "Nothing is polled: Login Status is " + login + " (" + connection.reason() + ").";
        }
        List<Dataset> refused =
                datasets.stream().filter(row -> !queue.forbidden(row).isEmpty()).toList();
        long started = datasets.stream()
                .filter(row -> full ? queue.pollFull(row) : queue.poll(row))
                .count();
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
     * Publishes the held poll of a dataset.
     *
     * @return completed when that is done, exceptionally if it fails
     */
    public CompletableFuture<PollRecord> acceptHeld(Dataset dataset) {
        audit("acceptDeletions " + dataset.key());
        return queue.acceptHeld(dataset);
    }

    /** {@link #acceptHeld} without waiting. */
    public String acceptDeletions(Dataset dataset) {
        if (dataset(dataset).status() != PollStatus.HELD) {
            audit("acceptDeletions " + dataset.key());
            return "Nothing is Held for " + dataset.key() + ".";
        }
        CompletableFuture<PollRecord> unused = acceptHeld(dataset);
        return "Accepted; Status shows the result.";
    }

    @Operation("Polls all enabled datasets now")
    public String pollAll() {
        return pollEnabled(false);
    }

    @Operation("Polls all enabled datasets now as a whole, even if the vendor could be asked for what changed")
    public String pollAllFull() {
        return pollEnabled(true);
    }

    private String pollEnabled(boolean full) {
        return poll(
                datasets().stream()
                        .filter(DatasetStatus::enabled)
                        .map(DatasetStatus::dataset)
                        .toList(),
                full);
    }

    @Operation("Cancels the running poll and clears the queue; the data of the last complete poll stays")
    public String cancel() {
        audit("cancel");
        String elsewhere = elsewhere();
        if (!elsewhere.isEmpty()) {
            return errands.cancel(elsewhere);
        }
        int cancelled = queue.cancel();
        return cancelled == 0 ? "Nothing is queued or polling." : cancelled + " cancelled.";
    }

    /**
     * Sets a setting of a dataset's row.
     *
     * @param key {@code state}, {@code interval} or {@code itemsPerPage}
     * @throws BadValueException if the setting does not exist or the value is not allowed
     * @throws IOException if the container could not save it
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

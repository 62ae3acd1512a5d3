package io.vsatlink.satprov;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.satprov.login.LoginGate;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.poll.PollQueue;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;

/** An element as its surfaces see it. Every method returns at once; every text is one sentence. Thread-safe. */
public final class SatprovElement implements ProvisioningElement {
    private final String name;
    private final ElementSettings settings;
    private final LoginGate gate;
    private final PollQueue queue;
    private final Executor clockThread;

    SatprovElement(String name, ElementSettings settings, LoginGate gate, PollQueue queue, Executor clockThread) {
        this.name = name;
        this.settings = settings;
        this.gate = gate;
        this.queue = queue;
        this.clockThread = clockThread;
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
    public Health health() {
        if (!settings.problems().isEmpty()) {
            return new Health(Health.Level.CRITICAL, settings.problems());
        }
        if (gate.status() == LoginStatus.FAILED) {
            return new Health(Health.Level.CRITICAL, "login failed: " + gate.reason());
        }
        if (gate.status() == LoginStatus.NOT_LOGGED_IN) {
            return new Health(Health.Level.WARNING, "not logged in: " + gate.reason());
        }
        return datasets().stream()
                .filter(row -> row.status() == PollStatus.FAILED || row.status() == PollStatus.HELD)
                .findFirst()
                .map(row -> new Health(
                        Health.Level.WARNING,
                        row.dataset().key() + " " + row.status().label() + ": " + row.reason()))
                .orElse(new Health(Health.Level.OK, "all that is enabled is in step or on its way"));
    }

    public LoginStatus loginStatus() {
        return gate.status();
    }

    public String loginReason() {
        return gate.reason();
    }

    public String configurationProblems() {
        return settings.problems();
    }

    /** Starts a login attempt, also where the last one was refused. */
    public String login() {
        clockThread.execute(() -> {
            gate.attempt();
            queue.pollDue();
        });
        return "Login started; Login Status tells how it ends.";
    }

    /** Queues datasets, disabled ones too. */
    public String poll(Collection<Dataset> datasets) {
        if (gate.status() != LoginStatus.SUCCESS) {
            return "Nothing is polled: Login Status is " + gate.status().label() + " (" + gate.reason() + ").";
        }
        long started = datasets.stream().filter(queue::poll).count();
        long busy = datasets.size() - started;
        return started + " queued" + (busy == 0 ? "." : ", " + busy + " queued or polling already.");
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
        SettingDefinition definition = SatprovConnector.CATALOG
                .definition(full)
                .orElseThrow(() -> new BadValueException(full + ": there is no such setting"));
        settings.set(definition, text);
    }
}

package io.vsatlink.etms;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.frontend.Frontend;
import io.vsatlink.etms.frontend.NewestTickets;
import io.vsatlink.etms.frontend.PollReport;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.etms.request.RequestDesk;
import io.vsatlink.kit.command.ProfiledElement;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.runtime.Age;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An element as its surfaces see it. Every text is one sentence. Thread-safe; waits for the database at the most. */
public final class EtmsElement implements TicketingElement, ProfiledElement {
    private static final Logger LOG = LoggerFactory.getLogger(EtmsElement.class);

    private final String name;
    private final Configuration configuration;
    private final Parts parts;
    private final NewestTickets newest;
    private volatile EtmsSettings settings;
    private CompletableFuture<Void> test = CompletableFuture.completedFuture(null);
    private volatile OutboxCounts counts = new OutboxCounts(0, 0, 0, 0, null);

    /** Its settings, and the vendor profile that they name. */
    record Configuration(ElementSettings settings, ProfileInForce profile) {}

    /** What it is made of. */
    record Parts(
            TicketMirror mirror,
            Outbox outbox,
            Age requestAge,
            ConnectionGate<EtmsApi> gate,
            Frontend frontend,
            Statistics statistics,
            RequestDesk desk,
            ActivityLogs logs,
            ElementRuntime runtime) {}

    EtmsElement(String name, Configuration configuration, Parts parts) {
        this.name = name;
        this.configuration = configuration;
        this.parts = parts;
        this.newest = new NewestTickets(parts.mirror(), Reading.MOST_ROWS);
    }

    void use(EtmsSettings next) {
        settings = next;
    }

    @Override
    public String type() {
        return "Etms";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String system() {
        return settings.system();
    }

    String managedBy() {
        return settings.managedBy();
    }

    public boolean frontend() {
        return settings.frontend();
    }

    public ConnectionGate<EtmsApi> connection() {
        return parts.gate();
    }

    public String configurationProblems() {
        return configuration.settings().problems(configuration.profile().problem());
    }

    @Override
    public ProfileInForce profile() {
        return configuration.profile();
    }

    @Override
    public VendorClient trial(VendorProfile tried) {
        audit("profile-check " + tried.name());
        return parts.gate().trial(tried);
    }

    @Override
    public int rowsPerPage(String listing) {
        return EtmsApi.TICKETS_A_PAGE;
    }

    @Override
    public Health health() {
        return parts.runtime().clock().health(() -> new EtmsHealth(parts, settings, configurationProblems()).now());
    }

    public TicketCounts counts() {
        return parts.statistics().counts();
    }

    /** The newest tickets of the mirror, the newest first. */
    public List<Ticket> tickets() {
        return newest.of(settings.system());
    }

    /** As they are, or as they were last where the database can't be asked. */
    public OutboxCounts requestCounts() {
        try {
            counts = parts.outbox().counts(settings.system());
        } catch (StoreException e) {
            LOG.debug("The requests could not be counted", e);
        }
        return counts;
    }

    /** How long the oldest request waits that is not over; zero where there is none. */
    public Duration oldestRequestAge() {
        Instant oldest = requestCounts().oldest();
        return oldest == null ? Duration.ZERO : parts.requestAge().of(oldest);
    }

    /** What is not over first. */
    public List<OutboxEntry> requests() {
        return parts.outbox().entries(settings.system(), Reading.MOST_ROWS);
    }

    @Override
    public Receipt submit(TicketRequest request) {
        audit(request.kind() + " " + request.reference());
        Receipt receipt = parts.desk().accept(system(), request, settings.unmonitored(), settings.managedBy());
        parts.runtime().soon();
        return receipt;
    }

    /** Retries a blocked or discarded request. */
    public String retryRequest(long id) {
        audit("retryRequest " + id);
        OutboxEntry entry = parts.outbox()
                .retry(system(), id)
                .orElseThrow(() -> new IllegalArgumentException("no blocked or discarded request has the id " + id));
        parts.runtime().soon();
        return "Request " + entry.id() + " is waiting to be sent.";
    }

    /** Discards a waiting or blocked request. */
    public String discardRequest(long id) {
        audit("discardRequest " + id);
        return parts.outbox()
                .discard(system(), id)
                .map(entry -> "Request " + entry.id() + " is discarded and will not be sent.")
                .orElseThrow(() -> new IllegalArgumentException("no waiting or blocked request has the id " + id));
    }

    /** Polls the tickets soon. */
    public String poll() {
        audit("poll");
        if (!settings.frontend()) {
            throw new IllegalArgumentException("element " + name + " is a backend; only a frontend polls");
        }
        if (!parts.frontend().refused().isEmpty()) {
            throw new IllegalArgumentException(parts.frontend().refused());
        }
        if (parts.gate().client().isEmpty()) {
            return "Nothing is polled: Connection Status is "
                    + ConnectionStatus.of(parts.gate().state()) + " ("
                    + parts.gate().reason() + ").";
        }
        parts.frontend().pollSoon();
        parts.runtime().soon();
        return "Poll started.";
    }

    /** How the last poll ended. */
    public Optional<PollReport> lastPoll() {
        return parts.frontend().lastPoll();
    }

    /** Logs in with one attempt, also where the last one was refused. Who asks while one is under way waits for that. */
    public synchronized CompletableFuture<Void> testConnection() {
        audit("testConnection");
        if (test.isDone()) {
            test = CompletableFuture.runAsync(
                    parts.gate()::attempt, parts.runtime().clock());
        }
        return test;
    }

    /**
     * Reads a ticket's activity log, which is then {@link #activityLog}.
     *
     * @throws IllegalStateException with a sentence, where too many are asked for
     */
    public CompletableFuture<String> showActivityLog(String ticketId) {
        audit("showActivityLog " + ticketId);
        return parts.logs().read(ticketId);
    }

    /** The activity log that was asked for last; a sentence in its place where it is not there. */
    public String activityLog() {
        return parts.logs().shown();
    }

    private void audit(String operation) {
        AuditLog.operation(type() + " " + name, operation);
    }
}

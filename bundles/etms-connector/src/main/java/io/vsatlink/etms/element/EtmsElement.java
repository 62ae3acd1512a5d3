/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.element;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.frontend.Frontend;
import io.vsatlink.etms.frontend.Mirrored;
import io.vsatlink.etms.frontend.PollReport;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.etms.frontend.TicketSearch;
import io.vsatlink.etms.management.EtmsReadings;
import io.vsatlink.etms.management.RequestRow;
import io.vsatlink.etms.management.TicketRow;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.etms.request.RequestBook;
import io.vsatlink.etms.request.RequestDesk;
import io.vsatlink.etms.request.Requests;
import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.etms.settings.Provisioning;
import io.vsatlink.kit.command.ProfiledElement;
import io.vsatlink.kit.connection.Connection;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Rows;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.file.ProfileInForce;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An element as JMX, the shell and the console see it. Every returned text is one sentence. Thread-safe; waits at most for the
 * database.
 */
public final class EtmsElement implements TicketingElement, ProfiledElement {
    private static final String NOT_ASKED = "The tables were not asked for.";

    private final String name;
    private final Configuration configuration;
    private final Parts parts;
    private volatile EtmsSettings settings;
    private CompletableFuture<Void> test = CompletableFuture.completedFuture(null);

    /** The settings of the element, with the vendor profile, the provisioning element and the planned work that they name. */
    public record Configuration(
            ElementSettings settings, ProfileInForce profile, Provisioning provisioning, PlannedWork planned) {}

    /** The parts that the element consists of. */
    public record Parts(
            ConnectionGate<EtmsApi> gate,
            Frontend frontend,
            Statistics statistics,
            RequestDesk desk,
            RequestBook book,
            ActivityLogs logs,
            ElementRuntime runtime) {}

    public EtmsElement(String name, Configuration configuration, Parts parts) {
        this.name = name;
        this.configuration = configuration;
        this.parts = parts;
    }

    /** Applies new settings. */
    public void use(EtmsSettings next) {
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

    @Override
    public String provisioning() {
        return configuration.provisioning().element();
    }

    /** The value of the ticket field that marks tickets as ours; empty for all tickets. */
    public String managedBy() {
        return settings.managedBy();
    }

    public ConnectionGate<EtmsApi> gate() {
        return parts.gate();
    }

    private String problems() {
        return configuration
                .settings()
                .problems(
                        configuration.profile().problem(),
                        configuration.provisioning().problem(),
                        configuration.planned().problem());
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
    public Path draft(String file, String text) throws IOException {
        audit("profile-draft " + file);
        return profile().create(file, text);
    }

    @Override
    public int rowsPerPage(String listing) {
        return EtmsApi.TICKETS_A_PAGE;
    }

    @Override
    public Health health() {
        Optional<PollReport> poll = parts.statistics().now().lastPoll();
        return health(settings, problems(), parts.gate().connection(), poll, () -> parts.book()
                .counted(system()));
    }

    private Health health(
            EtmsSettings of,
            String problems,
            Connection connection,
            Optional<PollReport> lastPoll,
            Supplier<Requests> requests) {
        return parts.runtime().clock().health(() -> new EtmsHealth(parts, of, problems, connection, lastPoll, requests)
                .now());
    }

    /**
     * All readings at one moment.
     *
     * @param tables whether the tables of tickets and requests are read too: a thousand rows each
     */
    public EtmsReadings readings(boolean tables) {
        EtmsSettings current = settings;
        String problems = problems();
        Connection connection = parts.gate().connection();
        Mirrored mirrored = parts.statistics().now();
        Requests requests =
                tables ? parts.book().requests(current.system()) : parts.book().counted(current.system());
        return new EtmsReadings(
                health(current, problems, connection, mirrored.lastPoll(), () -> requests),
                problems,
                ConnectionStatus.of(connection.state()),
                connection.reason(),
                mirrored.counts(),
                tables ? tickets(current, mirrored) : Rows.unread(TicketRow.class, NOT_ASKED),
                parts.logs().shown(),
                mirrored.lastPoll().map(PollReport::reason).orElse(""),
                requests.counts(),
                requests.oldestAge().toSeconds(),
                tables ? rows(requests) : Rows.unread(RequestRow.class, NOT_ASKED));
    }

    private static Rows<TicketRow> tickets(EtmsSettings current, Mirrored mirrored) {
        return current.frontend()
                ? Rows.first(
                        TicketRow.class,
                        mirrored.newest().stream().map(TicketRow::of).toList(),
                        mirrored.counts().total())
                : Rows.first(TicketRow.class, List.of(), 0);
    }

    private static Rows<RequestRow> rows(Requests requests) {
        return requests.problem().isEmpty()
                ? Rows.first(
                        RequestRow.class,
                        requests.entries().stream().map(RequestRow::of).toList(),
                        requests.counts().all())
                : Rows.unread(RequestRow.class, requests.problem());
    }

    /** The tickets of the last complete poll. */
    public Mirrored mirrored() {
        return parts.statistics().now();
    }

    /** Finds tickets among all of the last complete poll. */
    public TicketSearch.Found tickets(RowQuery query) {
        return parts.statistics().find(system(), query);
    }

    /** The requests; unfinished ones first. */
    public Requests requests() {
        return parts.book().requests(system());
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
        String sentence = parts.book().retry(system(), id);
        parts.runtime().soon();
        return sentence;
    }

    /** Discards a waiting or blocked request. */
    public String discardRequest(long id) {
        audit("discardRequest " + id);
        return parts.book().discard(system(), id);
    }

    /** That another container is the frontend of the system, as a sentence without its end; empty if none is known to. */
    public String elsewhere() {
        return parts.frontend().elsewhere();
    }

    /** Requests a poll of the tickets. */
    public String poll() {
        audit("poll");
        if (!settings.frontend()) {
            throw new IllegalArgumentException("element " + name + " is a backend; only a frontend polls");
        }
        String elsewhere = elsewhere();
        if (!elsewhere.isEmpty()) {
            parts.frontend().pollElsewhere();
            return "Passed on: " + elsewhere + ".";
        }
        if (!parts.frontend().refused().isEmpty()) {
            throw new IllegalArgumentException(parts.frontend().refused());
        }
        if (parts.gate().client().isEmpty()) {
            Connection connection = parts.gate().connection();
            return "Nothing is polled: Connection Status is " + ConnectionStatus.of(connection.state()) + " ("
                    + connection.reason() + ").";
        }
        parts.frontend().pollSoon();
        parts.runtime().soon();
        return "Poll started.";
    }

    /** Logs in with one attempt, even if the last login was refused. A call during a running attempt waits for its result. */
    public synchronized CompletableFuture<Void> testConnection() {
        audit("testConnection");
        if (test.isDone()) {
            test = CompletableFuture.runAsync(
                    parts.gate()::attempt, parts.runtime().clock());
        }
        return test;
    }

    /**
     * Reads a ticket's activity log. The {@link #readings} contain it afterwards.
     *
     * @throws IllegalStateException with a sentence if too many readings are waiting
     */
    public CompletableFuture<String> showActivityLog(String ticketId) {
        audit("showActivityLog " + ticketId);
        return parts.logs().show(ticketId);
    }

    @Override
    public CompletableFuture<String> activityLog(String ticketId) {
        audit("activityLog " + ticketId);
        return parts.logs().read(ticketId);
    }

    private void audit(String operation) {
        AuditLog.operation(type() + " " + name, operation);
    }
}

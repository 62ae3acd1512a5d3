/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.EtmsClient;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.connection.FieldRules;
import io.vsatlink.etms.frontend.Frontend;
import io.vsatlink.etms.frontend.FrontendSeats;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.etms.management.EtmsOperations;
import io.vsatlink.etms.management.EtmsReadings;
import io.vsatlink.etms.request.Backend;
import io.vsatlink.etms.request.CircuitFacts;
import io.vsatlink.etms.request.IncomingEvents;
import io.vsatlink.etms.request.RequestBook;
import io.vsatlink.etms.request.RequestDesk;
import io.vsatlink.etms.request.RequestEvents;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.element.ElementHost;
import io.vsatlink.kit.element.ElementKind;
import io.vsatlink.kit.element.ElementParts;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.SettingsWriter;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.runtime.Age;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.service.metatype.annotations.Designate;

/** One element for each configuration {@code io.vsatlink.etms~name}: wiring only. */
@Component(
        service = {},
        immediate = true,
        configurationPid = EtmsConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EtmsConfig.class, factory = true)
public final class EtmsConnector {
    private static final Duration TICK = Duration.ofMillis(500);

    /** Half of what an element may call at once: people who read activity logs do not wait for a poll. */
    private static final int PAGES_IN_FLIGHT = Backend.PARALLEL / 2;

    /** Requests by event that wait for the database, which may be away: more would fill the memory. */
    private static final int EVENTS_WAITING = 1_000;

    private static final ElementKind<EtmsApi> KIND =
            new ElementKind<>("Etms", EtmsConfig.class, EtmsProfile.BUILT_IN, ConnectionStatus.RULES, EtmsClient::new);

    private final ElementParts<EtmsApi> parts;
    private final Frontend frontend;
    private final Backend backend;
    private final Ticketings ticketings;
    private final PatientCaller caller = new PatientCaller();
    private final ActivityLogs logs;
    private final EtmsElement element;
    private final Statistics statistics;
    private final ServiceRegistration<?> inlet;

    @Activate
    public EtmsConnector(
            @Reference TicketMirror mirror,
            @Reference Outbox outbox,
            @Reference VsatStore store,
            @Reference ElementMemory memory,
            @Reference EventAdmin events,
            @Reference FrontendSeats seats,
            @Reference SettingsWriter writer,
            @Reference Surfaces surfaces,
            BundleContext bundle,
            Map<String, Object> configuration) {
        Clock clock = Clock.systemUTC();
        parts = new ElementParts<>(KIND, new ElementHost(bundle, configuration, memory, writer, surfaces));
        ElementRuntime runtime = parts.runtime();
        ConnectionGate<EtmsApi> gate = parts.gate();
        String name = parts.settings().name();
        statistics = new Statistics(mirror, Rows.MOST);
        frontend = new Frontend(
                name,
                mirror,
                gate,
                seats,
                statistics,
                new Frontend.Resources(
                        new PageCalls(caller, runtime.asNeeded("page"), PAGES_IN_FLIGHT),
                        memory,
                        runtime.one("poll"),
                        runtime.one("ticketing"),
                        clock,
                        System::nanoTime,
                        parts.changes()));
        backend = new Backend(
                outbox,
                mirror,
                gate,
                new RequestEvents(events, name),
                new Claimant(Container.name(bundle), Container.start(bundle), name, Container.LEASE),
                new Backend.Resources(
                        caller,
                        runtime.upTo(Backend.PARALLEL, "worker"),
                        clock,
                        System::nanoTime,
                        RandomGenerator.getDefault(),
                        runtime::soon));
        logs = new ActivityLogs(gate, caller, runtime.bounded(ActivityLogs.PARALLEL, ActivityLogs.WAITING, "reader"));
        RequestDesk desk = new RequestDesk(
                outbox,
                mirror,
                new CircuitFacts(store, new LivingElements(bundle)),
                () -> new FieldRules(parts.profile().profile()));
        element = new EtmsElement(
                name,
                new EtmsElement.Configuration(parts.settings(), parts.profile()),
                new EtmsElement.Parts(
                        gate,
                        frontend,
                        statistics,
                        desk,
                        new RequestBook(outbox, new Age(clock, System::nanoTime)),
                        logs,
                        runtime));
        ticketings = new Ticketings(events, outbox, memory, element);
        parts.open(this::use);
        parts.start(() -> true, TICK, this::tick);
        parts.show(
                new Title(element.type(), name, "", "", "ETMS element " + name),
                ReadingSet.of(EtmsReadings.class, element::readings),
                OperationSet.of(EtmsOperations.class, new EtmsOperations(element)));
        parts.offer(element, TicketingElement.class, EtmsElement.class);
        inlet = bundle.registerService(
                EventHandler.class,
                new IncomingEvents(name, runtime.bounded(1, EVENTS_WAITING, "inlet"), new EventInlet(bundle, element)),
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, Topics.REQUEST)));
    }

    @Modified
    void modified() {
        parts.settings().reload();
    }

    private void use(Values values) {
        EtmsSettings next = EtmsSettings.of(values);
        caller.limit(Backend.PARALLEL, next.perSecond());
        element.use(next);
        parts.use(next.profile(), next::applyTo);
        frontend.use(next, ticketings.of(next));
        backend.use(next.frontend() ? "" : next.system());
        parts.changes().fire();
        parts.runtime().soon();
    }

    private void tick() {
        parts.gate().closeRetired();
        backend.tick();
        frontend.tick();
        if (statistics.refresh(element.system(), element.managedBy())) {
            parts.changes().fire();
        }
    }

    @Deactivate
    void deactivate() {
        inlet.unregister();
        parts.stop(backend::stop, frontend::stop, logs::stop, ticketings::close);
    }
}

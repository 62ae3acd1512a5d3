/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.api.event.Topics;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.EtmsClient;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.etms.connection.FieldRules;
import io.vsatlink.etms.element.ActivityLogs;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.element.EtmsOperations;
import io.vsatlink.etms.frontend.Frontend;
import io.vsatlink.etms.frontend.FrontendSeats;
import io.vsatlink.etms.frontend.Seat;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.etms.hygiene.Hygiene;
import io.vsatlink.etms.management.EtmsReadings;
import io.vsatlink.etms.planned.CircuitColumns;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.etms.request.Backend;
import io.vsatlink.etms.request.CircuitFacts;
import io.vsatlink.etms.request.IncomingEvents;
import io.vsatlink.etms.request.RequestBook;
import io.vsatlink.etms.request.RequestDesk;
import io.vsatlink.etms.request.RequestEvents;
import io.vsatlink.etms.settings.Provisioning;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.element.ElementKind;
import io.vsatlink.kit.element.ElementParts;
import io.vsatlink.kit.element.HostServices;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Rows;
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

/** Wires one element for each configuration {@code io.vsatlink.etms~name}; contains no logic. */
@Component(
        service = {},
        immediate = true,
        configurationPid = EtmsConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EtmsConfig.class, factory = true)
public final class EtmsConnector {
    private static final Duration TICK = Duration.ofMillis(500);

    /** Half of the calls that an element may make at once: users who read activity logs do not have to wait for a poll. */
    private static final int PAGES_IN_FLIGHT = Backend.PARALLEL / 2;

    /** The number of event requests that may wait for an unavailable database; more could exhaust the memory. */
    private static final int EVENTS_WAITING = 1_000;

    private static final ElementKind<EtmsApi> KIND =
            new ElementKind<>("Etms", EtmsConfig.class, EtmsProfile.BUILT_IN, ConnectionStatus.RULES, EtmsClient::new);

    private final ElementParts<EtmsApi> parts;
    private final EtmsWork work;
    private final ServiceRegistration<?> inlet;

    @Activate
    public EtmsConnector(
            @Reference StorePorts ports,
            @Reference EventAdmin events,
            @Reference FrontendSeats seats,
            @Reference HostServices host,
            BundleContext bundle,
            Map<String, Object> configuration) {
        parts = new ElementParts<>(KIND, host.of(bundle, configuration));
        ElementRuntime runtime = parts.runtime();
        ConnectionGate<EtmsApi> gate = parts.gate();
        String name = parts.settings().name();
        Clock clock = Clock.systemUTC();
        PatientCaller caller = new PatientCaller();
        Statistics statistics = new Statistics(ports.mirror(), Rows.MOST);
        Frontend frontend = new Frontend(
                name,
                ports.mirror(),
                gate,
                new Seat(seats, ports.duties(), name, parts.changes()::fire),
                statistics,
                new Frontend.Resources(
                        new PageCalls(caller, runtime.asNeeded("page"), PAGES_IN_FLIGHT),
                        host.memory(),
                        runtime.one("poll"),
                        runtime.one("ticketing"),
                        clock,
                        System::nanoTime,
                        parts.changes()));
        Provisioning provisioning =
                new Provisioning(() -> parts.settings().values().text("provisioning"), new LivingElements(bundle));
        PlannedWork planned = new PlannedWork();
        Backend backend = new Backend(
                new Backend.Ports(
                        ports.outbox(),
                        ports.mirror(),
                        new RequestEvents(events, name),
                        new Hygiene(
                                ports.outbox(),
                                ports.mirror(),
                                clock,
                                planned,
                                new CircuitColumns(ports.store(), provisioning::element))),
                gate,
                new Claimant(Container.name(bundle), Container.start(bundle), name, Container.LEASE),
                new Backend.Resources(
                        caller,
                        runtime.upTo(Backend.PARALLEL, "worker"),
                        clock,
                        System::nanoTime,
                        RandomGenerator.getDefault(),
                        runtime::soon));
        ActivityLogs logs =
                new ActivityLogs(gate, caller, runtime.bounded(ActivityLogs.PARALLEL, ActivityLogs.WAITING, "reader"));
        RequestDesk desk = new RequestDesk(
                ports.outbox(),
                ports.mirror(),
                new CircuitFacts(ports.store(), provisioning::element),
                () -> new FieldRules(parts.profile().profile()));
        EtmsElement element = new EtmsElement(
                name,
                new EtmsElement.Configuration(parts.settings(), parts.profile(), provisioning, planned),
                new EtmsElement.Parts(
                        gate,
                        frontend,
                        statistics,
                        desk,
                        new RequestBook(ports.outbox(), new Age(clock, System::nanoTime)),
                        logs,
                        runtime));
        Ticketings ticketings = new Ticketings(events, ports.outbox(), host.memory(), element);
        work = new EtmsWork(caller, frontend, backend, statistics, logs, element, ticketings);
        parts.open(values -> work.use(parts, values));
        parts.start(() -> true, TICK, () -> work.tick(parts));
        parts.show(
                new Title(element.type(), name, "", "", "ETMS element " + name),
                ReadingSet.ofTabled(EtmsReadings.class, element::readings),
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

    @Deactivate
    void deactivate() {
        inlet.unregister();
        work.stop(parts);
    }
}

package io.vsatlink.etms;

import io.vsatlink.api.element.Element;
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
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Restriction;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.SettingsWriter;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.parameters.Surfaces.Showing;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.file.TrustedCertificates;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.profile.ProfileFolder;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.ProfileWatch;
import io.vsatlink.runtime.Age;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
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

    private final ElementSettings settings;
    private final ProfileInForce profile;
    private final ConnectionGate<EtmsApi> gate;
    private final Frontend frontend;
    private final Backend backend;
    private final Ticketings ticketings;
    private final PatientCaller caller = new PatientCaller();
    private final ActivityLogs logs;
    private final ElementRuntime runtime;
    private final EtmsElement element;
    private final ChangeSignal changes = new ChangeSignal();
    private final Showing page;
    private final List<ServiceRegistration<?>> registrations;

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
        profile = EtmsProfile.inForce(ProfileFolder.of(bundle::getProperty));
        SettingCatalog catalog = SettingCatalog.of(EtmsConfig.class)
                .restricted("profile", new Restriction(profile::objection, ProfileInForce.ALLOWED))
                .restricted(
                        "trustedCertificates",
                        new Restriction(new TrustedCertificates()::objection, TrustedCertificates.ALLOWED));
        settings = ElementSettings.of(catalog, configuration, writer);
        String name = settings.name();
        runtime = new ElementRuntime("etms", name, changes);
        gate = new ConnectionGate<>(
                ConnectionStatus.RULES,
                access -> new EtmsClient(access, profile.profile()),
                memory,
                name,
                new RetryTimer(clock, System::nanoTime),
                changes);
        Statistics statistics = new Statistics(mirror, Rows.MOST);
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
                        changes));
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
                () -> new FieldRules(profile.profile()));
        element = new EtmsElement(
                name,
                new EtmsElement.Configuration(settings, profile),
                new EtmsElement.Parts(
                        gate,
                        frontend,
                        statistics,
                        desk,
                        new RequestBook(outbox, new Age(clock, System::nanoTime)),
                        logs,
                        runtime));
        ticketings = new Ticketings(events, outbox, memory, element);
        settings.open(this::use);
        ProfileWatch watch = new ProfileWatch(profile, gate::reconnect, changes::fire);
        runtime.start(() -> true, TICK, () -> tick(watch, statistics));
        Title title = new Title(element.type(), name, "", "", "ETMS element " + name);
        page = surfaces.show(
                bundle,
                new ParameterPage(
                        title,
                        catalog.definitions(),
                        settings,
                        ReadingSet.of(EtmsReadings.class, element::readings),
                        OperationSet.of(EtmsOperations.class, new EtmsOperations(element))),
                changes);
        registrations = List.of(
                bundle.registerService(
                        new String[] {
                            Element.class.getName(), TicketingElement.class.getName(), EtmsElement.class.getName()
                        },
                        element,
                        null),
                bundle.registerService(
                        EventHandler.class,
                        new IncomingEvents(
                                name, runtime.bounded(1, EVENTS_WAITING, "inlet"), new EventInlet(bundle, element)),
                        new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, Topics.REQUEST))));
    }

    @Modified
    void modified() {
        settings.reload();
    }

    private void use(Values values) {
        EtmsSettings next = EtmsSettings.of(values);
        boolean another = profile.use(next.profile());
        caller.limit(Backend.PARALLEL, next.perSecond());
        element.use(next);
        next.applyTo(gate);
        if (another) {
            gate.reconnect();
        }
        frontend.use(next, ticketings.of(next));
        backend.use(next.frontend() ? "" : next.system());
        changes.fire();
        runtime.soon();
    }

    private void tick(ProfileWatch watch, Statistics statistics) {
        watch.look();
        gate.closeRetired();
        gate.tick();
        backend.tick();
        frontend.tick();
        if (statistics.refresh(element.system(), element.managedBy())) {
            changes.fire();
        }
    }

    @Deactivate
    void deactivate() {
        settings.close();
        registrations.forEach(ServiceRegistration::unregister);
        page.close();
        runtime.stop(backend::stop, frontend::stop, logs::stop, gate::close, ticketings::close);
    }
}

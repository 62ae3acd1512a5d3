package io.vsatlink.satprov;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Restriction;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.SettingsWriter;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.file.TrustedCertificates;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.profile.ProfileFolder;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.ProfileWatch;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.management.SatprovPages;
import io.vsatlink.satprov.poll.PollEvents;
import io.vsatlink.satprov.poll.PollQueue;
import io.vsatlink.satprov.remote.SatprovProfile;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.annotations.Designate;

/** One element for each configuration {@code io.vsatlink.satprov~name}: wiring only. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SatprovConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SatprovConfig.class, factory = true)
public final class SatprovConnector {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ElementSettings settings;
    private final ProfileInForce profile;
    private final ConnectionGate<VendorClient> gate;
    private final PollQueue queue;
    private final ElementRuntime runtime;
    private final ChangeSignal changes = new ChangeSignal();
    private final SatprovPages pages;
    private final ServiceRegistration<?> registration;

    @Activate
    public SatprovConnector(
            @Reference VsatStore store,
            @Reference PollJournal journal,
            @Reference ElementMemory memory,
            @Reference EventAdmin events,
            @Reference SettingsWriter writer,
            @Reference Surfaces surfaces,
            BundleContext bundle,
            Map<String, Object> configuration) {
        Clock clock = Clock.systemUTC();
        profile = SatprovProfile.inForce(ProfileFolder.of(bundle::getProperty));
        SettingCatalog catalog = SettingCatalog.of(SatprovConfig.class)
                .restricted("profile", new Restriction(profile::objection, ProfileInForce.ALLOWED))
                .restricted(
                        "trustedCertificates",
                        new Restriction(new TrustedCertificates()::objection, TrustedCertificates.ALLOWED));
        settings = ElementSettings.of(catalog, configuration, writer);
        String name = settings.name();
        runtime = new ElementRuntime("satprov", name, changes);
        gate = new ConnectionGate<>(
                LoginStatus.RULES,
                access -> new VendorClient(profile.profile(), access.endpoint(), access.credentials()),
                memory,
                name,
                new RetryTimer(clock, System::nanoTime),
                changes);
        PollEvents pollEvents = new PollEvents(events, store, name);
        queue = new PollQueue(
                name,
                new PollQueue.StorePorts(store, journal, memory),
                gate,
                pollEvents,
                new PollQueue.Resources(
                        runtime.one("poll"),
                        runtime.asNeeded("page"),
                        new PatientCaller(),
                        clock,
                        System::nanoTime,
                        changes));
        SatprovElement element = new SatprovElement(name, settings, profile, gate, queue, runtime);
        settings.open(this::use);
        SatprovClockWork work = new SatprovClockWork(
                gate, queue, new ProfileWatch(profile, gate::reconnect, changes::fire), settings::settled);
        runtime.start(work::begin, TICK, work::tick);
        pages = new SatprovPages(surfaces, bundle, element, catalog.definitions(), settings, changes);
        registration = bundle.registerService(
                new String[] {
                    Element.class.getName(), ProvisioningElement.class.getName(), SatprovElement.class.getName()
                },
                element,
                null);
    }

    @Modified
    void modified() {
        settings.reload();
    }

    private void use(Values values) {
        SatprovSettings next = SatprovSettings.of(values);
        boolean another = profile.use(next.profile());
        gate.use(next.access(), next.missing());
        if (another) {
            gate.reconnect();
        }
        queue.use(next);
        changes.fire();
    }

    @Deactivate
    void deactivate() {
        settings.close();
        registration.unregister();
        pages.close();
        runtime.stop(queue::stop, gate::close);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.duty.Containers;
import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.element.Element;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.SettingsWriter;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.parameters.Surfaces.Showing;
import io.vsatlink.parameters.Values;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Wires the store in the container; contains no logic. Its MBean and its services are always registered; while the database is
 * not open, every method of the services fails with the reason. The services are registered manually, so the capability that
 * resolvers require is declared manually too.
 */
@Component(
        configurationPid = StoreConfig.PID,
        immediate = true,
        service = {})
@Designate(ocd = StoreConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute =
                "objectClass:List<String>=\"io.vsatlink.api.store.VsatStore,io.vsatlink.api.store.PollJournal,io.vsatlink.api.store.ElementMemory,io.vsatlink.api.ticket.TicketMirror,io.vsatlink.api.ticket.Outbox,io.vsatlink.api.duty.Duties,io.vsatlink.api.duty.Containers\"")
public final class StoreComponent {
    static final SettingCatalog CATALOG = SettingCatalog.of(StoreConfig.class);

    private static final Clock CLOCK = Clock.systemUTC();
    /** Without a valid bound: what is hardly behind is right for any. */
    private static final Duration LEAST_LAG = Duration.ofSeconds(2);

    private static final Duration RETRY_EVERY = Duration.ofSeconds(10);

    private static final String[] PORTS = {
        VsatStore.class.getName(),
        PollJournal.class.getName(),
        ElementMemory.class.getName(),
        DatabaseBackup.class.getName(),
        ElementRemover.class.getName()
    };

    private static final String[] TICKET_PORTS = {TicketMirror.class.getName(), Outbox.class.getName()};

    private final BundleContext bundle;
    private final ServiceListener dataSources;
    private final ElementSettings settings;
    private final StoreLifecycle lifecycle;
    private final Showing page;
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public StoreComponent(@Reference SettingsWriter writer, @Reference Surfaces surfaces, BundleContext bundle) {
        ChangeSignal changes = new ChangeSignal();
        this.bundle = bundle;
        this.settings = new ElementSettings(CATALOG, StoreConfig.PID, writer);
        ContainerDatabases databases = new ContainerDatabases(bundle);
        this.lifecycle = new StoreLifecycle(databases, CLOCK, RETRY_EVERY, changes);
        this.dataSources = event -> {
            databases.serviceChanged(event);
            lifecycle.look();
        };
        listenForDataSources();
        settings.open(this::use);
        LiveDuties duties = new LiveDuties();
        lifecycle.follow(store -> duties.use(store == null ? null : store.duties()));
        StoreElement element = new StoreElement(lifecycle, settings);
        page = surfaces.show(
                bundle,
                new ParameterPage(
                        new Title(element.type(), element.name(), "", "", "The local VSAT database"),
                        CATALOG.definitions(),
                        settings,
                        ReadingSet.of(StoreReadings.class, element::readings),
                        OperationSet.none()),
                changes);
        registrations = List.of(
                bundle.registerService(Element.class, element, null),
                bundle.registerService(PORTS, new LiveStore(lifecycle), null),
                bundle.registerService(Duties.class, duties, null),
                bundle.registerService(Containers.class, new LiveContainers(lifecycle), null),
                bundle.registerService(
                        StoreMove.class, new LiveMove(lifecycle, databases, this::setDataSource, CLOCK), null),
                bundle.registerService(TICKET_PORTS, new LiveTickets(lifecycle), null));
    }

    @Modified
    void modified() {
        settings.reload();
    }

    private void use(Values values) {
        // without a valid retention nothing can be pruned, and waiting loses nothing; the name of a DataSource that
        // is not known yet must not be read as "none", which selects another database
        if (values.has("historyRetention") && values.get("dataSource").isPresent()) {
            lifecycle.apply(new StoreSettings(
                    values.text("dataSource"),
                    values.duration("historyRetention"),
                    values.get("readDataSource").isPresent() ? values.text("readDataSource") : "",
                    values.has("readLag") ? values.duration("readLag") : LEAST_LAG));
        }
    }

    private void setDataSource(String name) throws BadValueException, IOException {
        settings.set(settings.definition("dataSource").orElseThrow(), name);
    }

    @Deactivate
    void deactivate() {
        settings.close();
        bundle.removeServiceListener(dataSources);
        registrations.forEach(ServiceRegistration::unregister);
        page.close();
        lifecycle.close();
    }

    private void listenForDataSources() {
        try {
            bundle.addServiceListener(dataSources, "(objectClass=" + DataSource.class.getName() + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter", e);
        }
    }
}

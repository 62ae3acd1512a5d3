/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.event.EventProperties;
import io.vsatlink.api.event.Topics;
import io.vsatlink.exporter.files.ContainerPlaces;
import io.vsatlink.exporter.files.ExportRoots;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;

/** One exporter for each provisioning element, configured or not: wiring only. */
@Component(immediate = true, property = "event.topics=" + Topics.POLL_COMPLETED)
public final class Exporters implements EventHandler {
    static final SettingCatalog CATALOG = SettingCatalog.of(ExporterConfig.class);

    private final StorePorts ports;
    private final EventAdmin events;
    private final SettingsWriter writer;
    private final Surfaces surfaces;
    private final BundleContext bundle;
    private final ExportRoots roots;
    private final Neighbours neighbours = new Neighbours(this::directoryOf);
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Map<String, ProvisioningElement> elements = new HashMap<>();
    private final Map<String, ExporterConfiguration> configurations = new HashMap<>();

    private record Running(
            Exporter exporter, ElementSettings settings, Showing page, ServiceRegistration<?> registration) {}

    @Activate
    public Exporters(
            @Reference StorePorts ports,
            @Reference EventAdmin events,
            @Reference SettingsWriter writer,
            @Reference Surfaces surfaces,
            BundleContext bundle) {
        this.ports = ports;
        this.events = events;
        this.writer = writer;
        this.surfaces = surfaces;
        this.bundle = bundle;
        this.roots = ExportRoots.of(bundle.getProperty(ExportRoots.PROPERTY), ContainerPlaces.of(bundle::getProperty));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void bindElement(ProvisioningElement element) {
        elements.put(element.name(), element);
        settle(element.name());
    }

    synchronized void unbindElement(ProvisioningElement element) {
        elements.remove(element.name(), element);
        settle(element.name());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void bindConfiguration(ExporterConfiguration configuration) {
        configurations.put(configuration.element(), configuration);
        settle(configuration.element());
    }

    synchronized void updatedConfiguration(ExporterConfiguration configuration) {
        settle(configuration.element());
    }

    synchronized void unbindConfiguration(ExporterConfiguration configuration) {
        configurations.remove(configuration.element(), configuration);
        // a stopping bundle loses its configurations first: that is no user's change and must not be in the audit log
        if (bundle.getBundle().getState() != Bundle.STOPPING) {
            settle(configuration.element());
        }
    }

    /** Enqueues and returns at once: EventAdmin denies slow handlers for ever. */
    @Override
    public void handleEvent(Event event) {
        Running of = running.get((String) event.getProperty(EventProperties.ELEMENT));
        if (of != null) {
            of.exporter().pollCompleted();
        }
    }

    @Deactivate
    synchronized void deactivate() {
        running.values().forEach(Exporters::stop);
        running.clear();
    }

    private void settle(String name) {
        ProvisioningElement element = elements.get(name);
        if (element == null) {
            Running gone = running.remove(name);
            if (gone != null) {
                stop(gone);
            }
            return;
        }
        Running of = running.computeIfAbsent(name, key -> start(element));
        ExporterConfiguration configuration = configurations.get(name);
        of.settings().follow(configuration == null ? ExporterConfig.PID + "~" + name : configuration.pid());
    }

    private Running start(ProvisioningElement element) {
        SettingCatalog catalog = CATALOG.restricted("fileExportPath", roots.restriction());
        ElementSettings settings = new ElementSettings(catalog, ExporterConfig.PID + "~" + element.name(), writer);
        ChangeSignal changes = new ChangeSignal();
        Exporter exporter = new Exporter(
                element,
                settings,
                new ElementFiles(element, ports.store(), ports.duties(), roots, neighbours, Clock.systemUTC()),
                new ExportEvents(events, element.name()),
                changes);
        settings.open(exporter::use);
        Title title = new Title(
                exporter.type(), exporter.name(), "", "", "Exporter of the provisioning element " + exporter.name());
        Showing page = surfaces.show(
                bundle,
                new ParameterPage(
                        title,
                        catalog.definitions(),
                        settings,
                        ReadingSet.of(ExporterReadings.class, exporter::readings),
                        OperationSet.of(Exporter.class, exporter)),
                changes);
        ServiceRegistration<?> service = bundle.registerService(
                new String[] {Element.class.getName(), Exporter.class.getName()}, exporter, null);
        return new Running(exporter, settings, page, service);
    }

    private Optional<Path> directoryOf(String element) {
        return Optional.ofNullable(running.get(element))
                .flatMap(of -> of.exporter().directory());
    }

    private static void stop(Running of) {
        of.settings().close();
        of.registration().unregister();
        of.page().close();
        of.exporter().close();
    }
}

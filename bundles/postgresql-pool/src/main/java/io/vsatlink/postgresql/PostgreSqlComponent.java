/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.api.element.Element;
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
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Wires the connections to PostgreSQL in the container; contains no logic. Its MBean is always registered. */
@Component(
        configurationPid = PostgreSqlConfig.PID,
        immediate = true,
        service = {})
@Designate(ocd = PostgreSqlConfig.class)
public final class PostgreSqlComponent {
    static final SettingCatalog CATALOG = SettingCatalog.of(PostgreSqlConfig.class)
            .restricted("databaseUrl", DatabaseUrl.RESTRICTION)
            .restricted("readDatabaseUrl", DatabaseUrl.RESTRICTION);

    private final ElementSettings settings;
    private final PoolService service;
    private final PoolService standby;
    private final Showing page;
    private final ServiceRegistration<Element> registration;

    @Activate
    public PostgreSqlComponent(@Reference SettingsWriter writer, @Reference Surfaces surfaces, BundleContext bundle) {
        ChangeSignal changes = new ChangeSignal();
        settings = new ElementSettings(CATALOG, PostgreSqlConfig.PID, writer);
        service = new PoolService(bundle, PoolService.NAME, changes);
        standby = new PoolService(bundle, PoolService.STANDBY, changes);
        settings.open(values -> {
            PoolSettings.of(values).ifPresent(service::apply);
            PoolSettings.ofStandby(values).ifPresent(standby::apply);
        });
        PostgreSqlElement element = new PostgreSqlElement(service, settings);
        page = surfaces.show(
                bundle,
                new ParameterPage(
                        new Title(element.type(), element.name(), "", "", "Connections to PostgreSQL"),
                        CATALOG.definitions(),
                        settings,
                        ReadingSet.of(PostgreSqlReadings.class, element::readings),
                        OperationSet.none()),
                changes);
        registration = bundle.registerService(Element.class, element, null);
    }

    @Modified
    void modified() {
        settings.reload();
    }

    @Deactivate
    void deactivate() {
        settings.close();
        registration.unregister();
        page.close();
        service.close();
        standby.close();
    }
}

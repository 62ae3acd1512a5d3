/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.kit.element.ElementKind;
import io.vsatlink.kit.element.ElementParts;
import io.vsatlink.kit.element.HostServices;
import io.vsatlink.kit.runtime.Errands;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.management.SatprovElement;
import io.vsatlink.satprov.management.SatprovErrands;
import io.vsatlink.satprov.management.SatprovPages;
import io.vsatlink.satprov.poll.PollEvents;
import io.vsatlink.satprov.poll.PollQueue;
import io.vsatlink.satprov.poll.SatprovSettings;
import io.vsatlink.satprov.remote.SatprovProfile;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.osgi.framework.BundleContext;
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

    private static final ElementKind<VendorClient> KIND = new ElementKind<>(
            "Satprov",
            SatprovConfig.class,
            SatprovProfile.BUILT_IN,
            LoginStatus.RULES,
            (access, profile) -> new VendorClient(profile, access.endpoint(), access.credentials()));

    private final ElementParts<VendorClient> parts;
    private final PollQueue queue;

    @Activate
    public SatprovConnector(
            @Reference StorePorts ports,
            @Reference EventAdmin events,
            @Reference HostServices host,
            BundleContext bundle,
            Map<String, Object> configuration) {
        parts = new ElementParts<>(KIND, host.of(bundle, configuration));
        String name = parts.settings().name();
        queue = new PollQueue(
                name,
                ports.of(name, host.memory(), parts.changes()::fire),
                parts.gate(),
                new PollEvents(events, ports.store(), name),
                new PollQueue.Resources(
                        parts.runtime().one("poll"),
                        parts.runtime().asNeeded("page"),
                        new PatientCaller(),
                        Clock.systemUTC(),
                        System::nanoTime,
                        parts.changes()));
        SatprovErrands errands = new SatprovErrands(new Errands(host.memory(), "satprov", name, System::nanoTime));
        SatprovElement element = new SatprovElement(
                name, parts.settings(), parts.profile(), parts.gate(), queue, parts.runtime(), errands);
        parts.open(this::use);
        SatprovStart start = new SatprovStart(
                parts.gate(), queue, parts.settings()::settled, () -> errands.carryOut(element), System::nanoTime);
        parts.start(start::begin, TICK, queue::ours, start::tick);
        SatprovPages.show(element, parts::show);
        parts.offer(element, ProvisioningElement.class, SatprovElement.class);
    }

    @Modified
    void modified() {
        parts.settings().reload();
    }

    private void use(Values values) {
        SatprovSettings next = SatprovSettings.of(values, parts.etc());
        parts.use(next.profile(), gate -> gate.use(next.access(), next.missing()));
        queue.use(next);
        parts.changes().fire();
    }

    @Deactivate
    void deactivate() {
        parts.stop(queue::stop);
    }
}

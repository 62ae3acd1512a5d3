/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.beams;

import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.kit.connection.ConnectionRules;
import io.vsatlink.kit.element.ElementKind;
import io.vsatlink.kit.element.ElementParts;
import io.vsatlink.kit.element.HostServices;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One element for each configuration {@code io.vsatlink.beams~name}. */
@Component(
        service = {},
        immediate = true,
        configurationPid = BeamsConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BeamsConfig.class, factory = true)
public final class BeamsConnector {
    private static final ElementKind<VendorClient> KIND = new ElementKind<>(
            "Beams",
            BeamsConfig.class,
            BeamListing.PROFILE,
            new ConnectionRules(
                    "the catalogue",
                    "beams.refusedLogin",
                    List.of(),
                    true,
                    "; not tried again until a setting changes",
                    state -> "Catalogue " + state),
            (access, profile) -> new VendorClient(profile, access.endpoint(), access.credentials()));

    private final ElementParts<VendorClient> parts;
    private final BeamsElement element;

    @Activate
    public BeamsConnector(
            @Reference MemoryVsatStore rows,
            @Reference HostServices host,
            BundleContext bundle,
            Map<String, Object> configuration) {
        parts = new ElementParts<>(KIND, host.of(bundle, configuration));
        element = new BeamsElement(parts, rows, host.memory());
        parts.open(this::use);
        parts.start(() -> true, Duration.ofMillis(100), element::tick);
        Title title = new Title(element.type(), element.name(), "", "", "Beams element " + element.name());
        parts.show(title, ReadingSet.of(BeamsReadings.class, element::readings), OperationSet.none());
        parts.offer(element);
    }

    @Modified
    void modified() {
        parts.settings().reload();
    }

    private void use(Values values) {
        if (values.has("interval")) {
            element.use(values.duration("interval"));
        }
        String missing = Stream.of("host", "port", "username", "password", "interval")
                .filter(needed -> !values.has(needed))
                .findFirst()
                .orElse("");
        parts.use("", gate -> gate.use(missing.isEmpty() ? Optional.of(access(values)) : Optional.empty(), missing));
    }

    private static Access access(Values values) {
        return new Access(
                Endpoint.of(values.text("host"), values.number("port"), "", ""),
                new Credentials(values.text("username"), values.text("password")));
    }

    @Deactivate
    void deactivate() {
        parts.stop(element::stop);
    }
}

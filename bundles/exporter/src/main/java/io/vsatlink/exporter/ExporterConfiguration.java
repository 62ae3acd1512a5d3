/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.parameters.ElementSettings;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * An optional configuration {@code io.vsatlink.exporter~name}: without it, an element has an exporter with
 * the defaults. {@link Exporters} combines both.
 */
@Component(
        service = ExporterConfiguration.class,
        immediate = true,
        configurationPid = ExporterConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ExporterConfig.class, factory = true)
public final class ExporterConfiguration {
    private final String element;
    private final String pid;

    @Activate
    public ExporterConfiguration(Map<String, Object> properties) {
        this.element = ElementSettings.nameOf(properties);
        this.pid = (String) properties.get("service.pid");
    }

    /** The container notifies {@link Exporters} of the change, because this service's properties change. */
    @Modified
    void modified() {
        // nothing is stored here: the settings are read from their source
    }

    String element() {
        return element;
    }

    String pid() {
        return pid;
    }
}

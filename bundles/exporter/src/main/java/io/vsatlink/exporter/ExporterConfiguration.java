package io.vsatlink.exporter;

import io.vsatlink.parameters.ElementSettings;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A configuration {@code io.vsatlink.exporter~name}, where there is one: an element has its exporter also without, with
 * the defaults. {@link Exporters} brings both together.
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

    /** The container tells {@link Exporters} of the change, because it changes this service's properties. */
    @Modified
    void modified() {
        // nothing is kept here: what was written is read from where it stands
    }

    String element() {
        return element;
    }

    String pid() {
        return pid;
    }
}

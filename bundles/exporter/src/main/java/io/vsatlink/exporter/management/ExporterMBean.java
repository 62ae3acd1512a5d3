package io.vsatlink.exporter.management;

import io.vsatlink.exporter.Exporter;
import io.vsatlink.parameters.MBeanServices;
import io.vsatlink.parameters.ParameterMBean;
import io.vsatlink.parameters.ParameterSource;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.SettingCatalog;
import java.time.Instant;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The MBean of an exporter. */
public final class ExporterMBean implements ExporterReadings {
    private final Exporter exporter;

    private ExporterMBean(Exporter exporter) {
        this.exporter = exporter;
    }

    /** Registers it as a service; the caller unregisters. */
    public static ServiceRegistration<?> register(
            BundleContext bundle, Exporter exporter, ParameterSource source, SettingCatalog catalog) {
        return MBeanServices.register(
                bundle,
                "type=Exporter,name=" + MBeanServices.nameKey(exporter.name()),
                new ParameterMBean(
                        "Exporter of the provisioning element " + exporter.name(),
                        catalog.definitions(),
                        source,
                        ReadingSet.of(ExporterReadings.class, new ExporterMBean(exporter))));
    }

    @Override
    public String getFileExportStatus() {
        return exporter.status().label();
    }

    @Override
    public String getFileExportReason() {
        return exporter.reason();
    }

    @Override
    public Instant getLastExported() {
        return exporter.lastExported();
    }

    @Override
    public String getConfigurationProblems() {
        return exporter.configurationProblems();
    }

    @Override
    public String getHealth() {
        return exporter.health().level().label();
    }

    @Override
    public String getHealthReason() {
        return exporter.health().reason();
    }

    @Override
    public String exportNow() {
        return exporter.exportNow();
    }
}

package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.MBeanServices;
import io.vsatlink.parameters.ParameterMBean;
import io.vsatlink.parameters.ParameterSource;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.satprov.SatprovElement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The MBeans of an element: one for itself, one for each row of its Polling Settings. */
public final class SatprovMBeans {
    private final BundleContext bundle;
    private final SatprovElement element;
    private final ParameterSource source;

    public SatprovMBeans(BundleContext bundle, SatprovElement element, ParameterSource source) {
        this.bundle = bundle;
        this.element = element;
        this.source = source;
    }

    /** Registers all of them as services; the caller unregisters. */
    public List<ServiceRegistration<?>> register(SettingCatalog catalog) {
        String name = "type=Satprov,name=" + MBeanServices.nameKey(element.name());
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        registrations.add(MBeanServices.register(
                bundle,
                name,
                new ParameterMBean(
                        "Satellite Provisioning element " + element.name(),
                        settings(catalog, ""),
                        source,
                        ReadingSet.of(SatprovReadings.class, new SatprovView(element)))));
        for (Dataset dataset : Dataset.values()) {
            registrations.add(MBeanServices.register(
                    bundle,
                    name + ",dataset=" + dataset.title(),
                    new ParameterMBean(
                            "Polling Settings of " + dataset.title() + " of " + element.name(),
                            settings(catalog, dataset.key()),
                            source,
                            ReadingSet.of(
                                    DatasetReadings.class, new DatasetView(element, dataset, Clock.systemUTC())))));
        }
        return registrations;
    }

    /** The settings of a dataset's row, or with "" those of the element itself. */
    private static List<SettingDefinition> settings(SettingCatalog catalog, String row) {
        return catalog.definitions().stream()
                .filter(setting -> setting.row().equals(row))
                .toList();
    }
}

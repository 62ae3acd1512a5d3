package io.vsatlink.itests.settings;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;

/** The configurations of a container, asked without its types: they are not those of this class path. */
record InForce(BundleContext context) {
    private static final Set<String> FRAMEWORK =
            Set.of("service.pid", "service.factoryPid", "felix.fileinstall.filename");

    /** Makes a configuration, as a feature of Karaf's does before it writes the file. */
    void make(String factory, String name, Map<String, String> settings) throws Exception {
        Object admin = admin();
        Class<?> type = admin.getClass().getClassLoader().loadClass("org.osgi.service.cm.ConfigurationAdmin");
        Object made = type.getMethod("getFactoryConfiguration", String.class, String.class, String.class)
                .invoke(admin, factory, name, "?");
        Class<?> configuration = admin.getClass().getClassLoader().loadClass("org.osgi.service.cm.Configuration");
        configuration.getMethod("update", Dictionary.class).invoke(made, new Hashtable<>(settings));
    }

    private Object admin() throws Exception {
        return context.getService(context.getAllServiceReferences("org.osgi.service.cm.ConfigurationAdmin", null)[0]);
    }

    Map<String, String> of(String pid) throws Exception {
        Object admin = admin();
        Class<?> type = admin.getClass().getClassLoader().loadClass("org.osgi.service.cm.ConfigurationAdmin");
        Object[] found = (Object[])
                type.getMethod("listConfigurations", String.class).invoke(admin, "(service.pid=" + pid + ")");
        if (found == null) {
            return Map.of();
        }
        Class<?> configuration = admin.getClass().getClassLoader().loadClass("org.osgi.service.cm.Configuration");
        Dictionary<?, ?> properties =
                (Dictionary<?, ?>) configuration.getMethod("getProperties").invoke(found[0]);
        Map<String, String> settings = new TreeMap<>();
        for (Object key : Collections.list(properties.keys())) {
            if (!FRAMEWORK.contains(key.toString())) {
                settings.put(key.toString(), properties.get(key).toString());
            }
        }
        return settings;
    }
}

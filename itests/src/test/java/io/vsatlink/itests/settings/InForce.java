/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;

/** The configurations of a container, read without its types, which are not those of this class path. */
record InForce(BundleContext context) {
    private static final Set<String> FRAMEWORK =
            Set.of("service.pid", "service.factoryPid", "felix.fileinstall.filename");

    /** Creates a configuration before its file is written, as a Karaf feature does. */
    void make(String factory, String name, Map<String, String> settings) throws Exception {
        Object made = type("ConfigurationAdmin")
                .getMethod("getFactoryConfiguration", String.class, String.class, String.class)
                .invoke(admin(), factory, name, "?");
        update(made, settings);
    }

    /** Updates a configuration without touching its file. */
    void update(String pid, Map<String, String> settings) throws Exception {
        update(found(pid), settings);
    }

    private void update(Object configuration, Map<String, String> settings) throws Exception {
        type("Configuration").getMethod("update", Dictionary.class).invoke(configuration, new Hashtable<>(settings));
    }

    /** Runs an action once, during the update that sets this value and before FileInstall is notified. */
    void amongUpdate(String pid, String key, String value, Callable<?> meanwhile) throws Exception {
        AtomicBoolean armed = new AtomicBoolean(true);
        Class<?> listener = type("SynchronousConfigurationListener");
        Object hearing = Proxy.newProxyInstance(
                listener.getClassLoader(), new Class<?>[] {listener}, (proxy, method, arguments) -> {
                    if (method.getName().equals("configurationEvent")
                            && arguments[0]
                                    .getClass()
                                    .getMethod("getPid")
                                    .invoke(arguments[0])
                                    .equals(pid)
                            && value.equals(of(pid).get(key))
                            && armed.compareAndSet(true, false)) {
                        return ignored(meanwhile.call());
                    }
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        default -> null;
                    };
                });
        context.registerService(listener.getName(), hearing, null);
    }

    private static Object ignored(Object unused) {
        return null;
    }

    private Class<?> type(String name) throws Exception {
        return admin().getClass().getClassLoader().loadClass("org.osgi.service.cm." + name);
    }

    private Object admin() throws Exception {
        return context.getService(context.getAllServiceReferences("org.osgi.service.cm.ConfigurationAdmin", null)[0]);
    }

    private Object found(String pid) throws Exception {
        Object[] found = (Object[]) type("ConfigurationAdmin")
                .getMethod("listConfigurations", String.class)
                .invoke(admin(), "(service.pid=" + pid + ")");
        return found == null ? null : found[0];
    }

    Map<String, String> of(String pid) throws Exception {
        Object found = found(pid);
        if (found == null) {
            return Map.of();
        }
        Dictionary<?, ?> properties = (Dictionary<?, ?>)
                type("Configuration").getMethod("getProperties").invoke(found);
        Map<String, String> settings = new TreeMap<>();
        for (Object key : Collections.list(properties.keys())) {
            if (!FRAMEWORK.contains(key.toString())) {
                settings.put(key.toString(), properties.get(key).toString());
            }
        }
        return settings;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Changes a configuration through Karaf's MBean, which {@code config:property-set} uses too. */
final class ConfigCommand {
    private final MBeanServerConnection jmx;
    private final String pid;
    private final List<String> written = new CopyOnWriteArrayList<>();

    ConfigCommand(MBeanServerConnection jmx, String pid) {
        this.jmx = jmx;
        this.pid = pid;
    }

    /** Sets a key repeatedly to different values, as fast as a careful script would. */
    void set(String key, int times) {
        try {
            for (int i = 0; i < times; i++) {
                String value = 60 * i + 61 + "m";
                // it may be in the file although it was refused
                written.add(value);
                set(key, value);
                Thread.sleep(150);
            }
        } catch (JMException | IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void set(String key, String value) throws JMException, IOException {
        try {
            jmx.invoke(name(), "setProperty", new Object[] {pid, key, value}, new String[] {
                String.class.getName(), String.class.getName(), String.class.getName()
            });
        } catch (MBeanException e) {
            // Karaf may have read an incomplete file and refuse it; the script continues
            if (!e.toString().contains("must not be an empty string")) {
                throw e;
            }
        }
    }

    /** The values that were set, in order. */
    List<String> written() {
        return written;
    }

    Map<String, String> settings() throws JMException, IOException {
        Object answer = jmx.invoke(name(), "listProperties", new Object[] {pid}, new String[] {String.class.getName()});
        Map<String, String> settings = new TreeMap<>();
        ((Map<?, ?>) answer).forEach((key, value) -> settings.put(key.toString(), value.toString()));
        settings.remove("felix.fileinstall.filename");
        settings.remove("service.pid");
        settings.remove("service.factoryPid");
        return settings;
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("org.apache.karaf:type=config,name=root");
    }
}

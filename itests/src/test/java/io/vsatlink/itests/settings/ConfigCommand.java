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

/** Karaf's own way to change a configuration: the MBean behind which {@code config:property-set} stands, too. */
final class ConfigCommand {
    private final MBeanServerConnection jmx;
    private final String pid;
    private final List<String> written = new CopyOnWriteArrayList<>();

    ConfigCommand(MBeanServerConnection jmx, String pid) {
        this.jmx = jmx;
        this.pid = pid;
    }

    /** Sets it again and again, to another value each time, as fast as a script that somebody wrote with care. */
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
            // Karaf may have read half a file and refuse what it read: the script goes on
            if (!e.toString().contains("must not be an empty string")) {
                throw e;
            }
        }
    }

    /** What it set, the last at the end. */
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

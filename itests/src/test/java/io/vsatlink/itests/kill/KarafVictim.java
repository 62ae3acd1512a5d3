/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.testkit.karaf.KarafProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** The assembly in a real Karaf. */
final class KarafVictim implements Victim {
    private final KarafProcess karaf;
    private JMXConnector connector;

    KarafVictim(Path assembly, int vendorPort) throws Exception {
        karaf = KarafProcess.unpack(assembly, "kill");
        configure(Element.configurations(vendorPort, files()));
    }

    /** @param configurations by PID */
    KarafVictim(Path assembly, Map<String, Map<String, String>> configurations) throws Exception {
        karaf = KarafProcess.unpack(assembly, "kill");
        configure(configurations);
    }

    private void configure(Map<String, Map<String, String>> configurations) throws IOException {
        for (Map.Entry<String, Map<String, String>> each : configurations.entrySet()) {
            karaf.edit(each.getKey().replace('~', '-') + ".cfg", each.getValue());
        }
    }

    @Override
    public void start() throws Exception {
        karaf.start();
        connector = karaf.connect();
    }

    @Override
    public ProcessHandle process() throws Exception {
        return karaf.container();
    }

    @Override
    public void kill() throws Exception {
        karaf.kill();
    }

    @Override
    public MBeanServerConnection jmx() throws IOException {
        return connector.getMBeanServerConnection();
    }

    @Override
    public Path database() {
        return karaf.home().resolve("data/vsatlink/db");
    }

    @Override
    public Path files() {
        return karaf.home().resolve("files");
    }

    @Override
    public void close() {
        karaf.close();
    }
}

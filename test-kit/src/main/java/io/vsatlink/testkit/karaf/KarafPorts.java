/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.karaf;

import java.util.Map;

/**
 * The ports that a Karaf listens on.
 *
 * @param registry of JMX, which clients look up
 * @param server of JMX, to which clients are referred
 */
record KarafPorts(int registry, int server, int ssh, int http) {

    static KarafPorts free() {
        return new KarafPorts(FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next());
    }

    /** The settings for these ports, by file in etc. */
    Map<String, Map<String, String>> settings() {
        return Map.of(
                "org.apache.karaf.management.cfg",
                Map.of("rmiRegistryPort", String.valueOf(registry), "rmiServerPort", String.valueOf(server)),
                "org.apache.karaf.shell.cfg",
                Map.of("sshPort", String.valueOf(ssh)),
                "org.ops4j.pax.web.cfg",
                Map.of(
                        "org.osgi.service.http.port",
                        String.valueOf(http),
                        "org.ops4j.pax.web.listening.addresses",
                        "127.0.0.1"));
    }
}

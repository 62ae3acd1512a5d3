/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody has at the moment, below those that Linux takes for outgoing connections: a Karaf that is down for a
 * while finds its ports again.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int BOUND = 32_000;

    private FreePorts() {}

    public static int next() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BOUND);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // somebody has it: another
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** For Karaf's JMX connector, by the keys of its configuration. */
    public static Map<String, Integer> keys() {
        return Map.of("rmiRegistryPort", next(), "rmiServerPort", next());
    }
}

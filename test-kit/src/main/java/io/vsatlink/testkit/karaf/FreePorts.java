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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that are free at the moment and below Linux's range for outgoing connections, so that a Karaf that is down for
 * a while finds its ports free again. JVMs of tests that run at the same time have ranges of their own, so that none
 * takes a port of a Karaf of another one that is down.
 */
public final class FreePorts {
    private static final int RANGE = 3_000;
    private static final int FIRST = 20_000 + RANGE * ((Integer.getInteger("surefire.forkNumber", 1) - 1) % 4);
    private static final int BOUND = FIRST + RANGE;

    /** Those that this JVM has handed out: whoever got one may not have opened it yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    public static int next() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BOUND);
            if (!GIVEN.add(port)) {
                continue;
            }
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // in use
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ports for Karaf's JMX connector, by configuration key. */
    public static Map<String, Integer> keys() {
        return Map.of("rmiRegistryPort", next(), "rmiServerPort", next());
    }
}

package io.vsatlink.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Ports that nobody has at the moment. */
final class FreePorts {

    private FreePorts() {}

    static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For Karaf's JMX connector, by the keys of its configuration. */
    static Map<String, Integer> keys() {
        return Map.of("rmiRegistryPort", next(), "rmiServerPort", next());
    }
}

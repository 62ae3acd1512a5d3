package io.vsatlink.simulator.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The extensions of certificates that are used here. */
final class Extensions {
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final byte[] SIGNS_CERTIFICATES = {0x04};
    private static final byte[] SIGNS = {(byte) 0x80};
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private Extensions() {}

    static List<byte[]> ofAuthority() {
        return List.of(
                critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes())),
                critical(KEY_USAGE, Der.bits(2, SIGNS_CERTIFICATES)));
    }

    static List<byte[]> ofServer(String host, boolean onLoopback) {
        byte[] dns = Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
        byte[] names = onLoopback ? Der.sequence(dns, Der.tagged(0x87, LOOPBACK)) : Der.sequence(dns);
        return List.of(
                critical(KEY_USAGE, Der.bits(7, SIGNS)),
                Der.sequence(
                        Der.identifier(EXTENDED_KEY_USAGE),
                        Der.octets(Der.sequence(Der.identifier(SERVER_AUTHENTICATION)))),
                Der.sequence(Der.identifier(ALTERNATIVE_NAMES), Der.octets(names)));
    }

    private static byte[] critical(String identifier, byte[] value) {
        return Der.sequence(Der.identifier(identifier), Der.yes(), Der.octets(value));
    }
}

package io.vsatlink.simulator.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The certificate that the vendor shows. All are signed by its authority; only one is good. */
public enum ServerCertificate {
    GOOD,
    EXPIRED,
    WRONG_HOST;

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** By its name on the command line. */
    public static Optional<ServerCertificate> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Instant from(Instant now) {
        return this == EXPIRED ? now.minus(LIFETIME) : now.minus(TOLERANCE);
    }

    Instant until(Instant now) {
        return this == EXPIRED ? now.minus(TOLERANCE) : now.plus(LIFETIME);
    }

    String host() {
        return this == WRONG_HOST ? "elsewhere.example.net" : "localhost";
    }

    List<byte[]> extensions() {
        return Extensions.ofServer(host(), this != WRONG_HOST);
    }
}

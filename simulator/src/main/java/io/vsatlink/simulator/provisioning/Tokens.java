package io.vsatlink.simulator.provisioning;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bearer tokens and when they expire. Thread-safe. */
public final class Tokens {
    private static final int REMEMBERED = 10_000;
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, Instant> expiries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    enum State {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    public Tokens(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    synchronized String issue() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        expiries.put(token, clock.instant().plus(lifetime));
        return token;
    }

    synchronized State check(String token) {
        Instant expiry = expiries.get(token);
        if (expiry == null) {
            return State.UNKNOWN;
        }
        return clock.instant().isBefore(expiry) ? State.VALID : State.EXPIRED;
    }

    public synchronized void expireAll() {
        expiries.replaceAll((token, expiry) -> Instant.MIN);
    }
}

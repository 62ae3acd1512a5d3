/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bearer tokens with their owners and expirations. Thread-safe. */
public final class Tokens {
    private static final int REMEMBERED = 10_000;
    private static final int BYTES = 24;
    private static final String BEARER = "Bearer ";

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration lifetime;
    private int issued;
    private final Map<String, Issued> byToken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The stored data of a token. */
    public enum State {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    /** @param number the number of the login, from 1 */
    public record Issued(String holder, int number, Instant expiry) {}

    public Tokens(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }

    public synchronized String issue(String holder) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        byToken.put(token, new Issued(holder, ++issued, clock.instant().plus(lifetime)));
        return token;
    }

    /** @param authorization the header; empty if there was none */
    public synchronized Optional<Issued> find(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                ? Optional.ofNullable(
                        byToken.get(authorization.substring(BEARER.length()).trim()))
                : Optional.empty();
    }

    /** @param authorization the header; empty if there was none */
    public State check(String authorization) {
        return find(authorization)
                .map(token -> clock.instant().isBefore(token.expiry()) ? State.VALID : State.EXPIRED)
                .orElse(State.UNKNOWN);
    }

    public synchronized void expireAll() {
        byToken.replaceAll((token, issue) -> new Issued(issue.holder(), issue.number(), Instant.MIN));
    }

    /** Deletes all tokens, so that they are unknown from now on. */
    public synchronized void revokeAll() {
        byToken.clear();
    }
}

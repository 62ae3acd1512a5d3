/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down password guessing. After five failures for an account from an address, each further attempt with this
 * combination has to wait, twice as long each time. Other accounts from the same address, for instance behind a proxy,
 * and the same account from other addresses are not affected. Thread-safe.
 */
final class LoginThrottle {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int IPV6_BYTES = 16;
    /** The size of the network that a provider assigns to one customer. */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** The limit of remembered combinations, so that invented names cannot exhaust the memory. */
    private static final int REMEMBERED = 10_000;

    /** The order of removal. Combinations with many failures are kept longer than names that were tried only once. */
    private static final Comparator<Failures> FORGOTTEN_FIRST =
            Comparator.comparing(Failures::count).thenComparing(Failures::again);

    private final Clock clock;
    private final Map<Attempt, Failures> failures = new HashMap<>();

    /** @param from the address; for IPv6, the network that contains it */
    private record Attempt(String user, String from) {}

    /** @param again the time at which the next attempt is accepted */
    private record Failures(int count, Instant again) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is made, so that concurrent attempts count, too.
     *
     * @return the remaining wait, in which case the attempt is not counted; zero if the attempt may be made
     */
    synchronized Duration attempt(String user, String place) {
        Instant now = clock.instant();
        Attempt attempt = new Attempt(user, network(place));
        Failures before = failures.getOrDefault(attempt, new Failures(0, now));
        if (before.again().isAfter(now)) {
            return Duration.between(now, before.again());
        }
        int count = isForgotten(before, now) ? 1 : before.count() + 1;
        failures.put(attempt, new Failures(count, now.plus(waitAfter(count))));
        if (failures.size() > REMEMBERED) {
            forget(now);
        }
        return Duration.ZERO;
    }

    synchronized void succeeded(String user, String place) {
        failures.remove(new Attempt(user, network(place)));
    }

    /** Returns the number of remembered combinations. */
    synchronized int remembered() {
        return failures.size();
    }

    private void forget(Instant now) {
        failures.values().removeIf(each -> isForgotten(each, now));
        if (failures.size() > REMEMBERED) {
            // removes many at a time, because the selection has to scan all of them
            List<Attempt> least = failures.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(FORGOTTEN_FIRST))
                    .limit(REMEMBERED / 10)
                    .map(Map.Entry::getKey)
                    .toList();
            least.forEach(failures::remove);
        }
    }

    private static boolean isForgotten(Failures each, Instant now) {
        return each.again().plus(LONGEST_WAIT).isBefore(now);
    }

    private static Duration waitAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String network(String place) {
        // only text with a colon is certainly an IPv6 address and needs no name service
        if (place.indexOf(':') < 0) {
            return place;
        }
        try {
            byte[] bytes = InetAddress.getByName(place).getAddress();
            return bytes.length == IPV6_BYTES
                    ? Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : Arrays.toString(bytes);
        } catch (UnknownHostException e) {
            return place;
        }
    }
}

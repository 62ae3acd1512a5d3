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
 * Slows down guessing of passwords: after five failures for an account from an address, each further attempt of the two
 * has to wait, twice as long every time. Others at the same address, behind one proxy perhaps, and the owner of the account
 * elsewhere are not concerned. Thread-safe.
 */
final class LoginThrottle {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int IPV6_BYTES = 16;
    /** What a provider gives one customer. */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** So that inventing names costs us no memory. */
    private static final int REMEMBERED = 10_000;

    /** Who guesses at one account in earnest is not forgotten for the sake of many names that are tried once. */
    private static final Comparator<Failures> FORGOTTEN_FIRST =
            Comparator.comparing(Failures::count).thenComparing(Failures::again);

    private final Clock clock;
    private final Map<Attempt, Failures> failures = new HashMap<>();

    /** @param from an address, of IPv6 the network that it is in */
    private record Attempt(String user, String from) {}

    /** @param again when the next attempt is heard */
    private record Failures(int count, Instant again) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is made, so that many at once count too.
     *
     * @return how long it still has to wait, and is not counted then; zero where it may be made
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

    /** How many it keeps in mind. */
    synchronized int remembered() {
        return failures.size();
    }

    private void forget(Instant now) {
        failures.values().removeIf(each -> isForgotten(each, now));
        if (failures.size() > REMEMBERED) {
            // many at a time, because to choose them costs a look at all
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
        // only text with a colon is an IPv6 address for certain, and needs no name service
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

package io.vsatlink.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures for a name, or thirty from an address, which a whole control room
 * may share, each further attempt has to wait, twice as long every time. Thread-safe.
 */
final class LoginThrottle {
    private static final int FREE_FOR_A_USER = 5;
    private static final int FREE_FOR_AN_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** So that inventing names costs us no memory. */
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> byWhat = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param again when the next attempt is heard */
    private record Failures(int count, Instant again) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long an attempt still has to wait; zero for not at all. */
    synchronized Duration wait(String user, String address) {
        Instant now = clock.instant();
        return keys(user, address).keySet().stream()
                .map(key -> byWhat.getOrDefault(key, new Failures(0, now)))
                .map(failures -> Duration.between(now, failures.again()))
                .filter(wait -> !wait.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Counts an attempt as failed before it is made, so that many at once count too. */
    synchronized void attempted(String user, String address) {
        Instant now = clock.instant();
        keys(user, address).forEach((key, free) -> {
            Failures before = byWhat.getOrDefault(key, new Failures(0, now));
            boolean forgotten = before.again().plus(LONGEST_WAIT).isBefore(now);
            int count = forgotten ? 1 : before.count() + 1;
            byWhat.put(key, new Failures(count, now.plus(waitAfter(count - free))));
        });
    }

    synchronized void succeeded(String user, String address) {
        keys(user, address).keySet().forEach(byWhat::remove);
    }

    private static Duration waitAfter(int tooMany) {
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tooMany, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** What failures are counted for, and how many of them are free. */
    private static Map<String, Integer> keys(String user, String address) {
        return Map.of("user " + user, FREE_FOR_A_USER, "address " + address, FREE_FOR_AN_ADDRESS);
    }
}

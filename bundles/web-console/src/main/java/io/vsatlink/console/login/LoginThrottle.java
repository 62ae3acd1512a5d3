package io.vsatlink.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures for a name, or from an address, each further attempt has to wait,
 * twice as long every time. Thread-safe.
 */
final class LoginThrottle {
    private static final int FREE_ATTEMPTS = 5;
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
        return keys(user, address).stream()
                .map(key -> byWhat.getOrDefault(key, new Failures(0, now)))
                .map(failures -> Duration.between(now, failures.again()))
                .filter(wait -> !wait.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Counts an attempt as failed before it is made, so that many at once count too. */
    synchronized void attempted(String user, String address) {
        Instant now = clock.instant();
        for (String key : keys(user, address)) {
            Failures before = byWhat.getOrDefault(key, new Failures(0, now));
            boolean forgotten = before.again().plus(LONGEST_WAIT).isBefore(now);
            int count = forgotten ? 1 : before.count() + 1;
            byWhat.put(key, new Failures(count, now.plus(waitAfter(count))));
        }
    }

    synchronized void succeeded(String user, String address) {
        keys(user, address).forEach(byWhat::remove);
    }

    private static Duration waitAfter(int failures) {
        if (failures < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE_ATTEMPTS, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static List<String> keys(String user, String address) {
        return List.of("user " + user, "address " + address);
    }
}

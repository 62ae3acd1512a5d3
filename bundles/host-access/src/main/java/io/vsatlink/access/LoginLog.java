package io.vsatlink.access;

import io.vsatlink.api.text.Printable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lines of the audit log on who was let in and who was not. However many guess, there are no more than thirty lines a
 * minute on refusals; the rest is counted. Thread-safe.
 */
final class LoginLog {
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int LINES_IN_A_WHILE = 30;

    /** Who sends a password with every call is told once, and again after a pause. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private static final int REMEMBERED = 1_000;

    private final Consumer<String> lines;
    private final Clock clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Instant whileBegan;
    private long refusals;

    LoginLog(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
        this.whileBegan = clock.instant();
    }

    /** Somebody whose session begins. */
    void loggedIn(Person person) {
        line(person, "logged in");
    }

    /** Somebody who is let in for one call. */
    synchronized void called(Person person) {
        Instant now = clock.instant();
        Instant before = seen.put(person.user() + " " + person.from(), now);
        if (before == null || before.plus(PAUSE).isBefore(now)) {
            line(person, "logged in");
        }
    }

    /** @param what happened to the session: {@code logged out} */
    void line(Person person, String what) {
        lines.accept(Printable.line(person.user() + " by " + person.from() + ": " + what));
    }

    /**
     * Somebody who is not let in.
     *
     * @param name as whom; not what was typed where nobody is called so: people type passwords there
     */
    synchronized void refused(String from, String name, String why) {
        tellOfTheRest();
        refusals++;
        if (refusals <= LINES_IN_A_WHILE) {
            lines.accept(Printable.line("nobody by " + from + ": refused to log in as " + name + ": " + why));
        }
    }

    /** Ends the counting of a while that is over. */
    synchronized void tellOfTheRest() {
        Instant now = clock.instant();
        if (whileBegan.plus(WHILE).isAfter(now)) {
            return;
        }
        tellRest();
        whileBegan = now;
        refusals = 0;
    }

    /** With the log the counting ends. */
    synchronized void close() {
        tellRest();
        refusals = 0;
    }

    private void tellRest() {
        if (refusals > LINES_IN_A_WHILE) {
            lines.accept("nobody: " + (refusals - LINES_IN_A_WHILE) + " more logins were refused within a minute");
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import io.vsatlink.api.text.Printable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lines of the audit log on who was let in and who was not, and on what the former may not. However many guess, they fill
 * no disk. Thread-safe.
 */
final class LoginLog {
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
    private final RefusalLines logins;

    /** By user, each counted by themselves: a flood of one hides neither others nor who guesses. */
    private final Map<String, RefusalLines> calls = new HashMap<>();

    LoginLog(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
        this.logins = new RefusalLines("logins", lines, clock);
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
    void refused(String from, String name, String why) {
        logins.add(Printable.line("nobody by " + from + ": refused to log in as " + name + ": " + why));
    }

    /** Somebody who is let in, and may not do what they wanted. */
    synchronized void refused(Person person, String why) {
        if (calls.size() == REMEMBERED && !calls.containsKey(person.user())) {
            closeCalls();
        }
        calls.computeIfAbsent(person.user(), user -> new RefusalLines(Printable.line("calls of " + user), lines, clock))
                .add(Printable.line(person.user() + " by " + person.from() + ": refused: " + why));
    }

    synchronized void close() {
        logins.close();
        closeCalls();
    }

    private void closeCalls() {
        calls.values().forEach(RefusalLines::close);
        calls.clear();
    }
}

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
 * Writes lines to the audit log about successful and refused logins and about refused actions. The number of lines is
 * limited, so that password guessing cannot fill a disk. Thread-safe.
 */
final class LoginLog {
    /** A client that sends a password with every call is logged once, and again after this pause. */
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

    /** Counts refused actions per user, so that a flood by one user hides neither other users nor password guessing. */
    private final Map<String, RefusalLines> calls = new HashMap<>();

    LoginLog(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
        this.logins = new RefusalLines("logins", lines, clock);
    }

    /** Logs the start of a person's session. */
    void loggedIn(Person person) {
        line(person, "logged in");
    }

    /** Logs a person who was authenticated for one call. */
    synchronized void called(Person person) {
        Instant now = clock.instant();
        Instant before = seen.put(person.user() + " " + person.from(), now);
        if (before == null || before.plus(PAUSE).isBefore(now)) {
            line(person, "logged in");
        }
    }

    /** @param what the event of the session: {@code logged out} */
    void line(Person person, String what) {
        lines.accept(Printable.line(person.user() + " by " + person.from() + ": " + what));
    }

    /**
     * Logs a refused login.
     *
     * @param name the name of the account; must not be the typed text if there is no such account, because people type
     *     passwords there
     */
    void refused(String from, String name, String why) {
        logins.add(Printable.line("nobody by " + from + ": refused to log in as " + name + ": " + why));
    }

    /** Logs an action that an authenticated person may not do. */
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

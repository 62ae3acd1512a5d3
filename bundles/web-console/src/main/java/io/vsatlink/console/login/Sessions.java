/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import io.vsatlink.access.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The sessions of all logged-in people. Kept in memory: all sessions end when the bundle stops. The number of sessions
 * per person and in total is limited; a new session replaces the one that was unused for the longest time. Thread-safe.
 */
final class Sessions {
    /** The longest time without an action by the person. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** The longest duration of a session, one working shift, regardless of its use. */
    private static final Duration WHOLE = Duration.ofHours(12);

    private static final int OF_A_USER = 20;
    private static final int IN_ALL = 500;

    private final Clock clock;
    private final Predicate<Person> stillLetIn;
    private final BiConsumer<Person, String> ended;
    private final Tokens tokens = new Tokens();
    private final Map<String, Session> byToken = new LinkedHashMap<>();

    /**
     * @param clock advances evenly
     * @param stillLetIn returns whether the host's entry of the person is the same as at the login
     * @param ended receives each session that ended, and the reason
     */
    Sessions(Clock clock, Predicate<Person> stillLetIn, BiConsumer<Person, String> ended) {
        this.clock = clock;
        this.stillLetIn = stillLetIn;
        this.ended = ended;
    }

    /** @return the token that identifies the session from now on */
    synchronized String begin(Person person) {
        endWhatIsOver();
        makeRoom(session -> session.user().equals(person.user()), OF_A_USER);
        makeRoom(session -> true, IN_ALL);
        String token = tokens.secret();
        byToken.put(token, new Session(person, tokens.id(), tokens.secret(), clock.instant()));
        return token;
    }

    private void makeRoom(Predicate<Session> among, int most) {
        List<Map.Entry<String, Session>> those = byToken.entrySet().stream()
                .filter(entry -> among.test(entry.getValue()))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Session::lastUsed)))
                .toList();
        for (int i = 0; i <= those.size() - most; i++) {
            end(those.get(i).getKey(), "the session ended: there were too many, and it was the least recently used");
        }
    }

    /**
     * Returns the session with this token; empty if it has ended.
     *
     * @param byHand whether a person caused the call; false for a periodic refresh of a page
     */
    synchronized Optional<Session> find(String token, boolean byHand) {
        Session session = byToken.get(token);
        if (session == null || endedIfOver(token, session)) {
            return Optional.empty();
        }
        if (byHand) {
            session.usedAt(clock.instant());
        }
        return Optional.of(session);
    }

    /** Returns the current sessions, the oldest first. */
    synchronized List<Session> all() {
        endWhatIsOver();
        return List.copyOf(byToken.values());
    }

    /** @param how the reason for the audit log */
    synchronized void end(String token, String how) {
        Session session = byToken.remove(token);
        if (session != null) {
            ended.accept(session.person(), how);
        }
    }

    /**
     * Ends the selected sessions.
     *
     * @return the number of ended sessions
     */
    synchronized int endAll(Predicate<Session> chosen, String how) {
        List<String> tokensOfThem = byToken.entrySet().stream()
                .filter(entry -> chosen.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        tokensOfThem.forEach(token -> end(token, how));
        return tokensOfThem.size();
    }

    private void endWhatIsOver() {
        List.copyOf(byToken.entrySet()).forEach(entry -> endedIfOver(entry.getKey(), entry.getValue()));
    }

    private boolean endedIfOver(String token, Session session) {
        Optional<String> why = whyOver(session);
        why.ifPresent(how -> end(token, how));
        return why.isPresent();
    }

    private Optional<String> whyOver(Session session) {
        Instant now = clock.instant();
        if (session.lastUsed().plus(IDLE).isBefore(now)) {
            return Optional.of("the session ended: it was not used for half an hour");
        }
        if (session.began().plus(WHOLE).isBefore(now)) {
            return Optional.of("the session ended: it lasted for twelve hours");
        }
        return stillLetIn.test(session.person())
                ? Optional.empty()
                : Optional.of("the session ended: the user, the password or the roles have changed since the login");
    }
}

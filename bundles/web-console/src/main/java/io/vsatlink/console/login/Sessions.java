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
 * Who is logged in. Kept in memory: with the bundle all sessions end. There are no more than a person or all together may
 * have; the one that was not used for longest makes room. Thread-safe.
 */
final class Sessions {
    /** Without a hand on the keyboard. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** A shift; nobody stays logged in longer, whatever they do. */
    private static final Duration WHOLE = Duration.ofHours(12);

    private static final int OF_A_USER = 20;
    private static final int IN_ALL = 500;

    private final Clock clock;
    private final Predicate<Person> stillLetIn;
    private final BiConsumer<Person, String> ended;
    private final Tokens tokens = new Tokens();
    private final Map<String, Session> byToken = new LinkedHashMap<>();

    /**
     * @param clock goes on evenly
     * @param stillLetIn whether the host knows somebody as it did when they logged in
     * @param ended is told whose session ended, and how
     */
    Sessions(Clock clock, Predicate<Person> stillLetIn, BiConsumer<Person, String> ended) {
        this.clock = clock;
        this.stillLetIn = stillLetIn;
        this.ended = ended;
    }

    /** @return the token by which the browser is known from now on */
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
     * The session of a token; empty where it is over.
     *
     * @param byHand whether somebody did something, or a page only looks for news
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

    /** Those that there are, the oldest first. */
    synchronized List<Session> all() {
        endWhatIsOver();
        return List.copyOf(byToken.values());
    }

    /** @param how for the audit log */
    synchronized void end(String token, String how) {
        Session session = byToken.remove(token);
        if (session != null) {
            ended.accept(session.person(), how);
        }
    }

    /**
     * Ends those that are chosen.
     *
     * @return how many
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

package io.vsatlink.console.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in. Kept in memory: with the bundle all sessions end. Thread-safe. */
final class Sessions {
    /** Without a hand on the keyboard. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** A shift; nobody stays logged in longer, whatever he does. */
    private static final Duration WHOLE = Duration.ofHours(12);

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Session> byToken = new ConcurrentHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** @return the token by which the browser is known from now on */
    String begin(Person person) {
        byToken.values().removeIf(this::isOver);
        String token = token();
        byToken.put(token, new Session(person, token(), clock.instant()));
        return token;
    }

    /**
     * The session of a token; empty where it is over.
     *
     * @param byHand whether somebody did something, or a page only looks for news
     */
    Optional<Session> find(String token, boolean byHand) {
        Session session = byToken.get(token);
        if (session == null || isOver(session)) {
            byToken.remove(token);
            return Optional.empty();
        }
        if (byHand) {
            session.usedAt(clock.instant());
        }
        return Optional.of(session);
    }

    void end(String token) {
        byToken.remove(token);
    }

    private boolean isOver(Session session) {
        return session.lastUsed().plus(IDLE).isBefore(clock.instant())
                || session.began().plus(WHOLE).isBefore(clock.instant());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

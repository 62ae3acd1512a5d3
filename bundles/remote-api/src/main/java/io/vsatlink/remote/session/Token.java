/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.auth.FixedProof;
import io.vsatlink.remote.auth.Proof;
import io.vsatlink.remote.http.Cookies;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of a login, with a lifetime that is measured in monotonic time. Immutable, except for its cookies. */
public final class Token {

    private final Proof proof;
    private final Cookies cookies;
    private final Renewal renewal;
    private final long start = System.nanoTime();

    /**
     * How long a token lives, and what follows it.
     *
     * @param text the token itself, for a login after this one; empty for none
     * @param life empty for unknown
     * @param refresh what another token is given for; empty for none
     * @param refreshed whether the token was given for such a text, and not to somebody who logged in
     */
    record Renewal(String text, Optional<Duration> life, String refresh, boolean refreshed) {
        static final Renewal NONE = new Renewal("", Optional.empty(), "", false);

        @Override
        public String toString() {
            return "***";
        }
    }

    /** @param cookies that came with it, and with what is called with it */
    Token(Proof proof, Cookies cookies, Renewal renewal) {
        this.proof = proof;
        this.cookies = cookies;
        this.renewal = renewal;
    }

    /** Nothing but cookies, which a login begins with. */
    static Token of(Cookies cookies) {
        return new Token(FixedProof.NONE, cookies, Renewal.NONE);
    }

    /** All that these show; it ends with the first of them. */
    static Token all(Token one, Token other) {
        Optional<Duration> life = Stream.of(one, other)
                .flatMap(each -> each.renewal.life().stream())
                .min(Duration::compareTo);
        Proof both = ((FixedProof) one.proof).and((FixedProof) other.proof);
        return new Token(both, other.cookies, new Renewal(other.renewal.text(), life, "", false));
    }

    Proof proof() {
        return proof;
    }

    Cookies cookies() {
        return cookies;
    }

    /** Whether it was given for a refresh token, and not to somebody who logged in. */
    public boolean refreshed() {
        return renewal.refreshed();
    }

    Renewal renewal() {
        return renewal;
    }

    boolean isOver() {
        return renewal.life().isPresent()
                && System.nanoTime() - start >= renewal.life().get().toNanos();
    }

    /** A proof that is the same with each call. */
    static Proof fixed(boolean inQuery, String name, String value) {
        return inQuery ? new FixedProof(Map.of(), Map.of(name, value)) : new FixedProof(Map.of(name, value), Map.of());
    }
}

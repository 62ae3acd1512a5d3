/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.http.Cookies;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The result of a login, with a lifetime that is measured in monotonic time. Immutable, except for its cookies. */
public final class Token {

    private final Map<String, String> header;
    private final Cookies cookies;
    private final long start = System.nanoTime();
    private final Optional<Duration> life;

    /**
     * @param header the request headers that carry the token
     * @param cookies the cookies of the login response and of all later responses
     * @param life empty if unknown
     */
    Token(Map<String, String> header, Cookies cookies, Optional<Duration> life) {
        this.header = header;
        this.cookies = cookies;
        this.life = life;
    }

    public Map<String, String> header() {
        return header;
    }

    public Cookies cookies() {
        return cookies;
    }

    boolean isOver() {
        return life.isPresent() && System.nanoTime() - start >= life.get().toNanos();
    }
}

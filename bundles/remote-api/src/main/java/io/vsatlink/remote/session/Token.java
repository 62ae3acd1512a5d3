/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.http.Cookies;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What shows who we are, for a while. Not compared with the wall clock, which may jump. */
public final class Token {

    private final Map<String, String> header;
    private final Cookies cookies;
    private final long start = System.nanoTime();
    private final Optional<Duration> life;

    /**
     * @param cookies that came with it, and with what is called with it
     * @param life empty for unknown
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

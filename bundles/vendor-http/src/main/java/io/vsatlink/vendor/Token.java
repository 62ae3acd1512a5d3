package io.vsatlink.vendor;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** What shows who we are, for a while. Not compared with the wall clock, which may jump. */
final class Token {

    private final Map<String, String> header;
    private final long start = System.nanoTime();
    private final long nanos;

    private Token(Map<String, String> header, long nanos) {
        this.header = header;
        this.nanos = nanos;
    }

    /** A life of none is no life that could be meant. */
    static Token lasting(Map<String, String> header, OptionalLong seconds) {
        long life = seconds.orElse(0);
        return new Token(
                header, life <= 0 ? Long.MAX_VALUE : Duration.ofSeconds(life).toNanos());
    }

    Map<String, String> header() {
        return header;
    }

    boolean isOver() {
        return System.nanoTime() - start >= nanos;
    }
}

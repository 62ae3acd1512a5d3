/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.listing.PageQuery.Asked;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The newest response to a request that several listings make, while they are read one after the other. A response that is
 * too large is streamed only, and requested by each of them. Thread-safe.
 */
public final class SharedAnswer {
    /** Decoded bytes. */
    private static final int MOST_BYTES = 16 << 20;

    private Kept kept;

    private record Kept(VendorClient client, Asked asked, Supplier<Answer> answer) {}

    /** The part of one listing in it. */
    public final class Turn {
        private final boolean last;
        private boolean taken;

        private Turn(boolean last) {
            this.last = last;
        }

        /** The response that another listing received; only once, as a repetition asks the vendor. */
        Optional<Answer> take(VendorClient client, Asked asked) {
            synchronized (SharedAnswer.this) {
                boolean fits = !taken
                        && kept != null
                        && kept.client() == client
                        && kept.asked().equals(asked);
                taken = true;
                return fits ? Optional.of(kept.answer().get()) : Optional.empty();
            }
        }

        /** The number of bytes to keep of a response. */
        int most() {
            return last ? 0 : MOST_BYTES;
        }

        /** Keeps a response that was read to its end, for the listings after this one. */
        void keep(VendorClient client, Asked asked, Answer answer, byte[] body) {
            synchronized (SharedAnswer.this) {
                kept = last ? null : new Kept(client, asked, () -> answer.inMemory(body));
            }
        }
    }

    /** A listing that shares its response with no other. */
    public static Turn none() {
        return new SharedAnswer().turn(true);
    }

    /** @param last whether no listing follows that makes the same request */
    public Turn turn(boolean last) {
        return new Turn(last);
    }
}

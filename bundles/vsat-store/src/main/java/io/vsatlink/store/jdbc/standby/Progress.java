/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.standby;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How old the data of a standby may be: the time since the primary was at a position that the standby has reached. Needs no clock of
 * theirs, and a standby that is cut off grows older like one that is slow. Not thread-safe.
 */
final class Progress {
    private record Sample(long nanos, long position) {}

    private final long oldest;
    private final Deque<Sample> ahead = new ArrayDeque<>();
    private Sample reached;

    /** @param oldest nanoseconds beyond which the exact age does not matter */
    Progress(long oldest) {
        this.oldest = oldest;
    }

    /** The primary was at this position, at this time or later. */
    void primaryAt(long nanos, long position) {
        ahead.addLast(new Sample(nanos, position));
        // positions that are not reached within that time say nothing that the next ones don't
        while (ahead.size() > 1 && nanos - ahead.getFirst().nanos() > oldest) {
            ahead.removeFirst();
        }
    }

    /** The standby has everything up to this position. */
    void standbyAt(long position) {
        while (!ahead.isEmpty() && ahead.getFirst().position() <= position) {
            reached = ahead.removeFirst();
        }
    }

    /** Nanoseconds; empty if it has not reached any known position yet. */
    OptionalLong age(long nanos) {
        return reached == null ? OptionalLong.empty() : OptionalLong.of(nanos - reached.nanos());
    }
}

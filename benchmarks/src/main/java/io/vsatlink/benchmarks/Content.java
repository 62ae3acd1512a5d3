/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.util.stream.Collector;

/** The result of a contender: the number of rows, and a checksum independent of their order. */
public record Content(long rows, long checksum) {
    private static final long PRIME = 0x100000001b3L;

    /** Collects rows given as one text each. */
    static Collector<String, ?, Content> ofRows() {
        return Collector.of(
                () -> new long[2],
                (sum, row) -> {
                    sum[0]++;
                    sum[1] += hash(row);
                },
                (one, other) -> new long[] {one[0] + other[0], one[1] + other[1]},
                sum -> new Content(sum[0], sum[1]));
    }

    /** FNV-1a, with additional mixing because the hashes are added. */
    private static long hash(String row) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < row.length(); i++) {
            hash = (hash ^ row.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}

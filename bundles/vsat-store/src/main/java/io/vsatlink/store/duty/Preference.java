/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import java.util.Collection;
import java.util.Comparator;

/**
 * Which container takes a free duty first, so that many duties are spread over all: the one with the highest hash of duty and name.
 * If one is gone, only its duties get another one (rendezvous hashing). The name survives a restart, a run doesn't.
 */
final class Preference {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Preference() {}

    /** A container that works. */
    record Candidate(String run, String name) {}

    /** Whether this run is the first to take it. Whoever is not among the candidates is not. */
    static boolean isFirst(String run, DutyKey key, Collection<Candidate> candidates) {
        return candidates.stream()
                .max(Comparator.<Candidate>comparingLong(each -> rank(key, each.name()))
                        .thenComparing(Candidate::run))
                .filter(first -> first.run().equals(run))
                .isPresent();
    }

    private static long rank(DutyKey key, String name) {
        long hash = FNV_OFFSET;
        for (char each : (key.kind() + "\0" + key.subject() + "\0" + name).toCharArray()) {
            hash = (hash ^ each) * FNV_PRIME;
        }
        // names that differ in their last character only differ in few bits so far
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.DutyKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a duty is about.
 *
 * @param kind as the table has it
 */
record DutyKey(String kind, String subject) {
    private static final String RUN = "run";

    static DutyKey of(DutyKind kind, String subject) {
        return new DutyKey(kind.name().toLowerCase(Locale.ROOT), subject);
    }

    /** What a run of a container may do without a duty: its own row, which nobody takes over. */
    static DutyKey ofRun(String run) {
        return new DutyKey(RUN, run);
    }

    /** Empty for what is no duty, or one that only a newer version knows. */
    Optional<DutyKind> known() {
        return Stream.of(DutyKind.values())
                .filter(each -> of(each, subject).equals(this))
                .findFirst();
    }

    /** For users, as the object of a sentence. */
    @Override
    public String toString() {
        return kind.equals(RUN) ? "its lease" : told(DutyKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    private String told(DutyKind known) {
        return switch (known) {
            case POLL -> "the polls of element " + subject;
            case FRONT -> "the tickets of " + subject;
            case EXPORT -> "the export to " + subject;
            case PRUNE -> "the pruning of the history";
        };
    }
}

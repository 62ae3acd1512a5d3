/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.DutyKind;
import java.util.Locale;

/** What a duty is about. */
record DutyKey(DutyKind kind, String subject) {

    /** The kind as the table has it. */
    String kindInTable() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** For users, as the object of a sentence. */
    @Override
    public String toString() {
        return switch (kind) {
            case POLL -> "the polls of element " + subject;
            case FRONT -> "the tickets of " + subject;
            case EXPORT -> "the export to " + subject;
            case PRUNE -> "the pruning of the history";
        };
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.text.Counted;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncRules;
import io.vsatlink.remote.pace.StoppedException;

/**
 * Polls the whole ticket list once into the next generation.
 *
 * <p>Users open, change and close tickets continuously, and paging provides no snapshot. If tickets moved during every pass,
 * none is removed and the others are published nevertheless: otherwise a busy list would never be published. If ETMS returns
 * only a part of the list, the poll fails.
 */
final class TicketPoll {
    static final SyncRules RULES = new SyncRules("ticket", 4, true);

    private final TicketMirror mirror;
    private final String system;

    TicketPoll(TicketMirror mirror, String system) {
        this.mirror = mirror;
        this.system = system;
    }

    /**
     * The result of a poll.
     *
     * @param reason a sentence
     * @param warning what a person should check; may be empty
     */
    record Found(String reason, String warning) {}

    Found run(Sync sync) throws SyncFailed, StoppedException {
        try (GenerationWriter writer = mirror.open(system)) {
            Sync.Result read = sync.read(writer);
            return new Found(sentence(writer.publish(), read), read.warning());
        }
    }

    private static String sentence(Generation generation, Sync.Result read) {
        String shifted = read.sure() ? "" : "; " + read.unsure() + ", so no ticket was removed";
        return "%s: %d added, %d changed, %d removed%s%s"
                .formatted(
                        Counted.of(generation.rows(), "ticket"),
                        generation.added(),
                        generation.changed(),
                        generation.removed(),
                        read.note(),
                        shifted);
    }
}

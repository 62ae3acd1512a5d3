/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tickets of each system as of the last complete poll. Implemented by {@code vsat-store}; a frontend writes,
 * all elements of the system and the windows read. Thread-safe; every method throws
 * {@link io.vsatlink.api.store.StoreException}.
 */
@ProviderType
public interface TicketMirror {

    /** Opens the next generation, with the guarantees of a dataset. Its rows are {@link Ticket#row()}. */
    GenerationWriter open(String system);

    /** The current generation; empty if none was ever published. */
    Optional<Generation> current(String system);

    /** Fixes the current generation; its only listing is {@link TicketListing#TICKETS}. To be closed by the caller. */
    Snapshot snapshot(String system);

    /** The published versions of one ticket that are still kept, newest first; empty for none. */
    List<RowVersion> history(String system, String ticketId);

    /** Counts the current generation. Reads all of it, so call it once per generation. */
    TicketCounts counts(String system, String managedBy);

    /**
     * The next changes that a follower has not received: those of one generation, ordered by ticket. An unknown follower
     * starts empty, so that everything is new to it. While a follower exists, history that it
     * has not seen is not pruned.
     *
     * @param limit the maximum number
     * @return empty if it knows the current generation
     */
    List<TicketChange> changes(String system, String follower, int limit);

    /** The follower has processed this change and all earlier ones. */
    void told(String system, String follower, TicketChange last);

    /** Removes a follower: nothing is kept for it any more. */
    void forget(String system, String follower);
}

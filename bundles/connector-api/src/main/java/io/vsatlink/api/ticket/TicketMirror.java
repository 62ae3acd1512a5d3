package io.vsatlink.api.ticket;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Snapshot;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tickets of each system as the last complete poll found them. Implemented by {@code vsat-store}; a frontend writes,
 * all elements of the system and the windows read. Thread-safe; every method throws
 * {@link io.vsatlink.api.store.StoreException}.
 */
@ProviderType
public interface TicketMirror {

    /** Opens the next generation, with the guarantees of a dataset. Its rows are {@link Ticket#row()}. */
    GenerationWriter open(String system);

    /** The current generation; empty where none was ever published. */
    Optional<Generation> current(String system);

    /** Fixes what is current now; its only listing is {@link TicketListing#TICKETS}. To be closed by the caller. */
    Snapshot snapshot(String system);

    /** Counts the current generation. It reads all of it, so it is to be asked once a generation. */
    TicketCounts counts(String system, String managedBy);

    /**
     * The next changes that a follower was not told of: those of one generation, ordered by ticket. A follower nobody
     * has heard of begins with nothing, so that everything is new to it. While there is a follower, the history that it
     * has not seen is not pruned.
     *
     * @param limit at most so many
     * @return empty where it knows the current generation
     */
    List<TicketChange> changes(String system, String follower, int limit);

    /** The follower has taken this change and all that came before it. */
    void told(String system, String follower, TicketChange last);

    /** Ends a follower: nothing is kept for it any more. */
    void forget(String system, String follower);
}

package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The polls that ended, kept over restarts: schedules and status rows are derived from it. Implemented by
 * {@code vsat-store}; written by the connectors. Thread-safe; every method throws {@link StoreException}.
 */
@ProviderType
public interface PollJournal {

    void append(PollRecord poll);

    /** The poll that ended last, whatever its outcome. */
    Optional<PollRecord> last(String element, Dataset dataset);

    /** The last poll that succeeded. */
    Optional<PollRecord> lastSuccess(String element, Dataset dataset);

    /** The newest polls first, at most {@code limit}. */
    List<PollRecord> history(String element, Dataset dataset, int limit);
}

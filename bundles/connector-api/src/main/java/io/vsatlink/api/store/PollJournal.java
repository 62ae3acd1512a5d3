/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Past polls, kept across restarts: schedules and status rows are derived from it. Implemented by
 * {@code vsat-store}; written by the connectors. Thread-safe; every method throws {@link StoreException}.
 */
@ProviderType
public interface PollJournal {

    void append(PollRecord poll);

    /** The last poll, whatever its outcome. */
    Optional<PollRecord> last(String element, Dataset dataset);

    /** The last successful poll. */
    Optional<PollRecord> lastSuccess(String element, Dataset dataset);

    /** Newest polls first, at most {@code limit}. */
    List<PollRecord> history(String element, Dataset dataset, int limit);
}

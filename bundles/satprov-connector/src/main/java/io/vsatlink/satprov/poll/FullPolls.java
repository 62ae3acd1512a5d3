/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.store.Generation;
import io.vsatlink.kit.sync.ChangeScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a poll reads the whole listing or only what changed. The whole is read whenever there is any doubt, and in time: before the
 * next poll would come later than {@code most} after the last full one.
 *
 * @param asked whether a person asked for the whole listing
 * @param now by our clock, which must not matter otherwise
 * @param interval of the dataset's polls
 * @param most the longest time between two full polls
 */
record FullPolls(boolean asked, Instant now, Duration interval, Duration most) {

    /**
     * Returns from where changes are read; empty if the whole listing is.
     *
     * @param current the dataset's generation
     * @param held whether a full poll waits for a person, which a poll of changes would undo silently
     * @param scope what the vendor can be asked for
     */
    Optional<ChangeMark> changesFrom(Optional<Generation> current, boolean held, Optional<ChangeScope> scope) {
        if (asked || held || current.isEmpty() || scope.isEmpty()) {
            return Optional.empty();
        }
        Generation known = current.get();
        boolean sameBasis =
                known.mark() != null && known.mark().basis().equals(scope.get().basis());
        return sameBasis && !due(known.fullAt()) ? Optional.of(known.mark()) : Optional.empty();
    }

    /** A full poll of the future means that our clock was set. */
    private boolean due(Instant last) {
        Duration age = Duration.between(last, now);
        return age.isNegative() || age.plus(interval).compareTo(most) > 0;
    }
}

package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.PollOutcome;

/** A poll can't go on. The message is the beginning of its Reason. */
final class PollFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PollOutcome outcome;

    PollFailedException(PollOutcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    PollOutcome outcome() {
        return outcome;
    }
}

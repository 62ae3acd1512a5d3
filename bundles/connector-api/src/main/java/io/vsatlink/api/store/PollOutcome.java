package io.vsatlink.api.store;

/** How a poll ended. */
public enum PollOutcome {
    SUCCEEDED,
    HELD,
    FAILED,
    CANCELLED
}

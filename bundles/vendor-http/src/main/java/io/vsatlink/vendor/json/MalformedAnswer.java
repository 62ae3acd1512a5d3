package io.vsatlink.vendor.json;

import java.io.IOException;

/**
 * The bytes are no JSON, or not the JSON that was agreed. Carries no cause: Jackson's messages quote what they stumbled
 * over, and in an answer to a login that may be the token.
 */
public final class MalformedAnswer extends IOException {

    private final boolean endedEarly;

    MalformedAnswer(String message) {
        this(message, false);
    }

    MalformedAnswer(String message, boolean endedEarly) {
        super(message);
        this.endedEarly = endedEarly;
    }

    /** Whether all was well until the bytes ended. */
    public boolean endedEarly() {
        return endedEarly;
    }
}

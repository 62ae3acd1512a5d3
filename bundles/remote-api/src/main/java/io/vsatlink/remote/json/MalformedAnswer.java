/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import java.io.IOException;

/**
 * The bytes are not JSON, or not in the agreed format. Has no cause: Jackson's messages quote the invalid text, which
 * may be the token of a login response.
 */
public final class MalformedAnswer extends IOException {

    private final boolean endedEarly;
    private final boolean halfInAName;

    MalformedAnswer(String message) {
        this(message, false);
    }

    MalformedAnswer(String message, boolean endedEarly) {
        this(message, endedEarly, false);
    }

    private MalformedAnswer(String message, boolean endedEarly, boolean halfInAName) {
        super(message);
        this.endedEarly = endedEarly;
        this.halfInAName = halfInAName;
    }

    static MalformedAnswer halfInAName(String message) {
        return new MalformedAnswer(message, false, true);
    }

    /** Whether a name has an unpaired surrogate. That is valid JSON, but only a character-based parser accepts it. */
    public boolean halfInAName() {
        return halfInAName;
    }

    /** Whether the bytes were valid until the stream ended. */
    public boolean endedEarly() {
        return endedEarly;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import java.io.IOException;

/**
 * The bytes are no JSON, or not the JSON that was agreed. Carries no cause: Jackson's messages quote what they stumbled
 * over, and in an answer to a login that may be the token.
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

    /** Whether a name has half a surrogate pair, which is JSON all the same: it can be read by characters. */
    public boolean halfInAName() {
        return halfInAName;
    }

    /** Whether all was well until the bytes ended. */
    public boolean endedEarly() {
        return endedEarly;
    }
}

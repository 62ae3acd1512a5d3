/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.body;

import io.vsatlink.simulator.http.Edit;
import java.util.Arrays;

/** Inserts an invalid character into a text near the middle of the body; at its end if the body contains no text. */
record BadUtf8() implements Edit {
    private static final byte[] HALF_A_CHARACTER = {(byte) 0xC3, '('};

    @Override
    public byte[] apply(byte[] body) {
        int at = startOfText(body);
        return BodyFaults.join(Arrays.copyOf(body, at), HALF_A_CHARACTER, Arrays.copyOfRange(body, at, body.length));
    }

    private static int startOfText(byte[] body) {
        for (int i = body.length / 2; i + 2 < body.length; i++) {
            if (body[i] == '"' && body[i + 1] == ':' && body[i + 2] == '"') {
                return i + 3;
            }
        }
        return body.length;
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.transport;

import io.vsatlink.simulator.http.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Sends the complete body with a Content-Length that is too large or, with a negative delta, too small. */
record WrongLength(int delta) implements Delivery {

    @Override
    public Map<String, String> framing(int length) {
        return Map.of("Content-Length", Integer.toString(Math.max(0, length + delta)));
    }

    @Override
    public void send(byte[] body, OutputStream out) throws IOException {
        out.write(body);
    }
}

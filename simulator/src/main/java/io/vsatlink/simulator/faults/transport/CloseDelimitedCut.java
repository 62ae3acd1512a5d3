/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.transport;

import io.vsatlink.simulator.http.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Sends no length, as in HTTP/1.0, and stops early. On the wire this can't be distinguished from a complete answer. */
record CloseDelimitedCut(int bytes) implements Delivery {

    @Override
    public Map<String, String> framing(int length) {
        return Map.of("Connection", "close");
    }

    @Override
    public void send(byte[] body, OutputStream out) throws IOException {
        out.write(body, 0, Math.min(bytes, body.length));
    }
}

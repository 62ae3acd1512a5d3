/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.transport;

import io.vsatlink.simulator.http.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Announces a chunk as large as the body and sends only its beginning. */
record CutChunk(int bytes) implements Delivery {

    @Override
    public Map<String, String> framing(int length) {
        return Map.of("Transfer-Encoding", "chunked");
    }

    @Override
    public void send(byte[] body, OutputStream out) throws IOException {
        // one byte more than available, so that the chunk is also truncated if the body is short
        String size = Integer.toHexString(body.length + 1) + "\r\n";
        out.write(size.getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, Math.min(bytes, body.length));
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.traffic;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.wire.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * One call from its arrival to its end: it waits, is answered, is logged, and only then ends.
 *
 * @param memory called when the answer is complete except for its end
 */
public record Visit(Call call, long waitMillis, Handler handler, Consumer<Call> memory) implements Reply {

    @Override
    public boolean writeTo(OutputStream out) throws IOException {
        call.connect(out);
        try {
            answer();
        } finally {
            memory.accept(call);
        }
        return call.finish();
    }

    private void answer() throws IOException {
        try {
            handler.handle(call);
        } catch (BadInput e) {
            call.error(400, "bad_request", e.getMessage());
        } catch (RuntimeException e) {
            System.err.println("simulator: " + call.method() + " " + call.path() + " failed: " + e);
            if (call.status() != 0) {
                // too late for another status: close the connection, so that the answer does not look complete
                throw new IOException(e);
            }
            call.error(500, "internal_error", "The simulator itself failed; see its standard error.");
        }
    }
}

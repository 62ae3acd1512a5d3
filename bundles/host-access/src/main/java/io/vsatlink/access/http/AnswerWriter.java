/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends as much of an answer as the client accepts at the moment. */
final class AnswerWriter implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);
    private static final int PIECE = 16_384;

    private final ServletOutputStream out;
    private final InputStream answer;
    private final Runnable end;
    private final byte[] piece = new byte[PIECE];

    /** @param end ends the exchange */
    AnswerWriter(ServletOutputStream out, InputStream answer, Runnable end) {
        this.out = out;
        this.answer = answer;
        this.end = end;
    }

    @Override
    public void onWritePossible() throws IOException {
        // the buffer may be reused only after it has been sent, and the exchange ends after the last piece
        while (out.isReady()) {
            int bytes = answer.read(piece);
            if (bytes < 0) {
                end.run();
                return;
            }
            out.write(piece, 0, bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("the client did not take the response", failure);
        end.run();
    }
}

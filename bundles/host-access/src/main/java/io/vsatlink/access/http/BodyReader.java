/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import io.vsatlink.access.http.Exchange.BodyUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the available part of a request body without blocking. */
final class BodyReader implements ReadListener {
    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
    private static final int PIECE = 4_096;

    private final ServletInputStream in;
    private final int longest;
    private final Duration within;
    private final BodyUse use;
    private final Runnable end;
    private final long began = System.nanoTime();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean refused;

    /** @param end ends the exchange if the client has closed the connection */
    BodyReader(ServletInputStream in, int longest, Duration within, BodyUse use, Runnable end) {
        this.in = in;
        this.longest = longest;
        this.within = within;
        this.use = use;
        this.end = end;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!refused && in.isReady() && !in.isFinished()) {
            int bytes = in.read(piece);
            if (bytes < 0) {
                return;
            }
            body.write(piece, 0, bytes);
            if (body.size() > longest) {
                refuse(
                        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                        "The call is longer than " + longest + " bytes.");
            } else if (System.nanoTime() - began > within.toNanos()) {
                refuse(
                        HttpServletResponse.SC_REQUEST_TIMEOUT,
                        "The call did not arrive within " + within.toSeconds() + " seconds.");
            }
        }
    }

    private void refuse(int status, String why) {
        refused = true;
        use.refuse(status, why);
    }

    @Override
    public void onAllDataRead() {
        if (!refused) {
            use.take(body.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("the body of a call did not arrive", failure);
        end.run();
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.store.StoreException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a move has come, and stops it. Thread-safe. */
public final class MoveProgress {
    private static final Logger LOG = LoggerFactory.getLogger(MoveProgress.class);

    private final Consumer<String> lines;
    private volatile boolean stopped;

    /** @param lines receives a line for each step, on the thread that moves */
    public MoveProgress(Consumer<String> lines) {
        this.lines = lines;
    }

    void say(String line) {
        LOG.info("{}", line);
        lines.accept(line);
    }

    /** Stops the move soon, unless it is already complete. Returns immediately. */
    public void stop() {
        stopped = true;
    }

    void requireGoingOn() {
        if (stopped) {
            throw new StoreException("The move was stopped; nothing has changed, and it can be repeated");
        }
    }
}

/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.io.IOException;

/** Repeats a check on its own thread. */
final class Watching implements AutoCloseable {
    private static final int PAUSE_MILLIS = 1;

    private final Thread thread;
    private volatile boolean over;
    private volatile IOException failure;

    Watching(ExportWatch watch) {
        thread = new Thread(() -> run(watch), "export-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(ExportWatch watch) {
        try {
            while (!over) {
                watch.look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }
}

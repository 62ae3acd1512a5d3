/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import java.io.IOException;

/** A signal to a process. */
enum Signal {
    STOP,
    CONT;

    void to(long process) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-" + name(), String.valueOf(process))
                .start()
                .waitFor();
        if (result != 0) {
            throw new IOException("kill -" + name() + " " + process + ": " + result);
        }
    }
}

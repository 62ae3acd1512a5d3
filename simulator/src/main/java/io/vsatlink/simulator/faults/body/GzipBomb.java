/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.body;

import io.vsatlink.simulator.http.Gzip;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Sends a megabyte that decompresses to 300 MB of blanks followed by the real answer. Blanks instead of zeros, because
 * a parser fails at the first zero, whereas JSON may begin with any number of blanks, so that a client without a limit
 * reads all of them.
 */
final class GzipBomb {
    static final int MEGABYTES = 300;
    private static final int MEGABYTE = 1024 * 1024;

    private GzipBomb() {}

    static OutputStream over(OutputStream out) throws IOException {
        OutputStream packer = Gzip.fast(out);
        byte[] blanks = new byte[MEGABYTE];
        Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < MEGABYTES; i++) {
            packer.write(blanks);
        }
        return packer;
    }
}

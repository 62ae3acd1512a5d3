/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression, and who wants it. */
public final class Gzip {
    private static final int BUFFER_BYTES = 8 * 1024;

    private Gzip() {}

    static boolean isAccepted(String acceptEncoding) {
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String compact = coding.replace(" ", "");
            if (compact.equals("gzip") || compact.startsWith("gzip;")) {
                return !compact.matches("gzip;q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** Speed before size: on loopback the processor is the bottleneck. */
    public static OutputStream fast(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, BUFFER_BYTES) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }
}
